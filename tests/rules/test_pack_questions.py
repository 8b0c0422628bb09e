"""Questions that a pack brings: tested, asked and refused as those of the form are."""

from __future__ import annotations

from itertools import chain, combinations
from typing import Any

import pytest

from desktop.domain.answers_known import refuse_unknown_answers
from desktop.domain.documents import read_case, write_case
from desktop.domain.findings import Assessment, Verdict
from desktop.domain.problems import CaseRefused
from desktop.rules.assess import assess
from desktop.rules.grammar import Grammar
from desktop.rules.lawbook import LawBook
from desktop.rules.pack import PackText, read_packs
from desktop.rules.proof.prove import Proof, prove
from desktop.rules.reading_copy import reading_copy
from desktop.rules.snapshot import Snapshot
from desktop.rules.speakable import speakable
from desktop.rules.strict_yaml import PackRefused, read
from tests.rules.whole_cases import AS_OF
from tests.rules.written_packs import HEAD, Asked, ask_at, rule

QUESTIONS = """
waived:
  ask: Did {person} sign a waiver?
  label: Waiver signed?
  section: arrest
  who_knows: [client, lawyer]
  say: "“Was anything signed?”"
  takes: yes_no
place_kind:
  ask: What kind of place was it?
  label: Kind of place
  section: done
  who_knows: [family]
  takes: {words: {court: A court, school: A school, street: The street}}
children:
  ask: How many children does {person} have?
  label: Children
  section: person
  who_knows: [client]
  takes: number
entered:
  ask: When did {person} come?
  label: Came
  section: person
  who_knows: [client]
  takes: moment
"""
RULE = rule(
    "x.asked",
    "broken_when: {all: [{fact: answers.waived, is: true}, "
    "{fact: answers.place_kind, in: [court, school]}]}\n"
    "unsettled_when: [{fact: answers.children, more_than: 1}]\n"
    "due_when: {elapsed: answers.entered, at_least_hours: 1}\n"
    "explains: {protects: x, broken: x, unsettled: x, not_yet: x}",
)
SILENCES = ("absent", None, "unknown", "declined")
HOLDS, FAILS, OPEN = Verdict.HOLDS, Verdict.FAILS, Verdict.OPEN
WORDS = ("court", "school", "street")


def _files(questions: str = QUESTIONS, body: str = RULE, pack: str = "invented") -> PackText:
    files = {"pack.yaml": HEAD.replace("id: invented", f"id: {pack}"), "questions.yaml": questions}
    return PackText(pack, {**files, "rules/asked.yaml": body})


BOOK = LawBook(read_packs([_files()]))
LAW = BOOK.law()


def _ask(condition: str, name: str, answer: object) -> Asked:
    node = read(condition, "a test")
    spoken = speakable(node, asked=LAW.packs[0].questions)
    case: dict[str, Any] = {"format": "amparo-case/1", "custody": {"state": "in_custody"}}
    if answer != "absent":
        case["answers"] = {name: answer}
    snapshot = Snapshot(read_case(case), AS_OF)
    return ask_at(Grammar("a test", {}, [], spoken).read(node), LAW, snapshot, snapshot.now)


def _said(verdict: Verdict) -> Asked:
    return Asked(verdict, verdict)


def _of(truths: set[bool]) -> Verdict:
    return OPEN if len(truths) > 1 else HOLDS if truths == {True} else FAILS


def _subsets(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    sizes = range(1, len(words) + 1)
    return list(chain.from_iterable(combinations(words, size) for size in sizes))


# ------------------------------------------------------------------ truth tables


@pytest.mark.parametrize("wanted", [True, False])
@pytest.mark.parametrize("answer", [True, False, *SILENCES])
def test_a_yes_or_no(answer: object, wanted: bool) -> None:
    completions = {answer} if isinstance(answer, bool) else {True, False}
    said = _ask(f"{{fact: answers.waived, is: {str(wanted).lower()}}}", "waived", answer)
    assert said == _said(_of({value is wanted for value in completions}))


@pytest.mark.parametrize("wanted", _subsets(WORDS), ids=str)
@pytest.mark.parametrize("answer", [*_subsets(WORDS), *SILENCES], ids=str)
def test_a_word(answer: object, wanted: tuple[str, ...]) -> None:
    completions = set(answer) if isinstance(answer, tuple) else set(WORDS)
    written = list(answer) if isinstance(answer, tuple) else answer
    said = _ask(f"{{fact: answers.place_kind, in: [{', '.join(wanted)}]}}", "place_kind", written)
    assert said == _said(_of({word in wanted for word in completions}))


@pytest.mark.parametrize("answer", [0, 1, 1.5, 2, *SILENCES])
def test_a_number(answer: object) -> None:
    completions = {answer > 1} if isinstance(answer, int | float) else {True, False}
    said = _ask("{fact: answers.children, more_than: 1}", "children", answer)
    assert said == _said(_of(completions))


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        ("2026-12-01T15:00Z", HOLDS),
        ("2026-12-01T21:01Z", FAILS),
        ("2026-12-01", OPEN),
        ({"to": "2026-12-01T15:00Z"}, HOLDS),
        *((silence, OPEN) for silence in SILENCES),
    ],
)
def test_a_moment(answer: object, verdict: Verdict) -> None:
    said = _ask("{elapsed: answers.entered, more_than_hours: 1}", "entered", answer)
    assert said == _said(verdict)


