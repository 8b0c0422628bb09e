"""Colours can be read, lengths follow one factor, and the stylesheet is whole."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication

from desktop.gui.kit import theme
from desktop.gui.kit.lettering import STYLES
from desktop.gui.kit.tokens import DARK, LIGHT, Tokens

GROUNDS = ("surface", "bg", "sel")
OUTCOMES = "broken protects allows not_yet not_covered not_in_force unsettled open alert".split()
TEXTS = [
    *[(ink, ground) for ink in ("ink", "ink2", "accent", *OUTCOMES) for ground in GROUNDS],
    ("ink3", "surface"),
    ("ink3", "bg"),
    ("on_accent", "accent"),
    ("on_accent", "accent_down"),
    ("page_ink", "page"),
    ("ink2", "sunken"),
]
EDGES = [("line2", "surface"), ("line2", "bg"), *[("focus", ground) for ground in GROUNDS]]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(code: str) -> float:
    parts = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
@pytest.mark.parametrize(("ink", "ground"), TEXTS)
def test_text_can_be_read_on_its_ground(tokens: Tokens, ink: str, ground: str):
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_the_edge_of_a_control_can_be_seen(tokens: Tokens, edge: str, ground: str):
    assert contrast(getattr(tokens, edge), getattr(tokens, ground)) >= 3


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_the_stylesheet_uses_no_colour_of_its_own(tokens: Tokens):
    allowed = {value.lower() for value in vars(tokens).values()}
    used = re.findall(r"#[0-9a-fA-F]{3,8}\b", theme.stylesheet(tokens))
    assert used
    assert {code.lower() for code in used} <= allowed


def test_lengths_follow_the_factor_and_hairlines_stay(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(theme._scale, "factor", 2.0)
    sheet = theme.stylesheet(LIGHT)
    assert theme.px(8) == 16
    assert theme.font("body").pixelSize() == 28
    assert "border: 1px solid" in sheet
    assert "min-height: 60px" in sheet


@pytest.mark.parametrize("name", STYLES)
def test_each_style_is_set_in_a_shipped_font(name: str, qapp: QApplication):
    style = STYLES[name]
    font = theme.font(name)
    assert QFontInfo(font).family() == style.family
    assert font.pixelSize() == style.size
    assert style.size >= 12, "nothing is smaller than a note"


def test_the_environment_can_choose_the_dark(qapp: QApplication, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("AMPARO_THEME", "dark")
    assert theme._wanted(qapp) is DARK
    monkeypatch.setenv("AMPARO_THEME", "light")
    assert theme._wanted(qapp) is LIGHT
