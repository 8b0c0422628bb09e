"""The tree of reasons: a disc with a tick holds, a ring with a cross does not.

A failed branch of an "or" is shown, not hidden. Keys as in any tree; Enter goes
to the fact behind a step.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
    QPolygonF,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from desktop.domain.findings import Verdict
from desktop.gui.kit import theme
from desktop.gui.kit.marks import paint_mark
from desktop.gui.kit.outcomes import Mark
from desktop.gui.kit.reasons_shown import ReasonShown
from desktop.language.marks import N_

NAME = N_("How it applies here")
REASON = Qt.ItemDataRole.UserRole
_INDENT, _DISC, _TEXT_AT, _TALL, _DETAIL = 26, 18, 28, 31, 200
_Index = QModelIndex | QPersistentModelIndex


class Explanation(QTreeView):
    """As tall as its steps: the page scrolls, not the tree."""

    fact_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_StepDelegate(self))
        self.setHeaderHidden(True)
        self.setIndentation(theme.px(_INDENT))
        self.setRootIsDecorated(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(NAME)
        self.setProperty("ring", "own")
        self.activated.connect(self._want)
        self.expanded.connect(self._fit)
        self.collapsed.connect(self._fit)

    def show_reasons(self, reasons: tuple[ReasonShown, ...]) -> None:
        self._model.clear()
        for reason in reasons:
            self._model.appendRow(_item(reason))
        self._open_what_matters()
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._want(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._fit()

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0, 0))

    def drawBranches(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        """Elbows from a step to what it was put together from."""
        painter.setPen(QPen(theme.colour("line2"), 1))
        step, half = theme.px(_INDENT), theme.px(_DISC) / 2
        level, here = 0, index
        while here.parent().isValid():
            level, here = level + 1, here.parent()
        here = index
        while level > 0:
            x = round(rect.left() + (level - 1) * step + half) + 0.5
            is_last = here.row() == self._model.rowCount(here.parent()) - 1
            middle = rect.top() + theme.px(_TALL) / 2
            own = here == index
            if own or not is_last:
                bottom = middle if is_last and own else rect.bottom() + 1
                painter.drawLine(QPointF(x, rect.top() - 4), QPointF(x, bottom))
            if own:
                end = QPointF(x + step - half + theme.px(3), round(middle) + 0.5)
                painter.drawLine(QPointF(x, round(middle) + 0.5), end)
            here, level = here.parent(), level - 1

    def _open_what_matters(self) -> None:
        """The parts of each step; deeper ones where they are what carries it."""
        for number in range(self._model.rowCount()):
            top = self._model.index(number, 0)
            self.expand(top)
            for inner in range(self._model.rowCount(top)):
                below = self._model.index(inner, 0, top)
                same = _verdict(below) is _verdict(top)
                self.setExpanded(below, same and self._model.rowCount(top) == 1)

    def _fit(self) -> None:
        self.setFixedHeight(max(theme.px(_TALL), self._tall(QModelIndex())))

    def _tall(self, parent: _Index) -> int:
        whole = 0
        for number in range(self._model.rowCount(parent)):
            index = self._model.index(number, 0, parent)
            whole += self.sizeHintForIndex(index).height()
            if self.isExpanded(index):
                whole += self._tall(index)
        return whole

    def _want(self, index: _Index) -> None:
        reason = index.data(REASON)
        if isinstance(reason, ReasonShown) and reason.fact:
            self.fact_wanted.emit(reason.fact)

    def room_for(self, index: _Index) -> tuple[int, int]:
        """How wide text and detail of a step may be."""
        level, here = 0, index
        while here.parent().isValid():
            level, here = level + 1, here.parent()
        whole = self.viewport().width() - level * theme.px(_INDENT) - theme.px(_TEXT_AT)
        reason = index.data(REASON)
        metrics = QFontMetrics(theme.font("control", weight=400))
        detail = min(theme.px(_DETAIL), metrics.horizontalAdvance(reason.detail) + 2)
        return whole - detail - theme.px(16 if detail > 2 else 0), detail


class _StepDelegate(QStyledItemDelegate):
    """A disc, the step, and what we know of its fact at the right."""

    def __init__(self, tree: Explanation) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        room, _ = self._tree.room_for(index)
        box = QFontMetrics(_font(index)).boundingRect(
            QRect(0, 0, max(room, 60), 1000), Qt.TextFlag.TextWordWrap, index.data(REASON).text
        )
        return QSize(room, max(theme.px(_TALL), box.height() + theme.px(11)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        reason: ReasonShown = index.data(REASON)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = theme.px(_DISC)
        disc = QRectF(rect.left(), rect.top() + (theme.px(_TALL) - size) / 2, size, size)
        _paint_verdict(painter, reason.verdict, disc)
        room, detail = self._tree.room_for(index)
        font = _font(index)
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
        top = rect.top() + (theme.px(_TALL) - QFontMetrics(font).height()) // 2
        text = QRect(rect.left() + theme.px(_TEXT_AT), top, room, rect.height())
        painter.drawText(text, Qt.TextFlag.TextWordWrap, reason.text)
        painter.setFont(theme.font("control", weight=400))
        painter.setPen(theme.colour("ink2"))
        right = self._tree.viewport().width()
        said = QRect(right - detail, top, detail, theme.px(20))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(reason.detail, Qt.TextElideMode.ElideRight, detail)
        painter.drawText(said, Qt.AlignmentFlag.AlignRight, shown)
        if state & QStyle.StateFlag.State_HasFocus and self._tree.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(
                rect.left() + 1, rect.top() + 1, right - rect.left() - 2, rect.height() - 2
            )
            painter.drawRoundedRect(ring, 5, 5)
        painter.restore()


def _item(reason: ReasonShown) -> QStandardItem:
    item = QStandardItem(reason.text)
    item.setData(reason, REASON)
    item.setData(reason.spoken, Qt.ItemDataRole.AccessibleTextRole)
    item.setEditable(False)
    for step in reason.steps:
        item.appendRow(_item(step))
    return item


def _verdict(index: _Index) -> Verdict:
    reason: ReasonShown = index.data(REASON)
    return reason.verdict


def _font(index: _Index):  # type: ignore[no-untyped-def]
    return theme.font("body", weight=400 if index.parent().isValid() else 600)


def _paint_verdict(painter: QPainter, verdict: Verdict, box: QRectF) -> None:
    middle = box.center()
    unit = box.width() / 18
    if verdict is Verdict.OPEN:
        paint_mark(painter, Mark.QUESTION, "open", box.adjusted(0, 0, 0, 0))
        return
    holds = verdict is Verdict.HOLDS
    painter.setPen(QPen(theme.colour("ink" if holds else "ink3"), 1.4 * unit))
    painter.setBrush(theme.colour("ink") if holds else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(middle, 8 * unit, 8 * unit)
    pen = QPen(theme.colour("surface" if holds else "ink2"), 1.5 * unit)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)

    def line(*points: tuple[float, float]) -> None:
        painter.drawPolyline(QPolygonF([middle + QPointF(x * unit, y * unit) for x, y in points]))

    if holds:
        line((-3.4, 0.2), (-1, 2.6), (3.6, -2.4))
    else:
        line((-2.4, -2.4), (2.4, 2.4))
        line((2.4, -2.4), (-2.4, 2.4))
