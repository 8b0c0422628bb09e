"""A table of intakes says what was written, or which cell cannot be read and what is right."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.documents import write_case
from desktop.domain.importing import Read
from desktop.domain.intake_columns import COLUMNS, HEADINGS, column_of, words_of
from desktop.domain.intake_table import MOST_ROWS, read_table, template
from desktop.domain.silence import Silence
from desktop.domain.vocabulary import SCALARS, Kind

NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)  # 6:00 AM in Boston
FILE = "intakes.csv"


def read(text: str) -> Read:
    return read_table(text, FILE, NOW)


def told(text: str) -> list[tuple[int | None, str, str, str]]:
    """What is refused: line, column, what is wrong, what would be right."""
    return [(one.line, one.column, one.wrong, one.right) for one in read(text).refusals]


def test_the_template_is_read_by_its_own_reader_and_by_excel() -> None:
    assert template().startswith("\ufeffCode,Name,")
    (refusal,) = read(template()).refusals
    assert refusal.wrong == "has no row below its headings"
    assert {column_of(heading) for heading in HEADINGS.values()} == set(HEADINGS)


def test_a_row_becomes_a_case_as_people_write_it() -> None:
    (offer,) = read(
        "\ufeffName;Date of birth;Language;Held by;Arrested at;Bail;Still held;Paper;Note\r\n"
        '"Ángel ""Gel"" Invented";1/2/1990;Spanish;BOSTON  police;11/23/2026 10:05 PM;'
        'Set, not paid;yes;I-247A, detainer;"His sister called.\r\nTwice."\r\n'
    ).offers
    assert write_case(offer.case) == {
        "format": "amparo-case/1",
        "client": {
            "name": 'Ángel "Gel" Invented',
            "date_of_birth": "1990-01-02",
            "language": "es",
        },
        "custody": {"custodian": "boston_police", "arrested_at": "2026-11-23T22:05-05:00"},
        "release": {"bail": "set_unpaid", "still_held": True},
        "papers": [{"form": "I-247A"}],
    }
    assert (offer.line, offer.note) == (2, "His sister called.\r\nTwice.")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-11-23", "2026-11-23"),
        ("11/23/26", "2026-11-23"),
        ("23 Nov 2026", "2026-11-23"),
        ("Mon, Nov 23, 2026", "2026-11-23"),
        ("2026-11-23 14:10", "2026-11-23T14:10-05:00"),
        ("11/23/2026 14:10:00", "2026-11-23T14:10-05:00"),
        ("11/23/2026 2:10 am", "2026-11-23T02:10-05:00"),
        ("11/23/2026 02:10", "2026-11-23T02:10-05:00"),
        ("11/23/26 2:10 AM", "2026-11-23T02:10-05:00"),
    ],
)
def test_dates_are_read_as_people_and_excel_write_them(written: str, meant: str) -> None:
    (offer,) = read(f'Arrested at,Name\n"{written}",A\n').offers
    moment = write_case(offer.case)["custody"]
    assert moment == {"arrested_at": meant}


def test_a_time_that_could_be_two_is_refused_and_never_guessed() -> None:
    rows = ["11/23/2026 2:10", "yesterday", "11/23", "23/11/2026", "2/30/2026", "3/8/2026 2:30 am"]
    refused = told("Name,Arrested at\n" + "".join(f"A,{row}\n" for row in rows))
    assert [line for line, *_ in refused] == [2, 3, 4, 5, 6, 7]
    assert [wrong for _, _, wrong, _ in refused] == [
        "“11/23/2026 2:10”: 2:10 in the morning or later? Add am or pm",
        "“yesterday” is no date with its year",
        "“11/23” is no date with its year",
        "“23/11/2026”: There is no month 23. The month comes first: 1/13",
        "“2/30/2026”: Feb 2026 has no day 30",
        "“3/8/2026 2:30 am”: 3/8/2026 2:30 am is no time in Boston: clocks went forward over it",
    ]
    assert {right for *_, right in refused} == {
        "Write 11/26/2026 2:10 am; in Excel, choose a format with AM and PM"
    }


def test_a_day_of_birth_is_a_day() -> None:
    assert told("Date of birth\n1/2/1990 2:10 pm\n") == [
        (2, "Date of birth", "“1/2/1990 2:10 pm” is more than a day", "Write 11/26/2026")
    ]


def test_everything_that_is_wrong_is_told_at_once_with_its_place() -> None:
    text = (
        "Name,Held by,Seen by a judge,City or town,\n"
        "A,Bostn police,maybe,,\n"
        "\n"
        '"B\nC",police of another city or town,no,Boston,\n'
        "D,,,,,stray\n"
        "E,ICE,yes,,\n"
    )
    assert told(text) == [
        (2, "Held by", "“Bostn police” is not known", "Did you mean Boston police?"),
        (2, "Seen by a judge", "“maybe” is not known", "Write yes, no or unknown"),
        (4, "City or town", "Boston has its own word", "Write custodian boston_police"),
        (6, "", "cell 6 stands under no heading", "Give it one, or empty it"),
    ]
    assert [offer.line for offer in read(text).offers] == [7]


def test_headings_are_known_or_refused_with_the_nearest() -> None:
    assert told("Nmae,client.name,Name\nA,B,C\n") == [
        (1, "Nmae", "no such heading", "Did you mean Name?"),
        (1, "Name", "this heading stands twice", "Leave one of the two"),
    ]
    assert told("") == [(1, "", "has no headings", "Take the headings of the empty table")]


def test_silences_stay_apart_and_an_empty_cell_says_nothing() -> None:
    (offer,) = read(
        "Seen by a judge,Still held,Held by,Name\nunknown,prefers not to say,,A\n"
    ).offers
    assert offer.case.get("custody.seen_by_judge") is Silence.NOT_KNOWN
    assert offer.case.get("release.still_held") is Silence.WITHHELD
    assert offer.case.get("custody.custodian") is Silence.NOT_ASKED


def test_a_table_that_is_broken_or_too_long_is_refused_with_its_line() -> None:
    ((line, _, wrong, _),) = told('Name\nA\n"B\nC\n')
    assert (line, wrong) == (3, "cannot be taken apart: unexpected end of data")
    rows = "A\n" * (MOST_ROWS + 1)
    assert told(f"Name\n{rows}")[0][2] == f"has more than {MOST_ROWS} rows"
    assert len(read("Name\n" + "A\n" * MOST_ROWS).offers) == MOST_ROWS


def test_what_excel_writes_in_other_countries_is_read_too() -> None:
    for text in ("sep=;\r\nName;Held by\r\nA;ICE\r\n", "Name\tHeld by\r\nA\tICE\r\n"):
        (offer,) = read(text).offers
        assert offer.case.text("custody.custodian") == "ice"


def test_every_word_of_the_case_file_can_be_written_by_its_name_or_as_it_is() -> None:
    wordy = [column for column in COLUMNS if COLUMNS[column].kind is Kind.WORD]
    for column in wordy:
        told_words = words_of(column)
        assert set(told_words.values()) == set(COLUMNS[column].words)
        town = {"custody.custodian", "spells.custodian"}  # needs no town here
        for written, word in told_words.items():
            out = io.StringIO()
            csv.writer(out).writerows([[column, "client.name"], [written, "A"]])
            offers = read(out.getvalue()).offers
            assert offers, (column, written)
            if column in SCALARS and column not in town:
                assert offers[0].case.get(column) == word


_CELLS = st.sampled_from(
    [
        "",
        "A",
        "yes",
        "NO",
        "Boston police",
        "ice",
        "11/23/2026",
        "1/1/90 3 pm",
        "?",
        '"',
        ";",
        "x\ny",
    ]
)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(
    st.lists(st.sampled_from([*COLUMNS, *HEADINGS.values(), "other", ""]), min_size=2, max_size=6),
    st.lists(st.lists(_CELLS, max_size=7), max_size=6),
    st.sampled_from(",;\t"),
    st.booleans(),
)
def test_every_row_is_offered_or_refused_and_none_is_lost(
    head: list[str], rows: list[list[str]], separator: str, quoted: bool
) -> None:
    out = io.StringIO(newline="")
    dialect = "unix" if quoted else "excel"  # all quoted, or only where it must be
    csv.writer(out, dialect, delimiter=separator).writerows([head, *rows])
    found = read(out.getvalue())
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    if not any(refusal.line in (None, 1) for refusal in found.refusals) and any(head):
        lines = {one.line for one in found.offers} | {one.line for one in found.refusals}
        assert len(lines) == len(filled)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_no_text_at_all_makes_a_fault(text: str) -> None:
    found = read(text)
    assert found.offers or found.refusals