MISFITS = [
    ("waived", "{fact: answers.waived, is: true}", [1, 0, "court", "2026-12-01", ["a", "b"]]),
    ("place_kind", "{fact: answers.place_kind, is: court}", [True, 7, "curt", ["court", "x"]]),
    ("children", "{fact: answers.children, more_than: 1}", [True, "many", "2026-12-01"]),
    ("entered", "{elapsed: answers.entered, more_than_hours: 1}", [True, 7, "soon"]),
]
ONE_BY_ONE = [(name, text, answer) for name, text, answers in MISFITS for answer in answers]


@pytest.mark.parametrize(("name", "condition", "answer"), ONE_BY_ONE, ids=str)
def test_an_answer_to_another_question_is_none_and_is_refused_where_the_pack_is_known(
    name: str, condition: str, answer: object
) -> None:
    assert _ask(condition, name, answer) == _said(OPEN)
    case = read_case({"format": "amparo-case/1", "answers": {name: answer}})
    with pytest.raises(CaseRefused, match=rf"answers\.{name}"):
        refuse_unknown_answers(case, LAW.questions)


# ------------------------------------------------------------------ in the case file


def test_answers_come_out_of_a_case_file_as_they_went_in() -> None:
    told = {
        "waived": True,
        "place_kind": ["court", "school"],
        "children": 2,
        "entered": {"from": "2026-12-01"},
        "born": "2026-12-01",
        "what_no_pack_asks": "7 days",
        "asked_in_vain": "unknown",
        "not_told": "declined",
    }
    case = read_case({"format": "amparo-case/1", "answers": {**told, "not_asked": None}})
    assert write_case(case)["answers"] == told
    assert read_case(write_case(case)) == case


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (
            {"answers": {"waivd": True}},
            "no pack asks this. Did you mean answers.waived",
        ),
        ({"answers": {"zzz": True}}, "bring the pack that asks it"),
        ({"answers": {"place_kind": "shool"}}, "Did you mean school"),
        ({"answers": {"place_kind": ["court", "skool"]}}, "Did you mean school"),
        ({"answers": {"waived": "yes"}}, "Write true or false"),
        ({"answers": {"children": "two"}}, "Write a number"),
    ],
)
def test_what_no_pack_asks_is_refused_with_the_nearest_right_word(
    answer: dict[str, Any], told: str
) -> None:
    with pytest.raises(CaseRefused) as refused:
        refuse_unknown_answers(read_case({"format": "amparo-case/1", **answer}), LAW.questions)
    assert told in refused.value.sentence


@pytest.mark.parametrize("answer", [{"form": 1}, [], [7], float("nan")])
def test_what_is_no_answer_to_anything_is_refused_at_once(answer: object) -> None:
    with pytest.raises(CaseRefused, match=r"answers\.waived"):
        read_case({"format": "amparo-case/1", "answers": {"waived": answer}})


# ------------------------------------------------------------------ asking


def _assess(**case: Any) -> Assessment:
    return assess(read_case({"format": "amparo-case/1", **case}), BOOK, AS_OF)


def test_it_is_asked_for_by_its_key_with_who_could_know() -> None:
    said = _assess(custody={"state": "in_custody"})
    asked = {question.question: question.who_knows for question in said.ask_next}
    assert asked["answers.waived"] == ("client", "lawyer")
    assert asked["answers.place_kind"] == ("family",)
    found = said.question_of("answers.waived")
    assert found is not None and found.ask == "Did {person} sign a waiver?"


def test_what_is_declined_is_not_asked_again_and_what_nobody_knew_comes_last() -> None:
    said = _assess(
        custody={"state": "in_custody"}, answers={"waived": "declined", "children": "unknown"}
    )
    asked = [question.question for question in said.ask_next]
    assert "answers.waived" not in asked
    assert asked[-1] == "answers.children"


def test_what_can_no_longer_matter_is_not_asked() -> None:
    said = _assess(custody={"state": "in_custody"}, answers={"children": 2})
    assert "answers.waived" not in [question.question for question in said.ask_next]


