"""Reading policy packs: the law of one place, as a folder of small documents.

Takes texts, not paths, so that a pack reads the same from a folder, a bundle or a
stick, and from its canonical form as from the files that people write.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from desktop.domain.findings import Cite, PackUsed, Voucher
from desktop.domain.places import PLACES, nearest_place
from desktop.domain.question import Question
from desktop.language.marks import N_
from desktop.rules.canonical import PackDocuments, canonical, digest
from desktop.rules.checking import checked
from desktop.rules.conditions import Term
from desktop.rules.example import Waiver, waivers_of
from desktop.rules.grammar import Grammar
from desktop.rules.local_rules import of_town
from desktop.rules.pack_questions import questions_of
from desktop.rules.rule import Rule
from desktop.rules.rule_file import rule_of
from desktop.rules.speakable import Speakable, speakable
from desktop.rules.standing import history_of
from desktop.rules.strict_yaml import Located, PackRefused, read
from desktop.rules.terms import terms_of
from desktop.rules.towns import TOWN

if TYPE_CHECKING:
    from desktop.rules import schema

_VOUCHED = {
    Voucher.UNKNOWN_SIGNER: N_("not vouched for: signed by somebody who is not known here"),
    Voucher.NOBODY: N_("not vouched for: from outside, and not signed"),
    Voucher.CHANGED: N_("not vouched for: changed since it was released or signed"),
}


@dataclass(frozen=True)
class PackText:
    """A pack's files by name ("pack.yaml", "rules/hold.yaml"), not yet read."""

    name: str
    files: Mapping[str, str]


@dataclass(frozen=True)
class Holidays:
    """Days that a clock leaves out, by both readings, and where the table comes from."""

    source: str
    observed: frozenset[date]
    actual: frozenset[date]


@dataclass(frozen=True)
class SourceRecord:
    """What the register of sources says of a source beyond its citation."""

    says: str
    address: str
    checked_by: str


@dataclass(frozen=True)
class PolicyPack:
    """The law of one place, read and checked."""

    used: PackUsed
    place: str
    town: str
    """The town whose rules these are; "" of a pack that is of no town."""
    rules: tuple[Rule, ...]
    sources: Mapping[str, Cite]
    records: Mapping[str, SourceRecord]
    holidays: Holidays | None
    terms: Mapping[str, Term]
    term_waives: Mapping[str, tuple[Waiver, ...]]
    questions: tuple[Question, ...] = ()

    def notes(self, now: datetime) -> tuple[str, ...]:
        """Who does not vouch for it, what is stale on a day, what no client's letter may cite."""
        told = [] if self.used.vouched_for else [_VOUCHED[self.used.vouched_by]]
        for cite in self.sources.values():
            if now.date() > cite.fresh_until:
                told.append(f"stale: {cite.text}, last checked on {cite.checked_on}")
            if cite.print_level == "C":
                told.append(f"staff only: {cite.text}. {cite.status}")
        return tuple(told)


def read_packs(
    packs: Sequence[PackText | PackDocuments], beside: Sequence[PackDocuments] = ()
) -> tuple[PolicyPack, ...]:
    """Read packs that may use each other's terms and rules. Raises PackRefused.

    ``beside`` are packs with which they are to be compared: what those tell apart of
    places and numbers is told apart in these, too.
    """
    opened = [opened_from(pack) if isinstance(pack, PackText) else pack for pack in packs]
    every = (*opened, *beside)
    asked = questions_of(opened)
    spoken = speakable(
        [pack.terms for pack in every],
        [pack.rules for pack in every],
        [{"fact": TOWN, "is": pack.head.get("town")} for pack in every],
        asked=[question for of_pack in asked for question in of_pack],
    )
    rule_ids = [rule_id for pack in opened for rule_id in pack.rules]
    for rule_id in rule_ids:
        if rule_ids.count(rule_id) > 1:
            raise PackRefused(rule_id, "stands in two files", "Give each rule its own id")
    terms = terms_of(opened, rule_ids, spoken)
    return tuple(
        _pack(pack, terms, rule_ids, spoken, questions)
        for pack, questions in zip(opened, asked, strict=True)
    )


def opened_from(text: PackText) -> PackDocuments:
    """A pack's documents, parsed as YAML and nothing more. Raises PackRefused."""
    head, terms, questions = Located(), Located(), Located()
    rules: dict[str, Located] = {}
    places: dict[str, str] = {}
    for name, content in sorted(text.files.items()):
        place = f"{text.name}/{name}"
        document = read(content, place)
        if name == "pack.yaml" and isinstance(document, Located):
            head = document
        elif name == "terms.yaml" and isinstance(document, Located | None):
            terms = document or terms
        elif name == "questions.yaml" and isinstance(document, Located | None):
            questions = document or questions
        elif not name.startswith("rules/"):
            raise PackRefused(place, "has no place in a pack", "Put rules into rules/")
        elif not isinstance(document, Located) or not isinstance(document.get("id"), str):
            raise PackRefused(place, "is not a rule", "Give it an id")
        elif document["id"] in rules:
            raise PackRefused(document["id"], "stands in two files", "Give each rule its own id")
        else:
            rules[document["id"]], places[document["id"]] = document, place
    if not head:
        raise PackRefused(text.name, "has no pack.yaml", "Add one")
    return PackDocuments(text.name, head, terms, rules, places, questions=questions)


def _pack(
    pack: PackDocuments,
    terms: Mapping[str, Term],
    rule_ids: Sequence[str],
    spoken: Speakable,
    questions: tuple[Question, ...],
) -> PolicyPack:
    place = f"{pack.name}/pack.yaml"
    head: schema.PackDocument = checked("PackDocument", pack.head, place)
    sources_in_order = sorted(head.sources.items())
    sources = {
        name: Cite(
            source.text,
            source.print,
            source.grade,
            date.fromisoformat(source.checked_on),
            source.status,
            name,
            stale_after=source.stale_after_days,
            history=history_of(source.history, place, name),
        )
        for name, source in sources_in_order
    }
    if head.town and head.town not in PLACES[TOWN]:
        guess = nearest_place(TOWN, head.town)
        wrong = f"no city or town is called {head.town!r}"
        raise PackRefused(f"{pack.name}/pack.yaml", wrong, f"Did you mean {guess}")
    rules = []
    for rule_id, node in sorted(pack.rules.items()):
        place = pack.place_of(rule_id)
        grammar = Grammar(place, terms, rule_ids, spoken)
        rules.append(of_town(rule_of(node, place, head.id, sources, grammar), head.town, spoken))
    holidays = head.holidays and Holidays(
        head.holidays.source,
        frozenset(map(date.fromisoformat, head.holidays.observed)),
        frozenset(map(date.fromisoformat, head.holidays.actual)),
    )
    return PolicyPack(
        used=PackUsed(head.id, head.version, digest(canonical(pack)), head.title),
        place=head.place,
        town=head.town,
        rules=tuple(rules),
        sources=sources,
        records={
            name: SourceRecord(" ".join(source.says.split()), source.address, source.checked_by)
            for name, source in sources_in_order
        },
        holidays=holidays or None,
        terms={name: terms[name] for name in sorted(pack.terms)},
        term_waives={name: _term_waives(node) for name, node in sorted(pack.terms.items())},
        questions=questions,
    )


def _term_waives(node: Located) -> tuple[Waiver, ...]:
    document: schema.TermDocument = checked("TermDocument", node, "")
    return waivers_of(document.waives)
