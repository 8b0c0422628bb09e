"""Two papers side by side, each with its numbers in words, and the names of the others."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.domain.drawings import Drawing, Look
from desktop.gui.kit import theme
from desktop.gui.kit.group import Group
from desktop.gui.kit.icons import Picture
from desktop.gui.kit.paper_drawing import DISC, PaperDrawing, paint_number
from desktop.gui.kit.parts import Paragraph, button, column, label, row
from desktop.gui.screens.papers.state import OtherShown, PapersShown
from desktop.language.marks import N_

OTHERS = N_("Other papers")
FROM_FORM = N_("Drawn after the form's text. Where things stand is from memory.")
FROM_MEMORY = N_("Drawn from memory: nobody has held it against the paper.")
LOOK = N_("{number}: {says}")
_WIDTH, _OTHERS = 322, 176
_WRAP = Qt.TextFlag.TextWordWrap


class DrawingsPane(QWidget):
    """Emits the form of a paper that somebody wants to see."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._papers = (PaperColumn(), PaperColumn())
        self._others = Group(OTHERS)
        self._others.setFixedWidth(theme.px(_OTHERS))
        self._other_column = column(self._others, gap=10)
        self._other_column.addWidget(label(OTHERS, "control", weight=600))
        self._rows: list[QWidget] = []
        across = row(self, (28, 22, 16, 20), 36)
        for paper in self._papers:
            across.addWidget(paper, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._others, 0, Qt.AlignmentFlag.AlignTop)
        across.addStretch(1)

    def show_state(self, state: PapersShown) -> None:
        for paper, drawing in zip(self._papers, state.drawings, strict=True):
            paper.show_drawing(drawing)
        self._show_others(state.others)

    def show_one(self, one: bool) -> None:
        """Where there is no room for a second paper beside the first."""
        self._papers[1].setVisible(not one)

    def focus_first(self) -> None:
        self._papers[0].focus_first()

    def _show_others(self, others: tuple[OtherShown, ...]) -> None:
        for gone in self._rows:
            self._other_column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._rows = [self._other(each) for each in others]
        for made in self._rows:
            self._other_column.addWidget(made)

    def _other(self, other: OtherShown) -> QWidget:
        made = QWidget()
        name = button(other.name.partition(", ")[0], "link", picture="paper")
        name.setAccessibleName(f"{other.name}. {other.what}")
        name.clicked.connect(lambda: self.wanted.emit(other.form))
        words = column(made, gap=2)
        line = row()
        line.addWidget(name)
        line.addStretch(1)
        words.addLayout(line)
        words.addWidget(Paragraph(other.what, "note", "ink2"))
        return made


class PaperColumn(QWidget):
    """One paper: what it is called, the drawing, and what the numbers mean."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(theme.px(_WIDTH))
        self._drawn: Drawing | None = None
        self._sign = Picture("paper", "ink", size=18, line=26)
        self._heading = Paragraph(kind="title")
        self._what = Paragraph(kind="control", ink="ink2")
        self._page = PaperDrawing()
        self._how_sure = Paragraph(kind="note", ink="ink3")
        self._looks = column(gap=2)
        self._rows: list[LookRow] = []
        head = row(gap=8)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._heading, 1)
        layout = column(self, gap=8)
        layout.addLayout(head)
        layout.addWidget(self._what)
        layout.addWidget(self._page)
        layout.addLayout(self._looks)
        layout.addWidget(self._how_sure)

    def show_drawing(self, drawing: Drawing) -> None:
        if drawing == self._drawn:
            return
        self._drawn = drawing
        self._sign.show_icon("seal" if drawing.by_court else "paper", "ink")
        self._heading.say(drawing.heading)
        self._what.say(drawing.what)
        self._page.show_drawing(drawing)
        self._how_sure.say(FROM_MEMORY if drawing.grade == "M" else FROM_FORM)
        for gone in self._rows:
            self._looks.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._rows = [LookRow(look, self._page) for look in drawing.looks]
        for made in self._rows:
            self._looks.addWidget(made)

    def focus_first(self) -> None:
        self._rows[0].setFocus(Qt.FocusReason.TabFocusReason)


class LookRow(QPushButton):
    """A number and what is to be seen there; with the keyboard or the mouse on it, it points."""

    def __init__(self, look: Look, page: PaperDrawing) -> None:
        super().__init__()
        self._look, self._page = look, page
        self.setProperty("look", "look")
        self.setAutoDefault(False)
        self.setAccessibleName(LOOK.format(number=look.number, says=look.says))
        metrics = QFontMetrics(theme.font("control", weight=400))
        needed = metrics.boundingRect(QRect(0, 0, self._room, 1000), _WRAP, look.says).height()
        self._size = QSize(theme.px(_WIDTH), max(theme.px(26), needed + theme.px(6)))

    @property
    def _room(self) -> int:
        return theme.px(_WIDTH - DISC - 18)

    def sizeHint(self) -> QSize:
        return self._size

    def minimumSizeHint(self) -> QSize:
        return self._size

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._page.point_at(self._look.number)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._page.point_at(self._look.number if self.hasFocus() else 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._page.point_at(self._look.number)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._page.point_at(0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = theme.px(DISC) / 2
        middle = QPointF(half + 1, self.height() / 2)
        ground, ink = theme.colour("accent"), theme.colour("on_accent")
        paint_number(painter, self._look.number, middle, ground, ink)
        painter.setFont(theme.font("control", weight=400))
        painter.setPen(theme.colour("ink"))
        left = theme.px(DISC + 10)
        place = QRect(left, 0, self._room, self.height())
        painter.drawText(place, _WRAP | Qt.AlignmentFlag.AlignVCenter, self._look.says)
        painter.end()
