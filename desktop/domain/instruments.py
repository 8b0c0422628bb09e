"""What a paper looks like, from words printed on it: "looks like", never "is"."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Statement:
    """Something we say of a kind of paper, how sure we are, and where it stands.

    ``print_level`` C is no law to rely on: its words say themselves that nobody checked them.
    """

    says: str
    grade: str
    print_level: str
    source: str


@dataclass(frozen=True)
class Named:
    """A kind of paper by its name alone. ``form`` is None when it has no word of its own."""

    form: str | None
    looks_like: str
    court_issued: bool | None


@dataclass(frozen=True)
class Identified:
    """A guess at a paper, and what follows if it is right.

    ``form`` is a word of the case file, None when no form can be told; ``issued_by`` a word
    of its papers. ``court_issued`` is None when that cannot be told. ``notes`` are cautions,
    also on words of the paper that mislead; ``also`` are other papers that it names.
    """

    form: str | None
    looks_like: str
    court_issued: bool | None
    issued_by: str | None
    confidence: str
    can: tuple[Statement, ...]
    cannot: tuple[Statement, ...]
    notes: tuple[Statement, ...]
    ask_next: tuple[str, ...]
    also: tuple[Named, ...] = ()
