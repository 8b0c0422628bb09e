"""The same letter for eyes that need it: one column, eighteen points."""

from desktop.letters.sheets.column import lay_out
from desktop.letters.typography import LARGE

SCALES = (LARGE,)

__all__ = ["SCALES", "lay_out"]
