"""Facts that are used for the answer and not kept, unless the clinic chose to keep them.

A seized or stolen file cannot tell what was never in it.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from desktop.domain.case import Case
from desktop.domain.vocabulary import SCALARS

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
