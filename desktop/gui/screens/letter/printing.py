"""Pages on a printer: Qt has no call for a PDF, so each page goes as a gray picture at 300 dpi."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage, QPageLayout, QPainter

from desktop.gui.kit.page_images import PageImage

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

JOB = "Letter"  # a queue of jobs shows it to whoever walks by


def print_pages(printer: QPrinter, pages: tuple[PageImage, ...]) -> bool:
    """Put all pages on the printer, as often as was chosen; False when it took none.

    A printer that makes no copies itself is given the pages again for each.
    """
    again = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    printer.setDocName(JOB)
    printer.setFullPage(True)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for number, page in enumerate(pages * again):
        if number:
            printer.newPage()
        image = QImage(
            page.pixels, page.width, page.height, page.stride, QImage.Format.Format_Grayscale8
        )
        painter.drawImage(printer.paperRect(printer.Unit.DevicePixel), image)
    painter.end()
    return True
