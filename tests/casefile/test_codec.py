"""Any case that can be told comes out of its text as it went in."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from desktop.casefile.codec import read_revision, revision_text
from desktop.domain.case import Case
from tests.casefile.any_case import cases


@settings(
    max_examples=120, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
@given(cases())
def test_what_goes_in_comes_out(case: Case) -> None:
    text = revision_text(case)
    assert text.isascii()
    assert read_revision(text) == case
