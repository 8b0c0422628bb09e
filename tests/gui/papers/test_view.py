"""The paper helper on the screen: seen, heard, and driven by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from desktop.gui.screens.papers.drawings_pane import LookRow
from desktop.gui.screens.papers.view import PapersScreen
from tests.gui.reading import clipped, field, name_of, names, scrolls_across, stops, words

NO_ROLE = (QAccessible.Role.NoRole, QAccessible.Role.Client)


@pytest.fixture
def screen(qtbot, host, open_clinic):
    made = PapersScreen(host)
    qtbot.addWidget(made)
    made.resize(1366, 688)
    made.show()
    made.enter(case_id=open_clinic.intake.open_case().id)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_by_keyboard_alone_a_paper_is_told_and_put_on_the_case(screen, qtbot, places):
    qtbot.keyClicks(QApplication.focusWidget(), "warrant for arrest of alien")
    assert "Looks like Form I-200" in words(screen)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    reached = QApplication.focusWidget()
    assert reached is not None and name_of(reached) == "Add I-200"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert places.gone[-1][0] == "case"


def test_each_drawing_is_told_in_words(screen):
    for paper in screen._drawings._papers:
        heard = paper._page.accessibleDescription()
        assert all(f"{n}: " in heard for n in range(1, len(paper._drawn.looks) + 1))


def test_a_number_with_the_keyboard_points_into_the_drawing(screen):
    looks = screen.findChildren(LookRow)
    before = looks[0]._page.grab().toImage()
    looks[0].setFocus(Qt.FocusReason.TabFocusReason)
    assert looks[0]._page.grab().toImage() != before


def test_another_paper_is_drawn_when_it_is_asked_for(screen, qtbot):
    other = next(stop for stop in stops(screen) if name_of(stop).startswith("AO 93"))
    qtbot.mouseClick(other, Qt.MouseButton.LeftButton)
    assert screen._drawings._papers[0]._drawn.form == "AO 93"


def test_everything_that_tab_reaches_has_a_name_and_a_role(screen):
    for stop in stops(screen):
        assert name_of(stop), stop
        assert QAccessible.queryAccessibleInterface(stop).role() not in NO_ROLE


def test_a_question_stands_whole_before_its_answers(screen):
    heard = names(screen)
    assert heard.index("Any words printed on it") < heard.index("Number in a corner")
    assert field(screen, "Number in a corner").placeholderText().startswith("for example")


@pytest.mark.parametrize("size", [(1366, 688), (960, 600)])
@pytest.mark.parametrize("number", ["I-247A", "AO 442", "I-862"])
def test_nothing_is_cut_off(screen, size, number):
    screen.resize(*size)
    screen.presenter.tell_number(number)
    QApplication.processEvents()
    assert clipped(screen) == []
    assert not scrolls_across(screen)
    for look in screen.findChildren(LookRow):
        assert look.height() >= look.sizeHint().height()
