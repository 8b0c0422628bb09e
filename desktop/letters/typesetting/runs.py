"""Text cut into stretches that one font can shape at once: one face, language, script, level."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from desktop.letters.markup import Role, Span, is_english
from desktop.letters.typesetting.bidi.classes import may_run_backwards
from desktop.letters.typesetting.bidi.lines import levels
from desktop.letters.typesetting.faces import Face
from desktop.letters.typesetting.scripts import LATIN, scripts

_HEAVY = (Role.SAY, Role.WEIGHT)
ENGLISH = "en"
# Needs no look at scripts and levels, one by one.
_LATIN_ONLY = re.compile(
    "[\x20-\u02b8\u1e00-\u1eff\u2000-\u200d\u2010-\u2029\u202f-\u2069\u20a0-\u20bf]*"
)
_Key = tuple[Face, str, str, int, float]


class Choice(NamedTuple):
    """A face, the one script that it is for (None: any), and its size against the text's own."""

    face: Face
    script: str | None
    scale: float


@dataclass(frozen=True)
class Fonts:
    """The faces of a language, first choice first; ``english``: for what stays English in it."""

    language: str
    regular: tuple[Choice, ...]
    bold: tuple[Choice, ...]
    english: Fonts | None = None
    backwards: bool = False

    def choices(self, *, bold: bool) -> tuple[Choice, ...]:
        return self.bold if bold else self.regular

    def choice(self, character: str, script: str, *, bold: bool) -> Choice | None:
        """The first face that can write a character; one for another script if no other can."""
        choices = self.choices(bold=bold)
        meant = (each for each in choices if each.script in (None, script))
        return next((each for each in (*meant, *choices) if each.face.glyph_of(character)), None)


@dataclass(frozen=True)
class Run:
    """A stretch of text; an odd level runs from the right."""

    start: int
    end: int
    face: Face
    language: str
    script: str
    level: int
    scale: float

    @property
    def backwards(self) -> bool:
        return self.level % 2 == 1


@lru_cache(4096)
def is_unseen(character: str) -> bool:
    """Marks that steer a line and are never drawn: isolates, joiners, soft hyphens."""
    return unicodedata.category(character) == "Cf"


def runs_of(spans: Sequence[Span], fonts: Fonts, *, bold: bool) -> tuple[tuple[Run, ...], set[str]]:
    """The runs of a paragraph in reading order, and the characters that no face can write."""
    text = "".join(span.text for span in spans)
    is_plain = not fonts.backwards and _LATIN_ONLY.fullmatch(text) is not None
    text_levels, text_scripts = [0] * len(text), [LATIN] * len(text)
    if not is_plain:
        if fonts.backwards or may_run_backwards(text):
            text_levels = levels(text, int(fonts.backwards))
        text_scripts = scripts(text)
    keys: list[_Key] = []
    gaps: set[str] = set()
    for span in spans:
        start, end = len(keys), len(keys) + len(span.text)
        chosen = fonts.english if fonts.english is not None and is_english(span) else fonts
        heavy = bold or span.role in _HEAVY
        first = chosen.choices(bold=heavy)[0]
        if is_plain and first.script is None and first.face.writes(span.text):
            keys += [(first.face, chosen.language, LATIN, 0, first.scale)] * len(span.text)
            continue
        own_scripts = text_scripts[start:end]
        choices = _choices(span.text, own_scripts, chosen, gaps, bold=heavy)
        keys += [
            (choice.face, chosen.language, script, level, choice.scale)
            for choice, script, level in zip(
                choices, own_scripts, text_levels[start:end], strict=True
            )
        ]
    return tuple(_joined(keys)), gaps


def _choices(
    text: str, written: Sequence[str], fonts: Fonts, gaps: set[str], *, bold: bool
) -> Iterator[Choice]:
    """The face of each character; a space goes with what stands before it."""
    choice: Choice | None = None
    for character, script in zip(text, written, strict=True):
        unseen = is_unseen(character)
        if choice is None or not (unseen or character == " "):
            able = fonts.choice(character, script, bold=bold)
            if able is None and not unseen:
                gaps.add(character)
            choice = able or choice or fonts.choices(bold=bold)[0]
        yield choice


def _joined(keys: Sequence[_Key]) -> Iterator[Run]:
    """Neighbours that differ in nothing are one run."""
    start = 0
    for key, same in groupby(keys):
        end = start + sum(1 for _ in same)
        yield Run(start, end, *key)
        start = end
