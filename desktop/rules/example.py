"""Examples that stand beside a rule, and what its author lets stand on purpose.

An example is facts and the outcome that is right by the law. It is written from
the source and confirmed by a person, never copied from what the program said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, overload

from desktop.domain.findings import HoldAnswer, Outcome, Strength
from desktop.rules.strict_yaml import Located

if TYPE_CHECKING:
    from desktop.rules.schema import RuleDocument, WaiverDocument

_FORMAT = "amparo-case/1"


@dataclass(frozen=True)
class Example:
    """A case, as a case file tells it, and what the rule must say of it."""

    title: str
    case: Mapping[str, Any]
    outcome: Outcome
    strength: Strength | None
    hold: HoldAnswer | None
    ends: tuple[str, ...] | None
    dates: Mapping[str, date] | None
    line: int = field(compare=False)


@dataclass(frozen=True)
class Waiver:
    """A limb or a mutant that a check finds and that stands nevertheless, with the reason."""

    kind: str
    what: str
    because: str


class Examples(Sequence[Example]):
    """The examples of a rule file, read when somebody looks at them; to apply a rule needs none."""

    def __init__(self, document: RuleDocument, node: Located) -> None:
        self._document, self._node = document, node

    @cached_property
    def _read(self) -> tuple[Example, ...]:
        return _examples_of(self._document, self._node)

    def __len__(self) -> int:
        return len(self._document.examples)

    @overload
    def __getitem__(self, place: int) -> Example: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Example]: ...
    def __getitem__(self, place: int | slice) -> Example | Sequence[Example]:
        return self._read[place]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._read == tuple(other)

    def __hash__(self) -> int:
        return hash(len(self))


def _examples_of(document: RuleDocument, node: Located) -> tuple[Example, ...]:
    """Each with its line."""
    return tuple(
        Example(
            title=given.title,
            case=_whole_case(document.examples_share, given.case),
            outcome=Outcome(given.expect),
            strength=Strength(given.strength or "strong") if given.expect == "broken" else None,
            hold=HoldAnswer(given.hold) if given.hold else None,
            ends=None if given.ends is None else tuple(given.ends),
            dates=None if given.dates is None else _days(given.dates),
            line=own.line,
        )
        for given, own in zip(document.examples, node.get("examples", ()), strict=True)
    )


def _days(dates: Mapping[str, str]) -> dict[str, date]:
    return {what: date.fromisoformat(day) for what, day in dates.items()}


def waivers_of(documents: Sequence[WaiverDocument]) -> tuple[Waiver, ...]:
    return tuple(
        Waiver("limb", given.limb, given.because)
        if given.limb is not None
        else Waiver("mutant", given.mutant or "", given.because)
        for given in documents
    )


def _whole_case(shared: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """The facts that all examples of a rule share, with one example's own laid over them."""
    case: dict[str, Any] = {"format": _FORMAT, **shared}
    for key, value in own.items():
        before = case.get(key)
        if isinstance(before, Mapping) and isinstance(value, Mapping):
            case[key] = {**before, **value}
        else:
            case[key] = value
    return {key: _plain(value) for key, value in case.items()}


def _plain(value: Any) -> Any:
    """Without what a pack's reader remembers of lines."""
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value
