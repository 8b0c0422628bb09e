"""What a person can understand and act on. Everything else is a bug.

Each says what happened, why, and what to do next, in that order.
"""

from __future__ import annotations

from typing import ClassVar

from desktop.language.marks import N_


class Problem(Exception):
    """Something went wrong that a person can mend. Subclasses fill in the words.

    ``values`` go into the named placeholders of the three texts.
    """

    code: ClassVar[str] = "GENERAL-01"
    what: ClassVar[str] = N_("Something went wrong.")
    why: ClassVar[str] = ""
    remedy: ClassVar[str] = ""

    def __init__(self, **values: str) -> None:
        self.values = values
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        """What, why and what to do, as one line."""
        parts = (part.format_map(self.values) for part in (self.what, self.why, self.remedy))
        return " ".join(part for part in parts if part)


class CaseRefused(Problem):
    """A case file that cannot be taken as it is."""

    code = "CASE-01"
    what = N_("{place}: {wrong}.")
    remedy = N_("{right}.")

    def __init__(self, place: str, wrong: str, right: str) -> None:
        super().__init__(place=place, wrong=wrong, right=right)
