"""What comes out on paper is the letter: every word, in order, tagged, and the same every time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from desktop.domain.letters import ClinicDetails, Letter, NameOnPaper
from desktop.domain.problems_letters import CannotPrintCharacters, NoSuchSheet
from desktop.domain.signoff import Role, SignOff
from desktop.letters.pdf import draw
from tests.letters.gallery import GALLERY
from tests.letters.paper_read import Pdf, inked, read
from tests.letters.said import in_one_column

ROOT = Path(__file__).parents[2]
SHEETS = ("plain", "large_print")
SHOWN = (
    "boston police, bail paid",
    "sheriff, bail paid",
    "bail set",
    "nothing known",
    "ICE",
    "let go",
    "state prison",
    "a source not checked lately",
)
PAID = GALLERY["boston police, bail paid"]


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("name", SHOWN)
def test_the_paper_says_exactly_the_letter(name: str, sheet: str) -> None:
    letter = GALLERY[name].letter()
    assert read(draw(letter, sheet=sheet)) == "".join(in_one_column(letter))


def test_ligatures_and_accents_read_back_as_they_were_written() -> None:
    name = "Sofía Fiffi Núñez-Ağça office"
    named = PAID.case.with_answer("client.name", name)
    letter = type(PAID)(named, PAID.assessment).letter(name=NameOnPaper.FULL)
    assert f"For {name}." in read(draw(letter))


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("name", SHOWN)
def test_every_page_says_draft_and_its_own_number(name: str, sheet: str) -> None:
    data = draw(GALLERY[name].letter(), sheet=sheet)
    pages = Pdf(data).written()
    for number, page in enumerate(pages, 1):
        text = "".join(piece.text for piece in page)
        assert "DRAFT. No lawyer has signed this letter." in text
        assert f"Page {number} of {len(pages)}" in text
        assert "Information, not a promise. Law as of" in text


def signed(letter: Letter, role: Role = Role.ATTORNEY, sheet: str = "plain") -> SignOff:
    return SignOff(
        "Ruth Okafor", role, date(2026, 11, 24), letter.digest(sheet), prepared_by="Ben Adeyemi"
    )


def test_a_sign_off_on_these_very_words_takes_draft_away_and_names_who_signed() -> None:
    letter = PAID.letter()
    text = read(draw(letter, signed(letter)))
    assert "DRAFT" not in text
    assert "Prepared by Ben Adeyemi. Checked and signed by Ruth Okafor, attorney," in text


def test_an_accredited_representative_is_said_to_be_no_lawyer() -> None:
    letter = PAID.letter()
    text = read(draw(letter, signed(letter, Role.ACCREDITED_REPRESENTATIVE)))
    assert "DRAFT" not in text
    assert "The person who signed is not a lawyer." in text


@pytest.mark.parametrize(
    "sign_off",
    [
        lambda letter: signed(letter, Role.VOLUNTEER),
        lambda letter: replace(signed(letter), digest="0" * 64),
        lambda letter: signed(replace(letter, title="Another title")),
        lambda letter: signed(replace(letter, facts="1" * 64)),
        lambda letter: signed(replace(letter, packs=("us-ma 2",))),
        lambda letter: signed(letter, sheet="large_print"),
    ],
)
def test_any_other_sign_off_leaves_draft_on(sign_off: object) -> None:
    letter = PAID.letter()
    assert callable(sign_off)
    assert "DRAFT" in read(draw(letter, sign_off(letter)))


def test_the_same_words_an_hour_later_are_the_same_letter() -> None:
    letter = PAID.letter()
    assert replace(letter, made_at=letter.made_at + timedelta(hours=1)).digest() == letter.digest()


def test_a_letter_drawn_twice_is_the_same_bytes() -> None:
    assert draw(PAID.letter()) == draw(PAID.letter())


def test_another_process_draws_the_same_bytes() -> None:
    program = (
        "import sys; from tests.letters.test_paper import PAID, draw;"
        "sys.stdout.buffer.write(draw(PAID.letter()))"
    )
    elsewhere = {"PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "0", "TZ": "Asia/Tokyo"}
    drawn = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, **elsewhere},
    )
    assert drawn.stdout == draw(PAID.letter())


def test_the_file_says_of_itself_only_what_is_allowed() -> None:
    pdf = Pdf(draw(PAID.letter()))
    info = pdf.one(rb"/CreationDate")
    assert set(re.findall(rb"/([A-Z]\w+) \(", info)) == {
        *(b"Title", b"Creator", b"Producer"),
        *(b"CreationDate", b"ModDate"),
    }
    assert b"Your rights while police hold you" in info
    assert info.count(b"(Amparo)") == 2
    assert b"(D:20261124060000-05'00)" in info


def test_neither_the_file_nor_its_description_names_anybody() -> None:
    named = PAID.case.with_answer("client.name", "Marisol Rivera")
    letter = type(PAID)(named, PAID.assessment).letter()
    data = draw(letter)
    assert "Marisol" not in read(data)
    assert b"Marisol" not in data and b"Rivera" not in data
    xmp = data[data.index(b"<?xpacket begin") : data.index(b"<?xpacket end")]
    assert b"dc:creator" not in xmp and b"pdf:Keywords" not in xmp


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_tags_open_with_the_title_and_leave_out_no_level(sheet: str) -> None:
    pdf = Pdf(draw(PAID.letter(), sheet=sheet))
    catalog = pdf.one(rb"/StructTreeRoot \d+ 0 R")
    assert b"/Marked true" in pdf.objects[pdf.reference(catalog, "MarkInfo")]
    assert b"/DisplayDocTitle true" in pdf.objects[pdf.reference(catalog, "ViewerPreferences")]
    heads = [
        int(piece.tag[1])
        for page in pdf.written()
        for piece in page
        if re.fullmatch(r"H\d", piece.tag)
    ]
    assert heads[0] == 1 and heads.count(1) == 1
    assert all(deeper <= level + 1 for level, deeper in pairwise(heads))


def test_every_number_has_its_label_and_every_paragraph_its_body() -> None:
    pdf = Pdf(draw(PAID.letter()))
    tags = [
        re.search(rb"/S /(\w+)", body)
        for body in pdf.objects.values()
        if b"/Type /StructElem" in body
    ]
    named = [tag[1].decode() for tag in tags if tag is not None]
    assert named.count("Document") == 1
    assert named.count("LI") == named.count("Lbl") == named.count("LBody") > 40


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("name", SHOWN)
def test_nothing_leaves_ink_beyond_the_margins(name: str, sheet: str) -> None:
    for page in inked(draw(GALLERY[name].letter(), sheet=sheet)):
        assert min(each.left for each in page) >= 72 - 1
        assert max(each.right for each in page) <= 612 - 72 + 1
        assert min(each.bottom for each in page) >= 18
        assert max(each.top for each in page) <= 792 - 18


LONG_NAME = "Wolfeschlegelsteinhausenbergerdorff " * 4
LONG_WORD = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 2


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("long", [LONG_NAME, LONG_WORD, "W" * 300])
def test_long_names_and_long_words_stay_inside_the_margins(long: str, sheet: str) -> None:
    named = PAID.case.with_answer("client.name", long)
    clinic = ClinicDetails(long, long, long)
    letter = type(PAID)(named, PAID.assessment).letter(name=NameOnPaper.FULL, clinic=clinic)
    data = draw(letter, sheet=sheet)
    for page in inked(data):
        assert max(each.right for each in page) <= 612 - 72 + 1
        assert min(each.left for each in page) >= 72 - 1
    assert long.replace(" ", "") in read(data).replace(" ", "").replace("\u00a0", "")


def test_letters_that_no_font_has_are_told_and_not_drawn_as_boxes() -> None:
    named = PAID.case.with_answer("client.name", "ບຸນ")
    letter = type(PAID)(named, PAID.assessment).letter(name=NameOnPaper.FULL)
    with pytest.raises(CannotPrintCharacters, match="ນ ບ"):
        draw(letter)


@pytest.mark.parametrize("name", ["王䶮", "سلمى الخطيب", "Фёдор Щукин", "Nguyễn Thị Thảo"])
def test_a_name_from_elsewhere_stands_in_an_english_letter(name: str) -> None:
    named = PAID.case.with_answer("client.name", name)
    letter = type(PAID)(named, PAID.assessment).letter(name=NameOnPaper.FULL)
    assert f"For {name}." in read(draw(letter))


def test_a_sheet_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(NoSuchSheet, match="plain, large_print"):
        draw(PAID.letter(), sheet="poster")


def test_composing_imports_neither_reportlab_nor_harfbuzz() -> None:
    program = (
        "import sys, desktop.letters.compose, desktop.letters.pdf;"
        "print([m for m in ('reportlab', 'uharfbuzz', 'PIL') if m in sys.modules])"
    )
    command = [sys.executable, "-c", program]
    seen = subprocess.run(command, capture_output=True, check=True, cwd=ROOT)
    assert seen.stdout.strip() == b"[]"


def test_the_moment_in_the_file_is_the_letter_s_own() -> None:
    later = datetime(2027, 7, 1, 16, 30, tzinfo=UTC)
    assert b"(D:20270701123000-04'00)" in draw(replace(PAID.letter(), made_at=later))
