"""The answer that is never pre-selected: [Yes|No] [Not known|Prefers not to say].

Silence stands apart by a gap and a quieter fill, for it is an answer about what
we know and not about the facts. One stop for Tab; arrows move without choosing;
every width includes the tick, so that choosing shifts nothing.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QGroupBox, QSizePolicy

from desktop.domain.silence import Answer, Silence
from desktop.gui.kit import theme
from desktop.gui.kit.segment import YES_NO, Option, Segment
from desktop.language.marks import N_

NAME_OF_CHOICE = N_("{name}, {number} of {count}, {state}")
CHOSEN, NOT_CHOSEN = N_("chosen"), N_("not chosen")
_APART = 8


class Choice(QGroupBox):
    """A question's answer. ``answered`` asks for a change; ``show_answer`` makes it."""

    answered = Signal(object)
    moved_on = Signal()  # chosen by its letter: the next empty question is wanted

    def __init__(self, ask: str, options: tuple[Option, ...] = YES_NO, tall: int = 32) -> None:
        super().__init__()
        self.tall = theme.px(tall)
        self.options = options
        self._answer: Answer = Silence.NOT_ASKED
        self.setAccessibleName(ask)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._segments = [Segment(option, self, self) for option in options]
        for segment, usual in zip(self._segments, YES_NO[:2], strict=False):
            segment.least = usual.name
        self._place()
        self._stop_at(self._segments[0])
        self._name_all()

    @property
    def is_answered(self) -> bool:
        return self._answer is not Silence.NOT_ASKED

    @property
    def is_empty(self) -> bool:
        return not self.is_answered

    @property
    def has_keyboard(self) -> bool:
        return any(segment.hasFocus() for segment in self._segments)

    @property
    def segments(self) -> tuple[Segment, ...]:
        return tuple(self._segments)

    def show_answer(self, answer: Answer) -> None:
        """Show an answer; one that is none of the options is shown as empty."""
        if answer == self._answer and type(answer) is type(self._answer):
            return
        self._answer = answer
        for segment in self._segments:
            segment.show_chosen(_same(segment.option.value, answer))
        if not self.has_keyboard:
            chosen = next((s for s in self._segments if s.isChecked()), self._segments[0])
            self._stop_at(chosen)
        self._name_all()
        self.repaint_all()

    def focus_first(self) -> None:
        """Put the keyboard on the chosen option, or on the first, which is not chosen by it."""
        chosen = next((s for s in self._segments if s.isChecked()), self._segments[0])
        self._stop_at(chosen)
        chosen.setFocus(Qt.FocusReason.TabFocusReason)

    def choose(self, option: Option, go_on: bool = False) -> None:
        if not _same(option.value, self._answer):
            self.answered.emit(option.value)
        if go_on:
            self.moved_on.emit()

    def take_key(self, segment: Segment, event: QKeyEvent) -> bool:
        """What a key does here; False when it is not ours."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key, here = event.key(), self._segments.index(segment)
        back = Qt.Key.Key_Left if self.isLeftToRight() else Qt.Key.Key_Right
        on = Qt.Key.Key_Right if self.isLeftToRight() else Qt.Key.Key_Left
        if key in (back, on):
            step = 1 if key == on else -1
            self._segments[(here + step) % len(self._segments)].setFocus(
                Qt.FocusReason.OtherFocusReason
            )
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Select):
            self.choose(segment.option)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if self.is_answered:
                self.answered.emit(Silence.NOT_ASKED)
        else:
            return self._take_letter(event.text())
        return True

    def stand_on(self, segment: Segment) -> None:
        self._stop_at(segment)
        self.repaint_all()

    def repaint_all(self) -> None:
        self.update()
        for segment in self._segments:
            segment.update()

    def sizeHint(self) -> QSize:
        return QSize(self._segments[-1].geometry().right() + 1, self.tall)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for silence in (False, True):
            pair = [s for s in self._segments if s.option.is_silence is silence]
            if pair:
                self._paint_pair(painter, pair)
        painter.end()

    def _paint_pair(self, painter: QPainter, pair: list[Segment]) -> None:
        radius = theme.px(theme.RADIUS)
        whole = QRectF(pair[0].geometry().united(pair[-1].geometry())).adjusted(
            0.5, 0.5, -0.5, -0.5
        )
        chosen = next((segment for segment in pair if segment.isChecked()), None)
        edge = "line" if self.is_answered and chosen is None else "line2"
        painter.setPen(QPen(theme.colour(edge), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(whole, radius, radius)
        for segment in pair[1:]:
            x = segment.x() + 0.5
            painter.drawLine(QPointF(x, whole.top()), QPointF(x, whole.bottom()))
        if chosen is not None:
            _paint_chosen(painter, QRectF(chosen.geometry()), chosen.option.is_silence, radius)
        under = next((s for s in pair if s.underMouse() and not s.isChecked()), None)
        if under is not None:
            path = QPainterPath()
            path.addRoundedRect(whole, radius, radius)
            painter.save()
            painter.setClipPath(path)
            painter.fillRect(QRectF(under.geometry()).adjusted(1, 1, -1, -1), theme.colour("bg"))
            painter.restore()

    def _take_letter(self, typed: str) -> bool:
        letters = {o.letter.lower(): o for o in self.options if o.letter}
        numbers = {str(n): option for n, option in enumerate(self.options, 1)}
        option = letters.get(typed.lower()) or numbers.get(typed)
        if option is None:
            return False
        self.choose(option, go_on=True)
        return True

    def _stop_at(self, stop: Segment) -> None:
        for segment in self._segments:
            wanted = Qt.FocusPolicy.StrongFocus if segment is stop else Qt.FocusPolicy.ClickFocus
            segment.setFocusPolicy(wanted)

    def _place(self) -> None:
        x = 0
        for number, segment in enumerate(self._segments):
            after_gap = number and segment.option.is_silence
            if after_gap and not self._segments[number - 1].option.is_silence:
                x += theme.px(_APART) + 1
            width = round(segment.wanted_width)
            segment.setGeometry(x, 0, width, self.tall)
            x += width - 1
        self.setFixedSize(self.sizeHint())

    def _name_all(self) -> None:
        for number, segment in enumerate(self._segments, 1):
            segment.setAccessibleName(
                NAME_OF_CHOICE.format(
                    name=segment.option.name,
                    number=number,
                    count=len(self._segments),
                    state=CHOSEN if segment.isChecked() else NOT_CHOSEN,
                )
            )


def _same(one: Answer, other: Answer) -> bool:
    return type(one) is type(other) and one == other


def _paint_chosen(painter: QPainter, box: QRectF, silence: bool, radius: float) -> None:
    weight = 1.0 if silence else 1.6
    painter.setPen(QPen(theme.colour("line2" if silence else "accent"), weight))
    painter.setBrush(theme.colour("sunken" if silence else "sel"))
    inset = weight / 2
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)
