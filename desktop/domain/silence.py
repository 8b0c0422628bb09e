"""What we heard when we asked, and what we did not hear.

A rule may take no silence for "no". The kinds differ only in what to do next:
ask, ask somebody else, or leave the person in peace.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from desktop.domain.moments import Moment


class Silence(Enum):
    """Why there is no answer. All three are "not known" to a rule."""

    NOT_ASKED = None
    NOT_KNOWN = "unknown"
    WITHHELD = "declined"


@dataclass(frozen=True)
class OneOf:
    """One of these words, and nobody can say which."""

    words: tuple[str, ...]


Answer = bool | int | float | str | tuple[str, ...] | Moment | OneOf | Silence
Answers = Mapping[str, Answer]
