"""Who comes and goes at a clinic, and what each may do, over a real file."""

from __future__ import annotations

import pytest

from desktop.casefile.cost import CHEAPEST
from desktop.casefile.keys import NewKeys, empty_box
from desktop.domain import problems_members
from desktop.domain.members import RIGHTS, Right, may
from desktop.domain.names import ROLE_NAMES
from desktop.domain.problems import Problem
from desktop.domain.problems_casefile import WrongPassphrase, WrongRecoveryCode
from desktop.domain.problems_members import (
    HasToStay,
    MemberMissing,
    NameTaken,
    NotInYourRole,
)
from desktop.domain.records import Deed
from desktop.domain.signoff import SIGNERS, Role
from desktop.workflow.clinic import Clinic
from desktop.workflow.members import PreparedWayIn
from tests.workflow.conftest import INES, LADDER

TOMAS, OWLS = "Tomas Reyes", "copper river nine owls"


@pytest.fixture
def two(clinic: Clinic) -> Clinic:
    clinic.members.add(_way_in(clinic, TOMAS, OWLS), Role.VOLUNTEER)
    return clinic


def test_a_new_member_opens_the_file_with_a_passphrase_of_their_own(two: Clinic) -> None:
    assert two.access.names() == (INES, TOMAS)
    two.access.close()
    with pytest.raises(WrongPassphrase):
        two.access.derive(OWLS, INES)
    two.access.unlock(two.access.derive(OWLS, TOMAS))
    assert two.access.member_name == TOMAS
    me = two.members.me
    assert me is not None and me.role is Role.VOLUNTEER
    assert _last_deeds(two, 2) == [
        (INES, Deed.ADDED_MEMBER, TOMAS),
        (TOMAS, Deed.OPENED_FILE, None),
    ]


def test_everybody_changes_their_own_passphrase_and_must_know_the_old_one(two: Clinic) -> None:
    _enter(two, OWLS)
    with pytest.raises(WrongPassphrase):
        two.members.prepare_mine(LADDER, "a new and longer phrase")
    two.members.change_passphrase(two.members.prepare_mine(OWLS, "a new and longer phrase"))
    two.access.close()
    with pytest.raises(WrongPassphrase):
        two.access.derive(OWLS)
    two.access.unlock(two.access.derive("a new and longer phrase"))
    assert two.access.member_name == TOMAS


def test_who_forgot_a_passphrase_gets_a_new_one_after_the_recovery_code(
    clinic: Clinic, keys: NewKeys
) -> None:
    clinic.access.close()
    clinic.access.unlock(clinic.access.derive_from_recovery(keys.recovery_code))
    assert clinic.members.me is None
    assert clinic.members.may(Right.LOOK_AFTER) and not clinic.members.may(Right.SIGN)
    clinic.members.change_passphrase(_way_in(clinic, INES, OWLS))
    _enter(clinic, OWLS)
    assert clinic.access.member_name == INES


def test_who_leaves_has_no_way_in_and_the_recovery_code_is_another(two: Clinic) -> None:
    sheet = two.members.new_sheet(leaving=TOMAS)
    assert two.access.recovery_matches(sheet, sheet.recovery_code.lower())
    assert two.access.names() == (INES, TOMAS)  # nothing is changed before it is typed back
    two.members.remove(sheet)
    assert [member.name for member in two.members.all()] == [INES]
    record = two.intake.open_case()
    two.access.close()
    with pytest.raises(WrongPassphrase):
        two.access.derive(OWLS)
    two.access.unlock(two.access.derive_from_recovery(sheet.recovery_code))
    assert two.intake.get(record.id) == record
    told = _last_deeds(two, 5)
    assert told[:2] == [(INES, Deed.CHANGED_KEY, None), (INES, Deed.REMOVED_MEMBER, TOMAS)]


