"""An unlocked case file with somebody in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.system.clock import Clock

if TYPE_CHECKING:
    from desktop.casefile.casefile import CaseFile


@dataclass
class Session:
    """Who works in which file, and by which clock. ``file`` is None while it is locked."""

    folder: Path
    clock: Clock
    file: CaseFile | None = None
    member: str = ""

    @property
    def open_file(self) -> CaseFile:
        """The open file; screens ask for it only after unlocking."""
        if self.file is None:
            raise RuntimeError("the case file is locked")
        return self.file
