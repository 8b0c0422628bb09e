"""The order in which a letter is read aloud: its tags, and the marked content under them.

The tree is made before anything is drawn, so the reading order is the
letter's own and never that of the pen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFObjectReference,
)

_ROOT = "StructTree"


def put_in_catalog(document: PDFDocument, **entries: PDFObject) -> None:
    """Add to what a document says of itself first of all."""
    catalog = vars(document)["Catalog"]  # the stubs of ReportLab's types leave it out
    for name, entry in entries.items():
        setattr(catalog, name, entry)


@dataclass(eq=False)
class Node:
    """A structure element. ``content`` are its marked pieces: page and number on that page.

    ``about`` says what the tag leaves open, as the file has it; ``told`` what a picture shows.
    """

    tag: str
    language: str | None = None
    about: str | None = None
    told: str | None = None
    children: list[Node] = field(default_factory=list)
    content: list[tuple[int, int]] = field(default_factory=list)

    def add(self, tag: str, language: str | None = None, about: str | None = None) -> Node:
        child = Node(tag, language, about)
        self.children.append(child)
        return child

    def add_list(self, numbering: str) -> Node:
        """A list whose items have numbers (Decimal) or bullets (Disc)."""
        return self.add("L", about=f"/O /List /ListNumbering /{numbering}")

    def add_head(self) -> Node:
        """A cell that heads its column."""
        return self.add("TH", about="/O /Table /Scope /Column")

    def add_figure(self, told: str, x: float, y: float, width: float, height: float) -> Node:
        """A picture at its place on the page, and what it shows for those who do not see it."""
        box = f"[{x:.2f} {y:.2f} {x + width:.2f} {y + height:.2f}]"
        child = self.add("Figure", about=f"/O /Layout /Placement /Block /BBox {box}")
        child.told = told
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
        nodes = list(self._root.walk())
        names = {node: f"Element{number}" for number, node in enumerate(nodes)}
        parents = {child: node for node in nodes for child in node.children}
        for node in nodes:
            parent = names[parents[node]] if node in parents else _ROOT
            document.Reference(_Element(node, parent, names), names[node])
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


class _Element(PDFObject):
    """A node as the file has it. Written at once: a letter has a hundred, of dictionaries each."""

    def __init__(self, node: Node, parent: str, names: Mapping[Node, str]) -> None:
        self._node, self._parent, self._names = node, parent, names

    def format(self, document: PDFDocument) -> bytes:
        def reference(name: str) -> str:
            found = PDFObjectReference(name).format(document)
            return found.decode("ascii") if isinstance(found, bytes) else found

        node = self._node
        children = [
            f"<</Type /MCR /Pg {reference(f'Page{page + 1}')} /MCID {number}>>"
            for page, number in node.content
        ]
        children += [reference(self._names[child]) for child in node.children]
        entries = [
            f"/Type /StructElem /S /{node.tag} /P {reference(self._parent)}",
            f"/K [{' '.join(children)}]",
        ]
        if node.language is not None:
            entries.append(f"/Lang ({node.language})")
        if node.about is not None:
            entries.append(f"/A <<{node.about}>>")
        if node.told is not None:
            entries.append(f"/Alt <FEFF{node.told.encode('utf-16-be').hex().upper()}>")
        return f"<<{' '.join(entries)}>>".encode("ascii")
