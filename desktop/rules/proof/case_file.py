"""A case as a document that is changed place by place, and looked at again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.domain.documents import read_case
from desktop.domain.moments import moment
from desktop.rules.contradictions import without_impossible
from desktop.rules.frames import Frame
from desktop.rules.heeded import acts_of
from desktop.rules.rule import Rule
from desktop.rules.snapshot import Snapshot

Document = dict[str, Any]


def snapshot_of(document: Mapping[str, Any]) -> Snapshot:
    case = read_case(document)
    as_of = moment(document["as_of"]).exact
    assert as_of is not None, "an example says as of which moment"
    return Snapshot(without_impossible(case, as_of), as_of)


def frame_of(rule: Rule | None, snapshot: Snapshot) -> Frame:
    """The frame in which facts are changed: the first act that the rule looks at, or now."""
    acts = acts_of(rule, snapshot) if rule and rule.looks_at == "acts" else ()
    return acts[0][0] if acts else snapshot.now


def put(document: Document, key: str, value: object) -> None:
    section, _, name = key.partition(".")
    document.setdefault(section, {})[name] = value


def told(document: Mapping[str, Any], key: str) -> Any:
    section, _, name = key.partition(".")
    return document.get(section, {}).get(name)


def first_act(document: Document, rule: Rule) -> Document:
    """The first act of the rule's kinds; one by somebody whom it binds where there is none."""
    acts: list[Document] = document.setdefault("acts", [])
    for act in acts:
        if act.get("kind") in rule.act_kinds:
            return act
    acts.append({"kind": rule.act_kinds[0], "at": document["as_of"]})
    if rule.binds:
        acts[-1]["by"] = rule.binds[0]
    return acts[-1]
