"""One custody along time, from the answers and the clocks; each piece with its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from desktop.domain.case import Case
from desktop.domain.findings import Assessment
from desktop.domain.moments import Moment
from desktop.domain.silence import Answer
from desktop.gui.kit.custody_shown import CustodyShown, Lane, Look, Piece
from desktop.gui.kit.spoken_times import instant_said, near_time_said, span_said, time_said
from desktop.gui.kit.who import HOLDERS, UNKNOWN_HOLDER, holder, opening
from desktop.gui.screens.case.answer_state import event_of
from desktop.gui.screens.case.chips import title_of
from desktop.language.marks import N_

EVENTS = {
    "recognizance": N_("Let go on a promise"),
    "bail_posted": N_("Bail paid"),
    "charges_ended": N_("Charges ended"),
    "acquitted": N_("Not guilty"),
    "sentence_served": N_("Sentence served"),
    "diversion": N_("Sent to a program"),
    "protective_custody_ended": N_("Protective custody ended"),
    "no_probable_cause": N_("No probable cause"),
    "released_to_adult": N_("Let go to an adult"),
    "other": N_("Release due"),
}
CLOCKS = {
    "ma.telephone": N_("Hour for a telephone call"),
    "ma.six_hour_statements": N_("Six hours: statements"),
    "ma.domestic_bail": N_("Six hours: bail waits"),
    "ma.protective_custody": N_("12 hours: protective custody"),
    "ma.probable_cause": N_("24 hours for a court’s finding"),
    "us.form_clock": N_("The paper’s own 48 hours"),
    "us.regulation_clock": N_("Federal rule’s 48 hours"),
    "us.charging_decision": N_("ICE’s 48 hours to decide"),
    "us.hold_room": N_("12 hours: ICE’s hold room"),
}
_UNKNOWN_START = timedelta(hours=2)


def custody_shown(case: Case, assessment: Assessment, now: datetime) -> CustodyShown:
    pieces = [
        *_held(case, now),
        *_papers(case, now),
        *_release(case, now),
        *_clocks(assessment, now),
    ]
    if not pieces:
        return CustodyShown(
            now, (), N_("Custody"), "", N_("Nothing to draw yet: no time is known.")
        )
    begins = min(piece.start for piece in pieces)
    title = N_("Custody, {start} to now").format(start=instant_said(begins, now))
    return CustodyShown(now, tuple(pieces), title, N_("now {time}").format(time=time_said(now)))


def _held(case: Case, now: datetime) -> Iterator[Piece]:
    spells = list(_spells(case))
    if spells:
        yield from (piece for piece in spells if piece.start <= now)
    start, due = _instant(case.get("custody.arrested_at")), _due(case)
    until = _end(case, now)
    who = holder(case)
    name = N_("Holder not known") if who is UNKNOWN_HOLDER else who.opening
    lawful_end = min(due, until) if due is not None else until
    if start is None and due is not None:
        start = min(due, until) - _UNKNOWN_START
    if start is not None and not spells and start < lawful_end:
        known = _instant(case.get("custody.arrested_at")) is not None
        since = instant_said(start, now) if known else N_("a time that is not known")
        sentence = N_("{who} held from {start} on.").format(who=name, start=since)
        yield Piece(
            Lane.HELD_BY, Look.HELD, start, lawful_end, name, "", sentence, "custody.custodian"
        )
    if due is not None and due < until and _was_kept(case):
        past = span_said(until - due)
        yield Piece(
            Lane.HELD_BY,
            Look.PAST_RELEASE,
            due,
            until,
            N_("past release {span}").format(span=past),
            "",
            N_("Kept {span} past release.").format(span=past),
            "release.still_held",
        )


def _was_kept(case: Case) -> bool:
    """Whether somebody said that the person was kept past release; silence says nothing."""
    if case.get("release.still_held") is True or _instant(case.get("release.held_until")):
        return True
    unsaid = case.get("release.still_held") is not False
    return unsaid and case.text("custody.state") == "in_custody"


def _spells(case: Case) -> Iterator[Piece]:
    for number, spell in enumerate(case.entries("spells")):
        start, until = _instant(spell.get("from")), _instant(spell.get("until"))
        custodian = spell.get("custodian")
        if start is None or until is None or not isinstance(custodian, str):
            continue
        name = opening(HOLDERS[custodian].name)
        sentence = N_("{who} held from {start} to {end}.").format(
            who=name, start=instant_said(start, until), end=instant_said(until, until)
        )
        yield Piece(
            Lane.HELD_BY, Look.HELD, start, until, name, "", sentence, f"custody.spells[{number}]"
        )


def _papers(case: Case, now: datetime) -> Iterator[Piece]:
    papers = case.entries("papers")
    undated = []
    for paper in papers:
        issued = paper.get("issued_on")
        title = title_of("papers", paper)
        if isinstance(issued, Moment) and issued.earliest is not None:
            day = instant_said(issued.earliest, now).partition(",")[0]
            sentence = N_("Paper {form}, issued {day}.").format(form=title, day=day)
            yield Piece(
                Lane.PAPERS, Look.PAPER, issued.earliest, None, title, day, sentence, "papers.chips"
            )
        else:
            undated.append(title)
    anchor = _instant(case.get("custody.arrested_at")) or _due(case)
    if undated and anchor is not None:
        names = N_(" and ").join(undated) if len(undated) < 3 else ", ".join(undated)
        sentence = N_("Papers, day not known: {forms}.").format(forms=names)
        yield Piece(
            Lane.PAPERS,
            Look.UNDATED,
            anchor,
            None,
            names,
            N_("day not known"),
            sentence,
            "papers.chips",
        )


def _release(case: Case, now: datetime) -> Iterator[Piece]:
    due, event = _due(case), event_of(case)
    if due is None or event is None:
        return
    name, time = EVENTS[event], near_time_said(due, now)
    sentence = N_("{event}, {time}: release is due.").format(
        event=name, time=instant_said(due, now)
    )
    yield Piece(Lane.RELEASE, Look.DUE, due, None, name, time, sentence, "release.at")


def _clocks(assessment: Assessment, now: datetime) -> Iterator[Piece]:
    for clock in assessment.clocks:
        if clock.starts == clock.ends:
            continue  # no time at all: the release itself is drawn already
        label = CLOCKS.get(clock.rule, clock.note)
        ends = instant_said(clock.ends, now)
        sentence = N_("{clock}: until {time}. An estimate; it gives no power to hold.").format(
            clock=label, time=ends
        )
        yield Piece(Lane.CLOCKS, Look.CLOCK, clock.starts, clock.ends, label, ends, sentence)


def _due(case: Case) -> datetime | None:
    return _instant(case.get("release.at")) if event_of(case) is not None else None


def _end(case: Case, now: datetime) -> datetime:
    until = _instant(case.get("release.held_until"))
    return min(until, now) if until is not None else now


def _instant(answer: Answer) -> datetime | None:
    """A moment that is known to the minute; a day is too coarse to draw."""
    if not isinstance(answer, Moment):
        return None
    return answer.exact
