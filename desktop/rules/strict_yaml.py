"""YAML with nothing clever in it.

Stock YAML reads ``no`` as False, ``on`` as True, ``48:00`` as 2880 and silently
keeps the last of two equal keys. In a law pack each of these is a wrong rule.
Here only true, false, null and whole numbers are special; a day stays the text that
it is until the schema reads it. A repeated key is refused with its line, and so are
references and tags, which nobody could read aloud.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, cast

from desktop.domain.problems import Problem
from desktop.language.marks import N_

_DEEPEST = 40


class PackRefused(Problem):
    """A pack that cannot be taken as it is."""

    code = "PACK-01"
    what = N_("{place}: {wrong}.")
    remedy = N_("{right}.")

    def __init__(self, place: str, wrong: str, right: str) -> None:
        super().__init__(place=place, wrong=wrong, right=right)


class Located(dict[str, Any]):
    """A mapping that remembers the line on which it begins."""

    line: int = 0


def read(text: str, place: str) -> Any:
    """The document in a text. Raises PackRefused with the place and line."""
    import yaml  # noqa: PLC0415 - loaded when the first pack is read

    loader = _loader()(text)
    loader.place = place
    try:
        _read_aloud(text, place)
        return loader.get_single_data()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark is not None else ""
        problem = getattr(error, "problem", None) or "cannot be read"
        raise PackRefused(f"{place}{line}", str(problem), "Mend the YAML there") from error
    finally:
        loader.dispose()


@cache
def _loader() -> Any:
    import yaml  # noqa: PLC0415

    base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class StrictLoader(base):  # type: ignore[misc, valid-type]  # the C loader where there is one
        place = ""

    resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for tag, pattern, firsts in (
        ("tag:yaml.org,2002:bool", r"^(?:true|false)$", "tf"),
        ("tag:yaml.org,2002:null", r"^null$", "n"),
        ("tag:yaml.org,2002:int", r"^(?:0|-?[1-9][0-9]*)$", "-0123456789"),
    ):
        for first in firsts:
            resolvers.setdefault(first, []).append((tag, re.compile(pattern)))
    StrictLoader.yaml_implicit_resolvers = resolvers

    def mapping(loader: Any, node: Any) -> Located:
        made = Located()
        made.line = node.start_mark.line + 1
        for key_node, value_node in node.value:
            key = loader.construct_object(key_node, deep=True)
            line = key_node.start_mark.line + 1
            if not isinstance(key, str):
                place = f"{loader.place}, line {line}"
                raise PackRefused(place, f"the key {key!r} is not text", "Put it in quotes")
            if key in made:
                place = f"{loader.place}, line {line}"
                raise PackRefused(place, f"the key {key!r} stands twice", "Keep one of them")
            made[key] = loader.construct_object(value_node, deep=True)
        return made

    StrictLoader.add_constructor("tag:yaml.org,2002:map", mapping)
    return cast(Any, StrictLoader)


def _read_aloud(text: str, place: str) -> None:
    """Refuse references, tags, and nesting that no reader, and not even the loader, can follow."""
    import yaml  # noqa: PLC0415

    deep = 0
    events: Iterator[Any] = yaml.parse(text, _loader())
    for event in events:
        where = f"{place}, line {event.start_mark.line + 1}"
        if getattr(event, "anchor", None) is not None:
            raise PackRefused(where, "refers to another part of itself", "Write it out")
        if getattr(event, "tag", None) is not None:
            raise PackRefused(where, f"has the tag {event.tag}", "Leave it out")
        if isinstance(event, yaml.CollectionStartEvent):
            deep += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            deep -= 1
        if deep > _DEEPEST:
            raise PackRefused(where, "is nested too deeply", "Name a term")
