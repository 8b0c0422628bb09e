"""The window as the GUI's own tests dress it: offscreen, at scale 1, in our fonts."""

from __future__ import annotations

from tests.gui.conftest import _dressed, _no_window_stays_open

__all__ = ["_dressed", "_no_window_stays_open"]
