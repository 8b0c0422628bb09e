"""Pages of a PDF as pictures, and where a text stands on them. The only room that knows PDFium.

Pure functions on values, for the background; PDFium is not made for two at a
time, and the background has one worker. No Qt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from ctypes import c_ulong
from dataclasses import dataclass
from typing import Any

from desktop.gui.kit.stretches import Letters, letters_of, stretches

_CITE = re.compile(r"\[cite: ")  # the one mark that has letters of its own
_POINTS, _MIDDLE = 72, 0.5
_ARTIFACT, _LONGEST = "Artifact", 32  # frames and page numbers; the longest tag of a text


@dataclass(frozen=True)
class PageImage:
    """One page: rows of pixels, three bytes each, or one where it is gray."""

    width: int
    height: int
    stride: int
    pixels: bytes
    gray: bool
    text: str


@dataclass(frozen=True)
class Box:
    """A part of a page, as shares of its width and height from the top left."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class _Piece:
    """Letters that were written in one stroke, and where they stand."""

    page: int
    letters: Letters
    box: tuple[float, float, float, float]


def page_count(pdf: bytes) -> int:
    with closing(_opened(pdf)) as document:
        return len(document)


def render(pdf: bytes, width: int) -> tuple[PageImage, ...]:
    """Every page, so many pixels wide."""
    with closing(_opened(pdf)) as document:
        return tuple(_image(page, width / page.get_width(), gray=False) for page in document)


def render_gray(pdf: bytes, dots_per_inch: int = 300) -> tuple[PageImage, ...]:
    """Every page as a printer wants it."""
    with closing(_opened(pdf)) as document:
        return tuple(_image(page, dots_per_inch / _POINTS, gray=True) for page in document)


def find_texts(pdf: bytes, texts: Sequence[str]) -> tuple[tuple[Box, ...], ...]:
    """Where each text stands, a box a page; in reading order, so equal texts are told apart."""
    with closing(_opened(pdf)) as document:
        pieces = [piece for n, page in enumerate(document) for piece in _pieces(n, page)]
    lines = [_CITE.sub("", text).splitlines() for text in texts]
    wanted = [letters_of(line) for text in lines for line in text]
    found = stretches([piece.letters for piece in pieces], _columns(pieces), wanted)
    return tuple(
        tuple(_boxes(pieces, [place for _ in text for place in next(found)])) for text in lines
    )


def _columns(pieces: Sequence[_Piece]) -> tuple[list[int], ...]:
    """The places of all pieces, and of those on either side of a page that has two columns."""
    every = list(range(len(pieces)))
    right = [place for place in every if pieces[place].box[0] >= _MIDDLE]
    left = [place for place in every if pieces[place].box[2] <= _MIDDLE]
    return every, right, left


def _opened(pdf: bytes) -> Any:  # a document of PDFium, which brings no types
    # It costs a tenth of a second, and many calls see no page.
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415

    return pypdfium2.PdfDocument(pdf)


def _image(page: Any, scale: float, *, gray: bool) -> PageImage:
    bitmap = page.render(scale=scale, grayscale=gray, rev_byteorder=not gray, prefer_bgrx=False)
    return PageImage(
        width=bitmap.width,
        height=bitmap.height,
        stride=bitmap.stride,
        pixels=bytes(bitmap.buffer),
        gray=gray,
        text=page.get_textpage().get_text_bounded(),
    )


def _pieces(number: int, page: Any) -> Iterator[_Piece]:
    """What is read on a page, in the order of writing: no frame, no page number."""
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # noqa: PLC0415

    wide, tall = page.get_size()
    texts = page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT], textpage=page.get_textpage())
    for text in texts:
        if _ARTIFACT not in _marks(text):
            left, bottom, right, top = text.get_bounds()
            box = (left / wide, 1 - top / tall, right / wide, 1 - bottom / tall)
            yield _Piece(number, letters_of(text.extract()), box)


def _marks(text: Any) -> Iterator[str]:
    """The tags that a text is marked with, as a screen reader meets them."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    for place in range(pdfium.FPDFPageObj_CountMarks(text)):
        name, size = (pdfium.FPDF_WCHAR * _LONGEST)(), c_ulong()
        mark = pdfium.FPDFPageObj_GetMark(text, place)
        pdfium.FPDFPageObjMark_GetName(mark, name, 2 * _LONGEST, size)
        yield bytes(name).decode("utf-16-le").partition("\0")[0]


def _boxes(pieces: Sequence[_Piece], places: Sequence[int]) -> Iterator[Box]:
    """As high as the text, as wide as the page is printed on."""
    for page in sorted({pieces[place].page for place in places}):
        printed = [piece.box for piece in pieces if piece.page == page]
        boxes = [pieces[place].box for place in places if pieces[place].page == page]
        yield Box(
            page,
            min(box[0] for box in printed),
            min(box[1] for box in boxes),
            max(box[2] for box in printed),
            max(box[3] for box in boxes),
        )
