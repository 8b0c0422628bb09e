"""Where this computer's case file lies."""

from __future__ import annotations

import os
from pathlib import Path


def case_folder() -> Path:
    """The folder of the case file; AMPARO_HOME names another one."""
    chosen = os.environ.get("AMPARO_HOME")
    if chosen:
        return Path(chosen)
    from platformdirs import user_data_path  # noqa: PLC0415 - the window paints before this

    return user_data_path("Amparo", appauthor=False, roaming=False)
