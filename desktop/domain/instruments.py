"""What a paper looks like, from words printed on it: "looks like", never "is"."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Identified:
    """A guess at a paper, and what follows if it is right.

    ``form`` is a word of the case file, None when no form can be told.
    ``court_issued`` is None when that cannot be told either.
    """

    form: str | None
    looks_like: str
    court_issued: bool | None
    confidence: str
    can: str
    cannot: str
    ask_next: tuple[str, ...]
