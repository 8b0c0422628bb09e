"""One case at a time: until when it is kept, whether it is on hold, and letting it go for good."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.domain.members import Right
from desktop.domain.moments import day_of
from desktop.domain.problems import Problem
from desktop.domain.problems_keeping import TracesRemain
from desktop.domain.problems_members import NotInYourRole
from desktop.domain.records import CaseRow
from desktop.domain.typed_days import EXAMPLES, NotUnderstood, read_day
from desktop.gui.kit import theme
from desktop.gui.kit.doors import Host
from desktop.gui.kit.messages import Notice
from desktop.gui.kit.parts import Paragraph, at_most, column, hairline, row
from desktop.gui.kit.pick import Pick
from desktop.gui.kit.spoken_times import day_said
from desktop.gui.screens.case_file.page import FIELD, READING, Page, pressed
from desktop.gui.screens.case_file.settings_page import months_said
from desktop.language.marks import N_
from desktop.workflow.retention import Farewell

HEAD = N_("Keeping and deleting")
TEXT = N_("Nothing goes by itself. Here somebody says how long a case is kept, or lets it go.")
WHICH, NO_CASES = N_("Which case"), N_("There is no case in the file.")
NO_NAME = N_("no name yet")
CASE, OVER = N_("{code}, {name}"), N_("{code}, {name} (its time is over)")
BY_SETTINGS = N_("Kept for {span} after its last change, as the settings say.")
DECIDES = N_("Kept until somebody decides otherwise, as the settings say.")
UNTIL = N_("Kept until {day}.")
ON_HOLD = N_("On hold: nothing of it may go, whatever the date.")
DAY, DAY_HINT = (
    N_("Keep it until"),
    N_("A day, such as 12/1/2027. Left empty: as the settings say."),
)
NO_DAY = N_("That is no day. Write one such as 12/1/2027.")
SET_DAY = N_("Keep until then")
PAST = N_("That day is past. Write a day that is still to come.")
HOLD_HINT = N_("A hold stands over every date, for what may be asked for as evidence.")
HOLD, LIFT = N_("Put it on hold"), N_("Lift the hold")
DELETE_HEAD = N_("Delete for good")
GOES = N_(
    "The case goes, with its versions ({revisions}), letters ({letters}) and notes ({notes}). "
    "Nobody can bring it back, not even with the key. Counts for reports stay, and name nobody."
)
IN_BACKUPS = N_("Backups made before still hold it ({number}): delete those that you still have.")
TYPE_CODE = N_("To be sure, type the code of the case: {code}")
CODE_MISSING = N_("The code is still to be typed.")
DELETE = N_("Delete {code} for good")
DELETED = N_("Case {code} is deleted for good.")
KEPT = N_("From now on: {how}")


class KeepingPage(Page):
    """Everybody may put on hold; the rest is for those who look after the file."""

    def __init__(self, host: Host) -> None:
        super().__init__(HEAD, TEXT)
        self._host = host
        self._rows: dict[str, CaseRow] = {}
        self._farewell: Farewell | None = None
        self._which = Pick(WHICH)
        self._none = Paragraph(NO_CASES, "body", "ink2")
        self._notice, self._how = Notice(), Paragraph(kind="body")
        self._day, self._code = QLineEdit(), QLineEdit()
        self._set_day = pressed(SET_DAY, self.keep_until)
        self._hold = pressed(HOLD, self.change_hold)
        self._goes, self._type_code = Paragraph(kind="body"), Paragraph(kind="head")
        self._delete = pressed(DELETE, self.delete)
        self._lay_out()
        self._which.picked.connect(lambda _id: self._show())
        self._day.returnPressed.connect(self.keep_until)
        self._code.textEdited.connect(lambda _text: self._show_delete())
        self._code.returnPressed.connect(self.delete)

    def enter(self) -> None:
        self._notice.say("")
        self._list(self._which.value or "")

    def go_to(self, about: str) -> None:
        """Show that case, where it is one of the file's."""
        if about in self._rows:
            self._which.show_value(about)
            self._show()

    def leave(self) -> None:
        self._day.clear()
        self._code.clear()

    def keep_until(self) -> None:
        """Keep the case until the day that was typed; an empty field leaves it to the settings."""
        now, typed = self._host.clinic.clock.now(), " ".join(self._day.text().lower().split())
        day: date | None = None
        if typed:
            try:
                day = read_day(typed.replace(",", ""), day_of(now))
            except NotUnderstood as told:
                said = str(told)
                self._notice.say(NO_DAY if said == EXAMPLES else said, ink="ink")
                return
            if day < day_of(now):
                self._notice.say(PAST, ink="ink")
                return
        if self._do(lambda case_id: self._host.clinic.retention.keep_until(case_id, day)):
            self._day.clear()
            self._notice.say(KEPT.format(how=self._said(self._case)), "check", "ink2")

    def change_hold(self) -> None:
        retention = self._host.clinic.retention
        held = retention.of_case(self._case).on_hold
        if self._do(retention.lift_hold if held else retention.hold):
            self._notice.say("")

    def delete(self) -> None:
        """Let the case go, once its code was typed."""
        farewell, row = self._farewell, self._rows.get(self._case)
        if farewell is None or row is None or self._missing(row):
            return
        try:
            self._host.clinic.retention.purge(farewell)
        except TracesRemain as problem:
            self._list("")
            self._notice.problem(problem)
        except Problem as problem:
            self._notice.problem(problem)
        else:
            self._list("")
            self._notice.say(DELETED.format(code=row.code), "check", "ink2")

    @property
    def _case(self) -> str:
        return str(self._which.value or "")

    def _do(self, act: object) -> bool:
        assert callable(act)
        try:
            act(self._case)
        except Problem as problem:
            self._notice.problem(problem)
            return False
        self._show()
        return True

    def _list(self, chosen: str) -> None:
        """The cases whose time is over stand first."""
        clinic = self._host.clinic
        due = {row.id: row for row in clinic.retention.due()}
        self._rows = due | {row.id: row for row in clinic.intake.cases() if row.id not in due}
        self._which.offer(
            ((OVER if row.id in due else CASE).format(code=row.code, name=row.name or NO_NAME), id_)
            for id_, row in self._rows.items()
        )
        self._which.show_value(chosen if chosen in self._rows else next(iter(self._rows), None))
        self._show()

    def _show(self) -> None:
        case_id = self._case
        self._one.setVisible(bool(case_id))
        self._none.setVisible(not case_id)
        self._code.clear()
        if not case_id:
            return
        may = self._host.clinic.members.may(Right.LOOK_AFTER)
        reason = "" if may else NotInYourRole(who=Right.LOOK_AFTER.value).sentence
        held = self._host.clinic.retention.of_case(case_id).on_hold
        self._how.say(f"{self._said(case_id)} {ON_HOLD if held else ''}".strip())
        self._hold.setText(LIFT if held else HOLD)
        self._hold.idle(reason if held else "")
        self._set_day.idle(reason)
        self._farewell = None
        try:
            self._farewell = self._host.clinic.retention.look((case_id,))
        except Problem as problem:
            self._goes.say(problem.sentence)
        else:
            self._goes.say(_what_goes(self._farewell))
        self._type_code.say(TYPE_CODE.format(code=self._rows[case_id].code))
        self._asked.setVisible(may and self._farewell is not None)
        if reason:
            self._notice.say(reason, "info", "ink2")
        self._show_delete()

    def _show_delete(self) -> None:
        row = self._rows.get(self._case)
        if row is not None:
            self._delete.setText(DELETE.format(code=row.code))
            self._delete.idle(self._missing(row))

    def _missing(self, row: CaseRow) -> str:
        return "" if self._code.text().strip() == row.code else CODE_MISSING

    def _said(self, case_id: str) -> str:
        until = self._host.clinic.retention.of_case(case_id).until
        if until is not None:
            return UNTIL.format(day=day_said(until, self._host.clinic.clock.now()))
        months = self._host.clinic.housekeeping.settings.keep_months
        return DECIDES if months is None else BY_SETTINGS.format(span=months_said(months))

    def _lay_out(self) -> None:
        self.add(WHICH, self._which)
        self.body.addWidget(self._none)
        self._one, self._asked = QWidget(), QWidget()
        self.body.addWidget(self._one)
        whole, self.body = self.body, column(self._one)
        self.body.addLayout(at_most(READING, self._how))
        self.body.addSpacing(theme.px(12))
        self.body.addLayout(at_most(READING, self._notice))
        self.body.addSpacing(theme.px(16))
        for field, name in ((self._day, DAY), (self._code, TYPE_CODE.format(code=""))):
            field.setProperty("room", "large")
            field.setAccessibleName(name)
        until = QWidget()
        beside = row(until, gap=12)
        beside.addWidget(self._day, 1)
        beside.addWidget(self._set_day)
        self.add(DAY, until, DAY_HINT)
        self.body.addLayout(at_most(READING, Paragraph(HOLD_HINT, "control", "ink2")))
        self.body.addSpacing(theme.px(8))
        self.add_foot(self._hold)
        self.body.addSpacing(theme.px(28))
        self.body.addWidget(hairline())
        self.body.addSpacing(theme.px(20))
        self.body.addWidget(Paragraph(DELETE_HEAD, "ask"))
        self.body.addSpacing(theme.px(8))
        self.body.addLayout(at_most(READING, self._goes))
        self.body.addSpacing(theme.px(16))
        self.body.addWidget(self._asked)
        self.body = column(self._asked)
        self.body.addWidget(self._type_code)
        self.body.addSpacing(theme.px(8))
        self.body.addLayout(at_most(FIELD, self._code))
        self.body.addSpacing(theme.px(12))
        self.add_foot(self._delete)
        self.body = whole


def _what_goes(farewell: Farewell) -> str:
    goes = GOES.format(revisions=farewell.revisions, letters=farewell.letters, notes=farewell.notes)
    kept = len(farewell.backups)
    return f"{goes} {IN_BACKUPS.format(number=kept)}" if kept else goes
