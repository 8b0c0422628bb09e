"""Lists of papers, charges and holds, as rules may see them.

A list is what we know of, never all there is; and a paper that could be a
court's counts for what it claims only once somebody on our side has read it.
What is ticked on a paper, or attached to it, is whole once somebody has.
"""

from __future__ import annotations

import re
from collections.abc import Hashable

from desktop.domain.case import Case, Entry
from desktop.domain.moments import Moment, start_of
from desktop.domain.silence import Answer, Silence
from desktop.domain.vocabulary import COURT_FORMS, FORMS, LISTS, Key, Kind
from desktop.rules.cells import BOTH, NO, YES, Cells, cells_of
from desktop.rules.variables import Mentions, MoreThan, OfList, Since

_CLAIMS = ("issued_by", "criminal", "names_client")
_OTHERWISE = {YES: NO, NO: YES, BOTH: BOTH}


def fits_list(case: Case, variable: OfList) -> Cells:
    """Whether some, or every, entry of the list fits."""
    whole, entries = case.is_whole(variable.list_name), case.entries(variable.list_name)
    is_some = variable.quantifier == "some"
    decided_by_one, by_all = (YES, NO) if is_some else (NO, YES)
    is_open = not whole
    for entry in entries:
        fits = _fits(entry, variable)
        if fits is decided_by_one:
            return fits
        is_open |= fits is BOTH
    return BOTH if is_open else by_all


def with_claims_set_aside(case: Case) -> Case:
    """The case with the claims of unread papers counted as not known."""
    papers = case.entries("papers")
    read = tuple([_without_claims(paper) for paper in papers])
    return case if read == papers else case.with_entries("papers", read)


def _fits(entry: Entry, variable: OfList) -> Cells:
    fits = YES
    for name, wanted, unwanted in variable.where:
        answer = entry.get(name)
        if not isinstance(wanted, frozenset):
            found = _compared(answer, wanted)
        elif isinstance(answer, bool | str):
            found = YES if answer in wanted else NO
        else:
            key = LISTS[variable.list_name][name]
            found = _among(answer, key, wanted, is_whole=entry.get("seen") is True)
        if unwanted:
            found = _OTHERWISE[found]
        if found is NO:
            return NO
        if found is BOTH:
            fits = BOTH
    return fits


def _among(answer: Answer, key: Key, wanted: frozenset[Hashable], is_whole: bool) -> Cells:
    """Whether a word is one of those wanted, or a list of words holds one of them."""
    if key.kind is Kind.WORDS:
        if isinstance(answer, tuple) and not wanted.isdisjoint(answer):
            return YES
        return NO if isinstance(answer, tuple) and is_whole else BOTH
    cells = cells_of(answer, (True, False) if key.kind is Kind.YES_NO else key.words)
    if cells <= wanted:
        return YES
    return NO if cells.isdisjoint(wanted) else BOTH


def _compared(answer: Answer, wanted: MoreThan | Since | Mentions) -> Cells:
    """Whether a number, a day or a text is what it must be."""
    match wanted, answer:
        case MoreThan(limit), int() | float() if not isinstance(answer, bool):
            return YES if answer > limit else NO
        case Since(day), Moment(earliest=earliest, latest=latest):
            begins = start_of(day)
            if earliest is not None and earliest >= begins:
                return YES
            return NO if latest is not None and latest < begins else BOTH
        case Mentions(names), str():
            found = (re.search(rf"\b{re.escape(name)}\b", answer, re.IGNORECASE) for name in names)
            return YES if any(found) else NO
    return BOTH


def _without_claims(paper: Entry) -> Entry:
    forms = cells_of(paper.get("form"), FORMS)
    if paper.get("seen") is True or forms.isdisjoint(COURT_FORMS):
        return paper
    for claim in _CLAIMS:
        paper = paper.with_answer(claim, Silence.NOT_ASKED)
    return paper
