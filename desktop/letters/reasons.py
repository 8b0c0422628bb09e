"""Why a passage is in the letter, for the advocate: its condition in words of the screen."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from desktop.domain.names import AGENCY_NAMES, WORD_NAMES
from desktop.language.marks import N_
from desktop.letters.conditions import Condition, Sentence
from desktop.letters.sight import Sight
from desktop.letters.subjects import RULES

ALWAYS = N_("It stands in every letter of this kind.")
_SAID = N_("{subject}: {word}")
_OR = N_(" or ")

_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "hold": N_("The answer on holding"),
        "strength": N_("How firmly that can be said"),
        "custodian": N_("Held now by"),
        "arrested_by": N_("Arrested by"),
        "town": N_("City or town"),
        "federal_holder": N_("Federal custody"),
        "state": N_("Now"),
        "seen_by_judge": N_("Seen a judge"),
        "ice_present": N_("ICE there at release"),
        "minor": N_("Under 18"),
        "event": N_("What made release due"),
        "bail": N_("Bail"),
        "due": N_("What made release due"),
        "due_time": N_("When that was"),
        "asked": N_("Still asked"),
        "open_facts": N_("Open facts on holding"),
        "papers_and_holds": N_("Papers and other holds"),
        "notice_form": N_("A Form I-247G is there"),
        "clocks": N_("The two counts of the detainer"),
        "transfer_by": N_("Boston's people who may hand over"),
        "information_by": N_("Boston's people who may tell ICE"),
        "past_hold": N_("Holding in the past"),
        "claim_dates": N_("A date for a claim"),
        "name": N_("The name"),
        "stale": N_("A source not checked lately"),
        "translation": N_("The translation"),
    }
)

_COMMON = {"unknown": N_("not known"), "missing": N_("not in the packs")}
_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "hold": {
            "federal_custody": N_("federal custody"),
            "released": N_("let go"),
            "not_due": N_("release is not due yet"),
            "other_basis": N_("another lawful hold stands"),
            "court_warrant": N_("a court's warrant"),
            "unsettled": N_("the law is not settled"),
            "unlawful": N_("no authority for this hold"),
            "open": N_("open, a fact is missing"),
        },
        "custodian": AGENCY_NAMES,
        "arrested_by": AGENCY_NAMES,
        "state": WORD_NAMES["custody.state"],
        "event": WORD_NAMES["release.event"],
        "due": WORD_NAMES["release.event"],
        "bail": WORD_NAMES["release.bail"],
    }
)


def reasons_for(condition: Condition, sight: Sight) -> tuple[str, ...]:
    """One line for each sentence by which the condition holds."""
    reasons = tuple(_reason(sentence, sight) for sentence in condition.holding(sight))
    return reasons or (ALWAYS,)


def _reason(sentence: Sentence, sight: Sight) -> str:
    seen = sight[sentence.subject]
    told = sorted(seen if sentence.denied else seen & sentence.words)
    names = {**_COMMON, **_WORDS.get(sentence.subject, {})}
    said = _OR.join(names.get(word, word.replace("_", " ")) for word in told)
    return _SAID.format(subject=_LABELS.get(sentence.subject, sentence.subject), word=said)


def labels_missing(subjects: Mapping[str, object]) -> tuple[str, ...]:
    """Subjects that have no words for the screen; rules go by their id."""
    return tuple(name for name in subjects if name not in _LABELS and name not in RULES)
