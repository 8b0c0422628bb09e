"""The list of cases on the screen: a rail at the left, what can be sought, and the lines."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QTimer
from PySide6.QtGui import QResizeEvent, QShortcut
from PySide6.QtWidgets import QLineEdit, QMenu, QStackedWidget, QWidget

from desktop import NAME
from desktop.gui.kit import theme
from desktop.gui.kit.icons import Picture
from desktop.gui.kit.navigator import Host, Screen
from desktop.gui.kit.parts import button, column, ground, hairline, label, row
from desktop.gui.screens.cases.case_list import CaseList, ColumnHeads
from desktop.gui.screens.cases.model import CaseModel
from desktop.gui.screens.cases.more import BACK_UP, ERRANDS, KEEP, Errand
from desktop.gui.screens.cases.presenter import CasesPresenter, CasesState
from desktop.language.marks import N_

TITLE = N_("Open cases")
NEW_CALL = N_("New call")
LOCK = N_("Lock")
BACKUP_DUE = N_("Back up: it is time")
TIME_OVER = N_("Kept long enough")
MORE = N_("Case file")
FIND = N_("Find a name, a code or an agency")
NONE = N_("No open cases.")
NONE_HINT = N_("Take the next call: nothing needs to be known to begin.")
NOT_FOUND = N_("No case has “{sought}” in its line.")
SHOW_ALL = N_("Show all cases")
KEYS = N_("↑ ↓ to move    ·    Enter to open    ·    Ctrl+F to find")
KEPT_HERE = N_("Everything is kept on this computer only")
RAIL = 224
NARROW = 960


class CasesScreen(Screen):
    """Where every day begins."""

    title = TITLE

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._lock = host.lock
        self._opened = ""
        self._model = CaseModel(self)
        self._list = CaseList(self._model, TITLE)
        self._find = QLineEdit()
        self._count = label("", "title", "ink3", 400)
        self._all = button(TITLE, "rail", picture="inbox", ink="accent")
        self._due = button(BACKUP_DUE, "rail", picture="warning", ink="alert")
        self._over = button(TIME_OVER, "rail", picture="clock")
        self._member = label("", "control", "ink2")
        self._keys = label(KEYS, "note", "ink3")
        self._kept = label(KEPT_HERE, "note", "ink3")
        self._empty_text = label("", "title")
        self._empty_hint = label("", "body", "ink2")
        self._empty_act = button(NEW_CALL, "link")
        self._middle = QStackedWidget()
        self._dress_find()
        self._lay_out()
        self.presenter = CasesPresenter(self, host.clinic, host.navigator, host.messages)
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._look_at_next)
        self._connect()

    def enter(self, **_values: object) -> None:
        self._find.clear()
        self.presenter.enter()
        self._begin()

    def _begin(self) -> None:
        """The keyboard goes to the cases, or where there is none to the call that makes one."""
        (self._list if self._model.rowCount() else self._empty_act).setFocus()

    def leave(self) -> None:
        self._idle.stop()

    def escape(self) -> bool:
        if self._find.text():
            self._find.clear()
        self._begin()
        return True

    def show_state(self, state: CasesState) -> None:
        self._model.show_groups(state.groups)
        self._count.setText(str(state.total) if state.total else "")
        self._all.say_at_right(self._count.text())
        self._find.setVisible(state.total > 0)
        self._keys.setVisible(state.shown > 0)
        self._due.setVisible(state.backup_is_due)
        self._over.setVisible(bool(state.over))
        self._over.say_at_right(str(state.over))
        self._member.setText(state.member)
        self._member.setVisible(bool(state.member))
        self._middle.setCurrentIndex(0 if state.shown else 1)
        if state.sought:
            self._empty_text.setText(NOT_FOUND.format(sought=state.sought))
            self._empty_hint.setText("")
            self._empty_act.setText(SHOW_ALL)
        else:
            self._empty_text.setText(NONE)
            self._empty_hint.setText(NONE_HINT)
            self._empty_act.setText(NEW_CALL)
        if self._model.line(self._list.currentIndex()) is None:
            self._list.setCurrentIndex(self._model.index_of(self._opened))
        self._look_around()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._kept.setVisible(self.width() >= theme.px(NARROW))
        self._look_around()

    def _look_around(self) -> None:
        """Have what can be seen now looked at, once the window has nothing else to do."""
        if self.presenter.in_sight(self._ids_in_sight()):
            self._idle.start()

    def _ids_in_sight(self) -> frozenset[str]:
        port = self._list.viewport().rect()
        first = self._list.indexAt(QPoint(port.center().x(), port.top() + 1))
        last = self._list.indexAt(QPoint(port.center().x(), port.bottom() - 1))
        end = last.row() if last.isValid() else self._model.rowCount() - 1
        rows = range(max(first.row(), 0), end + 1)
        lines = (self._model.line(self._model.index(number)) for number in rows)
        return frozenset(line.id for line in lines if line)

    def _look_at_next(self) -> None:
        if not self.presenter.look_at_next():
            self._idle.stop()

    def _open(self, index: QModelIndex) -> None:
        line = self._model.line(index)
        if line is not None:
            self._opened = line.id
            self.presenter.open_case(line.id)

    def _show_more(self) -> None:
        """The menu of what else the case file is for, below its button."""
        menu = QMenu(self)
        menu.setAccessibleName(MORE)
        for group in ERRANDS:
            menu.addSeparator()
            for errand in group:
                act = menu.addAction(errand.words)
                act.triggered.connect(partial(self._go_on_errand, errand))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))
        menu.setActiveAction(menu.actions()[1])

    def _go_on_errand(self, errand: Errand) -> None:
        line = self._model.line(self._list.currentIndex())
        self.presenter.go_on_errand(errand, line.id if line else "")

    def _type_to_find(self, letters: str) -> None:
        self._find.setFocus()
        self._find.insert(letters)

    def _press_empty(self) -> None:
        if self._find.text():
            self._find.clear()
            self._begin()
        else:
            self.presenter.new_call()

    def _connect(self) -> None:
        self._list.activated.connect(self._open)
        self._list.letters_typed.connect(self._type_to_find)
        self._list.verticalScrollBar().valueChanged.connect(self._look_around)
        self._find.textChanged.connect(self.presenter.look_for)
        self._find.returnPressed.connect(lambda: self._open(self._list.currentIndex()))
        self._new.clicked.connect(self.presenter.new_call)
        self._empty_act.clicked.connect(self._press_empty)
        self._all.clicked.connect(self.escape)
        self._lock_button.clicked.connect(self._lock)
        QShortcut("Ctrl+F", self).activated.connect(self._find.setFocus)

    def _dress_find(self) -> None:
        self._find.setPlaceholderText(FIND)
        self._find.setAccessibleName(FIND)
        self._find.setTextMargins(theme.px(22), 0, 0, 0)
        glass = Picture("search", "ink3")
        glass.setParent(self._find)
        glass.move(theme.px(10), theme.px(8))

    def _lay_out(self) -> None:
        whole = row(self)
        whole.addWidget(self._rail())
        whole.addWidget(hairline(down=True))
        right = ground("surface")
        whole.addWidget(right, 1)
        page = column(right)
        head = row(margins=(32, 18, 28, 10), gap=16)
        head.addWidget(label(TITLE, "title"))
        head.addWidget(self._count)
        head.addStretch(1)
        self._find.setMinimumWidth(theme.px(220))
        self._find.setMaximumWidth(theme.px(300))
        head.addWidget(self._find, 3)
        page.addLayout(head)
        page.addWidget(self._middle, 1)
        self._middle.addWidget(self._lines())
        self._middle.addWidget(self._nothing())
        page.addWidget(hairline())
        foot = row(margins=(32, 8, 32, 8))
        foot.addWidget(self._keys)
        foot.addStretch()
        foot.addWidget(self._kept)
        page.addLayout(foot)

    def _lines(self) -> QWidget:
        held = QWidget()
        lines = column(held)
        lines.addWidget(ColumnHeads(self._list))
        lines.addWidget(self._list, 1)
        return held

    def _nothing(self) -> QWidget:
        held = QWidget()
        words = column(held, (32, 96, 32, 32))
        words.addWidget(self._empty_text)
        words.addSpacing(theme.px(8))
        words.addWidget(self._empty_hint)
        words.addSpacing(theme.px(16))
        act = row()
        act.addWidget(self._empty_act)
        act.addStretch()
        words.addLayout(act)
        words.addStretch()
        return held

    def _rail(self) -> QWidget:
        rail = ground("bg")
        rail.setFixedWidth(theme.px(RAIL))
        lines = column(rail, (16, 20, 16, 16))
        brand = row(margins=(6, 0, 0, 0), gap=8)
        brand.addWidget(Picture("amparo", "accent", 20))
        brand.addWidget(label(NAME, "lead", weight=600), 1)
        lines.addLayout(brand)
        lines.addSpacing(theme.px(18))
        self._new = button(NEW_CALL, "main", picture="phone", key="Ctrl+N", room="ask")
        lines.addWidget(self._new)
        lines.addSpacing(theme.px(18))
        self._all.setCheckable(True)
        self._all.setChecked(True)
        self._all.toggled.connect(lambda _on: self._all.setChecked(True))
        lines.addWidget(self._all)
        self._more = button(MORE, "rail", picture="chevron-down")
        self._more.clicked.connect(self._show_more)
        self._due.clicked.connect(lambda: self._go_on_errand(BACK_UP))
        lines.addWidget(self._more)
        lines.addStretch()
        # The case that stands first there is one whose time is over.
        self._over.clicked.connect(lambda: self.presenter.go_on_errand(KEEP, ""))
        lines.addWidget(self._over)
        lines.addWidget(self._due)
        lines.addSpacing(theme.px(8))
        self._member.setContentsMargins(theme.px(10), 0, 0, theme.px(8))
        lines.addWidget(self._member)
        self._lock_button = button(LOCK, "rail", picture="lock", key="Ctrl+Shift+L")
        lines.addWidget(self._lock_button)
        return rail


def build(host: Host) -> Screen:
    """The list of cases, for the table of contents."""
    return CasesScreen(host)
