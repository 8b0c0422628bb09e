"""The only door to a window that stops the work. Cancelling is an answer: None, or no.

There are few reasons to come here: a place to save to, a printer, and an act
that cannot be taken back.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop.language.marks import N_

CANCEL = N_("Cancel")


class Dialogs:
    """The real one, over the main window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._folder = Path.home()

    def save_as(self, title: str, name: str, kinds: str) -> Path | None:
        """Asks before overwriting, in the system's own words."""
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, title, str(self._folder / name), kinds
        )
        if not chosen:
            return None
        path = Path(chosen)
        self._folder = path.parent
        ending = Path(name).suffix
        return path if path.suffix else path.with_suffix(ending)

    def confirm(self, question: str, detail: str, action: str) -> bool:
        box = QMessageBox(self._window)
        box.setWindowTitle(question)
        box.setText(question)
        box.setInformativeText(detail)
        yes = box.addButton(action, QMessageBox.ButtonRole.AcceptRole)
        no = box.addButton(CANCEL, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        box.exec()
        return box.clickedButton() is yes

    def printer(self, title: str) -> object | None:
        # Printing costs 60 ms to import, and many calls end without a page.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(title)
        if dialog.exec() != QPrintDialog.DialogCode.Accepted:
            return None
        return printer
