"""A reading copy says all that a pack says, and nothing in it reads like code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain

import pytest

from desktop.domain.findings import Outcome
from desktop.domain.moments import moment
from desktop.library.pack_files import pack_text
from desktop.library.shelves import Library, pack_folders
from desktop.rules.canonical import canonical, from_canonical
from desktop.rules.conditions import IsIn, Not, RuleSays, Term
from desktop.rules.in_words import day_words
from desktop.rules.inside import everything_of
from desktop.rules.pack import PackText, PolicyPack, opened_from, read_packs
from desktop.rules.reading_copy import reading_copy
from desktop.rules.reading_facts import moment_words
from desktop.rules.reading_words import OUTCOMES, plain, sentence
from desktop.rules.rule import Rule, every_exception
from desktop.system.resources import resource

PACKS = Library().packs
COPIES = {pack.used.id: reading_copy(pack, PACKS) for pack in PACKS}
TEXTS = [pack_text(folder) for folder in pack_folders(resource("packs"))]
RULES = [(pack, rule) for pack in PACKS for rule in pack.rules]
each_pack = pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.used.id)
each_rule = pytest.mark.parametrize(
    ("pack", "rule"), RULES, ids=lambda one: one.id if isinstance(one, Rule) else ""
)


def _part(pack: PolicyPack, rule: Rule) -> str:
    """What the copy says of one rule."""
    copy = COPIES[pack.used.id]
    start = copy.index(f". {plain(rule.title)}\n\nRule `{rule.id}`")
    return copy[start:].partition("\n### ")[0].partition("\n## ")[0]


def _words(text: str) -> str:
    return text.lower().replace("*", "")


@each_rule
def test_a_rule_is_told_whole(pack: PolicyPack, rule: Rule) -> None:
    part = _part(pack, rule)
    assert plain(rule.paraphrase) in part
    for cite in rule.cites:
        assert f"- {sentence(plain(cite.text))} Level {cite.print_level}:" in part
        assert plain(cite.status) in part
    for outcome, words in rule.explains.items():
        said = plain(words).partition("{holder}")[0]
        assert said in part, outcome
    for text in (*rule.for_client.values(), *chain(*rule.next_steps.values()), *rule.remedies):
        assert plain(text).removesuffix(".") in part
    for version in rule.versions:
        assert plain(version.label).lower() in part.lower()
    for exception in every_exception(rule.unless):
        assert plain(exception.label).lower() in _words(part)
        assert exception.cite is None or plain(exception.cite) in part
    for example in rule.examples:
        assert f"| {plain(example.title)} |" in part


@each_rule
def test_an_example_tells_until_when_hours_run_and_which_days_are_kept(
    pack: PolicyPack, rule: Rule
) -> None:
    rows = [line for line in _part(pack, rule).splitlines() if line.startswith("| ")]
    for example in rule.examples:
        (row,) = [line for line in rows if line.startswith(f"| {plain(example.title)} |")]
        if example.ends == ():
            assert row.endswith("; no hours run |")
        for end in example.ends or ():
            assert f"; the hours end {moment_words(moment(end))}" in row
        for what, day in (example.dates or {}).items():
            assert f"; {what}: {day_words(day)}" in row


@each_rule
def test_every_test_of_a_rule_is_told_by_its_label_or_by_its_term(
    pack: PolicyPack, rule: Rule
) -> None:
    copy = _words(COPIES[pack.used.id])
    renamed = {id(n.part) for n in everything_of(rule) if isinstance(n, Not) and n.label}
    for part in everything_of(rule):
        if id(part) in renamed:
            continue
        if isinstance(part, IsIn) and part.variable.key not in (
            "actor",
            f"law date of {rule.governed_by}",
        ):
            assert plain(part.label).lower() in copy, part.label
        if isinstance(part, RuleSays):
            assert f"`{part.rule}`" in copy


@each_rule
def test_the_parts_of_a_rule_come_in_the_order_in_which_they_are_tested(
    pack: PolicyPack, rule: Rule
) -> None:
    order = [
        Outcome.NOT_IN_FORCE,
        Outcome.NOT_COVERED,
        Outcome.NOT_YET,
        Outcome.ALLOWS,
        Outcome.UNSETTLED,
        Outcome.BROKEN,
    ]
    steps = re.findall(r"^\d+\. \*\*(.+?)\*\*", _part(pack, rule), re.MULTILINE)
    places = [order.index(o) for step in steps[:-1] for o in order if OUTCOMES[o] == step]
    assert steps and places == sorted(places)


@each_pack
def test_each_term_in_italics_is_explained(pack: PolicyPack) -> None:
    copy = COPIES[pack.used.id]
    used = set(re.findall(r"(?<!\*)\*(?![*\s])([^*\n]+?)\*(?!\*)", copy)) - {
        "italics",
        "strong",
        "arguable",
    }
    explained = set(re.findall(r"^\*\*(.+?)\.\*\*$", copy, re.MULTILINE))
    assert {sentence(term).removesuffix(".") for term in used} <= explained
    labels = {
        plain(part.label)
        for rule in pack.rules
        for part in everything_of(rule)
        if isinstance(part, Term)
    }
    assert {sentence(label).removesuffix(".") for label in labels} <= explained


@each_pack
def test_every_source_stands_in_the_register_with_what_it_says(pack: PolicyPack) -> None:
    register = COPIES[pack.used.id].partition("## Register of sources")[2]
    for name, cite in pack.sources.items():
        record = pack.records[name]
        assert f"**{plain(cite.text)}**" in register
        assert plain(record.says) in register
        assert plain(record.checked_by) in register
        assert record.address == "none" or plain(record.address) in register


@each_pack
def test_the_digest_and_lines_to_sign_stand_at_the_foot(pack: PolicyPack) -> None:
    foot = COPIES[pack.used.id].rpartition("---\n")[2]
    assert f"`{pack.used.digest}`" in foot
    for line in ("Name", "Bar number", "Date", "Signature"):
        assert f"{line}: ____" in foot


# Like a document, not like code

UNLIKE = {
    "a key of the case file": r"\b(custody|release|client|immigration|act|papers)\.[a-z_]+\b",
    "a word with an underscore": r"[a-z]\\?_[a-z]",
    "a value of the program": r"\b(True|False|None(?! of))\b",
    "brackets of code": r"[{}]",
    "a doubled word": r"\b(\w+) \1\b",
    "a doubled full stop": r"(?<!\.)\.\.(?!\.)",
    "a space before a stop": r" [.,;:]",
    "an empty bracket": r"\(\s*\)|“\s*”",
    "a colon after a colon": r"::",
    "the default words of a test": r"\bsome of [a-z]+:",
}


def _prose(copy: str) -> Iterator[str]:
    """The copy's lines, without ids in code type and the lines to write on."""
    for line in copy.splitlines():
        if "____" not in line:
            yield re.sub(r"`[^`]*`", "X", line)


