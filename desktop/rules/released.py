"""What made release due, from the three ways in which a case can say it."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import datetime

from desktop.domain.case import Case
from desktop.domain.moments import Moment
from desktop.domain.vocabulary import LISTS, SCALARS
from desktop.rules.cells import Cells, cells_of

_EVENTS = SCALARS["release.event"].words
_GROUNDS = SCALARS["release.stated_ground"].words
_STATUSES = LISTS["charges"]["status"].words
_ENDED = frozenset(("dismissed", "nolle_prosequi", "acquitted", "served", "diverted"))


def release_event(case: Case, as_of: datetime) -> Cells:
    """The events that may have made release due; bail paid and charges ended say it too."""
    said = cells_of(case.get("release.event"), _EVENTS)
    if len(said) == 1:
        return _already(case, said, as_of)
    by_fact = "bail_posted" if case.get("release.bail") == "posted" else _charges_ended(case, as_of)
    if by_fact is not None:
        said = said & {by_fact} or said - {"none"}
    else:
        said = said - _ruled_out(case) or said
    return _already(case, said, as_of)


def stated_ground(case: Case, as_of: datetime) -> Cells:
    """The reason they give; once processing is done it is no reason any more."""
    said = cells_of(case.get("release.stated_ground"), _GROUNDS)
    done = case.get("release.processing_done_at")
    if "processing" not in said or not isinstance(done, Moment):
        return said
    if done.latest is not None and done.latest <= as_of:
        return (said - {"processing"}) | {"none_given"}
    if done.earliest is None or done.earliest <= as_of:
        return said | {"none_given"}
    return said


def _already(case: Case, said: Cells, as_of: datetime) -> Cells:
    """An event whose time lies after ``as_of`` has not happened."""
    when = case.get("release.at")
    if not isinstance(when, Moment) or said == {"none"}:
        return said
    if when.earliest is not None and when.earliest > as_of:
        return frozenset(("none",))
    if when.latest is None or when.latest > as_of:
        return said | {"none"}
    return said


def _ruled_out(case: Case) -> Cells:
    """Events that what we know of bail and charges rules out."""
    out: set[Hashable] = set()
    if case.get("release.bail") in ("set_unpaid", "not_set"):
        out.add("bail_posted")
    if any(charge.get("status") in ("open", "sentenced") for charge in case.entries("charges")):
        out |= {"charges_ended", "acquitted"}
    return frozenset(out)


def _charges_ended(case: Case, as_of: datetime) -> str | None:
    """The event that a whole list of ended charges tells; an empty list ends nothing."""
    charges = case.entries("charges")
    if not charges or not case.is_whole("charges"):
        return None
    statuses: set[Hashable] = set()
    for charge in charges:
        when = charge.get("at")
        if isinstance(when, Moment) and (when.latest is None or when.latest > as_of):
            return None
        statuses |= cells_of(charge.get("status"), _STATUSES)
    if not statuses <= _ENDED:
        return None
    if "diverted" in statuses:
        return "diversion"
    return "sentence_served" if "served" in statuses else "charges_ended"
