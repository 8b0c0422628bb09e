"""Glyphs put together from others, written into a font that was cut down.

A letter that a font draws in parts - an Arabic base and its dots, a vowel and its
accents - becomes one glyph again. Then one character code stands for the letter
in the file, and what copies, searches or reads it aloud finds the letter whole,
at one height, with nothing in between.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

_WORDS, _OFFSETS, _MORE = 0x0001, 0x0002, 0x0020
_LONG_LOCA = 1
_WHOLE = 0xB1B0AFBA  # what the sums over a font file come to
_MOST = 0xFFFF


class Part(NamedTuple):
    """A glyph, and where it stands in the whole, in units of the font."""

    gid: int
    x: int
    y: int


def glyph_count(program: bytes) -> int:
    """How many glyphs a font has: cutting down keeps those that others are made of."""
    count: int = struct.unpack_from(">H", _tables(program)["maxp"], 4)[0]
    return count


def with_composites(program: bytes, wholes: Sequence[Sequence[Part]]) -> bytes:
    """The same font with a glyph for each of ``wholes`` behind its own."""
    if not wholes:
        return program
    tables = _tables(program)
    outlines = _outlines(tables)
    metrics = _metrics(tables, len(outlines))
    for parts in wholes:
        outline = _outline(parts, outlines)
        outlines.append(outline)
        advance = sum(metrics[part.gid][0] for part in parts)
        metrics.append((min(advance, _MOST), struct.unpack_from(">h", outline, 2)[0]))
    places = [0]
    for outline in outlines:
        places.append(places[-1] + len(outline))
    tables["glyf"] = b"".join(outlines)
    tables["loca"] = struct.pack(f">{len(places)}L", *places)
    tables["hmtx"] = b"".join(struct.pack(">Hh", *each) for each in metrics)
    tables["hhea"] = _patched(tables["hhea"], {34: len(metrics)})
    tables["head"] = _patched(tables["head"], {50: _LONG_LOCA})
    most = max(map(len, wholes))
    points, contours = struct.unpack_from(">HH", tables["maxp"], 6)
    elements, depth = struct.unpack_from(">HH", tables["maxp"], 28)
    tables["maxp"] = _patched(
        tables["maxp"],
        {
            4: len(outlines),
            10: min(_MOST, points * most),
            12: min(_MOST, contours * most),
            28: max(elements, most),
            30: depth + 1,
        },
    )
    return _program(program[:4], tables)


def _tables(program: bytes) -> dict[str, bytes]:
    count = struct.unpack_from(">H", program, 4)[0]
    found = {}
    for index in range(count):
        tag, _, offset, length = struct.unpack_from(">4sLLL", program, 12 + 16 * index)
        found[tag.decode("ascii")] = program[offset : offset + length]
    return found


def _outlines(tables: Mapping[str, bytes]) -> list[bytes]:
    loca, glyf = tables["loca"], tables["glyf"]
    if struct.unpack_from(">h", tables["head"], 50)[0] == _LONG_LOCA:
        places = [place for (place,) in struct.iter_unpack(">L", loca)]
    else:
        places = [2 * place for (place,) in struct.iter_unpack(">H", loca)]
    return [glyf[start:end] for start, end in pairwise(places)]


def _metrics(tables: Mapping[str, bytes], count: int) -> list[tuple[int, int]]:
    """Advance and left bearing of each glyph; those at the end share an advance."""
    known = struct.unpack_from(">H", tables["hhea"], 34)[0]
    hmtx = tables["hmtx"]
    whole = [struct.unpack_from(">Hh", hmtx, 4 * index) for index in range(known)]
    bearings = struct.iter_unpack(">h", hmtx[4 * known : 4 * known + 2 * (count - known)])
    return [*whole, *((whole[-1][0], bearing) for (bearing,) in bearings)]


def _outline(parts: Sequence[Part], outlines: Sequence[bytes]) -> bytes:
    """The record of a glyph that is made of parts."""
    inked = [part for part in parts if outlines[part.gid]]
    boxes = [
        tuple(
            edge + (part.y if index % 2 else part.x)
            for index, edge in enumerate(struct.unpack_from(">4h", outlines[part.gid], 2))
        )
        for part in inked
    ]
    left, bottom, right, top = zip(*boxes, strict=True) if boxes else ((0,),) * 4
    head = struct.pack(">5h", -1, min(left), min(bottom), max(right), max(top))
    told = []
    for index, part in enumerate(inked or parts[:1]):
        flags = _WORDS | _OFFSETS | (_MORE if index < len(inked) - 1 else 0)
        told.append(struct.pack(">HHhh", flags, part.gid, part.x, part.y))
    record = head + b"".join(told)
    return record + bytes(-len(record) % 4)


def _patched(table: bytes, numbers: Mapping[int, int]) -> bytes:
    changed = bytearray(table)
    for offset, number in numbers.items():
        struct.pack_into(">H", changed, offset, number)
    return bytes(changed)


def _program(version: bytes, tables: dict[str, bytes]) -> bytes:
    """The file, with its sums set right."""
    tables["head"] = tables["head"][:8] + bytes(4) + tables["head"][12:]
    power = len(tables).bit_length() - 1
    head = struct.pack(
        ">4sHHHH", version, len(tables), 16 << power, power, 16 * (len(tables) - (1 << power))
    )
    offset = 12 + 16 * len(tables)
    directory, body = [], []
    for tag in sorted(tables):
        content = tables[tag] + bytes(-len(tables[tag]) % 4)
        directory.append(
            struct.pack(">4sLLL", tag.encode("ascii"), _sum(content), offset, len(tables[tag]))
        )
        body.append(content)
        offset += len(content)
    program = bytearray(b"".join((head, *directory, *body)))
    place = next(
        struct.unpack_from(">L", entry, 8)[0] for entry in directory if entry.startswith(b"head")
    )
    struct.pack_into(">L", program, place + 8, (_WHOLE - _sum(bytes(program))) & 0xFFFFFFFF)
    return bytes(program)


def _sum(content: bytes) -> int:
    total: int = sum(number for (number,) in struct.iter_unpack(">L", content))
    return total & 0xFFFFFFFF
