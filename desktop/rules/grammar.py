"""The closed vocabulary in which a pack may speak of facts.

    all: [..] | any: [..] | none: [..] | not: ..
    {fact: f, is: v} | {fact: f, in: [v, ..]} | {fact: f, more_than: n}
    {some: papers, where: {form: I-247A, box: {not: "2"}}} | {every: charges, where: {..}}
    {some: holds, where: {days: {more_than: 90}}}
    {some: papers, where: {attached: [I-200, I-205], issued_on: {since: YYYY-MM-DD}}}
    {some: papers, where: {grounds: {not: [a, b]}, office: {mentions: [PERC]}}}
    {since: YYYY-MM-DD}
    {elapsed: f, more_than_hours: n} | {elapsed: f, at_least_hours: n}
    {term: t} | {rule: r, says: [broken]} | {finding: r, says: [broken]} | {always: true}

``rule`` asks what another rule says of this custody alone, ``finding`` what it says
of the whole case. A list of words in an entry fits where it holds one of the words.
``since`` by itself speaks of the day whose law is asked for.

Every node may carry a ``label``. A word that nobody knows is refused with the
nearest one that is known.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.domain.findings import Outcome
from desktop.domain.places import known_place, nearest_place
from desktop.domain.vocabulary import LISTS, Key, Kind
from desktop.rules.conditions import (
    All,
    Always,
    AnyOf,
    Condition,
    IsIn,
    Not,
    RuleSays,
    Term,
)
from desktop.rules.in_words import hours_words, stretch_words
from desktop.rules.known_words import KnownWords
from desktop.rules.labels import fact_words, names_of, number_words, short, where_words
from desktop.rules.speakable import Speakable
from desktop.rules.strict_yaml import Located
from desktop.rules.variables import (
    YES_OR_NO,
    Elapsed,
    Fact,
    Heard,
    Mentions,
    MoreThan,
    OfList,
    Place,
    Since,
    Wanted,
    Where,
)

_KINDS = "all any none not fact some every elapsed since term rule finding always".split()


@dataclass
class Grammar(KnownWords):
    """Reads conditions; knows the terms and rules of all packs that were read so far."""

    terms: Mapping[str, Term]
    rules: Iterable[str]
    speakable: Speakable

    def read(self, node: Any, line: int = 0) -> Condition:
        """The condition that a node tells. Raises PackRefused."""
        if not isinstance(node, Located):
            raise self.refused(line, f"{node!r} is not a condition", "Write one of its kinds")
        line = node.line
        kinds = [kind for kind in _KINDS if kind in node]
        if len(kinds) != 1:
            words = ", ".join(_KINDS)
            raise self.refused(line, "is not exactly one kind of condition", f"One of: {words}")
        label = node.get("label", "")
        match kinds[0]:
            case "all":
                self.only(node, "all")
                return All(self._parts(node, "all"), label)
            case "any":
                self.only(node, "any")
                return AnyOf(self._parts(node, "any"), label)
            case "none":
                self.only(node, "none")
                return Not(AnyOf(self._parts(node, "none")), label)
            case "not":
                self.only(node, "not")
                return Not(self.read(node["not"], line), label)
            case "always":
                self.only(node, "always")
                return Always(label or "always")
            case "rule" | "finding":
                return self._said(node, kinds[0], label)
            case "some" | "every":
                return self._of_list(node, kinds[0], label)
            case kind:
                leaves = {"fact": self._fact, "elapsed": self._elapsed, "since": self._since}
                return leaves.get(kind, self._named_term)(node, label)

    def _parts(self, node: Located, kind: str) -> tuple[Condition, ...]:
        parts = node[kind]
        if not isinstance(parts, list) or not parts:
            raise self.refused(node.line, f"{kind!r} is not a list", "Write its parts as a list")
        return tuple(self.read(part, node.line) for part in parts)

    def _fact(self, node: Located, label: str) -> Condition:
        self.only(node, "fact", "is", "in", "more_than")
        told = [key for key in ("is", "in", "more_than") if key in node]
        if len(told) != 1:
            wrong = "needs 'is', 'in' or 'more_than'"
            raise self.refused(node.line, wrong, "Write one of them")
        if told == ["more_than"]:
            return self._number(node, label)
        fact = self.speakable.facts.get(str(node["fact"]))
        if fact is None:
            raise self.unknown(node.line, "fact", node["fact"], self.speakable.facts)
        wanted = node["in"] if "in" in node else [node["is"]]
        accepted = frozenset(self._cell(node.line, word, fact) for word in wanted)
        names = names_of(fact) if label and len(accepted) > 1 else ()
        return IsIn(fact, accepted, label or fact_words(fact, accepted), names)

    def _number(self, node: Located, label: str) -> Condition:
        number = self.speakable.numbers.get(str(node["fact"]))
        if number is None:
            raise self.unknown(node.line, "number", node["fact"], self.speakable.numbers)
        limit = self._limit(node)
        return IsIn(number, number.above(limit), label or number_words(number, limit))

    def _cell(self, line: int, word: object, fact: Fact) -> Hashable:
        if not isinstance(fact, Place):
            return self.value(line, word, fact.cells)
        named = known_place(fact.key, str(word))
        if named is None:
            guess = nearest_place(fact.key, str(word))
            right = f"Did you mean {guess}" if guess else "See the list of places"
            raise self.refused(line, f"no place is called {word!r}", right)
        return named

    def _day(self, node: Located) -> date:
        try:
            return date.fromisoformat(str(node["since"]))
        except ValueError as error:
            wrong = f"{node['since']!r} is not a day"
            raise self.refused(node.line, wrong, "Write it as YYYY-MM-DD") from error

    def _limit(self, node: Located) -> int:
        limit = node["more_than"]
        if not isinstance(limit, int) or isinstance(limit, bool):
            raise self.refused(node.line, f"{limit!r} is not a whole number", "Write digits only")
        return limit

    def _elapsed(self, node: Located, label: str) -> Condition:
        self.only(node, "elapsed", "more_than_hours", "at_least_hours")
        if node["elapsed"] not in self.speakable.moments:
            raise self.unknown(node.line, "time", node["elapsed"], self.speakable.moments)
        told = [key for key in ("more_than_hours", "at_least_hours") if key in node]
        hours = node[told[0]] if len(told) == 1 else None
        if not isinstance(hours, int) or isinstance(hours, bool):
            wrong = "needs 'more_than_hours' or 'at_least_hours'"
            raise self.refused(node.line, wrong, "Write whole hours")
        reached = told == ["at_least_hours"]
        have = "has" if hours == 1 else "have"
        passed = f"{'' if reached else 'more than '}{hours_words(hours)} {have} passed since"
        start = str(node["elapsed"])
        elapsed = Elapsed(start, hours, reached, asked=self.speakable.asked.get(start))
        words = f"{passed}: {short(elapsed)}"
        return IsIn(elapsed, frozenset((True,)), label or words)

    def _since(self, node: Located, label: str) -> Condition:
        self.only(node, "since")
        law, day = self.speakable.law_of_the_day, self._day(node)
        return IsIn(law, law.since(day), label or stretch_words((day,), 1))

    def _named_term(self, node: Located, label: str) -> Condition:
        self.only(node, "term")
        term = self.terms.get(str(node["term"]))
        if term is None:
            raise self.unknown(node.line, "term", node["term"], self.terms)
        return Term(term.name, term.meaning, label or term.label)

    def _said(self, node: Located, kind: str, label: str) -> Condition:
        self.only(node, kind, "says")
        if node[kind] not in self.rules:
            raise self.unknown(node.line, "rule", node[kind], self.rules)
        says = node.get("says")
        wanted = says if isinstance(says, list) else [says]
        words = [outcome.value for outcome in Outcome]
        outcomes = frozenset(str(self.value(node.line, word, words)) for word in wanted)
        label = label or f"{node[kind]} says {says}"
        if kind == "rule":
            return RuleSays(node[kind], outcomes, label)
        return IsIn(Heard(node[kind], outcomes), frozenset((True,)), label)

    def _of_list(self, node: Located, quantifier: str, label: str) -> Condition:
        self.only(node, quantifier, "where")
        name = node[quantifier]
        if name not in LISTS:
            raise self.unknown(node.line, "list", name, LISTS)
        where: list[tuple[str, Wanted, bool]] = []
        for field, value in (node.get("where") or {}).items():
            key = LISTS[name].get(field)
            if key is None:
                raise self.unknown(node.line, f"key of {name}", field, LISTS[name])
            unwanted = isinstance(value, Located) and "not" in value
            if unwanted:
                self.only(value, "not")
            wanted = self._wanted(node, key, value["not"] if unwanted else value)
            where.append((field, wanted, unwanted))
        order = tuple(LISTS[name])  # one thing to ask has one name, however it was written
        found: Where = tuple(sorted(where, key=lambda part: order.index(part[0])))
        variable = OfList("some" if quantifier == "some" else "every", name, found)
        words_ = label or f"{quantifier} of {name}: " + where_words(name, found)
        return IsIn(variable, frozenset((True,)), words_)

    def _wanted(self, node: Located, key: Key, said: Any) -> Wanted:
        """What a field of an entry must be: some words, or what its kind of answer allows."""
        match key.kind:
            case Kind.NUMBER:
                return MoreThan(self._limit(self._compared(node, said, "more_than", "90")))
            case Kind.DAY | Kind.MOMENT:
                return Since(self._day(self._compared(node, said, "since", "YYYY-MM-DD")))
            case Kind.TEXT:
                names = self._compared(node, said, "mentions", "[PERC]")["mentions"]
                if not isinstance(names, list) or not all(isinstance(n, str) for n in names):
                    raise self.refused(node.line, f"{names!r} names nothing", "Write a list")
                return Mentions(tuple(names))
        words = YES_OR_NO if key.kind is Kind.YES_NO else key.words
        given = said if isinstance(said, list) else [said]
        return frozenset(self.value(node.line, word, words) for word in given)

    def _compared(self, node: Located, said: Any, way: str, example: str) -> Located:
        """What a field is held against, in the one way in which its kind can be."""
        if not isinstance(said, Located):
            right = f"Write {{{way}: {example}}}"
            raise self.refused(node.line, f"{said!r} is nothing to compare with", right)
        self.only(said, way)
        if way not in said:
            raise self.refused(node.line, f"does not say {way!r}", f"Write {{{way}: {example}}}")
        return said
