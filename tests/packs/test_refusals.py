"""A pack with a mistake is refused, with file, line and the nearest right word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.library.pack_files import pack_text
from desktop.rules.compiled import compile_law
from desktop.rules.pack import PackText, read_packs
from desktop.rules.strict_yaml import PackRefused, read
from desktop.system.resources import resource

FOLDERS: list[Path] = sorted(path.parent for path in resource("packs").glob("*/pack.yaml"))


def _with(name: str, change: Callable[[str], str]) -> list[PackText]:
    """The shipped packs with one file changed."""
    packs = []
    for folder in FOLDERS:
        text = pack_text(folder)
        files = {
            file: change(content) if f"{text.name}/{file}" == name else content
            for file, content in text.files.items()
        }
        packs.append(PackText(text.name, files))
    return packs


LUNN = "us-ma/rules/lunn.yaml"
MISTAKES = [
    (LUNN, "fact: kept", "fact: kepd", "Did you mean kept"),
    (
        LUNN,
        "actor, is: department_of_correction",
        "actor, is: department_of_corrections",
        "Did you mean department_of_correction",
    ),
    (LUNN, "term: release_due", "term: release_dew", "Did you mean release_due"),
    (LUNN, "cites: [lunn, ", "cites: [lunm, ", "Did you mean lunn"),
    (LUNN, "act: hold", "act: holding", "Did you mean hold"),
    (LUNN, "otherwise: protects", "otherwise: protect", "otherwise"),
    (LUNN, "title:", "titel:", "title"),
    (LUNN, "  - trial_court", "  - trail_court", "Did you mean trial_court"),
    (LUNN, "some: papers", "some: paper", "Did you mean papers"),
    (LUNN, "form: I-247A", "form: I-247B", "Did you mean"),
    ("us-ma/terms.yaml", "rule: ma.bail_refused", "rule: ma.bail_refusd", "ma.bail_refused"),
    ("us-ma/pack.yaml", "print: A", "print: AA", "print"),
]


@pytest.mark.parametrize(("name", "right", "wrong", "told"), MISTAKES)
def test_a_typing_slip_is_refused_with_place_and_right_word(
    name: str, right: str, wrong: str, told: str
) -> None:
    with pytest.raises(PackRefused) as refused:
        read_packs(_with(name, lambda text: text.replace(right, wrong, 1)))
    assert refused.value.sentence.startswith(name)
    assert told in refused.value.sentence


def test_the_line_of_a_mistake_is_told() -> None:
    with pytest.raises(PackRefused, match=r"lunn\.yaml, line \d+"):
        read_packs(_with(LUNN, lambda text: text.replace("fact: kept", "fact: kepd", 1)))


def test_rules_that_rest_on_each_other_are_refused() -> None:
    packs = read_packs(
        _with(
            "us-ma/rules/bail_refused.yaml",
            lambda text: text.replace(
                "broken_when: {fact: release.bail_refused_because_of_paper, is: true, ",
                "broken_when: {rule: ma.lunn, says: broken, ",
            ),
        )
    )
    with pytest.raises(PackRefused, match="circle"):
        compile_law(packs)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("48:00", "48:00"),
        ("010", "010"),
        ("1.10", "1.10"),
        ("yes", "yes"),
        ("~", "~"),
        ("true", True),
        ("7", 7),
    ],
)
def test_yaml_is_taken_at_its_word(text: str, value: object) -> None:
    assert read(f"key: {text}", "here")["key"] == value


def test_a_key_that_stands_twice_is_refused_with_its_line() -> None:
    with pytest.raises(PackRefused, match="here, line 2"):
        read("key: 1\nkey: 2\n", "here")


def test_a_digest_is_over_the_meaning_and_not_the_layout() -> None:
    first = read_packs(_with("", str))
    spaced = read_packs(_with(LUNN, lambda text: "# a remark\n\n" + text))
    changed = read_packs(_with(LUNN, lambda text: text.replace("2017-07-24", "2017-07-25")))
    digests = [[pack.used.digest for pack in packs] for packs in (first, spaced, changed)]
    assert digests[0] == digests[1]
    assert digests[0] != digests[2]
