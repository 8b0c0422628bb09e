"""When nobody is there any more: the minutes that the clinic chose are over, or the computer slept.

That it slept is seen from the clock: a look that was due comes a minute late. So a
computer locks that tells nobody of its sleep.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop.domain.problems import Problem
from desktop.system.clock import Clock
from desktop.system.idle import Seconds

LONGEST_STEP = 20.0  # seconds between two looks
SLEPT = timedelta(seconds=60)  # later than that, it was no busy moment


def seconds_left(idle: float, minutes: int) -> float:
    """Until it is time to lock; nothing is left when it is."""
    return max(0.0, minutes * 60 - idle)


class LockWatch(QObject):
    """Looks from time to time, and says when it is time.

    ``minutes`` gives what the clinic chose, and None while there is nothing to lock. When a
    drive does not answer, what it gave before still holds.
    """

    due = Signal()

    def __init__(
        self, idle: Seconds, minutes: Callable[[], int | None], clock: Clock, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._idle, self._minutes, self._clock = idle, minutes, clock
        self._expected: datetime | None = None
        self._known: int | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.look)

    def look(self) -> None:
        """See whether it is time; if not, come again."""
        with suppress(Problem):
            self._known = self._minutes()
        now, minutes = self._clock.now(), self._known
        slept = self._expected is not None and now - self._expected > SLEPT
        left = LONGEST_STEP if minutes is None else seconds_left(self._idle(), minutes)
        if minutes is not None and (slept or left == 0):
            self.due.emit()
            left = LONGEST_STEP
        step = min(max(left, 1.0), LONGEST_STEP)
        self._expected = now + timedelta(seconds=step)
        self._timer.start(round(step * 1000))
