"""A pack's documents, checked once and kept with every default filled in.

Reading them needs neither YAML nor the schema, whose packages cost more than all
the rest of reading a pack. Only for forms that this program wrote itself: a stamp
says from what, and the form is taken for nothing else.
"""

from __future__ import annotations

import json
from typing import Any

from desktop.rules.canonical import PackDocuments, as_canonical, canonical, digest
from desktop.rules.strict_yaml import Located


class Filled(Located):
    """A mapping whose keys are attributes too, as those of the schema's documents are."""

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError as error:
            raise AttributeError(name) from error


def filled_form(documents: PackDocuments, stamp: str) -> str:
    """The form: its stamp and checksum, the canonical text, the filled documents."""
    from desktop.rules import schema  # noqa: PLC0415 - pydantic, when a form is made

    filled = {
        "name": documents.name,
        "head": schema.PackDocument.model_validate(documents.head).model_dump(),
        "terms": {
            name: schema.TermDocument.model_validate(node).model_dump()
            for name, node in documents.terms.items()
        },
        "questions": {
            name: schema.QuestionDocument.model_validate(node).model_dump()
            for name, node in documents.questions.items()
        },
        "rules": {
            rule_id: schema.RuleDocument.model_validate(node).model_dump()
            for rule_id, node in documents.rules.items()
        },
        "places": documents.places,
    }
    body = f"{canonical(documents)}\n{as_canonical(filled)}"
    return f"{stamp} {digest(body)}\n{body}"


def from_filled(form: str, stamp: str) -> PackDocuments | None:
    """The documents of a form with that stamp; None when it has another, or was cut short."""
    head, _, body = form.partition("\n")
    if head != f"{stamp} {digest(body)}":
        return None
    written, _, filled = body.partition("\n")
    read = json.loads(filled, object_pairs_hook=Filled)
    return PackDocuments(
        read["name"],
        read["head"],
        read["terms"],
        read["rules"],
        read["places"],
        written,
        read["questions"],
    )
