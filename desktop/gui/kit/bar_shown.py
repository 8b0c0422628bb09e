"""What the bar over the screens of one case says, and the line under it while something is tried.

No Qt.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.domain.moments import BOSTON
from desktop.domain.names import LANGUAGE_NAMES
from desktop.domain.records import CaseRecord
from desktop.domain.trials import Trial
from desktop.gui.kit.spoken_times import day_said, instant_said
from desktop.gui.kit.who import NO_NAME
from desktop.language.marks import N_

if TYPE_CHECKING:
    from desktop.workflow.clinic import Clinic

WHAT_IF = N_("What if")
OTHER_DAY = N_("Law of another day")
AS_OF, LAW_OF = N_("Law and clocks as of"), N_("Law of {day}, clocks as of")


@dataclass(frozen=True)
class TrialShown:
    """``word`` goes into the window's title; ``sentence`` stands on every screen of the case."""

    word: str
    sentence: str


@dataclass(frozen=True)
class BarShown:
    """Whose case it is, and the moment of its law and clocks.

    ``undo`` and ``redo`` say what either would do.
    """

    name: str
    detail: str
    as_of: str
    as_of_what: str = AS_OF
    undo: str = ""
    redo: str = ""
    trial: TrialShown | None = None


def bar_of(record: CaseRecord, clinic: Clinic) -> BarShown:
    case, now = record.case, clinic.assessment.moment_of(record.case)
    name = case.text("client.preferred_name") or case.text("client.name")
    language = case.text("client.language")
    said = instant_said(now, now)
    trial = clinic.changing.trial(record.id)
    return BarShown(
        name=name or NO_NAME,
        detail=f"{record.code} · {LANGUAGE_NAMES[language]}" if language else record.code,
        as_of=said if case.as_of is not None else N_("now, {time}").format(time=said),
        as_of_what=_of_what(trial, now),
        undo=clinic.changing.would_undo(record.id),
        redo=clinic.changing.would_redo(record.id),
        trial=_trial_shown(trial, now) if trial is not None else None,
    )


def _of_what(trial: Trial | None, now: datetime) -> str:
    """Another day's law moves the law only: the clocks run as they do."""
    if trial is None or trial.law_of is None:
        return AS_OF
    return LAW_OF.format(day=_day(trial.law_of, now))


def _day(moment: datetime, now: datetime) -> str:
    return day_said(moment.astimezone(BOSTON).date(), now)


def _trial_shown(trial: Trial, now: datetime) -> TrialShown:
    if trial.law_of is None:
        told = N_("Only tried. Answers change nothing that is kept, and nothing can be printed.")
        return TrialShown(WHAT_IF, told)
    day = _day(trial.law_of, now)
    if trial.tries_answers:
        told = N_("Answers only tried, under the law of {day}. Nothing is kept or printed.")
        return TrialShown(WHAT_IF, told.format(day=day))
    told = N_("The law of {day}, not of now. Nothing is kept or printed.")
    return TrialShown(OTHER_DAY, told.format(day=day))
