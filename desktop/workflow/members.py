"""Members of the clinic and their ways in: who comes, who goes, what they may do.

The slow steps (``prepare...``) take and return values only, so that they can run in
the background; what they prepared is put in place on the window's thread.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.domain.members import RIGHTS, Member, Right
from desktop.domain.problems_members import HasToStay, MemberMissing, NameTaken
from desktop.domain.records import Deed
from desktop.domain.signoff import Role
from desktop.workflow.session import Session

if TYPE_CHECKING:
    from desktop.casefile.letterbox import Letterbox


@dataclass(frozen=True)
class PreparedWayIn:
    """An empty letterbox under a passphrase, for a member who is there or comes."""

    name: str
    box: Letterbox = field(repr=False)


@dataclass(frozen=True)
class RecoverySheet:
    """A new recovery code, to be printed and typed back before anything changes.

    ``leaving`` is the member for whose sake the key of the file changes with it.
    """

    recovery_code: str = field(repr=False)
    leaving: str | None = None


class Members:
    """Everybody's way in. All but one's own passphrase is for those who look after the file."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[Member, ...]:
        """By name."""
        return self._session.open_file.members.all()

    @property
    def me(self) -> Member | None:
        """Who is in the file; None when the recovery code opened it."""
        return self._session.open_file.members.named(self._session.member)

    def may(self, right: Right) -> bool:
        """Whether that is open to whoever is in the file."""
        return self._session.may(right)

    def prepare(self, name: str, passphrase: str) -> PreparedWayIn:
        """A way in for somebody, under a first or a new passphrase. Slow and pure."""
        from desktop.casefile.cost import calibrated  # noqa: PLC0415 - the window paints first
        from desktop.casefile.keys import empty_box  # noqa: PLC0415

        box = empty_box(self._session.open_file.key, name.strip(), passphrase, calibrated())
        return PreparedWayIn(box.name, box)

    def prepare_mine(self, passphrase: str, new: str) -> PreparedWayIn:
        """A new passphrase of one's own. Slow and pure; raises WrongPassphrase."""
        from desktop.casefile.keys import derive  # noqa: PLC0415
        from desktop.casefile.keys_file import read_keys  # noqa: PLC0415

        derive(read_keys(self._session.folder), passphrase, self._session.member)
        return self.prepare(self._session.member, new)

    def add(self, prepared: PreparedWayIn, role: Role) -> None:
        """Take somebody in. Raises NameTaken or MembersFull."""
        self._session.require(Right.LOOK_AFTER)
        file, now = self._session.open_file, self._session.clock.now()
        alike = prepared.name.casefold()
        if any(member.name.casefold() == alike for member in self.all()):
            raise NameTaken(member=prepared.name)
        with file.errand():
            file.members.add(Member(prepared.name, role, now), prepared.box.public)
            self._session.note(Deed.ADDED_MEMBER, whom=prepared.name)
            file.put_way_in(prepared.box)

    def change_passphrase(self, prepared: PreparedWayIn) -> None:
        """One's own; or, for those who look after the file, that of somebody who forgot it."""
        if prepared.name != self._session.member:
            self._session.require(Right.LOOK_AFTER)
        file = self._session.open_file
        self._named(prepared.name)
        with file.errand():
            file.members.put_letterbox(prepared.name, prepared.box.public)
            self._session.note(Deed.CHANGED_PASSPHRASE, whom=prepared.name)
            file.put_way_in(prepared.box)

    def come_back(self, prepared: PreparedWayIn) -> None:
        """Who came in by the recovery code has a passphrase again, and is in under their name."""
        assert not self._session.member, "somebody is in by name"
        self.change_passphrase(prepared)
        self._session.member = prepared.name
        self._session.note(Deed.OPENED_FILE)

    def change_role(self, name: str, role: Role) -> None:
        """Raises HasToStay when the last one who looks after the file would not any more."""
        self._session.require(Right.LOOK_AFTER)
        file = self._session.open_file
        if role not in RIGHTS[Right.LOOK_AFTER]:
            self._refuse_last(name)
        with file.errand():
            file.members.change_role(self._named(name).name, role)
            self._session.note(Deed.CHANGED_ROLE, whom=name)

    def new_sheet(self, leaving: str | None = None) -> RecoverySheet:
        """A code for a new recovery sheet; nothing changes before it is typed back."""
        from desktop.casefile.recovery import new_code  # noqa: PLC0415

        return RecoverySheet(new_code(), leaving)

    def change_recovery_code(self, sheet: RecoverySheet) -> None:
        """From now on this code opens the file, and the one before does not."""
        self._session.require(Right.LOOK_AFTER)
        file = self._session.open_file
        with file.errand():
            self._session.note(Deed.CHANGED_RECOVERY_CODE)
            file.put_recovery_code(sheet.recovery_code)

    def remove(self, sheet: RecoverySheet) -> None:
        """Let ``sheet.leaving`` go. The file comes under a new key and a new recovery code.

        What they kept of old (a copy, a backup, their passphrase) still opens what it held
        then, and nothing that is written from now on.
        """
        name = sheet.leaving or ""
        self._session.require(Right.LOOK_AFTER)
        self._named(name)
        if name == self._session.member:
            raise HasToStay(member=name)
        self._refuse_last(name)
        self._change_key(sheet)
        file = self._session.open_file
        with file.errand():
            file.members.remove(name)
            self._session.note(Deed.REMOVED_MEMBER, whom=name)

    def change_key(self, sheet: RecoverySheet) -> None:
        """A new key and a new recovery code, with nobody leaving: a sheet or a stick was lost."""
        self._session.require(Right.LOOK_AFTER)
        self._change_key(sheet)

    def _change_key(self, sheet: RecoverySheet) -> None:
        from desktop.casefile.keys import changed_key  # noqa: PLC0415
        from desktop.casefile.keys_file import read_keys  # noqa: PLC0415

        file = self._session.open_file
        keys = read_keys(self._session.folder)
        file.change_key(changed_key(keys, file.key, sheet.recovery_code, sheet.leaving))
        self._session.note(Deed.CHANGED_KEY)

    def _named(self, name: str) -> Member:
        member = self._session.open_file.members.named(name)
        if member is None:
            raise MemberMissing(member=name)
        return member

    def _refuse_last(self, name: str) -> None:
        others = (member for member in self.all() if member.name != name)
        if not any(member.role in RIGHTS[Right.LOOK_AFTER] for member in others):
            raise HasToStay(member=name)
