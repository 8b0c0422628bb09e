"""Papers for the file hold the whole case, say that they are privileged, and go to nobody else."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.documents import read_case
from desktop.domain.findings import Outcome
from desktop.domain.letters import Letter, NameOnPaper, Reader
from desktop.domain.problems_letters import TemplateRefused
from desktop.domain.vocabulary import LISTS, SCALARS
from desktop.letters.advised import advised
from desktop.letters.compose import compose
from desktop.letters.dossier import is_row
from desktop.letters.markup import plain
from desktop.letters.pdf import draw
from desktop.letters.template import kinds, read_template, template_of
from desktop.library.shelves import Library
from desktop.rules.assess import assess
from desktop.system.resources import resource
from tests.letters.paper_read import Pdf
from tests.letters.situations import CLINIC

BOOK = Library().book
NOW = datetime(2026, 12, 1, 22, 0, tzinfo=UTC)
FOR_FILE = ("memo", "habeas")
CASES: dict[str, dict[str, Any]] = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))["case"]
    for path in sorted(resource("packs").glob("*/cases/*.json"))
}
WHOLE = CASES["station-bail-paid"] | {
    "code": "H-0042",
    "client": {"name": "Marisol Ejemplo", "nationality": "GT", "afraid_to_return": "declined"},
    "immigration": {"entry": "without_inspection", "final_order": "unknown"},
}


def written(kind: str, document: dict[str, Any]) -> Letter:
    case = read_case(document)
    as_of = (case.as_of.exact if case.as_of else None) or NOW
    found = assess(case, BOOK, as_of)
    return compose(kind, case, found, "en", NameOnPaper.FULL, CLINIC, NOW)


def text(letter: Letter) -> str:
    return "\n".join(plain(passage.text) for passage in letter.passages).replace("\u00a0", " ")


def test_the_papers_for_the_file_are_the_memo_and_the_fact_sheet() -> None:
    found = {kind for kind in kinds() if template_of(kind).reader is Reader.FILE}
    assert found == set(FOR_FILE)


def test_the_memo_has_a_row_for_every_fact_that_a_case_can_hold() -> None:
    rows = {row for section in template_of("memo").sections for row in section.rows}
    assert set(SCALARS) - rows == set()
    assert set(LISTS) - rows == set()


@pytest.mark.parametrize("kind", FOR_FILE)
def test_every_page_says_that_it_is_privileged(kind: str) -> None:
    for page in Pdf(draw(written(kind, WHOLE))).written():
        said = "".join(piece.text for piece in page)
        assert "Privileged and confidential" in said


def test_the_memo_says_what_is_kept_off_the_client_s_paper() -> None:
    said = text(written("memo", WHOLE))
    assert "Nationality: GT" in said
    assert "Entry: without_inspection" in said or "Entry: " in said
    assert "Afraid to return: prefers not to say" in said
    assert "Final order: asked, and nobody knows" in said
    assert "In proceedings" not in said


def test_the_fact_sheet_leaves_a_line_for_what_nobody_was_asked() -> None:
    said = text(written("habeas", WHOLE))
    assert "In proceedings: ____" in said
    assert "A-number: ____" in said


def test_the_memo_says_what_staff_do_now_and_what_can_be_asked_for() -> None:
    said = text(written("memo", WHOLE))
    assert "Call the lawyer in the court case" in said
    assert "Can be asked for: State habeas corpus" in said


def test_a_finding_that_calls_for_nothing_is_not_among_what_to_do() -> None:
    found = assess(read_case(WHOLE), BOOK, NOW)
    told = "\n".join(advised(found.findings, "Can be asked for:"))
    quiet = [f.title for f in found.findings if f.outcome is Outcome.PROTECTS]
    assert quiet and not [title for title in quiet if f"**{title}**" in told]


def test_a_source_that_no_client_may_read_is_marked_for_staff() -> None:
    case = CASES["protect-act-reported-not-read"]
    letter = written("memo", case)
    cites = [c for f in assess(read_case(case), BOOK, NOW).findings for c in f.cites]
    assert any(cite.print_level == "C" for cite in cites)
    assert "(for staff only)" in text(letter)


@pytest.mark.parametrize("name", sorted(CASES))
@pytest.mark.parametrize("kind", FOR_FILE)
def test_every_case_can_be_written_up(kind: str, name: str) -> None:
    letter = written(kind, CASES[name])
    numbers = [passage.number for passage in letter.passages if passage.number is not None]
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_letter_for_a_client_has_no_rows(tmp_path: Path) -> None:
    folder = tmp_path / "note"
    folder.mkdir()
    (folder / "letter.toml").write_text(
        'format = 1\nkind = "note"\nchecked_on = 2026-11-22\n[[title]]\nkey = "title"\n'
        '[[section]]\nsheet = 1\nrows = ["client.nationality"]\n',
        encoding="utf-8",
    )
    (folder / "en.md").write_text("---\nlanguage: en\n---\n\n## title\nA note\n", encoding="utf-8")
    with pytest.raises(TemplateRefused, match="only a paper for the file"):
        read_template(folder)


def test_a_row_that_nothing_knows_is_no_row() -> None:
    assert not is_row("client.shoe_size")
