"""The words of a letter in one language, read from a file that a translator can edit.

A file opens with a few facts about itself between ``---``. Each ``## key``
begins a text. In a translation the text's first line is ``english: ...``, the
fingerprint of the English that was translated: when the English moves, the
two no longer fit, and the passage prints in English instead.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from desktop.domain.letters import Translation
from desktop.domain.problems_letters import TemplateRefused
from desktop.letters.markup import sayings_in
from desktop.letters.never import never_said

_ABOUT = ("language", "state", "by", "on")
_STATES = ("draft", "checked", "certified")
_SLOT = re.compile(r"\{([^{}]*)\}")
_FINGERPRINT = "english: "


@dataclass(frozen=True)
class Text:
    """One text, where it stands, and the English it renders (None in English itself)."""

    body: str
    place: str
    renders: str | None = None
    language: str = "en"

    @property
    def to_print(self) -> str:
        """The words as they go on paper. Raises TemplateRefused for what no letter says."""
        never = never_said(self.body, self.language)
        if never is not None:
            wrong = f"“{never.found_in(self.body)}” may not stand in a letter"
            raise TemplateRefused(self.place, wrong, never.why.removesuffix("."))
        return self.body

    @property
    def slots(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(_SLOT.findall(self.body)))


@dataclass(frozen=True)
class Texts:
    """All texts of a letter in one language. ``translation`` is None for English."""

    language: str
    translation: Translation | None
    by_key: Mapping[str, Text]
    file: str

    def with_shared(self, shared: Texts) -> Texts:
        """These texts, and for keys that they lack those that every kind shares."""
        return replace(self, by_key=MappingProxyType({**shared.by_key, **self.by_key}))


def fingerprint(english: str) -> str:
    """A short mark of an English text: any change of its words changes it."""
    words = "\n".join(" ".join(line.split()) for line in english.splitlines())
    return hashlib.sha256(words.encode("utf-8")).hexdigest()[:12]


def read_texts(path: Path) -> Texts:
    """The texts of a file. Raises TemplateRefused with file and line."""
    file = f"{path.parent.name}/{path.name}"
    lines = path.read_text(encoding="utf-8").splitlines()
    about, start = _about(lines, file)
    translation = None
    if about["language"] != "en":
        if about.get("state") not in _STATES:
            raise TemplateRefused(
                file, "a translation without a known state", f"One of: {', '.join(_STATES)}"
            )
        translation = Translation(about["state"], about.get("by"), _day(about.get("on"), file))
    by_key: dict[str, Text] = {}
    for key, number, body in _sections(lines, start):
        place = f"{file}, line {number} ({key})"
        if key in by_key:
            raise TemplateRefused(place, "this key stands there twice", "Keep one of them")
        by_key[key] = _text(body, place, about["language"], is_translation=translation is not None)
    return Texts(about["language"], translation, MappingProxyType(by_key), file)


def _day(on: str | None, file: str) -> str | None:
    try:
        return on and date.fromisoformat(on).isoformat()
    except ValueError as error:
        raise TemplateRefused(file, f"{on!r} is no day", "Write it as 2026-11-22") from error


def _about(lines: list[str], file: str) -> tuple[dict[str, str], int]:
    if not lines or lines[0] != "---" or "---" not in lines[1:]:
        raise TemplateRefused(file, "no opening lines", "Open the file with --- language: en ---")
    end = lines.index("---", 1)
    about = {}
    for number, line in enumerate(lines[1:end], 2):
        name, _, value = line.partition(": ")
        if name not in _ABOUT or not value:
            raise TemplateRefused(
                f"{file}, line {number}", f"{line!r} is not known", f"One of: {', '.join(_ABOUT)}"
            )
        about[name] = value.strip()
    if "language" not in about:
        raise TemplateRefused(file, "no language", "Write language: and its code")
    return about, end + 1


def _sections(lines: list[str], start: int) -> list[tuple[str, int, str]]:
    found: list[tuple[str, int, list[str]]] = []
    inside = False
    for number, line in enumerate(lines[start:], start + 1):
        if line.startswith("## "):
            found.append((line[3:].strip(), number, []))
            inside = True
        elif line.startswith("# "):
            inside = False
        elif inside and line.strip():
            found[-1][2].append(line.rstrip())
    return [(key, number, "\n".join(body)) for key, number, body in found]


def _text(body: str, place: str, language: str, *, is_translation: bool) -> Text:
    renders = None
    if is_translation:
        first, _, rest = body.partition("\n")
        if not first.startswith(_FINGERPRINT):
            raise TemplateRefused(
                place, "no fingerprint of its English", "Write english: and the fingerprint"
            )
        renders, body = first.removeprefix(_FINGERPRINT).strip(), rest
    if not body:
        raise TemplateRefused(place, "there is no text", "Write it, or take the key out")
    if sayings_in(body) < 0 or body.count("**") % 2 or body.count("[cite: ") != body.count("]"):
        raise TemplateRefused(
            place, "marks do not pair", "Close each “, each ** and each [cite: ...]"
        )
    return Text(body, place, renders, language)
