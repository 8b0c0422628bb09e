"""The case file on the screen: its pages in a rail at the left, one of them at the right.

Pages are made when somebody first goes there. A page that is left forgets its secrets.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.gui.kit import theme
from desktop.gui.kit.navigator import Host, Screen
from desktop.gui.kit.parts import button, column, ground, hairline, label, row
from desktop.gui.kit.scrolled import scrolled
from desktop.gui.screens.case_file.backup_page import BackupPage
from desktop.gui.screens.case_file.journal_page import JournalPage
from desktop.gui.screens.case_file.keeping_page import KeepingPage
from desktop.gui.screens.case_file.members_page import MembersPage
from desktop.gui.screens.case_file.page import Page
from desktop.gui.screens.case_file.passphrase_page import PassphrasePage
from desktop.gui.screens.case_file.settings_page import SettingsPage
from desktop.gui.screens.case_file.sheet_page import SheetPage
from desktop.language.marks import N_

TITLE = N_("Case file")
CASES, LOCK = N_("Cases"), N_("Lock")
SETTINGS, PASSPHRASE, SHEET, MEMBERS = "settings", "passphrase", "sheet", "members"
BACKUP, JOURNAL, KEEPING = "backup", "journal", "keeping"
PAGES: dict[str, tuple[str, Callable[[Host], Page]]] = {
    SETTINGS: (N_("Settings"), SettingsPage),
    BACKUP: (N_("Backup"), BackupPage),
    KEEPING: (N_("Keep or delete"), KeepingPage),
    MEMBERS: (N_("Members"), MembersPage),
    PASSPHRASE: (N_("My passphrase"), PassphrasePage),
    SHEET: (N_("Recovery sheet"), SheetPage),
    JOURNAL: (N_("Journal"), JournalPage),
}
RAIL = 224
WIDE = 1100


class CaseFileScreen(Screen):
    """Keeps nothing: passphrases are typed on it."""

    title = TITLE
    keeps_nothing = True

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host, self._here = host, ""
        self._pages: dict[str, Page] = {}
        self._margins: list[QVBoxLayout] = []
        self._stack = QStackedWidget()
        self._buttons = {name: button(words, "rail") for name, (words, _) in PAGES.items()}
        self._back = button(CASES, "link", picture="back")
        self._lock = button(LOCK, "rail", picture="lock", key="Ctrl+Shift+L")
        self._lay_out()
        self._back.clicked.connect(host.navigator.back)
        self._lock.clicked.connect(host.lock)
        for name, made in self._buttons.items():
            made.setCheckable(True)
            made.clicked.connect(lambda _on=False, name=name: self.go(name))

    def enter(self, **values: object) -> None:
        page = str(values.get("page") or SETTINGS)
        self.go(page, str(values.get("case_id", "")) if page == KEEPING else "")
        self._buttons[page].setFocus()

    def leave(self) -> None:
        if self._here:
            self._pages[self._here].leave()

    def go(self, name: str, about: str = "") -> None:
        """To one of the pages; ``about`` names the member or the case that it begins with."""
        self.leave()
        page = self._page(name)
        self._here = name
        for other, made in self._buttons.items():
            made.setChecked(other == name)
        self._stack.setCurrentIndex(list(self._pages).index(name))
        page.enter()
        if about:
            page.go_to(about)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _page(self, name: str) -> Page:
        if name not in self._pages:
            page = self._pages[name] = PAGES[name][1](self._host)
            if isinstance(page, MembersPage):
                page.removal_asked.connect(lambda whom: self.go(SHEET, whom))
            held = QWidget()
            self._margins.append(column(held))
            self._margins[-1].addWidget(page)
            self._stack.addWidget(scrolled(held, "surface", PAGES[name][0]))
            self._fit()
        return self._pages[name]

    def _fit(self) -> None:
        side, top = (48, 28) if self.width() >= theme.px(WIDE) else (28, 20)
        for margins in self._margins:
            margins.setContentsMargins(theme.px(side), theme.px(top), theme.px(28), theme.px(24))

    def _lay_out(self) -> None:
        whole = row(self)
        rail = ground("bg")
        rail.setFixedWidth(theme.px(RAIL))
        lines = column(rail, (16, 20, 16, 16), 2)
        lines.addWidget(self._back)
        lines.addSpacing(theme.px(14))
        head = label(TITLE, "ask")
        head.setContentsMargins(theme.px(10), 0, 0, theme.px(8))
        lines.addWidget(head)
        for made in self._buttons.values():
            lines.addWidget(made)
        lines.addStretch()
        lines.addWidget(self._lock)
        whole.addWidget(rail)
        whole.addWidget(hairline(down=True))
        whole.addWidget(self._stack, 1)


def build(host: Host) -> Screen:
    """The case file's own screen, for the table of contents."""
    return CaseFileScreen(host)
