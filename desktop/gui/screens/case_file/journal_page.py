"""The journal: who did what, when; and whether it is as it was written."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.gui.kit import theme
from desktop.gui.kit.doors import Host
from desktop.gui.kit.messages import Notice
from desktop.gui.kit.parts import at_most
from desktop.gui.screens.case_file.journal_model import JournalModel
from desktop.gui.screens.case_file.page import READING, Page
from desktop.language.marks import N_

HEAD = N_("Journal")
TEXT = N_("Who did what, and when; never what stands in a case. Nobody can take a line out unseen.")
WHOLE = N_("Every line is as it was written: {number} of them.")
BROKEN = N_(
    "The journal is not as it was written, from line {number} on: a line was changed, taken out or "
    "put in. Tell whoever looks after the file, and compare with a backup that was made before."
)
_WHAT = 3  # the column that takes what the others leave
_ROW, _FOLDED, _WIDE = 34, 54, 700


class JournalPage(Page):
    """The table takes the whole page and scrolls by itself."""

    fills = True

    def __init__(self, host: Host) -> None:
        super().__init__(HEAD, TEXT)
        self._host = host
        self._health = Notice()
        self._model = JournalModel(self)
        self._table = QTableView()
        self._dress()
        self.body.addLayout(at_most(READING, self._health))
        self.body.addSpacing(theme.px(16))
        self.body.addWidget(self._table, 1)
        self._table.setMinimumHeight(theme.px(280))

    def enter(self) -> None:
        clinic = self._host.clinic
        lines, broken = clinic.housekeeping.journal(), clinic.housekeeping.journal_broken_at()
        codes = {row.id: row.code for row in clinic.intake.cases()}
        self._model.show_lines(lines, codes, clinic.clock.now())
        if broken is None:
            self._health.say(WHOLE.format(number=len(lines)), "check", "ink2")
        else:
            self._health.say(BROKEN.format(number=broken), ink="ink")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        folded = self.width() < theme.px(_WIDE)
        self._model.fold(folded)
        self._table.verticalHeader().setDefaultSectionSize(theme.px(_FOLDED if folded else _ROW))
        head = self._table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(1 if folded else _WHAT, QHeaderView.ResizeMode.Stretch)

    def _dress(self) -> None:
        table = self._table
        table.setModel(self._model)
        table.setAccessibleName(HEAD)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        head = table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setResizeContentsPrecision(100)
