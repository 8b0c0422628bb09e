"""A pack says the same from YAML, from its canonical form and from its filled form."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest

from desktop.library.pack_files import pack_text
from desktop.library.shelves import pack_folders
from desktop.rules import schema
from desktop.rules.canonical import PackDocuments, as_canonical, canonical, digest, from_canonical
from desktop.rules.filled import Filled, filled_form, from_filled
from desktop.rules.pack import PackText, PolicyPack, opened_from, read_packs
from desktop.rules.strict_yaml import Located, PackRefused, read
from desktop.system.resources import resource

TEXTS = [pack_text(folder) for folder in pack_folders(resource("packs"))]
FROM_YAML = read_packs(TEXTS)


def _opened() -> Iterator[PackDocuments]:
    return (opened_from(text) for text in TEXTS)


def _again(
    change: Callable[[str, str], str], name: Callable[[str], str] = str
) -> tuple[PolicyPack, ...]:
    """The packs with every file changed in its text, and called otherwise."""
    return read_packs(
        [
            PackText(
                text.name,
                {name(file): change(file, content) for file, content in text.files.items()},
            )
            for text in TEXTS
        ]
    )


def test_the_canonical_form_gives_the_same_packs_and_the_same_digests() -> None:
    texts = [canonical(documents) for documents in _opened()]
    again = read_packs([from_canonical(text, "from a stick") for text in texts])
    assert again == FROM_YAML
    assert [pack.used.digest for pack in again] == [digest(text) for text in texts]


def test_the_filled_form_gives_the_same_packs() -> None:
    forms = [filled_form(documents, "stamp") for documents in _opened()]
    read_again = [from_filled(form, "stamp") for form in forms]
    assert read_packs([found for found in read_again if found is not None]) == FROM_YAML


def test_the_canonical_form_is_one_line_of_sorted_json() -> None:
    for documents in _opened():
        text = canonical(documents)
        assert "\n" not in text
        assert as_canonical(json.loads(text)) == text
        assert json.loads(text)["format"] == "amparo-pack/1"
        assert "§" in text or "\\u00a7" not in text


def test_days_come_back_as_days() -> None:
    texts = [canonical(documents) for documents in _opened()]
    for pack in read_packs([from_canonical(text, "here") for text in texts]):
        assert all(type(cite.checked_on) is date for cite in pack.sources.values())
        starts = [v.start for rule in pack.rules for v in rule.versions if v.start is not None]
        assert all(type(start) is date for start in starts)
        if pack.holidays is not None:
            assert {type(day) for day in pack.holidays.observed | pack.holidays.actual} == {date}


@pytest.mark.parametrize(
    "change",
    [
        lambda _, text: "# a remark\n\n" + text + "\n\n",
        lambda _, text: as_yaml(read(text, "here"), reverse=True),
        lambda _, text: as_yaml(read(text, "here"), reverse=False),
    ],
    ids=["remarks and space", "keys turned round", "flow style"],
)
def test_layout_changes_nothing(change: Callable[[str, str], str]) -> None:
    assert _again(change) == FROM_YAML


def test_the_names_of_rule_files_change_nothing() -> None:
    renamed = _again(lambda _, text: text, lambda name: name.replace("rules/", "rules/of/zz_"))
    assert renamed == FROM_YAML


def as_yaml(value: Any, reverse: bool) -> str:
    """The same document as JSON, which is YAML too, with its keys in another order."""
    if isinstance(value, dict):
        items = sorted(value.items(), reverse=reverse)
        return "{" + ", ".join(f"{json.dumps(k)}: {as_yaml(v, reverse)}" for k, v in items) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(as_yaml(item, reverse) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def test_every_word_counts() -> None:
    for text, pack in zip(TEXTS, FROM_YAML, strict=True):
        head = text.files["pack.yaml"].replace("on: 2026-11-22", "on: 2026-11-23", 1)
        changed = opened_from(PackText(text.name, {**text.files, "pack.yaml": head}))
        assert digest(canonical(changed)) != pack.used.digest


TEXT = canonical(opened_from(TEXTS[0]))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (TEXT + " ", "canonical"),
        (TEXT.replace('{"format"', '{ "format"', 1), "canonical"),
        (TEXT.replace('"format":', '"format":"x","format":', 1), "canonical"),
        (TEXT.replace("§", "\\u00a7", 1), "canonical"),
        (TEXT.replace("amparo-pack/1", "amparo-pack/2", 1), "amparo-pack/1"),
        ('{"format":"amparo-pack/1"}', "amparo-pack/1"),
        ('{"format":"amparo-pack/1","pack":[],"rules":{},"terms":{}}', "amparo-pack/1"),
        ('{"format":"amparo-pack/1","pack":{},"rules":{"a.b":{"id":"a.c"}},"terms":{}}', "a.b"),
        ('{"a":1.5}', "whole number"),
        ('{"a":NaN}', "whole number"),
        ('{"a":1e3}', "whole number"),
        ("[" * 100_000, "JSON"),
        ("", "JSON"),
        ("[]", "amparo-pack/1"),
        ('"\\ud800"', "canonical"),
    ],
)
def test_anything_else_is_refused(text: str, told: str) -> None:
    with pytest.raises(PackRefused, match=told):
        from_canonical(text, "from a stick")


def test_a_filled_form_of_other_texts_or_cut_short_is_no_form() -> None:
    form = filled_form(opened_from(TEXTS[0]), "stamp")
    assert from_filled(form, "stamp") is not None
    assert from_filled(form, "another stamp") is None
    assert from_filled(form[:-1], "stamp") is None
    assert from_filled(form.replace("Boston", "Bosten", 1), "stamp") is None
    assert from_filled("", "stamp") is None


def test_no_key_of_the_schema_hides_behind_what_a_mapping_can_do() -> None:
    kinds = [
        kind
        for kind in vars(schema).values()
        if isinstance(kind, type) and issubclass(kind, schema._Strict)
    ]
    assert len(kinds) > 5
    keys = {key for kind in kinds for key in kind.model_fields}
    assert keys & set(dir(dict)) == set()


def test_a_filled_form_is_read_without_yaml_or_schema(tmp_path: Any) -> None:
    for number, documents in enumerate(_opened()):
        (tmp_path / f"{number}.pack").write_text(filled_form(documents, "s"), encoding="utf-8")
    code = f"""
