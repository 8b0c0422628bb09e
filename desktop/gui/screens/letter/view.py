"""The letter on the screen: choices at the left, the real pages, and why each passage is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from desktop.domain.aloud import Aloud
from desktop.gui.kit import theme
from desktop.gui.kit.case_bar import CaseBar
from desktop.gui.kit.form_row import Trouble
from desktop.gui.kit.navigator import Host, Screen
from desktop.gui.kit.page_images import PageImage, render_gray
from desktop.gui.kit.parts import Paragraph, button, column, ground, hairline, row
from desktop.gui.kit.preview import PagePreview
from desktop.gui.kit.reading_view import ReadingView
from desktop.gui.kit.scrolled import scrolled
from desktop.gui.kit.shortcuts import keys_of
from desktop.gui.screens.letter.choices_pane import ChoicesPane
from desktop.gui.screens.letter.passage_pane import PassagePane
from desktop.gui.screens.letter.presenter import LetterPresenter
from desktop.gui.screens.letter.state import LetterShown, PassageShown
from desktop.language.marks import N_

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

TITLE = N_("Letter")
CHOICES = N_("What is chosen")
AS_TEXT, AS_PAGES = N_("Read as text"), N_("Show the pages")
SAVE, PRINT, TEST = N_("Save as PDF"), N_("Print"), N_("Test page")
_CHOICES, _PASSAGES, _FOOT = 300, 290, 56
_NARROW = 1100


class LetterScreen(Screen):
    """The page in the middle is what prints."""

    title = TITLE

    def __init__(self, host: Host) -> None:
        super().__init__()
        self.presenter = LetterPresenter(self, host)
        self._host = host
        self._bar = CaseBar("letter")
        self._bar.hide_undo()
        self._choices = ChoicesPane()
        self._preview = PagePreview(host.background)
        self._reading = ReadingView()
        self._either = QStackedWidget()
        self._passages = PassagePane()
        self._trouble = Trouble()
        self._foot = Paragraph(kind="control", ink="ink2")
        self._save = button(SAVE, picture="save", key="Ctrl+S")
        self._as_text = button(AS_TEXT, "link")
        self._as_text.setToolTip("Ctrl+T")
        self._test = button(TEST, "link")
        self._print = button(PRINT, "main", picture="printer", key="Ctrl+P")
        self._told: tuple[Aloud, ...] = ()
        self._lay_out()
        self._connect()

    def enter(self, **values: object) -> None:
        self.presenter.enter(str(values["case_id"]))
        self._choices.focus_first()

    def show_state(self, state: LetterShown) -> None:
        self._bar.show_bar(state.bar)
        self._choices.show_choices(state)
        self._preview.show_pdf(state.pdf)
        self._told = state.told
        if self._is_read:
            self._reading.show_told(state.told)
        self._passages.show_passages(state.passages)
        self._foot.say(state.foot)
        self._trouble.tell(state.trouble)
        waits = "" if state.pdf else state.foot or state.trouble
        for act in (self._save, self._print):
            act.idle(waits)

    def print_pages(self, pdf: bytes, printer: object, then: Callable[[int], None]) -> None:
        """Draw for the printer in the background, then hand the pages over."""
        self._host.background.run(
            lambda: render_gray(pdf),
            lambda pages: self._to_printer(pages, cast("QPrinter", printer), then),
            self._host.messages.problem,
            self,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme.px(_NARROW)
        self._passages_side.setVisible(not narrow)

    def _to_printer(
        self, pages: tuple[PageImage, ...], printer: QPrinter, then: Callable[[int], None]
    ) -> None:
        from desktop.gui.screens.letter.printing import print_pages  # noqa: PLC0415

        if print_pages(printer, pages):
            then(printer.copyCount())

    @property
    def _is_read(self) -> bool:
        """Whether the words are in sight and not the pages."""
        return self._either.currentWidget() is self._reading

    @property
    def _middle(self) -> PagePreview | ReadingView:
        return self._reading if self._is_read else self._preview

    def _read(self) -> None:
        """The words in place of the pages, or the pages again."""
        reads = not self._is_read
        if reads:
            self._reading.show_told(self._told)
        self._either.setCurrentWidget(self._reading if reads else self._preview)
        self._as_text.setText(AS_PAGES if reads else AS_TEXT)
        self._middle.focus_first()

    def _connect(self) -> None:
        presenter = self.presenter
        self._bar.serve(self, presenter.trial)
        self._bar.back_asked.connect(presenter.open_cases)
        self._bar.lock_asked.connect(self._host.lock)
        self._bar.view_asked.connect(presenter.go_to)
        self._choices.kind_chosen.connect(presenter.choose_kind)
        self._choices.language_chosen.connect(presenter.choose_language)
        self._choices.sheet_chosen.connect(presenter.choose_sheet)
        self._choices.name_chosen.connect(presenter.choose_name)
        self._choices.clinic.typed.connect(presenter.type_detail)
        self._choices.translation.typed.connect(presenter.type_reader)
        self._choices.translation.confirmed.connect(presenter.confirm)
        self._choices.translation.withdrawn.connect(presenter.withdraw)
        self._choices.asked.typed.connect(presenter.type_asked)
        self._choices.asked.court_chosen.connect(presenter.choose_court)
        self._passages.chosen.connect(self._ring)
        self._as_text.clicked.connect(self._read)
        self._test.clicked.connect(presenter.print_test_page)
        self._save.clicked.connect(presenter.save)
        self._print.clicked.connect(presenter.print)
        keys_of(
            self,
            {
                "Ctrl+P": presenter.print,
                "Ctrl+S": presenter.save,
                "Ctrl+J": lambda: presenter.go_to("call"),
                "Ctrl+T": self._read,
                "PgDown": lambda: self._middle.go_by_page(1),
                "PgUp": lambda: self._middle.go_by_page(-1),
                "F6": self._next_pane,
            },
        )

    def _ring(self, passage: PassageShown) -> None:
        self._preview.ring(passage.boxes)
        self._reading.bring(passage.key)

    def _next_pane(self) -> None:
        focus = self.focusWidget()
        if focus is not None and self._choices.isAncestorOf(focus):
            self._middle.focus_first()
        elif focus is not None and self._middle.isAncestorOf(focus):
            self._passages.focus_first()
        else:
            self._choices.focus_first()

    def _lay_out(self) -> None:
        choices = scrolled(self._choices, "bg", CHOICES)
        choices.setFixedWidth(theme.px(_CHOICES))
        self._passages_side = ground("bg")
        column(self._passages_side).addWidget(self._passages)
        self._passages_side.setFixedWidth(theme.px(_PASSAGES))
        middle = ground("desk")
        pages = column(middle)
        pages.addWidget(self._trouble)
        self._either.addWidget(self._preview)
        self._either.addWidget(self._reading)
        pages.addWidget(self._either, 1)
        body = row()
        body.addWidget(choices)
        body.addWidget(hairline(down=True))
        body.addWidget(middle, 1)
        body.addWidget(hairline(down=True))
        body.addWidget(self._passages_side)
        foot = ground("surface")
        foot.setFixedHeight(theme.px(_FOOT))
        line = row(foot, (20, 0, 16, 0), 12)
        line.addWidget(self._foot, 1)
        line.addWidget(self._as_text)
        line.addWidget(self._test)
        line.addWidget(self._save)
        line.addWidget(self._print)
        whole = column(self)
        whole.addWidget(self._bar)
        whole.addLayout(body, 1)
        whole.addWidget(hairline())
        whole.addWidget(foot)


def build(host: Host) -> Screen:
    """The screen of the letter."""
    return LetterScreen(host)
