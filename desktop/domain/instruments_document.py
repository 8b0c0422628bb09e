"""Writing what a paper looks like as plain values, ready for JSON."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.instruments import Identified, Statement


def identified_document(found: Identified) -> dict[str, object]:
    """What was found, each statement with its grade, print level and source."""
    return {
        "form": found.form,
        "looks_like": found.looks_like,
        "court_issued": found.court_issued,
        "issued_by": found.issued_by,
        "confidence": found.confidence,
        "can": _statements(found.can),
        "cannot": _statements(found.cannot),
        "notes": _statements(found.notes),
        "ask_next": list(found.ask_next),
        "also": [
            {"form": each.form, "looks_like": each.looks_like, "court_issued": each.court_issued}
            for each in found.also
        ],
    }


def _statements(said: Sequence[Statement]) -> list[dict[str, str]]:
    return [
        {
            "says": each.says,
            "grade": each.grade,
            "print": each.print_level,
            "source": each.source,
        }
        for each in said
    ]
