"""A real encrypted file for every test; only the cost of a passphrase is the lowest allowed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.casefile.casefile import CaseFile
from desktop.casefile.cost import CHEAPEST
from desktop.casefile.keys import NewKeys, new_keys
from desktop.domain.case import Case

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
INES = "Inés Duarte"
PASSPHRASE = "violet ladder señal seventeen"

RunPython = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def keys() -> NewKeys:
    return new_keys(INES, PASSPHRASE, CHEAPEST)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "the clinic's file"


@pytest.fixture
def casefile(folder: Path, keys: NewKeys) -> Iterator[CaseFile]:
    opened = CaseFile.create(folder, keys, NOW)
    yield opened
    opened.close()


@pytest.fixture
def closed(folder: Path, keys: NewKeys) -> Path:
    """The folder of a closed file with twenty cases in it."""
    opened = CaseFile.create(folder, keys, NOW)
    for number in range(20):
        case = Case().with_answer("client.name", f"Invented Person {number} " + "x" * 600)
        opened.cases.add(case, f"26-{number + 1:04}", NOW)
    opened.close()
    return folder


@pytest.fixture(scope="session")
def run_python() -> RunPython:
    """Run a few lines in a process of their own."""

    def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", program, *arguments],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )

    return run
