"""What can be wrong with a file is told apart, each with what to do."""

from __future__ import annotations

import os
import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.casefile.casefile import CaseFile
from desktop.casefile.cost import CHEAPEST
from desktop.casefile.driver import PLAIN_HEADER, connect
from desktop.casefile.folder import DATA, KEYS, KEYS_COPY, reaching
from desktop.casefile.keys import NewKeys, derive, new_keys
from desktop.casefile.keys_file import read_keys
from desktop.domain import problems_casefile
from desktop.domain.case import Case
from desktop.domain.problems import Problem
from desktop.domain.problems_casefile import (
    DiskFull,
    FileAlreadyThere,
    FileDamaged,
    FileEmpty,
    FileInUse,
    FileMissing,
    FileNewer,
    FolderClosed,
    KeysDoNotFit,
    KeysMissing,
    WrongPassphrase,
)
from tests.casefile.conftest import INES, NOW, PASSPHRASE, ROOT, RunPython
from tests.soak.damage import spoil_all

_TRY = """
import sys
from pathlib import Path
from desktop.casefile.casefile import CaseFile
from desktop.casefile.keys import FileKey
from desktop.domain.problems import Problem
try:
    CaseFile.open(Path(sys.argv[1]), FileKey(bytes.fromhex(sys.argv[2]), sys.argv[3], None))
    print("opened")
except Problem as problem:
    print(type(problem).__name__)
"""


def _cut(length: int) -> Callable[[bytes], bytes]:
    return lambda content: content[:length]


def _flipped(at: int) -> Callable[[bytes], bytes]:
    def flip(content: bytes) -> bytes:
        spoilt = bytearray(content)
        spoilt[at] ^= 1
        return bytes(spoilt)

    return flip


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (_cut(0), FileEmpty),
        (_cut(1), FileDamaged),
        (_cut(4095), FileDamaged),
        (_cut(4096), FileDamaged),
        (_cut(9000), FileDamaged),
        (_cut(-4096), FileDamaged),
        (_flipped(100), FileDamaged),
        (_flipped(4000), FileDamaged),
        (lambda content: os.urandom(16) + content[16:-1], FileDamaged),
        (lambda content: PLAIN_HEADER + content[16:], FileDamaged),
        (lambda content: os.urandom(len(content)), KeysDoNotFit),
    ],
)
def test_a_spoilt_file_does_not_open(
    closed: Path, spoil: Callable[[bytes], bytes], expected: type[Problem]
) -> None:
    path = closed / DATA
    path.write_bytes(spoil(path.read_bytes()))
    found = derive(read_keys(closed), PASSPHRASE)
    with pytest.raises(expected) as told:
        _read_everything(CaseFile.open(closed, found))
    assert type(told.value) is expected


def test_no_damage_to_any_file_is_shown_as_data_and_each_is_told(tmp_path: Path) -> None:
    """Three hundred flips and every length: ``python -m tests.soak.damage``."""
    told = spoil_all(tmp_path / "clinic", 24, random.Random(5), coarse=400)
    assert told.total() > 200


def test_spoilt_salt_alone_does_not_matter(closed: Path, keys: NewKeys) -> None:
    path = closed / DATA
    path.write_bytes(bytes(16) + path.read_bytes()[16:])
    opened = CaseFile.open(closed, keys.file_key)
    assert len(opened.cases.list()) == 20
    opened.close()


def test_a_wrong_passphrase_is_no_damage(closed: Path) -> None:
    with pytest.raises(WrongPassphrase):
        derive(read_keys(closed), "some other passphrase")


def test_missing_cases_and_missing_keys_are_two_things(closed: Path, keys: NewKeys) -> None:
    data = (closed / DATA).read_bytes()
    (closed / DATA).unlink()
    assert CaseFile.exists(closed)
    with pytest.raises(FileMissing):
        CaseFile.open(closed, keys.file_key)
    assert not (closed / DATA).exists()
    (closed / DATA).write_bytes(data)
    (closed / KEYS).unlink()
    (closed / KEYS_COPY).unlink()
    assert CaseFile.exists(closed)
    with pytest.raises(KeysMissing):
        read_keys(closed)


