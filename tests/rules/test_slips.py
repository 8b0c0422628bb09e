"""A slip in a pack is refused where it stands, with what would be right."""

from __future__ import annotations

import pytest

from desktop.rules.pack import PackText, read_packs
from desktop.rules.strict_yaml import PackRefused
from tests.rules.proof.invented import SOUND
from tests.rules.written_packs import HEAD, ask, law_of, rule


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        ("[{always: true}]", "is not a condition"),
        ("{not: yes}", "'yes' is not a condition. Write one of its kinds"),
        ("{label: nothing else}", "is not exactly one kind of condition. One of: all, any"),
        ("{always: true, term: due}", "is not exactly one kind of condition"),
        ("{all: {always: true}}", "'all' is not a list. Write its parts as a list"),
        ("{any: []}", "'any' is not a list"),
        ("{fact: release.bail}", "needs 'is', 'in' or 'more_than'"),
        ("{fact: release.bail, is: posted, in: [posted]}", "needs 'is', 'in' or 'more_than'"),
        ("{fact: release.bale, is: posted}", "no fact is called 'release.bale'. Did you mean"),
        ("{fact: release.bail_fee, more_than: few}", "'few' is not a whole number"),
        ("{fact: release.bail, more_than: 1}", "no number is called 'release.bail'"),
        ("{elapsed: release.on, at_least_hours: 1}", "no time is called 'release.on'"),
        ("{elapsed: release.at}", "needs 'more_than_hours' or 'at_least_hours'"),
        ("{elapsed: release.at, more_than_hours: many}", "Write whole hours"),
        ("{elapsed: release.at, more_than_hours: true}", "Write whole hours"),
        ("{elapsed: release.at, more_than_hours: 1, at_least_hours: 1}", "Write whole hours"),
        ("{term: due}", "no term is called 'due'"),
        ("{rule: x.sny, says: broken}", "no rule is called 'x.sny'. Did you mean x.any"),
        ("{rule: x.any, says: brokn}", "no word is called 'brokn'. Did you mean broken"),
        ("{some: papers, were: {}}", "no key is called 'were'. Did you mean where"),
        ("{every: paper}", "no list is called 'paper'. Did you mean papers"),
        ("{some: holds, where: {kidn: parole}}", "no key of holds is called 'kidn'"),
    ],
)
def test_a_slip_in_a_condition(condition: str, told: str) -> None:
    with pytest.raises(PackRefused) as refused:
        ask(condition, {}, law_of(any=""))
    assert refused.value.sentence.startswith("a test")
    assert told in refused.value.sentence


def test_a_key_that_stands_twice() -> None:
    with pytest.raises(PackRefused, match="line 2: the key 'any' stands twice"):
        ask("any: [{always: true}]\nany: [{always: true}]", {}, law_of(any=""))


def test_a_rule_that_stands_in_two_packs() -> None:
    one = PackText("one", {"pack.yaml": HEAD, "rules/a.yaml": rule("x.same", "")})
    two = PackText("two", {"pack.yaml": HEAD, "rules/b.yaml": rule("x.same", "")})
    with pytest.raises(PackRefused, match=r"x\.same: stands in two files"):
        read_packs([one, two])


def test_rules_that_rest_on_each_other() -> None:
    rests = "applies_when: {{rule: x.{other}, says: broken}}"
    book = law_of(one=rests.format(other="two"), two=rests.format(other="one"))
    with pytest.raises(PackRefused, match=r"x\.one - x\.two - x\.one: the rules rest on each"):
        book.law()


def test_an_end_of_a_clock_that_is_a_day() -> None:
    told = 'expect: broken, ends: ["2026-12-01"]'
    text = SOUND.replace("expect: broken}", f"{told}}}", 1)
    with pytest.raises(PackRefused, match="is a whole day, and no time"):
        read_packs([PackText("invented", {"pack.yaml": HEAD, "rules/keep.yaml": text})])
