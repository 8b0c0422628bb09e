"""A translation prints alone once two read it and an attorney said so; no changed word does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.confirmations import ReadersMissing, Standing
from desktop.domain.letters import Letter
from desktop.domain.problems_members import NotInYourRole
from desktop.domain.records import Deed
from desktop.domain.signoff import Role
from desktop.letters.told import needs_english
from desktop.workflow.clinic import Clinic
from tests.workflow.conftest import INES, LADDER

READERS = ("Rosa Invented", "Luz Invented")


@pytest.fixture
def attorney(clinic: Clinic) -> Clinic:
    file = clinic.access._session.open_file
    with file.errand():
        file.members.change_role(INES, Role.ATTORNEY)
    return clinic


def letter(clinic: Clinic, language: str = "es", kind: str = "rights") -> Letter:
    case = clinic.intake.open_case().case
    return clinic.drafting.draft(case, clinic.assessment.assess(case), kind, language)


def keys(drafted: Letter) -> list[str]:
    return [passage.key for passage in drafted.passages]


def test_until_somebody_confirms_it_a_translation_stands_by_its_english(attorney: Clinic) -> None:
    assert needs_english(letter(attorney))
    assert "about.translation_draft" in keys(letter(attorney))


def test_what_was_confirmed_prints_alone_and_says_who_read_it(attorney: Clinic) -> None:
    before = letter(attorney)
    attorney.translations.confirm("rights", "es", Standing.CHECKED, *READERS)
    after = letter(attorney)
    assert not needs_english(after)
    about = after.passage("about.translation_by")
    assert about is not None and "Rosa Invented" in about.text
    assert "24 de noviembre de 2026" in about.text.replace("\u00a0", " ")
    assert after.digest() != before.digest(), "whoever signs, signs the state of the translation"
    assert needs_english(letter(attorney, kind="family")), "another letter is other words"
    assert needs_english(letter(attorney, "ht"))


def test_it_is_there_when_the_file_is_opened_again_and_the_journal_knows(attorney: Clinic) -> None:
    made = attorney.translations.confirm("wallet", "vi", Standing.CERTIFIED, *READERS)
    attorney.access.close()
    attorney.access.unlock(attorney.access.derive(LADDER))
    assert attorney.translations.of("wallet", "vi") == made
    assert (made.on, made.standing) == (date(2026, 11, 24), Standing.CERTIFIED)
    assert Deed.CONFIRMED_TRANSLATION in [line.did for line in attorney.housekeeping.journal()]


def test_when_the_words_change_it_is_a_draft_again(attorney: Clinic) -> None:
    made = attorney.translations.confirm("rights", "es", Standing.CHECKED, *READERS)
    file = attorney.access._session.open_file
    with file.errand():
        file.settings.keep_confirmation(replace(made, words="0" * 64))
    assert attorney.translations.of("rights", "es") is None
    assert attorney.translations.last("rights", "es") is not None
    assert needs_english(letter(attorney))


def test_it_can_be_taken_back(attorney: Clinic) -> None:
    attorney.translations.confirm("rights", "es", Standing.CHECKED, *READERS)
    for _ in range(2):
        attorney.translations.withdraw("rights", "es")
    assert needs_english(letter(attorney))
    deeds = [line.did for line in attorney.housekeeping.journal()]
    assert deeds.count(Deed.WITHDREW_CONFIRMATION) == 1


@pytest.mark.parametrize("readers", [("", ""), ("Rosa", " "), ("Rosa Invented", "rosa  invented")])
def test_one_reader_is_not_enough(attorney: Clinic, readers: tuple[str, str]) -> None:
    with pytest.raises(ReadersMissing):
        attorney.translations.confirm("rights", "es", Standing.CHECKED, *readers)
    assert attorney.translations.last("rights", "es") is None


def test_who_signs_no_letters_confirms_no_translation(clinic: Clinic) -> None:
    assert not clinic.translations.may_confirm
    with pytest.raises(NotInYourRole):
        clinic.translations.confirm("rights", "es", Standing.CHECKED, *READERS)
