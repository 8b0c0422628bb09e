"""What is chosen beside the page: kind, language, sheet, how the name prints; what was checked."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QWidget

from desktop.domain.letters import NameOnPaper
from desktop.gui.kit import theme
from desktop.gui.kit.group import Group
from desktop.gui.kit.icons import Picture
from desktop.gui.kit.letterhead_pane import CLINIC, LetterheadPane
from desktop.gui.kit.named import Named
from desktop.gui.kit.parts import Paragraph, column, label, row
from desktop.gui.screens.letter.asked_pane import ASKED, AskedPane
from desktop.gui.screens.letter.state import CheckLine, LetterShown
from desktop.gui.screens.letter.translation_pane import TranslationPane
from desktop.language.marks import N_

LETTER = N_("Letter")
LANGUAGE, SHEET = N_("Language"), N_("Sheet")
NAME_ON_PAPER = N_("The name on the paper")
NAMES = {
    NameOnPaper.NONE: N_("Not at all"),
    NameOnPaper.INITIALS: N_("Initials"),
    NameOnPaper.FULL: N_("In full"),
}
NO_NAME = N_("This case has no name yet.")
CHECKED = N_("Checked for you")


class ChoicesPane(QWidget):
    """Every choice draws the letter anew."""

    kind_chosen = Signal(str)
    language_chosen = Signal(str)
    sheet_chosen = Signal(str)
    name_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._addressee = label("", "note", "ink2")
        self._kinds = Named(LETTER)
        self._kinds.activated.connect(lambda at: self.kind_chosen.emit(self._kinds.itemData(at)))
        self._languages = Named(LANGUAGE)
        self._languages.activated.connect(
            lambda at: self.language_chosen.emit(self._languages.itemData(at))
        )
        self._sheets = Group(SHEET)
        self._sheet_row = row(self._sheets, gap=16)
        self._tiles: dict[str, SheetTile] = {}
        self._names = Group(NAME_ON_PAPER)
        self._name_buttons = {name: QRadioButton(text) for name, text in NAMES.items()}
        self._no_name = Paragraph(NO_NAME, "note", "ink2")
        self.translation = TranslationPane()
        self.clinic = LetterheadPane()
        self.asked = AskedPane()
        self._asked_head = label(ASKED, "head")
        self._checks = QWidget()
        self._check_column = column(self._checks, gap=6)
        self._lay_out()

    def show_choices(self, state: LetterShown) -> None:
        self._addressee.setText(state.addressee)
        self._kinds.show_names(state.kinds, state.kind)
        self._languages.show_names(state.languages, state.language)
        for key, text in state.sheets:
            if key not in self._tiles:
                tile = SheetTile(key, text)
                tile.clicked.connect(lambda _=False, key=key: self.sheet_chosen.emit(key))
                self._tiles[key] = tile
                self._sheet_row.insertWidget(len(self._tiles) - 1, tile)
        for key, tile in self._tiles.items():
            tile.setChecked(key == state.sheet)
            tile.setVisible(key in dict(state.sheets))
        for name, button in self._name_buttons.items():
            button.setChecked(name is state.name)
            button.setVisible(state.name_is_known)
        self._no_name.setVisible(not state.name_is_known)
        self.translation.show_translation(state.translation)
        self.translation.setVisible(bool(state.translation.summary))
        self.clinic.show_letterhead(state.clinic)
        self.asked.show_asked(state.asked)
        for part in (self._asked_head, self.asked):
            part.setVisible(bool(state.asked.lines))
        self._show_checks(state.checks)

    def focus_first(self) -> None:
        self._kinds.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_checks(self, checks: tuple[CheckLine, ...]) -> None:
        for gone in self._checks.findChildren(
            QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            self._check_column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for check in checks:
            self._check_column.addWidget(_check(check))

    def _lay_out(self) -> None:
        chosen = QWidget()
        words = column(chosen, gap=4)
        words.addWidget(self._kinds)
        words.addWidget(self._addressee)
        spoken = QWidget()
        languages = column(spoken, gap=8)
        languages.addWidget(self._languages)
        languages.addWidget(self.translation)
        self._sheet_row.addStretch(1)
        names = column(self._names, gap=2)
        for name, button in self._name_buttons.items():
            button.setMinimumHeight(theme.px(28))
            button.clicked.connect(lambda _=False, name=name: self.name_chosen.emit(name))
            names.addWidget(button)
        names.addWidget(self._no_name)
        layout = column(self, (16, 18, 4, 16))
        for title, body, gap in (
            (label(LETTER, "head"), chosen, 18),
            (label(LANGUAGE, "head"), spoken, 18),
            (label(SHEET, "head"), self._sheets, 18),
            (label(NAME_ON_PAPER, "head"), self._names, 18),
            (self._asked_head, self.asked, 18),
            (label(CLINIC, "head"), self.clinic, 18),
            (label(CHECKED, "head"), self._checks, 0),
        ):
            layout.addWidget(title)
            layout.addSpacing(theme.px(6))
            layout.addWidget(body)
            layout.addSpacing(theme.px(gap))
        layout.addStretch(1)


class SheetTile(QRadioButton):
    """A shape of paper, drawn small, with its word."""

    def __init__(self, key: str, text: str) -> None:
        super().__init__(text)
        self._key = key
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(52), theme.px(76))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        width, tall = theme.px(40), theme.px(50)
        page = QRectF((self.width() - width) / 2, 1, width, tall)
        painter.setPen(QPen(theme.colour("accent" if chosen else "line2"), 1.6 if chosen else 1))
        painter.setBrush(theme.colour("page"))
        painter.drawRoundedRect(page, 3, 3)
        for line in _lines(self._key):
            painter.fillRect(
                QRectF(
                    page.left() + line.left() * width,
                    page.top() + line.top() * tall,
                    line.width() * width,
                    max(1.0, line.height() * tall),
                ),
                theme.LIGHT.ink2,
            )
        painter.setFont(theme.font("note", weight=600 if chosen else 400))
        painter.setPen(theme.colour("ink" if chosen else "ink2"))
        words = QRectF(0, page.bottom() + theme.px(5), self.width(), theme.px(18))
        painter.drawText(words, Qt.AlignmentFlag.AlignHCenter, self.text())
        painter.end()


def _lines(key: str) -> list[QRectF]:
    """The lines of text on a sheet, as shares of the page."""
    if key == "side_by_side":
        return [QRectF(x, 0.14 + n * 0.1, 0.3, 0.03) for n in range(8) for x in (0.15, 0.55)]
    if key == "large_print":
        return [QRectF(0.15, 0.16 + n * 0.19, 0.7, 0.07) for n in range(4)]
    if key == "wallet":
        return [QRectF(x, 0.12 + n * 0.2, 0.32, 0.14) for n in range(4) for x in (0.14, 0.54)]
    return [QRectF(0.15, 0.14 + n * 0.1, 0.7 if n % 4 != 3 else 0.45, 0.03) for n in range(8)]


def _check(check: CheckLine) -> QWidget:
    made = QWidget()
    line = row(made, gap=8)
    picture = Picture("check", "protects") if check.fine else Picture("warning", "alert")
    line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Paragraph(check.text, "control", "ink"), 1)
    return made
