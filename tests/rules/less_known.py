"""The same case with less known: answers taken away, made wider, or kept from us.

Nothing here makes a case say something else; it only says less.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from random import Random
from typing import Any

from desktop.domain.moments import day_of, moment
from desktop.domain.question import Question
from desktop.domain.vocabulary import COMPLETABLE, LISTS, SCALARS, SECTIONS, Key, Kind
from tests.rules.whole_cases import SHIPPED

Document = dict[str, Any]
_GONE = object()
_MORE_PLACES = ("PL", "BR", " ma ", "NY", "Plymouth", "cambridge", "Worcester", "nowhere at all")


def less_known(
    case: Document, chance: Random, kept: float = 0.6, asked: Sequence[Question] = SHIPPED
) -> Document:
    """A case of which the given one is a completion; ``kept`` is the share left as it is.

    ``asked`` are the questions of packs, some of whose answers are taken away too.
    """
    less: Document = {"format": case["format"], "as_of": case["as_of"]}
    if "code" in case:
        less["code"] = case["code"]
    for section in SECTIONS:
        less[section] = {}
        for name, value in case.get(section, {}).items():
            if name == "spells":
                less[section][name] = [_thinner(chance, "spells", s, kept) for s in value]
                continue
            key = f"{section}.{name}"
            left = _less(chance, SCALARS[key], value, 1.0 if _taken_as_told(case, key) else kept)
            if left is not _GONE:
                less[section][name] = left
    for question in asked:
        name, answers = question.key.partition(".")[2], case.get("answers", {})
        left = _less(chance, question.takes, answers[name], kept) if name in answers else _GONE
        if left is not _GONE:
            less.setdefault("answers", {})[name] = left
    whole = []
    for name in COMPLETABLE:
        entries = _shorter(chance, case, name, kept)
        if entries is not _GONE:
            less[name] = entries
        said_whole = name in case.get("complete", ())
        all_told = isinstance(entries, list) and len(entries) == len(case[name])
        if said_whole and all_told and chance.random() < kept:
            whole.append(name)
    less["complete"] = whole
    return less


def _taken_as_told(case: Document, key: str) -> bool:
    """Whether a time may not be taken away, because without it the case tells something else.

    An event told without its time has happened, and work of which nobody says that it is
    done is not done: a time that says otherwise is a new story, not more of the old one.
    """
    release = case["release"]
    if key == "release.at":
        return _may_lie_ahead(release.get("at"), case["as_of"])
    if key == "release.processing_done_at":
        ground = release.get("stated_ground")
        return ground == "processing" or isinstance(ground, list)
    return False


def _may_lie_ahead(when: object, as_of: str) -> bool:
    if not isinstance(when, str):
        return isinstance(when, dict)
    if not when[:1].isdigit():
        return False
    latest, now = moment(when).latest, moment(as_of).exact
    return latest is not None and now is not None and latest > now


def _shorter(chance: Random, case: Document, name: str, kept: float) -> object:
    entries = case.get(name)
    if not isinstance(entries, list):
        return chance.choice(("unknown", "declined", _GONE)) if entries is None else entries
    way = chance.random()
    if way < kept:
        return [_thinner(chance, name, entry, kept) for entry in entries]
    if way < (1 + kept) / 2:
        return [_thinner(chance, name, e, kept) for e in entries if chance.random() < kept]
    return chance.choice(("unknown", "declined", _GONE))


def _thinner(chance: Random, name: str, entry: Document, kept: float) -> Document:
    thin = {}
    for field, value in entry.items():
        left = _less(chance, LISTS[name][field], value, kept)
        if left is not _GONE:
            thin[field] = left
    return thin


def _less(chance: Random, key: Key, value: Any, kept: float) -> object:
    """The answer as it is, or a wider one, or a silence of any kind."""
    if chance.random() < kept:
        return value
    if chance.random() < 0.5:
        wider = _wider(chance, key, value)
        if wider is not _GONE:
            return wider
    # "unknown" is a word of its own where the paper's form is asked for.
    silences = [None, _GONE, "declined"] + ([] if "unknown" in key.words else ["unknown"])
    return chance.choice(silences)


def _wider(chance: Random, key: Key, value: Any) -> object:
    if key.kind is Kind.WORD and value is not None and value not in ("unknown", "declined"):
        words = value if isinstance(value, list) else [value]
        words = [str(word) for word in words]
        more = chance.sample(key.words, min(len(key.words), chance.randint(1, 3)))
        both = list(dict.fromkeys([*words, *more]))
        return chance.sample(both, len(both))
    if key.kind is Kind.PLACE and value not in (None, "unknown", "declined"):
        names = value if isinstance(value, list) else [value]
        both = [*names, *chance.sample(_MORE_PLACES, chance.randint(1, 3))]
        return chance.sample(both, len(both))
    if key.kind in (Kind.MOMENT, Kind.DAY) and isinstance(value, str) and value[:1].isdigit():
        exact = moment(value).exact
        if exact is None:
            return _GONE
        before, after = (timedelta(minutes=chance.randint(0, 2000)) for _ in range(2))
        start, end = (exact - before).isoformat(), (exact + after).isoformat()
        spans: list[object] = [
            day_of(exact).isoformat(),
            {"from": start, "to": end},
            {"from": start},
            {"to": end},
        ]
        return chance.choice(spans)
    return _GONE
