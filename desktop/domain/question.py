"""One question that we put to people."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.vocabulary import LISTS, SCALARS, Key, Kind


@dataclass(frozen=True)
class Question:
    """One thing to ask. ``label`` is its short form in a row; ``section`` groups rows.

    ``who_knows`` are words of SOURCE_NAMES, best first; ``say`` is for the phone. A
    question that a pack brings says what it takes, with names for its words, since the
    vocabulary does not know it.
    """

    key: str
    section: str
    ask: str
    label: str
    who_knows: tuple[str, ...]
    say: str = ""
    own: Key | None = None
    names: tuple[tuple[str, str], ...] = ()

    @property
    def takes(self) -> Key:
        """What kind of answer it takes; yes or no to "is that every ...?" of a list."""
        return self.own or SCALARS.get(self.key, _WHOLE_LIST)

    @property
    def is_list(self) -> bool:
        return self.key in LISTS


_WHOLE_LIST = Key(Kind.YES_NO)
