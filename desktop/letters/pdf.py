"""A letter onto paper: the same bytes for the same letter, DRAFT on it until it is signed.

ReportLab and HarfBuzz are imported when a letter is drawn and not before.
"""

from __future__ import annotations

from importlib import import_module

from desktop.domain.letters import Letter
from desktop.domain.problems_letters import NoSuchSheet
from desktop.domain.signoff import SignOff

_SHEETS = ("plain", "large_print")


def sheets(kind: str, language: str = "en") -> tuple[str, ...]:
    """The paper shapes in which a kind of letter can be printed in a language."""
    return _SHEETS


def draw(letter: Letter, sign_off: SignOff | None = None, sheet: str = "plain") -> bytes:
    """The PDF. Raises NoSuchSheet, or CannotPrintCharacters where the fonts have gaps.

    A sign-off that does not fit these very words on this sheet counts for nothing.
    """
    if sheet not in sheets(letter.kind):
        raise NoSuchSheet(letter.kind, sheet, sheets(letter.kind))
    valid = sign_off
    if sign_off is not None and not sign_off.vouches_for(letter.digest(sheet)):
        valid = None
    from desktop.letters.typesetting.press import printed  # noqa: PLC0415 - see above
    from desktop.letters.typesetting.setting import Setting  # noqa: PLC0415 - see above

    shape = import_module(f"desktop.letters.sheets.{sheet}")
    setting = Setting(letter, shape.SCALE)
    shape.lay_out(setting, letter, valid)
    draft = () if valid else (letter.mark("mark.draft"), letter.mark("mark.draft.short"))
    return printed(setting, draft, letter.made_at)
