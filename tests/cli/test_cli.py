"""The command line as people and other programs use it: what it prints and how it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop.cli import DONE, REFUSED, main
from desktop.library.shelves import pack_folders
from desktop.system.resources import resource

WORKED = resource("packs") / "us-ma-boston" / "cases" / "station-bail-paid.json"


@pytest.fixture
def case_file(tmp_path: Path) -> Path:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(json.loads(WORKED.read_text("utf-8"))["case"]), "utf-8")
    return path


def _refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one line with which a call is refused."""
    assert main(arguments) == REFUSED
    told = capsys.readouterr()
    assert told.err.count("\n") == 1, told.err
    return told.err


def test_assess_prints_an_assessment(case_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["assess", str(case_file)]) == DONE
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert told["format"] == "amparo-assessment/1"
    assert told["conclusions"]["hold"]["answer"] == "unlawful"
    assert told["conclusions"]["hold"]["rests_on"] == ["boston.hold", "ma.lunn"]
    assert set(told["conclusions"]) == {"hold", "transfer", "notify", "question", "ice"}
    assert {pack["id"] for pack in told["packs"]} == {"us-ma-boston", "us-ma", "us"}
    assert all(len(pack["digest"]) == 64 for pack in told["packs"])


def test_without_a_rule_the_answer_rests_on_the_other(
    case_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["assess", str(case_file), "--without", "boston.hold"]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert told["conclusions"]["hold"]["answer"] == "unlawful"
    assert told["conclusions"]["hold"]["rests_on"] == ["ma.lunn"]
    assert told["conclusions"]["hold"]["stands_without"] == {"ma.lunn": False}
    assert "boston.hold" not in [finding["rule"] for finding in told["findings"]]


@pytest.mark.parametrize(
    ("day", "boston", "state"),
    [
        ("2014-08-19", "not_in_force", "unsettled"),
        ("2014-08-20", "unsettled", "unsettled"),
        ("2017-07-23", "unsettled", "unsettled"),
        ("2017-07-24", "unsettled", "broken"),
        ("2019-12-18", "unsettled", "broken"),
        ("2019-12-19", "broken", "broken"),
    ],
)
def test_the_law_of_another_day(
    case_file: Path, capsys: pytest.CaptureFixture[str], day: str, boston: str, state: str
) -> None:
    assert main(["assess", str(case_file), "--as-of", day]) == DONE
    told = json.loads(capsys.readouterr().out)
    said = {finding["rule"]: finding["outcome"] for finding in told["findings"]}
    assert (said["boston.hold"], said["ma.lunn"]) == (boston, state)
    detainer = [clock["rule"] for clock in told["clocks"] if clock["rule"].startswith("us.")]
    assert detainer == ["us.form_clock", "us.regulation_clock"]


def test_the_words_for_a_person_begin_with_the_answer(
    case_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["assess", str(case_file), "--text"]) == DONE
    out = capsys.readouterr().out
    assert "HOLDING: There is no authority to keep holding the person." in out
    assert "something happened that makes release due: Bail was paid" in out


def test_one_refused_case_stops_no_other(
    case_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text('{"format": "amparo-case/1", "custody": {"custodain": "ice"}}', "utf-8")
    assert main(["assess", "--jsonl", str(case_file), str(bad), str(case_file)]) == REFUSED
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [("refused" in line) for line in lines] == [False, True, False]
    assert lines[1]["file"] == str(bad)
    assert "Did you mean custody.custodian" in lines[1]["refused"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "line 1, column 2: is not JSON"),
        ("[]", "is not an object"),
        ("{}", "format: is missing"),
        ('{"format": "amparo-case/1", "release": {"at": "soon"}}', "release.at"),
        ('{"format": "amparo-case/1", "papers": [{"form": "I-299"}]}', "papers[0].form"),
    ],
)
def test_a_bad_case_is_refused_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, told: str
) -> None:
    path = tmp_path / "bad.json"
    path.write_text(content, "utf-8")
    assert told in _refused(capsys, "assess", str(path))


def test_what_is_not_there_or_not_text_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "cannot be read" in _refused(capsys, "assess", str(tmp_path / "none.json"))
    path = tmp_path / "bytes.json"
    path.write_bytes(b"\xff\xfe\x00")
    assert "UTF-8" in _refused(capsys, "assess", str(path))


def test_wrong_words_on_the_command_line_are_refused(
    case_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "did you mean boston.hold" in _refused(
        capsys, "assess", str(case_file), "--without", "boston.hld"
    )
    assert "--as-of" in _refused(capsys, "assess", str(case_file), "--as-of", "yesterday")
    assert "--jsonl" in _refused(capsys, "assess", str(case_file), str(case_file))
    assert "amparo" in _refused(capsys, "asess")
    assert "kind" in _refused(
        capsys, "letter", str(case_file), "--kind", "poem", "--out", str(case_file) + ".pdf"
    )


def test_a_letter_is_written_whole_and_never_over_another(
    case_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "letter.pdf"
    assert main(["letter", str(case_file), "--out", str(out)]) == DONE
    first = out.read_bytes()
    assert first.startswith(b"%PDF-") and first.rstrip().endswith(b"%%EOF")
    assert "add --force" in _refused(capsys, "letter", str(case_file), "--out", str(out))
    assert main(["letter", str(case_file), "--out", str(out), "--force"]) == DONE
    assert out.read_bytes() == first
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case.json", "letter.pdf"]


def test_a_letter_that_cannot_be_written_leaves_nothing(
    case_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nowhere = tmp_path / "none" / "letter.pdf"
    assert "could not be written" in _refused(
        capsys, "letter", str(case_file), "--out", str(nowhere)
    )


def test_a_paper_is_told_from_the_words_on_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["identify", "--text", "DHS Form 1-247A"]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert (told["form"], told["court_issued"]) == ("I-247A", False)


def test_the_packs_are_listed_with_version_digest_and_what_is_for_staff_only(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["packs"]) == DONE
    out = capsys.readouterr().out
    assert out.count("sha256:") == len(pack_folders(resource("packs")))
    assert "staff only: St. 2026, c. 163" in out


def test_a_case_is_read_from_standard_input_by_the_module(case_file: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "assess", "-"],
        input=case_file.read_bytes(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == DONE, done.stderr
    assert json.loads(done.stdout)["conclusions"]["hold"]["answer"] == "unlawful"
