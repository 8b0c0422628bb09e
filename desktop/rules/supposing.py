"""A case with one thing supposed: some variable lies where it is not known to lie.

Nothing else moves with it. What would follow from another answer is a matter of the
case; what the law would say of it alone is asked here.
"""

from __future__ import annotations

from desktop.domain.case import Entry
from desktop.rules.cells import Cells
from desktop.rules.frames import Frame
from desktop.rules.snapshot import Snapshot
from desktop.rules.variables import Variable


class Supposing(Snapshot):
    """A snapshot in which a variable has other cells; of one act or spell only, if one is named."""

    def __init__(
        self, known: Snapshot, variable: Variable, cells: Cells, of: Entry | None = None
    ) -> None:
        vars(self).update(vars(known))  # its frames too: what is known of them is looked up once
        self._remembered = {}
        self._as_known, self._variable, self._cells, self._of = known, variable, cells, of

    def possible(self, variable: Variable, frame: Frame) -> Cells:
        """As it is known, save for what is supposed."""
        if variable == self._variable and self._speaks_of(frame):
            return self._cells
        return self._as_known.possible(variable, frame)

    def _speaks_of(self, frame: Frame) -> bool:
        return self._of is None or self._of is frame.act or self._of is frame.spell
