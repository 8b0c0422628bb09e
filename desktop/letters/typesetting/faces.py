"""A TrueType file, shaped and cut down by HarfBuzz. The only module that speaks to it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb  # type: ignore[import-untyped]

from desktop.letters.typesetting.composites import Part

# Layout is done before the file is cut, so the tables that would redo it stay out.
_DROPPED = (
    *("GSUB", "GPOS", "GDEF", "BASE", "kern", "cmap", "name", "OS/2", "post"),
    *("DSIG", "meta", "STAT", "VORG", "vhea", "vmtx", "gasp"),
)
_KEPT = 8
_HOLDS = hb.GlyphFlags.UNSAFE_TO_BREAK


class Glyph(NamedTuple):
    """A shaped glyph: which one, from which character on, and where; 1000 units to the em.

    ``holds`` says that the text must not be cut before its character without shaping it anew.
    """

    gid: int
    cluster: int
    advance: float
    dx: float
    dy: float
    holds: bool


@dataclass(frozen=True)
class Metrics:
    """What a PDF wants to know of a font; 1000 units to the em."""

    ascent: int
    descent: int
    cap_height: int
    stem: int


class Face:
    """One weight of a font family. Holds no state of any document; opened when first used."""

    def __init__(self, path: Path, weight: int) -> None:
        self.name = path.stem
        self.weight = weight
        self._path = path
        self._glyphs: dict[str, int] = {}
        self._advances: dict[int, float] = {}
        self._cut: dict[tuple[int, ...], tuple[bytes, dict[int, int]]] = {}

    @cached_property
    def _face(self) -> hb.Face:
        return hb.Face(hb.Blob.from_file_path(str(self._path)))

    @cached_property
    def _font(self) -> hb.Font:
        return hb.Font(self._face)

    @cached_property
    def _unit(self) -> float:
        return float(1000 / self._face.upem)

    @property
    def metrics(self) -> Metrics:
        extents = self._font.get_font_extents("ltr")
        height = self._font.get_metric_position(hb.OTMetricsTag.CAP_HEIGHT) or extents.ascender
        return Metrics(
            ascent=round(extents.ascender * self._unit),
            descent=round(extents.descender * self._unit),
            cap_height=round(height * self._unit),
            stem=140 if self.weight > 500 else 80,
        )

    def glyph_of(self, character: str) -> int:
        """The glyph that a character has by itself; 0 when the font has none."""
        if character not in self._glyphs:
            self._glyphs[character] = self._font.get_nominal_glyph(ord(character)) or 0
        return self._glyphs[character]

    def writes(self, text: str) -> bool:
        """Whether the font has every character of a text that leaves ink or room."""
        return all(self.glyph_of(each) or unicodedata.category(each) == "Cf" for each in set(text))

    def advance(self, gid: int) -> float:
        if gid not in self._advances:
            self._advances[gid] = self._font.get_glyph_h_advance(gid) * self._unit
        return self._advances[gid]

    def ink(self, gid: int) -> tuple[float, float]:
        """How far down and up the ink of a glyph reaches from where letters stand."""
        extents = self._font.get_glyph_extents(gid)
        top = extents.y_bearing * self._unit
        return top + extents.height * self._unit, top

    def shaped(
        self, text: str, start: int, end: int, language: str, script: str, backwards: bool
    ) -> tuple[Glyph, ...]:
        """The glyphs of a stretch, in the order in which they stand from the left."""
        buffer = hb.Buffer()
        buffer.add_str(text, start, end - start)
        buffer.direction = "rtl" if backwards else "ltr"
        buffer.script, buffer.language = script, language
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
        hb.shape(self._font, buffer)
        unit = self._unit
        return tuple(
            Glyph(
                info.codepoint,
                info.cluster,
                place.x_advance * unit,
                place.x_offset * unit,
                place.y_offset * unit,
                bool(info.flags & _HOLDS),
            )
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        )

    def in_units(self, part: Part, number: int) -> Part:
        """A part as the font file measures it, under the number that its glyph has there."""
        return Part(number, round(part.x / self._unit), round(part.y / self._unit))

    def cut_to(self, gids: Iterable[int]) -> tuple[bytes, dict[int, int]]:
        """The font with only these glyphs, and the new number of each.

        The last few are kept: letters with the same words need the same glyphs.
        """
        wanted = tuple(gids)
        if wanted not in self._cut:
            if len(self._cut) == _KEPT:
                self._cut.pop(next(iter(self._cut)))
            self._cut[wanted] = self._cut_to(wanted)
        return self._cut[wanted]

    def _cut_to(self, gids: tuple[int, ...]) -> tuple[bytes, dict[int, int]]:
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(gids)
        wanted.flags = (
            hb.SubsetFlags.NO_HINTING
            | hb.SubsetFlags.NOTDEF_OUTLINE
            | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        )
        dropped = (int.from_bytes(tag.encode(), "big") for tag in _DROPPED)
        wanted.drop_table_tag_set.update(dropped)
        plan = hb.SubsetPlan(self._face, wanted)
        mapping = plan.old_to_new_glyph_mapping
        return bytes(plan.execute().blob.data), {gid: int(mapping[gid]) for gid in gids}


@cache
def face(path: Path, weight: int) -> Face:
    """The face of a file; read once and shared by every letter."""
    return Face(path, weight)
