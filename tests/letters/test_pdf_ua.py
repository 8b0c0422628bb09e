"""What a machine can say of a letter's accessibility, said by veraPDF itself."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.tools.check_pdf_ua import VARIABLE, drawn, verdicts

JAR = os.environ.get(VARIABLE)


@pytest.mark.skipif(JAR is None, reason=f"{VARIABLE} names no jar of veraPDF")
def test_letters_of_every_sheet_and_language_are_pdf_ua(tmp_path: Path) -> None:
    assert JAR is not None
    said = verdicts(Path(JAR), list(drawn(tmp_path)))
    assert said.returncode == 0, said.stdout or said.stderr
    assert said.stdout.count("PASS") == len(list(tmp_path.glob("*.pdf")))


@pytest.mark.skipif(JAR is None, reason=f"{VARIABLE} names no jar of veraPDF")
def test_the_check_finds_a_file_without_tags(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    assert JAR is not None
    plain = tmp_path / "plain.pdf"
    canvas = Canvas(str(plain))
    canvas.drawString(72, 720, "No tags here.")
    canvas.save()
    assert verdicts(Path(JAR), [plain]).returncode == 1
