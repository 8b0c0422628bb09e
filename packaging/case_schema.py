"""The shape of a case file, made from the words that the program itself reads it by."""

from __future__ import annotations

from desktop.domain.documents import FORMAT
from desktop.domain.silence import Silence
from desktop.domain.vocabulary import (
    COMPLETABLE,
    LISTS,
    SCALARS,
    SECTIONS,
    SOURCES_OF_FACTS,
    SURENESS,
    Key,
    Kind,
)

Schema = dict[str, object]
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_CLOCK = r"[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?"
MOMENT_PATTERN = rf"^{_DAY}([T ]{_CLOCK}(Z|[+-][0-9]{{2}}:[0-9]{{2}})?)?$"
_PLAIN = {
    Kind.YES_NO: {"type": "boolean"},
    Kind.TEXT: {"type": "string"},
    Kind.PLACE: {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/one_of_several"}]},
    Kind.NUMBER: {"type": "number"},
    Kind.MOMENT: {"$ref": "#/$defs/moment"},
    Kind.DAY: {"$ref": "#/$defs/moment"},
}


def case_schema() -> Schema:
    """The schema of a case file."""
    sections = {name: _section(name) for name in SECTIONS}
    lists = {name: _list(keys) for name, keys in LISTS.items() if name != "spells"}
    keys: Schema = {
        "format": {"const": FORMAT},
        "as_of": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/instant"}]},
        "code": _answer(SCALARS["code"]),
        "complete": {"anyOf": [_words(COMPLETABLE), {"$ref": "#/$defs/silence"}]},
        "answers": {"type": ["object", "null"], "additionalProperties": _ANSWER_TO_A_PACK},
        "said": {"type": ["object", "null"], "additionalProperties": _SAID},
        **sections,
        **lists,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:amparo:case:1",
        "title": "A case: what is known of one person's custody",
        "description": "No key is due but format. A key left out is a question not asked; "
        "unknown and declined are answers, and no silence is ever read as no.",
        **_object(keys, required=["format"]),
        "$defs": _DEFS,
    }


def _section(name: str) -> Schema:
    prefix = f"{name}."
    keys: Schema = {
        key.removeprefix(prefix): _answer(kind)
        for key, kind in SCALARS.items()
        if key.startswith(prefix)
    }
    if name == "custody":
        keys["spells"] = _list(LISTS["spells"])
    return {"anyOf": [_object(keys), {"type": "null"}]}


def _list(keys: dict[str, Key]) -> Schema:
    entry = _object({name: _answer(kind, name) for name, kind in keys.items()})
    return {"anyOf": [{"type": "array", "items": entry}, {"$ref": "#/$defs/silence"}]}


def _answer(key: Key, name: str = "") -> Schema:
    """An answer, or why there is none. Of a word it may also be said that it is one of several."""
    silence = {"$ref": "#/$defs/silence"}
    if key.kind is Kind.WORDS:
        return {"anyOf": [_words(key.words), silence]}
    if key.kind is not Kind.WORD:
        return {"anyOf": [_PLAIN[key.kind], silence]}
    words = [*key.words, *map(int, key.words)] if name == "box" else list(key.words)
    one_of = {"type": "array", "minItems": 1, "items": {"enum": words}}
    return {"anyOf": [{"enum": words}, one_of, silence]}


def _words(words: tuple[str, ...]) -> Schema:
    return {"type": "array", "items": {"enum": list(words)}}


def _object(keys: Schema, required: list[str] | None = None) -> Schema:
    shape: Schema = {"type": "object", "properties": keys, "additionalProperties": False}
    return {**shape, "required": required} if required else shape


_ANSWER_TO_A_PACK = {
    "description": "What the question takes stands in the pack that asks it.",
    "anyOf": [
        {"type": ["boolean", "number", "string", "null"]},
        {"$ref": "#/$defs/moment"},
        {"$ref": "#/$defs/one_of_several"},
    ],
}
_SAID = _object(
    {
        "by": {"enum": [*SOURCES_OF_FACTS, None]},
        "sure": {"enum": [*SURENESS, None]},
        "at": {"anyOf": [{"$ref": "#/$defs/moment"}, {"type": "null"}]},
    }
)
_END = {"anyOf": [{"$ref": "#/$defs/instant"}, {"type": "null"}]}
_DEFS: Schema = {
    "one_of_several": {
        "description": "one of these, and nobody can say which",
        "type": "array",
        "minItems": 1,
        "items": {"type": "string"},
    },
    "silence": {
        "description": "not asked, asked and not known, or not to be told",
        "enum": [silence.value for silence in Silence],
    },
    "instant": {
        "description": "a day, which means some time that day, or a time; New York without offset",
        "type": "string",
        "pattern": MOMENT_PATTERN,
    },
    "moment": {
        "description": "an instant, or some time between two of which either may be missing",
        "anyOf": [{"$ref": "#/$defs/instant"}, _object({"from": _END, "to": _END})],
    },
}
