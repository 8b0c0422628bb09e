"""The seam to SQLCipher: loaded late, stood in rightly, loud about bugs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher  # type: ignore[import-untyped]

from desktop.casefile.casefile import CaseFile
from desktop.casefile.driver import connect
from desktop.casefile.faults import told
from desktop.casefile.keys import NewKeys
from tests.casefile.conftest import ROOT, RunPython

_IMPORT_ALL = """
import importlib, json, pkgutil, sys
import desktop.casefile
for module in pkgutil.iter_modules(desktop.casefile.__path__, "desktop.casefile."):
    importlib.import_module(module.name)
import desktop.domain.records, desktop.domain.problems_casefile
print(json.dumps(sorted(sys.modules)))
"""
_IMPORTED_TOO_EARLY = """
import sqlite_utils
from desktop.casefile.casefile import CaseFile
CaseFile.in_memory()
"""


def test_nothing_heavy_is_loaded_before_a_file_is_opened(run_python: RunPython) -> None:
    ran = run_python(_IMPORT_ALL)
    loaded = set(json.loads(ran.stdout))
    assert "desktop.casefile.casefile" in loaded
    assert not loaded & {"sqlite_utils", "sqlcipher3", "cryptography", "sqlite3"}


def test_sqlite_utils_speaks_to_sqlcipher(casefile: CaseFile) -> None:
    from sqlite_utils import utils

    assert vars(utils)["sqlite3"].Connection is sqlcipher.Connection
    assert isinstance(casefile._errands._database.conn, sqlcipher.Connection)


def test_sqlite_utils_imported_too_early_is_a_bug_that_shows(run_python: RunPython) -> None:
    ran = run_python(_IMPORTED_TOO_EARLY)
    assert "imported before the case file's driver" in ran.stderr


@pytest.mark.parametrize("length", [0, 31, 32, 47, 49])
def test_a_key_of_another_length_is_never_tried(tmp_path: Path, length: int) -> None:
    with pytest.raises(ValueError, match="bytes"):
        connect(tmp_path / "data.db", bytes(length))
    assert not any(tmp_path.iterdir())


def test_a_wrong_statement_is_a_bug_and_no_problem(casefile: CaseFile) -> None:
    with pytest.raises(sqlcipher.OperationalError):
        casefile._errands.rows("SELECT nothing FROM nowhere")
    with pytest.raises(sqlcipher.IntegrityError), casefile.errand():
        casefile._errands.write("INSERT INTO vault VALUES (2, 'x', 'y')", [])
    with pytest.raises(KeyError), told(Path()):
        raise KeyError


def test_the_file_opens_with_sqlcipher_alone(closed: Path, keys: NewKeys) -> None:
    connection = sqlcipher.connect(str(closed / "data.db"))
    connection.execute(f"PRAGMA key = \"x'{keys.file_key.data_key.hex()}'\"")
    assert connection.execute("SELECT count(*) FROM cases").fetchone() == (20,)
    assert connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
    connection.close()


def test_only_the_driver_and_the_faults_name_sqlcipher() -> None:
    naming = {
        path.name
        for path in (ROOT / "desktop").rglob("*.py")
        if "import sqlcipher3" in path.read_text(encoding="utf-8")
    }
    assert naming == {"driver.py", "faults.py"}
