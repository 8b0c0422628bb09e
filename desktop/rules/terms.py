"""The terms of all packs, each built when the terms that it uses are there.

Where a term stands in its file means nothing, so that a pack may be put in order
by the alphabet or by thought.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from desktop.rules.canonical import PackDocuments
from desktop.rules.checking import checked
from desktop.rules.conditions import Term
from desktop.rules.grammar import Grammar
from desktop.rules.speakable import Speakable
from desktop.rules.strict_yaml import PackRefused

if TYPE_CHECKING:
    from desktop.rules import schema


def terms_of(
    packs: Sequence[PackDocuments], rule_ids: Sequence[str], speakable: Speakable
) -> Mapping[str, Term]:
    """All terms by name. Raises PackRefused for two of one name, and for a circle."""
    nodes: dict[str, tuple[str, Any]] = {}
    for pack in packs:
        for name, node in pack.terms.items():
            place = f"{pack.name}/terms.yaml"
            if name in nodes:
                raise PackRefused(f"{place}, {name}", "stands twice", "Keep one of them")
            nodes[name] = (place, node)
    terms: dict[str, Term] = {}

    def build(name: str, begun: tuple[str, ...]) -> None:
        if name in terms:
            return
        place, node = nodes[name]
        if name in begun:
            circle = " - ".join((*begun[begun.index(name) :], name))
            raise PackRefused(place, f"the terms {circle} rest on each other", "Break the circle")
        document: schema.TermDocument = checked("TermDocument", node, f"{place}, {name}")
        for used in _used_in(document.means):
            if used in nodes:
                build(used, (*begun, name))
        meaning = Grammar(place, terms, rule_ids, speakable).read(document.means, node.line)
        terms[name] = Term(name, meaning, document.label, document.cite)

    for name in nodes:
        build(name, ())
    return terms


def _used_in(node: Any) -> Iterator[str]:
    """The names of terms that a condition mentions, however deep."""
    if isinstance(node, dict):
        if "term" in node:
            yield str(node["term"])
        for part in node.values():
            yield from _used_in(part)
    elif isinstance(node, list):
        for part in node:
            yield from _used_in(part)
