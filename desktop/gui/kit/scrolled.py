"""A pane that scrolls downwards only. Its bar always has its place, so that nothing shifts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.gui.kit import theme
from desktop.gui.kit.parts import column, ground


def scrolled(widget: QWidget, look: str, name: str) -> QScrollArea:
    """A widget on its ground in a scroll area; Tab goes to what is in it, not to the area."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(name)
    area.setProperty("look", look)
    inside = ground(look)
    column(inside).addWidget(widget)
    area.setWidget(inside)
    hide_idle_bar(area)
    return area


def hide_idle_bar(area: QScrollArea) -> None:
    """Where there is nothing to scroll, the bar keeps its place and shows nothing."""
    bar = area.verticalScrollBar()
    theme.dress(bar, idle="true")
    bar.rangeChanged.connect(
        lambda low, high: theme.dress(bar, idle="true" if low == high else "false")
    )