def test_a_lost_sheet_is_replaced_and_opens_nothing_any_more(two: Clinic) -> None:
    first, second = two.members.new_sheet(), two.members.new_sheet()
    two.members.change_recovery_code(first)
    two.members.change_recovery_code(second)
    with pytest.raises(WrongRecoveryCode):
        two.access.derive_from_recovery(first.recovery_code)
    third = two.members.new_sheet()
    two.members.change_key(third)
    _enter(two, OWLS)
    assert two.access.derive_from_recovery(third.recovery_code).generation == 1


def test_the_last_one_who_looks_after_the_file_stays(two: Clinic) -> None:
    with pytest.raises(HasToStay):
        two.members.change_role(INES, Role.VOLUNTEER)
    two.members.change_role(TOMAS, Role.ATTORNEY)
    with pytest.raises(HasToStay):
        two.members.remove(two.members.new_sheet(leaving=INES))
    two.members.change_role(INES, Role.ADVOCATE)
    assert not two.members.may(Right.LOOK_AFTER)
    assert {member.name: member.role for member in two.members.all()} == {
        INES: Role.ADVOCATE,
        TOMAS: Role.ATTORNEY,
    }


@pytest.mark.parametrize("name", [TOMAS, "TOMAS reyes", INES])
def test_no_two_members_have_a_name_that_reads_alike(two: Clinic, name: str) -> None:
    with pytest.raises(NameTaken):
        two.members.add(_way_in(two, name, "something quite else"), Role.ATTORNEY)


def test_nobody_is_changed_who_is_not_there(two: Clinic) -> None:
    for change in (
        lambda: two.members.change_role("Nobody", Role.ATTORNEY),
        lambda: two.members.remove(two.members.new_sheet(leaving="Nobody")),
        lambda: two.members.remove(two.members.new_sheet()),
        lambda: two.members.change_passphrase(_way_in(two, "Nobody", OWLS)),
    ):
        with pytest.raises(MemberMissing):
            change()


def test_looking_after_the_file_is_not_open_to_everybody(two: Clinic) -> None:
    _enter(two, OWLS)
    sheet = two.members.new_sheet(leaving=INES)
    for change in (
        lambda: two.members.add(_way_in(two, "Ruth Okafor", OWLS), Role.ATTORNEY),
        lambda: two.members.change_role(TOMAS, Role.ADMINISTRATOR),
        lambda: two.members.change_passphrase(_way_in(two, INES, OWLS)),
        lambda: two.members.remove(sheet),
        lambda: two.members.change_recovery_code(sheet),
        lambda: two.members.change_key(sheet),
    ):
        with pytest.raises(NotInYourRole) as told:
            change()
        assert "an administrator or attorney" in told.value.sentence


def test_only_attorneys_and_accredited_representatives_sign() -> None:
    assert {role for role in Role if may(role, Right.SIGN)} == SIGNERS
    assert set(ROLE_NAMES) == {role.value for role in Role}
    assert set(RIGHTS) == set(Right) and len(Role) == 5


def test_each_problem_with_members_says_what_to_do() -> None:
    found = [kind for kind in vars(problems_members).values() if _is_problem(kind)]
    assert len({kind.code for kind in found}) == len(found) >= 8
    for kind in found:
        assert kind.remedy
        assert "{" not in kind(member="Ines", most="90", who="an attorney").sentence


def _is_problem(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Problem) and kind is not Problem


def _way_in(clinic: Clinic, name: str, passphrase: str) -> PreparedWayIn:
    """As ``Members.prepare`` makes it, at the lowest cost that is allowed."""
    key = clinic.access._session.open_file.key
    return PreparedWayIn(name, empty_box(key, name, passphrase, CHEAPEST))


def _enter(clinic: Clinic, passphrase: str) -> None:
    clinic.access.close()
    clinic.access.unlock(clinic.access.derive(passphrase))


def _last_deeds(clinic: Clinic, number: int) -> list[tuple[str, Deed, str | None]]:
    lines = clinic.access._session.open_file.journal.lines()[-number:]
    return [(line.who, line.did, line.whom) for line in lines]
