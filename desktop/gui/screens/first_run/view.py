"""The first start on the screen: the steps at the left, one page, and a foot to go on.

Pages are made when somebody gets to them, so that the first one paints at once.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from desktop import NAME
from desktop.gui.kit import theme
from desktop.gui.kit.icons import Picture
from desktop.gui.kit.navigator import Host, Screen
from desktop.gui.kit.parts import button, column, ground, hairline, label, row, scrolled
from desktop.gui.screens.first_run.pages import Page, PassphrasePage, WelcomePage, YouPage
from desktop.gui.screens.first_run.presenter import FirstRunPresenter, FirstRunState, Step
from desktop.language.marks import N_

STEPS = {
    Step.WELCOME: N_("Welcome"),
    Step.YOU: N_("You"),
    Step.PASSPHRASE: N_("Passphrase"),
    Step.SHEET: N_("Recovery sheet"),
}
SAID = {-1: N_("{step}, done"), 0: N_("{step}, now"), 1: N_("{step}, to come")}
NOTHING_KEPT = N_("Nothing is kept yet")
STOP_ANY_TIME = N_("You can stop and start again.")
BACK = N_("Back")
GO_ON = N_("Go on")
MAKE = N_("Make the case file")
MAKING_KEYS = N_("Making the keys. This takes a few seconds.")
RAIL = 264
WIDE = 1160  # below it the sheet goes under the words
NARROW = 900  # below it the steps give their room to the page


class StepMark(QFrame):
    """One line of the steps: done, here, or still to come."""

    def __init__(self, step: Step, words: str) -> None:
        super().__init__()
        self._step, self._words = step, words
        self._picture = Picture("step-next")
        self._label = label(words, "body")
        line = row(self, (12, 8, 12, 8), 10)
        line.addWidget(self._picture)
        line.addWidget(self._label, 1)
        self.show_here(Step.WELCOME)

    def show_here(self, here: Step) -> None:
        """Show where this step lies from the one that is in sight."""
        where = (self._step > here) - (self._step < here)
        picture, ink, words = {
            -1: ("step-done", "protects", "ink"),
            0: ("step-here", "accent", "ink"),
            1: ("step-next", "ink3", "ink2"),
        }[where]
        self._picture.show_icon(picture, ink)
        self._label.setAccessibleName(SAID[where].format(step=self._words))
        theme.dress(self, look="bg" if where else "sel")
        theme.dress(self._label, type="body" if where else "strong", ink=words)


class FirstRunScreen(Screen):
    """Keeps nothing: it is destroyed as soon as the file is made."""

    keeps_nothing = True

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._clock = host.clinic.clock
        self._state = FirstRunState()
        self._steps = {step: StepMark(step, words) for step, words in STEPS.items()}
        self._pages: dict[Step, Page] = {}
        self._margins: list[QVBoxLayout] = []
        self._stack = QStackedWidget()
        self._back = button(BACK)
        self._missing = label("", "control", "ink2", 400)
        self._missing.setWordWrap(True)
        self._go_on = button(GO_ON, "main")
        self._lay_out()
        self.presenter = FirstRunPresenter(
            self,
            host.clinic.access,
            host.navigator,
            host.background,
            host.dialogs,
            host.messages,
        )
        self._back.clicked.connect(self.presenter.go_back)
        self._go_on.clicked.connect(self.presenter.go_on)

    def enter(self, **_values: object) -> None:
        self.presenter.enter()
        self._go_on.setFocus()

    def escape(self) -> bool:
        self.presenter.go_back()
        return True

    def show_state(self, state: FirstRunState) -> None:
        before, self._state = self._state, state
        page = self._page(state.step)
        page.show_state(state)
        self._missing.setText(MAKING_KEYS if state.waiting else state.missing)
        self._back.setVisible(state.step is not Step.WELCOME)
        self._go_on.setText(MAKE if state.step is Step.SHEET else GO_ON)
        self._go_on.idle(self._missing.text())
        if state.step is not before.step:
            for mark in self._steps.values():
                mark.show_here(state.step)
            self._pages[before.step].forget()
            self._stack.setCurrentWidget(page.place)
            (page.first_field or self._go_on).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def print_sheet(self, printer: object) -> bool:
        return self._sheet.print_on(printer)

    def save_sheet(self, path: Path) -> bool:
        return self._sheet.save(path)

    def _page(self, step: Step) -> Page:
        if step not in self._pages:
            make = {
                Step.WELCOME: self._make_welcome,
                Step.YOU: self._make_you,
                Step.PASSPHRASE: self._make_passphrase,
                Step.SHEET: self._make_sheet,
            }[step]
            under = ground("surface")
            place = scrolled(under)
            self._stack.addWidget(place)
            page = self._pages[step] = make()
            page.place = place
            page.entered.connect(self.presenter.go_on)
            self._margins.append(column(under))
            self._margins[-1].addWidget(page)
            if page.first_field is not None:
                self._put_before_foot(page)
            self._fit()
        return self._pages[step]

    def _put_before_foot(self, page: Page) -> None:
        """Tab walks the page first and then the foot, although the foot is older."""
        reached = [
            widget
            for widget in page.findChildren(QWidget)
            if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        ]
        for before, after in pairwise([*reached, self._back, self._go_on]):
            QWidget.setTabOrder(before, after)

    def _make_welcome(self) -> Page:
        page = WelcomePage()
        page.restore.clicked.connect(self.presenter.restore)
        return page

    def _make_you(self) -> Page:
        page = YouPage()
        page.changed.connect(lambda: self.presenter.name_typed(page.name.text()))
        return page

    def _make_passphrase(self) -> Page:
        page = PassphrasePage()
        page.changed.connect(
            lambda: self.presenter.passphrase_typed(page.first.text(), page.second.text())
        )
        return page

    def _make_sheet(self) -> Page:
        # Printing needs a good part of Qt that no other page of a first start does.
        from desktop.gui.screens.first_run.sheet_page import SheetPage  # noqa: PLC0415

        page = self._sheet = SheetPage(self._clock.now())
        page.changed.connect(lambda: self.presenter.code_typed(page.code.text()))
        page.print.clicked.connect(self.presenter.print_sheet)
        page.save_it.clicked.connect(self.presenter.save_sheet)
        page.write_down.clicked.connect(lambda: self.presenter.show_code(not self._state.shown))
        return page

    def _fit(self) -> None:
        self._steps_rail.setVisible(self.width() >= theme.px(NARROW))
        narrow = self.width() < theme.px(WIDE)
        for page in self._pages.values():
            page.fit(narrow)
        side, top = theme.px(40 if narrow else 64), theme.px(32 if narrow else 72)
        for layout in self._margins:
            layout.setContentsMargins(side, top, side, theme.px(24))
        self._foot.setContentsMargins(side, theme.px(16), side, theme.px(16))

    def _lay_out(self) -> None:
        whole = row(self)
        self._steps_rail = self._rail()
        whole.addWidget(self._steps_rail)
        whole.addWidget(hairline(down=True))
        right = ground("surface")
        whole.addWidget(right, 1)
        page = column(right)
        page.addWidget(self._stack, 1)
        page.addWidget(hairline())
        foot = self._foot = row(gap=16)
        foot.addWidget(self._back)
        self._missing.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self._missing, 1)
        foot.addWidget(self._go_on)
        page.addLayout(foot)

    def _rail(self) -> QWidget:
        rail = ground("bg")
        rail.setFixedWidth(theme.px(RAIL))
        lines = column(rail, (16, 24, 16, 24), 4)
        brand = row(margins=(12, 0, 0, 0), gap=8)
        brand.addWidget(Picture("amparo", "accent", 20))
        brand.addWidget(label(NAME, "lead", weight=600), 1, Qt.AlignmentFlag.AlignVCenter)
        lines.addLayout(brand)
        lines.addSpacing(theme.px(28))
        for mark in self._steps.values():
            lines.addWidget(mark)
        lines.addStretch()
        for words, kind, ink in (
            (NOTHING_KEPT, "control", "ink2"),
            (STOP_ANY_TIME, "note", "ink3"),
        ):
            note = label(words, kind, ink)
            note.setContentsMargins(theme.px(12), 0, 0, 0)
            lines.addWidget(note)
        return rail


def build(host: Host) -> Screen:
    """The screen of the first start, for the table of contents."""
    return FirstRunScreen(host)
