"""The sentences of the answer, for every answer that the worked cases give."""

from __future__ import annotations

import json
import re

import pytest

from desktop.domain.documents import read_case
from desktop.domain.findings import HoldAnswer
from desktop.gui.kit.who import closed
from desktop.system.resources import RESOURCES

WORKED = sorted((RESOURCES / "packs").glob("*/cases/*.json"))
TELEPHONE = re.compile(r"\d{3}[-. ]\d{4}")
# A row says what the rule says that answers, and never which one does not bind.
OTHERS_RULE = re.compile("does not bind|police only, not")
NEVER = ("illegal", "guaranteed", "you will be released", "safe", "alien", "invalid", "please", "!")


@pytest.mark.parametrize("path", WORKED, ids=lambda path: path.stem)
def test_every_worked_case_has_a_sentence_for_its_answer(call_of, path):
    document = json.loads(path.read_text(encoding="utf-8"))
    shown = call_of(read_case(document["case"])).shown
    assert shown.answer.sentence[-1] in ".?"
    assert "{" not in shown.answer.sentence + shown.answer.lead + shown.call + shown.letter
    assert shown.acts[0].shown == shown.answer.shown
    assert shown.acts[0].strength == shown.answer.strength.lower()
    assert shown.acts[0].rule == shown.answer.rule
    assert not [act.text for act in shown.acts if OTHERS_RULE.search(act.text)]


@pytest.mark.parametrize("path", WORKED, ids=lambda path: path.stem)
def test_what_to_do_is_said_without_law_blame_or_a_number_nobody_confirmed(call_of, path):
    document = json.loads(path.read_text(encoding="utf-8"))
    shown = call_of(read_case(document["case"])).shown
    for text in (shown.call, shown.letter):
        assert not TELEPHONE.search(text)
        assert not any(word in text.lower() for word in NEVER)


def test_the_worked_cases_give_nearly_every_answer(call_of, open_clinic):
    answers = set()
    for path in WORKED:
        document = json.loads(path.read_text(encoding="utf-8"))
        answers.add(open_clinic.assessment.assess(read_case(document["case"])).hold.answer)
    assert {HoldAnswer.UNLAWFUL, HoldAnswer.OPEN, HoldAnswer.OTHER_BASIS} <= answers


def test_a_name_that_ends_in_a_point_closes_its_sentence_once():
    assert closed("They have no authority to keep holding Marisol R..") == (
        "They have no authority to keep holding Marisol R."
    )
