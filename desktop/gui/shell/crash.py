"""A bug, told kindly: what it means for the work, and a report that holds nothing of a client.

The report names files, lines and the kind of error. It never holds an error's
own text, because that may quote what somebody typed. A Problem that nobody
caught is no bug: it goes to the line for messages.
"""

from __future__ import annotations

import platform
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QWidget

from desktop import NAME, VERSION
from desktop.domain.problems import Problem
from desktop.gui.kit import theme
from desktop.gui.kit.doors import Messages
from desktop.gui.kit.focus import FocusRing
from desktop.gui.kit.parts import Paragraph, button, column, label, row
from desktop.language.marks import N_

HEAD = N_("Something in the program went wrong")
KEPT = N_(
    "What you answered before is kept: every answer is saved at once. If the screen looks "
    "wrong, close the window and open it again."
)
REPORT = N_("This is the whole report. It holds no name and nothing that was typed.")
COPY = N_("Copy the report")
COPIED = N_("Copied")
GO_ON = N_("Go on")


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where it went wrong and in what version, and no value from a case."""
    package = Path(__file__).resolve().parents[2]
    steps = []
    for step in traceback.extract_tb(trace):
        path = Path(step.filename)
        place = path.relative_to(package) if path.is_relative_to(package) else path.name
        steps.append(f"  {place}:{step.lineno} {step.name}")
    head = f"{NAME} {VERSION}, Python {platform.python_version()}, {platform.system()}"
    return "\n".join([head, kind.__name__, *steps])


class CrashSheet(QDialog):
    """The report in full, before anything is copied."""

    def __init__(self, text: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(HEAD)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._text = text
        shown = QPlainTextEdit(text)
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        shown.setAccessibleName(REPORT)
        self._copy = button(COPY, picture="copy")
        self._copy.clicked.connect(self._copy_report)
        go_on = button(GO_ON, "main")
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        layout = column(self, (24, 24, 24, 24), 12)
        layout.addWidget(label(HEAD, "title"))
        layout.addWidget(Paragraph(KEPT, "body", "ink2"))
        layout.addWidget(Paragraph(REPORT, "note", "ink3"))
        layout.addWidget(shown, 1)
        foot = row(gap=8)
        foot.addWidget(self._copy)
        foot.addStretch()
        foot.addWidget(go_on)
        layout.addLayout(foot)
        FocusRing(self)
        self.resize(theme.px(640), theme.px(420))
        go_on.setFocus()

    def _copy_report(self) -> None:
        QApplication.clipboard().setText(self._text)
        self._copy.setText(COPIED)


def tell_of(
    window: QWidget,
    messages: Messages,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> None:
    """What ``sys.excepthook`` does here; one sheet at a time, the first one counts."""
    if isinstance(error, Problem):
        messages.problem(error)
        return
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    text = report(kind, trace)
    print(text, file=sys.stderr)
    if not window.findChildren(CrashSheet):
        CrashSheet(text, window).open()
