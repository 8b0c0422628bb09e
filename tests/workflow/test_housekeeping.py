"""Backups that were read back before they count, and a journal and settings that can be seen."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.casefile.keys import NewKeys, changed_key
from desktop.casefile.keys_file import read_keys
from desktop.domain import problems_backup
from desktop.domain.case import Case
from desktop.domain.clinic_settings import ClinicSettings
from desktop.domain.problems import Problem
from desktop.domain.problems_backup import (
    BackupDamaged,
    BackupNewer,
    BackupNotSound,
    BackupNotWritten,
    BackupStands,
    NotABackup,
)
from desktop.domain.problems_casefile import (
    FileAlreadyThere,
    FolderSynced,
    KeysDoNotFit,
    WrongPassphrase,
)
from desktop.domain.problems_members import NotInYourRole
from desktop.domain.records import BackupRow, Deed
from desktop.domain.signoff import Role
from desktop.system.clock import FixedClock
from desktop.workflow.access import PreparedKeys
from desktop.workflow.clinic import Clinic
from tests.workflow.conftest import INES, LADDER, NOW


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def elsewhere(tmp_path: Path, clock: FixedClock) -> Clinic:
    """Another computer, without a case file."""
    return Clinic(tmp_path / "elsewhere" / "file", clock)


def backup_of(clinic: Clinic, stick: Path) -> Path:
    path = stick / clinic.housekeeping.suggested_name()
    leaving = clinic.housekeeping.leave(path)
    clinic.housekeeping.keep(clinic.housekeeping.pack(leaving, path))
    return path


def test_a_backup_comes_back_whole_on_another_computer(
    clinic: Clinic, elsewhere: Clinic, stick: Path, keys: NewKeys
) -> None:
    record = clinic.intake.open_case()
    record = clinic.intake.answer(record, "client.name", "Marisol Invented")
    clinic.intake.add_note(record.id, "Her brother called.")
    path = backup_of(clinic, stick)
    clinic.access.close()
    backup = elsewhere.restoring.look(path)
    assert (backup.made_at, backup.names) == (NOW, (INES,))
    for key in (
        elsewhere.restoring.derive(backup, LADDER),
        elsewhere.restoring.derive_from_recovery(backup, keys.recovery_code),
    ):
        elsewhere.restoring.bring_back(backup, key)
        assert elsewhere.restoring.open(backup, key) == 0
        assert elsewhere.intake.get(record.id) == record
        assert [row.id for row in elsewhere.intake.find("brother")] == [record.id]
        assert elsewhere.housekeeping.journal_broken_at() is None
        assert Deed.RESTORED_BACKUP in [line.did for line in elsewhere.housekeeping.journal()]
        elsewhere.access.close()
        aside = elsewhere.restoring.set_aside()
        assert aside is not None and (aside / "data.db").exists()
        assert not elsewhere.access.has_file
    assert elsewhere.restoring.set_aside() is None


def test_a_backup_that_was_kept_is_known_and_is_due_again_in_time(
    clinic: Clinic, stick: Path, clock: FixedClock
) -> None:
    assert not clinic.housekeeping.backup_is_due
    clock.advance(timedelta(days=7))
    assert clinic.housekeeping.backup_is_due
    path = backup_of(clinic, stick)
    assert path.name == "Amparo backup 2026-12-01.amparo"
    assert clinic.housekeeping.backups() == (
        BackupRow(NOW + timedelta(days=7), str(path), path.stat().st_size),
    )
    assert not clinic.housekeeping.backup_is_due
    clinic.housekeeping.choose(replace(clinic.housekeeping.settings, backup_days=2))
    clock.advance(timedelta(days=2))
    assert clinic.housekeeping.backup_is_due


def test_nothing_is_left_of_the_making_and_nothing_but_the_backup_is_on_the_stick(
    clinic: Clinic, stick: Path
) -> None:
    before = {path.name for path in clinic.access.folder.iterdir()}
    path = backup_of(clinic, stick)
    assert {path.name for path in clinic.access.folder.iterdir()} == before
    assert list(stick.iterdir()) == [path]
    assert path.stat().st_mode & 0o077 == 0


def test_a_backup_can_be_taken_apart_without_amparo_and_shows_nothing(
    clinic: Clinic, stick: Path
) -> None:
    clinic.intake.answer(clinic.intake.open_case(), "client.name", "Marisol Invented")
    path = backup_of(clinic, stick)
    with zipfile.ZipFile(path) as packed:
        names = packed.namelist()
        content = {name: packed.read(name) for name in names}
    assert names == ["read me.txt", "backup.json", "keys.json", "data.db"]
    assert set(json.loads(content["backup.json"])) == {"format", "made_at", "data", "keys"}
    assert not any(b"Marisol" in part or b"26-0001" in part for part in content.values())
    assert b"SQLite format" not in content["data.db"]


def test_a_backup_is_refused_where_it_would_be_copied_or_write_over_something(
    clinic: Clinic, stick: Path
) -> None:
    cloud = stick / "Dropbox"
    cloud.mkdir()
    with pytest.raises(FolderSynced, match="Dropbox"):
        backup_of(clinic, cloud)
    path = backup_of(clinic, stick)
    before = path.read_bytes()
    with pytest.raises(BackupStands):
        clinic.housekeeping.leave(path)
    assert path.read_bytes() == before
    leaving = clinic.housekeeping.leave(path, overwrite=True)
    clinic.housekeeping.pack(leaving, path)
    leaving = clinic.housekeeping.leave(cloud / "anyway.amparo", anywhere=True)
    clinic.housekeeping.pack(leaving, cloud / "anyway.amparo")
    assert (cloud / "anyway.amparo").exists()


def test_a_case_file_is_not_made_where_it_would_be_copied(
    tmp_path: Path, clock: FixedClock, keys: NewKeys
) -> None:
    clinic = Clinic(tmp_path / "OneDrive - Invented" / "Amparo", clock)
    assert isinstance(clinic.access.why_not_there(), FolderSynced)
    with pytest.raises(FolderSynced):
        clinic.access.set_up(PreparedKeys(keys))
    assert not clinic.access.has_file
    clinic.access.set_up(PreparedKeys(keys), anywhere=True)
    clinic.access.close()


def test_a_backup_that_cannot_be_written_leaves_nothing(clinic: Clinic, tmp_path: Path) -> None:
    path = tmp_path / "no such folder" / "backup.amparo"
    leaving = clinic.housekeeping.leave(path)
    with pytest.raises(BackupNotWritten):
        clinic.housekeeping.pack(leaving, path)
    assert not leaving.copy.exists()
    assert clinic.housekeeping.backups() == ()


def test_a_backup_that_does_not_open_does_not_count(clinic: Clinic, stick: Path) -> None:
    path = stick / "backup.amparo"
    leaving = clinic.housekeeping.leave(path)
    content = bytearray(leaving.copy.read_bytes())
    content[5000] ^= 1
    leaving.copy.write_bytes(content)
    with pytest.raises(BackupNotSound):
        clinic.housekeeping.pack(leaving, path)
    assert list(stick.iterdir()) == []


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.99, 0.9999])
def test_half_a_backup_is_told_and_brings_nothing_back(
    clinic: Clinic, elsewhere: Clinic, stick: Path, share: float
) -> None:
    path = backup_of(clinic, stick)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(BackupDamaged):
        elsewhere.restoring.look(path)
    assert not elsewhere.access.folder.exists()


def test_a_flipped_bit_in_a_backup_is_told_and_brings_nothing_back(
    clinic: Clinic, elsewhere: Clinic, stick: Path, keys: NewKeys
) -> None:
    path = backup_of(clinic, stick)
    sound = path.read_bytes()
    brought = 0
    for at in range(40, len(sound), len(sound) // 60):
        spoilt = bytearray(sound)
        spoilt[at] ^= 0x10
        path.write_bytes(spoilt)
        try:
            backup = elsewhere.restoring.look(path)
            elsewhere.restoring.bring_back(backup, keys.file_key)
        except BackupDamaged:
            assert not elsewhere.access.has_file
            continue
        # Only where the zip file says something of no consequence.
        brought += 1
        assert elsewhere.restoring.open(backup, keys.file_key) == 0
        elsewhere.access.close()
        elsewhere.restoring.set_aside()
    assert brought <= 3


def test_other_files_are_no_backup(elsewhere: Clinic, stick: Path) -> None:
    (stick / "photo.jpg").write_bytes(b"\xff\xd8 a photo")
    with zipfile.ZipFile(stick / "other.zip", "w") as packed:
        packed.writestr("letter.txt", "words")
    for name in ("photo.jpg", "other.zip", "missing.amparo"):
        with pytest.raises(NotABackup):
            elsewhere.restoring.look(stick / name)


def test_a_backup_of_a_newer_amparo_is_told(elsewhere: Clinic, stick: Path) -> None:
    with zipfile.ZipFile(stick / "next.amparo", "w") as packed:
        packed.writestr("backup.json", json.dumps({"format": "amparo-backup/2"}))
    with pytest.raises(BackupNewer):
        elsewhere.restoring.look(stick / "next.amparo")


def test_a_backup_is_never_brought_back_over_a_case_file(
    clinic: Clinic, stick: Path, keys: NewKeys
) -> None:
    backup = clinic.restoring.look(backup_of(clinic, stick))
    with pytest.raises(FileAlreadyThere):
        clinic.restoring.bring_back(backup, keys.file_key)


def test_a_backup_opens_with_the_keys_of_its_day_and_with_no_others(
    clinic: Clinic, elsewhere: Clinic, stick: Path, keys: NewKeys
) -> None:
    path = backup_of(clinic, stick)
    file = clinic.access._session.open_file
    sheet = clinic.members.new_sheet()
    file.change_key(changed_key(read_keys(file.folder), file.key, sheet.recovery_code))
    backup = elsewhere.restoring.look(path)
    for other in (file.key, replace(keys.file_key, vault="of another file")):
        with pytest.raises(KeysDoNotFit):
            elsewhere.restoring.bring_back(backup, other)
    assert not elsewhere.access.has_file
    with pytest.raises(WrongPassphrase):
        elsewhere.restoring.derive(backup, "of a later day, by somebody")
    elsewhere.restoring.bring_back(backup, elsewhere.restoring.derive(backup, LADDER))


def test_settings_are_kept_in_the_file_and_only_who_looks_after_it_changes_them(
    clinic: Clinic, keys: NewKeys
) -> None:
    assert clinic.housekeeping.settings == ClinicSettings()
    chosen = ClinicSettings(keep_sensitive=True, keep_months=84, backup_days=3, lock_minutes=2)
    clinic.housekeeping.choose(chosen)
    clinic.housekeeping.choose(chosen)
    clinic.access.close()
    clinic.access.unlock(keys.file_key)
    assert clinic.housekeeping.settings == chosen
    deeds = [line.did for line in clinic.housekeeping.journal()]
    assert deeds.count(Deed.CHANGED_SETTINGS) == 1
    file = clinic.access._session.open_file
    with file.errand():
        file.members.change_role(INES, Role.VOLUNTEER)
    with pytest.raises(NotInYourRole):
        clinic.housekeeping.choose(ClinicSettings())


def test_each_answer_note_and_look_is_in_the_journal(clinic: Clinic, keys: NewKeys) -> None:
    record = clinic.intake.open_case()
    record = clinic.intake.answer(record, "custody.place", "cell 4")
    clinic.intake.keep(record, record.case.with_answer("immigration.final_order", True))
    clinic.intake.add_note(record.id, "called")
    clinic.access.close()
    clinic.access.unlock(keys.file_key)
    for _ in range(3):
        clinic.intake.get(record.id)
    lines = clinic.access._session.open_file.journal.lines(record.id)
    assert [(line.who, line.did) for line in lines] == [
        (INES, Deed.ADDED_CASE),
        (INES, Deed.CHANGED_CASE),
        (INES, Deed.ADDED_NOTE),
        (INES, Deed.OPENED_CASE),
    ]
    assert clinic.intake.keep(record, Case()).revision == record.revision + 1


def test_each_problem_with_backups_says_what_to_do() -> None:
    found = [kind for kind in vars(problems_backup).values() if _is_problem(kind)]
    assert len({kind.code for kind in found}) == len(found) >= 6
    for kind in found:
        assert kind.remedy
        assert "{" not in kind(folder="/f", name="b.amparo").sentence


def _is_problem(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Problem) and kind is not Problem
