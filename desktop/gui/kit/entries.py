"""A list of things as chips: Enter opens one, Delete removes it, the last chip adds another.

The questions about the open one stand right below, in the page; nothing stops
the work.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.gui.kit import icons, theme
from desktop.gui.kit.entry_editor import EntryEditor
from desktop.gui.kit.flow import Flow
from desktop.gui.kit.form_row import TALL, Trouble, field_width
from desktop.gui.kit.form_shown import Chip, EntriesShown
from desktop.gui.kit.parts import Paragraph, button, column, row
from desktop.language.marks import N_

HINT = N_("Enter opens it, Delete removes it.")


class ChipButton(QPushButton):
    """One thing: what it is in the stronger type, what we know of it in the quieter."""

    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title, self._detail = "", ""
        self.setAutoDefault(False)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(HINT)

    def show_chip(self, chip: Chip, is_open: bool) -> None:
        self._title, self._detail = chip.title, chip.detail
        self.setAccessibleName(f"{chip.title}, {chip.detail}" if chip.detail else chip.title)
        self.setChecked(is_open)
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """Whether it is open is said by the presenter."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        title = QFontMetricsF(theme.font("control", weight=600)).horizontalAdvance(self._title)
        detail = QFontMetricsF(theme.font("control")).horizontalAdvance(self._detail)
        gap = theme.px(8) if self._detail else 0
        return QSize(round(theme.px(10 + 16 + 6 + 11) + title + gap + detail), theme.px(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = 0.8 if self.isChecked() else 0.5
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        edge, weight = ("accent", 1.6) if self.isChecked() else ("line2", 1.0)
        fill = "sel" if self.isChecked() else "bg" if self.underMouse() else "surface"
        painter.setPen(QPen(theme.colour(edge), weight))
        painter.setBrush(theme.colour(fill))
        painter.drawRoundedRect(box, theme.px(theme.RADIUS), theme.px(theme.RADIUS))
        size, left = theme.px(16), theme.px(10)
        icons.paint(painter, "paper", "ink", QRectF(left, (self.height() - size) / 2, size, size))
        strong, plain = theme.font("control", weight=600), theme.font("control")
        metrics = QFontMetricsF(strong)
        base = (self.height() + metrics.capHeight()) / 2
        x: float = left + size + theme.px(6)
        painter.setFont(strong)
        painter.setPen(theme.colour("ink"))
        painter.drawText(QPointF(x, base), self._title)
        x += metrics.horizontalAdvance(self._title) + theme.px(8)
        painter.setFont(plain)
        painter.setPen(theme.colour("ink2"))
        painter.drawText(QPointF(x, base), self._detail)
        painter.end()


class EntriesRow(QWidget):
    """The chips of one list and, below them, what is asked of the open one."""

    edit_asked = Signal(object)  # an index, or None for a new thing
    removed = Signal(int)
    closed = Signal()
    answered = Signal(str, object)

    def __init__(self, shown: EntriesShown, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.key = shown.key
        self._shown: EntriesShown | None = None
        self._chips: list[ChipButton] = []
        self._add = button(shown.adds, picture="plus")
        self._add.clicked.connect(lambda: self.edit_asked.emit(None))
        self._editor = EntryEditor(now)
        self._editor.hide()
        self._editor.answered.connect(self.answered)
        self._editor.closed.connect(self._close)
        self._editor.removed.connect(self.removed)
        self._trouble = Trouble()
        chips = QWidget()
        self._flow = Flow(chips, theme.px(6), theme.px(6))
        self._flow.addWidget(self._add)
        line = row(margins=(0, 4, 0, 4), gap=12)
        if shown.label:
            name = Paragraph(shown.label, "control")
            line.addWidget(name, 1, Qt.AlignmentFlag.AlignVCenter)
            chips.setFixedWidth(field_width(theme.factor()))
        line.addWidget(chips, 0 if shown.label else 1)
        layout = column(self)
        layout.addLayout(line)
        layout.addWidget(self._trouble)
        layout.addWidget(self._editor)
        self.setMinimumHeight(theme.px(TALL))

    def show_entries(self, shown: EntriesShown) -> None:
        if shown == self._shown:
            return
        was_open = self._shown is not None and self._shown.editor is not None
        self._shown = shown
        self._show_chips(shown)
        self._trouble.tell(shown.trouble)
        self._editor.setVisible(shown.editor is not None)
        if shown.editor is not None:
            self._editor.show_editor(shown.editor)
            if not was_open:
                self._editor.focus_first()

    def focus_first(self) -> None:
        (self._chips[0] if self._chips else self._add).setFocus(Qt.FocusReason.TabFocusReason)

    def _show_chips(self, shown: EntriesShown) -> None:
        opened = shown.editor.index if shown.editor is not None else None
        while len(self._chips) < len(shown.chips):
            self._chips.append(self._made(len(self._chips)))
        while len(self._chips) > len(shown.chips):
            gone = self._chips.pop()
            if gone.hasFocus():
                (self._chips[-1] if self._chips else self._add).setFocus()
            self._flow.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for made, chip in zip(self._chips, shown.chips, strict=True):
            made.show_chip(chip, chip.index == opened)

    def _made(self, index: int) -> ChipButton:
        made = ChipButton()
        made.clicked.connect(lambda: self._open(index))
        made.removed.connect(lambda: self.removed.emit(index))
        self._flow.insert(index, made)
        QWidget.setTabOrder(made, self._add)
        return made

    def _open(self, index: int) -> None:
        opened = self._shown.editor if self._shown is not None else None
        if opened is not None and opened.index == index:
            self.closed.emit()
        else:
            self.edit_asked.emit(index)

    def _close(self) -> None:
        index = self._editor.index
        self.closed.emit()
        back = self._add if index is None or index >= len(self._chips) else self._chips[index]
        back.setFocus(Qt.FocusReason.TabFocusReason)
