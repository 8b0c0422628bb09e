"""One finding on the screen: the list at the left, the page to read, the margin at the right.

Where the window is narrow or the type large, the margin stands under the page.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.gui.kit import theme
from desktop.gui.kit.case_bar import CaseBar
from desktop.gui.kit.navigator import Host, Screen
from desktop.gui.kit.parts import column, ground, hairline, row
from desktop.gui.kit.scrolled import scrolled
from desktop.gui.kit.shortcuts import keys_of
from desktop.gui.screens.finding.finding_list import FindingList
from desktop.gui.screens.finding.margin_pane import MarginPane
from desktop.gui.screens.finding.page import FindingPage
from desktop.gui.screens.finding.presenter import FindingPresenter
from desktop.gui.screens.finding.state import FindingShown
from desktop.language.marks import N_

TITLE = N_("Finding")
PAGE, MARGIN = N_("The finding"), N_("Source and what would change it")
_LIST, _LIST_NARROW, _MARGIN, _READING = 292, 236, 366, 620
_NARROW, _LARGE_TYPE = 1200, 1.5


class FindingScreen(Screen):
    """Three plain panes."""

    title = TITLE

    def __init__(self, host: Host) -> None:
        super().__init__()
        self.presenter = FindingPresenter(self, host)
        self._bar = CaseBar("findings")
        self._bar.hide_undo()
        self._list = FindingList()
        self._page = FindingPage()
        self._margin = MarginPane()
        self._lay_out()
        presenter = self.presenter
        self._list.chosen.connect(presenter.choose)
        self._page.fact_wanted.connect(presenter.go_to_fact)
        self._margin.fact_wanted.connect(presenter.go_to_fact)
        self._bar.serve(self, presenter.trial)
        self._bar.back_asked.connect(presenter.open_cases)
        self._bar.lock_asked.connect(host.lock)
        self._bar.view_asked.connect(presenter.go_to)
        keys_of(
            self,
            {
                "Ctrl+L": lambda: presenter.go_to("letter"),
                "Ctrl+P": lambda: presenter.go_to("letter"),
                "Ctrl+J": lambda: presenter.go_to("call"),
                "F6": self._next_pane,
            },
        )

    def enter(self, **values: object) -> None:
        self.presenter.enter(str(values["case_id"]), str(values.get("rule", "")))
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_state(self, state: FindingShown) -> None:
        self._bar.show_bar(state.bar)
        self._list.show_groups(state.groups, state.rule)
        self._page.show_finding(state)
        self._margin.show_margin(state)
        self._page_area.verticalScrollBar().setValue(0)

    def _lay_out(self) -> None:
        self._is_narrow = False
        page = ground("surface")
        reading = QWidget()
        reading.setMaximumWidth(theme.px(_READING))
        self._under_page = column(reading, gap=28)
        self._under_page.addWidget(self._page)
        inside = row(page, (40, 26, 28, 24))
        inside.addWidget(reading, 1)
        inside.addStretch(0)
        self._page_area = scrolled(page, "surface", PAGE)
        margin = ground("bg")
        self._margin_column = column(margin, (30, 26, 18, 24))
        self._margin_column.addWidget(self._margin)
        self._margin_area = scrolled(margin, "bg", MARGIN)
        self._margin_area.setFixedWidth(theme.px(_MARGIN))
        self._divider = hairline(down=True)
        self._side = side = ground("bg")
        column(side, (0, 8, 0, 8)).addWidget(self._list)
        side.setFixedWidth(theme.px(_LIST))
        body = row()
        body.addWidget(side)
        body.addWidget(hairline(down=True))
        body.addWidget(self._page_area, 1)
        body.addWidget(self._divider)
        body.addWidget(self._margin_area)
        whole = column(self)
        whole.addWidget(self._bar)
        whole.addLayout(body, 1)
        self._set_columns(False)  # large type must not first ask for room it will not use

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_columns(self.width() < theme.px(_NARROW))

    def _set_columns(self, narrow: bool) -> None:
        narrow = narrow or theme.factor() >= _LARGE_TYPE
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            place = self._under_page if narrow else self._margin_column
            place.addWidget(self._margin)
            self._margin_area.setVisible(not narrow)
            self._divider.setVisible(not narrow)
            self._side.setFixedWidth(theme.px(_LIST_NARROW if narrow else _LIST))

    def _next_pane(self) -> None:
        if self._list.hasFocus():
            self._page.focus_first()
        else:
            self._list.setFocus(Qt.FocusReason.TabFocusReason)


def build(host: Host) -> Screen:
    """The screen of a finding."""
    return FindingScreen(host)
