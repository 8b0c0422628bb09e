"""A case goes to another clinic, or comes from one, under a code that is told by telephone.

``pack`` and ``open`` are slow, and work on values only: they can run in the background
while the window stays awake. A case that was sent stays here too, until somebody lets it
go.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.members import Right
from desktop.domain.moments import day_of
from desktop.domain.problems import Problem
from desktop.domain.problems_moving import BundleStands
from desktop.domain.records import CaseRecord, Deed
from desktop.workflow.session import Session

if TYPE_CHECKING:
    from desktop.casefile.cost import Cost
    from desktop.casefile.moved_document import MovedCase
    from desktop.domain.moving import Arriving


@dataclass(frozen=True)
class Leaving:
    """A case on its way out, and the code that will open it."""

    case: MovedCase = field(repr=False)
    code: str = field(repr=False)

    @property
    def case_code(self) -> str:
        """The code by which the clinic knows the case."""
        return self.case.code


@dataclass(frozen=True)
class Arrived:
    """A case that its code opened, and that is not taken in yet."""

    case: MovedCase = field(repr=False)

    @property
    def id(self) -> str:
        return self.case.id


class Moving:
    """Sending and receiving a case, for everybody but volunteers. ``cost`` None: the usual one."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.cost: Cost | None = None

    def why_not_you(self) -> Problem | None:
        """What keeps whoever is in the file from sending cases and taking them in."""
        return self._session.why_not(Right.SEND)

    def suggested_name(self) -> str:
        """A name for the file that tells its day, and nobody's name."""
        return f"Amparo case {day_of(self._session.clock.now()):%Y-%m-%d}.amparo-case"

    def leave(self, case_id: str) -> Leaving:
        """Read all that is kept of a case, and make a code for it."""
        from desktop.casefile.moving import moved  # noqa: PLC0415 - the window paints first
        from desktop.casefile.one_time_code import new_code  # noqa: PLC0415

        self._session.require(Right.SEND)
        return Leaving(moved(self._session.open_file, case_id), new_code())

    def pack(self, leaving: Leaving, path: Path, *, overwrite: bool = False) -> None:
        """Seal the case into a file, and open it again. Slow; raises a Problem."""
        from desktop.casefile import bundle  # noqa: PLC0415
        from desktop.casefile.moved_document import text_of  # noqa: PLC0415

        if path.exists() and not overwrite:
            raise BundleStands(name=path.name)
        bundle.write(path, text_of(leaving.case), leaving.code, self.cost or bundle.COST)

    def sent(self, leaving: Leaving) -> None:
        """From now on the case counts as sent."""
        self._session.note(Deed.SENT_CASE, leaving.case.id)

    def read_code(self, typed: str) -> str:
        """The code that was meant. Raises CodeIncomplete or CodeSlipped."""
        from desktop.casefile.one_time_code import read_code  # noqa: PLC0415

        return read_code(typed)

    def open(self, path: Path, typed: str) -> Arrived:
        """The case in a file, once the code opens it. Slow; raises a Problem."""
        from desktop.casefile import bundle  # noqa: PLC0415
        from desktop.casefile.moved_document import case_of  # noqa: PLC0415

        return Arrived(case_of(bundle.read(path, typed), path.name))

    def look(self, arrived: Arrived) -> Arriving:
        """What would be kept. Raises CaseDiffers or CaseWasPurged; nothing is written."""
        from desktop.casefile.moving import plan  # noqa: PLC0415

        self._session.require(Right.SEND)
        file, now = self._session.open_file, self._session.clock.now()
        return plan(file, arrived.case, now).arriving(arrived.case)

    def receive(self, arrived: Arrived) -> CaseRecord:
        """Take the case in, whole or not at all."""
        from desktop.casefile.moving import receive  # noqa: PLC0415

        self._session.require(Right.SEND)
        file = self._session.open_file
        with file.errand():
            record = receive(file, arrived.case, self._session.clock.now())
            self._session.note(Deed.RECEIVED_CASE, record.id)
        return record
