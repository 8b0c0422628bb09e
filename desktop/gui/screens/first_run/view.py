"""The first start on the screen: the steps at the left, one page, and a foot to go on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import (
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from desktop import NAME
from desktop.domain.moments import day_of
from desktop.gui.kit import theme
from desktop.gui.kit.icons import Picture
from desktop.gui.kit.navigator import Host, Screen
from desktop.gui.kit.parts import button, column, ground, hairline, label, row, scrolled
from desktop.gui.kit.spoken_times import MONTHS
from desktop.gui.screens.first_run.pages import (
    Page,
    PassphrasePage,
    SheetPage,
    WelcomePage,
    YouPage,
)
from desktop.gui.screens.first_run.presenter import FirstRunPresenter, FirstRunState, Step
from desktop.gui.screens.first_run.recovery_sheet import SheetText, draw_sheet
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
MADE_BY = N_("Made by {name}")
RAIL = 264
WIDE = 1160  # below it the sheet goes under the words
NARROW = 900  # below it the steps give their room to the page


class StepMark(QFrame):
    """One line of the steps: done, here, or still to come."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self._picture = Picture("step-next")
        self._label = label(words, "body")
        line = row(self, (12, 8, 12, 8), 10)
        line.addWidget(self._picture)
        line.addWidget(self._label, 1)

    def show_step(self, mine: Step, here: Step) -> None:
        picture, ink, words = {
            -1: ("step-done", "protects", "ink"),
            0: ("step-here", "accent", "ink"),
            1: ("step-next", "ink3", "ink2"),
        }[(mine > here) - (mine < here)]
        self._picture.show_icon(picture, ink)
        self._label.setAccessibleName(SAID[(mine > here) - (mine < here)].format(step=self._words))
        theme.dress(self, look="sel" if mine is here else "bg")
        theme.dress(self._label, type="strong" if mine is here else "body", ink=words)


class FirstRunScreen(Screen):
    """Keeps nothing: it is destroyed as soon as the file is made."""

    keeps_nothing = True

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._clock = host.clinic.clock
        self._state = FirstRunState()
        self._steps = {step: StepMark(words) for step, words in STEPS.items()}
        self._you, self._phrase, self._sheet = YouPage(), PassphrasePage(), SheetPage()
        self._pages: dict[Step, Page] = {
            Step.WELCOME: WelcomePage(),
            Step.YOU: self._you,
            Step.PASSPHRASE: self._phrase,
            Step.SHEET: self._sheet,
        }
        self._stack = QStackedWidget()
        self._margins: list[QVBoxLayout] = []
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
        self._connect()

    def enter(self, **_values: object) -> None:
        self.presenter.enter()
        self._go_on.setFocus()

    def escape(self) -> bool:
        self.presenter.go_back()
        return True

    def show_state(self, state: FirstRunState) -> None:
        before, self._state = self._state, state
        for step, mark in self._steps.items():
            mark.show_step(step, state.step)
        self._sheet.picture.show_text(self._sheet_text(state.groups if state.shown else ()))
        page = self._pages[state.step]
        page.show_state(state)
        self._missing.setText(MAKING_KEYS if state.waiting else state.missing)
        self._back.setVisible(state.step is not Step.WELCOME)
        self._go_on.setText(MAKE if state.step is Step.SHEET else GO_ON)
        self._go_on.setAccessibleName(self._go_on.text())
        self._go_on.idle(self._missing.text())
        for field in (self._phrase.first, self._phrase.second):
            field.setReadOnly(state.waiting)
        if state.step is not before.step:
            self._turn_to(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._steps_rail.setVisible(self.width() >= theme.px(NARROW))
        narrow = self.width() < theme.px(WIDE)
        for page in self._pages.values():
            page.fit(narrow)
        side, top = theme.px(40 if narrow else 64), theme.px(32 if narrow else 72)
        for layout in self._margins:
            layout.setContentsMargins(side, top, side, theme.px(24))
        self._foot.setContentsMargins(side, theme.px(16), side, theme.px(16))

    def print_sheet(self, printer: object) -> bool:
        """Draw the sheet on the printer that was chosen."""
        if not isinstance(printer, QPagedPaintDevice):
            raise TypeError("a printer is something Qt can paint on")
        return self._draw_on(printer)

    def save_sheet(self, path: Path) -> bool:
        """Draw the sheet into a PDF; False when the place cannot be written to."""
        try:
            path.open("wb").close()
        except OSError:
            return False
        return self._draw_on(QPdfWriter(str(path)))

    def _draw_on(self, device: QPagedPaintDevice) -> bool:
        whole = QPageLayout(
            QPageSize(QPageSize.PageSizeId.Letter), QPageLayout.Orientation.Portrait, QMarginsF()
        )
        device.setPageLayout(whole)
        painter = QPainter()
        if not painter.begin(device):
            return False
        draw_sheet(painter, device.width(), self._sheet_text(self._state.groups))
        return painter.end()

    def _sheet_text(self, groups: tuple[str, ...]) -> SheetText:
        day = day_of(self._clock.now())
        return SheetText(
            MADE_BY.format(name=self._state.name.strip()),
            f"{day.day} {MONTHS[day.month - 1]} {day.year}",
            groups,
        )

    def _turn_to(self, page: Page) -> None:
        if page is not self._phrase:
            self._phrase.forget()
        self._stack.setCurrentIndex(list(self._pages).index(self._state.step))
        (page.first_field or self._go_on).setFocus()

    def _connect(self) -> None:
        presenter = self.presenter
        self._back.clicked.connect(presenter.go_back)
        self._go_on.clicked.connect(presenter.go_on)
        self._you.changed.connect(lambda: presenter.name_typed(self._you.name.text()))
        self._phrase.changed.connect(
            lambda: presenter.passphrase_typed(
                self._phrase.first.text(), self._phrase.second.text()
            )
        )
        self._sheet.changed.connect(lambda: presenter.code_typed(self._sheet.code.text()))
        self._sheet.print.clicked.connect(presenter.print_sheet)
        self._sheet.save.clicked.connect(presenter.save_sheet)
        self._sheet.write_down.clicked.connect(lambda: presenter.show_code(not self._state.shown))
        for page in self._pages.values():
            page.entered.connect(presenter.go_on)

    def _lay_out(self) -> None:
        whole = row(self)
        self._steps_rail = self._rail()
        whole.addWidget(self._steps_rail)
        whole.addWidget(hairline(down=True))
        right = ground("surface")
        whole.addWidget(right, 1)
        page = column(right)
        for each in self._pages.values():
            page_ground = ground("surface")
            self._margins.append(column(page_ground))
            self._margins[-1].addWidget(each)
            self._stack.addWidget(scrolled(page_ground))
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
        lines: QVBoxLayout = column(rail, (16, 24, 16, 24), 4)
        brand = row(margins=(12, 0, 0, 0), gap=8)
        brand.addWidget(Picture("amparo", "accent", 20))
        name = label(NAME, "lead", weight=600)
        brand.addWidget(name, 1, Qt.AlignmentFlag.AlignVCenter)
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
