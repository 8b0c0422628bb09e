"""What stands in a paper for the file: facts as they were told, and what the rules say of them.

Only attorneys and staff read it. So it may hold what no letter for a client holds, and
the sources that no client's letter may cite, each marked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from desktop.domain.case import Case, Entry
from desktop.domain.directory import Office
from desktop.domain.findings import Assessment, Cite, Finding, HoldAnswer, Outcome
from desktop.domain.letters import Law, Look, Passage
from desktop.domain.moments import Moment, day_of
from desktop.domain.names import AGENCY_NAMES, FORM_NAMES, WORD_NAMES
from desktop.domain.silence import Answer, OneOf, Silence
from desktop.domain.vocabulary import COMPLETABLE, LISTS, SCALARS
from desktop.letters.advised import advised
from desktop.letters.markup import isolated
from desktop.letters.saying import Voice
from desktop.letters.slots import TO_FILL_IN, unbroken

BLANK = "blank."
# Filled row by row, not once for the letter.
SLOTS_OF_ROWS = (*("rule", "facts", "list", "level", "grade", "day"), "title", "version", "digest")
_ACTS = ("hold", "transfer", "notify", "question", "arrest", "bail", "court", "child", "federal")
_QUIET = (Outcome.NOT_COVERED, Outcome.NOT_IN_FORCE)
_STATES_NO_LAW = Law(None, "")


@dataclass(frozen=True)
class Dossier:
    """What rows are written from. ``texts`` are the kind's own words by key.

    ``gaps``: what nobody was asked has a line to fill in; else it has none at all.
    ``offices``: where whoever holds the person can be called.
    """

    case: Case
    assessment: Assessment
    voice: Voice
    texts: Mapping[str, str]
    gaps: bool = False
    offices: tuple[Office, ...] = ()

    def text(self, key: str, **values: str) -> str:
        return self.texts[key].format_map({name: isolated(each) for name, each in values.items()})

    def passages(self, rows: tuple[str, ...], sheet: int) -> Iterator[Passage]:
        """The rows of a section, still to be numbered."""
        for name in rows:
            for text in _row(name, self):
                look = Look.NUMBERED
                yield Passage(name, None, text, look, sheet, "en", (), (), _STATES_NO_LAW, ())


def is_row(name: str) -> bool:
    """Whether a paper for the file can have this row; "blank.*" is filled in by hand."""
    return name.startswith(BLANK) or name in SCALARS or name in LISTS or name in _PARTS


def label_of(name: str) -> str | None:
    """The key of the words that a row needs, where it needs any."""
    if name in LISTS:
        return f"list.{name}"
    return None if name in _PARTS else f"row.{name}"


def _row(name: str, told: Dossier) -> Iterator[str]:
    if name in _PARTS:
        yield from _PARTS[name](told)
    elif name.startswith(BLANK):
        yield f"**{told.texts[f'row.{name}']}:** {isolated(TO_FILL_IN)}"
    elif name in LISTS:
        yield from _list(name, told)
    else:
        answer = told.case.get(name)
        if answer is not Silence.NOT_ASKED:
            yield f"**{told.texts[f'row.{name}']}:** {_said(name, answer, told)}"
        elif told.gaps:
            yield f"**{told.texts[f'row.{name}']}:** {isolated(TO_FILL_IN)}"


def _said(name: str, answer: Answer, told: Dossier) -> str:
    if isinstance(answer, Silence):
        return told.texts[f"silence.{answer.name.lower()}"]
    if isinstance(answer, bool):
        return told.texts["word.yes" if answer else "word.no"]
    if isinstance(answer, Moment):
        return isolated(_moment(answer, told.voice))
    if isinstance(answer, OneOf):
        return told.texts["word.or"].join(_word(name, word) for word in sorted(answer.words))
    if isinstance(answer, tuple | list | frozenset):
        return ", ".join(_word(name, str(word)) for word in answer)
    return _word(name, str(answer))


def _word(name: str, word: str) -> str:
    names = {**AGENCY_NAMES, **FORM_NAMES, **WORD_NAMES.get(name, {})}
    return isolated(names.get(word, word))


def _moment(answer: Moment, voice: Voice) -> str:
    first, last = answer.earliest, answer.latest
    if answer.is_whole_day and first is not None:
        return voice.said_date(day_of(first))
    if first is not None and first == last:
        return voice.at_moment(first)
    ends = [voice.at_moment(end) for end in (first, last) if end is not None]
    return " to ".join(ends)


def _list(name: str, told: Dossier) -> Iterator[str]:
    """Each entry with its answers, and whether we know the whole list."""
    for entry in told.case.entries(name):
        yield "\n".join((f"**{_heads(name, entry, told)}**", *_answers(name, entry, told)))
    if name not in COMPLETABLE:
        return
    if name in told.case.complete:
        yield told.texts["list.whole" if told.case.entries(name) else "list.empty"].format(
            list=told.texts[f"list.{name}"]
        )
    else:
        yield told.texts["list.open"].format(list=told.texts[f"list.{name}"])


def _heads(name: str, entry: Entry, told: Dossier) -> str:
    first = next(iter(LISTS[name]))
    return _said(f"{name}.{first}", entry.get(first), told)


def _answers(name: str, entry: Entry, told: Dossier) -> Iterator[str]:
    for field in list(LISTS[name])[1:]:
        answer = entry.get(field)
        if answer is not Silence.NOT_ASKED:
            label = told.texts[f"field.{field}"]
            yield f"- {label}: {_said(f'{name}.{field}', answer, told)}"


# What the rules say


def _answer(told: Dossier) -> Iterator[str]:
    hold = told.assessment.hold
    yield f"**{told.texts[f'hold.{hold.answer.value}']}**"
    for rule, stands in hold.stands_without:
        key = "answer.stands" if stands else "answer.falls"
        yield told.text(key, rule=_title(rule, told))


def _title(rule: str, told: Dossier) -> str:
    finding = told.assessment.finding(rule)
    return rule if finding is None else f"{finding.title} ({rule})"


def _open(told: Dossier) -> Iterator[str]:
    hold = told.assessment.hold
    if hold.answer is HoldAnswer.OPEN and hold.asks:
        names = (
            told.texts.get(f"row.{key}", told.texts.get(f"list.{key}", key)) for key in hold.asks
        )
        yield told.text("answer.missing", facts="; ".join(names))


def _findings(act: str) -> Callable[[Dossier], Iterator[str]]:
    def rows(told: Dossier) -> Iterator[str]:
        for finding in told.assessment.findings:
            kept_apart = finding.act == act if act else finding.act not in _ACTS
            if kept_apart and finding.outcome not in _QUIET:
                yield "\n".join(_finding(finding, told))

    return rows


def _finding(finding: Finding, told: Dossier) -> Iterator[str]:
    outcome = told.texts[f"outcome.{finding.outcome.value}"]
    strength = f", {finding.strength.value}" if finding.strength else ""
    yield f"**{isolated(finding.title)}: {outcome}{strength}.** {isolated(finding.says)}"
    for reason in finding.reasons:
        yield f"- {told.texts[f'verdict.{reason.verdict.value}']}: {isolated(reason.text)}"
    for exception in finding.exceptions:
        verdict = told.texts[f"verdict.{exception.verdict.value}"]
        yield f"- {told.texts['finding.exception']} {isolated(exception.label)}: {verdict}"
    for cite in finding.cites:
        yield f"- {told.texts['finding.source']} {isolated(cite.text)}{_level(cite, told)}"


def _level(cite: Cite, told: Dossier) -> str:
    staff = told.texts["source.staff"] if cite.print_level == "C" else ""
    stale = told.texts["source.stale"] if cite.stale else ""
    return "".join(f" ({mark})" for mark in (staff, stale) if mark)


def _unsettled(told: Dossier) -> Iterator[str]:
    for finding in told.assessment.findings:
        if finding.outcome is Outcome.UNSETTLED:
            yield f"**{isolated(finding.title)}.** {isolated(finding.says)}"


def _clocks(told: Dossier) -> Iterator[str]:
    for clock in told.assessment.clocks:
        ends = told.voice.at_moment(clock.ends)
        yield f"**{isolated(_title(clock.rule, told))}:** {isolated(ends)}. {isolated(clock.note)}"


def _dates(told: Dossier) -> Iterator[str]:
    for day in sorted(told.assessment.dates, key=lambda each: each.on):
        yield f"**{isolated(day.what)}:** {isolated(told.voice.said_date(day.on))}"


def _doubts(told: Dossier) -> Iterator[str]:
    for contradiction in told.assessment.contradictions:
        yield isolated(contradiction.text)
    for warning in told.assessment.warnings:
        yield isolated(warning)


def _advice(told: Dossier) -> Iterator[str]:
    return advised(told.assessment.findings, told.texts["advice.asked_for"])


def _offices(told: Dossier) -> Iterator[str]:
    """A number that nobody confirmed lately is a line to fill in."""
    for office in told.offices:
        number = unbroken(office.phone or TO_FILL_IN)
        yield told.text("office", title=office.name, facts=number)


def _sources(told: Dossier) -> Iterator[str]:
    """Each source once, with its grade and who read it last: the attorney's list to check."""
    cites = {cite.text: cite for found in told.assessment.findings for cite in found.cites
             if found.outcome not in _QUIET}  # fmt: skip
    for cite in cites.values():
        day = told.voice.said_date(cite.checked_on)
        grade = told.text("source.grade", level=cite.print_level, grade=cite.grade, day=day)
        yield f"**{isolated(cite.text)}**{_level(cite, told)}. {grade} {isolated(cite.status)}"


def _packs(told: Dossier) -> Iterator[str]:
    for pack in told.assessment.packs:
        yield told.text("source.pack", title=pack.title, version=pack.version, digest=pack.digest)


_PARTS: Mapping[str, Callable[[Dossier], Iterator[str]]] = {
    "answer": _answer,
    "open": _open,
    **{f"findings.{act}": _findings(act) for act in _ACTS},
    "findings.other": _findings(""),
    "unsettled": _unsettled,
    "clocks": _clocks,
    "dates": _dates,
    "advice": _advice,
    "offices": _offices,
    "doubts": _doubts,
    "sources": _sources,
    "packs": _packs,
}
