"""The packs' own cases, through the real rules: what their letters must and must not say."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.domain.documents import read_case
from desktop.domain.letters import NameOnPaper
from desktop.letters.compose import compose
from desktop.letters.markup import plain
from desktop.library.shelves import Library
from desktop.rules.assess import assess
from desktop.system.resources import resource
from tests.letters.situations import CLINIC

CASES = sorted(resource("packs").glob("*/cases/*.json"))
BOOK = Library().book
OTHERWISE = datetime(2026, 12, 1, 22, 0, tzinfo=UTC)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_worked_case_s_letter_says_what_it_must_and_nothing_that_it_must_not(path: Path) -> None:
    worked = json.loads(path.read_text(encoding="utf-8"))
    case = read_case(worked["case"])
    as_of = case.as_of.exact if case.as_of else None
    assessed = assess(case, BOOK, as_of or OTHERWISE)
    letter = compose("rights", case, assessed, "en", NameOnPaper.NONE, CLINIC, OTHERWISE)
    said = "\n".join([letter.title, *(plain(passage.text) for passage in letter.passages)])
    for words in worked["expect"].get("letter_has", ()):
        assert words.lower() in said.lower()
    for words in worked["expect"].get("letter_lacks", ()):
        assert words.lower() not in said.lower()
    assert letter.passages[2].key.startswith("now.")
