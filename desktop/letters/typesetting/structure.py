"""The order in which a letter is read aloud: its tags, and the marked content under them.

The tree is made before anything is drawn, so the reading order is the
letter's own and never that of the pen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFString,
)

_ROOT = "StructTree"


def put_in_catalog(document: PDFDocument, **entries: PDFObject) -> None:
    """Add to what a document says of itself first of all."""
    catalog = vars(document)["Catalog"]  # the stubs of ReportLab's types leave it out
    for name, entry in entries.items():
        setattr(catalog, name, entry)


@dataclass(eq=False)
class Node:
    """A structure element. ``content`` are its marked pieces: page and number on that page."""

    tag: str
    language: str | None = None
    numbering: str | None = None
    children: list[Node] = field(default_factory=list)
    content: list[tuple[int, int]] = field(default_factory=list)

    def add(self, tag: str, language: str | None = None, numbering: str | None = None) -> Node:
        child = Node(tag, language, numbering)
        self.children.append(child)
        return child

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


class Tags:
    """Gives numbers to marked content, and writes the tree at the end."""

    def __init__(self, root: Node) -> None:
        self._root = root
        self._pages: list[list[Node]] = []

    def new_page(self) -> None:
        self._pages.append([])

    def mark(self, node: Node) -> int:
        """The number of the next piece of content on this page; it belongs to ``node``."""
        page = self._pages[-1]
        page.append(node)
        node.content.append((len(self._pages) - 1, len(page) - 1))
        return len(page) - 1

    def write(self, document: PDFDocument, pages: int) -> None:
        """Put the tree into the document's catalog."""
        names = {node: f"Element{number}" for number, node in enumerate(self._root.walk())}
        self._write_node(document, self._root, _ROOT, names)
        numbers: list[object] = []
        for index, page in enumerate(self._pages[:pages]):
            numbers += [index, PDFArray([PDFObjectReference(names[node]) for node in page])]
        tree = {
            "Type": PDFName("StructTreeRoot"),
            "K": PDFArray([PDFObjectReference(names[self._root])]),
            "ParentTree": PDFDictionary({"Nums": PDFArray(numbers)}),
            "ParentTreeNextKey": pages,
        }
        document.Reference(PDFDictionary(tree), _ROOT)
        put_in_catalog(
            document,
            StructTreeRoot=PDFObjectReference(_ROOT),
            MarkInfo=PDFDictionary({"Marked": "true"}),
        )

    def _write_node(
        self, document: PDFDocument, node: Node, parent: str, names: dict[Node, str]
    ) -> None:
        pieces: list[object] = [
            PDFDictionary(
                {
                    "Type": PDFName("MCR"),
                    "Pg": PDFObjectReference(f"Page{page + 1}"),
                    "MCID": number,
                }
            )
            for page, number in node.content
        ]
        pieces += [PDFObjectReference(names[child]) for child in node.children]
        element: dict[str, object] = {
            "Type": PDFName("StructElem"),
            "S": PDFName(node.tag),
            "P": PDFObjectReference(parent),
            "K": PDFArray(pieces),
        }
        if node.language is not None:
            element["Lang"] = PDFString(node.language)
        if node.numbering is not None:
            element["A"] = PDFDictionary(
                {"O": PDFName("List"), "ListNumbering": PDFName(node.numbering)}
            )
        document.Reference(PDFDictionary(element), names[node])
        for child in node.children:
            self._write_node(document, child, names[node], names)
