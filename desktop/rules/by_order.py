"""Whether a hand-over has a court's order behind it, as far as papers and answers tell."""

from __future__ import annotations

from desktop.domain.case import Case, Entry
from desktop.domain.vocabulary import FORMS
from desktop.rules.cells import BOTH, NO, YES, Cells, cells_of


def judicial_order(case: Case, act: Entry, hypothetical: bool) -> Cells:
    """Whether an order or warrant of a court authorised this hand-over.

    A seen AO 442 for the client does; a court's order only if somebody read that
    it orders the hand-over; a state warrant never.
    """
    seen = [paper for paper in case.entries("papers") if paper.get("seen") is True]
    if any(p.get("form") == "AO 442" and p.get("names_client") is True for p in seen):
        return YES
    answer = act.get("judicial_order")
    if isinstance(answer, bool) or hypothetical:
        return BOTH if hypothetical else frozenset((answer,))
    if any(p.get("form") == "court_order" and p.get("judicial_order") is True for p in seen):
        return YES
    forms = [cells_of(p.get("form"), FORMS) for p in case.entries("papers")]
    could = {"AO 442", "court_order", "unknown"}
    if case.is_whole("papers") and all(form.isdisjoint(could) for form in forms):
        return NO
    return BOTH
