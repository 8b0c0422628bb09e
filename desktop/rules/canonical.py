"""A pack's canonical form: what it says, whatever its files are called and however they look.

One line of JSON: keys sorted, no space between, letters as they are, days as ISO
text. Its SHA-256 is the pack's digest, and what a signature signs. Read back it
gives the same pack, so a pack may travel in this form alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NoReturn

from desktop.rules.strict_yaml import Located, PackRefused

FORMAT = "amparo-pack/1"
_PARTS = {"format", "pack", "rules", "terms"}
_MAY_BE = {"questions"}


@dataclass(frozen=True)
class PackDocuments:
    """A pack's documents as plain values, their shape not checked yet; rules by id.

    ``places`` says for each rule where a person finds it, for what is refused.
    ``written`` is the canonical text where it is known already.
    """

    name: str
    head: Located
    terms: Located
    rules: Mapping[str, Located]
    places: Mapping[str, str]
    written: str = ""
    questions: Mapping[str, Located] = field(default_factory=Located)

    def place_of(self, rule_id: str) -> str:
        return self.places.get(rule_id, f"{self.name}, {rule_id}")


def canonical(documents: PackDocuments) -> str:
    """The canonical text. Raises PackRefused for a value that JSON does not have."""
    if documents.written:
        return documents.written
    whole = {
        "format": FORMAT,
        "pack": documents.head,
        "rules": documents.rules,
        "terms": documents.terms,
    }
    if documents.questions:
        whole["questions"] = documents.questions
    try:
        return as_canonical(whole)
    except (TypeError, ValueError, RecursionError) as error:
        raise PackRefused(documents.name, str(error), "Write text, numbers and lists") from error


def as_canonical(value: object) -> str:
    """Plain values in the one way in which they are written."""
    return json.dumps(
        value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False
    )


def from_canonical(text: str, name: str) -> PackDocuments:
    """The documents in a canonical text. Raises PackRefused, also for any other spelling of it."""
    try:
        whole = json.loads(
            text, object_pairs_hook=Located, parse_float=_no_number, parse_constant=_no_number
        )
        is_canonical = as_canonical(whole) == text
    except (ValueError, RecursionError) as error:
        raise _refused(name, f"is not JSON: {error}") from error
    if not is_canonical:
        raise _refused(name, "is not in canonical form")
    if not isinstance(whole, Located) or not _PARTS <= set(whole) <= _PARTS | _MAY_BE:
        raise _refused(name, f"is not a pack of format {FORMAT}")
    head, terms, rules = whole["pack"], whole["terms"], whole["rules"]
    questions = whole.get("questions", Located())
    parts = (head, terms, rules, questions)
    if whole["format"] != FORMAT or not all(isinstance(part, Located) for part in parts):
        raise _refused(name, f"is not a pack of format {FORMAT}")
    return PackDocuments(name, head, terms, _by_their_ids(name, rules), {}, text, questions)


def digest(canonical_text: str) -> str:
    """SHA-256 over the canonical form."""
    return hashlib.sha256(canonical_text.encode("utf-8")).hexdigest()


def _by_their_ids(name: str, rules: Located) -> Mapping[str, Located]:
    for rule_id, rule in rules.items():
        if not isinstance(rule, Located) or rule.get("id") != rule_id:
            raise _refused(f"{name}, {rule_id}", "is not the rule of that id")
    return rules


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"{text} is not a whole number")


def _refused(place: str, wrong: str) -> PackRefused:
    return PackRefused(place, wrong, "Ask for the pack again")
