"""What is asked about a paper in somebody's hand, and what it looks like."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from desktop.domain.names import WORD_NAMES
from desktop.domain.vocabulary import Kind
from desktop.gui.kit import theme
from desktop.gui.kit.asked import Asked
from desktop.gui.kit.choice import Choice
from desktop.gui.kit.fields import WordField
from desktop.gui.kit.flow import Flow
from desktop.gui.kit.icons import Picture
from desktop.gui.kit.parts import Paragraph, button, column, label, row
from desktop.gui.kit.segment import YES_NO
from desktop.gui.screens.papers.state import PapersShown, SuggestionShown
from desktop.gui.screens.papers.suggesting import ADD_UNKNOWN
from desktop.language.marks import N_

TITLE = N_("Which paper is it?")
HOW = N_("Ask whoever has the paper in hand. Type what is printed, or answer what you can.")
WORDS, NUMBER = N_("Any words printed on it"), N_("Number in a corner")
NUMBER_LIKE = N_("for example I-247A, I-200, AO 442")
SIGNER, COURT = N_("Who signed it?"), N_("Does it name a court?")
ASK = N_("To be sure, ask:")
_POINT = "•  {}"
OWN = N_("The drawings are our own. They leave most of each paper out.")


class AskingPane(QWidget):
    """Four ways to tell a paper; each one is enough to begin with."""

    words_told = Signal(str)
    number_told = Signal(str)
    signer_answered = Signal(object)
    court_answered = Signal(object)
    add_asked = Signal()
    unknown_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words, self._number = QLineEdit(), QLineEdit()
        self._number.setPlaceholderText(NUMBER_LIKE)
        signers = tuple(WORD_NAMES["papers.signed_by"].items())
        self._signer = WordField(Asked("signed_by", SIGNER, SIGNER, Kind.WORD, words=signers))
        self._court = Choice(COURT, YES_NO[:3])
        self._suggestion = Suggestion()
        layout = column(self, (24, 22, 20, 16), 6)
        layout.addWidget(label(TITLE, "title"))
        layout.addWidget(Paragraph(HOW, "control", "ink2"))
        for name, field in (
            (WORDS, self._words),
            (NUMBER, self._number),
            (SIGNER, self._signer),
            (COURT, self._court),
        ):
            layout.addSpacing(theme.px(8))
            layout.addWidget(label(name, "control", weight=600))
            layout.addWidget(field)
        layout.addSpacing(theme.px(14))
        layout.addWidget(self._suggestion)
        layout.addStretch(1)
        layout.addWidget(Paragraph(OWN, "note", "ink3"))
        for field, name in ((self._words, WORDS), (self._number, NUMBER)):
            field.setAccessibleName(name)
            field.setFixedHeight(theme.px(theme.CONTROL_HEIGHT))
            field.returnPressed.connect(self._suggestion.focus_add)
        self._words.textEdited.connect(self.words_told)
        self._number.textEdited.connect(self.number_told)
        self._signer.answered.connect(self.signer_answered)
        self._court.answered.connect(self.court_answered)
        self._suggestion.add.clicked.connect(self.add_asked)
        self._suggestion.unknown.clicked.connect(self.unknown_asked)

    def forget(self) -> None:
        """Another paper is in hand."""
        self._words.clear()
        self._number.clear()

    def show_state(self, state: PapersShown) -> None:
        self._signer.show_answer(state.signer)
        self._court.show_answer(state.names_court)
        self._suggestion.show_suggestion(state.suggestion)

    def focus_first(self) -> None:
        self._words.setFocus(Qt.FocusReason.TabFocusReason)


class Suggestion(QFrame):
    """What it looks like, framed: it is a suggestion, and no control but its buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "framed")
        self._sign = Picture("paper", "ink", line=24)
        self._title = Paragraph(kind="ask")
        self._sureness = label("", "control", "ink2")
        self._says = Paragraph(kind="control")
        self._caution = Paragraph(kind="control", ink="alert")
        self._ask = Paragraph(kind="control", ink="ink2")
        self.add = button("", "main", key="Enter")
        self.unknown = button(ADD_UNKNOWN, "link")
        head = row(gap=8)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        head.addWidget(self._sureness, 0, Qt.AlignmentFlag.AlignTop)
        foot = Flow(None, theme.px(12), theme.px(6))
        foot.addWidget(self.add)
        foot.addWidget(self.unknown)
        layout = column(self, (16, 14, 16, 14), 10)
        layout.addLayout(head)
        layout.addWidget(self._caution)
        layout.addLayout(foot)
        layout.addWidget(self._says)
        layout.addWidget(self._ask)
        self.hide()

    def show_suggestion(self, shown: SuggestionShown | None) -> None:
        self.setVisible(shown is not None)
        if shown is None:
            return
        self._sign.show_icon("seal" if shown.by_court else "paper", "ink")
        self._title.say(shown.title)
        self._sureness.setText(shown.sureness)
        self._says.say("\n".join(map(_POINT.format, shown.says)))
        self._caution.say(shown.caution)
        self._caution.setVisible(bool(shown.caution))
        self._ask.say("\n".join([ASK, *map(_POINT.format, shown.ask)]))
        self._ask.setVisible(bool(shown.ask))
        self.add.setText(shown.add)
        self.unknown.setVisible(shown.add != ADD_UNKNOWN)

    def focus_add(self) -> None:
        """Enter in a field leads to the button; it does not press it."""
        if self.isVisible():
            self.add.setFocus(Qt.FocusReason.TabFocusReason)
