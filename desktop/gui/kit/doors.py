"""The doors by which a screen reaches the rest of the program; no Qt, so presenters may hold them.

The real ones stand in navigator.py, background.py, dialogs.py and messages.py;
tests hold small ones that write down what was asked of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from desktop.domain.problems import Problem

if TYPE_CHECKING:
    from desktop.workflow.clinic import Clinic

Result = TypeVar("Result")


class Navigator(Protocol):
    """Which screen is in sight."""

    def go(self, screen: str, **values: object) -> None:
        """Show a screen by its name in the contents; ``values`` go to its ``enter``."""

    def back(self) -> None:
        """Return to where we came from; to the list of cases when that is nowhere."""


class Background(Protocol):
    """Pure jobs: values in, values out. None may touch the open case file."""

    def run(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], None],
        failed: Callable[[Problem], None],
        owner: object,
    ) -> None:
        """Work elsewhere, answer here; no answer comes once ``owner`` is gone."""


class Messages(Protocol):
    """One line near the work; nothing vanishes by itself."""

    def problem(self, problem: Problem) -> None:
        """Say what happened, why and what to do."""

    def tell(self, text: str, action: str = "", then: Callable[[], None] | None = None) -> None:
        """Say one thing that was done; ``action`` ("Undo") offers to call ``then``."""

    def clear(self) -> None:
        """Take the line away."""


class Dialogs(Protocol):
    """Every window that stops the work. None stands for "cancelled"."""

    def save_as(self, title: str, name: str, kinds: str) -> Path | None:
        """Where to save. ``name`` is offered; ``kinds`` reads like "PDF (*.pdf)"."""

    def choose_files(self, title: str, kinds: str, *, many: bool = False) -> tuple[Path, ...]:
        """Which files to read; none when cancelled."""

    def confirm(self, question: str, detail: str, action: str) -> bool:
        """One question whose yes is worded as the act itself (``action``)."""

    def printer(self, title: str) -> object | None:
        """The QPrinter that was chosen; the view that prints knows its type."""


@dataclass(frozen=True)
class Host:
    """What every screen is given, and all it is given."""

    clinic: Clinic
    navigator: Navigator
    background: Background
    dialogs: Dialogs
    messages: Messages
    lock: Callable[[], None]  # closes the file and ends at the unlock screen
