"""A source in short, where there is no room for volume and pages. No Qt."""

from __future__ import annotations

import re

_PAGES = re.compile(r", \d+ [A-Z][^()]*?\d[^()]* \((?:[^()]* )?(?=\d{4}\))")


def short(cite: str) -> str:
    """A decision by its name and year; anything else as it is."""
    return _PAGES.sub(" (", cite)
