"""One look at a time: colours, fonts and sizes, and Qt dressed in them.

A widget says what it is by dynamic properties, and the stylesheet does the rest:

* ``type``: a name of STYLES ("body", "note", "answer" ...), on labels and buttons
* ``ink``: a colour token ("ink2", "accent", "broken" ...), on labels
* ``look``: "main", "bordered", "link", "quiet", "rail", "tab" on buttons; "surface",
  "bg", "desk", "sunken", "sel" on plain widgets; "line" on a hairline

What paints itself reads ``tokens()`` while painting, so that a change of the
system from light to dark needs nothing more than a repaint.
"""

from __future__ import annotations

import os
import re
from dataclasses import asdict
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop.gui.kit.lettering import STYLES, load_fonts, scaled_font
from desktop.gui.kit.tokens import DARK, LIGHT, Tokens
from desktop.system.resources import resource

__all__ = ["DARK", "LIGHT", "STYLES", "Tokens", "apply", "colour", "dress", "font", "px", "tokens"]

FUSION = ("-style", "Fusion")  # among the arguments of the application
UNIT = 8
CONTROL_HEIGHT = 32
RADIUS = 6

_current = {"tokens": LIGHT}
_scale = {"factor": 1.0}


def tokens() -> Tokens:
    """The colours in use now."""
    return _current["tokens"]


def factor() -> float:
    """How much larger than at 100% everything is drawn."""
    return _scale["factor"]


def colour(name: str) -> QColor:
    """A colour in use now, by its token."""
    return QColor(getattr(tokens(), name))


def px(length: float) -> int:
    """A length at 100%, in the size in use now."""
    return round(length * factor())


def font(name: str, *, weight: int | None = None, tabular: bool = False) -> QFont:
    """A named style as a font; ``tabular`` where figures stand in a column."""
    return scaled_font(name, factor(), weight, tabular)


def dress(widget: QWidget, **properties: str) -> None:
    """Say anew what a widget is (``look``, ``type``, ``ink`` ...) and show it at once."""
    changed = {name: value for name, value in properties.items() if widget.property(name) != value}
    if properties and not changed:
        return
    for name, value in changed.items():
        widget.setProperty(name, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # Qt dresses it when it is first shown
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def apply(app: QApplication, scale: float | None = None, *, is_fusion: bool = False) -> None:
    """Dress the application; follows the system's light or dark from now on.

    ``is_fusion`` says that it was made with FUSION: to ask Qt for a style by its name
    costs a tenth of the start, because Python is then given the style to hold.
    """
    _scale["factor"] = scale or float(os.environ.get("AMPARO_TEXT", "1"))
    load_fonts()
    if not is_fusion:
        app.setStyle(FUSION[1])
    app.setFont(font("control"))
    _dress(app, _wanted(app))
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: _dress(app, _wanted(app)))


def _wanted(app: QApplication) -> Tokens:
    """AMPARO_THEME when set, else what the system says; light when it says nothing."""
    named = os.environ.get("AMPARO_THEME")
    if named:
        return DARK if named == "dark" else LIGHT
    return DARK if app.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT


def _dress(app: QApplication, chosen: Tokens) -> None:
    _current["tokens"] = chosen
    app.setPalette(_palette(chosen))
    app.setStyleSheet(stylesheet(chosen))


def stylesheet(chosen: Tokens) -> str:
    """The shipped stylesheet in these colours, every length scaled; hairlines stay hairlines."""
    written = resource("theme", "window.qss").read_text(encoding="utf-8")
    colours = {key: value for key, value in asdict(chosen).items() if value.startswith("#")}
    pictures = resource("theme").as_posix()
    filled = Template(written + _type_rules(colours)).substitute(
        colours, name=chosen.name, pictures=pictures
    )
    return re.sub(r"\b(\d+)px", _scaled_length, filled)


def _scaled_length(match: re.Match[str]) -> str:
    length = int(match[1])
    return f"{length if length <= 1 else px(length)}px"


def _type_rules(colours: dict[str, str]) -> str:
    """``type``, ``ink`` and ``weight`` as rules, from the same tables as the fonts."""
    rules = [
        f'*[type="{name}"] {{ font-family: "{style.family}"; font-size: {style.size}px; '
        f"font-weight: {style.weight}; font-style: {'italic' if style.italic else 'normal'}; }}"
        for name, style in STYLES.items()
    ]
    rules += [f'QLabel[ink="{name}"] {{ color: {code}; }}' for name, code in colours.items()]
    rules += [f'*[weight="{weight}"] {{ font-weight: {weight}; }}' for weight in (400, 500, 600)]
    return "\n".join(rules)


def _palette(chosen: Tokens) -> QPalette:
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, code in {
        roles.Window: chosen.surface,
        roles.WindowText: chosen.ink,
        roles.Base: chosen.surface,
        roles.AlternateBase: chosen.bg,
        roles.Text: chosen.ink,
        roles.PlaceholderText: chosen.ink3,
        roles.Button: chosen.surface,
        roles.ButtonText: chosen.ink,
        roles.BrightText: chosen.on_accent,
        roles.ToolTipBase: chosen.surface,
        roles.ToolTipText: chosen.ink,
        roles.Highlight: chosen.accent,
        roles.HighlightedText: chosen.on_accent,
        roles.Link: chosen.accent,
        roles.LinkVisited: chosen.accent,
        roles.Light: chosen.surface,
        roles.Midlight: chosen.line,
        roles.Mid: chosen.line2,
        roles.Dark: chosen.line2,
        roles.Shadow: chosen.line2,
        roles.Accent: chosen.accent,
    }.items():
        palette.setColor(role, QColor(code))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(chosen.ink3))
    return palette
