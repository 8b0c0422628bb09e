"""The page of an errand that one goes on from the list of cases: a head, a few words, the way on.

Back to the cases at the left of the bar, the lock at its right; the main button stands at
the foot, with what is still missing beside it.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.gui.kit import theme
from desktop.gui.kit.messages import Notice, announce
from desktop.gui.kit.parts import Paragraph, at_most, button, column, ground, hairline, label, row
from desktop.gui.kit.scrolled import scrolled
from desktop.language.marks import N_

CASES = N_("Cases")
LOCK = N_("Lock")
READING = 680
_BAR = 52
_AROUND = 48
_WIDE = 1100  # below it the margins shrink


class ErrandPage(QWidget):
    """``body`` is the errand's own; ``second`` is a lesser act beside the main one."""

    back_asked = Signal()
    lock_asked = Signal()
    go_asked = Signal()
    second_asked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.body = column()
        self.notice = Notice()
        self.go = button("", "main", room="large")
        self.second = button("", room="large")
        self._head = Paragraph(kind="title")
        self._text = Paragraph(kind="lead", ink="ink2")
        self._missing = label("", "control", "ink2", 400)
        self._missing.setWordWrap(True)
        self._missing.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._back = button(CASES, "link", picture="back")
        self._lock = button("", "quiet", picture="lock")
        self._lay_out(name)
        self._back.clicked.connect(self.back_asked)
        self._lock.clicked.connect(self.lock_asked)
        self.go.clicked.connect(self.go_asked)
        self.second.clicked.connect(self.second_asked)

    def say(self, head: str, text: str) -> None:
        self._head.say(head)
        self._text.say(text)

    def offer(self, act: str, missing: str = "", second: str = "") -> None:
        """Name the way on, and what is missing before it can be gone; empty: it can."""
        self.go.setText(act)
        self._missing.setText(missing)
        self.go.idle(missing)
        self.second.setText(second)
        self.second.setVisible(bool(second))

    def walk(self, *fields: QWidget) -> None:
        """Tab goes from the bar through these fields to the foot, whichever is older."""
        way = (self._back, self._lock, *fields, self.second, self.go)
        for before, after in pairwise(way):
            QWidget.setTabOrder(before, after)

    def go_to(self, widget: QWidget) -> None:
        """Put the keyboard there, in sight."""
        widget.setFocus()
        self._area.ensureWidgetVisible(widget, 0, theme.px(_AROUND))

    def begin_at(self, widget: QWidget, *more: str) -> None:
        """Another step of the errand: read out, shown from its top, with the keyboard there."""
        told = (self._head.accessibleName(), self._text.accessibleName(), *more)
        announce(self, " ".join(told))
        widget.setFocus()
        self._area.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What nobody else has a use for scrolls the page."""
        bar = self._area.verticalScrollBar()
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if event.key() in steps:
            bar.setValue(bar.value() + steps[Qt.Key(event.key())] * bar.pageStep())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side, top = (64, 28) if self.width() >= theme.px(_WIDE) else (32, 20)
        self._page.setContentsMargins(theme.px(side), theme.px(top), theme.px(side), theme.px(16))
        self._foot.setContentsMargins(theme.px(side), theme.px(10), theme.px(side), theme.px(10))

    def _lay_out(self, name: str) -> None:
        whole = column(self)
        whole.addWidget(self._bar())
        whole.addWidget(hairline())
        inside = QWidget()
        page = self._page = column(inside)
        page.addWidget(self._head)
        page.addSpacing(theme.px(8))
        page.addLayout(at_most(READING, self._text))
        page.addSpacing(theme.px(20))
        page.addLayout(self.body, 1)
        page.addSpacing(theme.px(12))
        page.addLayout(at_most(READING, self.notice))
        self._area = scrolled(inside, "surface", name)
        whole.addWidget(self._area, 1)
        whole.addWidget(hairline())
        foot = self._foot = row(gap=16)
        foot.addWidget(self.second)
        foot.addWidget(self._missing, 1)
        foot.addWidget(self.go)
        whole.addLayout(foot)

    def _bar(self) -> QWidget:
        bar = ground("bg")
        bar.setFixedHeight(theme.px(_BAR))
        line = row(bar, (18, 0, 12, 0), 14)
        self._lock.setAccessibleName(LOCK)
        self._lock.setToolTip(f"{LOCK} (Ctrl+Shift+L)")
        line.addWidget(self._back)
        line.addStretch()
        line.addWidget(self._lock)
        return bar
