"""What the clinic chose: when the file locks, what is kept, for how long. Each is kept at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from desktop.domain.members import Right
from desktop.domain.problems import Problem
from desktop.domain.problems_members import NotInYourRole
from desktop.gui.kit import theme
from desktop.gui.kit.doors import Host
from desktop.gui.kit.idleness import whole_computer
from desktop.gui.kit.letterhead_shown import letterhead_shown
from desktop.gui.kit.lines_pane import LinesPane
from desktop.gui.kit.parts import Paragraph, at_most
from desktop.gui.kit.pick import Pick
from desktop.gui.screens.case_file.page import READING, Page, pressed
from desktop.language.marks import N_

HEAD = N_("Settings")
TEXT = N_("They stand in the case file, so they are the same for everybody who opens it.")
LOCK = N_("Lock when nobody has touched the computer for")
OF_COMPUTER = N_(
    "Counted from the last key or move in any program. It also locks when the computer sleeps or "
    "its screen is locked, and at once with Ctrl+Shift+L."
)
OF_PROGRAM = N_(
    "This computer does not tell of other programs: only what is done in Amparo counts. It also "
    "locks when the computer sleeps, and at once with Ctrl+Shift+L."
)
MINUTE, MINUTES = N_("1 minute"), N_("{number} minutes")
SENSITIVE = N_("Immigration facts, nationality, fear of return, being a victim of a crime")
SENSITIVE_HINT = N_(
    "What is not kept cannot be stolen or asked for. The answer uses it all the same."
)
SENSITIVE_CHOICES = (
    (N_("Use them for the answer, and keep them nowhere"), False),
    (N_("Keep them in the case file"), True),
)
FORGET = N_("Take out what was kept before")
FORGET_ASKED = N_("Take these facts out of every case?")
FORGET_DETAIL = N_("They go from every earlier version too. Backups made before still hold them.")
FORGOT = N_("Taken out. Versions of cases that held such facts: {number}.")
KEEP = N_("Keep a case, after its last change, for")
KEEP_HINT = N_(
    "Nothing is ever deleted by itself: when the time is over, the case is shown to you."
)
DECIDES = N_("As long as nobody decides otherwise")
MONTHS, YEAR, YEARS = N_("{number} months"), N_("1 year"), N_("{number} years")
CLINIC = N_("Your clinic, as its letters name it")
CLINIC_HINT = N_("A line that stays empty is a line to fill in by hand.")
REMIND = N_("Remind of a backup when the last one is older than")
DAY, DAYS = N_("1 day"), N_("{number} days")


class SettingsPage(Page):
    """Four choices, and how the letters name the clinic."""

    def __init__(self, host: Host) -> None:
        super().__init__(HEAD, TEXT)
        self._host = host
        self._lock, self._sensitive = Pick(LOCK), Pick(SENSITIVE)
        self._months, self._days = Pick(KEEP), Pick(REMIND)
        self._letterhead = LinesPane()
        self._letterhead.setAccessibleName(CLINIC)
        self._refused: dict[str, tuple[str, str]] = {}
        self._forget = pressed(FORGET, self._forget_sensitive, "link")
        self._reason = Paragraph(kind="control", ink="ink2")
        self.body.addLayout(at_most(READING, self._reason))
        self.body.addSpacing(theme.px(8))
        self.add(LOCK, self._lock, OF_COMPUTER if whole_computer() else OF_PROGRAM)
        self.add(SENSITIVE, self._sensitive, SENSITIVE_HINT)
        self.body.addWidget(self._forget)
        self.body.addSpacing(theme.px(24))
        self.add(KEEP, self._months, KEEP_HINT)
        self.add(REMIND, self._days)
        self.add(CLINIC, self._letterhead, CLINIC_HINT)
        self._letterhead.typed.connect(self._write)
        for pick, name in (
            (self._lock, "lock_minutes"),
            (self._sensitive, "keep_sensitive"),
            (self._months, "keep_months"),
            (self._days, "backup_days"),
        ):
            pick.picked.connect(lambda value, name=name: self._choose(name, value))

    def enter(self) -> None:
        settings = self._host.clinic.housekeeping.settings
        self._show(self._lock, minutes_offered(), settings.lock_minutes, minutes_said)
        self._show(self._sensitive, SENSITIVE_CHOICES, settings.keep_sensitive, str)
        self._show(self._months, months_offered(), settings.keep_months, months_said)
        self._show(self._days, days_offered(), settings.backup_days, days_said)
        letterhead = self._host.clinic.letterhead
        may = self._host.clinic.members.may(Right.LOOK_AFTER)
        shown = letterhead_shown(letterhead.details, may, self._refused)
        self._letterhead.show_lines(shown.lines, may)
        for pick in (self._lock, self._sensitive, self._months, self._days):
            pick.setEnabled(may)
        self._forget.setVisible(may and not settings.keep_sensitive)
        self._reason.say("" if may else NotInYourRole(who=Right.LOOK_AFTER.value).sentence)
        self._reason.setVisible(not may)

    def _show(self, pick: Pick, offered: Iterable[tuple[str, Any]], value: Any, said: Any) -> None:
        choices = list(offered)
        if value not in [one for _, one in choices]:
            choices.append((said(value), value))
        pick.offer(choices)
        pick.show_value(value)

    def _choose(self, name: str, value: Any) -> None:
        keeping = self._host.clinic.housekeeping
        try:
            keeping.choose(replace(keeping.settings, **{name: value}))
        except Problem as problem:
            self._host.messages.problem(problem)
        self.enter()

    def _write(self, field: str, text: str) -> None:
        self._refused.pop(field, None)
        try:
            self._host.clinic.letterhead.write(field, text)
        except Problem as problem:
            self._refused[field] = (text, problem.sentence)
        self.enter()

    def _forget_sensitive(self) -> None:
        if not self._host.dialogs.confirm(FORGET_ASKED, FORGET_DETAIL, FORGET):
            return
        try:
            number = self._host.clinic.retention.forget_sensitive()
        except Problem as problem:
            self._host.messages.problem(problem)
        else:
            self._host.messages.tell(FORGOT.format(number=number))


def minutes_said(number: int) -> str:
    return MINUTE if number == 1 else MINUTES.format(number=number)


def months_said(number: int | None) -> str:
    if number is None:
        return DECIDES
    years, rest = divmod(number, 12)
    if rest:
        return MONTHS.format(number=number)
    return YEAR if years == 1 else YEARS.format(number=years)


def days_said(number: int) -> str:
    return DAY if number == 1 else DAYS.format(number=number)


def minutes_offered() -> list[tuple[str, int]]:
    return [(minutes_said(number), number) for number in (1, 2, 5, 10, 15, 30, 60)]


def months_offered() -> list[tuple[str, int | None]]:
    return [(months_said(number), number) for number in (None, 6, 12, 24, 36, 60, 84, 120)]


def days_offered() -> list[tuple[str, int]]:
    return [(days_said(number), number) for number in (1, 3, 7, 14, 30)]
