"""What every screen of a case can do with a trial; knows no Qt.

F9 begins one and ends it, F8 asks for a day, F7 puts two assessments side by side.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from desktop.domain.moments import Moment
from desktop.domain.silence import Answer
from desktop.gui.kit.doors import Host
from desktop.language.marks import N_

TRY = N_("Try an answer")
OTHER_LAW = N_("Law of another day")
SIDE_BY_SIDE = N_("Side by side")
ENDED = N_("The trial is over. All is as it was kept.")
NO_DAY = N_("Name one day, as in 1 Mar 2019.")


class TrialActs:
    """``case_id`` says whose case is in sight; ``renew`` shows it again."""

    def __init__(self, host: Host, case_id: Callable[[], str], renew: Callable[[], None]) -> None:
        self._host, self._case_id, self._renew = host, case_id, renew

    @property
    def is_on(self) -> bool:
        return self._host.clinic.changing.trial(self._case_id()) is not None

    def turn(self) -> None:
        """Begin to try, or end what is tried, whatever it is."""
        if self.is_on:
            self.end()
        else:
            self.begin()

    def begin(self) -> None:
        self._host.clinic.changing.begin_trial(self._case_id())
        self._renew()

    def end(self) -> None:
        self._host.clinic.changing.end_trial()
        self._renew()
        self._host.messages.tell(ENDED)

    def read_law_of(self, answer: Answer) -> None:
        """The law of a day that was typed."""
        if isinstance(answer, Moment) and answer.earliest is not None:
            self._host.clinic.changing.try_law_of(self._case_id(), answer.earliest)
        elif isinstance(answer, Moment):
            self._host.messages.tell(NO_DAY)
        else:
            self._host.clinic.changing.try_law_of(self._case_id(), None)
        self._renew()

    def compare(self) -> None:
        self._host.navigator.go("compare", case_id=self._case_id())

    def now(self) -> datetime:
        """The moment against which a day is read."""
        return self._host.clinic.clock.now()
