"""Packs on the command line: listed with who vouches for them, read, signed, brought along."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.cli import DONE, REFUSED, main
from desktop.system.resources import resource
from tests.library.packs_outside import keys, reworded, shipped_copy, town_pack

WORKED = resource("packs") / "us-ma-boston" / "cases" / "station-bail-paid.json"


@pytest.fixture
def case_file(tmp_path: Path) -> Path:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(json.loads(WORKED.read_text("utf-8"))["case"]), "utf-8")
    return path


def _told(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    assert main([str(word) for word in arguments]) == DONE
    return capsys.readouterr().out


def _refused(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    assert main([str(word) for word in arguments]) == REFUSED
    told = capsys.readouterr()
    assert told.out == "" and told.err.count("\n") == 1, told
    return told.err


def test_a_pack_is_read_by_its_id_or_its_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    by_id = _told(capsys, "packs", "read", "us-ma")
    assert by_id.startswith("# Massachusetts\n")
    assert _told(capsys, "packs", "read", resource("packs", "us-ma")) == by_id
    town = _told(capsys, "packs", "read", town_pack(tmp_path))
    assert "### 1. Nowhere's police keep nobody" in town
    assert "Explained in the pack Massachusetts." in town


def test_a_pack_that_is_nowhere_is_refused_with_the_nearest_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = _refused(capsys, "packs", "read", "us-ma-bostn")
    assert "one of these: us-ma-boston," in told
    assert "There is no pack" in _refused(capsys, "packs", "read", tmp_path)


def test_a_pack_is_written_as_pdf_and_replaces_nothing_unasked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "copy.pdf"
    assert _told(capsys, "packs", "read", "us-ma-chelsea", "--pdf", copy) == ""
    assert copy.read_bytes().startswith(b"%PDF-")
    again = ("packs", "read", "us-ma-chelsea", "--pdf", copy)
    assert "is there already" in _refused(capsys, *again)
    assert _told(capsys, *again, "--force") == ""


def test_the_shipped_packs_are_listed_without_a_mark(capsys: pytest.CaptureFixture[str]) -> None:
    assert "not vouched for" not in _told(capsys, "packs")


def test_a_pack_from_outside_is_listed_with_its_mark(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place, (private, public) = town_pack(tmp_path), keys(tmp_path)
    listed = ("packs", "--pack", place)
    assert "from outside, and not signed" in _told(capsys, *listed)
    assert _told(capsys, "packs", "sign", place, "--key", private) == f"{place / 'pack.sig'}\n"
    assert "signed by somebody who is not known here" in _told(capsys, *listed)
    assert "not vouched for" not in _told(capsys, *listed, "--signer", public)
    reworded(place / "rules" / "hold.yaml", "It protects.", "It guards.")
    assert "changed since it was" in _told(capsys, *listed, "--signer", public)


def test_an_assessment_says_what_rests_on_a_pack_from_outside(
    tmp_path: Path, case_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = town_pack(tmp_path)
    told = json.loads(_told(capsys, "assess", case_file, "--pack", place))
    assert {pack["id"]: pack["vouched_by"] for pack in told["packs"]} == {
        "us-ma-boston": "release",
        "us-ma": "release",
        "us": "release",
        "us-ma-nowhere": "nobody",
    }
    doubtful = [found["rule"] for found in told["findings"] if not found["vouched_for"]]
    assert doubtful == ["nowhere.hold"]
    text = _told(capsys, "assess", case_file, "--pack", place, "--text")
    assert "NOT FOR A CLIENT: nobody vouches for the pack us-ma-nowhere" in text


def test_no_letter_is_drawn_from_a_pack_that_nobody_vouches_for(
    tmp_path: Path, case_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place, (private, public) = shipped_copy(tmp_path, "us-ma"), keys(tmp_path)
    reworded(place / "pack.yaml", "title: Massachusetts", "title: Massachusetts, as we read it")
    out = tmp_path / "letter.pdf"
    drawn = ("letter", case_file, "--out", out, "--pack", place)
    assert "nobody vouches for us-ma" in _refused(capsys, *drawn)
    _told(capsys, "packs", "sign", place, "--key", private)
    assert "nobody vouches for us-ma" in _refused(capsys, *drawn)
    assert not out.exists()
    _told(capsys, *drawn, "--signer", public)
    assert out.read_bytes().startswith(b"%PDF-")


def test_an_assessment_says_what_would_change_it(
    case_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = json.loads(_told(capsys, "assess", case_file))
    changes = [change for change in told["what_would_change"] if change["of"] == "hold"]
    assert {
        "of": "hold",
        "fact": "custody.custodian",
        "about": "Held now by",
        "values": ["ICE", "U.S. Marshals", "another federal agency"],
        "outcome": "federal_custody",
        "strength": None,
    } in changes


@pytest.mark.parametrize(
    "arguments",
    [
        ("packs", "read"),
        ("packs", "raed", "us"),
        ("packs", "sign", "nowhere", "--key", "nowhere.pem"),
        ("packs", "--pack", "nowhere"),
        ("packs", "--signer", "nowhere.pem"),
        ("assess", "nowhere.json", "--signer", "nowhere.pem"),
    ],
)
def test_what_is_not_there_is_refused_in_one_line(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    assert _refused(capsys, *arguments)


def test_every_source_is_listed_as_of_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(_told(capsys, "packs", "sources", "--as-of", "2026-11-23"))
    assert {entry["pack"] for entry in told["sources"]} >= {"us-ma-boston", "us-ma", "us"}
    assert not any(entry["stale"] for entry in told["sources"])
    later = json.loads(_told(capsys, "packs", "sources", "--as-of", "2036-01-01"))
    assert all(entry["stale"] for entry in later["sources"])


def test_the_register_is_read_as_text_with_packs_from_outside(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = _told(capsys, "packs", "--pack", town_pack(tmp_path), "sources", "--text")
    for words in ("us-ma-nowhere", "Not law: nothing relies on it", "Known to be false"):
        assert words in text


def test_a_day_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert "write 2026-12-01" in _refused(capsys, "packs", "sources", "--as-of", "soon")
