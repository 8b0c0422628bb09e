"""What a clinic does to its case file at the window: settings, members, backups, the journal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QTableView
from pytestqt.qtbot import QtBot

from desktop.domain.problems_casefile import WrongPassphrase, WrongRecoveryCode
from desktop.domain.problems_members import NotInYourRole
from desktop.domain.records import Deed
from desktop.domain.signoff import Role
from desktop.gui.kit.pick import Pick
from desktop.gui.screens.case_file.deeds import DEEDS
from desktop.gui.screens.case_file.page import Page
from desktop.gui.screens.case_file.settings_page import months_said
from desktop.gui.screens.case_file.sheet_page import TYPE_BACK, SheetPage
from desktop.gui.screens.case_file.view import PAGES, CaseFileScreen
from desktop.workflow.clinic import Clinic
from tests.gui.case_file.conftest import OWLS, RUTH, TOMAS
from tests.gui.conftest import INES, PASSPHRASE
from tests.gui.reading import (
    button,
    clipped,
    field,
    name_of,
    names,
    places_of,
    scrolls_across,
    words,
)
from tests.gui.recorders import QueuedDialogs, Said

At = Callable[[str], CaseFileScreen]
NEW = "amber violin market shoe"
LOCK = "Lock when nobody has touched the computer for"


def pick(screen: CaseFileScreen, name: str, chosen: str) -> None:
    """Choose from the list of that name."""
    (combo,) = [
        made
        for made in screen.findChildren(QComboBox)
        if made.accessibleName() == name and made.isVisibleTo(screen)
    ]
    index = combo.findText(chosen)
    assert index >= 0, chosen
    combo.setCurrentIndex(index)
    combo.activated.emit(index)


def enter_as(clinic: Clinic, name: str) -> None:
    clinic.access.close()
    clinic.access.unlock(clinic.access.derive(OWLS, name))


def code_of(screen: CaseFileScreen) -> str:
    (page,) = screen.findChildren(SheetPage)
    assert page._sheet is not None
    return page._sheet.recovery_code


def test_the_clinic_is_named_for_its_letters_and_a_bad_number_is_told_under_it(
    open_at: At, clinic: Clinic, qtbot: QtBot
):
    screen = open_at("settings")
    for number, kept in (("555-0100", None), ("(617) 555-0100", "(617) 555-0100")):
        line = field(screen, "Telephone")
        line.setFocus()
        line.selectAll()
        qtbot.keyClicks(line, number)
        qtbot.keyClick(line, Qt.Key.Key_Return)
        assert clinic.letterhead.details.phone == kept
        assert ("ten digits" in line.accessibleDescription()) is (kept is None)
        assert clipped(screen) == []


@pytest.mark.parametrize("page", PAGES)
def test_each_page_can_be_read_whole_and_walked_in_order(open_at: At, page: str, qtbot: QtBot):
    screen = open_at(page)
    for width, height in ((1366, 688), (960, 600)):
        screen.resize(width, height)
        assert clipped(screen) == []
        assert not scrolls_across(screen)
    assert all(names(screen))
    inside = [made for made in screen.findChildren(Page) if made.isVisibleTo(screen)]
    assert len(inside) == 1
    assert [top for top, _ in places_of(inside[0])] == sorted(
        top for top, _ in places_of(inside[0])
    )


def test_the_minutes_until_it_locks_are_chosen_and_kept_at_once(open_at: At, three: Clinic):
    screen = open_at("settings")
    pick(screen, LOCK, "15 minutes")
    assert three.housekeeping.settings.lock_minutes == 15
    assert three.housekeeping.journal()[-1].did is Deed.CHANGED_SETTINGS


def test_time_is_said_in_years_where_it_is_whole_years():
    said = [months_said(number) for number in (None, 6, 12, 18, 84)]
    assert said[1:] == ["6 months", "1 year", "18 months", "7 years"]


def test_a_volunteer_sees_what_was_chosen_and_whom_to_ask(open_at: At, three: Clinic):
    enter_as(three, TOMAS)
    screen = open_at("settings")
    assert "Ask an administrator or attorney." in words(screen)
    assert not any(made.isEnabled() for made in screen.findChildren(Pick))
    screen.go("members")
    assert "Ask an administrator or attorney." in words(screen)
    screen.go("sheet")
    button(screen, "Make a new sheet").click()
    assert NotInYourRole(who="an administrator or attorney").sentence in words(screen)


def test_facts_that_were_kept_before_can_be_taken_out(
    open_at: At, three: Clinic, dialogs: QueuedDialogs, said: Said
):
    pick(
        open_at("settings"),
        "Immigration facts, nationality, fear of return, being a victim of a crime",
        "Keep them in the case file",
    )
    record = three.intake.open_case()
    record = three.intake.answer(record, "client.nationality", "Honduras")
    screen = open_at("settings")
    pick(
        screen,
        "Immigration facts, nationality, fear of return, being a victim of a crime",
        "Use them for the answer, and keep them nowhere",
    )
    assert three.intake.get(record.id).case.text("client.nationality") == "Honduras"
    dialogs.answers = [False, True]
    button(screen, "Take out what was kept before").click()
    assert three.intake.get(record.id).case.text("client.nationality") == "Honduras"
    button(screen, "Take out what was kept before").click()
    assert three.intake.get(record.id).case.text("client.nationality") is None
    assert said.told == ["Taken out. Versions of cases that held such facts: 1."]


def test_the_own_passphrase_changes_for_who_knows_the_one_before(
    open_at: At, three: Clinic, qtbot: QtBot
):
    screen = open_at("passphrase")
    now, first = field(screen, "The passphrase you have now"), field(screen, "The new passphrase")
    second = field(screen, "The same again")
    button(screen, "Change the passphrase").click()
    assert "Type the passphrase you have now first." in words(screen)
    qtbot.keyClicks(now, "a wrong one")
    qtbot.keyClicks(first, NEW)
    qtbot.keyClicks(second, NEW)
    button(screen, "Change the passphrase").click()
    assert WrongPassphrase().sentence in words(screen)
    now.clear()
    qtbot.keyClicks(now, PASSPHRASE)
    button(screen, "Change the passphrase").click()
    assert "From now on the new passphrase opens the file" in words(screen)
    assert (now.text(), first.text(), second.text()) == ("", "", "")
    three.access.close()
    three.access.unlock(three.access.derive(NEW, INES))


def test_somebody_new_gets_a_name_a_role_and_a_passphrase(open_at: At, three: Clinic, qtbot: QtBot):
    screen = open_at("members")
    qtbot.keyClicks(field(screen, "Their name"), "Wei Lin")
    pick(screen, "Their role", "volunteer or student")
    qtbot.keyClicks(field(screen, "Their passphrase"), NEW)
    qtbot.keyClicks(field(screen, "The same again"), NEW + "s")
    button(screen, "Add them").click()
    assert "The two are not the same." in words(screen)
    field(screen, "The same again").backspace()
    qtbot.keyClicks(field(screen, "The same again"), "")
    button(screen, "Add them").click()
    assert "Wei Lin can open the file from now on." in words(screen)
    (added,) = [member for member in three.members.all() if member.name == "Wei Lin"]
    assert added.role is Role.VOLUNTEER
    assert field(screen, "Their name").text() == ""


def test_a_role_changes_in_its_row_and_the_last_who_looks_after_the_file_stays(
    open_at: At, three: Clinic
):
    screen = open_at("members")
    pick(screen, f"Role of {RUTH}", "advocate or paralegal")
    assert f"{RUTH} is advocate or paralegal from now on." in words(screen)
    pick(screen, f"Role of {INES}", "advocate or paralegal")
    assert f"{INES} has to stay for now." in words(screen)
    roles = {member.name: member.role for member in three.members.all()}
    assert (roles[RUTH], roles[INES]) == (Role.ADVOCATE, Role.ADMINISTRATOR)


def test_who_is_removed_is_told_of_first_and_the_file_gets_a_new_key_and_sheet(
    open_at: At, three: Clinic, qtbot: QtBot
):
    screen = open_at("members")
    (remove,) = [
        made
        for made in screen.findChildren(type(button(screen, "Remove")))
        if name_of(made) == f"Remove {TOMAS}" and made.isVisibleTo(screen)
    ]
    remove.click()
    assert f"{TOMAS} goes, and the whole file gets a new key" in words(screen)
    code = code_of(screen)
    button(screen, f"Remove {TOMAS} and change the key").click()
    assert len(three.members.all()) == 3, "not before the code is typed back"
    qtbot.keyClicks(field(screen, TYPE_BACK), code)
    button(screen, f"Remove {TOMAS} and change the key").click()
    assert f"{TOMAS} is removed" in words(screen)
    assert [line.did for line in three.housekeeping.journal()[-2:]] == [
        Deed.CHANGED_KEY,
        Deed.REMOVED_MEMBER,
    ]
    three.access.close()
    with pytest.raises(WrongPassphrase):
        three.access.derive(OWLS, TOMAS)
    three.access.unlock(three.access.derive_from_recovery(code))


def test_a_sheet_that_is_left_before_it_was_typed_back_changes_nothing(
    open_at: At, three: Clinic, prepared, qtbot: QtBot, dialogs: QueuedDialogs, tmp_path: Path
):
    screen = open_at("sheet")
    button(screen, "Make a new sheet").click()
    dialogs.answers = [tmp_path / "sheet.pdf"]
    button(screen, "Save it").click()
    assert (tmp_path / "sheet.pdf").stat().st_size > 1000
    code = code_of(screen)
    screen.go("settings")
    three.access.close()
    with pytest.raises(WrongRecoveryCode):
        three.access.derive_from_recovery(code)
    three.access.unlock(three.access.derive_from_recovery(prepared.recovery_code))


def test_a_backup_counts_once_it_was_opened_again(
    open_at: At, three: Clinic, dialogs: QueuedDialogs, tmp_path: Path
):
    screen = open_at("backup")
    assert "There is no backup yet." in words(screen)
    place = tmp_path / "stick" / "b.amparo"
    dialogs.answers = [None, place, place]
    button(screen, "Back up now").click()
    assert three.housekeeping.backups() == ()
    button(screen, "Back up now").click()
    assert "The backup was not made" in words(screen)
    place.parent.mkdir()
    button(screen, "Back up now").click()
    assert "was read back and opened" in words(screen)
    assert "The last backup was made Tue 24 Nov, 6:00 AM." in words(screen)
    assert str(place) in words(screen)


def test_a_place_that_others_copy_is_asked_about_first(
    open_at: At, three: Clinic, dialogs: QueuedDialogs, tmp_path: Path
):
    screen = open_at("backup")
    (tmp_path / "Dropbox").mkdir()
    dialogs.answers = [tmp_path / "Dropbox" / "b.amparo", False]
    button(screen, "Back up now").click()
    assert dialogs.asked[-1] == "Put the backup where others keep copies?"
    assert three.housekeeping.backups() == ()


def test_the_journal_tells_who_did_what_the_last_first(open_at: At, three: Clinic):
    record = three.intake.open_case()
    screen = open_at("journal")
    (table,) = screen.findChildren(QTableView)
    model = table.model()
    first = [model.index(0, at).data() for at in range(model.columnCount())]
    assert first == ["4", "Tue 24 Nov, 6:00 AM", INES, "added the case", record.code]
    assert "Every line is as it was written: 4 of them." in words(screen)
    screen.resize(700, 600)
    assert model.columnCount() == 2
    assert model.index(0, 1).data() == f"added the case\n{record.code}"


def test_the_journal_says_where_it_was_changed(open_at: At, three: Clinic):
    file = three.access._session.open_file
    with file.errand():
        file._errands.write("UPDATE journal SET who = ? WHERE number = 2", ("Nobody",))
    assert "is not as it was written, from line 2 on" in words(open_at("journal"))


def test_every_deed_has_words():
    assert set(DEEDS) == set(Deed)


def test_leaving_a_page_forgets_what_was_typed(open_at: At, qtbot: QtBot):
    screen = open_at("passphrase")
    typed = field(screen, "The new passphrase")
    qtbot.keyClicks(typed, NEW)
    screen.leave()
    assert typed.text() == ""
