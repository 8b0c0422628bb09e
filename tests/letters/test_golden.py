"""The pages are what they were when somebody last looked at them."""

from __future__ import annotations

import json

import pytest
from PIL import Image, ImageChops

from tests.letters.golden.kept import (
    FOLDER,
    PICTURES,
    SAMPLES,
    digest_of,
    drawn,
    picture_of,
    text_of,
)

DIGESTS = json.loads((FOLDER / "digests.json").read_text(encoding="utf-8"))
KEEP = "look at the pages, then run tests/tools/keep_golden.py"
_FAINT, _FEW = 48, 40  # another system may round a grey; it draws no other letter


def test_every_sample_is_kept_and_nothing_else() -> None:
    assert set(DIGESTS) == set(SAMPLES)
    assert {path.stem for path in (FOLDER / "text").iterdir()} == set(SAMPLES)
    assert {path.stem for path in (FOLDER / "pictures").iterdir()} == set(PICTURES)


@pytest.mark.parametrize("name", SAMPLES)
def test_each_page_says_what_it_said(name: str) -> None:
    said = (FOLDER / "text" / f"{name}.txt").read_text(encoding="utf-8")
    assert text_of(drawn(name)) == said, KEEP


@pytest.mark.parametrize("name", SAMPLES)
def test_each_file_holds_what_it_held(name: str) -> None:
    assert digest_of(drawn(name)) == DIGESTS[name], KEEP


@pytest.mark.parametrize("name", PICTURES)
def test_each_page_looks_as_it_looked(name: str) -> None:
    kept = Image.open(FOLDER / "pictures" / f"{name}.png").convert("L")
    apart = ImageChops.difference(kept, picture_of(drawn(name)))
    assert sum(apart.histogram()[_FAINT:]) <= _FEW, KEEP
