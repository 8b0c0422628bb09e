"""A clinic over a real encrypted file; only the cost of a passphrase is the lowest allowed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.casefile.cost import CHEAPEST
from desktop.casefile.keys import NewKeys, new_keys
from desktop.system.clock import FixedClock
from desktop.workflow.access import PreparedKeys
from desktop.workflow.clinic import Clinic

INES, LADDER = "Ines Duarte", "violet ladder copper seventeen"
NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def keys() -> NewKeys:
    return new_keys(INES, LADDER, CHEAPEST)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
def clinic(tmp_path: Path, clock: FixedClock, keys: NewKeys) -> Iterator[Clinic]:
    made = Clinic(tmp_path / "file", clock)
    made.access.set_up(PreparedKeys(keys))
    yield made
    made.access.close()
