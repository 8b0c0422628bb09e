"""The same letter by other engines. They are in no list of the project: install them by hand.

Each is a function that is made ready once and then gives bytes for a letter. None is
tuned beyond what its own guide says; fonts, sizes and texts are the same for all.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Mapping
from html import escape
from importlib import import_module
from pathlib import Path
from xml.sax.saxutils import escape as escape_xml

from desktop.domain.letters import Letter
from desktop.system.resources import resource
from tests.benchmarks.bilingual import Block, foot, pages

Engine = Callable[[Letter], bytes]
_SIZES = {"title": 23, "heading": 14.5, "box": 12, "paragraph": 12, "item": 12, "point": 12}
_LEADING = {"zh-Hans": 1.6, "en": 1.275}
_FAMILY = {"zh-Hans": "NotoSansSC", "en": "NotoSans"}


def _font(family: str, weight: str) -> Path:
    return resource("fonts", "letters", f"{family}-{weight}.ttf")


def _weight(block: Block) -> str:
    return "Bold" if block.what in ("title", "heading") else "Regular"


def reportlab() -> Engine:
    """Stock Platypus: no tags, no shaping; Chinese by its own word wrap."""
    from reportlab.lib.enums import TA_CENTER
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Table

    for family in _FAMILY.values():
        for weight in ("Regular", "Bold"):
            path = str(_font(family, weight))
            pdfmetrics.registerFont(TTFont(f"{family}-{weight}", path))

    def style(block: Block) -> ParagraphStyle:
        size = _SIZES[block.what]
        return ParagraphStyle(
            block.what,
            fontName=f"{_FAMILY[block.language]}-{_weight(block)}",
            fontSize=size,
            leading=size * _LEADING[block.language],
            wordWrap="CJK" if block.language != "en" else None,
            leftIndent=25 if block.what in ("item", "point") else 0,
            spaceBefore=8 if block.what == "heading" else 4,
            alignment=TA_CENTER if block.what == "box" else 0,
        )

    def told(block: Block) -> Paragraph:
        text = "".join(
            f'<font name="{_FAMILY[block.language]}-Bold">{escape_xml(text)}</font>'
            if bold
            else escape_xml(text)
            for text, bold in block.pieces
        )
        bullet = {"item": block.number, "point": "•"}.get(block.what)
        return Paragraph(text, style(block), bulletText=bullet)

    def draw(letter: Letter) -> bytes:
        both = pages(letter)
        story: list[Flowable] = []
        for blocks in both:
            boxed = [told(block) for block in blocks if block.what == "box"]
            story.append(
                Table([[boxed]], colWidths=[468], style=[("BOX", (0, 0), (-1, -1), 1.4, 0)])
            )
            story += [told(block) for block in blocks if block.what != "box"]
            story.append(PageBreak())

        def footer(canvas: Canvas, document: object) -> None:
            page = canvas.getPageNumber()
            canvas.setFont("NotoSansSC-Regular", 12)
            canvas.line(72, 63, 540, 63)
            canvas.drawString(
                72, 48, foot(letter if page == 1 else letter.original or letter, page)
            )

        out = io.BytesIO()
        document = SimpleDocTemplate(
            out, pagesize=(612, 792), title=letter.title, topMargin=40, bottomMargin=72
        )
        document.build(story[:-1], onFirstPage=footer, onLaterPages=footer)
        return out.getvalue()

    return draw


def _html(letter: Letter) -> str:
    parts = []
    for number, blocks in enumerate(pages(letter), 1):
        language = blocks[0].language
        body = []
        for block in blocks:
            text = "".join(
                f"<b>{escape(text)}</b>" if bold else escape(text) for text, bold in block.pieces
            )
            tag = {"title": "h1", "heading": "h2"}.get(block.what, "p")
            if block.what == "item":
                body.append(f"<ol start='{block.number}'><li>{text}</li></ol>")
            elif block.what == "point":
                body.append(f"<ul><li>{text}</li></ul>")
            else:
                body.append(f"<{tag} class='{block.what}'>{text}</{tag}>")
        made = letter if number == 1 else letter.original or letter
        parts.append(
            f"<section lang='{language}'>{''.join(body)}"
            f"<p class='foot'>{escape(foot(made, number))}</p></section>"
        )
    return f"<html lang='{letter.language}'><title>{escape(letter.title)}</title>{''.join(parts)}"


def weasyprint() -> Engine:
    """Tagged, as PDF/UA-1; fonts and style sheet are read once."""
    html, configuration = import_module("weasyprint"), import_module("weasyprint.text.fonts")
    faces = "".join(
        f"@font-face {{ font-family: {family}; font-weight: {number};"
        f" src: url({_font(family, weight).as_uri()}) }}"
        for family in _FAMILY.values()
        for weight, number in (("Regular", 400), ("Bold", 700))
    )
    rules = (
        "@page { size: letter; margin: 0.6in 1in } section { page-break-after: always }"
        "p, li { font-size: 12pt; margin: 4pt 0 } h1 { font-size: 23pt; margin: 6pt 0 }"
        "h2 { font-size: 14.5pt; margin: 8pt 0 4pt } ol, ul { margin: 0; padding-left: 25pt }"
        ".box { text-align: center; border: 1pt solid; margin: 0 } .foot { border-top: 1pt solid }"
        "section[lang=en] { font-family: NotoSans; line-height: 1.275 }"
        "section { font-family: NotoSansSC; line-height: 1.6 }"
    )
    fonts = configuration.FontConfiguration()
    sheet = html.CSS(string=faces + rules, font_config=fonts)

    def draw(letter: Letter) -> bytes:
        document = html.HTML(string=_html(letter))
        drawn: bytes = document.write_pdf(
            stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/ua-1"
        )
        return drawn

    return draw


def typst() -> Engine:
    """Tagged, as PDF/UA-1; one compiler for all letters."""
    engine = import_module("typst")
    folder = Path(tempfile.mkdtemp())
    source = folder / "letter.typ"
    source.write_text("", encoding="utf-8")
    compiler = engine.Compiler(str(source), font_paths=[str(resource("fonts", "letters"))])
    marks = str.maketrans({each: f"\\{each}" for each in "\\#$*_[]<>@`~=-+/\"'"})

    def told(block: Block) -> str:
        text = "".join(
            f"#strong[{text.translate(marks)}]" if bold else text.translate(marks)
            for text, bold in block.pieces
        )
        return {
            "title": f"#heading(level: 1)[{text}]\n\n",
            "heading": f"#heading(level: 2)[{text}]\n\n",
            "box": f"#align(center)[#box(width: 100%, stroke: 1pt, inset: 2pt)[{text}]]\n\n",
            "item": f"#enum(start: {block.number or 1})[{text}]\n\n",
            "point": f"#list[{text}]\n\n",
        }.get(block.what, f"{text}\n\n")

    def draw(letter: Letter) -> bytes:
        head = (
            f'#set document(title: "{letter.title}")\n'
            '#set page(paper: "us-letter", margin: (x: 1in, y: 0.6in))\n'
        )
        parts = []
        for number, blocks in enumerate(pages(letter), 1):
            language = "zh" if number == 1 else "en"
            family = "Noto Sans SC" if number == 1 else "Noto Sans"
            made = letter if number == 1 else letter.original or letter
            parts.append(
                f'#[#set text(lang: "{language}", font: "{family}", size: 12pt)\n'
                f"{''.join(map(told, blocks))}#line(length: 100%)\n"
                f"{foot(made, number).translate(marks)}]\n"
            )
        text = head + "#pagebreak()\n".join(parts)
        drawn: bytes = compiler.compile(text.encode(), format="pdf", pdf_standards=["ua-1"])
        return drawn

    return draw


def fpdf2() -> Engine:
    """Untagged; shaped."""
    engine = import_module("fpdf")

    def draw(letter: Letter) -> bytes:
        pdf = engine.FPDF(format="letter", unit="pt")
        pdf.set_title(letter.title)
        pdf.set_margins(72, 43, 72)
        for family in _FAMILY.values():
            for weight, style in (("Regular", ""), ("Bold", "B")):
                pdf.add_font(family, style, str(_font(family, weight)))
        pdf.set_text_shaping(True)
        for number, blocks in enumerate(pages(letter), 1):
            pdf.add_page()
            for block in blocks:
                size, family = _SIZES[block.what], _FAMILY[block.language]
                bold = "B" if block.what in ("title", "heading") else ""
                pdf.set_font(family, bold, size)
                text = "".join(f"**{t}**" if b and not bold else t for t, b in block.pieces)
                label = {"item": f"{block.number}  ", "point": "•  "}.get(block.what, "")
                pdf.multi_cell(
                    w=0,
                    h=size * _LEADING[block.language],
                    text=label + text,
                    markdown=True,
                    border=1 if block.what == "box" else 0,
                    align="C" if block.what == "box" else "L",
                    new_x="LMARGIN",
                    new_y="NEXT",
                )
            made = letter if number == 1 else letter.original or letter
            pdf.set_font(_FAMILY[blocks[0].language], "", 12)
            pdf.multi_cell(0, 16, foot(made, number), new_x="LMARGIN", new_y="NEXT")
        return bytes(pdf.output())

    return draw


def ours() -> Engine:
    """Tagged, shaped, as the program prints it."""
    from desktop.letters.pdf import draw

    return lambda letter: draw(letter, sheet="plain")


ENGINES: Mapping[str, Callable[[], Engine]] = {
    "ours": ours,
    "ReportLab, untagged": reportlab,
    "Typst": typst,
    "WeasyPrint": weasyprint,
    "fpdf2, untagged": fpdf2,
}
