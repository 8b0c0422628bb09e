"""Pages, written piece by piece: each piece belongs to a tag, or is said to be decoration.

Written straight into ReportLab's document: its canvas would bring a font that
is named and not embedded, and knows no tags.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFPage,
    PDFStream,
    PDFZCompress,
)

from desktop.letters.typesetting.clusters import Clusters, Drawn, advance
from desktop.letters.typesetting.composites import Part
from desktop.letters.typesetting.embedding import FONTS, EmbeddedFont
from desktop.letters.typesetting.faces import Face
from desktop.letters.typesetting.metadata import describe
from desktop.letters.typesetting.paragraphs import SetLine
from desktop.letters.typesetting.structure import Node, Tags
from desktop.letters.typography import Page

_PDF_VERSION = (1, 7)


class _TaggedPage(PDFPage):
    """A page that knows its place in the tree of tags, and holds nothing but what it needs."""

    __NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs", "Resources"]  # noqa: RUF012 - ReportLab reads it here
    Override_default_compilation = 1
    StructParents: int
    Tabs: str


class Paper:
    """A document in the making. Coordinates are points from the lower left corner."""

    def __init__(self, page: Page, language: str, root: Node) -> None:
        self._page = page
        self._document = PDFDocument(invariant=1, pdfVersion=_PDF_VERSION, lang=language)
        self._tags = Tags(root)
        self._fonts: dict[Face, EmbeddedFont] = {}
        self._code: list[str] = []
        self._tags.new_page()
        self._pages = 0
        self._contents = hashlib.sha256()

    @contextmanager
    def tagged(self, node: Node) -> Iterator[None]:
        """What is drawn inside is read aloud as part of this node."""
        self._code.append(f"/{node.tag} <</MCID {self._tags.mark(node)}>> BDC")
        yield
        self._code.append("EMC")

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """What is drawn inside is not read aloud: a rule, a box, a page number."""
        self._code.append(f"/Artifact <</Type /{kind}>> BDC")
        yield
        self._code.append("EMC")

    def box(self, x: float, y: float, width: float, height: float, thickness: float) -> None:
        """An outline; with no height a rule."""
        shape = f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re S"
        if not height:
            shape = f"{x:.2f} {y:.2f} m {x + width:.2f} {y:.2f} l S"
        self._code.append(f"{thickness:g} w {shape}")

    def filled(self, x: float, y: float, width: float, height: float, black: float) -> None:
        """A patch of grey: ``black`` from 0 to 1."""
        shape = f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re f"
        self._code.append(f"q {1 - black:.2f} g {shape} Q")

    def ring(self, x: float, y: float, radius: float, thickness: float) -> None:
        """A circle, of four curves."""
        bend = radius * 0.5523
        corners = ((1, 0, 0, 1), (0, 1, -1, 0), (-1, 0, 0, -1), (0, -1, 1, 0))
        self._code.append(f"{thickness:g} w {x + radius:.2f} {y:.2f} m")
        for cos, sin, to_cos, to_sin in corners:
            places = (
                (x + cos * radius - sin * bend, y + sin * radius + cos * bend),
                (x + to_cos * radius + to_sin * bend, y + to_sin * radius - to_cos * bend),
                (x + to_cos * radius, y + to_sin * radius),
            )
            self._code.append(" ".join(f"{a:.2f} {b:.2f}" for a, b in places) + " c")
        self._code.append("S")

    def stroke(self, x: float, y: float, to_x: float, to_y: float, thickness: float) -> None:
        self._code.append(f"{thickness:g} w {x:.2f} {y:.2f} m {to_x:.2f} {to_y:.2f} l S")

    def text(self, line: SetLine, x: float, y: float) -> None:
        """A line with its left edge at ``x``; the space at its end is written too.

        It is written in reading order, whichever way its runs stand: so it is read aloud and
        copied as it was meant.
        """
        paragraph, runs = line.paragraph, line.runs
        size = paragraph.style.size
        drawn = [paragraph.clusters(run) for run in runs]
        left = [0.0] * len(runs)
        end = x
        for index in line.order(runs):
            left[index] = end
            end += drawn[index].width * size * runs[index].scale / 1000
        self._code.append("BT")
        for run, clusters, start in zip(runs, drawn, left, strict=True):
            if not clusters.inside:
                continue
            foreign = run.language != paragraph.fonts.language
            if foreign:
                self._code.append(f"/Span <</Lang ({run.language})>> BDC")
            self._show(clusters, self._font(run.face), size * run.scale, start, y)
            if foreign:
                self._code.append("EMC")
        if line.ends_with_space and runs:
            font = self._font(runs[-1].face)
            space: Drawn = (Part(font.face.glyph_of(" "), 0, 0),)
            wide = advance(font.face, space) * size * runs[-1].scale / 1000
            place = x - wide if paragraph.backwards else end
            self._code.append(f"1 0 0 1 {place:.2f} {y:.2f} Tm <{font.code(space, ' '):04X}> Tj")
        self._code.append("ET")

    def end_page(self) -> None:
        page = _TaggedPage()
        page.Parent = self._document.Reference(vars(self._document)["Pages"])
        page.MediaBox = PDFArray([0, 0, self._page.width, self._page.height])
        page.Resources = PDFDictionary({"Font": PDFObjectReference(FONTS)})
        content = "\n".join(self._code).encode("ascii")
        self._contents.update(content)
        page.Contents = PDFStream(content=content, filters=[PDFZCompress])
        page.StructParents, page.Tabs = self._pages, PDFName("S")
        self._document.addPage(page)
        self._pages += 1
        self._tags.new_page()
        self._code.clear()

    def finished(self, title: str, made_at: datetime) -> bytes:
        """The file: the same bytes for the same letter, on every computer."""
        self._tags.write(self._document, self._pages)
        describe(self._document, title, made_at)
        mark = self._contents.hexdigest()[:32].upper()
        vars(self._document)["_ID"] = f"[<{mark}> <{mark}>]\n".encode("ascii")
        written = self._document.GetPDFData(None)
        return written if isinstance(written, bytes) else written.encode("latin-1")

    def _font(self, face: Face) -> EmbeddedFont:
        if face not in self._fonts:
            font = EmbeddedFont(face, f"T{len(self._fonts) + 1}")
            self._fonts[face] = font
            self._document.delayedFonts.append(font)
        return self._fonts[face]

    def _show(
        self, clusters: Clusters, font: EmbeddedFont, size: float, x: float, y: float
    ) -> None:
        """Draw a run whose left edge is at ``x``."""
        pieces = []
        for cluster in clusters.inside:
            if cluster.jump:
                pieces.append(f">{-cluster.jump}<")
            pieces.append(f"{font.code(cluster.drawn, cluster.text):04X}")
        self._code += (
            f"/{font.name} {size:g} Tf",
            f"1 0 0 1 {x + clusters.start * size / 1000:.2f} {y:.2f} Tm",
            f"[<{''.join(pieces)}>] TJ".replace("<>", ""),
        )
