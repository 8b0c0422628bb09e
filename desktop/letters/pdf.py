"""A letter onto paper: the same bytes for the same letter, DRAFT on it until it is signed.

ReportLab and HarfBuzz are imported when a letter is drawn and not before.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from desktop.domain.letters import Letter
from desktop.domain.problems_letters import NoSuchSheet
from desktop.domain.signoff import SignOff
from desktop.letters.template import SOURCE_LANGUAGE, template_of

if TYPE_CHECKING:
    from desktop.letters.typesetting.setting import Setting

_WITH_ENGLISH = "side_by_side"
_CARDS = "wallet"
_FIRST_SHEET = 2  # pages: one sheet of paper, printed on both sides


def sheets(kind: str, language: str = SOURCE_LANGUAGE) -> tuple[str, ...]:
    """The paper shapes in which a kind of letter can be printed in a language."""
    there = template_of(kind).sheets
    if language == SOURCE_LANGUAGE:
        return tuple(sheet for sheet in there if sheet != _WITH_ENGLISH)
    return there


def draw(letter: Letter, sign_off: SignOff | None = None, sheet: str = "plain") -> bytes:
    """The PDF. Raises NoSuchSheet, or CannotPrintCharacters where the fonts have gaps.

    A sign-off that does not fit these very words on this sheet counts for nothing.
    """
    there = sheets(letter.kind, letter.language)
    if sheet not in there:
        raise NoSuchSheet(letter.kind, sheet, there)
    valid = sign_off if sign_off is not None and _vouches(sign_off, letter, sheet) else None
    return printed_on(letter, valid, sheet)


def printed_on(letter: Letter, valid: SignOff | None, sheet: str) -> bytes:
    """The PDF on a sheet, whether or not this kind of letter is offered on it."""
    from desktop.letters.sheets.wallet import sides_of  # noqa: PLC0415 - see above
    from desktop.letters.typesetting.cards import printed_cards  # noqa: PLC0415 - see above
    from desktop.letters.typesetting.press import printed  # noqa: PLC0415 - see above

    if sheet == _CARDS:
        return printed_cards(*sides_of(letter, valid), letter.made_at)
    return printed(laid_out(letter, valid, sheet), letter.made_at)


def draw_test_page(made_at: datetime) -> bytes:
    """A sheet that shows what a printer does to letters and cards. It names nobody."""
    from desktop.letters.sheets.test_page import printed_test_page  # noqa: PLC0415 - see above

    return printed_test_page(made_at)


def draw_reading_copy(text: str, foot: str, made_at: datetime) -> bytes:
    """The reading copy of a pack, written in Markdown, with a foot for every page."""
    from desktop.letters.sheets.reading_copy import printed_copy  # noqa: PLC0415 - see above

    return printed_copy(text, foot, made_at)


def _vouches(sign_off: SignOff, letter: Letter, sheet: str) -> bool:
    may_sign = sign_off.role in template_of(letter.kind).signers
    return may_sign and sign_off.vouches_for(letter.digest(sheet))


def laid_out(letter: Letter, sign_off: SignOff | None, sheet: str) -> Setting:
    """The letter as rows on pages, in the widest scale that keeps its first sheet to two pages.

    Where none does, in the widest of those that need no more pages than the tightest.
    """
    from desktop.letters.sheets import (  # noqa: PLC0415 - see above
        large_print,
        plain,
        side_by_side,
    )
    from desktop.letters.typesetting.press import pages_of  # noqa: PLC0415 - see above
    from desktop.letters.typesetting.setting import Setting  # noqa: PLC0415 - see above

    shapes = {"plain": plain, "large_print": large_print, "side_by_side": side_by_side}
    best: tuple[int, Setting] | None = None
    for scale in shapes[sheet].SCALES:
        setting = Setting(letter, scale)
        shapes[sheet].lay_out(setting, letter, sign_off)
        if len(shapes[sheet].SCALES) == 1:
            return setting
        pages = pages_of(setting)
        begins = (page[0].row.must_begin_page for page in pages)
        count = next((number for number, begun in enumerate(begins) if begun), len(pages))
        if best is None or count < best[0]:
            best = count, setting
        if count <= _FIRST_SHEET:
            break
    assert best is not None
    return best[1]
