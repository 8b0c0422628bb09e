"""The shape of an assessment: every key that is written, with the words that it can hold."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from desktop.domain.assessment_document import FORMAT
from desktop.domain.findings import HoldAnswer, Outcome, Strength, Verdict, Voucher
from desktop.domain.grades import GRADE_NAMES, LEVELS
from desktop.domain.names import SOURCE_NAMES
from desktop.domain.vocabulary import AGENCIES, FORMS

Schema = dict[str, object]
_TEXT: Schema = {"type": "string"}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_YES_NO: Schema = {"type": "boolean"}
_MAYBE_YES_NO: Schema = {"type": ["boolean", "null"]}
_MAYBE_TEXT: Schema = {"type": ["string", "null"]}
_INSTANT: Schema = {
    "type": "string",
    "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2}$",
}
_DAY: Schema = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


def assessment_schema() -> Schema:
    """The schema of an assessment."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:amparo:assessment:1",
        "title": "An assessment: what the rules say of a case, and why",
        **_object(
            format={"const": FORMAT},
            as_of=_INSTANT,
            packs=_list(_PACK),
            findings=_list(_FINDING),
            conclusions=_object(
                hold=_HOLDING,
                **dict.fromkeys(("transfer", "notify", "question", "ice"), _CONCLUSION),
            ),
            papers=_list(_object(form=_PAPER_FORM, court_issued=_MAYBE_YES_NO, effect=_TEXT)),
            clocks=_list(_object(rule=_TEXT, starts=_INSTANT, ends=_INSTANT, note=_TEXT)),
            dates=_list(_object(rule=_TEXT, what=_TEXT, on=_DAY)),
            ask_next=_list(_ASKED),
            contradictions=_list(_object(about=_TEXTS, text=_TEXT)),
            warnings=_TEXTS,
            what_would_change=_list(_CHANGE),
        ),
        "$defs": {"reason": _REASON},
    }


def _object(**keys: Schema) -> Schema:
    """An object that always has these keys, and no other."""
    return {
        "type": "object",
        "properties": keys,
        "required": list(keys),
        "additionalProperties": False,
    }


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _one_of(words: type[StrEnum] | Iterable[str], *more: str | None) -> Schema:
    return {"enum": [*(str(word) for word in words), *more]}


_PACK = _object(id=_TEXT, version=_TEXT, digest=_TEXT, vouched_by=_one_of(Voucher))
_CITE = _object(
    text=_TEXT,
    print=_one_of(LEVELS),
    grade=_one_of(GRADE_NAMES),
    checked_on=_DAY,
    status=_TEXT,
    stale=_YES_NO,
)
_REASON: Schema = {
    "type": "object",
    "properties": {
        "text": _TEXT,
        "verdict": _one_of(Verdict),
        "fact": _TEXT,
        "reasons": _list({"$ref": "#/$defs/reason"}),
    },
    "required": ["text", "verdict"],
    "additionalProperties": False,
}
_FINDING = _object(
    rule=_TEXT,
    title=_TEXT,
    act=_TEXT,
    outcome=_one_of(Outcome),
    strength=_one_of(Strength, None),
    binds=_one_of(AGENCIES, None),
    says=_TEXT,
    cites=_list(_CITE),
    reasons=_list({"$ref": "#/$defs/reason"}),
    exceptions=_list(_object(id=_TEXT, label=_TEXT, verdict=_one_of(Verdict), cite=_MAYBE_TEXT)),
    asks=_TEXTS,
    possible=_list(_one_of(Outcome)),
    vouched_for=_YES_NO,
    for_client=_MAYBE_TEXT,
    next_steps={**_TEXTS, "maxItems": 3},
    remedies=_TEXTS,
)
_HOLDING = _object(
    answer=_one_of(HoldAnswer),
    rests_on=_TEXTS,
    stands_without={"type": "object", "additionalProperties": _YES_NO},
    asks=_TEXTS,
)
_CONCLUSION = _object(outcome=_one_of(Outcome), rules=_TEXTS)
_PAPER_FORM = _one_of(FORMS, None)
_ASKED = _object(question=_TEXT, would_settle=_TEXTS, who_knows=_list(_one_of(SOURCE_NAMES)))
_CHANGE = _object(
    of=_TEXT,
    fact=_TEXT,
    about=_TEXT,
    values=_TEXTS,
    outcome=_one_of(dict.fromkeys((*map(str, Outcome), *map(str, HoldAnswer)))),
    strength=_one_of(Strength, None),
)
