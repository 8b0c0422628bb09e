"""Reading and writing a case file, format ``amparo-case/1``.

Everything that is not understood is refused, with its place and the nearest
right word: a key that is silently dropped is a fact that is silently lost.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from desktop.domain.answers_reading import (
    known_keys,
    mapping,
    nearest,
    one_word,
    read_answer,
    read_any,
    read_moment,
)
from desktop.domain.case import Case, Entry, Said
from desktop.domain.moments import Moment
from desktop.domain.problems import CaseRefused
from desktop.domain.silence import Answer, OneOf, Silence
from desktop.domain.vocabulary import (
    ASKED_BY_PACKS,
    COMPLETABLE,
    LISTS,
    SCALARS,
    SECTIONS,
    SOURCES_OF_FACTS,
    SURENESS,
    Key,
    Kind,
)

__all__ = ["FORMAT", "nearest", "read_case", "write_case"]

FORMAT = "amparo-case/1"
_TOP_LISTS = tuple(name for name in LISTS if name != "spells")
_TOP = ("format", "as_of", "code", "complete", "answers", "said", *SECTIONS, *_TOP_LISTS)
_BY, _SURE = Key(Kind.WORD, SOURCES_OF_FACTS), Key(Kind.WORD, SURENESS)
_LIST_SILENCES = (Silence.NOT_KNOWN.value, Silence.WITHHELD.value)


def read_case(document: object) -> Case:
    """The case that a document tells. Raises CaseRefused at the first thing that is wrong."""
    top = mapping(document, "case file")
    if top.get("format") != FORMAT:
        wrong = f"{top['format']!r} is not known" if "format" in top else "is missing"
        raise CaseRefused("format", wrong, f'Write "{FORMAT}"')
    known_keys(top, _TOP, "")
    answers: dict[str, Answer] = {}
    lists: dict[str, tuple[Entry, ...]] = {}
    _put(answers, "code", read_answer(top.get("code"), SCALARS["code"], "code"))
    for section in SECTIONS:
        if top.get(section) is not None:
            _section_into(answers, lists, section, mapping(top[section], section))
    for name, value in mapping(top.get("answers") or {}, "answers").items():
        _put(answers, f"{ASKED_BY_PACKS}{name}", read_any(value, f"answers.{name}"))
    told = {name: top[name] for name in _TOP_LISTS if top.get(name) is not None}
    silent = {name: told.pop(name) for name in tuple(told) if told[name] in _LIST_SILENCES}
    for name, value in told.items():
        _list_into(lists, name, value, name)
    _refuse_boston_as_town(answers, lists)
    return Case(
        as_of=_as_of(top.get("as_of")),
        answers=MappingProxyType(answers),
        lists=MappingProxyType(lists),
        complete=_complete(top.get("complete")),
        said=_said(top.get("said")),
        declined_lists=frozenset(n for n in silent if silent[n] == Silence.WITHHELD.value),
        unknown_lists=frozenset(n for n in silent if silent[n] == Silence.NOT_KNOWN.value),
    )


def write_case(case: Case) -> dict[str, object]:
    """The document of a case; reading it back gives an equal case."""
    document: dict[str, object] = {"format": FORMAT}
    if case.as_of is not None:
        document["as_of"] = _written(case.as_of)
    sections: dict[str, dict[str, object]] = {}
    for key in SCALARS:
        if key in case.answers:
            section, _, name = key.rpartition(".")
            sections.setdefault(section, {})[name] = _written(case.answers[key])
    if "spells" in case.lists:
        sections.setdefault("custody", {})["spells"] = _entries(case.lists["spells"])
    document.update(sections.pop("", {}))
    document.update(sections)
    for name in _TOP_LISTS:
        if name in case.lists:
            document[name] = _entries(case.lists[name])
        elif name in case.declined_lists:
            document[name] = Silence.WITHHELD.value
        elif name in case.unknown_lists:
            document[name] = Silence.NOT_KNOWN.value
    if case.complete:
        document["complete"] = sorted(case.complete)
    asked_by_packs = [key for key in case.answers if key.startswith(ASKED_BY_PACKS)]
    if asked_by_packs:
        document["answers"] = {
            key.removeprefix(ASKED_BY_PACKS): _written(case.answers[key]) for key in asked_by_packs
        }
    if case.said:
        document["said"] = {key: _said_document(said) for key, said in case.said.items()}
    return document


def _entries(entries: tuple[Entry, ...]) -> list[dict[str, object]]:
    return [
        {name: _entry_value(name, answer) for name, answer in entry.answers.items()}
        for entry in entries
    ]


def _entry_value(name: str, answer: Answer) -> object:
    """A box is a number in the file, and a word to the rules."""
    return int(answer) if name == "box" and answer in ("1", "2") else _written(answer)


def _said_document(said: Said) -> dict[str, object]:
    told = {"by": said.by, "sure": said.sure, "at": said.at and _written(said.at)}
    return {name: value for name, value in told.items() if value is not None}


def _section_into(
    answers: dict[str, Answer],
    lists: dict[str, tuple[Entry, ...]],
    section: str,
    values: Mapping[str, object],
) -> None:
    names = [key.split(".")[1] for key in SCALARS if key.startswith(f"{section}.")]
    known_keys(values, [*names, "spells"] if section == "custody" else names, f"{section}.")
    for name in names:
        key = f"{section}.{name}"
        _put(answers, key, read_answer(values.get(name), SCALARS[key], key))
    if values.get("spells") is not None:
        _list_into(lists, "spells", values["spells"], "custody.spells")


def _refuse_boston_as_town(
    answers: Mapping[str, Answer], lists: Mapping[str, tuple[Entry, ...]]
) -> None:
    """Boston's police have a word of their own, because a law of their own binds them."""
    held = [("custody.town", answers.get("custody.custodian"), answers.get("custody.town"))]
    for number, spell in enumerate(lists.get("spells", ())):
        held.append((f"custody.spells[{number}].town", spell.get("custodian"), spell.get("town")))
    for place, custodian, town in held:
        is_boston = isinstance(town, str) and town.strip().lower() == "boston"
        if is_boston and custodian == "municipal_police":
            raise CaseRefused(place, "Boston has its own word", "Write custodian boston_police")


