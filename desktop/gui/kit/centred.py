"""The screens before the cases: one narrow column in the middle, under the program's mark."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.gui.kit import theme
from desktop.gui.kit.icons import Picture
from desktop.gui.kit.parts import Paragraph, column, ground, row
from desktop.gui.kit.scrolled import scrolled

WIDTH = 452


def centred(screen: QWidget, head: str, text: str) -> QVBoxLayout:
    """Lay out a screen with a head and a few words; what is returned takes the rest."""
    inside = ground("bg")
    across = row(inside, (24, 40, 24, 24))
    form = QWidget()
    form.setMaximumWidth(theme.px(WIDTH))
    across.addStretch(1)
    across.addWidget(form, 8)
    across.addStretch(1)
    lines = column(form)
    centre = Qt.AlignmentFlag.AlignHCenter
    lines.addWidget(Picture("amparo", "accent", 40), 0, centre)
    lines.addSpacing(theme.px(16))
    for words, kind, ink in ((head, "welcome", "ink"), (text, "body", "ink2")):
        said = Paragraph(words, kind, ink)
        said.setAlignment(centre)
        lines.addWidget(said)
        lines.addSpacing(theme.px(8))
    lines.addSpacing(theme.px(20))
    rest = column()
    lines.addLayout(rest)
    lines.addStretch()
    column(screen).addWidget(scrolled(inside, "bg", head))
    return rest
