"""The members of the file: their roles, and the letterbox that the file knows of each.

A new data key is put only into boxes that stand here, never into what somebody may
have put into keys.json.
"""

from __future__ import annotations

from datetime import datetime

from desktop.casefile.codec import instant, storable, written
from desktop.casefile.errands import Errands
from desktop.casefile.keys import Keys
from desktop.domain.members import Member
from desktop.domain.problems_members import MemberRemoved
from desktop.domain.signoff import Role

_ALL = "SELECT name, role, joined_at FROM members ORDER BY name"
_ADD = """
    INSERT INTO members (name, role, letterbox, joined_at) VALUES (?, ?, ?, ?)
"""
_CHANGE_ROLE = "UPDATE members SET role = ? WHERE name = ?"
_REMOVE = "DELETE FROM members WHERE name = ?"
_BOX = "SELECT letterbox FROM members WHERE name = ?"
_PUT_BOX = "UPDATE members SET letterbox = ? WHERE name = ?"


class Members:
    """The members of an open file. All that changes them is written inside an errand."""

    def __init__(self, errands: Errands) -> None:
        self._errands = errands

    def all(self) -> tuple[Member, ...]:
        return tuple(
            Member(name, Role(role), instant(joined))
            for name, role, joined in self._errands.rows(_ALL)
        )

    def named(self, name: str) -> Member | None:
        return next((member for member in self.all() if member.name == name), None)

    def letterbox(self, name: str) -> bytes | None:
        """The public key of a member's box; None for one who has none yet, or is none."""
        found = self._errands.rows(_BOX, (name,))
        return None if not found or found[0][0] is None else bytes(found[0][0])

    def agree_with(self, keys: Keys, who: str | None, since: datetime) -> tuple[str, ...]:
        """Take out members who have no way in, and note the box of who just opened it.

        In a file that is older than this list, everybody who has a way in looks after it.
        Raises MemberRemoved for one whose passphrase fits and who is not a member.
        """
        if not self.all():
            for name in keys.members:
                self.add(Member(name, Role.ADMINISTRATOR, since), None)
        left = tuple(member.name for member in self.all() if member.name not in keys.members)
        for name in left:
            self.remove(name)
        if who is not None:
            if self.named(who) is None:
                raise MemberRemoved(member=who)
            box = keys.box(who)
            if box is not None and box.public != self.letterbox(who):
                self.put_letterbox(who, box.public)
        return left

    def add(self, member: Member, letterbox: bytes | None) -> None:
        self._errands.write(
            _ADD, (storable(member.name), member.role.value, letterbox, written(member.joined_at))
        )

    def put_letterbox(self, name: str, letterbox: bytes) -> None:
        self._errands.write(_PUT_BOX, (letterbox, name))

    def change_role(self, name: str, role: Role) -> None:
        self._errands.write(_CHANGE_ROLE, (role.value, name))

    def remove(self, name: str) -> None:
        self._errands.write(_REMOVE, (name,))
