"""What a clinic chose for its case file. Kept inside it, where nobody outside can change it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ClinicSettings:
    """The defaults are what a clinic has that chose nothing.

    ``keep_sensitive``: immigration facts, nationality, citizenship, fear of return and being
    a victim of a crime are kept, and not only used. ``keep_months``: how long after its last
    change a case is kept that has no date of its own; None: until somebody decides.
    """

    keep_sensitive: bool = False
    keep_months: int | None = None
    backup_days: int = 7
    lock_minutes: int = 5
