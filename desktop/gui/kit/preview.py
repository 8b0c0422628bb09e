"""The letter page by page, from the same bytes that print or save.

Pages are drawn in the background at the width at hand; until the sharp ones
come, the old ones are stretched. A ring floats over the page and never prints.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QScrollArea, QSizePolicy

from desktop.domain.problems import Problem
from desktop.gui.kit import theme
from desktop.gui.kit.doors import Background
from desktop.gui.kit.group import Group
from desktop.gui.kit.page_images import Box, PageImage, render
from desktop.gui.kit.parts import column, ground, label
from desktop.gui.kit.scrolled import hide_idle_bar
from desktop.language.marks import N_

NAME = N_("Pages of the letter")
WAITING = N_("Drawing the pages …")
PAGE = N_("Page {number} of {count}")
_WIDEST, _MARGIN, _SETTLED = 760, 36, 120


class PagePreview(QScrollArea):
    """Pages one under another; PageUp and PageDown go by page."""

    def __init__(self, background: Background) -> None:
        super().__init__()
        self._background = background
        self._pdf = b""
        self._drawn_at = 0
        self._pages: list[PageView] = []
        self._ringed: tuple[Box, ...] = ()
        self._waiting = label(WAITING, "control", "ink2")
        inside = ground("desk")
        self._stack = PageStack(self)
        column(inside).addWidget(self._stack)
        self._column = column(self._stack, (_MARGIN, 16, _MARGIN, 24), 16)
        self._column.addWidget(self._waiting, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # a steady width
        hide_idle_bar(self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SETTLED)
        self._later.timeout.connect(self._draw)

    @property
    def count(self) -> int:
        return len(self._pages)

    def show_pdf(self, pdf: bytes) -> None:
        """Show these bytes; none while they are being made."""
        if pdf == self._pdf:
            return
        self._pdf = pdf
        self._waiting.setVisible(not self._pages)
        self._drawn_at = 0
        if pdf:
            self._draw()
        else:
            for page in self._pages:
                page.fade(True)

    def ring(self, boxes: tuple[Box, ...]) -> None:
        """Put the ring around a passage and bring it into sight."""
        self._ringed = boxes
        for number, page in enumerate(self._pages):
            page.ring([box for box in boxes if box.page == number])
        if boxes and boxes[0].page < len(self._pages):
            page = self._pages[boxes[0].page]
            top = page.y() + round(boxes[0].top * page.height())
            bar = self.verticalScrollBar()
            if not bar.value() <= top <= bar.value() + self.viewport().height() * 0.8:
                bar.setValue(top - theme.px(80))

    def go_by_page(self, step: int) -> None:
        bar = self.verticalScrollBar()
        tops = [page.y() - theme.px(8) for page in self._pages]
        if step > 0:
            bar.setValue(next((top for top in tops if top > bar.value() + 2), bar.maximum()))
        else:
            bar.setValue(next((top for top in reversed(tops) if top < bar.value() - 2), 0))

    def go_by_lines(self, lines: int) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + lines * theme.px(48))

    def focus_first(self) -> None:
        self._stack.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for page in self._pages:
            page.fit(self._page_width())
        self._later.start()

    def _page_width(self) -> int:
        room = self.viewport().width() - 2 * theme.px(_MARGIN)
        return max(200, min(room, theme.px(_WIDEST)))

    def _draw(self) -> None:
        width = round(self._page_width() * self.devicePixelRatioF())
        if not self._pdf or width == self._drawn_at:
            return
        self._drawn_at = width
        pdf = self._pdf
        self._background.run(
            lambda: render(pdf, width), lambda images: self._show(pdf, images), _no_problem, self
        )

    def _show(self, pdf: bytes, images: tuple[PageImage, ...]) -> None:
        if pdf is not self._pdf:
            return
        self._waiting.hide()
        while len(self._pages) < len(images):
            page = PageView()
            self._column.insertWidget(len(self._pages) + 1, page, 0, Qt.AlignmentFlag.AlignHCenter)
            self._pages.append(page)
        while len(self._pages) > len(images):
            gone = self._pages.pop()
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for number, (page, image) in enumerate(zip(self._pages, images, strict=True), 1):
            page.show_image(image, PAGE.format(number=number, count=len(images)))
            page.fit(self._page_width())
        for number, page in enumerate(self._pages):
            page.ring([box for box in self._ringed if box.page == number])


class PageStack(Group):
    """Takes the keyboard for all pages: one stop, and keys to turn them."""

    def __init__(self, preview: PagePreview) -> None:
        super().__init__(NAME)
        self._preview = preview
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", "own")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pages = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        lines = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in pages:
            self._preview.go_by_page(pages[key])
        elif key in lines:
            self._preview.go_by_lines(lines[key])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A ring round the page that is in sight, while the keys turn pages."""
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("focus"), 2))
        for page in self.findChildren(PageView):
            painter.drawRoundedRect(QRectF(page.geometry()).adjusted(-3, -3, 3, 3), 5, 5)
        painter.end()


class PageView(QLabel):
    """One page of paper; white in the dark as well."""

    def __init__(self) -> None:
        super().__init__()
        self._rings: list[Box] = []
        self._faded = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_image(self, image: PageImage, name: str) -> None:
        drawn = QImage(
            image.pixels, image.width, image.height, image.stride, QImage.Format.Format_RGB888
        )
        self.setPixmap(QPixmap.fromImage(drawn))
        self._faded = False
        self.setAccessibleName(name)
        self.setAccessibleDescription(image.text)
        self.update()

    def fade(self, faded: bool) -> None:
        """Step back while another page is on its way."""
        self._faded = faded
        self.update()

    def ring(self, boxes: list[Box]) -> None:
        if boxes != self._rings:
            self._rings = boxes
            self.update()

    def fit(self, width: int) -> None:
        picture = self.pixmap()
        if not picture.isNull():
            share = picture.height() / picture.width()
            self.setFixedSize(QSize(width, round(width * share)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("page"))
        painter.setOpacity(0.5 if self._faded else 1.0)
        painter.drawPixmap(self.rect(), self.pixmap())
        painter.setOpacity(1.0)
        painter.setPen(QPen(theme.colour("line2"), 1))
        painter.drawRect(QRect(0, 0, self.width() - 1, self.height() - 1))
        for box in self._rings:
            pad = theme.px(6)
            left, right = box.left * self.width() - pad, box.right * self.width() + pad
            place = QRectF(left, box.top * self.height() - pad, right - left, 0)
            place.setBottom(box.bottom * self.height() + pad)
            painter.setPen(QPen(QColor(theme.LIGHT.focus), 2))
            painter.drawRoundedRect(place, 5, 5)
        painter.end()


def _no_problem(problem: Problem) -> None:
    """What was drawn by us can be read by us; anything else is a bug."""
    raise problem
