"""Conditions speak in a closed list of words about a closed list of subjects."""

from __future__ import annotations

import pytest

from desktop.letters.conditions import NotUnderstood, read_condition
from desktop.letters.reasons import labels_missing
from desktop.letters.sight import sight_of
from desktop.letters.subjects import SUBJECTS
from tests.letters.gallery import GALLERY

HELD = {"custodian": frozenset({"state_police"}), "hold": frozenset({"unlawful"})}


@pytest.mark.parametrize(
    ("sentences", "holds"),
    [
        ([], True),
        (["custodian is state_police"], True),
        (["custodian is boston_police or state_police"], True),
        (["custodian is any_police", "hold is local"], True),
        (["custodian is any_police", "hold is released"], False),
        (["custodian is not boston_agency or unknown"], True),
        (["hold is not unlawful"], False),
    ],
)
def test_every_sentence_of_a_condition_must_hold(sentences: list[str], holds: bool) -> None:
    assert read_condition(sentences).holds(HELD) is holds


def test_one_of_the_alternatives_is_enough_and_none_is_not() -> None:
    assert read_condition([], ["hold is open", "custodian is any_police"]).holds(HELD)
    assert not read_condition([], ["hold is open", "custodian is ice"]).holds(HELD)


@pytest.mark.parametrize(
    ("sentence", "right"),
    [
        ("custodien is ice", "Did you mean custodian"),
        ("custodian is boston_polise", "Did you mean boston_police"),
        ("hold is lawful", "Did you mean unlawful"),
        ("client.nationality is MX", "Write"),
        ("nationality is unknown", "Did you mean"),
        ("custodian = ice", "Write"),
    ],
)
def test_a_word_that_nobody_knows_is_refused_with_the_right_one(sentence: str, right: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        read_condition([sentence])
    assert right in refused.value.right


@pytest.mark.parametrize("name", GALLERY)
def test_what_is_seen_of_a_case_is_always_said_in_the_listed_words(name: str) -> None:
    situation = GALLERY[name]
    for subject, seen in sight_of(situation.case, situation.assessment).items():
        assert seen <= set(SUBJECTS[subject]), subject


def test_every_subject_has_words_for_the_advocate_who_asks_why() -> None:
    assert labels_missing(SUBJECTS) == ()
