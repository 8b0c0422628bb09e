"""A table of intakes, a case a row, as Excel or anything else writes it.

Nothing is guessed and nothing is left out: an unknown heading, a cell under no heading or
a word that nobody knows is refused with its line and column. All that is wrong is told at
once, so that a table is mended once.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from types import MappingProxyType

from desktop.domain.answers_reading import nearest
from desktop.domain.case import Case, Entry
from desktop.domain.documents import read_case, write_case
from desktop.domain.importing import Offer, Read, Refusal
from desktop.domain.intake_cells import CellRefused, read_cell
from desktop.domain.intake_columns import HEADINGS, NOTE, column_of, known_headings
from desktop.domain.problems import CaseRefused
from desktop.domain.silence import Answer, Silence
from desktop.domain.vocabulary import LISTS
from desktop.language.marks import N_

MOST_ROWS = 1000
_SEPARATORS = ",;\t"
_USE_TEMPLATE = N_("Take the headings of the empty table")
_SAVE_AGAIN = N_("Save the table as CSV once more")


def template() -> str:
    """An empty table with the usual headings; by the mark before it Excel knows its UTF-8."""
    text = io.StringIO(newline="")
    csv.writer(text).writerow(HEADINGS.values())
    return "\ufeff" + text.getvalue()


def read_table(text: str, name: str, now: datetime) -> Read:
    """All rows of a table, or what is wrong with it; ``name`` is the file's."""
    text = text.removeprefix("\ufeff")
    separator, skipped = _separator(text)
    rows = _rows(text, separator, skipped)
    try:
        line, head = next(rows, (1, []))
        columns, refusals = _columns(head, name, line)
        if refusals:
            return Read((), tuple(refusals))
        read = Read()
        for number, (line, row) in enumerate(rows):
            if number == MOST_ROWS:
                wrong = N_("has more than {most} rows").format(most=MOST_ROWS)
                return Read((), (Refusal(name, line, "", wrong, N_("Take it in parts")),))
            read += _case(name, line, columns, head, row, now)
    except _Broken as broken:
        return Read((), (Refusal(name, broken.line, "", str(broken), _SAVE_AGAIN),))
    if not read.offers and not read.refusals:
        wrong = N_("has no row below its headings")
        return Read((), (Refusal(name, None, "", wrong, N_("Write a row for each case")),))
    return read


class _Broken(ValueError):
    """Quotation marks that do not close, or a cell without end."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(why)
        self.line = line


def _separator(text: str) -> tuple[str, int]:
    """What stands between the cells, and how many lines come before the headings."""
    first, _, _ = text.partition("\n")
    told = first.strip().strip('"').lower()
    if told.startswith("sep=") and len(told) == len("sep=;"):  # Excel's own first line
        return told[-1], 1
    return max(_SEPARATORS, key=first.count), 0


def _rows(text: str, separator: str, skipped: int) -> Iterator[tuple[int, list[str]]]:
    """Each row that has something in it, with the line on which it begins."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    try:
        for number, row in enumerate(rows):
            if number >= skipped and any(cell.strip() for cell in row):
                yield line, row
            line = rows.line_num + 1
    except csv.Error as error:
        raise _Broken(line, N_("cannot be taken apart: {why}").format(why=error)) from error


def _columns(head: Sequence[str], name: str, line: int) -> tuple[list[str | None], list[Refusal]]:
    """What each column tells; None for one without a heading."""
    columns: list[str | None] = []
    refusals = []
    for heading in (cell.strip() for cell in head):
        column = column_of(heading) if heading else None
        if heading and column is None:
            guess = nearest(heading, known_headings())
            right = N_("Did you mean {word}?").format(word=guess) if guess else _USE_TEMPLATE
            refusals.append(Refusal(name, line, heading, N_("no such heading"), right))
        elif column is not None and column in columns:
            right = N_("Leave one of the two")
            refusals.append(Refusal(name, line, heading, N_("this heading stands twice"), right))
        columns.append(column)
    if not any(columns) and not refusals:
        wrong = N_("has no headings")
        refusals.append(Refusal(name, line, "", wrong, _USE_TEMPLATE))
    return columns, refusals


def _case(
    name: str,
    line: int,
    columns: Sequence[str | None],
    head: Sequence[str],
    row: Sequence[str],
    now: datetime,
) -> Read:
    answers: dict[str, Answer] = {}
    refusals = []
    for number, cell in enumerate(row):
        column = columns[number] if number < len(columns) else None
        if column is not None:
            try:
                answers[column] = read_cell(cell, column, now)
            except CellRefused as refused:
                refusals.append(
                    Refusal(name, line, head[number].strip(), refused.wrong, refused.right)
                )
        elif cell.strip():
            wrong = N_("cell {number} stands under no heading").format(number=number + 1)
            refusals.append(Refusal(name, line, "", wrong, N_("Give it one, or empty it")))
    if refusals:
        return Read((), tuple(refusals))
    note = answers.pop(NOTE, "")
    try:
        # Through the document and back: what the case file refuses is refused here too.
        case = read_case(write_case(_told(answers)))
    except CaseRefused as refused:
        heading = next(
            (head[i].strip() for i, c in enumerate(columns) if c == refused.values["place"]), ""
        )
        values = refused.values
        return Read((), (Refusal(name, line, heading, values["wrong"], values["right"]),))
    return Read((Offer(name, line, case, note if isinstance(note, str) else ""),))


def _told(answers: dict[str, Answer]) -> Case:
    """The case that a row tells; the columns of a list make its first entry."""
    scalars: dict[str, Answer] = {}
    entries: dict[str, dict[str, Answer]] = {}
    for column, answer in answers.items():
        section, _, key = column.rpartition(".")
        if answer is Silence.NOT_ASKED:
            continue
        if section in LISTS:
            entries.setdefault(section, {})[key] = answer
        else:
            scalars[column] = answer
    case = Case(answers=MappingProxyType(scalars))
    for section, entry in entries.items():
        case = case.with_entries(section, (Entry(MappingProxyType(entry)),))
    return case
