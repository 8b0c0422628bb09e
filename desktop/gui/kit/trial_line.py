"""The line under the bar while something is tried, and the dashed frame around the screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.domain.silence import Silence
from desktop.domain.vocabulary import Kind
from desktop.gui.kit import theme
from desktop.gui.kit.asked import Asked
from desktop.gui.kit.bar_shown import TrialShown
from desktop.gui.kit.group import Group
from desktop.gui.kit.icons import Picture
from desktop.gui.kit.moment_field import MomentField
from desktop.gui.kit.parts import Paragraph, button, column, ground, hairline, label, row
from desktop.gui.kit.trial_acts import OTHER_LAW, SIDE_BY_SIDE
from desktop.language.marks import N_

END = N_("End the trial")
WHICH_DAY = N_("The law of which day?")
_DASH, _DAY_WIDE = 4, 190


class TrialLine(Group):
    """Mark and words, the day where one is asked for, and the way out at the right."""

    ended = Signal()
    compare_asked = Signal()
    day_told = Signal(object)

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._words = Paragraph(kind="control")
        self._ask = label(WHICH_DAY, "control", "ink2")
        self._day = MomentField(Asked("law_of", WHICH_DAY, WHICH_DAY, Kind.MOMENT), now)
        self._day.setFixedWidth(theme.px(_DAY_WIDE))
        self._other = button(OTHER_LAW, "link")
        self._compare = button(SIDE_BY_SIDE, "link")
        self._other.setToolTip("F8")
        self._compare.setToolTip("F7")
        self._end = button(END, key="F9")
        body = ground("sunken")
        line = row(body, (24, 6, 12, 6), 12)
        line.addWidget(Picture("warning", "alert"))
        line.addWidget(self._words, 1)
        for part in (self._ask, self._day, self._other, self._compare, self._end):
            line.addWidget(part)
        whole = column(self)
        whole.addWidget(body)
        whole.addWidget(hairline())
        self._other.clicked.connect(self.ask_day)
        self._compare.clicked.connect(self.compare_asked)
        self._end.clicked.connect(self.ended)
        self._day.answered.connect(self._told)
        self._show_day(False)

    def show_trial(self, shown: TrialShown) -> None:
        self._words.say(f"{shown.word}. {shown.sentence}")
        self.setAccessibleName(shown.word)

    def ask_day(self) -> None:
        self._day.show_answer(Silence.NOT_ASKED)
        self._show_day(True)
        self._day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _told(self, answer: object) -> None:
        self._show_day(False)
        self.day_told.emit(answer)

    def _show_day(self, shown: bool) -> None:
        self._ask.setVisible(shown)
        self._day.setVisible(shown)
        self._other.setVisible(not shown)


class TrialFrame(QWidget):
    """Dashes around a screen; what lies under it is pressed as always."""

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(around.rect())
        around.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
            self.raise_()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        wide = theme.px(_DASH)
        pen = QPen(theme.colour("alert"), wide)
        pen.setDashPattern([4, 2])
        painter.setPen(pen)
        painter.drawRect(QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2))
        painter.end()
