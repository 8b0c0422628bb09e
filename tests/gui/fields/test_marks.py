"""Marks: nine outcomes and two answers of their own, each with its own shape and word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from desktop.domain.findings import HoldAnswer, Outcome
from desktop.gui.kit import theme
from desktop.gui.kit.marks import LARGE, SMALL, paint_mark
from desktop.gui.kit.outcomes import HOLDING, OUTCOMES, Mark


def drawn(mark, size, ratio=1):
    image = QImage(QSize(size, size) * ratio, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_mark(painter, mark, "ink", QRectF(0, 0, size, size))
    painter.end()
    return image


def covered(image):
    """How much of the square is ink, from 0 to 1."""
    whole = image.width() * image.height()
    pixels = [
        image.pixelColor(x, y).alphaF() for x in range(image.width()) for y in range(image.height())
    ]
    return sum(pixels) / whole


def test_every_outcome_and_every_answer_has_a_word_a_mark_and_a_colour():
    assert set(OUTCOMES) == set(Outcome)
    assert set(HOLDING) == set(HoldAnswer)
    for shown in (*OUTCOMES.values(), *HOLDING.values()):
        assert shown.word
        assert theme.colour(shown.ink).isValid()


def test_every_outcome_has_a_word_and_a_shape_of_its_own():
    assert len({shown.word for shown in OUTCOMES.values()}) == len(Outcome)
    assert len({shown.mark for shown in OUTCOMES.values()}) == len(Outcome)


def test_no_two_marks_look_alike():
    pictures = {mark: bytes(drawn(mark, LARGE).constBits()) for mark in Mark}
    assert len(set(pictures.values())) == len(Mark)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_broken_is_the_loudest_in_grey(size):
    loudness = {mark: covered(drawn(mark, size)) for mark in Mark}
    assert max(loudness, key=lambda mark: loudness[mark]) is Mark.OCTAGON
    others = [share for mark, share in loudness.items() if mark is not Mark.OCTAGON]
    assert loudness[Mark.OCTAGON] > 1.5 * max(others)


def test_a_mark_is_drawn_anew_at_twice_the_size():
    once, twice = drawn(Mark.SHIELD, SMALL), drawn(Mark.SHIELD, SMALL, ratio=2)
    enlarged = once.scaled(twice.size())
    assert bytes(enlarged.constBits()) != bytes(twice.constBits())
    assert twice.width() == 2 * SMALL
