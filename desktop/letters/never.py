"""Words that stand in no letter, not even denied: law that is unread, claims that are untrue."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from desktop.system.resources import resource


@dataclass(frozen=True)
class Never:
    """A pattern of words, and why no letter says them."""

    pattern: re.Pattern[str]
    why: str


@cache
def never_list() -> tuple[Never, ...]:
    """The shipped list, for every language together."""
    with resource("letters", "never.toml").open("rb") as file:
        listed = tomllib.load(file)["never"]
    return tuple(Never(re.compile(row["words"], re.IGNORECASE), row["why"]) for row in listed)


def never_said(text: str) -> Never | None:
    """The first rule that a text breaks, or None."""
    return next((never for never in never_list() if never.pattern.search(text)), None)
