"""Instruments on the shelf: the signs by which a paper can be told, and what each paper is.

Read strictly: an unknown key, sign or statement is a mistake in the shelf and stops here.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from desktop.domain.instruments import Identified, Named, Statement
from desktop.library.printed_words import Paper, Printed, number_pattern
from desktop.system.resources import resource

# A tick as people and scanners write it: [x], (x), a box with a cross, a check mark.
_TICK = r"(?:\[\s*[xX]\s*\]|\(\s*[xX]\s*\)|[\u2611\u2612\u2713\u2714\u2717])\s*"


@dataclass(frozen=True)
class Sign:
    """Something printed that many papers of one kind share. ``missing`` asks for it."""

    words: tuple[Printed, ...]
    pattern: re.Pattern[str] | None
    missing: str

    def is_on(self, paper: Paper) -> bool:
        return any(words.nearly_stand_on(paper) for words in self.words) or bool(
            self.pattern and self.pattern.search(paper.text)
        )


@dataclass(frozen=True)
class Claim:
    """Words on a paper that are easily taken for more than they are, and what we say of them."""

    on: tuple[str, ...]
    issued_by: str
    but_not_on: tuple[str, ...]
    words: tuple[Printed, ...]
    ticked: re.Pattern[str] | None
    says: Statement
    court_unsure: bool

    def is_made_by(self, paper: Paper, form: str | None, issued_by: str | None) -> bool:
        speaks_of = form in self.on if self.on else issued_by == self.issued_by
        if not speaks_of or form in self.but_not_on:
            return False
        return any(words.stand_on(paper) for words in self.words) or bool(
            self.ticked and self.ticked.search(paper.text)
        )


@dataclass(frozen=True)
class Instrument:
    """A kind of paper: by which number, title or signs it is told, and what it is.

    A title counts together with all ``marks``; without titles the marks tell it alone.
    ``shows`` are the signs that such a paper has; ``generic`` titles stand on courts'
    papers too; ``weak`` kinds give way to every other. One paper of a kind that ``may_hold_both``
    can speak of ICE and of a court.
    """

    order: int
    numbers: tuple[re.Pattern[str], ...]
    number_words: tuple[str, ...]
    titles: tuple[Printed, ...]
    marks: tuple[Sign, ...]
    shows: tuple[Sign, ...]
    generic: bool
    weak: bool
    unless_numbered: bool
    may_hold_both: bool
    mixed: bool
    what: Identified

    @property
    def named(self) -> Named:
        return Named(self.what.form, self.what.looks_like, self.what.court_issued)


class Instruments:
    """All kinds of paper that we can tell apart."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or resource("instruments")

    @cached_property
    def _files(self) -> tuple[Mapping[str, Any], ...]:
        paths = sorted(self._folder.glob("*.toml"))
        return tuple(tomllib.loads(path.read_text(encoding="utf-8")) for path in paths)

    def _tables(self, kind: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        return (row for file in self._files for row in file.get(kind, {}).items())

    def _rows(self, kind: str) -> Iterator[dict[str, Any]]:
        return (dict(row) for file in self._files for row in file.get(kind, ()))

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        return {
            name: Statement(row["says"], row["grade"], row["print"], row["source"])
            for name, row in self._tables("statement")
        }

    @cached_property
    def signs(self) -> Mapping[str, Sign]:
        return {
            name: Sign(
                tuple(map(Printed, row.get("words", ()))),
                re.compile(row["pattern"]) if "pattern" in row else None,
                row.get("missing", ""),
            )
            for name, row in self._tables("sign")
        }

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        return tuple(self._claim(**row) for row in self._rows("claim"))

    @cached_property
    def all(self) -> tuple[Instrument, ...]:
        """Every instrument, in the order in which they are tried."""
        read = (self._instrument(**row) for row in self._rows("paper"))
        return tuple(sorted(read, key=lambda instrument: instrument.order))

    def numbers(self, *, of_courts: bool) -> tuple[str, ...]:
        """The numbers of forms that courts issue, or of all others."""
        return tuple(
            number
            for instrument in self.all
            if (instrument.what.issued_by == "court") is of_courts
            for number in instrument.number_words
        )

    def _claim(
        self,
        *,
        says: str,
        on: list[str] | None = None,
        issued_by: str = "",
        but_not_on: list[str] | None = None,
        words: list[str] | None = None,
        ticked: str | None = None,
        court_unsure: bool = False,
    ) -> Claim:
        return Claim(
            tuple(on or ()),
            issued_by,
            tuple(but_not_on or ()),
            tuple(map(Printed, words or ())),
            re.compile(_TICK + ticked, re.IGNORECASE) if ticked else None,
            self.statements[says],
            court_unsure,
        )

    def _instrument(
        self,
        *,
        order: int,
        looks_like: str,
        ask_next: list[str],
        form: str | None = None,
        issuer: str | None = None,
        confidence: str = "high",
        numbers: list[str] | None = None,
        titles: list[str] | None = None,
        marks: list[str] | None = None,
        shows: list[str] | None = None,
        can: list[str] | None = None,
        cannot: list[str] | None = None,
        notes: list[str] | None = None,
        generic: bool = False,
        weak: bool = False,
        unless_numbered: bool = False,
        may_hold_both: bool = False,
        mixed: bool = False,
    ) -> Instrument:
        def said(names: list[str] | None) -> tuple[Statement, ...]:
            return tuple(self.statements[name] for name in names or ())

        what = Identified(
            form=form,
            looks_like=looks_like,
            court_issued=None if issuer is None else issuer == "court",
            issued_by=None if issuer == "nobody" else issuer,
            confidence=confidence,
            can=said(can),
            cannot=said(cannot),
            notes=said(notes),
            ask_next=tuple(ask_next),
        )
        return Instrument(
            order=order,
            numbers=tuple(map(number_pattern, numbers or ())),
            number_words=tuple(numbers or ()),
            titles=tuple(map(Printed, titles or ())),
            marks=tuple(self.signs[name] for name in marks or ()),
            shows=tuple(self.signs[name] for name in shows or ()),
            generic=generic,
            weak=weak,
            unless_numbered=unless_numbered,
            may_hold_both=may_hold_both,
            mixed=mixed,
            what=what,
        )
