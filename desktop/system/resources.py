"""Where the shipped files lie: beside the package, in a checkout and in a bundle alike."""

from __future__ import annotations

from pathlib import Path

import desktop

RESOURCES = Path(desktop.__file__).resolve().parent.parent / "resources"


def resource(*parts: str) -> Path:
    """The path of a shipped file or folder."""
    return RESOURCES.joinpath(*parts)
