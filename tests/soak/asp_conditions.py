"""Conditions of the packs' YAML as rules of logic: c(number, frame) is true where one holds.

Everything is known there, so what does not hold fails.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

Node = dict[str, Any]
EPOCH = datetime.fromisoformat("2000-01-01T00:00+00:00")


def seconds(instant: datetime) -> int:
    """Whole seconds; the solver knows no larger numbers than these."""
    return int((instant - EPOCH).total_seconds())


def start_of(day: date) -> int:
    """00:00 of a day in New York."""
    return seconds(datetime(day.year, day.month, day.day, tzinfo=ZoneInfo("America/New_York")))


def quoted(value: object) -> str:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f'"{text}"'


class Conditions:
    """Writes conditions down, each term once."""

    def __init__(self, terms: Mapping[str, Node], add: Callable[[str], None]) -> None:
        self._terms, self._add = terms, add
        self.numbers = count(1)
        self._term_numbers: dict[str, int] = {}

    def condition(self, node: Node) -> int:
        """The number of a condition, written down."""
        number = next(self.numbers)
        for body in self._bodies(node):
            self._add(f"c({number},F) :- frame(F){body}.")
        return number

    def any_of(self, nodes: list[Node]) -> int:
        """The number of "one of these holds"."""
        return self.condition({"any": nodes})

    def term(self, name: str) -> int:
        """The number of what a term means."""
        if name not in self._term_numbers:
            self._term_numbers[name] = self.condition(self._terms[name]["means"])
        return self._term_numbers[name]

    def _bodies(self, node: Node) -> Iterator[str]:
        """Each way in which the condition can hold."""
        match node:
            case {"all": parts}:
                yield "".join(f", c({self.condition(part)},F)" for part in parts)
            case {"any": parts}:
                yield from (f", c({self.condition(part)},F)" for part in parts)
            case {"none": parts}:
                yield "".join(f", not c({self.condition(part)},F)" for part in parts)
            case {"not": part}:
                yield f", not c({self.condition(part)},F)"
            case {"term": name}:
                yield f", c({self.term(name)},F)"
            case {"some": _}:
                yield f", F = f(C,_), fits({self._item(node, 'some')},C,_)"
            case {"every": name}:
                item = self._item(node, "every")
                self._add(f"unfit({item},C) :- item(C,{name},I), not fits({item},C,I).")
                yield f", F = f(C,_), not unfit({item},C)"
            case _:
                yield from _looked_up(node)

    def _item(self, node: Node, quantifier: str) -> int:
        """fits(number, case, entry) is true of the entries that have all that is asked."""
        number, name = next(self.numbers), node[quantifier]
        body = ""
        for place, (field, value) in enumerate((node.get("where") or {}).items()):
            unwanted = isinstance(value, dict) and "not" in value
            for way in _has(name, field, value["not"] if unwanted else value):
                self._add(f"has({number},{place},C,I) :- {way}.")
            body += f", {'not ' if unwanted else ''}has({number},{place},C,I)"
        self._add(f"fits({number},C,I) :- item(C,{name},I){body}.")
        return number


def _has(name: str, field: str, wanted: Any) -> Iterator[str]:
    """Each way in which a field of an entry can be what it must be."""
    match wanted:
        case {"more_than": limit}:
            yield f'field_number(C,{name},I,"{field}",N), N > {limit}'
        case {"since": day}:
            yield f'field_time(C,{name},I,"{field}",T), T >= {start_of(day)}'
        case {"mentions": names}:
            yield from (f'mentions(C,{name},I,"{field}",{quoted(n.lower())})' for n in names)
        case _:
            for word in _listed(wanted):
                yield f'field(C,{name},I,"{field}",{quoted(word)})'


def _looked_up(node: Node) -> Iterator[str]:
    """Each way in which a condition without parts can hold."""
    match node:
        case {"fact": key, "more_than": limit}:
            yield f', F = f(C,_), number(C,"{key}",N), N > {limit}'
        case {"fact": key}:
            for value in node["in"] if "in" in node else [node["is"]]:
                yield f', v(F,"{key}",{quoted(value)})'
        case {"elapsed": start}:
            sign = ">" if "more_than_hours" in node else ">="
            hours = node["more_than_hours" if sign == ">" else "at_least_hours"]
            told = f'time(C,"{start}",S), until(F,"{start}",E)'
            yield f", F = f(C,_), {told}, E - S {sign} {hours * 3600}"
        case {"since": day}:
            yield f", F = f(C,_), now(C,T), T >= {start_of(day)}"
        case {"rule": name, "says": says}:
            yield from (f', says("{name}",F,"{word}",_)' for word in _listed(says))
        case {"finding": name, "says": says}:
            for word in _listed(says):
                yield f', F = f(C,_), final("{name}",C,"{word}",_)'
        case {"always": _}:
            yield ""
        case _:
            raise ValueError(f"nobody can tell the solver of {node}")


def _listed(words: Any) -> list[Any]:
    return words if isinstance(words, list) else [words]
