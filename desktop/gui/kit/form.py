"""A form built from questions: sections with what is left to ask, and nothing that jumps.

Widgets are made once and then only told what to show, so that the one under
the hand stays the same widget in the same place.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.silence import Answer
from desktop.gui.kit import theme
from desktop.gui.kit.asked import Asked
from desktop.gui.kit.entries import EntriesRow
from desktop.gui.kit.form_row import FormRow
from desktop.gui.kit.form_shown import EntriesShown, SectionShown
from desktop.gui.kit.group import Group
from desktop.gui.kit.parts import column, label, row

_Now = Callable[[], datetime]


class Form(QWidget):
    """All sections of a case. Signals carry the row's key."""

    answered = Signal(str, object)
    above_wanted = Signal()
    edit_asked = Signal(str, object)
    entry_answered = Signal(str, str, object)
    removed = Signal(str, int)
    editor_closed = Signal()

    def __init__(self, now: _Now) -> None:
        super().__init__()
        self._now = now
        self._sections: dict[str, Section] = {}
        self._layout = column(self, gap=0)
        self._layout.addStretch(1)

    def show_sections(self, sections: tuple[SectionShown, ...]) -> None:
        for number, shown in enumerate(sections):
            section = self._sections.get(shown.key)
            if section is None:
                section = Section(self, self._now)
                self._sections[shown.key] = section
                self._layout.insertWidget(number, section)
            section.show_section(shown)

    def go_to_row(self, key: str) -> None:
        """Put the keyboard on a row, if it is there."""
        for found in self.rows():
            if found.key == key:
                found.focus_first()
                return

    def go_to_next_empty(self, after: str) -> None:
        """The next row that nobody answered; when there is none below, stay."""
        rows = self.rows()
        here = next((n for n, found in enumerate(rows) if found.key == after), -1)
        for found in rows[here + 1 :]:
            if isinstance(found, FormRow) and found.is_empty and not found.is_asked_above:
                found.focus_first()
                return

    def rows(self) -> list[FormRow | EntriesRow]:
        """What is in sight, in reading order."""
        return [found for section in self._sections.values() for found in section.rows()]


class Section(Group):
    """A head with a count in words, and rows of 40."""

    def __init__(self, form: Form, now: _Now) -> None:
        super().__init__()
        self._form, self._now = form, now
        self._title = label("", "head")
        self._count = label("", "note", "ink3")
        self._rows: dict[str, FormRow | EntriesRow] = {}
        self._order: tuple[str, ...] = ()
        self._layout = column(self, (24, 14, 12, 4))
        head = row(gap=8)
        head.addWidget(self._title, 1)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBottom)
        self._layout.addLayout(head)
        self._layout.addSpacing(theme.px(4))

    def show_section(self, shown: SectionShown) -> None:
        self.setAccessibleName(shown.title)
        self._title.setText(shown.title)
        self._count.setText(shown.count)
        order = tuple(row_shown.key for row_shown in shown.rows)
        for number, row_shown in enumerate(shown.rows):
            widget = self._rows.get(row_shown.key)
            if widget is None:
                widget = self._made(row_shown)
                self._rows[row_shown.key] = widget
                self._layout.insertWidget(number + 2, widget)
            _show(widget, row_shown)
        if order != self._order:
            self._set_order(order)

    def rows(self) -> list[FormRow | EntriesRow]:
        return [self._rows[key] for key in self._order]

    def _set_order(self, order: tuple[str, ...]) -> None:
        """Put the rows in order; the ones that do not belong here now are hidden, not lost."""
        self._order = order
        for key, widget in self._rows.items():
            widget.setVisible(key in order)
        for number, key in enumerate(order):
            if self._layout.indexOf(self._rows[key]) != number + 2:
                self._layout.insertWidget(number + 2, self._rows[key])

    def _made(self, shown: Asked | EntriesShown) -> FormRow | EntriesRow:
        form = self._form
        if isinstance(shown, EntriesShown):
            entries = EntriesRow(shown, self._now)
            name = shown.key.removesuffix(".chips")
            entries.edit_asked.connect(lambda index: form.edit_asked.emit(name, index))
            entries.removed.connect(lambda index: form.removed.emit(name, index))
            entries.closed.connect(form.editor_closed)
            entries.answered.connect(
                lambda inner, answer: form.entry_answered.emit(name, inner, answer)
            )
            return entries
        made = FormRow(shown, self._now)
        made.answered.connect(lambda answer: self._answered(shown.key, answer))
        made.moved_on.connect(lambda: form.go_to_next_empty(shown.key))
        made.above_wanted.connect(form.above_wanted)
        return made

    def _answered(self, key: str, answer: Answer) -> None:
        self._form.answered.emit(key, answer)


def _show(widget: FormRow | EntriesRow, shown: Asked | EntriesShown) -> None:
    if isinstance(widget, FormRow) and isinstance(shown, Asked):
        widget.show_asked(shown)
    elif isinstance(widget, EntriesRow) and isinstance(shown, EntriesShown):
        widget.show_entries(shown)
