"""Whom a rule looks at, and when: the custody now, a past spell, or one act."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.domain.case import Entry
from desktop.rules.cells import Cells, Span
from desktop.rules.variables import Variable


@dataclass(eq=False, slots=True)
class Frame:
    """Who is looked at, the date whose law counts, and the end of what is looked at.

    Never changed, save that ``cells`` keeps what was worked out for it before.
    """

    actor: Cells
    governing: Span
    ends: Span
    spell: Entry | None = None
    act: Entry | None = None
    is_the_arrest: bool = False
    """Whether the act is the arrest that began the custody, told outside the list of acts."""
    hypothetical: bool = False
    cells: dict[Variable, Cells] = field(default_factory=dict, init=False, repr=False)
