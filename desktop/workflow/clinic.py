"""The one face that the window holds: an errand is an attribute."""

from __future__ import annotations

from pathlib import Path

from desktop.system.clock import Clock
from desktop.workflow.access import Access
from desktop.workflow.assessment import Assessing
from desktop.workflow.drafting import Drafting
from desktop.workflow.intake import Intake
from desktop.workflow.issuing import Issuing
from desktop.workflow.papers import Papers
from desktop.workflow.session import Session


class Clinic:
    """A clinic at one computer: its case file, its clock and its shelves."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        session = Session(folder, clock)
        self.clock = clock
        self.access = Access(session)
        self.intake = Intake(session)
        self.assessment = Assessing(clock)
        self.drafting = Drafting()
        self.issuing = Issuing(session)
        self.papers = Papers()
