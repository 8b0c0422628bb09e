"""The shape of a pack's documents, and words that must be known, refused with their place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from desktop.domain.documents import nearest
from desktop.rules.filled import Filled
from desktop.rules.strict_yaml import PackRefused


def checked(kind: str, node: Any, place: str) -> Any:
    """The document of that kind in the schema, read from a node. Raises PackRefused.

    One that was filled in when it was checked is taken as it is: the schema's package
    costs more than everything else when packs are read.
    """
    if isinstance(node, Filled):
        return node
    from pydantic import ValidationError  # noqa: PLC0415

    from desktop.rules import schema  # noqa: PLC0415

    try:
        return getattr(schema, kind).model_validate(node)
    except ValidationError as error:
        first = error.errors()[0]
        line = _line_of(node, first["loc"])
        where = f"{place}, line {line}" if line else place
        path = ".".join(str(part) for part in first["loc"])
        raise PackRefused(where, f"{path}: {first['msg']}", "See the form of a pack") from error


def all_known(place: str, what: str, words: Sequence[str], known: Iterable[str]) -> None:
    """Refuse a word that nobody knows, with the nearest one that is known."""
    for word in words:
        if word not in known:
            guess = nearest(word, known)
            right = f"Did you mean {guess}" if guess else f"One of: {', '.join(known)}"
            raise PackRefused(place, f"no {what} is called {word!r}", right)


def _line_of(node: Any, path: tuple[int | str, ...]) -> int:
    line = getattr(node, "line", 0)
    for part in path:
        try:
            node = node[part]
        except (KeyError, IndexError, TypeError):
            break
        line = getattr(node, "line", line)
    return int(line)
