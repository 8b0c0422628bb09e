"""Reads our PDFs back without our own code: what is written, in which order, under which tag.

``written`` decodes the content streams themselves, in stream order, through
each font's ToUnicode map: what a screen reader gets. ``inked`` asks pdfium
where on the page something really stands.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

_OBJECT = re.compile(rb"(\d+) 0 obj\s(.*?)\sendobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*)endstream", re.DOTALL)
_TOKEN = re.compile(
    r"/(?P<tag>\w+) <<(?P<mark>[^>]*)>> BDC|(?P<end>EMC)"
    r"|/(?P<font>\w+) [\d.]+ Tf|<(?P<codes>[0-9A-F]+)>"
)


@dataclass(frozen=True)
class Written:
    """A stretch of text under one mark; ``mcid`` is None where it is decoration."""

    tag: str
    mcid: int | None
    text: str


class Pdf:
    """Our own kind of PDF: plain objects, one after the other."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.objects = {int(m[1]): m[2] for m in _OBJECT.finditer(data)}

    def one(self, pattern: bytes) -> bytes:
        return next(body for body in self.objects.values() if re.search(pattern, body))

    def reference(self, body: bytes, name: str) -> int:
        found = re.search(rb"/%s (\d+) 0 R" % name.encode(), body)
        assert found is not None, name
        return int(found[1])

    def stream(self, number: int) -> bytes:
        found = _STREAM.search(self.objects[number])
        assert found is not None
        return zlib.decompress(found[1])

    @property
    def pages(self) -> list[bytes]:
        kids = re.search(rb"/Kids \[([^\]]*)\]", self.one(rb"/Type /Pages"))
        assert kids is not None
        return [self.objects[int(number)] for number in re.findall(rb"(\d+) 0 R", kids[1])]

    @property
    def fonts(self) -> dict[str, dict[int, str]]:
        named = re.findall(rb"/(T\d+) (\d+) 0 R", self.one(rb"/T1 \d+ 0 R"))
        return {name.decode(): self._map(int(number)) for name, number in named}

    def _map(self, number: int) -> dict[int, str]:
        table = self.stream(self.reference(self.objects[number], "ToUnicode")).decode()
        rows = re.findall(r"<([0-9A-F]{4})> <([0-9A-F]+)>", table)
        texts = {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in rows}
        return {code: text.replace("\u200b", "") for code, text in texts.items()}

    def written(self) -> list[list[Written]]:
        """The text of each page, mark by mark, as the streams have it."""
        fonts = self.fonts
        return [
            list(_read(self.stream(self.reference(page, "Contents")).decode(), fonts))
            for page in self.pages
        ]


def _read(content: str, fonts: dict[str, dict[int, str]]) -> Iterator[Written]:
    tag, mcid, text, font, depth = "", None, "", "", 0
    for token in _TOKEN.finditer(content):
        if token["tag"]:
            depth += 1
            if depth == 1:
                number = re.search(r"/MCID (\d+)", token["mark"])
                tag, mcid, text = token["tag"], int(number[1]) if number else None, ""
        elif token["end"]:
            depth -= 1
            if depth == 0:
                yield Written(tag, mcid, text)
        elif token["font"]:
            font = token["font"]
        else:
            codes = token["codes"]
            for start in range(0, len(codes), 4):
                text += fonts[font][int(codes[start : start + 4], 16)]


def read(data: bytes) -> str:
    """Everything that is read aloud, in order."""
    return "".join(
        piece.text for page in Pdf(data).written() for piece in page if piece.tag != "Artifact"
    )


_CHILD = re.compile(rb"/Pg (\d+) 0 R /MCID (\d+)|(\d+) 0 R")


def read_by_tags(data: bytes) -> str:
    """The same in the order of the tree of tags: a paragraph is whole, whatever pages it is on."""
    pdf = Pdf(data)
    kids = re.search(rb"/Kids \[([^\]]*)\]", pdf.one(rb"/Type /Pages"))
    assert kids is not None
    texts: dict[tuple[int, int], str] = {}
    for number, page in zip(re.findall(rb"(\d+) 0 R", kids[1]), pdf.written(), strict=True):
        for piece in page:
            if piece.mcid is not None:
                texts[int(number), piece.mcid] = piece.text
    root = pdf.objects[pdf.reference(pdf.one(rb"/Type /StructTreeRoot"), r"K \[")]
    return "".join(_under(pdf, root, texts))


def _under(pdf: Pdf, element: bytes, texts: dict[tuple[int, int], str]) -> Iterator[str]:
    listed = re.search(rb"/K \[(.*?)\]", element, re.DOTALL)
    assert listed is not None
    for page, mark, child in _CHILD.findall(listed[1]):
        if mark:
            yield texts[int(page), int(mark)]
        else:
            yield from _under(pdf, pdf.objects[int(child)], texts)


@dataclass(frozen=True)
class Inked:
    """Where a piece of text stands, in points from the lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


def inked(data: bytes) -> list[list[Inked]]:
    """Every character that leaves ink, page by page, as pdfium places it."""
    import pypdfium2  # type: ignore[import-untyped]

    document = pypdfium2.PdfDocument(data)
    pages = []
    for page in document:
        text = page.get_textpage()
        characters = ((text.get_text_range(n, 1), n) for n in range(text.count_chars()))
        pages.append([Inked(each, *text.get_charbox(n)) for each, n in characters if each.strip()])
        text.close()
        page.close()
    document.close()
    return pages
