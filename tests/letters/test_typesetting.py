"""Lines and pages: nothing cut that belongs together, nothing wider than the paper allows."""

from __future__ import annotations

from functools import cache
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.findings import HoldAnswer
from desktop.domain.letters import Heading
from desktop.letters import pdf
from desktop.letters.markup import Role, Span
from desktop.letters.pdf import draw
from desktop.letters.sheets.plain import SCALES, lay_out
from desktop.letters.template import languages
from desktop.letters.typesetting.breaks import breaks
from desktop.letters.typesetting.flow import Placed
from desktop.letters.typesetting.paragraphs import Paragraph
from desktop.letters.typesetting.press import pages_of
from desktop.letters.typesetting.setting import Setting, fonts_of
from desktop.letters.typography import Style
from tests.letters.gallery import GALLERY
from tests.letters.paper_read import Pdf
from tests.letters.samples import sample
from tests.letters.situations import held

BODY = Style(12, 15)
WORDS = st.text(
    st.sampled_from("abcdefghijklmnopqrstuvwxyzÁñç .,-–’§()0123456789"), min_size=1, max_size=300
)
SHEETS = ("plain", "large_print")


def paragraph(text: str) -> Paragraph:
    return Paragraph([Span(text, Role.PLAIN)], BODY, fonts_of("en"))


def joined(text: str, places: tuple[int, ...]) -> str:
    return "|".join(text[a:b] for a, b in zip((0, *places), (*places, len(text)), strict=True))


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("Keep this letter", "Keep |this |letter"),
        ("(City Code § 11-1.9(B))", "(City |Code |§ 11-1.9(B))"),
        ("8 C.F.R. §§ 236.1(b), 241.2", "8 C.F.R. §§ 236.1(b), |241.2"),
        ("G.L. c. 276, § 58", "G.L. c. 276, |§ 58"),
        ("477 Mass. 517, note 22", "477 Mass. 517, |note 22"),
        ("at 527-532 or 2:10\u00a0AM", "at 527-532 |or |2:10\u00a0AM"),
        ("(617)\u00a0555-0100 now", "(617)\u00a0555-0100 |now"),
        ("Ortega-Rivera", "Ortega-|Rivera"),
        ("Form I-247A", "Form I-247A"),
        ("(Mass. R. Crim. P. 3.1)", "(Mass. R. Crim. P. 3.1)"),
        ("Lunn v. Commonwealth", "Lunn v. Commonwealth"),
        ("Say: “I want it.”", "Say: |“I want |it.”"),
    ],
)
def test_a_line_begins_only_where_nothing_that_belongs_together_is_cut(
    text: str, broken: str
) -> None:
    assert joined(text, breaks(text)) == broken


@settings(max_examples=60, deadline=None)
@given(text=WORDS, measure=st.floats(40, 500))
def test_lines_hold_all_the_text_and_are_never_wider_than_the_measure(
    text: str, measure: float
) -> None:
    lines = paragraph(text).lines(measure)
    assert "".join(text[line.start : line.after] for line in lines) == text
    assert all(line.width <= measure + 0.01 for line in lines)


@settings(max_examples=60, deadline=None)
@given(text=WORDS)
def test_evening_out_the_lines_costs_no_extra_line(text: str) -> None:
    measure, places = 200.0, [*breaks(text), len(text)]
    block, count, start, last = paragraph(text), 1, 0, 0
    if any(block.width(a, b) > measure for a, b in zip([0, *places], places, strict=False)):
        return
    for place in places:
        if block.width(start, len(text[:place].rstrip(" "))) > measure:
            start, count = last, count + 1
        last = place
    assert len(block.lines(measure)) <= count


def test_no_word_stands_alone_on_the_last_line_if_that_can_be_helped() -> None:
    lines = paragraph("Remember the answer and the name and also the time").lines(270)
    assert len(lines) == 2
    assert lines[-1].width > 270 * 0.22


@cache
def laid_out(name: str, sheet: str) -> list[list[Placed]]:
    return pages_of(pdf.laid_out(GALLERY[name].letter(), None, sheet))


