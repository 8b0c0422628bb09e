"""What the bar over the screens of one case says. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop.domain.names import LANGUAGE_NAMES
from desktop.domain.records import CaseRecord
from desktop.gui.kit.spoken_times import instant_said
from desktop.gui.kit.who import NO_NAME
from desktop.language.marks import N_


@dataclass(frozen=True)
class BarShown:
    """Whose case it is and for which moment. ``undo`` says what would be taken back."""

    name: str
    detail: str
    as_of: str
    undo: str = ""


def bar_of(record: CaseRecord, now: datetime, undo: str = "") -> BarShown:
    case = record.case
    name = case.text("client.preferred_name") or case.text("client.name")
    language = case.text("client.language")
    said = instant_said(now, now)
    return BarShown(
        name=name or NO_NAME,
        detail=f"{record.code} · {LANGUAGE_NAMES[language]}" if language else record.code,
        as_of=said if case.as_of is not None else N_("now, {time}").format(time=said),
        undo=undo,
    )
