"""Small packs written out in a test, and single conditions read against a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop.domain.documents import read_case
from desktop.domain.findings import Verdict
from desktop.rules.assess import assess
from desktop.rules.compiled import Law
from desktop.rules.conditions import Condition
from desktop.rules.frames import Frame
from desktop.rules.grammar import Grammar
from desktop.rules.judging import Standpoint
from desktop.rules.lawbook import LawBook
from desktop.rules.pack import PackText, read_packs
from desktop.rules.snapshot import Snapshot
from desktop.rules.speakable import speakable
from desktop.rules.strict_yaml import read
from tests.rules.whole_cases import AS_OF

HEAD = """
format: 1
id: invented
title: Invented law
version: "2026.1.1"
place: Nowhere
sources:
  invented:
    text: Invented Act, section 1
    print: B
    grade: V
    checked_on: 2026-11-22
    checked_by: nobody
    status: Invented.
    address: none
    says: Invented.
"""
_EVERY_RULE = {
    "format": "1",
    "title": "An invented rule",
    "says": "An invented rule.",
    "cites": "[invented]",
    "act": "hold",
    "looks_at": "custody",
    "governed_by": "custody",
    "otherwise": "protects",
    "explains": "{protects: It protects.}",
}


def rule(name: str, body: str) -> str:
    """A rule's document: what every rule has, unless the lines given say otherwise."""
    own = {line.partition(":")[0] for line in body.splitlines()}
    lines = [f"{key}: {value}" for key, value in _EVERY_RULE.items() if key not in own]
    return "\n".join([f"id: {name}", *lines, body])


def law_of(**rules: str) -> LawBook:
    """A book of one pack with these rules, each by its name and its own lines."""
    files = {f"rules/{name}.yaml": rule(f"x.{name}", body) for name, body in rules.items()}
    return LawBook(read_packs([PackText("invented", {"pack.yaml": HEAD, **files})]))


def outcome(book: LawBook, name: str, case: dict[str, Any], as_of: datetime = AS_OF) -> str:
    """What a rule of the book says of a case."""
    found = assess(read_case({"format": "amparo-case/1", **case}), book, as_of)
    finding = found.finding(f"x.{name}")
    assert finding is not None
    strength = f" {finding.strength.value}" if finding.strength else ""
    return finding.outcome.value + strength


@dataclass(frozen=True)
class Asked:
    """A condition put to a case: by the diagram, and by the proof alone."""

    exact: Verdict
    proof: Verdict


def ask(condition: str, case: dict[str, Any], book: LawBook, as_of: datetime = AS_OF) -> Asked:
    """How a condition, written as in a pack, comes out in a case."""
    law = book.law()
    snapshot = Snapshot(read_case({"format": "amparo-case/1", **case}), as_of)
    return ask_at(read_condition(condition, law), law, snapshot, snapshot.now)


def read_condition(condition: str, law: Law) -> Condition:
    node = read(condition, "a test")
    return Grammar("a test", law.terms, list(law.rules), speakable(node)).read(node)


def ask_at(condition: Condition, law: Law, snapshot: Snapshot, frame: Frame) -> Asked:
    standpoint = Standpoint.of(law, snapshot, frame)
    return Asked(standpoint.verdict(condition), standpoint.reason(condition).verdict)
