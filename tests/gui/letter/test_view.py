"""The letter on the screen: real pages, turned and printed by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.aloud import Part
from desktop.domain.signoff import Role
from desktop.gui.kit.page_images import find_texts, page_count, render, render_gray
from desktop.gui.kit.reading_view import Stretch
from desktop.gui.kit.reading_words import name_of as spoken
from desktop.gui.screens.letter.printing import print_pages
from desktop.gui.screens.letter.view import LetterScreen
from tests.gui.conftest import INES
from tests.gui.reading import button, clipped, field, name_of, scrolls_across, stops, words

NO_ROLE = (QAccessible.Role.NoRole, QAccessible.Role.Client)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(qtbot, host, case_id):
    made = LetterScreen(host)
    qtbot.addWidget(made)
    made.resize(1366, 688)
    made.show()
    made.enter(case_id=case_id)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.waitUntil(lambda: made._preview.count > 0)
    return made


def test_pages_are_drawn_from_the_bytes_that_leave(screen):
    pdf = screen.presenter._state.pdf
    assert screen._preview.count == page_count(pdf)
    first = render(pdf, 400)[0]
    assert first.width == 400
    assert first.height == round(400 * 11 / 8.5)
    assert "DRAFT" in first.text or "BORRADOR" in first.text


def test_page_keys_turn_pages_from_anywhere(screen, qtbot):
    bar = screen._preview.verticalScrollBar()
    QApplication.processEvents()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_moving_over_passages_moves_the_ring(screen, qtbot):
    screen._passages.focus_first()
    ringed = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
        ringed.append(screen._preview._ringed)
    assert len(set(ringed)) == 4
    assert "Why it is in the letter" in words(screen)


def test_ctrl_s_saves_and_ctrl_p_prints(screen, qtbot, dialogs, tmp_path):
    dialogs.answers += [tmp_path / "letter.pdf", None]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, CTRL)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_P, CTRL)
    assert (tmp_path / "letter.pdf").exists()
    assert dialogs.asked == ["Save the letter", "Print the letter"]


def test_each_page_can_be_read_by_a_screen_reader(screen):
    page = screen._preview._pages[0]
    assert name_of(page) == f"Page 1 of {screen._preview.count}"
    assert len(page.accessibleDescription()) > 200


def test_a_page_stays_white_in_the_dark(screen):
    picture = screen._preview._pages[0].grab().toImage()
    assert picture.pixelColor(20, 20).lightness() > 250


def test_everything_that_tab_reaches_has_a_name_and_a_role(screen):
    for stop in stops(screen):
        assert name_of(stop), stop
        assert QAccessible.queryAccessibleInterface(stop).role() not in NO_ROLE


def test_f6_goes_round_choices_pages_and_passages(screen, qtbot):
    seen = []
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        seen.append(name_of(focus) if focus is not None else "")
    assert len(set(seen)) == 3


@pytest.mark.parametrize("size", [(1366, 688), (1050, 640)])
def test_nothing_is_cut_off(screen, size):
    screen.resize(*size)
    QApplication.processEvents()
    assert clipped(screen) == []
    assert not scrolls_across(screen)


def test_a_printer_gets_every_page_under_a_name_that_says_nothing(screen, tmp_path):
    pdf = screen.presenter._state.pdf
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert print_pages(printer, render_gray(pdf, 100))
    assert printer.docName() == "Letter"
    assert page_count((tmp_path / "printed.pdf").read_bytes()) == page_count(pdf)


def test_a_printer_that_makes_no_copies_itself_is_given_the_pages_again(screen, tmp_path):
    pdf = screen.presenter._state.pdf
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setCopyCount(2)
    given = 1 if printer.supportsMultipleCopies() else 2
    assert print_pages(printer, render_gray(pdf, 50))
    assert page_count((tmp_path / "printed.pdf").read_bytes()) == given * page_count(pdf)


def test_the_clinic_is_typed_beside_the_page_and_a_bad_number_is_told_there(screen, qtbot):
    button(screen, "Change").click()
    focus = QApplication.focusWidget()
    assert focus is not None and name_of(focus) == "Name"
    telephone = field(screen, "Telephone")
    for typed, told in (("555-0100", "ten digits"), ("(617) 555-0100", "")):
        telephone.setFocus()
        telephone.selectAll()
        qtbot.keyClicks(telephone, typed)
        qtbot.keyClick(telephone, Qt.Key.Key_Return)
        assert told in telephone.accessibleDescription()
        assert clipped(screen) == []
    assert "(617) 555-0100" in words(screen)


def test_who_may_not_confirm_a_translation_is_told_who_may(screen):
    assert "A draft: it prints beside its English." in words(screen)
    button(screen, "Confirm it").click()
    assert "Only an attorney or accredited representative can confirm it." in words(screen)
    assert clipped(screen) == []


def test_an_attorney_confirms_a_translation_beside_the_page(screen, qtbot, clinic):
    file = clinic.access._session.open_file
    with file.errand():
        file.members.change_role(INES, Role.ATTORNEY)
    screen.presenter.choose_sheet("plain")
    button(screen, "Confirm it").click()
    for name, typed in (("Who read it", "Rosa"), ("Who said back what it says", "Luz")):
        line = field(screen, name)
        line.setFocus()
        qtbot.keyClicks(line, typed)
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert clipped(screen) == []
    button(screen, "Confirm this translation").click()
    assert "Checked by Rosa and Luz, November 24, 2026. It may print alone." in words(screen)
    button(screen, "Withdraw").click()
    assert "A draft: it prints beside its English." in words(screen)


def test_the_letter_can_be_read_as_text_word_by_word_in_its_language(screen, qtbot):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_T, CTRL)
    told = screen.presenter._state.told
    stretches = screen._reading.findChildren(Stretch)
    assert [name_of(each) for each in stretches] == [spoken(each) for each in told]
    assert {each.accessibleDescription() for each in stretches} == {"English", "Español"}
    assert name_of(stretches[[each.part for each in told].index(Part.HEADING)]).startswith(
        "Heading 1: "
    )
    assert clipped(screen) == []
    assert not scrolls_across(screen)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_T, CTRL)
    assert screen._preview.isVisible()


def test_the_text_is_walked_selected_and_copied_by_keyboard(screen, qtbot):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_T, CTRL)
    told = screen.presenter._state.told

    def here() -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    for number in (1, 2):
        qtbot.keyClick(here(), Qt.Key.Key_Down)
        assert name_of(here()) == spoken(told[number])
    qtbot.keyClick(here(), Qt.Key.Key_H)
    heading = next(each for each in told[3:] if each.part is Part.HEADING)
    assert name_of(here()) == spoken(heading)
    qtbot.keyClick(here(), Qt.Key.Key_A, CTRL)
    qtbot.keyClick(here(), Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == heading.text
    assert [each for each in stops(screen) if isinstance(each, Stretch)] == [here()]


def test_what_is_read_from_the_right_stands_at_the_right(screen, qtbot):
    screen.presenter.choose_language("ar")
    screen.presenter.choose_sheet("plain")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_T, CTRL)
    told = screen.presenter._state.told
    turned = [each.from_the_right for each in told]
    shown = ['dir="rtl"' in each.text() for each in screen._reading.findChildren(Stretch)]
    assert shown == turned and any(turned) and not all(turned)


def test_a_passage_that_is_chosen_comes_into_sight_in_the_text(screen, qtbot):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_T, CTRL)
    screen._passages.focus_first()
    QApplication.processEvents()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_End)
    assert screen._reading.verticalScrollBar().value() > 0


def test_a_text_that_is_not_printed_is_not_found(screen):
    assert find_texts(screen.presenter._state.pdf, ["Nobody wrote this sentence anywhere."]) == (
        (),
    )
