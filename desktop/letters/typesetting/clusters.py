"""What is drawn for each letter of a run, and how far apart: found once, drawn in many letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.letters.typesetting.composites import Part
from desktop.letters.typesetting.faces import Face, Glyph
from desktop.letters.typesetting.runs import Run, is_unseen

# What one character code draws; offsets in 1000 units to the em.
Drawn = tuple[Part, ...]
# Thousandths of an em; a smaller shift is rounding, and not worth an operator.
_SHIFT = 0.5


@dataclass(frozen=True)
class Cluster:
    """Glyphs drawn together for some text, and how far the pen jumps before them."""

    drawn: Drawn
    text: str
    jump: int


@dataclass(frozen=True)
class Clusters:
    """A run as it is read: where the pen starts, from the run's left edge, and how wide it is."""

    start: float
    width: float
    inside: tuple[Cluster, ...]


def is_plain(drawn: Drawn) -> bool:
    """Whether it is a glyph by itself."""
    return len(drawn) == 1 and not drawn[0].x and not drawn[0].y


def advance(face: Face, drawn: Drawn) -> float:
    """How far the pen moves over what was drawn; 1000 units to the em."""
    return sum(face.advance(part.gid) for part in drawn)


def clusters_of(text: str, run: Run, shaped: Sequence[Glyph]) -> Clusters:
    """Marks that only steer the line are not drawn, and take no room."""
    glyphs = [glyph for glyph in shaped if not is_unseen(text[glyph.cluster])]
    found = _placed(text, run, glyphs)
    if run.backwards:
        found.reverse()
    pen = start = found[0][2] if found else 0.0
    inside = []
    for drawn, source, place in found:
        jump = round(place - pen)
        jump = jump if abs(jump) > _SHIFT else 0
        pen += jump + advance(run.face, drawn)
        inside.append(Cluster(drawn, source, jump))
    return Clusters(start, sum(glyph.advance for glyph in glyphs), tuple(inside))


def _placed(text: str, run: Run, glyphs: Sequence[Glyph]) -> list[tuple[Drawn, str, float]]:
    """What is drawn for each cluster, the text of it, and where its pen starts, from the left."""
    groups: list[tuple[int, float, list[Glyph]]] = []
    along = 0.0
    for glyph in glyphs:
        if groups and groups[-1][0] == glyph.cluster:
            groups[-1][2].append(glyph)
        else:
            groups.append((glyph.cluster, along, [glyph]))
        along += glyph.advance
    starts = sorted(cluster for cluster, _, _ in groups)
    ends = dict(zip(starts, [*starts[1:], run.end], strict=True)) if starts else {}
    found: list[tuple[Drawn, str, float]] = []
    for cluster, place, together in groups:
        source = "".join(each for each in text[cluster : ends[cluster]] if not is_unseen(each))
        if len(together) == 1 and not together[0].dy:
            glyph = together[0]
            found.append(((Part(glyph.gid, 0, 0),), source, place + glyph.dx))
            continue
        parts, inside = [], 0.0
        for glyph in together:
            parts.append(Part(glyph.gid, round(inside + glyph.dx), round(glyph.dy)))
            inside += glyph.advance
        found.append((tuple(parts), source, place))
    return found