# ------------------------------------------------------------------ the pack's file


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("section: arrest", "section: arest", "Did you mean arrest"),
        ("[client, lawyer]", "[cliant]", "Did you mean client"),
        ("takes: yes_no", "takes: yesno", "takes"),
        ("takes: yes_no", "takes: {words: {one: Only one}}", "takes"),
        ("takes: yes_no", "takes: {words: {One: x, two: y}}", "takes"),
        ("Did {person} sign", "Did {persn} sign", "Use {person}"),
        ("Did {person} sign", "Did {} sign", "Use {person}"),
        ("Did {person} sign", "Did {person sign", "Use {person}"),
        ("waived:", "Waived-it:", "no id of a question"),
        ("label: Waiver signed?", "labl: Waiver signed?", "label"),
    ],
)
def test_a_slip_in_a_question_is_refused_with_its_place(right: str, wrong: str, told: str) -> None:
    with pytest.raises(PackRefused) as refused:
        read_packs([_files(QUESTIONS.replace(right, wrong, 1))])
    assert refused.value.sentence.startswith("invented/questions.yaml")
    assert told in refused.value.sentence


def test_a_rule_that_speaks_of_no_question_is_refused() -> None:
    with pytest.raises(PackRefused, match=r"Did you mean answers\.waived"):
        read_packs([_files(body=RULE.replace("answers.waived", "answers.waved"))])


def test_a_question_that_two_packs_ask_is_refused() -> None:
    other = PackText("other", {"pack.yaml": HEAD, "questions.yaml": QUESTIONS})
    with pytest.raises(PackRefused, match="is asked in invented/questions"):
        read_packs([_files(), other])


def test_a_pack_may_use_the_questions_of_another() -> None:
    asking = PackText("asking", {"pack.yaml": HEAD, "questions.yaml": QUESTIONS})
    using = PackText("using", {"pack.yaml": HEAD, "rules/asked.yaml": RULE})
    assert len(read_packs([using, asking])[0].rules) == 1


def test_the_reading_copy_tells_the_questions_and_their_words() -> None:
    copy = reading_copy(BOOK.packs[0], BOOK.packs)
    assert "## Questions of this pack" in copy
    words = "“A court”, “A school” or “The street”"
    assert f"| Kind of place | What kind of place was it? | {words} |" in copy
    assert "“Kind of place”: “A court” or “A school”" in copy
    assert "1 hour or more from “Came”" in copy
    assert "“Children”: more than 1" in copy


# ------------------------------------------------------------------ proof

PROVED = rule(
    "x.proved",
    """broken_when:
  all:
    - {fact: answers.waived, is: true, label: signed}
    - {fact: answers.place_kind, in: [court, school], label: a public place}
unsettled_when: [{fact: answers.children, more_than: 1, label: several children}]
due_when: {elapsed: answers.entered, at_least_hours: 1, label: an hour has passed}
explains: {protects: x, broken: x, unsettled: x, not_yet: x}
examples_share:
  as_of: 2026-12-01T17:00-05:00
  custody: {state: in_custody}
  answers:
    {waived: true, place_kind: [court, school], children: 1, entered: "2026-12-01T16:00-05:00"}
examples:
  - {title: Signed, expect: broken}
  - {title: Not signed, case: {answers: {waived: false}}, expect: protects}
  - {title: In the street, case: {answers: {place_kind: street}}, expect: protects}
  - {title: Two children, case: {answers: {children: 2}}, expect: unsettled}
  - title: A minute less
    case: {answers: {entered: "2026-12-01T16:01-05:00"}}
    expect: not_yet
""",
)


def _proved(body: str = PROVED, questions: str = QUESTIONS) -> Proof:
    (proof,) = prove(read_packs([_files(questions, body)]), {})
    return proof


def _without(title: str) -> str:
    before, _, after = PROVED.partition(title)
    head, tail = before.rpartition("  -")[0], after.partition("\n  -")
    return f"{head}  -{tail[2]}" if tail[1] else head


def test_examples_on_both_sides_notice_every_mistake() -> None:
    proof = _proved()
    assert [fault.line for fault in proof.faults] == []
    assert [mistake.told for mistake in proof.score.survivors] == []


@pytest.mark.parametrize(
    ("gone", "facts"),
    [
        ("Not signed", {"answers": {"waived": False}}),
        ("In the street", {"answers": {"place_kind": "street"}}),
        ("Two children", {"answers": {"children": 2}}),
        ("A minute less", {"answers": {"entered": "2026-12-01T16:01-05:00"}}),
    ],
)
def test_a_mistake_that_nobody_notices_is_asked_about(gone: str, facts: dict[str, Any]) -> None:
    proof = _proved(_without(gone))
    assert proof.unasked == ()
    assert facts in [question.facts for question in proof.questions]
    assert "answers." not in "".join(question.differs for question in proof.questions)


def test_an_example_with_an_answer_that_no_pack_asks_is_a_fault() -> None:
    wrong = [fault.line for fault in _proved(PROVED.replace("children: 2", "childen: 2")).faults]
    assert any("no pack asks this. Did you mean answers.children" in line for line in wrong)


def test_a_question_to_which_no_rule_looks_is_a_fault() -> None:
    more = QUESTIONS + QUESTIONS.replace("waived:", "other:").partition("place_kind:")[0]
    wrong = [fault.line for fault in _proved(questions=more).faults]
    assert wrong == [
        "invented/questions.yaml, answers.other: is asked, and no rule looks at it; take it out"
    ]
