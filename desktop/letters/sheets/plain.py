"""The everyday sheet: US Letter, one column, twelve points; a little tighter where that helps."""

from desktop.letters.sheets.column import lay_out
from desktop.letters.typography import PLAIN, PLAIN_TIGHTER, PLAIN_TIGHTEST

SCALES = (PLAIN, PLAIN_TIGHTER, PLAIN_TIGHTEST)

__all__ = ["SCALES", "lay_out"]
