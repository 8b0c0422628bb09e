"""Icons are ours, draw in the colour that is asked for, and fill their box at any scale."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from desktop.gui.kit import theme
from desktop.gui.kit.icons import icon
from desktop.system.resources import resource

NAMES = sorted(path.stem for path in resource("icons").glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("side", [16, 32])
def test_an_icon_draws_in_its_colour_alone(name: str, side: int, qapp: object):
    image = icon(name, "broken").pixmap(QSize(side, side)).toImage()
    inked = [
        image.pixelColor(x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 100
    ]
    wanted = QColor(theme.tokens().broken)
    assert len(inked) >= side, "nothing was drawn"
    for colour in inked:  # half-covered pixels round
        assert abs(colour.red() - wanted.red()) < 4
        assert abs(colour.green() - wanted.green()) < 4
        assert abs(colour.blue() - wanted.blue()) < 4


def test_an_icon_follows_the_theme_without_being_made_again(
    qapp: object, monkeypatch: pytest.MonkeyPatch
):
    made = icon("lock", "accent")
    light: QImage = made.pixmap(QSize(32, 32)).toImage()
    monkeypatch.setitem(theme._current, "tokens", theme.DARK)
    dark = made.pixmap(QSize(32, 32)).toImage()
    assert light != dark
