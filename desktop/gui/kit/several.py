"""Several words at once, as the boxes ticked on a form. None ticked is no answer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from desktop.domain.silence import Answer, Silence
from desktop.gui.kit import theme
from desktop.gui.kit.asked import Asked
from desktop.gui.kit.flow import Flow
from desktop.gui.kit.group import Group


class SeveralField(Group):
    """Boxes to tick; the group is named by the whole question."""

    answered = Signal(object)

    def __init__(self, asked: Asked, tall: int = 32) -> None:
        super().__init__(asked.ask)
        self._answer: Answer = Silence.NOT_ASKED
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        layout = Flow(self, theme.px(16), theme.px(4))
        self._boxes: dict[str, QCheckBox] = {}
        for value, name in asked.words:
            box = QCheckBox(name)
            box.setMinimumHeight(theme.px(tall - 4))
            box.clicked.connect(self._ticked)
            layout.addWidget(box)
            self._boxes[value] = box

    @property
    def is_empty(self) -> bool:
        return self._answer is Silence.NOT_ASKED

    def show_answer(self, answer: Answer) -> None:
        self._answer = answer
        for value, box in self._boxes.items():
            box.setChecked(isinstance(answer, tuple) and value in answer)

    def focus_first(self) -> None:
        next(iter(self._boxes.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def _ticked(self) -> None:
        ticked = tuple(value for value, box in self._boxes.items() if box.isChecked())
        self.answered.emit(ticked or Silence.NOT_ASKED)
