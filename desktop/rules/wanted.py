"""Which question to put, so that something a rule looks at becomes known.

Never one that is answered already: where two answers make a thing known, the one
that is missing or not exact is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping

from desktop.domain.case import Case
from desktop.domain.moments import Moment
from desktop.domain.silence import Silence
from desktop.rules.cells import BOTH
from desktop.rules.custody import ICE_SINCE, Custody
from desktop.rules.frames import Frame
from desktop.rules.variables import Elapsed, Fact, Heard, LawDate, Number, OfList, Variable


class Asks(dict[int, tuple[str, ...]]):
    """The keys to ask for, by the number of a variable; each found when first wanted."""

    def __init__(self, find: Callable[[int], tuple[str, ...]]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, number: int) -> tuple[str, ...]:
        keys = self[number] = self._find(number)
        return keys


def key_to_ask(variable: Variable, frame: Frame, case: Case, custody: Custody) -> str:
    """The key to ask for, as the case file names it."""
    match variable:
        case Fact() | LawDate() if frame.is_the_arrest and _is_of_an_act(variable):
            return _OF_THE_ARREST.get(variable.key, "custody.arrested_at")
        case Fact():
            return _for_fact(variable, frame, case, custody)
        case Elapsed():
            start, end = case.get(variable.start), custody.until(variable.start, frame.ends)
            ended = end.earliest is not None and end.earliest == end.latest
            if isinstance(start, Silence) or (ended and not _is_exact(start)):
                return variable.start
            taken_or_not = variable.start == ICE_SINCE and custody.handed_over == BOTH
            return "release.handed_over" if taken_or_not else _for_the_end(frame, custody)
        case LawDate(governed_by="custody"):
            return _for_the_end(frame, custody)
        case _:
            return variable.asks


def _is_of_an_act(variable: Fact | LawDate) -> bool:
    return isinstance(variable, LawDate) or variable.key.startswith("act")


_OF_THE_ARREST = {"actor": "custody.arrested_by", "act.purpose": "custody.arrest_basis"}


def _for_fact(fact: Fact, frame: Frame, case: Case, custody: Custody) -> str:
    wanted = _WANTED.get(fact.key)
    return fact.asks if wanted is None else wanted(frame, case, custody)


def _for_actor(frame: Frame, case: Case, custody: Custody) -> str:
    if frame.act is not None:
        return "acts"
    return "custody.custodian" if frame.spell is None else "custody.spells"


def _for_event(frame: Frame, case: Case, custody: Custody) -> str:
    happened = case.get("release.bail") == "posted" or isinstance(case.get("release.event"), str)
    when_is_open = happened and not _is_exact(case.get("release.at"))
    return "release.at" if when_is_open else "release.event"


def _for_ground(frame: Frame, case: Case, custody: Custody) -> str:
    is_processing = case.get("release.stated_ground") == "processing"
    return "release.processing_done_at" if is_processing else "release.stated_ground"


def _for_kept(frame: Frame, case: Case, custody: Custody) -> str:
    if frame.spell is not None:
        return "release.at" if _is_exact(frame.spell.get("until")) else "custody.spells"
    if custody.is_over:
        known = _is_exact(case.get("release.held_until"))
        return "release.at" if known else "release.held_until"
    return "custody.state" if custody.says("release.still_held") else "release.still_held"


def _for_the_end(frame: Frame, custody: Custody) -> str:
    if frame.act is not None:
        return "acts"
    if frame.spell is not None:
        return "custody.spells"
    return "release.held_until" if custody.is_over else "custody.state"


def _is_exact(answer: object) -> bool:
    return isinstance(answer, Moment) and answer.exact is not None


_WANTED: Mapping[str, Callable[[Frame, Case, Custody], str]] = {
    "actor": _for_actor,
    "kept": _for_kept,
    "release.event": _for_event,
    "release.stated_ground": _for_ground,
}


def asked_with(variable: Variable) -> Hashable:
    """What is one for all variables for which the same key is asked, whatever is known.

    None where the key hangs on nothing: neither on what else is known, nor on whom the
    rule looks at.
    """
    match variable:
        case Fact(key=key):
            return (Fact, key) if key in _WANTED or variable.of_a_frame else None
        case OfList() | Number():
            return None
        case Heard(rule=rule):
            return Heard, rule
        case Elapsed(start=start):
            return Elapsed, start
        case _:
            return LawDate, variable.key
