"""A letter's files are read strictly: what is wrong is refused with its file and place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.domain.problems_letters import NoSuchKind, NoSuchLanguage, TemplateRefused
from desktop.letters.template import kinds, languages, read_template, template_of, texts_of
from desktop.letters.texts import fingerprint

LETTER = """
format = 1
kind = "note"
checked_on = 2026-11-22

[[title]]
key = "title"

[[section]]
sheet = 1
headings = [{ key = "head" }]

[[section.passage]]
key = "one"
when = ["hold is unlawful"]
level = "A"
source = "Lunn"

[[fragment]]
slot = "due"
key = "due.paid"
when = ["due is bail_posted"]
"""
ENGLISH = """---
language: en
---

## title
A note

## head
Now

## one
It is so {due} [cite: Lunn, note 22].

## due.paid
It is paid.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "note"
    place.mkdir()
    (place / "letter.toml").write_text(LETTER, encoding="utf-8")
    (place / "en.md").write_text(ENGLISH, encoding="utf-8")
    return place


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_letter_in_order_is_read(folder: Path) -> None:
    template = read_template(folder)
    assert [plan.key for plan in template.passages] == ["one"]


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("letter.toml", "hold is unlawful", "hold is unlawfull", "unlawfull"),
        ("letter.toml", 'when = ["hold', 'wen = ["hold', "Did you mean when"),
        ("letter.toml", 'key = "one"', 'key = "two"', "no English text"),
        ("letter.toml", 'level = "A"', 'level = "C"', "One of: A, B, none"),
        ("letter.toml", 'source = "Lunn"', "", "names no source"),
        ("letter.toml", "sheet = 1", "sheet = 3", "One of: 1, 2"),
        ("letter.toml", "format = 1", "format = 2", "no letter of format 1"),
        ("en.md", "{due}", "{dew}", "nothing fills {dew}"),
        ("en.md", " [cite: Lunn, note 22]", "", "without a citation"),
        ("en.md", "[cite: Lunn, note 22]", "[cite: Lunn, note 22", "do not pair"),
        ("en.md", "It is so", "Say: “It is so", "do not pair"),
        ("en.md", "## one", "## due.paid", "twice"),
        ("en.md", "A note", "", "there is no text"),
        ("en.md", "language: en", "tongue: en", "One of"),
    ],
)
def test_a_slip_is_refused_with_its_place(
    folder: Path, file: str, old: str, new: str, told: str
) -> None:
    change(folder / file, old, new)
    with pytest.raises(TemplateRefused) as refused:
        read_template(folder)
    assert told in refused.value.sentence
    assert file in refused.value.sentence or "letter.toml" in refused.value.sentence


def test_a_slip_in_a_text_names_its_line(folder: Path) -> None:
    change(folder / "en.md", "It is so", "Say: “It is so")
    with pytest.raises(TemplateRefused, match=r"note/en\.md, line 11 \(one\)"):
        read_template(folder)


def spanish(text: Callable[[str], str]) -> str:
    keys = {"title": "A note", "one": "It is so {due} [cite: Lunn, note 22]."}
    entries = (f"## {key}\nenglish: {text(body)}\nUna nota.\n" for key, body in keys.items())
    return "---\nlanguage: es\nstate: draft\n---\n" + "\n".join(entries)


def test_a_translation_without_the_fingerprint_of_its_english_is_refused(folder: Path) -> None:
    (folder / "es.md").write_text(spanish(fingerprint).replace("english: ", ""), encoding="utf-8")
    with pytest.raises(TemplateRefused, match="no fingerprint"):
        read_template(folder)


def test_a_translation_says_how_far_it_can_be_relied_on(folder: Path) -> None:
    text = spanish(fingerprint)
    (folder / "es.md").write_text(text, encoding="utf-8")
    translation = texts_of(read_template(folder), "es").translation
    assert translation is not None and not translation.is_confirmed
    (folder / "es.md").write_text(text.replace("state: draft", "state: fine"), encoding="utf-8")
    with pytest.raises(TemplateRefused, match="without a known state"):
        read_template(folder)


def test_a_fingerprint_moves_with_every_word_and_with_no_line_end() -> None:
    assert fingerprint("Keep it.") != fingerprint("Keep this.")
    assert fingerprint("Keep  it.\nNow.") == fingerprint("Keep it.\nNow.")


def test_a_kind_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(NoSuchKind, match="rights"):
        template_of("poem")
    assert "rights" in kinds()


def test_a_language_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(NoSuchLanguage, match="en"):
        texts_of(template_of("rights"), "tlh")
    assert languages("rights")[0] == "en"
