"""Packs checked and compared from the command line: what is printed and how it ends."""

from __future__ import annotations

import json
import re
from pathlib import Path
from shutil import copytree

import pytest

from desktop.cli import DONE, REFUSED, main
from desktop.system.resources import resource

SHIPPED = resource("packs")
CITY = SHIPPED / "us-ma-boston"


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A copy of a shipped pack, to be changed; among the shipped ones it takes their place."""
    return copytree(CITY, tmp_path / "mine")


def _change(pack: Path, name: str, right: str, wrong: str) -> None:
    path = pack / name
    text = path.read_text("utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), "utf-8")


def test_a_pack_that_holds_is_told_with_its_figures(
    city: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["packs", "check", str(city)]) == DONE
    told = capsys.readouterr()
    assert told.out.startswith("us-ma-boston  ")
    assert re.search(r"holds: \d+ rules, \d+ examples", told.out) and "100.0% noticed" in told.out
    assert told.err == ""


def test_each_failure_is_one_line_with_file_what_and_what_would_be_right(
    city: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _change(city, "rules/hold.yaml", "from: 2019-12-19", "from: 2019-12-20")
    _change(city, "rules/hold.yaml", "  not_yet:", "  alert: It never comes.\n  not_yet:")
    assert main(["packs", "check", str(city)]) == REFUSED
    told = capsys.readouterr()
    assert told.out.startswith("us-ma-boston  ") and "  2 faults" in told.out
    unreachable, example = told.err.splitlines()
    assert unreachable == (
        "mine/rules/hold.yaml: explains alert, which can never come; "
        "take it out of explains, or mend the rule"
    )
    assert example.startswith("mine/rules/hold.yaml, line ")
    assert "says unsettled, expected broken (strong)" in example


def test_what_nobody_would_notice_is_asked_with_facts_and_without_an_answer(
    city: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for case in (city / "cases").glob("*.json"):
        case.unlink()  # a worked case would notice it too
    path = city / "rules" / "question.yaml"
    text = path.read_text("utf-8")
    one = "  - title: Status is part of a criminal matter\n"
    before, _, after = text.partition(one)
    path.write_text(before + after[after.index("  - title:") :], "utf-8")
    assert main(["packs", "check", str(city)]) == DONE
    out = capsys.readouterr().out
    assert "Which outcome, hours and days are right? An attorney's answer would catch:" in out
    cases = [line.partition("case: ")[2] for line in out.splitlines() if "  case: " in line]
    assert cases and all(json.loads(case) for case in cases)
    assert "expect" not in "".join(cases)


def test_a_pack_that_cannot_be_read_is_refused_in_one_line(
    city: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for pack, told in (
        (tmp_path / "nowhere", "cannot be read"),
        (tmp_path / "empty", "holds no pack.yaml"),
    ):
        (tmp_path / "empty").mkdir(exist_ok=True)
        assert main(["packs", "check", str(pack)]) == REFUSED
        err = capsys.readouterr().err
        assert told in err and err.count("\n") == 1
    assert main(["packs", "check", str(city), str(CITY)]) == REFUSED
    assert "has the id 'us-ma-boston'" in capsys.readouterr().err
    _change(city, "rules/hold.yaml", "fact: kept", "fact: kepd")
    assert main(["packs", "check", str(city)]) == REFUSED
    assert "Did you mean kept" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "line 1: is not JSON"),
        ("[]", "is not a worked case"),
        ("{}", "is not a worked case"),
        ('{"case": 5, "expect": {}}', "is not a worked case"),
    ],
)
def test_a_worked_case_that_cannot_be_read_is_refused(
    city: Path, capsys: pytest.CaptureFixture[str], text: str, told: str
) -> None:
    (city / "cases" / "bad.json").write_text(text, "utf-8")
    assert main(["packs", "check", str(city)]) == REFUSED
    err = capsys.readouterr().err
    assert err.startswith("mine/cases/bad.json") and told in err


def test_what_changed_meaning_between_two_packs_is_told_with_a_case(
    city: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _change(city, "rules/hold.yaml", "from: 2019-12-19", "from: 2019-12-20")
    _change(city, "rules/transfer.yaml", "title: ", "title: In other words, ")
    (city / "rules" / "complaint.yaml").unlink()
    assert main(["packs", "compare", str(CITY), str(city)]) == DONE
    out = capsys.readouterr().out
    assert "boston.hold says something else" in out
    assert "before: broken (strong); now: unsettled" in out
    assert "boston.transfer says the same, in other words" in out
    assert "boston.complaint is gone" in out
    assert out.splitlines()[-1].startswith("0 new, 1 gone, 1 changed, 1 reworded, ")


def test_all_shipped_packs_are_compared_as_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["packs", "compare", str(SHIPPED), str(SHIPPED)]) == DONE
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("0 new, 0 gone, 0 changed, 0 reworded, ")


def test_a_change_that_no_case_shows_is_told_too(
    city: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The rule looks at three kinds of acts, so that another kind in a test never counts."""
    right = "when: {fact: act.kind, is: status_information"
    _change(city, "rules/information.yaml", right, right.replace("is: ", "in: [arrest, ") + "]")
    assert main(["packs", "compare", str(CITY), str(city)]) == DONE
    assert "no case was found that shows the difference" in capsys.readouterr().out


def test_packs_alone_still_lists_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["packs"]) == DONE
    assert "us-ma-boston" in capsys.readouterr().out