def test_keys_of_another_file_are_told_from_damage(closed: Path) -> None:
    other = new_keys(INES, PASSPHRASE, CHEAPEST)
    with pytest.raises(KeysDoNotFit):
        CaseFile.open(closed, other.file_key)


def test_the_vault_is_bound_to_its_keys(closed: Path, keys: NewKeys) -> None:
    database = connect(closed / DATA, keys.file_key.data_key)
    database.execute("UPDATE vault SET id = 'of another'")
    database.close()
    with pytest.raises(KeysDoNotFit):
        CaseFile.open(closed, keys.file_key)


def test_a_database_under_the_right_key_that_amparo_did_not_make_is_refused(
    closed: Path, keys: NewKeys
) -> None:
    (closed / DATA).unlink()
    database = connect(closed / DATA, keys.file_key.data_key)
    database.execute("CREATE TABLE strange (x)")
    database.close()
    with pytest.raises(FileDamaged):
        CaseFile.open(closed, keys.file_key)


def test_a_newer_file_is_refused_and_left_alone(closed: Path, keys: NewKeys) -> None:
    database = connect(closed / DATA, keys.file_key.data_key)
    database.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
        " VALUES ('casefile', 'schema_of_2031', '2031')"
    )
    database.close()
    before = (closed / DATA).read_bytes()
    with pytest.raises(FileNewer):
        CaseFile.open(closed, keys.file_key)
    assert (closed / DATA).read_bytes() == before


def test_a_second_process_is_told_that_the_file_is_open(
    casefile: CaseFile, folder: Path, keys: NewKeys, run_python: RunPython
) -> None:
    casefile.cases.add(Case(), "26-0001", NOW)
    arguments = (str(folder), keys.file_key.data_key.hex(), keys.file_key.vault)
    assert run_python(_TRY, *arguments).stdout.split() == ["FileInUse"]
    with pytest.raises(FileInUse):
        CaseFile.open(folder, keys.file_key)
    # Looking did not cost us the lock.
    assert run_python(_TRY, *arguments).stdout.split() == ["FileInUse"]
    casefile.close()
    assert run_python(_TRY, *arguments).stdout.split() == ["opened"]


def test_a_file_is_never_made_over_another(closed: Path, keys: NewKeys) -> None:
    before = {path.name: path.read_bytes() for path in closed.iterdir()}
    other = new_keys(INES, PASSPHRASE, CHEAPEST)
    for missing in (None, DATA, KEYS):
        if missing is not None:
            (closed / missing).unlink()
        with pytest.raises(FileAlreadyThere):
            CaseFile.create(closed, other, NOW)
        if missing is not None:
            (closed / missing).write_bytes(before[missing])
    assert {path.name: path.read_bytes() for path in closed.iterdir()} == before


def test_changes_that_wait_for_their_file_are_not_built_over(folder: Path, keys: NewKeys) -> None:
    folder.mkdir()
    (folder / f"{DATA}-wal").write_bytes(b"somebody's changes")
    with pytest.raises(FileAlreadyThere):
        CaseFile.create(folder, keys, NOW)


def test_a_folder_that_cannot_be_is_told(tmp_path: Path, keys: NewKeys) -> None:
    (tmp_path / "a file").write_text("")
    with pytest.raises(FolderClosed) as told:
        CaseFile.create(tmp_path / "a file" / "inside", keys, NOW)
    assert "inside" in told.value.sentence


