"""The questions about one thing of a list, in the page; each answer is kept at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop.gui.kit.asked import Asked
from desktop.gui.kit.form_row import FormRow
from desktop.gui.kit.form_shown import EditorShown
from desktop.gui.kit.group import Group
from desktop.gui.kit.parts import button, column, hairline, label, row
from desktop.language.marks import N_

REMOVE = N_("Remove")
DONE = N_("Done")


class EntryEditor(Group):
    """Rows as in the form; Esc or Done closes it, and nothing is lost by that."""

    answered = Signal(str, object)
    closed = Signal()
    removed = Signal(int)

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self.index: int | None = None
        self._title = label("", "control", "ink2")
        self._remove = button(REMOVE, "link")
        self._done = button(DONE, "link")
        self._rows: dict[str, FormRow] = {}
        self._order: list[str] = []
        self._layout = column(self, (0, 4, 0, 8))
        head = row(margins=(0, 2, 0, 4), gap=10)
        head.addWidget(self._title, 1)
        head.addWidget(self._remove)
        head.addWidget(self._done)
        head.addWidget(label("Esc", "note", "ink3"))
        self._layout.addWidget(hairline())
        self._body = column(margins=(16, 4, 0, 4))
        self._layout.addLayout(self._body)
        self._layout.addLayout(head)
        self._layout.addWidget(hairline())
        self._done.clicked.connect(self.closed)
        self._remove.clicked.connect(self._removed)

    def show_editor(self, shown: EditorShown) -> None:
        if self.index != shown.index and not (self.index is None and self._rows):
            self._forget()
        self.index = shown.index
        self.setAccessibleName(shown.title)
        self._title.setText(shown.title)
        self._remove.setVisible(shown.index is not None)
        self._remove.setAccessibleName(f"{REMOVE}: {shown.title}")
        self._order = [asked.key for asked in shown.asked]
        for number, asked in enumerate(shown.asked):
            made = self._rows.get(asked.key)
            if made is None or self._shape(asked) != made.property("shape"):
                made = self._made(asked, number)
            made.show_asked(asked)
        for key, made in self._rows.items():
            made.setVisible(key in self._order)

    def focus_first(self) -> None:
        for key in self._order:
            if self._rows[key].is_empty:
                self._rows[key].focus_first()
                return
        self._rows[self._order[0]].focus_first()

    def hideEvent(self, event: object) -> None:
        super().hideEvent(event)  # type: ignore[arg-type]
        self._forget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _shape(self, asked: Asked) -> str:
        return f"{asked.kind.name} {len(asked.words)}"

    def _made(self, asked: Asked, number: int) -> FormRow:
        made = FormRow(asked, self._now)
        made.setProperty("shape", self._shape(asked))
        made.answered.connect(lambda answer: self.answered.emit(asked.key, answer))
        made.moved_on.connect(lambda: self._go_on(asked.key))
        self._rows[asked.key] = made
        self._body.insertWidget(number, made)
        return made

    def _go_on(self, after: str) -> None:
        later = self._order[self._order.index(after) + 1 :] if after in self._order else []
        for key in later:
            if self._rows[key].is_empty:
                self._rows[key].focus_first()
                return
        self._done.setFocus(Qt.FocusReason.TabFocusReason)

    def _removed(self) -> None:
        if self.index is not None:
            self.removed.emit(self.index)

    def _forget(self) -> None:
        for made in self._rows.values():
            self._body.removeWidget(made)
            made.hide()
            made.deleteLater()
        self._rows = {}
        self._order = []
        self.index = None
