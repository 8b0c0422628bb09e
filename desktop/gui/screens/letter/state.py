"""Everything the letter screen shows, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.aloud import Aloud
from desktop.domain.letters import NameOnPaper
from desktop.gui.kit.bar_shown import BarShown
from desktop.gui.kit.letterhead_shown import LetterheadShown, LineShown
from desktop.gui.kit.outcomes import Shown
from desktop.gui.kit.page_images import Box


@dataclass(frozen=True)
class ReasonLine:
    """Why a passage is there: a finding with its mark, or a condition in words."""

    text: str
    shown: Shown | None = None


@dataclass(frozen=True)
class PassageShown:
    """A passage of the letter and why it stands in it."""

    key: str
    number: str
    heading: str
    text: str
    why: tuple[ReasonLine, ...]
    cites: tuple[str, ...]
    law: str
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True)
class CheckLine:
    """Something that was looked at; ``fine`` or to take note of."""

    text: str
    fine: bool


@dataclass(frozen=True)
class AskedShown:
    """What can be chosen for a letter to a custodian; ``court`` is None for who decides no such."""

    lines: tuple[LineShown, ...] = ()
    court: bool | None = None


@dataclass(frozen=True)
class TranslationShown:
    """How the chosen translation stands; without a summary there is none."""

    summary: str = ""
    lines: tuple[LineShown, ...] = ()
    is_confirmed: bool = False
    may_confirm: bool = False
    trouble: str = ""


@dataclass(frozen=True)
class LetterShown:
    """The state of the screen. ``pdf`` is empty while the pages are being drawn.

    ``told`` are the words of the letter for whoever reads it without its pages.
    """

    bar: BarShown
    kinds: tuple[tuple[str, str], ...]
    kind: str
    addressee: str
    languages: tuple[tuple[str, str], ...]
    language: str
    sheets: tuple[tuple[str, str], ...]
    sheet: str
    name: NameOnPaper
    name_is_known: bool
    clinic: LetterheadShown
    asked: AskedShown
    translation: TranslationShown
    passages: tuple[PassageShown, ...]
    checks: tuple[CheckLine, ...]
    foot: str
    pdf: bytes = b""
    trouble: str = ""
    told: tuple[Aloud, ...] = ()
