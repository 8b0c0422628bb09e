"""Keys that work on a whole screen, wherever the keyboard stands on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def keys_of(screen: QWidget, acts: Mapping[str, Callable[[], object]]) -> None:
    """Let each key, such as "Ctrl+J", do its act while the screen has the keyboard."""
    for keys, act in acts.items():
        made = QShortcut(QKeySequence(keys), screen)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(act)
