"""The letter beside its choices: the words at once, the pages from the same bytes that leave."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from desktop.domain.confirmations import Standing
from desktop.domain.letters import NameOnPaper
from desktop.domain.records import Deed
from desktop.domain.signoff import Role
from desktop.gui.kit.page_images import page_count
from desktop.gui.screens.letter.kinds import KINDS
from desktop.gui.screens.letter.presenter import LetterPresenter
from desktop.gui.screens.letter.state import LetterShown
from desktop.letters.template import kinds
from tests.gui.conftest import INES


@dataclass
class LetterRecorder:
    states: list[LetterShown] = field(default_factory=list)
    printed: list[bytes] = field(default_factory=list)
    took: list[Callable[[int], None]] = field(default_factory=list)

    def show_state(self, state: LetterShown) -> None:
        self.states.append(state)

    def print_pages(self, pdf: bytes, printer: object, then: Callable[[int], None]) -> None:
        self.printed.append(pdf)
        self.took.append(then)

    @property
    def shown(self) -> LetterShown:
        return self.states[-1]


@pytest.fixture
def view():
    return LetterRecorder()


@pytest.fixture
def presenter(view, host, case_id):
    made = LetterPresenter(view, host)
    made.enter(case_id)
    return made


def test_the_words_come_before_the_pages(presenter, view):
    assert view.states[0].pdf == b"" or view.states[1].pdf == b""
    assert view.shown.pdf.startswith(b"%PDF")


def test_the_clients_language_is_offered_first(presenter, view):
    offered = dict(view.shown.languages)
    assert view.shown.language == ("es" if "es" in offered else "en")


def test_the_name_does_not_print_unless_somebody_chose_it(presenter, view):
    before = view.shown.name
    presenter.choose_name(NameOnPaper.INITIALS)
    assert (before, view.shown.name) == (NameOnPaper.NONE, NameOnPaper.INITIALS)


def test_the_foot_says_that_only_an_attorney_takes_draft_off(presenter, view):
    assert view.shown.foot.startswith("Draft, ")
    assert view.shown.foot.endswith("Only an attorney can take DRAFT off.")


def test_every_passage_says_why_it_stands_there(presenter, view):
    assert view.shown.passages
    for passage in view.shown.passages:
        assert passage.why
        assert passage.law
        assert "**" not in passage.text
        assert "[cite" not in passage.text


def test_what_rests_on_a_finding_shows_its_mark(presenter, view):
    marks = [line.shown for passage in view.shown.passages for line in passage.why if line.shown]
    assert marks


def test_passages_are_found_on_their_pages(presenter, view):
    found = [passage for passage in view.shown.passages if passage.boxes]
    assert len(found) >= len(view.shown.passages) * 0.9


def test_what_is_saved_is_what_is_shown(presenter, view, dialogs, said, tmp_path):
    path = tmp_path / "letter.pdf"
    dialogs.answers.append(path)
    presenter.save()
    assert path.read_bytes() == view.shown.pdf
    assert said.told == ["Saved letter.pdf. Outside the case file it is not encrypted."]


def test_cancelling_a_save_says_and_writes_nothing(presenter, dialogs, said):
    dialogs.answers.append(None)
    presenter.save()
    assert said.told == []


def test_a_folder_that_cannot_be_written_to_is_told(presenter, dialogs, said, tmp_path):
    dialogs.answers.append(tmp_path / "no such folder" / "letter.pdf")
    presenter.save()
    assert said.told == []
    assert len(said.problems) == 1


def test_what_is_printed_is_what_is_shown(presenter, view, dialogs, said):
    dialogs.answers.append(object())
    presenter.print()
    assert view.printed == [view.shown.pdf]
    assert said.told == []
    view.took[-1](1)
    assert said.told == ["Sent to the printer."]


def test_what_the_printer_took_is_kept_whatever_is_chosen_meanwhile(
    presenter, view, dialogs, clinic, case_id
):
    dialogs.answers.append(object())
    presenter.print()
    pdf = view.shown.pdf
    presenter.choose_language("en")
    view.took[-1](1)
    letters = clinic.access._session.open_file.letters
    (kept,) = letters.of_case(case_id)
    assert (kept.language, letters.pdf(kept.number)) == ("es", pdf)


def test_the_journal_notes_how_many_copies_were_printed(presenter, view, dialogs, clinic, case_id):
    dialogs.answers.append(object())
    presenter.print()
    view.took[-1](3)
    line = clinic.housekeeping.journal()[-1]
    assert (line.did, line.case_id, line.copies) == (Deed.PRINTED_LETTER, case_id, 3)


def test_what_is_typed_of_the_clinic_stands_on_every_letter_from_then_on(
    presenter, view, host, case_id
):
    assert "number" in view.shown.clinic.summary
    presenter.type_detail("name", "Harborlight  Legal Clinic")
    presenter.type_detail("phone", "(617) 555-0100")
    assert view.shown.clinic.summary == "Harborlight Legal Clinic · (617) 555-0100"
    again = LetterPresenter(view, host)
    again.enter(case_id)
    again.choose_language("en")
    call = next(each for each in view.shown.passages if each.key == "call.number")
    assert call.text.startswith("Call Harborlight Legal Clinic at (617)\u00a0555-0100.")


def test_a_number_that_can_be_none_is_told_and_stays_off_the_letter(presenter, view, clinic):
    presenter.type_detail("phone", "617 555 010")
    (line,) = [line for line in view.shown.clinic.lines if line.trouble]
    assert (line.key, line.text) == ("phone", "617 555 010")
    assert line.trouble == "A telephone number here has ten digits. This one has 9."
    assert clinic.letterhead.details.phone is None
    presenter.type_detail("phone", "617 555 0100")
    assert not any(line.trouble for line in view.shown.clinic.lines)


def test_a_day_for_the_reply_is_asked_for_letters_to_a_custodian_alone(presenter, view):
    assert view.shown.asked.lines == ()
    presenter.choose_kind("inquiry")
    assert [line.key for line in view.shown.asked.lines] == ["reply_by", "delivery"]
    presenter.type_asked("reply_by", "Friday at noon")
    assert any("by Friday at noon" in passage.text for passage in view.shown.passages)
    presenter.choose_kind("demand")
    assert view.shown.asked.lines[0].text == "Friday at noon"
    assert view.shown.asked.court is None, "who made this file looks after it, and is no attorney"


def test_an_attorney_decides_whether_the_letter_names_a_court(view, host, case_id, clinic):
    file = clinic.access._session.open_file
    with file.errand():
        file.members.change_role(INES, Role.ATTORNEY)
    presenter = LetterPresenter(view, host)
    presenter.enter(case_id)
    presenter.choose_kind("demand")
    assert view.shown.asked.court is False
    presenter.choose_court(True)
    assert "demand.court" in [passage.key for passage in view.shown.passages]


@pytest.fixture
def attorney(view, host, case_id, clinic):
    file = clinic.access._session.open_file
    with file.errand():
        file.members.change_role(INES, Role.ATTORNEY)
    presenter = LetterPresenter(view, host)
    presenter.enter(case_id)
    return presenter


def test_a_translation_that_the_clinic_confirmed_prints_alone(attorney, view):
    attorney.choose_sheet("plain")
    pages = page_count(view.shown.pdf)
    attorney.confirm(Standing.CHECKED)
    assert view.shown.translation.trouble.startswith("Two readers are needed")
    attorney.type_reader("reader", "Rosa Invented")
    attorney.type_reader("second", "Luz Invented")
    attorney.confirm(Standing.CHECKED)
    told = view.shown.translation
    assert told.summary.startswith("Checked by Rosa Invented and Luz Invented, November 24, 2026.")
    assert told.is_confirmed and not told.trouble
    assert page_count(view.shown.pdf) < pages
    attorney.withdraw()
    assert not view.shown.translation.is_confirmed
    assert page_count(view.shown.pdf) == pages


def test_names_typed_for_one_translation_do_not_count_for_another(attorney, view):
    attorney.type_reader("reader", "Rosa Invented")
    attorney.type_reader("second", "Luz Invented")
    attorney.choose_language("ht")
    attorney.confirm(Standing.CHECKED)
    assert not view.shown.translation.is_confirmed
    attorney.choose_language("en")
    assert view.shown.translation.summary == ""


def test_a_test_page_is_about_nobody_and_is_not_kept(
    presenter, view, dialogs, said, clinic, case_id
):
    dialogs.answers.append(object())
    presenter.print_test_page()
    view.took[-1](1)
    assert said.told == ["Sent to the printer."]
    assert view.printed != [view.shown.pdf]
    assert clinic.access._session.open_file.letters.of_case(case_id) == ()


def test_a_folder_that_others_copy_is_told_before_a_letter_lies_there(
    presenter, dialogs, said, tmp_path
):
    synced = tmp_path / "OneDrive - Clinic"
    synced.mkdir()
    dialogs.answers += [synced / "letter.pdf", False, synced / "letter.pdf", True]
    presenter.save()
    assert not (synced / "letter.pdf").exists()
    presenter.save()
    assert (synced / "letter.pdf").exists()
    assert dialogs.asked[1] == "Other people may come to see the letter there."


def test_another_letter_asked_for_meanwhile_wins(view, host, case_id):
    waiting = []

    class Later:
        def run(self, work, then, failed, owner):
            waiting.append(lambda: then(work()))

    slow = type(host)(host.clinic, host.navigator, Later(), host.dialogs, host.messages, host.lock)
    presenter = LetterPresenter(view, slow)
    presenter.enter(case_id)
    presenter.choose_name(NameOnPaper.FULL)
    first, second = waiting
    first()
    assert view.shown.pdf == b""
    second()
    assert view.shown.pdf.startswith(b"%PDF")


def test_saving_waits_for_the_pages(view, host, case_id, said):
    class Never:
        def run(self, work, then, failed, owner):
            """The pages never come."""

    slow = type(host)(host.clinic, host.navigator, Never(), host.dialogs, host.messages, host.lock)
    presenter = LetterPresenter(view, slow)
    presenter.enter(case_id)
    presenter.save()
    presenter.print()
    assert said.told == ["The pages are still being drawn."] * 2


@pytest.mark.parametrize(("where", "screen"), [("call", "case"), ("findings", "finding")])
def test_the_bar_leads_to_the_other_views(presenter, places, case_id, where, screen):
    presenter.go_to(where)
    assert places.gone == [(screen, {"case_id": case_id})]


def test_every_kind_of_letter_is_named_and_can_be_chosen(presenter, view):
    offered = [kind for kind, _ in view.shown.kinds]
    assert sorted(offered) == sorted(KINDS) == sorted(kinds())
    for kind in offered:
        presenter.choose_kind(kind)
        assert view.shown.kind == kind
        assert view.shown.pdf.startswith(b"%PDF") or view.shown.trouble
        assert view.shown.sheet in dict(view.shown.sheets)


def test_a_card_is_there_only_on_its_own_sheet_and_a_letter_comes_back_to_one_of_its_own(
    presenter, view
):
    presenter.choose_kind("wallet")
    assert [key for key, _ in view.shown.sheets] == ["wallet"]
    presenter.choose_kind("rights")
    assert view.shown.sheet != "wallet"


def test_a_demand_with_nothing_to_ask_says_so_and_draws_nothing(presenter, view, open_clinic):
    presenter.enter(open_clinic.intake.open_case().id)
    presenter.choose_kind("demand")
    assert "nothing to write" in view.shown.trouble
    assert not view.shown.pdf


def test_a_paper_for_the_file_is_marked_as_one_that_nobody_else_gets(presenter, view):
    presenter.choose_kind("memo")
    assert any("Privileged" in check.text and not check.fine for check in view.shown.checks)


def test_a_client_s_letter_forgets_the_name_that_a_demand_printed(presenter, view):
    printed = []
    for kind in ("inquiry", "rights"):
        presenter.choose_kind(kind)
        printed.append(view.shown.name)
    assert printed == [NameOnPaper.FULL, NameOnPaper.NONE]
