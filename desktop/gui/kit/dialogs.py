"""The only door to a window that stops the work. Cancelling is an answer: None, or no.

There are few reasons to come here: a place to save to, a printer, and an act
that cannot be taken back.
"""

# ruff: noqa: PLC0415 - what a dialog takes of Qt comes when there is one
from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.gui.kit.focus import FocusRing
from desktop.language.marks import N_

CANCEL = N_("Cancel")


class Dialogs:
    """The real one, over the main window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._folder = Path.home()

    def save_as(self, title: str, name: str, kinds: str) -> Path | None:
        """Asks before overwriting, in the system's own words."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._window, title, str(self._folder), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # The ending belongs to the name before the question about overwriting is asked.
        dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
        dialog.selectFile(name)
        accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
        path = Path(dialog.selectedFiles()[0]) if accepted else None
        dialog.deleteLater()
        if path is not None:
            self._folder = path.parent
        return path

    def choose_files(self, title: str, kinds: str, *, many: bool = False) -> tuple[Path, ...]:
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._window, title, str(self._folder), kinds)
        one, several = QFileDialog.FileMode.ExistingFile, QFileDialog.FileMode.ExistingFiles
        dialog.setFileMode(several if many else one)
        accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
        paths = tuple(map(Path, dialog.selectedFiles())) if accepted else ()
        dialog.deleteLater()
        if paths:
            self._folder = paths[0].parent
        return paths

    def confirm(self, question: str, detail: str, action: str) -> bool:
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._window)
        box.setWindowTitle(question)
        box.setText(question)
        box.setInformativeText(detail)
        yes = box.addButton(action, QMessageBox.ButtonRole.AcceptRole)
        no = box.addButton(CANCEL, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        FocusRing(box)
        box.exec()
        answer = box.clickedButton() is yes
        box.deleteLater()
        return answer

    def printer(self, title: str) -> object | None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._window)
        # A letter is kept whole, so it prints whole; and a file is saved where it can be warned of.
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=False)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, on=False)
        dialog.setWindowTitle(title)
        if dialog.exec() != QPrintDialog.DialogCode.Accepted:
            return None
        return printer
