"""Who opens the file: a row each, and below them the way in for somebody new, or who forgot."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.members import Member, Right
from desktop.domain.moments import day_of
from desktop.domain.names import ROLE_NAMES
from desktop.domain.problems import Problem
from desktop.domain.problems_members import NotInYourRole
from desktop.domain.signoff import Role
from desktop.gui.kit import theme
from desktop.gui.kit.doors import Host
from desktop.gui.kit.messages import Notice
from desktop.gui.kit.new_passphrase import NewPassphrase
from desktop.gui.kit.parts import Paragraph, at_most, column, hairline, label, row
from desktop.gui.kit.pick import Pick
from desktop.gui.kit.spoken_times import day_said
from desktop.gui.screens.case_file.page import FIELD, READING, WAITING, Page, pressed
from desktop.language.marks import N_
from desktop.workflow.members import PreparedWayIn

HEAD = N_("Members")
TEXT = N_(
    "Everybody has a passphrase of their own and can read every case. A role says who signs and "
    "who looks after the file."
)
SINCE = N_("since {day}")
YOU = N_("you, since {day}")
ROLE_OF = N_("Role of {name}")
FORGOT = N_("New passphrase")
FORGOT_OF = N_("A new passphrase for {name}")
REMOVE, REMOVE_OF = N_("Remove"), N_("Remove {name}")
ADD_HEAD, NEW_HEAD = N_("Add somebody"), N_("A new passphrase for {name}")
ADD_HINT = N_("Let them type it themselves: it is theirs alone.")
NAME, ROLE, PASSPHRASE = N_("Their name"), N_("Their role"), N_("Their passphrase")
ADD, SET, STOP = N_("Add them"), N_("Set the passphrase"), N_("Do not")
NAME_MISSING = N_("The name is still missing.")
ADDED = N_("{name} can open the file from now on.")
RESET = N_("From now on {name} opens the file with the new passphrase.")
ROLE_CHANGED = N_("{name} is {role} from now on.")
ROLES = tuple((words, Role(word)) for word, words in ROLE_NAMES.items())
_LIST, _BESIDE, _ROLE = 900, 640, 290


class MemberRow(QWidget):
    """One member: who, since when, in what role, and what can be done."""

    role_chosen = Signal(str, object)
    forgot = Signal(str)
    removed = Signal(str)

    def __init__(self, member: Member, since: str, is_me: bool, may: bool) -> None:
        super().__init__()
        name = member.name
        who = column(gap=2)
        who.addWidget(label(name, "strong"))
        who.addWidget(label((YOU if is_me else SINCE).format(day=since), "control", "ink2", 400))
        self.role = Pick(ROLE_OF.format(name=name))
        self.role.offer(ROLES)
        self.role.show_value(member.role)
        self.role.setEnabled(may)
        self.role.picked.connect(lambda role: self.role_chosen.emit(name, role))
        forgot = pressed(FORGOT, lambda: self.forgot.emit(name), "link")
        forgot.setAccessibleName(FORGOT_OF.format(name=name))
        remove = pressed(REMOVE, lambda: self.removed.emit(name), "link")
        remove.setAccessibleName(REMOVE_OF.format(name=name))
        for act in (forgot, remove):
            kept = act.sizePolicy()
            kept.setRetainSizeWhenHidden(may)  # so that the roles stand below each other
            act.setSizePolicy(kept)
            act.setVisible(may and not is_me)
        links = row(gap=24)
        links.addWidget(forgot)
        links.addWidget(remove)
        links.addStretch()
        acts = self._acts = row(gap=24)
        acts.addWidget(self.role)
        acts.addLayout(links)
        self._line = row(self, (0, 8, 0, 8), 8)
        self._line.addLayout(who, 1)
        self._line.addLayout(acts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme.px(_BESIDE)
        self.role.setMinimumWidth(0 if narrow else theme.px(_ROLE))
        down, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        for line in (self._line, self._acts):
            line.setDirection(down if narrow else beside)


class MembersPage(Page):
    """``removal_asked`` leads to the recovery sheet, which changes with whoever goes."""

    removal_asked = Signal(str)

    def __init__(self, host: Host) -> None:
        super().__init__(HEAD, TEXT)
        self._host = host
        self._for, self._is_waiting = "", False  # whose passphrase is set; empty: somebody new
        self._rows = column()
        self._reason = Paragraph(kind="control", ink="ink2")
        self._head = label(ADD_HEAD, "ask")
        self._name, self._role = QLineEdit(), Pick(ROLE)
        self._new = NewPassphrase(PASSPHRASE, self._advice)
        self._notice = Notice()
        self._go = pressed(ADD, self.go, "main")
        self._stop = pressed(STOP, lambda: self._ask_for(""))
        self._lay_out()
        self._name.textEdited.connect(lambda _text: self._show())
        self._name.returnPressed.connect(self.go)
        self._new.changed.connect(self._show)
        self._new.entered.connect(self.go)

    def enter(self) -> None:
        self._notice.say("")
        self._list()
        self._ask_for("")

    def leave(self) -> None:
        self._new.forget()
        self._name.clear()

    def go(self) -> None:
        """Work out the new way in, if nothing is missing."""
        if self._is_waiting or self._missing:
            return
        members, name = self._host.clinic.members, self._for or self._name.text().strip()
        passphrase = self._new.first.text()
        self._wait(True)
        self._host.background.run(
            lambda: members.prepare(name, passphrase), self._put, self._refused, self
        )

    def _put(self, prepared: PreparedWayIn) -> None:
        members = self._host.clinic.members
        try:
            if self._for:
                members.change_passphrase(prepared)
            else:
                members.add(prepared, self._role.value)
        except Problem as problem:
            self._refused(problem)
            return
        done = (RESET if self._for else ADDED).format(name=prepared.name)
        self._wait(False)
        self._list()
        self._ask_for("")
        self._notice.say(done, "check", "protects")

    def _refused(self, problem: Problem) -> None:
        self._wait(False)
        self._notice.problem(problem)

    def _wait(self, waiting: bool) -> None:
        self._is_waiting = waiting
        self._new.wait(waiting)
        self._notice.say(WAITING if waiting else "", "info", "ink2")
        self._go.idle(WAITING if waiting else self._missing)

    def _ask_for(self, name: str) -> None:
        """Ask for somebody's new passphrase; empty: for all that somebody new needs."""
        self._for = name
        self.leave()
        self._head.setText(NEW_HEAD.format(name=name) if name else ADD_HEAD)
        self._asked.setVisible(not name)
        self._stop.setVisible(bool(name))
        self._go.setText(SET if name else ADD)
        self._role.show_value(Role.ADVOCATE)
        self._show()
        if name:
            self._new.first.setFocus()

    def _change_role(self, name: str, role: Role) -> None:
        try:
            self._host.clinic.members.change_role(name, role)
        except Problem as problem:
            self._notice.problem(problem)
        else:
            self._notice.say(ROLE_CHANGED.format(name=name, role=ROLE_NAMES[role]), "check", "ink2")
        self._list()

    def _list(self) -> None:
        while self._rows.count():
            gone = self._rows.takeAt(0).widget()
            gone.hide()
            gone.deleteLater()
        clinic = self._host.clinic
        may, now = clinic.members.may(Right.LOOK_AFTER), clinic.clock.now()
        for member in clinic.members.all():
            since = day_said(day_of(member.joined_at), now)
            made = MemberRow(member, since, member.name == clinic.access.member_name, may)
            made.role_chosen.connect(self._change_role)
            made.forgot.connect(self._ask_for)
            made.removed.connect(self.removal_asked)
            for part in (made, hairline()):
                self._rows.addWidget(part)
                part.show()  # at once, for whoever looks for it by the keyboard
        self._reason.say("" if may else NotInYourRole(who=Right.LOOK_AFTER.value).sentence)
        self._reason.setVisible(not may)
        self._form.setVisible(may)

    def _show(self) -> None:
        self._go.idle(self._missing)
        self._notice.say(self._missing if self._new.first.text() else "", "info", "ink2")

    @property
    def _missing(self) -> str:
        named = self._for or self._name.text().strip()
        return self._new.missing if named else NAME_MISSING

    def _advice(self, typed: str) -> str | None:
        return self._host.clinic.access.passphrase_advice(typed, self._for or self._name.text())

    def _lay_out(self) -> None:
        listed = QWidget()
        listed.setLayout(self._rows)
        self.body.addLayout(at_most(_LIST, hairline()))
        self.body.addLayout(at_most(_LIST, listed))
        self.body.addSpacing(theme.px(16))
        self.body.addLayout(at_most(READING, self._reason))
        self.body.addLayout(at_most(READING, self._notice))
        self.body.addSpacing(theme.px(16))
        self._form, self._asked = QWidget(), QWidget()
        self.body.addWidget(self._form)
        form = column(self._form)
        form.addWidget(self._head)
        form.addSpacing(theme.px(4))
        form.addWidget(Paragraph(ADD_HINT, "control", "ink2"))
        form.addSpacing(theme.px(16))
        form.addLayout(at_most(FIELD, self._asked))
        self._name.setProperty("room", "large")
        self._name.setAccessibleName(NAME)
        self._role.offer(ROLES)
        asked = column(self._asked)
        for words, field in ((NAME, self._name), (ROLE, self._role)):
            _add_named(asked, words, field)
        form.addLayout(at_most(FIELD, self._new))
        form.addSpacing(theme.px(20))
        acts = row(gap=12)
        acts.addWidget(self._go)
        acts.addWidget(self._stop)
        acts.addStretch()
        form.addLayout(acts)


def _add_named(lines: QVBoxLayout, words: str, field: QWidget) -> None:
    name = label(words, "head")
    name.setBuddy(field)
    lines.addWidget(name)
    lines.addSpacing(theme.px(8))
    lines.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
    lines.addSpacing(theme.px(16))
