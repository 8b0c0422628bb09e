"""What stands in the way of letting a case go, or of moving one, and what to do."""

from __future__ import annotations

from desktop.domain.problems import Problem
from desktop.language.marks import N_


class CaseOnHold(Problem):
    """Somebody said that nothing of this case may go."""

    code = "KEEP-01"
    what = N_("Case {case_code} is on hold, and nothing was deleted.")
    why = N_("What may be asked for as evidence must not be destroyed.")
    remedy = N_("Ask an attorney whether the hold can be lifted.")


class TracesRemain(Problem):
    """Deleted, and not yet scrubbed."""

    code = "KEEP-02"
    what = N_("The cases are deleted, but traces of them are still in the file.")
    why = N_("The drive is full: writing the file anew needs as much room as the file takes.")
    remedy = N_("Make room on the drive; the rest is done when the file is next opened.")
