"""Drawings of papers on the shelf, read strictly: a mistake in one stops here."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desktop.domain.drawings import Drawing, Ink, Look, Stroke
from desktop.domain.vocabulary import FORMS
from desktop.system.resources import resource


def drawings(folder: Path | None = None) -> tuple[Drawing, ...]:
    """Every drawing, in the order of the forms in the vocabulary."""
    paths = (folder or resource("instruments", "drawings")).glob("*.toml")
    read = [_drawing(**tomllib.loads(path.read_text(encoding="utf-8"))) for path in paths]
    return tuple(sorted(read, key=lambda drawing: FORMS.index(drawing.form)))


def _drawing(
    *,
    format: int,  # noqa: A002 - the file's own word
    form: str,
    heading: str,
    what: str,
    by_court: bool,
    grade: str,
    source: str,
    draw: list[dict[str, Any]],
    look: list[dict[str, Any]],
) -> Drawing:
    if format != 1:
        raise ValueError(f"{form}: a drawing of format {format}")
    looks = tuple(_look(number, **each) for number, each in enumerate(look, 1))
    strokes = tuple(_stroke(each) for each in draw)
    return Drawing(form, heading, what, by_court, grade, source, strokes, looks)


def _look(number: int, *, box: list[float], says: str) -> Look:
    x, y, wide, tall = box
    return Look(number, x, y, wide, tall, says)


def _stroke(told: Mapping[str, Any]) -> Stroke:
    x, y = told["at"]
    (ink,) = told.keys() - {"at", "wide"}
    value = told[ink]
    words, lines = ("", value) if isinstance(value, int) else (value, 1)
    return Stroke(Ink(ink), x, y, told.get("wide", 0), words, lines)
