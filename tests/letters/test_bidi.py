"""Lines that run from the right: Unicode's algorithm, and what a letter makes of it."""

from __future__ import annotations

import pytest

from desktop.letters.markup import ISOLATE, POP, Role, Span
from desktop.letters.typesetting.bidi.classes import may_run_backwards
from desktop.letters.typesetting.paragraphs import Paragraph
from desktop.letters.typesetting.setting import fonts_of
from desktop.letters.typography import Style
from tests.letters.bidi_cases import SOME, bidi_cases

STYLE = Style(12, 16)


def shown(*spans: Span) -> str:
    """A line of Arabic as the eye meets it from the left; letters not joined."""
    (line,) = Paragraph(spans, STYLE, fonts_of("ar")).lines(2000)
    runs = line.runs
    pieces = []
    for index in line.order(runs):
        text = line.paragraph.text[runs[index].start : runs[index].end]
        pieces.append(text[::-1] if runs[index].backwards else text)
    return "".join(each for each in "".join(pieces) if each not in "\u2066\u2067\u2068\u2069")


def told(text: str) -> str:
    return shown(Span(text, Role.PLAIN))


def test_unicode_s_own_cases_come_out_as_unicode_says() -> None:
    assert [case for case in bidi_cases(SOME) if case.fails()] == []


def test_a_line_that_the_algorithm_is_spared_would_not_have_been_turned() -> None:
    spared = [case for case in bidi_cases(SOME) if not may_run_backwards(case.text)]
    assert len(spared) > 100
    for case in spared:
        if case.paragraph == 0:
            assert all(level is None or level % 2 == 0 for level in case.levels)


@pytest.mark.parametrize(
    "value",
    [
        "(617)\u00a0555-0100",
        "100 Dorchester Ave, Apt. 4-B, Boston, MA 02127",
        "2026-1000",
        "I-247A",
        "11/24/2026, 2:10 PM",
        "8 C.F.R. § 287.7(d)",
    ],
)
def test_what_comes_from_a_case_is_not_scattered_among_arabic_words(value: str) -> None:
    assert value in told(f"الرقم {ISOLATE}{value}{POP} هنا (أو هناك).")


def test_without_isolation_it_would_be() -> None:
    assert "2026-1000" not in told("الرقم 2026-1000 هنا")


def test_an_arabic_value_in_its_place_turns_nothing_around_it() -> None:
    line = told(f"الموعد {ISOLATE}الساعة 2:10 بعد الظهر{POP}، (617)")
    assert "2:10" in line
    assert line.startswith(")617(")  # each bracket is drawn the other way round


def test_words_for_an_officer_and_citations_read_from_the_left() -> None:
    say = "“I want to talk to a lawyer.”"
    cite = "(Lunn v. Commonwealth, 477 Mass. 517, 527-532 (2017))"
    line = shown(
        Span("يمكنك قول: ", Role.PLAIN),
        Span(say, Role.SAY),
        Span(" (أريد). ", Role.PLAIN),
        Span(cite, Role.CITE),
    )
    assert say in line
    assert cite in line
    assert line.index(cite) < line.index(say)


def test_an_arabic_name_in_an_english_line_leaves_the_english_where_it_was() -> None:
    spans = [Span(f"For {ISOLATE}سلمى (الخطيب){POP}, 2 pages (and more).", Role.PLAIN)]
    (line,) = Paragraph(spans, STYLE, fonts_of("en")).lines(2000)
    first, *_, last = [line.runs[index] for index in line.order(line.runs)]
    assert line.paragraph.text[first.start : first.end].startswith("For ")
    assert line.paragraph.text[last.start : last.end].endswith(", 2 pages (and more).")


def test_letters_join_with_their_neighbours() -> None:
    paragraph = Paragraph([Span("ححح ح", Role.PLAIN)], STYLE, fonts_of("ar"))
    glyphs = [glyph.gid for run in paragraph.runs for glyph in paragraph.glyphs(run)]
    alone, _, last, middle, first = glyphs
    assert len({alone, last, middle, first}) == 4