@each_pack
@pytest.mark.parametrize("pattern", UNLIKE.values(), ids=UNLIKE.keys())
def test_nothing_reads_like_code(pack: PolicyPack, pattern: str) -> None:
    found = [line for line in _prose(COPIES[pack.used.id]) if re.search(pattern, line)]
    assert found == []


@each_pack
def test_lists_and_paragraphs_are_whole_sentences(pack: PolicyPack) -> None:
    for line in _prose(COPIES[pack.used.id]):
        words = re.sub(r"^\s*(- |\d+\. )", "", line).strip()
        if not words or words.startswith(("#", "|", "**", "---", "Place:")):
            continue
        first = words.lstrip("*“[")[:1]
        assert first.isupper() or first.isdigit() or first == "§", line
        assert words.endswith((".", ":", "?", ".”", ".”.", "!”", "?”")) or "SHA-256" in words, line


# The same from every form


def test_the_copy_is_the_same_from_the_canonical_form() -> None:
    documents = [from_canonical(canonical(opened_from(text)), "x") for text in TEXTS]
    packs = read_packs(documents)
    assert {pack.used.id: reading_copy(pack, packs) for pack in packs} == COPIES


def _changed(name: str, change: Callable[[str], str]) -> str:
    """The copy of the Boston pack with one of its files changed."""
    texts = [
        PackText(
            text.name,
            {
                file: change(content) if (text.name, file) == ("us-ma-boston", name) else content
                for file, content in text.files.items()
            },
        )
        for text in TEXTS
    ]
    packs = read_packs(texts)
    return reading_copy(next(p for p in packs if p.used.id == "us-ma-boston"), packs)


def test_text_of_a_pack_is_never_taken_for_markdown() -> None:
    copy = _changed(
        "pack.yaml",
        lambda text: text.replace("title: Boston Trust Act", 'title: "A *b* _c_ [d](e) <f> | `g`"'),
    )
    assert copy.startswith("# A \\*b\\* \\_c\\_ \\[d\\](e) \\<f\\> \\| \\`g\\`\n")


def test_an_exception_of_an_exception_stands_under_it() -> None:
    nested = """\
    when: {term: other_lawful_hold}
    unless:
      - id: not-so
        label: the other hold was lifted
        when: {fact: custody.seen_by_judge, is: true, label: a judge lifted it}
"""
    copy = _changed(
        "rules/hold.yaml",
        lambda text: text.replace("    when: {term: other_lawful_hold}\n", nested, 1),
    )
    assert "- But not where:" in copy
    assert "The other hold was lifted (“Seen a judge?”: yes)." in copy


def test_an_example_that_cannot_be_read_is_told_and_not_left_out() -> None:
    example = """
examples:
  - {title: A slip, case: {custody: {custodain: ice}}, expect: open}
  - {title: Nothing is known, case: {}, expect: open}
"""
    copy = _changed(
        "rules/hold.yaml", lambda text: text.partition("\nexamples_share:")[0] + example
    )
    assert "| A slip | Cannot be read: custody.custodain: unknown key" in copy.replace("\\", "")
    assert "| Nothing is known | as above | Open |" in copy


EVERYBODY = """
format: 1
id: made.up
title: Nobody tells
says: Nothing.
cites: [code_whole]
act: notify
looks_at: acts
act_kinds: [release_time]
governed_by: act
broken_when: {fact: act.purpose, is: civil, label: it was for immigration}
arguable_when: {fact: act.unit, is: hsi, label: the investigations unit was told}
otherwise: protects
explains: {broken: It was told.}
"""


def test_a_rule_that_binds_everybody_and_explains_little_is_told_whole() -> None:
    files = {**TEXTS[0].files, "rules/made.yaml": EVERYBODY}
    packs = read_packs([PackText(TEXTS[0].name, files), *TEXTS[1:]])
    copy = reading_copy(packs[0], packs)
    part = copy[copy.index("Nobody tells") :].partition("\n## ")[0]
    assert "**Whom it binds.** Whoever acts; the rule does not ask who it is." in part
    assert "1. **Law broken** (strong) where it was for immigration" in part
    assert "   - It can only be argued where the investigations unit was told" in part
    assert "2. **Protected** in every other case.\n3. Where we know" in part
    assert "Not covered" not in part
