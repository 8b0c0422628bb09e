"""What a source's history says of a day, in words, and its reading from a pack."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.domain.findings import Cite
from desktop.domain.standing import STANDINGS, Standing
from desktop.language.marks import N_
from desktop.rules.in_words import day_words
from desktop.rules.strict_yaml import PackRefused

if TYPE_CHECKING:
    from desktop.rules import schema

_MONTH = len("YYYY-MM")
_NOT_RECORDED = N_("How it stood on that day is not recorded here.")


def history_of(
    given: Sequence[schema.StandingDocument], place: str, source: str
) -> tuple[Standing, ...]:
    """What became of a source, in the order of its days. Raises PackRefused."""
    history = tuple(
        Standing(each.on, _surely_from(each.on), each.status, " ".join(each.note.split()))
        for each in given
    )
    for one, other in pairwise(history):
        if other.on <= one.on:
            wrong = f"the history of {source} tells {other.since} after {one.since}"
            raise PackRefused(place, wrong, "Put it in order, one standing a day")
    return history


def standing_on(history: Sequence[Standing], day: date) -> Standing | None:
    """The last standing that surely counts on a day; none where it is not recorded."""
    reached = [standing for standing in history if standing.on <= day]
    return reached[-1] if reached else None


def status_on(cite: Cite, day: date) -> str:
    """How a source stood on a day. Its summary knows what came last, and is told only then."""
    if not cite.history:
        return cite.status
    standing = standing_on(cite.history, day)
    if standing is None:
        return _NOT_RECORDED
    told = standing_words(standing)
    return f"{told} {cite.status}" if standing is cite.history[-1] else told


def standing_words(standing: Standing) -> str:
    """A standing as a sentence, with what is noted beside it."""
    told = STANDINGS[standing.status].replace("{when}", _when(standing))
    return f"{told} {standing.note}" if standing.note else told


def _when(standing: Standing) -> str:
    if len(standing.since) == _MONTH:
        return f"{standing.on:%B %Y}"
    return day_words(standing.on)


def _surely_from(since: str) -> date:
    if len(since) > _MONTH:
        return date.fromisoformat(since)
    first = date.fromisoformat(f"{since}-01")
    return first.replace(day=monthrange(first.year, first.month)[1])
