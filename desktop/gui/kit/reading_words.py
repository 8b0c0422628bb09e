"""A stretch of the letter as somebody meets it who does not see the page. No Qt."""

from __future__ import annotations

from desktop.domain.aloud import Aloud, Part
from desktop.domain.names import LANGUAGE_NAMES
from desktop.language.marks import N_

HEADING = N_("Heading {level}: {text}")
LEFT, RIGHT = "ltr", "rtl"


def name_of(told: Aloud) -> str:
    """What a screen reader says first: the words, and what they are."""
    text = " ".join(told.text.split())
    if told.part is Part.HEADING:
        return HEADING.format(level=told.level, text=text)
    return f"{told.label} {text}" if told.label else text


def language_of(told: Aloud) -> str:
    """The language of a stretch, by its own name."""
    return LANGUAGE_NAMES.get(told.language, told.language)


def marked_up(told: Aloud, family: str) -> str:
    """The words for the eye: from the right where they are read so, and weight as it is said."""
    words = "".join(_words(each.text, strong=each.strong) for each in told.words)
    if told.label:
        words = f"<b>{_plain(told.label)}</b>&nbsp; {words}"
    if told.part is Part.HEADING:
        words = f"<b>{words}</b>"
    way, side = (RIGHT, "right") if told.from_the_right else (LEFT, "left")
    return f'<div dir="{way}" align="{side}" style="font-family: \'{family}\'">{words}</div>'


def _words(text: str, *, strong: bool) -> str:
    return f"<b>{_plain(text)}</b>" if strong else _plain(text)


def _plain(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
