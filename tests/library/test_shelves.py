"""Which packs stand on the shelves, from which form they are read, and who vouches for each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop import VERSION
from desktop.domain.findings import Voucher
from desktop.library.pack_files import FORM, _reader, write_form
from desktop.library.shelves import DIGESTS, Library, digests_of, pack_folders
from desktop.rules.canonical import canonical
from desktop.rules.pack import opened_from
from desktop.rules.strict_yaml import PackRefused
from desktop.system.resources import resource
from tests.library.packs_outside import TOWN_HEAD, reworded, shelf_copy, shipped_copy, town_pack

SHELF = resource("packs")
NO_FORMS = Path("nowhere")


def _vouchers(library: Library) -> dict[str, Voucher]:
    return {pack.used.id: pack.used.vouched_by for pack in library.packs}


def test_the_digests_of_the_release_are_those_of_its_packs() -> None:
    """If this fails, a pack was changed: run packaging/seal_packs.py."""
    sealed = json.loads((SHELF / DIGESTS).read_text("utf-8"))
    assert sealed == {
        "format": "amparo-digests/1",
        "packs": dict(sorted(digests_of(SHELF).items())),
    }


def test_the_release_vouches_for_the_shipped_packs() -> None:
    assert set(_vouchers(Library()).values()) == {Voucher.RELEASE}


def test_no_private_key_lies_in_the_repository() -> None:
    root = SHELF.parent.parent
    folders = [root / name for name in ("desktop", "packaging", "resources", "tests")]
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    words = b"PRIVATE " + b"KEY-----"
    assert [path for path in files if words in path.read_bytes()] == []


def test_packs_are_read_from_the_city_up_wherever_a_town_is_new(tmp_path: Path) -> None:
    names = ["us", "us-ma", "us-ma-somewhere", "us-ma-boston", "us-ma-elsewhere", "abroad"]
    for name in names:
        (tmp_path / name).mkdir()
        (tmp_path / name / "pack.yaml").touch()
    assert [folder.name for folder in pack_folders(tmp_path)] == [
        "us-ma-boston",
        "us-ma-elsewhere",
        "us-ma-somewhere",
        "us-ma",
        "us",
        "abroad",
    ]


# Forms


def _shelf_with_forms(folder: Path) -> tuple[Path, Path]:
    shelf, forms = shelf_copy(folder), folder / "forms"
    for place in pack_folders(shelf):
        write_form(place, forms)
    return shelf, forms


def test_packs_are_the_same_from_forms_as_from_yaml(tmp_path: Path) -> None:
    shelf, forms = _shelf_with_forms(tmp_path)
    assert Library(shelf, forms=forms).packs == Library(shelf, forms=NO_FORMS).packs


def test_a_form_is_read_while_it_is_of_these_texts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf, forms = _shelf_with_forms(tmp_path)

    def never(text: object) -> None:
        raise AssertionError(text)

    monkeypatch.setattr("desktop.library.pack_files.opened_from", never)
    assert len(Library(shelf, forms=forms).packs) == len(pack_folders(shelf))


YAMLS = [path.relative_to(SHELF).as_posix() for path in sorted(SHELF.rglob("*.yaml"))]


@pytest.mark.parametrize("name", YAMLS)
def test_a_stale_form_never_stands_in_for_a_changed_text(tmp_path: Path, name: str) -> None:
    shelf, forms = _shelf_with_forms(tmp_path)
    with (shelf / name).open("a", encoding="utf-8") as file:
        file.write("\nno_such_key: 1\n")
    with pytest.raises(PackRefused, match="no_such_key"):
        _ = Library(shelf, forms=forms).packs


def test_a_rule_that_is_renamed_added_or_gone_makes_a_form_stale(tmp_path: Path) -> None:
    shelf, forms = _shelf_with_forms(tmp_path)
    before = {rule.id for pack in Library(shelf, forms=forms).packs for rule in pack.rules}
    (shelf / "us" / "rules" / "ice_itself.yaml").unlink()
    after = {rule.id for pack in Library(shelf, forms=forms).packs for rule in pack.rules}
    assert before - after == {"us.ice_itself"}


@pytest.mark.parametrize("change", [lambda b: b[:-1], lambda b: b"", lambda b: b"\xff" + b[1:]])
def test_a_damaged_form_is_passed_over(tmp_path: Path, change) -> None:
    shelf, forms = _shelf_with_forms(tmp_path)
    for path in forms.glob(f"*{FORM}"):
        path.write_bytes(change(path.read_bytes()))
    assert Library(shelf, forms=forms).packs == Library(shelf, forms=NO_FORMS).packs


def test_a_form_of_another_schema_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf, forms = _shelf_with_forms(tmp_path)
    monkeypatch.setattr("desktop.library.pack_files._reader", lambda: b"a later schema")
    reworded(forms / f"us{FORM}", "Federal law", "Invented law")
    assert Library(shelf, forms=forms).pack("us") == Library(shelf, forms=NO_FORMS).pack("us")


# Vouching


def test_a_shipped_pack_that_was_changed_is_marked(tmp_path: Path) -> None:
    shelf = shelf_copy(tmp_path)
    reworded(shelf / "us" / "pack.yaml", "title: Federal law", "title: Federal laws")
    found = _vouchers(Library(shelf))
    assert found.pop("us") is Voucher.CHANGED
    assert set(found.values()) == {Voucher.RELEASE}


def test_layout_breaks_no_seal(tmp_path: Path) -> None:
    shelf = shelf_copy(tmp_path)
    with (shelf / "us" / "pack.yaml").open("a", encoding="utf-8") as file:
        file.write("\n# a remark\n")
    assert set(_vouchers(Library(shelf)).values()) == {Voucher.RELEASE}


def test_a_pack_of_the_release_that_is_missing_is_told(tmp_path: Path) -> None:
    shelf = shelf_copy(tmp_path)
    (shelf / "us-ma-boston" / "pack.yaml").unlink()
    with pytest.raises(PackRefused, match="us-ma-boston"):
        _ = Library(shelf).packs


def test_nobody_vouches_for_a_shelf_without_digests(tmp_path: Path) -> None:
    shelf = shelf_copy(tmp_path)
    (shelf / DIGESTS).unlink()
    assert set(_vouchers(Library(shelf)).values()) == {Voucher.NOBODY}


def test_an_unsigned_pack_from_outside_loads_marked(tmp_path: Path) -> None:
    library = Library(outside=(town_pack(tmp_path),))
    found = _vouchers(library)
    assert found.pop("us-ma-nowhere") is Voucher.NOBODY
    assert set(found.values()) == {Voucher.RELEASE}
    assert "nowhere.hold" in library.book.rule_ids


def test_a_pack_from_outside_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    place = shipped_copy(tmp_path, "us-ma")
    reworded(place / "pack.yaml", "title: Massachusetts", "title: Massachusetts, as we read it")
    library = Library(outside=(place,))
    pack = library.pack("us-ma")
    assert pack is not None and pack.used.title == "Massachusetts, as we read it"
    assert pack.used.vouched_by is Voucher.NOBODY
    assert len(library.packs) == len(Library().packs)


def test_the_release_vouches_for_its_own_pack_wherever_it_lies(tmp_path: Path) -> None:
    place = shipped_copy(tmp_path, "us-ma")
    assert set(_vouchers(Library(outside=(place,))).values()) == {Voucher.RELEASE}


def test_a_pack_may_come_as_one_file_in_canonical_form(tmp_path: Path) -> None:
    folder = town_pack(tmp_path)
    whole = Library(outside=(folder,)).pack("us-ma-nowhere")
    file = tmp_path / "nowhere.json"
    files = {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*.yaml")
    }
    from desktop.rules.pack import PackText

    file.write_text(canonical(opened_from(PackText("x", files))) + "\n", encoding="utf-8")
    assert Library(outside=(file,)).pack("us-ma-nowhere") == whole


def test_two_packs_of_one_id_from_outside_are_refused(tmp_path: Path) -> None:
    one, other = town_pack(tmp_path / "one"), town_pack(tmp_path / "other")
    with pytest.raises(PackRefused, match="us-ma-nowhere"):
        _ = Library(outside=(one, other)).packs


@pytest.mark.parametrize("content", [None, b"\xff\xfe", b"format: 1"])
def test_what_is_no_pack_is_refused(tmp_path: Path, content: bytes | None) -> None:
    place = tmp_path / "thing"
    if content is not None:
        place.mkdir()
        (place / "pack.yaml").write_bytes(content)
    with pytest.raises(PackRefused):
        _ = Library(outside=(place,)).packs


def test_a_rule_of_a_shipped_pack_cannot_be_brought_under_another_pack(tmp_path: Path) -> None:
    place = town_pack(tmp_path)
    reworded(place / "rules" / "hold.yaml", "id: nowhere.hold", "id: ma.lunn")
    with pytest.raises(PackRefused, match=r"ma\.lunn"):
        _ = Library(outside=(place,)).packs
    assert "us-ma-nowhere" in TOWN_HEAD


def test_in_a_bundle_without_sources_a_form_is_told_by_the_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_sources(package: str, name: str) -> bytes:
        raise OSError(package, name)

    monkeypatch.setattr("desktop.library.pack_files.pkgutil.get_data", no_sources)
    _reader.cache_clear()
    try:
        assert _reader() == VERSION.encode() + b"\0"
    finally:
        _reader.cache_clear()
