"""The recovery sheet, drawn once for the screen and for paper.

Drawn on a grid 330 wide and 427 high (US Letter) and scaled to what it is put
on, so that what is seen is what prints. On the screen the code stays hidden
until somebody asks to write it down by hand.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.gui.kit import theme
from desktop.gui.kit.lettering import SANS
from desktop.language.marks import N_

GRID = QSize(330, 427)
LEFT = 30
WIDE = 270
HEAD = N_("Recovery sheet")
USE = N_("This code opens the case file if the passphrase is lost. Keep it in the safe.")
NEVER = N_("Never keep this sheet with the computer.")
PRINTED_BY = N_("Printed by")
KEPT_AT = N_("Kept at")
HIDDEN = N_("The code is on the printed sheet.")
HOW = N_("Use: “Forgot the passphrase” at the locked door.")
DESCRIPTION = N_("Picture of the recovery sheet. The code is hidden on the screen.")
DESCRIPTION_SHOWN = N_("Recovery sheet. The code is: {code}")


@dataclass(frozen=True)
class SheetText:
    """What stands on the sheet; ``groups`` are empty where the code stays hidden."""

    owner: str
    day: str
    groups: tuple[str, ...]

    @property
    def description(self) -> str:
        """The sheet in words, for who cannot see it."""
        if not self.groups:
            return DESCRIPTION
        return DESCRIPTION_SHOWN.format(code=", ".join(" ".join(group) for group in self.groups))


def draw_sheet(painter: QPainter, width: float, text: SheetText) -> None:
    """Draw the sheet ``width`` wide from the painter's origin; always ink on white."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(width / GRID.width(), width / GRID.width())
    ink, grey = QColor(theme.LIGHT.page_ink), QColor(theme.LIGHT.line2)
    painter.setPen(ink)
    _write(painter, 26, 30, HEAD, 20, 600)
    _write(painter, 56, 16, f"{text.owner}  ·  {text.day}", 11)
    _rule(painter, 84, grey)
    _write(painter, 98, 36, USE, 12)
    for number in range(8):
        _draw_group(painter, number, text.groups, grey)
    _write(painter, 312, 18, NEVER, 12, 600)
    for words, left, blank in ((PRINTED_BY, LEFT, 56), (KEPT_AT, LEFT + 140, 42)):
        _write(painter, 344, 16, words, 10, left=left)
        painter.fillRect(QRectF(left + blank, 357, 126 - blank, 0.7), grey)
    _rule(painter, 380, grey)
    _write(painter, 388, 30, HOW if text.groups else HIDDEN, 10)
    painter.restore()


def put_on_paper(device: QPagedPaintDevice, text: SheetText) -> bool:
    """One page of US Letter; False when the device does not take it."""
    page = QPageSize(QPageSize.PageSizeId.Letter)
    device.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter()
    if not painter.begin(device):
        return False
    draw_sheet(painter, device.width(), text)
    return painter.end()


def _draw_group(painter: QPainter, number: int, groups: tuple[str, ...], grey: QColor) -> None:
    box = QRectF(LEFT + 140 * (number % 2), 148 + 38 * (number // 2), 130, 30)
    pen = painter.pen()
    painter.setPen(QPen(grey, 1))
    painter.drawRect(box)
    painter.setPen(pen)
    painter.setFont(_font(10, 400))
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(box.adjusted(8, 0, 0, 0), middle, str(number + 1))
    if groups:
        painter.setFont(_font(15, 600))
        for place, sign in enumerate(groups[number]):
            column = QRectF(box.left() + 30 + 22 * place, box.top(), 22, box.height())
            painter.drawText(column, Qt.AlignmentFlag.AlignCenter, sign)
    else:
        hatch = QBrush(QColor(theme.LIGHT.ink3), Qt.BrushStyle.Dense4Pattern)
        painter.fillRect(box.adjusted(28, 10, -16, -9), hatch)


def _write(
    painter: QPainter,
    top: float,
    height: float,
    text: str,
    size: int,
    weight: int = 400,
    left: float = LEFT,
) -> None:
    painter.setFont(_font(size, weight))
    flags = int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
    painter.drawText(QRectF(left, top, WIDE, height), flags, text)


def _rule(painter: QPainter, top: float, grey: QColor) -> None:
    painter.fillRect(QRectF(LEFT, top, WIDE, 1), grey)


def _font(size: int, weight: int) -> QFont:
    font = QFont(SANS)
    font.setPixelSize(size)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


class SheetPicture(QWidget):
    """The sheet on the screen; paper stays white in the dark."""

    def __init__(self) -> None:
        super().__init__()
        self._text = SheetText("", "", ())
        self.setFixedSize(theme.px(GRID.width()), theme.px(GRID.height()))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_text(self, text: SheetText) -> None:
        self._text = text
        self.setAccessibleName(text.description)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.tokens().page))
        painter.setPen(QPen(theme.colour("line2"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        draw_sheet(painter, self.width(), self._text)
        painter.end()
