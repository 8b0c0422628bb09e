"""The type scale: the program speaks sans, the law speaks serif.

Sizes are those at 100%; one factor scales type and spacing together.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontDatabase

from desktop.system.resources import resource

SANS = "Inter"
SERIF = "Source Serif 4"
FILES = (
    "Inter-Regular.ttf",
    "Inter-Medium.ttf",
    "Inter-SemiBold.ttf",
    "SourceSerif4-Regular.ttf",
    "SourceSerif4-Italic.ttf",
    "SourceSerif4-SemiBold.ttf",
)


@dataclass(frozen=True)
class Lettering:
    """Size and line in px at 100%."""

    size: int
    line: int
    weight: int = 400
    family: str = SANS
    italic: bool = False


STYLES = {
    "welcome": Lettering(30, 38, 600, SERIF),  # first run and unlock
    "answer": Lettering(27, 32, 600, SERIF),  # the one loud sentence
    "heading": Lettering(25, 30, 600, SERIF),  # a finding's question, a rule's name
    "title": Lettering(20, 26, 600),  # a screen's title
    "paper": Lettering(20, 26, 600, SERIF),  # a paper's name
    "ask": Lettering(18, 24, 600),  # the next question
    "law": Lettering(16, 23, 400, SERIF),  # rule and answer in prose
    "lead": Lettering(15, 21),  # the sentence under the answer
    "say": Lettering(15, 21, 400, SERIF, italic=True),  # words to say aloud
    "prose": Lettering(16, 26),  # what first run and unlock explain
    "body": Lettering(14, 20),
    "strong": Lettering(14, 20, 600),  # body that is a name or a head
    "control": Lettering(13, 18, 500),
    "head": Lettering(13, 18, 600),  # the head of a section
    "note": Lettering(12, 16),  # nothing is smaller
}


def load_fonts() -> None:
    """Make the shipped fonts known to Qt; nothing depends on what the machine has."""
    for file in FILES:
        if QFontDatabase.addApplicationFont(str(resource("fonts", "window", file))) < 0:
            raise FileNotFoundError(file)


def scaled_font(name: str, factor: float, weight: int | None, tabular: bool) -> QFont:
    """The font of one named style."""
    style = STYLES[name]
    font = QFont(style.family)
    font.setPixelSize(round(style.size * factor))
    font.setWeight(QFont.Weight(weight or style.weight))
    font.setItalic(style.italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font