def _put(answers: dict[str, Answer], key: str, answer: Answer) -> None:
    if answer is not Silence.NOT_ASKED:
        answers[key] = answer


def _list_into(lists: dict[str, tuple[Entry, ...]], name: str, value: object, place: str) -> None:
    if not isinstance(value, list):
        raise CaseRefused(place, "is not a list", "Write the items in square brackets")
    keys = LISTS[name]
    entries = []
    for number, item in enumerate(value):
        here = f"{place}[{number}]"
        values = mapping(item, here)
        known_keys(values, keys, f"{here}.")
        answers: dict[str, Answer] = {}
        for inner in values:
            _put(answers, inner, read_answer(values[inner], keys[inner], f"{here}.{inner}"))
        entries.append(Entry(MappingProxyType(answers)))
    lists[name] = tuple(entries)


def _as_of(value: object) -> Moment | None:
    if value is None:
        return None
    read = read_moment(value, "as_of")
    if not isinstance(value, str):
        raise CaseRefused("as_of", "is not one moment", "Write 2026-12-01T14:00-05:00")
    return read


def _complete(value: object) -> frozenset[str]:
    if value is None:
        return frozenset()
    key = Key(Kind.WORDS, COMPLETABLE)
    answer = read_answer(value, key, "complete")
    return frozenset(answer) if isinstance(answer, tuple) else frozenset()


def _said(value: object) -> Mapping[str, Said]:
    if value is None:
        return MappingProxyType({})
    told: dict[str, Said] = {}
    for name, given in mapping(value, "said").items():
        place = f"said.{name}"
        values = mapping(given, place)
        known_keys(values, ("by", "sure", "at"), f"{place}.")
        by, sure, when = values.get("by"), values.get("sure"), values.get("at")
        told[name] = Said(
            by=None
            if by is None
            else one_word(by, Key(Kind.WORD, SOURCES_OF_FACTS), f"{place}.by"),
            sure=None
            if sure is None
            else one_word(sure, Key(Kind.WORD, SURENESS), f"{place}.sure"),
            at=None if when is None else read_moment(when, f"{place}.at"),
        )
    return MappingProxyType(told)


def _written(answer: Answer | date) -> object:
    if isinstance(answer, Silence):
        return answer.value
    if isinstance(answer, OneOf):
        return list(answer.words)
    if isinstance(answer, tuple):
        return list(answer)
    if isinstance(answer, Moment):
        if isinstance(answer.written, str):
            return answer.written
        start, end = answer.written
        return {name: end_ for name, end_ in (("from", start), ("to", end)) if end_ is not None}
    return answer
