"""Intakes from files: seen first, then all of them or none, and the journal says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.domain.clinic_settings import ClinicSettings
from desktop.domain.importing import ImportRefused, Preview, TemplateNotSaved
from desktop.domain.problems_casefile import CodeTaken
from desktop.domain.problems_members import NotInYourRole
from desktop.domain.records import Deed
from desktop.domain.signoff import Role
from desktop.workflow.clinic import Clinic
from tests.workflow.conftest import INES


def look(clinic: Clinic, *paths: Path) -> Preview:
    return clinic.importing.look(clinic.importing.read(paths))


def table(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "intakes.csv"
    path.write_bytes(text.encode(encoding))
    return path


def case_file(folder: Path, name: str, **told: object) -> Path:
    path = folder / name
    path.write_text(json.dumps({"format": "amparo-case/1", **told}), encoding="utf-8")
    return path


def refused(preview: Preview) -> list[tuple[str, int | None, str, str]]:
    return [(one.file, one.line, one.column, one.wrong) for one in preview.refusals]


def test_nothing_is_written_before_somebody_says_so_and_then_all_of_it(
    clinic: Clinic, tmp_path: Path
) -> None:
    preview = look(
        clinic,
        table(tmp_path, "Code,Name,Note\n,José Invented,Called twice.\n26-0001,Bea Invented,\n"),
        case_file(tmp_path, "one.json", client={"name": "Cyr Invented"}),
    )
    assert preview.is_ready
    assert clinic.intake.cases() == ()
    kept = clinic.importing.take_in(preview)
    assert {record.code: record.case.text("client.name") for record in kept} == {
        "26-0001": "Bea Invented",
        "26-0002": "José Invented",
        "26-0003": "Cyr Invented",
    }
    (note,) = clinic.intake.notes(kept[1].id)
    assert (note.text, note.who) == ("Called twice.", INES)
    journal = clinic.housekeeping.journal()
    assert [line.did for line in journal].count(Deed.IMPORTED_CASE) == 3
    assert [row.code for row in clinic.intake.find("jose")] == ["26-0002"]


def test_one_row_that_is_refused_keeps_all_out(clinic: Clinic, tmp_path: Path) -> None:
    preview = look(clinic, table(tmp_path, "Name,Held by\nA,ICE\nB,the moon\n"))
    assert len(preview.offers) == 1
    assert refused(preview) == [("intakes.csv", 3, "Held by", "“the moon” is not known")]
    with pytest.raises(ImportRefused):
        clinic.importing.take_in(preview)
    assert clinic.intake.cases() == ()


def test_what_fails_in_the_middle_leaves_nothing(clinic: Clinic, tmp_path: Path) -> None:
    preview = look(clinic, table(tmp_path, "Code,Name\nours-1,A\nours-2,B\n"))
    record = clinic.intake.open_case()
    clinic.intake.answer(record, "code", "ours-2")  # between looking and saying yes
    lines = len(clinic.housekeeping.journal())
    with pytest.raises(CodeTaken):
        clinic.importing.take_in(preview)
    assert [row.code for row in clinic.intake.cases()] == ["ours-2"]
    assert len(clinic.housekeeping.journal()) == lines


def test_codes_that_are_taken_are_refused_and_names_that_are_here_are_pointed_out(
    clinic: Clinic, tmp_path: Path
) -> None:
    clinic.intake.answer(clinic.intake.open_case(), "client.name", "Bea  Invented")
    text = "Code,Name\n26-0001,A\nx,B\nx,bea invented\n,Bea Invented\ny,\n"
    preview = look(clinic, table(tmp_path, text))
    assert refused(preview) == [
        ("intakes.csv", 2, "Code", "another case here has the code 26-0001"),
        ("intakes.csv", 4, "Code", "the code x stands twice"),
    ]
    assert preview.alike == ((), (), ("26-0001",), ("26-0001", "line 4"), ())


def test_facts_that_this_clinic_does_not_keep_are_counted_and_not_kept(
    clinic: Clinic, tmp_path: Path
) -> None:
    path = table(tmp_path, "Name,client.nationality\nA,ZZ\nB,\n")
    preview = look(clinic, path)
    assert preview.not_kept == 1
    first = clinic.importing.take_in(preview)[0]
    assert clinic.intake.get(first.id).case.text("client.nationality") is None
    clinic.housekeeping.choose(ClinicSettings(keep_sensitive=True))
    assert look(clinic, path).not_kept == 0


def test_a_file_that_cannot_be_taken_says_which_and_where(clinic: Clinic, tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text('{"format":\n ]')
    (tmp_path / "book.xlsx").write_bytes(b"PK")
    (tmp_path / "wide.csv").write_bytes("Name\nA\n".encode("utf-16"))
    (tmp_path / "deep.json").write_text("[" * 100_000)
    preview = look(
        clinic,
        tmp_path / "broken.json",
        tmp_path / "book.xlsx",
        tmp_path / "wide.csv",
        tmp_path / "deep.json",
        tmp_path / "gone.csv",
        case_file(tmp_path, "odd.json", custody={"custodain": "ice"}),
        case_file(tmp_path, "asked.json", answers={"shoe_size": 43}),
        table(tmp_path, "Name\nA\nJosé\n", "cp1252"),
    )
    assert refused(preview) == [
        ("broken.json", 2, "", "is not JSON from column 2 on"),
        ("book.xlsx", None, "", "is a workbook, not a table as text"),
        ("wide.csv", 1, "", "is not UTF-8 text"),
        ("deep.json", None, "", "is nested too deeply"),
        ("gone.csv", None, "", "cannot be read"),
        ("odd.json", None, "custody.custodain", "unknown key"),
        ("intakes.csv", 3, "", "is not UTF-8 text"),
        ("asked.json", None, "answers.shoe_size", "no pack asks this"),
    ]
    assert all(one.right for one in preview.refusals)


def test_the_empty_table_is_saved_and_fills_a_case_when_it_comes_back(
    clinic: Clinic, tmp_path: Path
) -> None:
    path = tmp_path / "empty.csv"
    clinic.importing.save_template(path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfCode,Name,")
    with path.open("a", encoding="utf-8", newline="") as file:
        file.write(",Marisol Invented\r\n")
    assert clinic.importing.take_in(look(clinic, path))[0].code == "26-0001"
    with pytest.raises(TemplateNotSaved):
        clinic.importing.save_template(tmp_path / "gone" / "empty.csv")


def test_a_volunteer_takes_nothing_in(clinic: Clinic, tmp_path: Path) -> None:
    preview = look(clinic, table(tmp_path, "Name\nA\n"))
    file = clinic.access._session.open_file
    with file.errand():
        file.members.change_role(INES, Role.VOLUNTEER)
    assert isinstance(clinic.importing.why_not_you(), NotInYourRole)
    with pytest.raises(NotInYourRole):
        clinic.importing.take_in(preview)


def test_no_value_of_a_row_stands_in_what_is_logged(clinic: Clinic, tmp_path: Path) -> None:
    preview = look(clinic, table(tmp_path, "Name,Held by,Note\nMarisol,Zyx,Secret\nB,ICE,Secret\n"))
    headless = look(clinic, table(tmp_path, "Marisol Zyx,Secret\n"))
    assert headless.refusals[0].column == "Marisol Zyx"
    for value in ("Marisol", "Zyx", "Secret"):
        assert value not in repr((preview, headless))
