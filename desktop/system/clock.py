"""The only place that asks the machine what time it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


class Clock:
    """The machine's clock."""

    def now(self) -> datetime:
        """This moment, in UTC, to the second."""
        return datetime.now(UTC).replace(microsecond=0)


@dataclass
class FixedClock(Clock):
    """A clock that stands still until it is told to go on; for tests and demonstrations."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment.astimezone(UTC)

    def advance(self, by: timedelta) -> None:
        self.moment += by
