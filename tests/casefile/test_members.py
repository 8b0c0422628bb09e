"""Letterboxes: everybody their own way in, and a key that changes when somebody leaves."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.casefile import letterbox
from desktop.casefile.casefile import CaseFile
from desktop.casefile.cost import CHEAPEST
from desktop.casefile.encoded import NotASlot
from desktop.casefile.folder import BEFORE, KEYS, KEYS_COPY
from desktop.casefile.keys import (
    KeyChange,
    Keys,
    NewKeys,
    changed_key,
    derive,
    derive_from_recovery,
    with_box,
    with_member,
    with_recovery,
)
from desktop.casefile.keys_file import _sum, keys_of, read_keys, text_of, write_keys
from desktop.casefile.recovery import new_code
from desktop.casefile.whole import written_home_and_sound
from desktop.domain.case import Case
from desktop.domain.members import Member
from desktop.domain.problems_casefile import (
    FileNewer,
    KeysDoNotFit,
    WrongPassphrase,
    WrongRecoveryCode,
)
from desktop.domain.problems_members import (
    KeyNotChanged,
    MemberMustOpenFirst,
    MemberRemoved,
    MembersFull,
    NameRefused,
)
from desktop.domain.records import Deed
from desktop.domain.signoff import Role
from tests.casefile.conftest import INES, NOW, PASSPHRASE

TOMAS, OWLS = "Tomas Reyes", "copper river nine owls"
_CASE = Case().with_answer("custody.place", "p" * 700)
CODE = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ"


@pytest.fixture(scope="session")
def both(keys: NewKeys) -> Keys:
    return with_member(keys.keys, keys.file_key, TOMAS, OWLS, CHEAPEST)


@pytest.fixture
def shared(casefile: CaseFile, both: Keys) -> CaseFile:
    """A file with two members in it."""
    box = both.box(TOMAS)
    assert box is not None
    with casefile.errand():
        casefile.members.add(Member(TOMAS, Role.VOLUNTEER, NOW), box.public)
        casefile.put_way_in(box)
    for number in range(30):
        casefile.cases.add(_CASE, f"26-{number + 1:04}", NOW)
    return casefile


def test_a_changed_key_opens_with_everybodys_own_passphrase_but_the_leavers(
    shared: CaseFile, keys: NewKeys, folder: Path
) -> None:
    old = (folder / KEYS).read_bytes()
    shared.change_key(changed_key(read_keys(folder), shared.key, CODE, leaving=TOMAS))
    assert len(shared.cases.list()) == 30
    shared.cases.add(_CASE, "26-0031", NOW)
    shared.close()
    now = read_keys(folder)
    assert now.members == (INES,) and len(now.generations) == 1
    for key in (derive(now, PASSPHRASE), derive_from_recovery(now, CODE)):
        again = CaseFile.open(folder, key)
        assert len(again.cases.list()) == 31
        again.close()
    with pytest.raises(WrongPassphrase):
        derive(now, OWLS)
    with pytest.raises(WrongRecoveryCode):
        derive_from_recovery(now, keys.recovery_code)
    # What the leaver kept no longer opens it.
    (folder / KEYS).write_bytes(old)
    with pytest.raises(KeysDoNotFit):
        CaseFile.open(folder, derive(keys_of(old), OWLS))


def test_after_a_change_no_page_is_under_the_old_key(
    shared: CaseFile, keys: NewKeys, folder: Path
) -> None:
    (folder / BEFORE).write_bytes(b"an old copy")
    shared.change_key(changed_key(read_keys(folder), shared.key, CODE))
    shared.close()
    assert not (folder / BEFORE).exists()
    assert shared.key.data_key != keys.file_key.data_key
    again = CaseFile.open(folder, derive(read_keys(folder), OWLS))
    assert again._errands.rows("PRAGMA cipher_integrity_check") == []
    again.close()


@pytest.mark.skipif(os.name != "posix", reason="files are limited in another way there")
@pytest.mark.parametrize("pages_held", [-64000, 10])
def test_a_change_that_the_drive_has_no_room_for_leaves_everything_as_it_was(
    shared: CaseFile, folder: Path, pages_held: int
) -> None:
    """SQLCipher says nothing of such a failure, or the wrong thing."""
    import resource

    shared._errands.rows(f"PRAGMA cache_size = {pages_held}")
    before, key, code = read_keys(folder), shared.key, CODE
    most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, most[1]))
    try:
        with pytest.raises(KeyNotChanged):
            shared.change_key(changed_key(before, key, code, leaving=TOMAS))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, most)
    assert (read_keys(folder), shared.key.data_key) == (before, key.data_key)
    shared.cases.add(_CASE, "26-0099", NOW)
    assert len(shared.cases.list()) == 31
    shared.change_key(changed_key(before, key, code, leaving=TOMAS))
    assert shared.over_whole(written_home_and_sound)
    assert read_keys(folder).members == (INES,)


def test_the_key_can_change_again_and_again(shared: CaseFile, folder: Path) -> None:
    for generation in (1, 2, 3):
        shared.change_key(changed_key(read_keys(folder), shared.key, CODE))
        assert read_keys(folder).generations == {generation}
    shared.close()
    again = CaseFile.open(folder, derive(read_keys(folder), OWLS))
    assert len(again.cases.list()) == 30
    again.close()


@pytest.mark.parametrize("who", [PASSPHRASE, OWLS])
def test_a_change_that_was_cut_short_before_the_file_is_finished_by_whoever_opens_it(
    shared: CaseFile, folder: Path, who: str
) -> None:
    change = changed_key(read_keys(folder), shared.key, CODE)
    write_keys(folder, change.meanwhile)
    shared.close()
    opened = CaseFile.open(folder, derive(read_keys(folder), who))
    _is_finished(opened, change)


def test_a_change_that_was_cut_short_after_the_file_is_finished_too(
    shared: CaseFile, folder: Path
) -> None:
    change = changed_key(read_keys(folder), shared.key, CODE, leaving=TOMAS)
    shared.change_key(change)
    write_keys(folder, change.meanwhile)
    shared.close()
    opened = CaseFile.open(folder, derive(read_keys(folder), PASSPHRASE))
    assert (Deed.REMOVED_MEMBER, TOMAS) in opened.done_at_opening
    assert [member.name for member in opened.members.all()] == [INES]
    _is_finished(opened, change)


def test_whoever_is_leaving_cannot_finish_the_change_and_still_finds_the_file_whole(
    shared: CaseFile, folder: Path
) -> None:
    change = changed_key(read_keys(folder), shared.key, CODE, leaving=TOMAS)
    write_keys(folder, change.meanwhile)
    shared.close()
    opened = CaseFile.open(folder, derive(read_keys(folder), OWLS))
    assert len(opened.cases.list()) == 30
    opened.close()
    assert len(read_keys(folder).generations) == 2
    _is_finished(CaseFile.open(folder, derive(read_keys(folder), PASSPHRASE)), change)


def test_a_new_recovery_code_takes_the_place_of_the_old_one(
    casefile: CaseFile, keys: NewKeys, folder: Path
) -> None:
    casefile.put_recovery_code(CODE)
    now = read_keys(folder)
    assert derive_from_recovery(now, CODE).data_key == keys.file_key.data_key
    with pytest.raises(WrongRecoveryCode):
        derive_from_recovery(now, keys.recovery_code)
    assert derive(now, PASSPHRASE).data_key == keys.file_key.data_key


def test_a_new_passphrase_takes_the_place_of_the_old_one(keys: NewKeys) -> None:
    now = with_member(keys.keys, keys.file_key, INES, OWLS, CHEAPEST)
    assert derive(now, OWLS).data_key == keys.file_key.data_key
    with pytest.raises(WrongPassphrase):
        derive(now, PASSPHRASE)
    assert now.members == (INES,)


def test_no_key_goes_into_a_box_that_somebody_put_into_the_keys_from_outside(
    shared: CaseFile, both: Keys, folder: Path
) -> None:
    strangers = letterbox.new_box(shared.key.vault, TOMAS, "mine, all mine", CHEAPEST, bytes(32))
    write_keys(folder, with_box(both, strangers, shared.key))
    with pytest.raises(MemberMustOpenFirst) as told:
        shared.change_key(changed_key(read_keys(folder), shared.key, CODE))
    assert TOMAS in told.value.sentence
    assert shared.key.generation == 0


def test_a_key_put_in_by_somebody_who_does_not_know_the_seal_is_not_taken(
    keys: NewKeys, both: Keys, folder: Path, casefile: CaseFile
) -> None:
    box = keys.keys.box(INES)
    assert box is not None
    theirs = letterbox.put_in(replace(box, held=()), keys.keys.vault, bytes(32), 0, os.urandom(48))
    with pytest.raises(WrongPassphrase):
        derive(Keys(keys.keys.vault, (), (theirs,)), PASSPHRASE)
    casefile.close()
    another = replace(keys.file_key, seal=os.urandom(32))
    with pytest.raises(KeysDoNotFit):
        CaseFile.open(folder, another)
    CaseFile.open(folder, keys.file_key).close()


def test_one_who_is_no_member_does_not_get_in_with_a_passphrase_that_fits(
    casefile: CaseFile, both: Keys, folder: Path
) -> None:
    write_keys(folder, both)
    casefile.close()
    with pytest.raises(MemberRemoved):
        CaseFile.open(folder, derive(read_keys(folder), OWLS))
    CaseFile.open(folder, derive(read_keys(folder), PASSPHRASE)).close()


def test_a_member_without_a_way_in_is_taken_from_the_list(shared: CaseFile, folder: Path) -> None:
    write_keys(folder, read_keys(folder).without(TOMAS))
    shared.close()
    opened = CaseFile.open(folder, derive(read_keys(folder), PASSPHRASE))
    assert opened.done_at_opening == ((Deed.REMOVED_MEMBER, TOMAS),)
    opened.close()


def test_there_is_an_end_to_members_and_to_the_length_of_a_name(keys: NewKeys, both: Keys) -> None:
    box = both.box(TOMAS)
    assert box is not None
    many = replace(both, boxes=tuple(replace(box, name=f"Person {n}") for n in range(90)))
    assert keys_of(text_of(many)).members == many.members
    with pytest.raises(MembersFull):
        with_box(many, replace(box, held=()), keys.file_key)
    for name in ("", "n" * 201, "half a sign \ud83d"):
        with pytest.raises(NameRefused):
            with_member(keys.keys, keys.file_key, name, OWLS, CHEAPEST)


def test_keys_of_a_newer_amparo_are_told_from_damage(folder: Path, both: Keys) -> None:
    told = json.loads(text_of(both))
    del told["sum"]
    told["format"] = "amparo-keys/3"
    folder.mkdir()
    for name in (KEYS, KEYS_COPY):
        (folder / name).write_text(json.dumps({**told, "sum": _sum(told)}))
    with pytest.raises(FileNewer):
        read_keys(folder)


@pytest.mark.parametrize(
    "tamper",
    [
        lambda box: box.update(name=""),
        lambda box: box.update(name=7),
        lambda box: box.update(held=[]),
        lambda box: box.update(held=box["held"] * 3),
        lambda box: box.update(public="AAAA"),
        lambda box: box["held"][0].update(generation=-1),
        lambda box: box["held"][0].update(generation=True),
        lambda box: box["derivation"].update(function="hkdf-sha256"),
        lambda box: box["derivation"].update(mib=1 << 30),
        lambda box: box.update(more=1),
    ],
)
def test_a_box_that_amparo_would_not_have_written_is_refused(both: Keys, tamper: object) -> None:
    told = json.loads(text_of(both))
    del told["sum"]
    assert callable(tamper)
    tamper(told["slots"][-1])
    with pytest.raises(NotASlot):
        keys_of(json.dumps({**told, "sum": _sum(told)}).encode())


@pytest.mark.parametrize("part", ["public", "ephemeral", "name", "generation", "low order"])
def test_what_a_box_says_of_itself_cannot_be_changed(both: Keys, part: str) -> None:
    box = both.box(TOMAS)
    assert box is not None
    (put,) = box.held
    tampered = {
        "public": replace(box, public=os.urandom(32)),
        "ephemeral": replace(box, held=(replace(put, ephemeral=os.urandom(32)),)),
        "name": replace(box, name="Somebody Else"),
        "generation": replace(box, held=(replace(put, generation=1),)),
        "low order": replace(box, held=(replace(put, ephemeral=bytes(32)),)),
    }
    with pytest.raises(WrongPassphrase):
        derive(Keys(both.vault, (), (tampered[part],)), OWLS)


def test_no_two_members_share_a_name_in_the_keys(both: Keys) -> None:
    twice = replace(both, boxes=both.boxes * 2)
    with pytest.raises(NotASlot):
        keys_of(text_of(twice))


def test_the_keys_show_no_key(both: Keys, keys: NewKeys) -> None:
    change = changed_key(both, keys.file_key, new_code())
    recovered = with_recovery(both, keys.file_key, CODE)
    shown = repr((both, change, recovered, keys.file_key, derive(both, OWLS)))
    for secret in (keys.file_key.data_key, keys.file_key.seal, change.file_key.data_key):
        assert secret is not None
        assert secret.hex() not in shown and repr(secret) not in shown


def _is_finished(opened: CaseFile, change: KeyChange) -> None:
    try:
        assert (Deed.CHANGED_KEY, None) in opened.done_at_opening
        assert opened.key.data_key == change.file_key.data_key
        assert read_keys(opened.folder) == change.afterwards
        assert len(opened.cases.list()) == 30
        assert opened._errands.rows("PRAGMA integrity_check") == [("ok",)]
    finally:
        opened.close()