import sys
from pathlib import Path
from desktop.rules.compiled import compile_law
from desktop.rules.filled import from_filled
from desktop.rules.pack import read_packs
forms = [path.read_text("utf-8") for path in sorted(Path({str(tmp_path)!r}).glob("*.pack"))]
law = compile_law(read_packs([from_filled(form, "s") for form in forms]))
print(len(law.rules), *sorted({{"yaml", "pydantic"}} & set(sys.modules)))"""
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert told.stdout.split() == [str(sum(len(pack.rules) for pack in FROM_YAML))]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: &x [1]\nb: *x\n", "line 1: refers"),
        ("a: *x\n", "line 1: refers"),
        ("[" * 41 + "]" * 41, "line 1: is nested"),
        ("{a: " * 100_000, "is nested"),
        ("a: !!float 1.5\n", "tag"),
        ("a: !!timestamp 2026-11-22\n", "tag"),
        ("a: !!python/name:os.system x\n", "tag"),
        ("a: !!binary aGk=\n", "tag"),
        ("a: !!set {x: null}\n", "tag"),
    ],
)
def test_yaml_that_nobody_could_read_aloud_is_refused(text: str, told: str) -> None:
    with pytest.raises(PackRefused, match=told):
        read(text, "here")


def test_a_day_is_text_until_the_schema_reads_it() -> None:
    assert read("day: 2026-11-22", "here")["day"] == "2026-11-22"


@pytest.mark.parametrize("day", ["2026-02-30", "soon", "20261122", "7", "2026-11-22T00:00:00"])
def test_a_day_that_is_none_is_refused_with_its_place(day: str) -> None:
    head = TEXTS[0].files["pack.yaml"].replace("2026-11-22", day, 1)
    with pytest.raises(PackRefused, match=r"pack\.yaml"):
        read_packs([PackText(TEXTS[0].name, {**TEXTS[0].files, "pack.yaml": head}), *TEXTS[1:]])


def _with_terms(change: Callable[[str], str]) -> list[PackText]:
    return [
        PackText(
            text.name,
            {
                name: change(content) if (text.name, name) == ("us-ma", "terms.yaml") else content
                for name, content in text.files.items()
            },
        )
        for text in TEXTS
    ]


def test_terms_that_rest_on_each_other_are_refused() -> None:
    one = "\none:\n  label: one\n  means: {term: two}\n"
    circle = one + "two:\n  label: two\n  means: {term: one}\n"
    with pytest.raises(PackRefused, match="one - two - one"):
        read_packs(_with_terms(lambda text: text + circle))


def test_a_term_may_use_one_that_stands_below_it_or_in_another_pack() -> None:
    use = "\nbelow:\n  label: below\n  means: {all: [{term: last}, {term: live_hold_request}]}\n"
    last = "last:\n  label: last\n  means: {always: true}\n"
    packs = read_packs(_with_terms(lambda text: text + use + last))
    assert "below" in next(pack for pack in packs if pack.used.id == "us-ma").terms


def test_a_file_that_has_no_place_in_a_pack_is_refused() -> None:
    files = {**TEXTS[0].files, "rule/hold.yaml": "id: x"}
    with pytest.raises(PackRefused, match="no place"):
        opened_from(PackText(TEXTS[0].name, files))


def test_a_value_that_json_does_not_have_is_refused() -> None:
    documents = PackDocuments("here", Located(id={1, 2}), Located(), {}, {})
    with pytest.raises(PackRefused, match="here"):
        canonical(documents)


def test_a_filled_document_has_only_its_own_attributes() -> None:
    assert Filled(title="A").title == "A"
    assert not hasattr(Filled(title="A"), "titel")


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({}, "no pack.yaml"),
        ({"pack.yaml": "just words"}, "no place"),
        ({"pack.yaml": "id: x", "terms.yaml": "[1]"}, "no place"),
        ({"pack.yaml": "id: x", "rules/one.yaml": "title: x"}, "not a rule"),
        ({"pack.yaml": "id: x", "rules/one.yaml": "id: 7"}, "not a rule"),
        ({"pack.yaml": "id: x", "rules/one.yaml": "id: a", "rules/two.yaml": "id: a"}, "two files"),
    ],
)
def test_what_is_no_pack_is_refused(files: dict[str, str], told: str) -> None:
    with pytest.raises(PackRefused, match=told):
        opened_from(PackText("here", files))


def test_a_term_that_stands_in_two_packs_is_refused() -> None:
    again = "\nrelease_due:\n  label: x\n  means: {always: true}\n"
    texts = [
        PackText(text.name, {**text.files, "terms.yaml": text.files["terms.yaml"] + again})
        if text.name == "us"
        else text
        for text in TEXTS
    ]
    with pytest.raises(PackRefused, match="release_due"):
        read_packs(texts)


def test_what_was_not_checked_lately_is_told() -> None:
    pack = FROM_YAML[-1]
    later = datetime(2028, 1, 1, tzinfo=UTC)
    assert any(note.startswith("stale: ") for note in pack.notes(later))
    assert not any(note.startswith("stale: ") for note in pack.notes(later.replace(year=2026)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: [1", "here, line 2"),
        ("a: b\n\tc: d", "here, line 2"),
        ("7: x", "here, line 1: the key 7"),
    ],
)
def test_what_is_no_yaml_is_refused_with_its_line(text: str, told: str) -> None:
    with pytest.raises(PackRefused, match=told):
        read(text, "here")


def test_a_term_that_uses_an_unknown_one_is_refused_with_the_nearest() -> None:
    slip = "\nbelow:\n  label: below\n  means: {term: release_dew}\n"
    with pytest.raises(PackRefused, match="Did you mean release_due"):
        read_packs(_with_terms(lambda text: text + slip))
