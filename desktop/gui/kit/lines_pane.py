"""Lines to type in, each under its name; what is wrong stands under its line."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.gui.kit import theme
from desktop.gui.kit.form_row import Trouble
from desktop.gui.kit.letterhead_shown import LineShown
from desktop.gui.kit.parts import column, label


class LinesPane(QWidget):
    """A line is told when the keyboard leaves it or Enter is pressed."""

    typed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, _Row] = {}
        self._column = column(self, gap=8)

    def show_lines(self, lines: tuple[LineShown, ...], may_change: bool = True) -> None:
        for line in lines:
            if line.key not in self._rows:
                made = _Row(line)
                made.typed.connect(self.typed)
                self._rows[line.key] = made
                self._column.addWidget(made)
            self._rows[line.key].show_line(line, may_change)
        keys = {line.key for line in lines}
        for key, row in self._rows.items():
            row.setVisible(key in keys)

    def focus_first(self) -> None:
        """The first line that waits for words, or the first of all."""
        rows = [row for row in self._rows.values() if row.isVisibleTo(self)]
        waits = [row for row in rows if row.waits]
        (waits or rows)[0].focus_first()


class _Row(QWidget):
    typed = Signal(str, str)

    def __init__(self, line: LineShown) -> None:
        super().__init__()
        self._key, self._told = line.key, line.text
        self._field = QLineEdit(line.text)
        self._field.setAccessibleName(line.name)
        self._field.setFixedHeight(theme.px(32))
        self._trouble = Trouble()
        layout = column(self, gap=2)
        layout.addWidget(label(line.name, "note", "ink2"))
        layout.addWidget(self._field)
        layout.addWidget(self._trouble)
        self._field.editingFinished.connect(self._tell)

    @property
    def waits(self) -> bool:
        return not self._field.text()

    def show_line(self, line: LineShown, may_change: bool) -> None:
        if line.text != self._told:
            self._told = line.text
            self._field.setText(line.text)
        self._field.setReadOnly(not may_change)
        self._field.setAccessibleDescription(line.trouble)
        self._trouble.tell(line.trouble)

    def focus_first(self) -> None:
        self._field.setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self) -> None:
        text = " ".join(self._field.text().split())
        if text != self._told:
            self._told = text
            self.typed.emit(self._key, text)
