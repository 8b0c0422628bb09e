"""The shipped rules, from their YAML, in the languages of other engines.

Each rule becomes one expression that gives its outcome as text, in the order of
tests; terms are written out, and other rules are looked up among those said before.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol
from zoneinfo import ZoneInfo

import yaml

Node = dict[str, Any]


class Dialect(Protocol):
    """How one language writes what a pack can say."""

    def one_of(self, place: str, words: Sequence[object]) -> Any: ...

    def above(self, place: str, least: float, reached: bool) -> Any: ...

    def some(self, name: str, each: Callable[[Dialect], Any]) -> Any: ...

    def every(self, parts: Sequence[Any]) -> Any: ...

    def any(self, parts: Sequence[Any]) -> Any: ...

    def none(self, part: Any) -> Any: ...

    def choose(self, condition: Any, then: Any, otherwise: Any) -> Any: ...

    def text(self, word: str) -> Any: ...


class Written:
    """Expressions as text; what differs between languages is given."""

    def __init__(self, words: dict[str, str], item: str = "") -> None:
        self._words, self._item = words, item

    def one_of(self, place: str, words: Sequence[object]) -> str:
        return f"({self._item}{place} in {json.dumps(list(words))})"

    def above(self, place: str, least: float, reached: bool) -> str:
        return f"({self._item}{place} {'>=' if reached else '>'} {least:.1f})"

    def some(self, name: str, each: Callable[[Dialect], Any]) -> str:
        inner = each(Written(self._words, self._words["item"]))
        return self._words["some"].format(name=name, inner=inner)

    def every(self, parts: Sequence[str]) -> str:
        return f"({self._words['and'].join(parts)})" if parts else "true"

    def any(self, parts: Sequence[str]) -> str:
        return f"({self._words['or'].join(parts)})" if parts else "false"

    def none(self, part: str) -> str:
        return self._words["not"].format(part=part)

    def choose(self, condition: str, then: str, otherwise: str) -> str:
        return f"({condition} ? {then} : {otherwise})"

    def text(self, word: str) -> str:
        return json.dumps(word)


CEL = Written(
    {
        "and": " && ",
        "or": " || ",
        "not": "!({part})",
        "item": "x.",
        "some": "{name}.exists(x, {inner})",
    }
)
ZEN = Written(
    {
        "and": " and ",
        "or": " or ",
        "not": "not({part})",
        "item": "#.",
        "some": "some({name}, {inner})",
    }
)


class JsonLogic:
    """Expressions as trees of dictionaries."""

    def one_of(self, place: str, words: Sequence[object]) -> Node:
        return {"in": [{"var": place}, list(words)]}

    def above(self, place: str, least: float, reached: bool) -> Node:
        return {">=" if reached else ">": [{"var": place}, least]}

    def some(self, name: str, each: Callable[[Dialect], Any]) -> Node:
        return {"some": [{"var": name}, each(self)]}

    def every(self, parts: Sequence[Any]) -> Any:
        return {"and": list(parts)} if parts else True

    def any(self, parts: Sequence[Any]) -> Any:
        return {"or": list(parts)} if parts else False

    def none(self, part: Any) -> Node:
        return {"!": [part]}

    def choose(self, condition: Any, then: Any, otherwise: Any) -> Node:
        return {"if": [condition, then, otherwise]}

    def text(self, word: str) -> str:
        return word


class Translated:
    """All rules and terms of the shipped packs, ready to be written in a dialect."""

    def __init__(self, folder: Path) -> None:
        self.rules: dict[str, Node] = {}
        self._terms: dict[str, Node] = {}
        for path in sorted(folder.glob("*/terms.yaml")):
            self._terms.update(yaml.safe_load(path.read_text(encoding="utf-8")) or {})
        for path in sorted(folder.glob("*/rules/*.yaml")):
            rule = yaml.safe_load(path.read_text(encoding="utf-8"))
            self.rules[rule["id"]] = rule

    def outcome(self, name: str, to: Dialect) -> Any:
        """The rule as one expression in the language."""
        rule = self.rules[name]

        def made(node: Node | None) -> Any:
            return self._condition(node, to) if node else to.any([])

        def gate(node: Node | None) -> Any:
            return self._condition(node, to) if node else to.every([])

        governed = f"law.{rule['governed_by']}"
        reached = rule.get("binds", []) + rule.get("unclear_for", [])
        doubts = [self._was(rule, "unsettled", governed, to)]
        if rule.get("unclear_for"):
            doubts.append(to.one_of("f.actor", rule["unclear_for"]))
        doubts += [made(node) for node in rule.get("unsettled_when", [])]
        strength = to.text(f"broken {rule.get('strength', 'strong')}")
        breach = to.choose(made(rule.get("arguable_when")), to.text("broken arguable"), strength)
        said = to.choose(made(rule.get("broken_when")), breach, to.text(rule["otherwise"]))
        said = to.choose(to.any(doubts), to.text("unsettled"), said)
        for exception in rule.get("unless", []):
            said = to.choose(made(exception["when"]), to.text("allows"), said)
        said = to.choose(gate(rule.get("due_when")), said, to.text("not_yet"))
        said = to.choose(gate(rule.get("applies_when")), said, to.text("not_covered"))
        if reached:
            said = to.choose(to.one_of("f.actor", reached), said, to.text("not_covered"))
        gone = self._was(rule, "not_in_force", governed, to)
        return to.choose(gone, to.text("not_in_force"), said)

    def _was(self, rule: Node, what: str, governed: str, to: Dialect) -> Any:
        """Whether the law of the governing day was no law, or doubtful."""
        versions = rule.get("versions", [])
        stretches = []
        for version, after in zip(versions, [*versions, None][1:], strict=True):
            if version.get("outcome") == what:
                limits = []
                if version.get("from"):
                    limits.append(to.above(governed, _start(version["from"]), True))
                if after:
                    limits.append(to.none(to.above(governed, _start(after["from"]), True)))
                stretches.append(to.every(limits))
        return to.any(stretches)

    def _condition(self, node: Node, to: Dialect) -> Any:
        match node:
            case {"all": parts}:
                return to.every([self._condition(part, to) for part in parts])
            case {"any": parts}:
                return to.any([self._condition(part, to) for part in parts])
            case {"not": part}:
                return to.none(self._condition(part, to))
            case {"none": parts}:
                return to.none(to.any([self._condition(part, to) for part in parts]))
            case {"fact": key}:
                words = node["in"] if "in" in node else [node["is"]]
                return to.one_of(_place(key), words)
            case {"some": name}:
                return to.some(name, lambda each: self._fits(node.get("where") or {}, each))
            case {"elapsed": key}:
                reached = "at_least_hours" in node
                hours = node["at_least_hours" if reached else "more_than_hours"]
                return to.above(f"hours.{_plain(key)}", float(hours), reached)
            case {"term": name}:
                return self._condition(self._terms[name]["means"], to)
            case {"rule": name, "says": says}:
                words = says if isinstance(says, list) else [says]
                words = [w for word in words for w in _strengths(word)]
                return to.one_of(f"said.{_plain(name)}", words)
            case {"always": _}:
                return to.every([])
        raise ValueError(f"no dialect says {node}")

    def _fits(self, where: Node, to: Dialect) -> Any:
        parts = []
        for field, value in where.items():
            unwanted = isinstance(value, dict)
            words = value["not"] if unwanted else value
            fits = to.one_of(field, words if isinstance(words, list) else [words])
            parts.append(to.none(fits) if unwanted else fits)
        return to.every(parts)


def _strengths(word: str) -> list[str]:
    return ["broken strong", "broken arguable"] if word == "broken" else [word]


def _place(key: str) -> str:
    return key if key.startswith("act.") else f"f.{_plain(key)}"


def _plain(key: str) -> str:
    return key.replace(".", "_")


def _start(day: date) -> float:
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo("America/New_York")).timestamp()
