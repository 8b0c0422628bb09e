"""Every language through every sheet: said word by word, inside the margins, turned rightly."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from desktop.domain.letters import Heading, Letter, Passage
from desktop.letters.markup import Role, Span, isolated, lines_of
from desktop.letters.pdf import draw, sheets
from desktop.letters.typesetting.paragraphs import Paragraph
from desktop.letters.typesetting.setting import fonts_of
from desktop.letters.typography import FAMILY_OF, LARGE, PLAIN, PLAIN_TIGHTER, SIDES, Style
from tests.letters.paper_read import Inked, Pdf, inked, read, read_by_tags
from tests.letters.said import in_one_column, side_by_side
from tests.letters.samples import LANGUAGES, sample

EVERY = [
    (each, sheet) for each in LANGUAGES for sheet in sheets("rights", each) if sheet != "wallet"
]
TRANSLATED = [language for language in LANGUAGES if language != "en"]
FROM_THE_RIGHT = {"ar"}


@cache
def drawn(language: str, sheet: str) -> bytes:
    return draw(sample(language, 3), sheet=sheet)


@pytest.mark.parametrize(("language", "sheet"), EVERY)
def test_what_is_written_is_the_letter_word_by_word(language: str, sheet: str) -> None:
    letter = sample(language, 3)
    wanted = side_by_side(letter) if sheet == "side_by_side" else in_one_column(letter)
    assert read(drawn(language, sheet)) == "".join(wanted)


def inside(data: bytes) -> None:
    for page in inked(data):
        assert min(each.left for each in page) >= 72 - 1
        assert max(each.right for each in page) <= 612 - 72 + 1
        assert min(each.bottom for each in page) >= 18
        assert max(each.top for each in page) <= 792 - 18


@pytest.mark.parametrize(("language", "sheet"), EVERY)
def test_all_ink_stays_inside_the_margins(language: str, sheet: str) -> None:
    inside(drawn(language, sheet))


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_draft_translation_stands_beside_its_english_and_every_page_says_so(
    language: str,
) -> None:
    letter = sample(language, 3)
    mark = letter.mark("mark.translation").replace("**", "")
    for sheet in ("plain", "side_by_side"):
        pages = Pdf(drawn(language, sheet)).written()
        texts = ["".join(piece.text for piece in page) for page in pages]
        own = [text for text in texts if letter.mark("mark.foot") in text]
        assert own and all(mark in text for text in own)
        assert any("A sample letter" in text for text in texts)


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_file_says_its_language_and_marks_what_is_english(language: str) -> None:
    pdf = Pdf(drawn(language, "plain"))
    assert b"/Lang (%s)" % language.encode() in pdf.one(rb"/StructTreeRoot \d+ 0 R")
    first = pdf.stream(pdf.reference(pdf.pages[0], "Contents"))
    assert first.count(b"/Span <</Lang (en)>> BDC") >= 2
    attached = [body for body in pdf.objects.values() if b"/S /H1" in body]
    assert len(attached) == 2 and b"/Lang (en)" in attached[1]


def positions(page: list[Inked], text: str) -> list[Inked]:
    """Where the characters of a text stand, in its own order; as pdfium finds them in a line."""
    joined = "".join(each.text for each in page)
    start = joined.index(text)
    return page[start : start + len(text)]


def test_arabic_begins_at_the_right_and_numbers_stand_to_the_right_of_it() -> None:
    page = inked(drawn("ar", "plain"))[0]
    number = next(each for each in page if each.text == "1" and each.left > 500)
    assert number.right == pytest.approx(540, abs=3)
    arabic = [each for each in page if "\u0600" <= each.text <= "\u06ff" or each.text > "\ufb50"]
    beside = [each for each in arabic if abs(each.bottom - number.bottom) < 9]
    assert max(each.right for each in beside) < number.left
    assert max(each.right for each in arabic) == pytest.approx(540, abs=3)


def test_a_telephone_number_reads_from_the_left_in_arabic() -> None:
    digits = positions(inked(drawn("ar", "plain"))[0], "555-0100")
    assert [each.left for each in digits] == sorted(each.left for each in digits)


def test_side_by_side_english_stands_left_and_arabic_ends_at_the_right_edge() -> None:
    page = inked(drawn("ar", "side_by_side"))[0]
    arabic = [each for each in page if "\u0600" <= each.text <= "\u06ff"]
    assert min(each.left for each in arabic) > 300
    title = positions(page, "Asampleletter")
    assert title[0].left == pytest.approx(72, abs=2)


def stretched(letter: Letter, by: float) -> Letter:
    """The same letter with every line longer: its own words once more."""

    def longer(text: str) -> str:
        words = text.split(" ")
        if len(words) == 1:
            return text + text[-max(1, int(len(text) * by)) :]
        return " ".join([*words, *words[-max(1, int(len(words) * by)) :]])

    def block(each: Heading | Passage) -> Heading | Passage:
        if isinstance(each, Heading):
            return replace(each, text=longer(each.text))
        told = []
        for line in each.text.splitlines():
            has_marks = any(mark in line for mark in ("“", "[cite", "**", "\u2068"))
            told.append(
                line
                + (" " + line[-9:].strip(".。 ") * 4 if has_marks else longer(line)[len(line) :])
            )
        return replace(each, text="\n".join(told))

    return replace(
        letter,
        title=longer(letter.title),
        blocks=tuple(map(block, letter.blocks)),
        marks=tuple(
            (key, text if "{" in text or "**" in text else longer(text))
            for key, text in letter.marks
        ),
    )


@pytest.mark.parametrize(("language", "sheet"), EVERY)
def test_a_translation_forty_percent_longer_is_never_cut(language: str, sheet: str) -> None:
    letter = stretched(sample(language, 2, confirmed=True), 0.4)
    data = draw(letter, sheet=sheet)
    inside(data)
    wanted = side_by_side(letter) if sheet == "side_by_side" else in_one_column(letter)
    assert read_by_tags(data) == "".join(wanted)


ADDRESS = "https://www.example.org/" + "help/with-a-very-long-address/" * 5 + "?page=1&part=2"
LONG = {
    "a long name": "Wolfeschlegelsteinhausenbergerdorff" * 3,
    "a long Arabic name": "عبدالرحمنالمستعصمبالله" * 6,
    "a long Chinese name": "王芳" * 60,
    "an address of the web": ADDRESS,
}


@pytest.mark.parametrize("sheet", ["plain", "side_by_side", "large_print"])
@pytest.mark.parametrize("language", ["ar", "zh-Hant", "vi"])
@pytest.mark.parametrize("long", LONG)
def test_whatever_is_put_in_stays_inside_and_whole(long: str, language: str, sheet: str) -> None:
    letter = sample(language, 1, confirmed=True)
    steps = letter.blocks[3]
    assert isinstance(steps, Passage)
    steps = replace(steps, text=f"{steps.text} {isolated(LONG[long])}")
    letter = replace(letter, blocks=(*letter.blocks[:3], steps, *letter.blocks[4:]))
    data = draw(letter, sheet=sheet)
    inside(data)
    assert LONG[long] in read_by_tags(data)


def test_an_address_of_the_web_is_cut_at_its_joints() -> None:
    lines = Paragraph([Span(ADDRESS, Role.PLAIN)], Style(12, 15), fonts_of("en")).lines(300)
    cuts = [ADDRESS[line.after - 1 : line.after + 1] for line in lines[:-1]]
    assert len(cuts) >= 3
    assert all(cut[0] == "/" or cut[1] in ".?&=@#_-" for cut in cuts)


VIETNAMESE = "ẤẦẨẪẬẮẰẲẴẶẾỀỂỄỆỐỒỔỖỘỚỜỞỠỢỨỪỬỮỰỲỴỶỸÝỊỤĐấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữựgjpqyỵ"


@pytest.mark.parametrize("scale", [PLAIN, PLAIN_TIGHTER, SIDES, LARGE], ids=str)
def test_vietnamese_marks_do_not_touch_the_line_above(scale: object) -> None:
    fonts = fonts_of("vi")
    for name in ("title", "heading", "act", "body", "panel", "furniture"):
        style = getattr(scale, name).in_family(FAMILY_OF["vi"], getattr(scale, "air"))  # noqa: B009
        face = fonts.choices(bold=style.bold)[0].face
        boxes = [face.ink(face.glyph_of(letter)) for letter in VIETNAMESE]
        tall = max(top for _, top in boxes) - min(bottom for bottom, _ in boxes)
        assert tall * style.size / 1000 <= style.leading, name


def test_words_between_quotation_marks_that_hold_no_english_are_not_called_english() -> None:
    letter = sample("zh-Hans")
    pdf = Pdf(draw(letter))
    content = b"".join(pdf.stream(pdf.reference(page, "Contents")) for page in pdf.pages)
    assert any(
        "今天天气很好" in line.text for each in letter.passages for line in lines_of(each.text)
    )
    assert content.count(b"/Span <</Lang (en)>> BDC") == 2


@pytest.mark.parametrize("sheet", ["plain", "side_by_side", "large_print"])
@pytest.mark.parametrize("language", ["vi", "ar", "fr", "zh-Hant"])
def test_a_foot_of_many_lines_pushes_the_text_up_and_not_itself_off_the_paper(
    language: str, sheet: str
) -> None:
    letter = sample(language, 3, confirmed=True)
    long = " ".join([letter.mark("mark.foot")] * 7)
    marks = tuple((key, long if key == "mark.foot" else text) for key, text in letter.marks)
    data = draw(replace(letter, marks=marks), sheet=sheet)
    inside(data)
    for page in Pdf(data).written():
        assert long in "".join(piece.text for piece in page)
