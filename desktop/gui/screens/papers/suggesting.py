"""What a paper looks like, in words beside the questions."""

from __future__ import annotations

from desktop.domain.instruments import Identified
from desktop.domain.names import FORM_NAMES
from desktop.domain.silence import Answer
from desktop.gui.screens.papers.state import SuggestionShown
from desktop.language.marks import N_

LOOKS_LIKE = N_("Looks like {paper}")
ADD = N_("Add {paper}")
ADD_UNKNOWN = N_("Add as not known")
SURENESS = {"high": N_("likely"), "medium": N_("perhaps")}
NO_COURT_NAMED = N_("No court is named, you said. A court's paper names one. Ask an attorney.")
COURT_NAMED = N_(
    "It names a court, you said. This kind of paper comes from an immigration office. "
    "Ask an attorney."
)
COURT_SIGNED = N_(
    "A judge or a clerk signed it, you said. This kind of paper is signed by an immigration "
    "officer. Ask an attorney."
)
OFFICER_SIGNED = N_(
    "An immigration officer signed it, you said. A court's paper is signed by a judge or a "
    "clerk. Ask an attorney."
)
_OF_COURT = ("judge", "clerk")


def suggestion_of(found: Identified, signer: Answer, names_court: Answer) -> SuggestionShown:
    """``found`` in words, and what does not fit with what was answered."""
    short = (found.form or "") if (found.form or "").startswith(("I-", "AO", "EOIR")) else ""
    known = found.form not in (None, "unknown")
    named = short or FORM_NAMES.get(found.form or "", found.form or "")
    return SuggestionShown(
        title=LOOKS_LIKE.format(paper=found.looks_like),
        sureness=SURENESS.get(found.confidence, ""),
        by_court=found.court_issued,
        says=tuple(each.says for each in (*found.cannot, *found.can, *found.notes)),
        ask=found.ask_next,
        caution=_caution(found.court_issued, signer, names_court),
        add=ADD.format(paper=named) if known else ADD_UNKNOWN,
    )


def _caution(of_court: bool | None, signer: Answer, names_court: Answer) -> str:
    if of_court is True and names_court is False:
        return NO_COURT_NAMED
    if of_court is True and signer == "immigration_officer":
        return OFFICER_SIGNED
    if of_court is False and names_court is True:
        return COURT_NAMED
    if of_court is False and signer in _OF_COURT:
        return COURT_SIGNED
    return ""
