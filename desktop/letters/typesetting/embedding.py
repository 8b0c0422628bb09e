"""Fonts inside one document: only the glyphs that it uses, and what each was drawn for.

A character code is given to each pair of what is drawn and the text that it was
drawn for, not to each glyph: so a ligature, or one glyph that stands for two
spellings, copies and reads aloud as the very letters that were written. What is
drawn may be several glyphs: then they become one (see ``composites``).
"""

from __future__ import annotations

import hashlib

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from desktop.letters.typesetting.clusters import Drawn, advance, is_plain
from desktop.letters.typesetting.composites import Part, glyph_count, with_composites
from desktop.letters.typesetting.faces import Face

FONTS = "BasicFonts"
# Stands for glyphs that add nothing to read: a second part of what one glyph said already.
_NOTHING = "\u200b"
_HEAD = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
    "1 begincodespacerange <0000> <FFFF> endcodespacerange",
)
_FOOT = ("endcmap CMapName currentdict /CMap defineresource pop end end",)


class EmbeddedFont:
    """A face as one document uses it."""

    def __init__(self, face: Face, name: str) -> None:
        self.face, self.name = face, name
        self._codes: dict[tuple[Drawn, str], int] = {}

    def code(self, drawn: Drawn, text: str) -> int:
        """The character code for glyphs that were drawn together for this text."""
        return self._codes.setdefault((drawn, text), len(self._codes) + 1)

    def addObjects(self, document: PDFDocument) -> None:  # noqa: N802 - ReportLab calls it
        every = [drawn for drawn, _ in self._codes]
        gids = sorted({0, *(part.gid for drawn in every for part in drawn)})
        program, cut = self.face.cut_to(gids)
        wholes = list(dict.fromkeys(drawn for drawn in every if not is_plain(drawn)))
        numbers: dict[Drawn, int] = {(Part(gid, 0, 0),): cut[gid] for gid in gids}
        numbers |= {drawn: index for index, drawn in enumerate(wholes, glyph_count(program))}
        program = with_composites(
            program,
            [[self.face.in_units(part, cut[part.gid]) for part in drawn] for drawn in wholes],
        )
        tag = hashlib.sha256(repr((gids, wholes)).encode()).digest()[:6]
        base = PDFName("".join(chr(65 + byte % 26) for byte in tag) + f"+{self.face.name}")
        font = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": base,
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray(
                [document.Reference(self._descendant(document, base, program, numbers))]
            ),
            "ToUnicode": document.Reference(_stream(_to_unicode(self._texts()))),
        }
        fonts = document.idToObject[FONTS]
        assert isinstance(fonts, PDFDictionary)
        fonts.dict[self.name] = document.Reference(PDFDictionary(font))

    def _texts(self) -> list[str]:
        return [text for _, text in self._codes]

    def _descendant(
        self, document: PDFDocument, base: str, program: bytes, numbers: dict[Drawn, int]
    ) -> PDFDictionary:
        metrics = self.face.metrics
        file = _stream(program)
        file.dictionary["Length1"] = len(program)
        descriptor = {
            "Type": PDFName("FontDescriptor"),
            "FontName": base,
            "Flags": 4,
            "Ascent": metrics.ascent,
            "Descent": metrics.descent,
            "CapHeight": metrics.cap_height,
            "StemV": metrics.stem,
            "ItalicAngle": 0,
            "FontBBox": PDFArray([-1000, -600, 3000, 1400]),
            "FontFile2": document.Reference(file),
        }
        widths = [round(advance(self.face, drawn), 3) for drawn, _ in self._codes]
        glyphs = b"".join(
            number.to_bytes(2, "big") for number in (0, *(numbers[each] for each, _ in self._codes))
        )
        return PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": base,
                "CIDSystemInfo": PDFDictionary(
                    {
                        "Registry": PDFString("Adobe"),
                        "Ordering": PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "FontDescriptor": document.Reference(PDFDictionary(descriptor)),
                "DW": 0,
                "W": PDFArray([1, PDFArray(widths)]),
                "CIDToGIDMap": document.Reference(_stream(glyphs)),
            }
        )


def _stream(content: bytes | str) -> PDFStream:
    return PDFStream(content=content, filters=[PDFZCompress])


def _to_unicode(texts: list[str]) -> str:
    rows = [
        f"<{code:04X}> <{(text or _NOTHING).encode('utf-16-be').hex().upper()}>"
        for code, text in enumerate(texts, 1)
    ]
    lines: list[str] = []
    for first in range(0, len(rows), 100):
        some = rows[first : first + 100]
        lines += [f"{len(some)} beginbfchar", *some, "endbfchar"]
    return "\n".join((*_HEAD, *lines, *_FOOT))
