"""What a file says of itself: title, language, when it was made. No person, no computer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import (
    XMP,
    PDFDictionary,
    PDFDocument,
    PDFInfo,
    PDFString,
)

from desktop.domain.moments import BOSTON
from desktop.letters.typesetting.structure import put_in_catalog

PROGRAM = "Amparo"


class _Info(PDFInfo):
    """Only these entries, whatever ReportLab would add."""

    def __init__(self, title: str, made_at: datetime) -> None:
        super().__init__()
        self.title = title
        self._made_at = made_at

    def format(self, document: PDFDocument) -> bytes:
        made = self._made_at.astimezone(BOSTON).strftime("D:%Y%m%d%H%M%S%z")
        made = f"{made[:-2]}'{made[-2:]}"
        entries = {
            "Title": PDFString(self.title),
            "Creator": PDFString(PROGRAM),
            "Producer": PDFString(PROGRAM),
            "CreationDate": PDFString(made),
            "ModDate": PDFString(made),
        }
        return PDFDictionary(entries).format(document)


def describe(document: PDFDocument, title: str, made_at: datetime) -> None:
    """Put title and moment into the document, as entries and as XMP with the PDF/UA mark."""
    document.info = _Info(title, made_at)
    put_in_catalog(
        document,
        Metadata=XMP(creator=_xmp(title, made_at)),
        ViewerPreferences=PDFDictionary({"DisplayDocTitle": "true"}),
    )


def _xmp(title: str, made_at: datetime) -> Callable[[PDFDocument], bytes]:
    made = made_at.astimezone(BOSTON).isoformat(timespec="seconds")
    packet = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
        ' xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
        ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
        "<pdfuaid:part>1</pdfuaid:part>"
        '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">'
        f"{escape(title)}</rdf:li></rdf:Alt></dc:title>"
        f"<pdf:Producer>{PROGRAM}</pdf:Producer>"
        f"<xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool>"
        f"<xmp:CreateDate>{made}</xmp:CreateDate><xmp:ModifyDate>{made}</xmp:ModifyDate>"
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    )
    return lambda document: packet.encode("utf-8")
