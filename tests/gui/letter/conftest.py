"""A letter's screen over a real clinic; the background works on the spot."""

from __future__ import annotations

import pytest

from tests.gui.people import marisol


@pytest.fixture
def case_id(open_clinic):
    record = open_clinic.intake.open_case()
    return open_clinic.intake.keep(record, marisol()).id
