"""The hours that a rule counts and the days that it keeps, as an attorney reads them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.domain.findings import Outcome
from desktop.domain.question import Question
from desktop.language.marks import N_
from desktop.rules.in_words import hours_words, label_of, listed
from desktop.rules.reading_conditions import Item, item_of, lines_of
from desktop.rules.reading_words import COUNTS, OUTCOMES, plain, quoted, sentence
from desktop.rules.rule import HOLD_BEGAN, ClockKind, DateKind, Rule

_STARTS = {
    "release.at": N_("the release"),
    HOLD_BEGAN: N_("the day on which the wrongful hold began, or the earliest that it can have"),
}
_SAYS = N_("where the rule says {outcomes}")
_TOLD = N_("they are told {where}")
_BESIDES = N_("And only where {so}")
_UNITS = {"years": N_("year"), "months": N_("month"), "days": N_("day")}


def clock_lines(clock: ClockKind, asked: Mapping[str, Question]) -> Iterator[str]:
    """How many hours are counted, from when, where, and what stands beside the result."""
    counted = _counted(clock)
    yield f"- {counted.replace('{start}', _start(clock.starts, asked))}"
    if clock.when != (Outcome.ALERT,):
        yield f"- {sentence(_TOLD.replace('{where}', _where(clock.when)))}"
    if clock.where is not None:
        item = item_of(clock.where)
        yield from lines_of([Item(_BESIDES.replace("{so}", item.text), item.below)])
    for note in (clock.note, clock.note_other_reading):
        if note:
            yield f"- Beside the result stands: {quoted(plain(note))}"


def _counted(clock: ClockKind) -> str:
    if clock.hours == 0:
        return N_("No time at all is added after {start}.")
    return COUNTS[clock.counts].replace("{hours}", hours_words(clock.hours))


def date_lines(rule: Rule, asked: Mapping[str, Question]) -> Iterator[str]:
    """Each day to keep, how it is counted, and where."""
    for kind in rule.dates:
        start = _start(kind.starts, asked)
        counted = N_("{n} after {start}").replace("{n}", _length(kind)).replace("{start}", start)
        yield f"- {sentence(f'{plain(kind.what)}: {counted}, {_where(kind.when)}')}"


def _length(kind: DateKind) -> str:
    unit = _UNITS[kind.unit]
    return f"{kind.count} {unit}" if kind.count == 1 else f"{kind.count} {unit}s"


def _where(when: tuple[Outcome, ...]) -> str:
    return _SAYS.replace("{outcomes}", listed([quoted(OUTCOMES[o]) for o in when], N_("or")))


def _start(key: str, asked: Mapping[str, Question]) -> str:
    if key in _STARTS:
        return _STARTS[key]
    return quoted(plain(asked[key].label if key in asked else label_of(key)))
