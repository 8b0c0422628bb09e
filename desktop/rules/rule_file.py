"""A rule as its file tells it, every word of it known."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from desktop.domain.findings import Cite, Outcome, Strength
from desktop.domain.vocabulary import AGENCIES, LISTS, SCALARS, Kind
from desktop.rules.checking import all_known, checked
from desktop.rules.conditions import Always, Condition
from desktop.rules.example import Examples, waivers_of
from desktop.rules.grammar import Grammar
from desktop.rules.rule import HOLD_BEGAN, ClockKind, DateKind, Rule, RuleException, Version
from desktop.rules.strict_yaml import Located

if TYPE_CHECKING:
    from desktop.rules import schema

ACTS = tuple(
    "hold transfer notify question arrest paper bail clock court child federal deadline "
    "remedy".split()
)
_DAYS = tuple(key for key, kind in SCALARS.items() if kind.kind is Kind.DAY)
_UNITS: tuple[Literal["years", "months", "days"], ...] = ("years", "months", "days")


def rule_of(
    node: Located, place: str, pack: str, sources: Mapping[str, Cite], grammar: Grammar
) -> Rule:
    """The rule of a file. Raises PackRefused."""
    document: schema.RuleDocument = checked("RuleDocument", node, place)
    all_known(place, "act", [document.act], ACTS)
    all_known(place, "agency", _agencies_in(document), AGENCIES)
    all_known(place, "kind of act", document.act_kinds, LISTS["acts"]["kind"].words)
    all_known(place, "source", document.cites, sources)

    def condition(part: Any) -> Condition:
        return Always() if part is None else grammar.read(part, node.line)

    def maybe(part: Any) -> Condition | None:
        return None if part is None else grammar.read(part, node.line)

    def exception(given: schema.ExceptionDocument) -> RuleException:
        return RuleException(
            given.id,
            given.label,
            condition(given.when),
            given.cite,
            Outcome(given.outcome),
            tuple(exception(inner) for inner in given.unless),
        )

    return Rule(
        id=document.id,
        pack=pack,
        title=document.title,
        act=document.act,
        looks_at=document.looks_at,
        act_kinds=tuple(document.act_kinds),
        decides_holding=document.decides_holding,
        makes_release_due=document.makes_release_due,
        tells_of_ice_itself=document.tells_of_ice_itself,
        governed_by=document.governed_by,
        versions=tuple(
            Version(
                date.fromisoformat(version.start) if version.start else None,
                Outcome(version.outcome) if version.outcome else None,
                version.label,
            )
            for version in document.versions
        ),
        binds=tuple(document.binds),
        unclear_for=tuple(document.unclear_for),
        also_acts_by=tuple(document.also_acts_by),
        counts_the_arrest=document.counts_the_arrest,
        applies_when=condition(document.applies_when),
        due_when=condition(document.due_when),
        unless=tuple(exception(given) for given in document.unless),
        unsettled_when=tuple(condition(part) for part in document.unsettled_when),
        no_act_unsettled_when=maybe(document.no_act_unsettled_when),
        broken_when=maybe(document.broken_when),
        strength=Strength(document.strength),
        arguable_when=maybe(document.arguable_when),
        otherwise=Outcome(document.otherwise),
        paraphrase=_line(document.says),
        explains={word: _line(text) for word, text in document.explains.items()},
        for_client={word: _line(text) for word, text in document.for_client.items()},
        next_steps={word: tuple(map(_line, steps)) for word, steps in document.next_steps.items()},
        remedies=tuple(map(_line, document.remedies)),
        cites=tuple(sources[name] for name in document.cites),
        clock=_clock(document, place, grammar, maybe),
        dates=tuple(_date(given, place, grammar) for given in document.dates),
        warns=tuple((condition(w.when), w.text) for w in document.warns),
        place=place,
        examples=Examples(document, node),
        waives=waivers_of(document.waives),
    )


def _line(text: str) -> str:
    return " ".join(text.split())


def _agencies_in(document: schema.RuleDocument) -> list[str]:
    return document.binds + document.unclear_for + document.also_acts_by


def _clock(
    document: schema.RuleDocument,
    place: str,
    grammar: Grammar,
    maybe: Callable[[Any], Condition | None],
) -> ClockKind | None:
    given = document.clock
    if given is None:
        return None
    all_known(place, "time", [given.starts], grammar.speakable.moments)
    return ClockKind(
        given.starts,
        given.counts,
        given.hours,
        given.note,
        given.note_other_reading,
        tuple(map(Outcome, given.when)),
        maybe(given.where),
    )


def _date(given: schema.DateDocument, place: str, grammar: Grammar) -> DateKind:
    all_known(place, "time", [given.starts], (*grammar.speakable.moments, *_DAYS, HOLD_BEGAN))
    count, unit = next((n, unit) for unit in _UNITS if (n := getattr(given, unit)) is not None)
    return DateKind(given.what, given.starts, count, unit, tuple(map(Outcome, given.when)))
