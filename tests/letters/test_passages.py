"""Each passage prints when its condition holds, and then only."""

from __future__ import annotations

import pytest

from desktop.domain.letters import ClinicDetails, Heading, NameOnPaper
from desktop.letters.markup import plain
from desktop.letters.template import template_of
from tests.letters.claims import ALWAYS, CHOSEN, CLAIMS
from tests.letters.gallery import GALLERY

LETTERS = {name: situation.letter() for name, situation in GALLERY.items()}
KEYS = {plan.key for plan in template_of("rights").passages}


def test_every_passage_has_its_claim() -> None:
    assert set(CLAIMS) | ALWAYS | CHOSEN == KEYS


@pytest.mark.parametrize("key", sorted(CLAIMS))
def test_a_passage_prints_when_its_claim_holds_and_then_only(key: str) -> None:
    claimed = {name for name, situation in GALLERY.items() if CLAIMS[key](situation)}
    assert {name for name, letter in LETTERS.items() if letter.passage(key)} == claimed


def test_at_least_forty_passages_hang_on_the_case() -> None:
    assert len(CLAIMS) >= 40


@pytest.mark.parametrize("key", sorted(CLAIMS))
def test_some_case_prints_a_passage_and_another_withholds_it(key: str) -> None:
    printed = {name for name, letter in LETTERS.items() if letter.passage(key)}
    assert printed and printed != set(LETTERS)


@pytest.mark.parametrize("key", sorted(ALWAYS))
def test_what_stands_in_every_letter_stands_in_every_letter(key: str) -> None:
    assert all(letter.passage(key) for letter in LETTERS.values())


@pytest.mark.parametrize("name", GALLERY)
def test_nothing_in_a_letter_is_left_to_fill_in_or_said_twice(name: str) -> None:
    letter = LETTERS[name]
    keys = [passage.key for passage in letter.passages]
    assert len(keys) == len(set(keys))
    for passage in letter.passages:
        assert "{" not in passage.text, passage.key
        assert "  " not in plain(passage.text), passage.key
        assert plain(passage.text) == plain(passage.text).strip()


@pytest.mark.parametrize("name", GALLERY)
def test_numbers_run_through_the_letter_without_a_gap(name: str) -> None:
    expected = 1
    for passage in LETTERS[name].passages:
        if passage.number is None:
            continue
        assert passage.number == expected, passage.key
        expected += max(1, sum(line[:1].isdigit() for line in passage.text.splitlines()))


@pytest.mark.parametrize("name", GALLERY)
def test_first_it_says_what_to_do_what_not_to_sign_and_whom_to_call(name: str) -> None:
    keys = [passage.key for passage in LETTERS[name].passages]
    assert keys[0] == "opening.purpose"
    assert keys[1] == "call.number"
    assert keys[2].startswith("now.")
    assert keys[3:6] == ["sign.ice", "sign.other", "call.clinic"]


@pytest.mark.parametrize("name", GALLERY)
def test_every_heading_heads_something(name: str) -> None:
    blocks = LETTERS[name].blocks
    for block, following in zip(blocks, (*blocks[1:], None), strict=True):
        if isinstance(block, Heading):
            assert not isinstance(following, Heading) and following is not None, block.key


@pytest.mark.parametrize("name", GALLERY)
def test_an_advocate_is_told_why_each_passage_is_there(name: str) -> None:
    for passage in LETTERS[name].passages:
        assert passage.why and all(reason.strip() for reason in passage.why), passage.key


def test_the_words_to_say_tell_what_made_release_due() -> None:
    now = LETTERS["boston police, bail paid"].passage("now.unlawful")
    assert now is not None
    assert "“My bail is paid. I want to leave. I want to talk to a lawyer.”" in plain(now.text)


def test_without_an_event_the_words_to_say_begin_with_leaving() -> None:
    now = LETTERS["police, more than a day without a court"].passage("now.unlawful")
    assert now is not None
    assert "Say: “I want to leave." in plain(now.text)


def test_the_answer_says_when_release_fell_due_as_people_say_times() -> None:
    answer = LETTERS["boston police, bail paid"].passage("answer.unlawful.strong")
    assert answer is not None
    said = plain(answer.text).replace("\u00a0", " ")
    assert "Your bail was paid on Tuesday, November 24 at 2:10 AM." in said


def test_at_most_four_questions_are_asked_in_the_order_that_helps() -> None:
    now = LETTERS["nothing known"].passage("now.open")
    assert now is not None
    assert (
        plain(now.text)
        .splitlines()[0]
        .endswith(
            "“Who holds me?” “What am I waiting for?” “Is my bail paid?” “Why am I still held?”"
        )
    )


def test_a_clinic_that_gave_no_number_leaves_one_line_to_fill_in_and_no_invented_number() -> None:
    letter = GALLERY["boston police, bail paid"].letter(clinic=ClinicDetails())
    text = "\n".join(plain(passage.text) for passage in letter.passages)
    assert text.count("____") >= 1
    filled_in = [passage.key for passage in letter.passages if "____" in passage.text]
    assert filled_in == ["call.number"]
    assert "Call the clinic at the number on page 1." in text


@pytest.mark.parametrize(
    ("choice", "printed"),
    [
        (NameOnPaper.NONE, None),
        (NameOnPaper.INITIALS, "For M. O. R."),
        (NameOnPaper.FULL, "For Marisol Ortega Rivera."),
    ],
)
def test_the_name_prints_as_the_advocate_chose(choice: NameOnPaper, printed: str | None) -> None:
    situation = GALLERY["boston police, bail paid"]
    named = situation.case.with_answer("client.name", "Marisol  Ortega Rivera")
    letter = type(situation)(named, situation.assessment).letter(name=choice)
    opening = letter.passage("opening.name")
    assert (plain(opening.text) if opening else None) == printed
    if printed is None:
        assert "Marisol" not in "\n".join(passage.text for passage in letter.passages)


def test_a_full_name_that_nobody_knows_prints_no_empty_line() -> None:
    letter = GALLERY["boston police, bail paid"].letter(name=NameOnPaper.FULL)
    assert letter.passage("opening.name") is None
