"""Lists of papers, charges and holds, as rules may see them.

A list is what we know of, never all there is; and a paper that could be a
court's counts for what it claims only once somebody on our side has read it.
"""

from __future__ import annotations

from desktop.domain.case import Case, Entry
from desktop.domain.silence import Answer, Silence
from desktop.domain.vocabulary import COURT_FORMS, FORMS, LISTS, Kind
from desktop.rules.cells import BOTH, NO, YES, Cells, cells_of
from desktop.rules.variables import MoreThan, OfList

_CLAIMS = ("issued_by", "criminal", "names_client")


def fits_list(case: Case, variable: OfList) -> Cells:
    """Whether some, or every, entry of the list fits."""
    whole = case.is_whole(variable.list_name)
    fits = [_fits(entry, variable) for entry in case.entries(variable.list_name)]
    if variable.quantifier == "some":
        if YES in fits:
            return YES
        return NO if whole and all(fit == NO for fit in fits) else BOTH
    if NO in fits:
        return NO
    return YES if whole and all(fit == YES for fit in fits) else BOTH


def with_claims_set_aside(case: Case) -> Case:
    """The case with the claims of unread papers counted as not known."""
    papers = case.entries("papers")
    read = tuple([_without_claims(paper) for paper in papers])
    return case if read == papers else case.with_entries("papers", read)


def _fits(entry: Entry, variable: OfList) -> Cells:
    fits = YES
    for name, wanted, unwanted in variable.where:
        answer = entry.get(name)
        if isinstance(wanted, MoreThan):
            surely, surely_not = _compared(answer, wanted.limit)
        elif isinstance(answer, bool | str):
            surely = answer in wanted
            surely_not = not surely
        else:
            key = LISTS[variable.list_name][name]
            cells = cells_of(answer, (True, False) if key.kind is Kind.YES_NO else key.words)
            surely, surely_not = cells <= wanted, cells.isdisjoint(wanted)
        if unwanted:
            surely, surely_not = surely_not, surely
        if surely_not:
            return NO
        if not surely:
            fits = BOTH
    return fits


def _compared(answer: Answer, limit: int) -> tuple[bool, bool]:
    """Whether a number is surely more, and whether it surely is not."""
    if isinstance(answer, bool) or not isinstance(answer, int | float):
        return False, False
    return answer > limit, answer <= limit


def _without_claims(paper: Entry) -> Entry:
    forms = cells_of(paper.get("form"), FORMS)
    if paper.get("seen") is True or forms.isdisjoint(COURT_FORMS):
        return paper
    for claim in _CLAIMS:
        paper = paper.with_answer(claim, Silence.NOT_ASKED)
    return paper
