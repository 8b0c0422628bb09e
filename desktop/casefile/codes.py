"""Codes of cases: each is one case's, and one that was given is never given again.

What was given is remembered apart from the cases, because a letter that is still
out there carries the code of a case that was purged.
"""

from __future__ import annotations

import re
from datetime import datetime

from desktop.casefile.errands import Errands
from desktop.domain.moments import day_of
from desktop.domain.problems_casefile import CodeTaken

_GIVEN = re.compile(r"(\d\d)-(\d{4,7})", re.ASCII)
_WHO_HAS = "SELECT id FROM cases WHERE code = ?"
_HIGHEST = "SELECT highest FROM codes_given WHERE year = ?"
_REMEMBER = """
    INSERT INTO codes_given (year, highest) VALUES (?, ?)
    ON CONFLICT (year) DO UPDATE SET highest = max(highest, excluded.highest)
"""


class Codes:
    """The codes of an open file."""

    def __init__(self, errands: Errands) -> None:
        self._errands = errands

    def next(self, now: datetime) -> str:
        """The next of the codes that Amparo gives: the year in Boston and a running number."""
        year = f"{day_of(now):%y}"
        found = self._errands.rows(_HIGHEST, (year,))
        return f"{year}-{(found[0][0] if found else 0) + 1:04}"

    def give(self, code: str, case_id: str) -> None:
        """Note that a case has this code. Raises CodeTaken when another one has it."""
        if not self.is_free(code, case_id):
            raise CodeTaken(case_code=code)
        ours = _GIVEN.fullmatch(code)
        if ours:
            self._errands.write(_REMEMBER, (ours[1], int(ours[2])))

    def is_free(self, code: str, case_id: str = "") -> bool:
        """Whether no other case has this code."""
        return all(holder == case_id for (holder,) in self._errands.rows(_WHO_HAS, (code,)))