def tag_of(placed: Placed) -> str:
    node = placed.row.pieces[-1].node if placed.row.pieces else None
    return node.tag if node is not None else ""


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("name", GALLERY)
def test_no_heading_is_stranded_at_the_foot_of_a_page(name: str, sheet: str) -> None:
    for page in laid_out(name, sheet):
        assert not tag_of(page[-1]).startswith("H")


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("name", GALLERY)
def test_pages_hold_their_rows_and_no_line_is_left_alone(name: str, sheet: str) -> None:
    pages = laid_out(name, sheet)
    for page in pages:
        assert page[-1].top + page[-1].row.height <= 650
        tops = [placed.top for placed in page]
        assert tops == sorted(tops)
    for page, following in pairwise(pages):
        last, first = page[-1].row, following[0].row
        if last.pieces and first.pieces and last.pieces[-1].node is first.pieces[-1].node:
            node = first.pieces[-1].node
            for side in (page, following):
                assert sum(piece.node is node for p in side for piece in p.row.pieces) >= 2


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("name", GALLERY)
def test_the_steps_of_what_to_do_now_stand_on_one_page(name: str, sheet: str) -> None:
    letter = GALLERY[name].letter()
    steps = next(each for each in letter.passages if each.key.startswith("now."))
    wanted = {str(number) for number in range(1, len(steps.text.splitlines()) + 1)}
    first = laid_out(name, sheet)[0]
    labels = {
        piece.line.paragraph.text
        for placed in first
        for piece in placed.row.pieces
        if piece.node is not None and piece.node.tag == "Lbl"
    }
    assert wanted <= labels


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("name", GALLERY)
def test_the_lines_to_sign_on_stand_under_something(name: str, sheet: str) -> None:
    for page in laid_out(name, sheet):
        texts = [piece.line.paragraph.text for placed in page for piece in placed.row.pieces]
        if "Prepared by" in texts:
            assert texts.index("Prepared by") >= 2


@pytest.mark.parametrize("name", GALLERY)
def test_the_first_sheet_has_two_pages_and_the_second_begins_a_page(name: str) -> None:
    letter = GALLERY[name].letter()
    pages = laid_out(name, "plain")
    begins = [number for number, page in enumerate(pages) if page[0].row.must_begin_page]
    assert begins == [2]
    first = pages[2][0].row.pieces[0].line.paragraph.text
    assert first == letter.mark("head.more")


# The letters that have the most to say.
FULLEST = (
    *("boston police, under 18", "police, more than a day without a court", "bail set"),
    *("sheriff, bail refused", "a court's warrant", "open, other holds"),
)


@pytest.mark.parametrize("language", languages("rights")[1:])
@pytest.mark.parametrize("name", FULLEST)
def test_the_first_sheet_of_a_translation_has_two_pages_too(name: str, language: str) -> None:
    pages = pages_of(pdf.laid_out(GALLERY[name].letter(language), None, "plain"))
    begins = [number for number, page in enumerate(pages) if page[0].row.must_begin_page]
    assert begins[0] == 2


@pytest.mark.parametrize(
    "name",
    [
        *("boston police, bail paid", "sheriff, bail paid", "bail set", "another hold", "ICE"),
        *("a court's warrant", "state prison", "let go", "open, papers", "U.S. Marshals"),
    ],
)
def test_the_first_half_page_holds_what_to_do_what_not_to_sign_and_whom_to_call(name: str) -> None:
    letter = GALLERY[name].letter()
    first = laid_out(name, "plain")[0]
    half = 792 / 2 - 75
    said = " ".join(
        piece.line.paragraph.text
        for placed in first
        if placed.top + placed.row.height <= half
        for piece in placed.row.pieces
    )
    acts = next(each for each in letter.passages if each.key.startswith("now."))
    for key in ("call.number", acts.key, "sign.ice"):
        passage = letter.passage(key)
        assert passage is not None
        last = passage.text.split()[-1].strip("[]\u2068\u2069")
        assert last.rstrip(".”")[:6] in said, key


def test_every_heading_of_the_letter_is_on_the_paper() -> None:
    letter = GALLERY["boston police, bail paid"].letter()
    drawn = [
        piece.text
        for page in Pdf(draw(letter)).written()
        for piece in page
        if piece.tag in ("H2", "H3")
    ]
    headings = [block.text for block in letter.blocks if isinstance(block, Heading)]
    assert [text for text in drawn if text != letter.mark("head.more")] == headings


OPEN_FACTS = ("release.event", "release.stated_ground", "papers", "holds", "charges")


@pytest.mark.parametrize("two", list(combinations(OPEN_FACTS, 2)), ids=" and ".join)
def test_whichever_two_facts_are_open_both_ways_stand_on_the_first_sheet(
    two: tuple[str, str],
) -> None:
    letter = held(HoldAnswer.OPEN, "suffolk_sheriff", asks=two).letter()
    assert sum(passage.key.startswith("ifthen.") for passage in letter.passages) == 2
    pages = pages_of(pdf.laid_out(letter, None, "plain"))
    assert [n for n, page in enumerate(pages) if page[0].row.must_begin_page] == [2]


@pytest.mark.parametrize("language", ["en", "fr", "ar", "zh-Hans", "vi"])
@pytest.mark.parametrize("times", range(2, 24, 3))
def test_a_sheet_is_set_as_wide_as_its_pages_allow(language: str, times: int) -> None:
    letter = sample(language, times, confirmed=True)
    counts = {}
    for scale in SCALES:
        setting = Setting(letter, scale)
        lay_out(setting, letter, None)
        begins = [page[0].row.must_begin_page for page in pages_of(setting)]
        counts[scale] = begins.index(True)
    chosen = pdf.laid_out(letter, None, "plain").scale
    wider = SCALES[: SCALES.index(chosen)]
    least = min(counts.values())
    assert counts[chosen] <= max(2, least)
    assert all(counts[scale] > counts[chosen] for scale in wider)
