"""Telling a paper by the words on it: the first sign that is found decides, unless signs quarrel.

A paper of a court and a paper of an immigration office must never be taken for each other.
Where signs of both stand together the answer is that we cannot tell, unless the court's
paper is whole. A slip of typing can make a paper unknown; it never carries it to the
other side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.domain.instruments import Identified
from desktop.library.instruments import Instrument, Instruments
from desktop.library.near_numbers import nearly_written
from desktop.library.printed_words import Paper, Printed

Span = tuple[int, int]
_COURT_TRACES = ("federal_court", "criminal_case", "court_signature", "state_court")


@dataclass(frozen=True)
class Fit:
    """An instrument that fits: where its number stands, which title, and whether with slips."""

    instrument: Instrument
    numbers: tuple[Span, ...]
    title: Printed | None
    with_slips: bool

    @property
    def by_marks_alone(self) -> bool:
        return not self.numbers and self.title is None

    @property
    def is_court_s(self) -> bool:
        return self.instrument.what.issued_by == "court"


def identify(shelf: Instruments, text: str) -> Identified:
    """What a paper with this text on it looks like."""
    paper = Paper(text)
    fits = _told_apart([fit for each in shelf.all for fit in _fits(each, paper)])
    strong = [fit for fit in fits if not fit.instrument.weak]
    weak = [fit for fit in fits if fit.instrument.weak][:1]
    court = [fit for fit in strong if fit.is_court_s]
    others = [fit for fit in strong if not fit.is_court_s]
    near = nearly_written(paper, shelf.numbers(of_courts=False))
    near_court = nearly_written(paper, shelf.numbers(of_courts=True))
    if court and others:
        if others[0].instrument.may_hold_both:
            return replace(_told(shelf, [*others, *court], paper), court_issued=None)
        return _mixed(shelf, strong)
    if court:
        doubtful = near or (weak and not _is_whole(court[0], paper))
        return _mixed(shelf, [*court, *weak]) if doubtful else _told(shelf, court, paper)
    told = others or weak
    if not told:
        return _unknown(shelf, near or near_court)
    shared = told[0].instrument.weak or (told[0].instrument.generic and not told[0].numbers)
    traces = near_court or any(shelf.signs[name].is_on(paper) for name in _COURT_TRACES)
    return _mixed(shelf, told) if shared and traces else _told(shelf, told, paper)


def _fits(instrument: Instrument, paper: Paper) -> Iterator[Fit]:
    spans = tuple(
        found.span() for number in instrument.numbers for found in number.finditer(paper.text)
    )
    title = next((words for words in instrument.titles if words.nearly_stand_on(paper)), None)
    told_by_marks = title is not None or (bool(instrument.marks) and not instrument.titles)
    marked = told_by_marks and all(sign.is_on(paper) for sign in instrument.marks)
    title = title if marked else None
    if spans or marked:
        slips = not spans and title is not None and not title.stand_on(paper)
        yield Fit(instrument, spans, title, slips)


def _told_apart(fits: Sequence[Fit]) -> list[Fit]:
    """Without those that fit only because another does, whose number or title holds theirs."""
    numbered = any(fit.numbers for fit in fits)
    kept: list[Fit] = []
    for fit in fits:
        others = [other for other in fits if other is not fit]
        own = tuple(span for span in fit.numbers if not _inside(span, others))
        lent = fit.title is not None and any(
            fit.title.squeezed in words.squeezed and fit.title != words
            for other in others
            for words in other.instrument.titles
        )
        outdone = fit.by_marks_alone and any(
            other.instrument.what.issued_by == fit.instrument.what.issued_by for other in kept
        )
        by_title = fit.title is not None and not lent
        if (fit.instrument.unless_numbered and numbered) or outdone:
            continue
        if own or by_title or fit.by_marks_alone:
            kept.append(fit)
    return kept


def _inside(span: Span, others: Sequence[Fit]) -> bool:
    return any(
        (start <= span[0] and span[1] <= end) and (start, end) != span
        for other in others
        for start, end in other.numbers
    )


def _is_whole(fit: Fit, paper: Paper) -> bool:
    """Whether a court's paper shows every sign that such a paper has."""
    shows = fit.instrument.shows
    return bool(shows) and all(sign.is_on(paper) for sign in shows)


def _told(shelf: Instruments, fits: Sequence[Fit], paper: Paper) -> Identified:
    """The first of the fits, with what its words claim, what it lacks, and the others named."""
    first, *rest = fits
    what = first.instrument.what
    lacking = tuple(sign.missing for sign in first.instrument.shows if not sign.is_on(paper))
    claims = [each for each in shelf.claims if each.is_made_by(paper, what.form, what.issued_by)]
    said = dict.fromkeys((*(claim.says for claim in claims), *what.notes))
    shaky = first.with_slips or bool(lacking)
    return replace(
        what,
        court_issued=None if any(claim.court_unsure for claim in claims) else what.court_issued,
        confidence="medium" if shaky and what.confidence == "high" else what.confidence,
        notes=tuple(note for note in said if note not in what.can + what.cannot),
        ask_next=(*lacking, *what.ask_next, *_one_at_a_time(rest)),
        also=tuple(dict.fromkeys(fit.instrument.named for fit in rest)),
    )


def _one_at_a_time(rest: Sequence[Fit]) -> tuple[str, ...]:
    if not rest:
        return ()
    return ("The words name more than one paper. Read the words of each page by itself.",)


def _mixed(shelf: Instruments, fits: Sequence[Fit]) -> Identified:
    what = next(each for each in shelf.all if each.mixed).what
    return replace(what, also=tuple(dict.fromkeys(fit.instrument.named for fit in fits)))


def _unknown(shelf: Instruments, near: Sequence[str]) -> Identified:
    what = shelf.all[-1].what
    again = tuple(f"A number on it is close to {number}. Read it again." for number in near)
    return replace(what, ask_next=(*again, *what.ask_next))
