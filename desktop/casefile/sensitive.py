"""Facts that are used for the answer and not kept, unless the clinic chose to keep them.

A seized or stolen file cannot tell what was never in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from desktop.casefile.errands import Errands
from desktop.domain.case import Case
from desktop.domain.vocabulary import SCALARS

_SOME = "SELECT number, document FROM revisions WHERE number > ? ORDER BY number LIMIT 200"
_WRITE_OVER = "UPDATE revisions SET document = ? WHERE number = ?"
SENSITIVE = frozenset(key for key in SCALARS if key.startswith("immigration.")) | {
    "client.nationality",
    "client.citizen_claim",
    "client.afraid_to_return",
    "client.crime_victim",
}


def without_sensitive(case: Case) -> Case:
    """The case with neither the sensitive answers nor a note of who gave them."""
    return replace(
        case,
        answers=MappingProxyType({k: v for k, v in case.answers.items() if k not in SENSITIVE}),
        said=MappingProxyType({k: v for k, v in case.said.items() if k not in SENSITIVE}),
    )


def forget_sensitive(errands: Errands) -> int:
    """Take the sensitive answers out of every revision that is kept; how many held some.

    The one thing that writes a revision over, for a clinic that kept such facts and
    chose to have them no longer. Inside an errand.
    """
    changed = 0
    for number, text in _revisions(errands):
        kept = json.loads(text)
        if _taken_out(kept["case"]):
            errands.write(_WRITE_OVER, (json.dumps(kept, separators=(",", ":")), number))
            changed += 1
    return changed


def _revisions(errands: Errands) -> Iterator[tuple[int, str]]:
    last = 0
    while found := errands.rows(_SOME, (last,)):
        yield from found
        last = found[-1][0]


def _taken_out(document: dict[str, dict[str, object]]) -> bool:
    """Whether anything was there to take out. The words of an answer need not be known."""
    before = json.dumps(document)
    for key in SENSITIVE:
        section, _, name = key.partition(".")
        document.get(section, {}).pop(name, None)
        document.get("said", {}).pop(key, None)
    for section in ("immigration", "client", "said"):
        if document.get(section) == {}:
            del document[section]
    return json.dumps(document) != before
