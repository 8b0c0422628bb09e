"""What files of intakes hold: case files of ``amparo-case/1``, and tables as CSV.

A function of values and files, for the background; the open case file is not asked.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from desktop.domain.case import Case
from desktop.domain.documents import read_case
from desktop.domain.importing import Offer, Read, Refusal
from desktop.domain.intake_table import read_table
from desktop.domain.problems import CaseRefused
from desktop.language.marks import N_

ENDINGS = (".json", ".csv", ".tsv", ".txt")
_MOST_BYTES = 16 * 1024 * 1024
_EXCEL = (".xlsx", ".xls", ".xlsm", ".ods")
_NO_TEXT = N_("holds characters that are no text")
_SAVE_AS_UTF8 = N_("Save it as UTF-8; in Excel, as “CSV UTF-8”")
Known = Callable[[Case], Case]


def read_files(paths: Iterable[Path], now: datetime, known: Known) -> Read:
    """All that the files hold. ``known`` refuses answers that no pack asks for."""
    read = Read()
    for path in dict.fromkeys(paths):
        read += _read_file(path, now)
    return _all_known(read, known)


def _read_file(path: Path, now: datetime) -> Read:
    name, ending = path.name, path.suffix.lower()
    if ending in _EXCEL:
        right = N_("In Excel, save it as “CSV UTF-8” and choose that file")
        return _refused(name, None, N_("is a workbook, not a table as text"), right)
    if ending not in ENDINGS:
        right = N_("Choose files that end in .csv or .json")
        return _refused(name, None, N_("is neither a table nor a case file"), right)
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except OSError:
        return _refused(name, None, N_("cannot be read"), N_("See whether it can be opened"))
    if len(content) > _MOST_BYTES:
        return _refused(name, None, N_("is larger than 16 megabytes"), N_("Take it in parts"))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return _refused(name, line, N_("is not UTF-8 text"), _SAVE_AS_UTF8)
    if "\x00" in text:
        return _refused(name, text[: text.index("\x00")].count("\n") + 1, _NO_TEXT, _SAVE_AS_UTF8)
    if ending == ".json":
        return _read_case_file(text, name)
    return read_table(text, name, now)


def _read_case_file(text: str, name: str) -> Read:
    try:
        return Read((Offer(name, None, read_case(json.loads(text))),))
    except json.JSONDecodeError as error:
        wrong = N_("is not JSON from column {column} on").format(column=error.colno)
        return _refused(name, error.lineno, wrong, N_("Mend it there"))
    except RecursionError:
        return _refused(name, None, N_("is nested too deeply"), N_("Write a case file"))
    except CaseRefused as refused:
        return Read((), (_refusal(name, None, refused),))


def _all_known(read: Read, known: Known) -> Read:
    offers, refusals = [], list(read.refusals)
    for offer in read.offers:
        try:
            known(offer.case)
            offers.append(offer)
        except CaseRefused as refused:
            refusals.append(_refusal(offer.file, offer.line, refused))
    return Read(tuple(offers), tuple(refusals))


def _refusal(name: str, line: int | None, refused: CaseRefused) -> Refusal:
    told = refused.values
    return Refusal(name, line, told["place"], told["wrong"], told["right"])


def _refused(name: str, line: int | None, wrong: str, right: str) -> Read:
    return Read((), (Refusal(name, line, "", wrong, right),))
