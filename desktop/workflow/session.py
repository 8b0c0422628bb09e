"""An unlocked case file with somebody in it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.system.clock import Clock

if TYPE_CHECKING:
    from desktop.casefile.casefile import CaseFile
    from desktop.domain.members import Right
    from desktop.domain.problems import Problem
    from desktop.domain.records import Deed
    from desktop.domain.signoff import Role
    from desktop.domain.trials import Trial
    from desktop.workflow.trails import Trail


@dataclass
class Session:
    """Who works in which file, and by which clock. ``file`` is None while it is locked.

    ``role`` is None while it is locked, and for whoever opened it with the recovery
    code: they look after the file, and sign nothing. ``seen`` are the cases that were
    looked at since it was opened; ``trial`` and ``trails`` what was tried and done since.
    """

    folder: Path
    clock: Clock
    file: CaseFile | None = None
    member: str = ""
    seen: set[str] = field(default_factory=set)
    trial: Trial | None = None
    trails: dict[str, Trail] = field(default_factory=dict)

    @property
    def open_file(self) -> CaseFile:
        """The open file; screens ask for it only after unlocking."""
        if self.file is None:
            raise RuntimeError("the case file is locked")
        return self.file

    @property
    def role(self) -> Role | None:
        member = self.open_file.members.named(self.member) if self.member else None
        return member.role if member else None

    def may(self, right: Right) -> bool:
        """Whether that is open to whoever is in the file."""
        from desktop.domain.members import RIGHTS, Right  # noqa: PLC0415 - the window paints first

        role = self.role
        return right is not Right.SIGN if role is None else role in RIGHTS[right]

    def why_not(self, right: Right) -> Problem | None:
        """Whom to ask where it is not; None where it is."""
        from desktop.domain.problems_members import NotInYourRole  # noqa: PLC0415

        return None if self.may(right) else NotInYourRole(who=right.value)

    def require(self, right: Right) -> None:
        """Raise NotInYourRole where it is not."""
        problem = self.why_not(right)
        if problem is not None:
            raise problem

    def enter(self, file: CaseFile, member: str | None) -> None:
        """Somebody is in; None: by the recovery code."""
        self.file, self.member, self.seen = file, member or "", set()
        self.trial, self.trails = None, {}

    def admit(self, file: CaseFile, member: str | None) -> None:
        """Somebody opened the file; the journal hears of it, and of what opening it took."""
        from desktop.domain.problems_casefile import DiskFull  # noqa: PLC0415
        from desktop.domain.records import Deed  # noqa: PLC0415

        self.enter(file, member)
        with suppress(DiskFull), file.errand():  # a full disk must not keep anybody from a case
            self.note(Deed.OPENED_FILE if member else Deed.OPENED_BY_RECOVERY)
            for done, whom in file.done_at_opening:
                self.note(done, whom=whom)

    def note(
        self,
        did: Deed,
        case_id: str | None = None,
        letter: int | None = None,
        whom: str | None = None,
        copies: int | None = None,
    ) -> None:
        """A line in the journal, now, by whoever is in the file."""
        journal, now = self.open_file.journal, self.clock.now()
        journal.write(now, self.member, did, case_id, letter, whom, copies)
