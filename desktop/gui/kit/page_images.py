"""Pages of a PDF as pictures, and where a text stands on them. The only room that knows PDFium.

Pure functions on values, for the background; PDFium is not made for two at a
time, and the background has one worker. No Qt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any

_ISOLATES = re.compile("[\u2066-\u2069\u00ad\u200b]")
_MARKS = re.compile(r"\*\*|\[cite: [^\]]*\]")
_STEP = re.compile(r"^(?:\d+\.|-)\s+", re.MULTILINE)
_ENOUGH = 32  # letters that tell one passage from another
_POINTS = 72


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
class _Letter:
    """One printed letter and where it stands."""

    sign: str
    page: int
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
        letters = [letter for n, page in enumerate(document) for letter in _letters(n, page)]
    printed = "".join(letter.sign for letter in letters)
    found: list[tuple[Box, ...]] = []
    after = 0
    for text in texts:
        signs = _signs(text)
        start = printed.find(signs[:_ENOUGH], after) if signs else -1
        if start < 0:
            found.append(())
            continue
        tail = signs[-_ENOUGH:]
        end = printed.find(tail, start)
        end = start + len(signs[:_ENOUGH]) if end < 0 else end + len(tail)
        after = start + 1
        found.append(tuple(_boxes(letters, start, end)))
    return tuple(found)


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


def _letters(number: int, page: Any) -> Iterator[_Letter]:
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # noqa: PLC0415

    wide, tall = page.get_size()
    textpage = page.get_textpage()
    for index in range(textpage.count_chars()):
        sign = chr(pdfium.FPDFText_GetUnicode(textpage, index))
        if _signs(sign):
            left, bottom, right, top = textpage.get_charbox(index)
            share = (left / wide, 1 - top / tall, right / wide, 1 - bottom / tall)
            yield _Letter(_signs(sign), number, share)


def _signs(text: str) -> str:
    """A text without what a page may set otherwise: marks, numbers of steps, spaces."""
    bare = _STEP.sub("", _MARKS.sub("", _ISOLATES.sub("", text)))
    return "".join(bare.split())


def _boxes(letters: Sequence[_Letter], start: int, end: int) -> Iterator[Box]:
    """As high as the text, as wide as the page is printed on."""
    for page in sorted({letter.page for letter in letters[start:end]}):
        printed = [letter.box for letter in letters if letter.page == page]
        boxes = [letter.box for letter in letters[start:end] if letter.page == page]
        yield Box(
            page,
            min(box[0] for box in printed),
            min(box[1] for box in boxes),
            max(box[2] for box in printed),
            max(box[3] for box in boxes),
        )
