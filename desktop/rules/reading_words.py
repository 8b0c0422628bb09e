"""The words of a reading copy: what outcomes, print levels, grades and governing days mean."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop.domain.findings import Outcome, Strength
from desktop.domain.names import AGENCIES_SPOKEN
from desktop.domain.vocabulary import AGENCIES, FEDERAL, Kind
from desktop.language.marks import N_
from desktop.rules.in_words import listed
from desktop.rules.rule import Rule

OUTCOMES = {
    Outcome.BROKEN: N_("Law broken"),
    Outcome.PROTECTS: N_("Protected"),
    Outcome.ALLOWS: N_("Allowed"),
    Outcome.NOT_YET: N_("Not yet"),
    Outcome.NOT_COVERED: N_("Not covered"),
    Outcome.UNSETTLED: N_("Unsettled"),
    Outcome.OPEN: N_("Open"),
    Outcome.NOT_IN_FORCE: N_("Not law"),
    Outcome.ALERT: N_("Take note"),
}
MEANINGS = {
    Outcome.NOT_IN_FORCE: N_("it was not law on the day that counts"),
    Outcome.NOT_COVERED: N_("this person, officer or situation is outside the rule"),
    Outcome.NOT_YET: N_("its moment has not come"),
    Outcome.ALLOWS: N_("the officer may do this; the rule gives no protection here"),
    Outcome.UNSETTLED: N_("the law itself is open on these facts, and an attorney decides"),
    Outcome.BROKEN: N_("by what is known the rule was broken, or is being broken now"),
    Outcome.PROTECTS: N_("the rule covers the situation, and nothing breaks it"),
    Outcome.ALERT: N_("something to know, or to count; it decides nothing"),
    Outcome.OPEN: N_("facts are missing that could change the result; the program asks for them"),
}
STRENGTHS = {Strength.STRONG: N_("strong"), Strength.ARGUABLE: N_("arguable")}
PRINT_LEVELS = {
    "A": N_("may be cited to a client, with its paragraph"),
    "B": N_("may be cited to a client, without a paragraph"),
    "C": N_("for staff only; no client's letter may cite it"),
}
GRADES = {
    "V": N_("the text itself, or an official page, was read"),
    "VQ": N_("the wording is known as a named source quotes or closely reports it"),
    "Q": N_("known through a quotation"),
    "S": N_("known through a second-hand account; the source itself was not opened"),
    "I": N_("our own inference from what was read"),
    "INF": N_("our own inference; no authority says it in terms"),
    "M": N_("from memory; not opened"),
    "NF": N_("looked for and not found"),
    "P1": N_("the text was read on an official site"),
    "P2": N_("the text was read on a site that is not official, or in the reporter's headnote"),
    "design": N_("a choice of the program, not law"),
}
UNOPENED = ("S", "M")
INFERRED = ("I", "INF", "NF")
ACTS = {
    "hold": N_("holding a person"),
    "transfer": N_("handing a person over"),
    "notify": N_("telling ICE"),
    "question": N_("asking about immigration status"),
    "arrest": N_("arrests"),
    "paper": N_("what a paper is and can do"),
    "bail": N_("bail and the hours after an arrest"),
    "clock": N_("hours that are counted"),
    "court": N_("courts"),
    "child": N_("children"),
    "federal": N_("ICE itself"),
    "deadline": N_("days to keep"),
    "remedy": N_("remedies"),
}
GOVERNING_DAY = {
    "custody": N_(
        "What counts is the law of the last day on which the person was held, and today's while "
        "the person is held."
    ),
    "act": N_("What counts is the law of the day on which the act was done."),
    "release": N_("What counts is the law of the day on which release fell due."),
    "as_of": N_("What counts is the law of the day for which the case is worked out."),
}
COUNTS = {
    "flat": N_("{hours} straight on from {start}."),
    "without_weekends_and_holidays": N_(
        "{hours} from {start}, leaving out Saturdays, Sundays and the holidays listed below."
    ),
}
ANSWERS = {
    Kind.YES_NO: N_("yes or no"),
    Kind.MOMENT: N_("a day, or a day and time"),
    Kind.DAY: N_("a day"),
    Kind.NUMBER: N_("a number"),
}
STATE_AND_LOCAL = frozenset(AGENCIES) - frozenset(FEDERAL)
_MARKS = re.compile(r"([\\`*_<>\[\]|])")


def plain(text: str) -> str:
    """Text of a pack, so that none of it is taken for Markdown."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def sentence(words: str) -> str:
    """Words as a sentence: a capital letter, and a full stop where none of its kind stands."""
    opening = words[: len(words) - len(words.lstrip("*“"))]
    rest = words[len(opening) :]
    whole = opening + rest[:1].upper() + rest[1:]
    return whole if whole.endswith((".", "!", "?", ":", ".”", "?”")) else f"{whole}."


def quoted(words: str) -> str:
    return f"“{words}”"


def bound_words(rule: Rule, last: str) -> str:
    """Whom a rule binds; of a town's rule that town's police."""
    if rule.town:
        return N_("{town} police").replace("{town}", plain(rule.town))
    return agencies_words(rule.binds, last)


def agencies_words(agencies: Sequence[str], last: str) -> str:
    """Officers as a sentence lists them."""
    if set(agencies) == STATE_AND_LOCAL:
        return N_("every state and local officer")
    return listed([plain(AGENCIES_SPOKEN[agency]) for agency in agencies], last)
