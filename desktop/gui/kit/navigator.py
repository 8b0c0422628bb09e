"""Going from screen to screen, and back.

Screens are built when first needed and kept, so that coming back is instant.
A screen whose ``keeps_nothing`` is true is destroyed as soon as it is left.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.gui.kit.doors import Host

__all__ = ["Builder", "Host", "Screen", "Stack"]


class Screen(QWidget):
    """One screen. ``title`` names it in the window's title."""

    title = ""
    keeps_nothing = False  # a screen that saw a passphrase
    marked = Signal()

    def mark(self, word: str) -> None:
        """Have the window's title begin with a word, or no longer."""
        if word != self.property("mark"):
            self.setProperty("mark", word)
            self.marked.emit()

    def enter(self, **values: object) -> None:
        """Be shown; called each time, with what ``Navigator.go`` was given."""

    def leave(self) -> None:
        """Be hidden; nothing may be lost by it."""

    def escape(self) -> bool:
        """Esc was pressed; True when the screen had a use for it, else we go back."""
        return False


Builder = Callable[[Host], Screen]


@dataclass(frozen=True)
class _Place:
    screen: str
    values: dict[str, object] = field(default_factory=dict)


class Stack(QObject):
    """The navigator: one stack of screens, the places we came by, and where home is."""

    arrived = Signal(str)
    marked = Signal()

    def __init__(
        self, pages: QStackedWidget, contents: Mapping[str, Builder], homes: tuple[str, ...]
    ) -> None:
        """``homes`` are screens that nothing leads back from; the last one is home."""
        super().__init__(pages)
        self._pages = pages
        self._contents = contents
        self._homes = homes
        self._host: Host | None = None
        self._built: dict[str, Screen] = {}
        self._way: list[_Place] = []

    def serve(self, host: Host) -> None:
        """Say what screens are given; once, before the first ``go``."""
        self._host = host

    @property
    def here(self) -> str:
        """The name of the screen in sight; empty before the first."""
        return self._way[-1].screen if self._way else ""

    @property
    def current(self) -> Screen | None:
        """The screen in sight."""
        return self._built.get(self.here)

    def go(self, screen: str, **values: object) -> None:
        if screen in self._homes:
            place = _Place(screen, dict(values))
            self._show(place, [place])
        else:
            place = _Place(screen, dict(values))
            self._show(place, [*self._way, place])

    def back(self) -> None:
        if self.here in self._homes:
            return
        way = self._way[:-1] or [_Place(self._homes[-1])]
        self._show(way[-1], way)

    def _show(self, place: _Place, way: list[_Place]) -> None:
        left = self.current
        if left is not None:
            left.leave()
        if left is not None and left.keeps_nothing and place.screen != self.here:
            self._destroy(self.here)
        self._way = way
        screen = self._screen(place.screen)
        screen.enter(**place.values)
        self._pages.setCurrentWidget(screen)
        self.arrived.emit(place.screen)

    def _screen(self, name: str) -> Screen:
        if name not in self._built:
            if self._host is None:
                raise RuntimeError("serve() comes before go()")
            self._built[name] = self._contents[name](self._host)
            self._built[name].marked.connect(self.marked)
            self._pages.addWidget(self._built[name])
        return self._built[name]

    def _destroy(self, name: str) -> None:
        gone = self._built.pop(name)
        self._pages.removeWidget(gone)
        gone.deleteLater()
