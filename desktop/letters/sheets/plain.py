"""The everyday sheet: US Letter, one column, twelve points."""

from desktop.letters.sheets.column import lay_out
from desktop.letters.typography import PLAIN as SCALE

__all__ = ["SCALE", "lay_out"]