@pytest.mark.skipif(os.name != "posix", reason="rights are of another kind there")
def test_a_folder_that_only_others_may_write_is_told(keys: NewKeys) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as made:
        folder = Path(made) / "shared"
        CaseFile.create(folder, keys, NOW).close()
        Path(made).chmod(0o755)
        for path in folder.iterdir():
            path.chmod(0o444)
        folder.chmod(0o555)
        with _without_privileges():
            with pytest.raises(FolderClosed):
                CaseFile.open(folder, keys.file_key)
            with pytest.raises(FolderClosed):
                CaseFile.create(folder / "new", keys, NOW)
        folder.chmod(0o700)


def test_a_full_drive_is_told_and_what_was_kept_stays(casefile: CaseFile) -> None:
    record = casefile.cases.add(Case(), "26-0001", NOW)
    pages = casefile._errands.rows("PRAGMA page_count")[0][0]
    casefile._errands.rows(f"PRAGMA max_page_count = {pages + 2}")
    long = record.case.with_answer("custody.place", "p" * 200_000)
    with pytest.raises(DiskFull):
        casefile.cases.keep(record, long, NOW)
    assert not casefile._errands._database.conn.in_transaction
    assert casefile.cases.get(record.id) == record
    casefile._errands.rows("PRAGMA max_page_count = 100000")
    assert casefile.cases.keep(record, long, NOW).revision == 2


@pytest.mark.skipif(os.name != "posix", reason="files are limited in another way there")
def test_a_quota_that_is_used_up_is_told_as_a_full_drive(casefile: CaseFile, folder: Path) -> None:
    """SQLite tells it as an error of the drive."""
    import resource

    record = casefile.cases.add(Case(), "26-0001", NOW)
    long = record.case.with_answer("custody.place", "p" * 400_000)
    before = {path.name for path in folder.iterdir()}
    most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (250_000, most[1]))
    try:
        with pytest.raises(DiskFull):
            casefile.cases.keep(record, long, NOW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, most)
    assert {path.name for path in folder.iterdir()} == before
    assert casefile.cases.keep(record, long, NOW).revision == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a drive always full")
def test_a_full_drive_is_told_for_the_keys_too(tmp_path: Path) -> None:
    with pytest.raises(DiskFull), reaching(tmp_path), Path("/dev/full").open("wb") as file:
        file.write(b"x")
        file.flush()


def test_a_file_that_turned_read_only_is_told(casefile: CaseFile) -> None:
    casefile._errands.rows("PRAGMA query_only = ON")
    with pytest.raises(FolderClosed):
        casefile.cases.add(Case(), "26-0001", NOW)


def test_each_problem_has_its_own_code_a_sentence_and_something_to_do() -> None:
    found = [kind for kind in vars(problems_casefile).values() if _is_problem(kind)]
    assert len(found) >= 15
    assert len({kind.code for kind in found}) == len(found)
    values = {"folder": "/f", "case_code": "26-0001", "expected": "32", "typed": "31"}
    values |= {"service": "OneDrive"}
    for kind in found:
        assert kind.remedy
        assert "{" not in kind(**values).sentence


def test_no_problem_has_a_place_for_what_a_client_said() -> None:
    allowed = ("{folder}", "{case_code}", "{expected}", "{typed}", "{service}")
    for kind in filter(_is_problem, vars(problems_casefile).values()):
        words = f"{kind.what} {kind.why} {kind.remedy}"
        for place in allowed:
            words = words.replace(place, "")
        assert "{" not in words


def test_nothing_that_sqlite_utils_breaks_over_sqlcipher_is_used() -> None:
    for path in (ROOT / "desktop" / "casefile").glob("*.py"):
        source = path.read_text(encoding="utf-8")
        for banned in ("alter=", "find_unique_name", "ignore=True", ".commit(", "tracer="):
            assert banned not in source, path.name


def _is_problem(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Problem) and kind is not Problem


def _read_everything(opened: CaseFile) -> None:
    try:
        for row in opened.cases.list():
            opened.cases.get(row.id)
    finally:
        opened.close()


@contextmanager
def _without_privileges() -> Iterator[None]:
    """Root may write everywhere: become nobody for a moment."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
