"""The margin of a finding: source and grade in words, and whether the answer needs it."""

from __future__ import annotations

import re
from datetime import date

from desktop.domain.findings import Assessment, Cite, Finding
from desktop.domain.months import MONTHS
from desktop.gui.screens.finding.state import SourceShown
from desktop.language.marks import N_

GRADES = {
    "V": N_("we read the text itself"),
    "P1": N_("we read the text on an official site"),
    "P2": N_("we read the text on a copy that is not official"),
    "VQ": N_("we know its wording as somebody quotes it"),
    "Q": N_("we know its wording as somebody quotes it"),
    "S": N_("reported by others; nobody here has read it"),
    "I": N_("our own inference; no authority says it so"),
    "INF": N_("our own inference; no authority says it so"),
    "M": N_("from memory; nobody here has checked it"),
    "NF": N_("looked for and not found, which proves little"),
}
PRINTS = {
    "A": N_("yes, with its paragraph"),
    "B": N_("yes, without its paragraph"),
    "C": N_("never in a letter to a client"),
}
# A sentence ends after a whole word: not in "D.C. Circuit" nor "Gonzalez v. ICE".
_SENTENCE_ENDS = re.compile(r"(?<=[a-z0-9)][a-z0-9)]\.) (?=[A-Z])")


def sources_shown(finding: Finding) -> tuple[SourceShown, ...]:
    return tuple(_source(cite) for cite in finding.cites)


def _source(cite: Cite) -> SourceShown:
    grade = GRADES.get(cite.grade)
    checked = N_("{day}; read again before relying on it") if cite.stale else "{day}"
    stands, *more = _SENTENCE_ENDS.split(cite.status, maxsplit=1)
    return SourceShown(
        cite.text,
        (
            (N_("Grade"), f"{cite.grade} · {grade}" if grade else cite.grade),
            (N_("Status"), stands),
            (N_("Checked"), checked.format(day=_day(cite.checked_on))),
            (N_("Prints"), f"{cite.print_level} · {PRINTS[cite.print_level]}"),
        ),
        more=" ".join(more),
    )


def stands_shown(finding: Finding, assessment: Assessment) -> str:
    """Whether the answer on holding would stand without this rule."""
    stands = dict(assessment.hold.stands_without)
    if finding.rule not in stands:
        return N_("The answer on holding does not rest on this rule.")
    others = [found.title for found in assessment.resting if found.rule != finding.rule]
    if stands[finding.rule] and others:
        return N_("Yes. “{other}” carries the same answer.").format(other=others[0])
    if stands[finding.rule]:
        return N_("Yes. The answer stays the same without it.")
    return N_("No. Without this rule the answer on holding would be another.")


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
