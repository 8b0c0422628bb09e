"""The call on the screen, with real keys over a real file."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from desktop.domain.silence import Silence
from desktop.gui.kit.choice import Choice
from desktop.gui.kit.form_row import FormRow
from desktop.gui.screens.case.act_row import ActRow
from desktop.gui.screens.case.view import CaseScreen
from tests.gui.people import marisol
from tests.gui.reading import clipped, name_of, places_of, scrolls_across, stops, words

# Qt's offscreen platform says so of every list that opens.
LABEL = QAccessible.RelationFlag.Label
POPUPS = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def screen_of(qtbot, open_clinic, host):
    def begin(case=None, size=(1366, 688)):
        record = open_clinic.intake.open_case()
        if case is not None:
            record = open_clinic.intake.keep(record, case)
        made: Any = CaseScreen(host)
        qtbot.addWidget(made)
        made.resize(*size)
        made.show()
        made.enter(case_id=record.id)
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        made.kept = lambda: open_clinic.intake.get(record.id).case
        return made

    yield begin


def rows(screen):
    return {row.key: row for row in screen._form.rows()}


def segments(row):
    return row.findChild(Choice).segments


def focus():
    return QApplication.focusWidget()


def test_a_call_begins_at_the_question_that_settles_most(screen_of):
    screen = screen_of()
    assert screen._ask.isAncestorOf(focus())


def test_answering_above_goes_on_to_the_next_question_by_itself(screen_of, qtbot):
    screen = screen_of()
    for _ in range(4):
        here, asked = focus(), screen._ask.accessibleName()
        if isinstance(here, QComboBox):
            break
        qtbot.keyClick(here, Qt.Key.Key_K)
        assert screen._ask.accessibleName() != asked
        assert screen._ask.isAncestorOf(focus())


def test_y_answers_a_row_and_goes_to_the_next_empty_one(screen_of, qtbot):
    screen = screen_of(marisol())
    row = rows(screen)["custody.seen_by_judge"]
    row.focus_first()
    qtbot.keyClick(focus(), Qt.Key.Key_N)
    assert screen.kept().get("custody.seen_by_judge") is False
    assert not row.isAncestorOf(focus())
    assert not row.is_empty


def test_ctrl_z_takes_an_answer_back_on_screen_and_in_the_file(screen_of, qtbot):
    screen = screen_of(marisol())
    row = rows(screen)["client.minor"]
    row.focus_first()
    qtbot.keyClick(focus(), Qt.Key.Key_Space)
    assert screen.kept().get("client.minor") is True
    qtbot.keyClick(focus(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert screen.kept().get("client.minor") is Silence.NOT_ASKED
    assert row.is_empty


def test_nothing_under_the_hand_moves(screen_of, qtbot):
    screen = screen_of(marisol())
    for key in ("client.minor", "release.ice_present", "custody.seen_by_judge"):
        row = rows(screen)[key]
        row.focus_first()
        screen._form_area.ensureWidgetVisible(row)
        QApplication.processEvents()
        before = row.mapTo(screen, QPoint(0, 0))
        qtbot.keyClick(focus(), Qt.Key.Key_Space)
        QApplication.processEvents()
        assert row.mapTo(screen, QPoint(0, 0)) == before


def test_the_acts_stay_where_they_are_whatever_the_answer_is(screen_of):
    screen = screen_of(marisol())
    acts = screen.findChildren(ActRow)
    before = [act.mapTo(screen, QPoint(0, 0)) for act in acts]
    for still_held in (False, Silence.NOT_KNOWN, True):
        screen.presenter.answer("release.still_held", still_held)
        QApplication.processEvents()
        assert [act.mapTo(screen, QPoint(0, 0)) for act in acts] == before


def test_the_asked_row_points_above_and_leads_there(screen_of, qtbot):
    screen = screen_of()
    row = next(r for r in rows(screen).values() if isinstance(r, FormRow) and r.is_asked_above)
    qtbot.mouseClick(row._above, Qt.MouseButton.LeftButton)
    assert screen._ask.isAncestorOf(focus())


@pytest.mark.parametrize("number", range(5))
def test_alt_and_a_number_opens_an_act_from_anywhere(screen_of, qtbot, places, number):
    screen = screen_of(marisol())
    rows(screen)["client.minor"].focus_first()
    key = Qt.Key(Qt.Key.Key_1 + number)
    qtbot.keyClick(focus(), key, Qt.KeyboardModifier.AltModifier)
    assert places.gone[-1][0] == "finding"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Space])
def test_an_act_opens_by_key(screen_of, qtbot, places, key):
    screen = screen_of(marisol())
    act = screen.findChildren(ActRow)[0]
    act.setFocus()
    qtbot.keyClick(act, key)
    assert places.gone[-1][1]["rule"] == "boston.hold"


def test_the_letter_is_one_key_away(screen_of, qtbot, places):
    screen_of(marisol())
    qtbot.keyClick(focus(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert places.gone[-1][0] == "letter"


def test_ctrl_j_returns_to_the_question_and_ctrl_right_passes_it_over(screen_of, qtbot):
    screen = screen_of()
    rows(screen)["client.minor"].focus_first()
    asked = screen._ask.accessibleName()
    qtbot.keyClick(focus(), Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert screen._ask.isAncestorOf(focus())
    qtbot.keyClick(focus(), Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert screen._ask.accessibleName() != asked


def test_f6_goes_round_the_panes(screen_of, qtbot):
    screen = screen_of(marisol())
    seen = []
    for _ in range(3):
        qtbot.keyClick(focus(), Qt.Key.Key_F6)
        panes = (screen._ask, screen._form, screen._outcome)
        seen.append(next(n for n, pane in enumerate(panes) if pane.isAncestorOf(focus())))
    assert sorted(seen) == [0, 1, 2]


def test_the_lock_is_asked_for(screen_of, qtbot, locks):
    screen = screen_of()
    qtbot.mouseClick(screen._bar._lock, Qt.MouseButton.LeftButton)
    assert locks == ["lock"]


@POPUPS
def test_the_whole_form_can_be_filled_in_by_keyboard(screen_of, qtbot):
    screen = screen_of()
    answered = 0
    rows(screen)["custody.custodian"].focus_first()
    for _ in range(120):
        here = focus()
        row = _row_of(here)
        if isinstance(row, FormRow) and row.is_empty and not row.is_asked_above:
            if isinstance(here, QComboBox):
                qtbot.keyClick(here, Qt.Key.Key_Down)
                qtbot.keyClick(here.view(), Qt.Key.Key_Home)
                qtbot.keyClick(here.view(), Qt.Key.Key_Return)
            elif isinstance(here.parentWidget(), Choice):
                qtbot.keyClick(here, Qt.Key.Key_Space)
            else:
                qtbot.keyClicks(here, "2am")
                qtbot.keyClick(here, Qt.Key.Key_Return)
            answered += not row.is_empty
        qtbot.keyClick(focus(), Qt.Key.Key_Tab)
    left = [
        row.key
        for row in screen._form.rows()
        if isinstance(row, FormRow) and row.is_empty and not row.is_asked_above
    ]
    assert left == []
    assert answered >= 20


def test_a_paper_is_added_read_and_removed_by_keyboard(screen_of, qtbot, said):
    screen = screen_of(marisol())
    entries = rows(screen)["papers.chips"]
    entries.focus_first()
    qtbot.keyClick(focus(), Qt.Key.Key_Return)
    assert entries._editor.isVisible()
    assert entries._editor.accessibleName() == "I-247A"
    qtbot.keyClick(focus(), Qt.Key.Key_Escape)
    assert not entries._editor.isVisible()
    qtbot.keyClick(focus(), Qt.Key.Key_Delete)
    assert len(screen.kept().entries("papers")) == 1
    assert said.told == ["Removed I-247A."]


def test_everything_that_tab_reaches_has_a_name_and_a_role(screen_of):
    for case in (None, marisol()):
        screen = screen_of(case)
        for stop in stops(screen):
            reader = QAccessible.queryAccessibleInterface(stop)
            assert name_of(stop), stop
            assert reader.role() not in (QAccessible.Role.NoRole, QAccessible.Role.Client), stop


def test_a_list_of_words_is_named_by_its_question_never_by_its_value(screen_of):
    screen = screen_of(marisol())
    for combo in screen.findChildren(QComboBox):
        # On Linux a screen reader takes the name from the label, elsewhere from the list.
        assert combo.accessibleName().endswith(("?", ")"))
        reader = QAccessible.queryAccessibleInterface(combo)
        labels = [other for other, kind in reader.relations() if kind == LABEL]
        named = [label.text(QAccessible.Text.Name) for label in labels]
        assert named == [combo.accessibleName()]


def test_tab_goes_in_reading_order_within_each_pane(screen_of):
    screen = screen_of(marisol())
    for pane in (screen._ask, screen._form, screen._outcome):
        tops = [top for top, _ in places_of(pane)]
        assert tops == sorted(tops)


def test_every_target_is_at_least_24_pixels(screen_of):
    for stop in stops(screen_of(marisol())):
        assert stop.width() >= 24 and stop.height() >= 24, stop


def test_no_words_are_cut_off(screen_of):
    for case in (None, marisol()):
        screen = screen_of(case)
        assert clipped(screen) == []
        assert not scrolls_across(screen)


@pytest.mark.parametrize("size", [(1366, 688), (1100, 640), (1800, 950)])
def test_nothing_is_cut_off_in_other_windows(screen_of, size):
    screen = screen_of(marisol(), size)
    assert clipped(screen) == []
    assert not scrolls_across(screen)


def test_below_1200_there_is_one_column_and_the_answer_is_a_view(screen_of, qtbot):
    screen = screen_of(marisol(), (1100, 640))
    assert not screen._outcome.isVisible()
    assert screen._head.isVisible()
    screen._go_to_view("answer")
    assert screen._outcome.isVisible()
    assert not screen._form.isVisible()


def test_the_answer_and_do_now_are_in_sight_without_scrolling(screen_of):
    screen = screen_of(marisol())
    QApplication.processEvents()
    for widget in (screen._head, *screen.findChildren(ActRow), screen._outcome._do_now):
        bottom = widget.mapTo(screen, QPoint(0, widget.height())).y()
        assert 0 < bottom <= screen.height()


def test_contradictions_stand_at_their_row_in_words(screen_of):
    screen = screen_of(marisol())
    screen.presenter.answer("custody.state", "released")
    assert "Which is right?" in words(screen)


def _row_of(widget: QWidget | None) -> object:
    while widget is not None and not isinstance(widget, FormRow):
        widget = widget.parentWidget()
    return widget
