"""A row of fields in a window, each shown the answer it asks for, as the presenter does."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

Stand = Callable[..., QWidget]


@pytest.fixture
def stand(qtbot) -> Iterator[Stand]:
    """Put widgets into a shown window, one under another."""
    windows: list[QWidget] = []

    def put(*widgets: QWidget) -> QWidget:
        window = QWidget()
        qtbot.addWidget(window)
        layout = QVBoxLayout(window)
        for widget in widgets:
            layout.addWidget(widget)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        windows.append(window)
        return window

    yield put
    for window in windows:
        window.close()
