"""A case file comes out as it went in, and what is not understood is refused with its place."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from desktop.domain.case import Case, Entry
from desktop.domain.documents import read_case, write_case
from desktop.domain.problems import CaseRefused
from desktop.domain.silence import OneOf, Silence
from tests.rules.known_cases import with_less_known

HEAD = {"format": "amparo-case/1"}


@settings(max_examples=60, deadline=None)
@given(with_less_known())
def test_what_is_written_reads_back_the_same(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    for document in pair:
        case = read_case(document)
        assert read_case(write_case(case)) == case


REFUSED = [
    ({"format": "amparo-case/2"}, "format", "amparo-case/1"),
    ({**HEAD, "custody": {"custodain": "ice"}}, "custody.custodain", "custody.custodian"),
    ({**HEAD, "custdy": {}}, "custdy", "custody"),
    ({**HEAD, "custody": {"custodian": "boston_polise"}}, "custody.custodian", "boston_police"),
    ({**HEAD, "papers": [{"form": "I-247a"}]}, "papers[0].form", "I-247A"),
    ({**HEAD, "papers": [{"box": 3}]}, "papers[0].box", "1, 2"),
    ({**HEAD, "papers": {}}, "papers", "square brackets"),
    ({**HEAD, "release": {"still_held": "yes"}}, "release.still_held", "true, false"),
    ({**HEAD, "release": {"at": "2026-13-01"}}, "release.at", "2026-12-01"),
    ({**HEAD, "release": {"at": "2026-03-08T02:30"}}, "release.at", "does not exist"),
    (
        {**HEAD, "release": {"at": {"from": "2026-12-02", "to": "2026-12-01"}}},
        "release.at",
        "before",
    ),
    ({**HEAD, "complete": ["paper"]}, "complete", "papers"),
    ({**HEAD, "said": {"release.event": {"by": "dsk"}}}, "said.release.event.by", "desk"),
    (
        {**HEAD, "custody": {"custodian": "municipal_police", "town": "Boston"}},
        "custody.town",
        "boston_police",
    ),
    ({**HEAD, "spells": []}, "spells", "unknown key"),
    ([], "case file", "braces"),
]


@pytest.mark.parametrize(("document", "place", "right"), REFUSED)
def test_bad_input_is_refused_in_one_line_with_place_and_remedy(
    document: Any, place: str, right: str
) -> None:
    with pytest.raises(CaseRefused) as refused:
        read_case(document)
    sentence = refused.value.sentence
    assert sentence.startswith(f"{place}:")
    assert right in sentence
    assert "\n" not in sentence


def test_the_three_silences_are_told_apart_and_kept() -> None:
    case = read_case(
        {
            **HEAD,
            "custody": {"state": None, "custodian": "unknown"},
            "release": {"event": "declined"},
            "holds": "declined",
            "acts": "unknown",
        }
    )
    assert case.get("custody.state") is Silence.NOT_ASKED
    assert case.get("custody.custodian") is Silence.NOT_KNOWN
    assert case.get("release.event") is Silence.WITHHELD
    assert case.declined_lists == {"holds"} and case.unknown_lists == {"acts"}
    assert read_case(write_case(case)) == case


def test_unknown_is_a_form_of_paper_and_no_silence() -> None:
    case = read_case({**HEAD, "papers": [{"form": "unknown"}]})
    assert case.entries("papers")[0].get("form") == "unknown"


def test_several_words_mean_one_of_them() -> None:
    case = read_case({**HEAD, "custody": {"custodian": ["boston_police", "trial_court"]}})
    assert case.get("custody.custodian") == OneOf(("boston_police", "trial_court"))


def test_a_declined_list_is_never_whole() -> None:
    case = read_case({**HEAD, "holds": "declined", "complete": ["holds"]})
    assert not case.is_whole("holds")


def test_answering_makes_a_new_case_and_leaves_the_old() -> None:
    before = Case()
    after = before.with_answer("custody.state", "released")
    assert before.get("custody.state") is Silence.NOT_ASKED
    assert after.with_answer("custody.state", Silence.NOT_ASKED) == before


def test_a_list_of_forms_that_nobody_knows_is_a_silence() -> None:
    case = read_case({**HEAD, "papers": [{"form": "I-247A", "attached": "unknown"}]})
    assert case.entries("papers")[0].get("attached") is Silence.NOT_KNOWN
    assert read_case(write_case(case)) == case


def test_a_form_that_nobody_knows_is_the_same_in_memory_as_in_the_file() -> None:
    case = Case().with_entries("papers", (Entry().with_answer("form", Silence.NOT_KNOWN),))
    assert case.entries("papers")[0].get("form") == "unknown"
    assert read_case(write_case(case)) == case
