"""Reading policy packs: the law of one place, as a folder of small documents.

Takes texts, not paths, so that a pack reads the same from a folder, a bundle or a
stick, and from its canonical form as from the files that people write.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from desktop.domain.findings import Cite, Outcome, PackUsed, Strength, Voucher
from desktop.domain.question import Question
from desktop.domain.vocabulary import AGENCIES, LISTS
from desktop.language.marks import N_
from desktop.rules.canonical import PackDocuments, canonical, digest
from desktop.rules.checking import all_known, checked
from desktop.rules.conditions import Always, Condition, Term
from desktop.rules.example import Waiver, examples_of, waivers_of
from desktop.rules.grammar import Grammar
from desktop.rules.pack_questions import questions_of
from desktop.rules.rule import ClockKind, Rule, RuleException, Version
from desktop.rules.speakable import Speakable, speakable
from desktop.rules.strict_yaml import Located, PackRefused, read
from desktop.rules.terms import terms_of

if TYPE_CHECKING:
    from desktop.rules import schema

ACTS = tuple(
    "hold transfer notify question arrest paper bail clock court child federal deadline "
    "remedy".split()
)


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
    head: schema.PackDocument = checked("PackDocument", pack.head, f"{pack.name}/pack.yaml")
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
        )
        for name, source in sources_in_order
    }
    rules = []
    for rule_id, node in sorted(pack.rules.items()):
        place = pack.place_of(rule_id)
        grammar = Grammar(place, terms, rule_ids, spoken)
        rules.append(_rule(node, place, head.id, sources, grammar))
    holidays = head.holidays and Holidays(
        head.holidays.source,
        frozenset(map(date.fromisoformat, head.holidays.observed)),
        frozenset(map(date.fromisoformat, head.holidays.actual)),
    )
    return PolicyPack(
        used=PackUsed(head.id, head.version, digest(canonical(pack)), head.title),
        place=head.place,
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


def _rule(
    node: Located, place: str, pack: str, sources: Mapping[str, Cite], grammar: Grammar
) -> Rule:
    document: schema.RuleDocument = checked("RuleDocument", node, place)
    all_known(place, "act", [document.act], ACTS)
    all_known(place, "agency", _agencies_in(document), AGENCIES)
    all_known(place, "kind of act", document.act_kinds, LISTS["acts"]["kind"].words)
    all_known(place, "source", document.cites, sources)

    def condition(part: Any) -> Condition:
        return Always() if part is None else grammar.read(part, node.line)

    def maybe(part: Any) -> Condition | None:
        return None if part is None else grammar.read(part, node.line)

    def exception(given: schema.ExceptionDocument) -> RuleException:
        return RuleException(
            given.id,
            given.label,
            condition(given.when),
            given.cite,
            Outcome(given.outcome),
            tuple(exception(inner) for inner in given.unless),
        )

    clock = document.clock and ClockKind(
        document.clock.counts,
        document.clock.hours,
        document.clock.note,
        document.clock.note_other_reading,
    )
    return Rule(
        id=document.id,
        pack=pack,
        title=document.title,
        act=document.act,
        looks_at=document.looks_at,
        act_kinds=tuple(document.act_kinds),
        decides_holding=document.decides_holding,
        makes_release_due=document.makes_release_due,
        tells_of_ice_itself=document.tells_of_ice_itself,
        governed_by=document.governed_by,
        versions=tuple(
            Version(
                date.fromisoformat(version.start) if version.start else None,
                Outcome(version.outcome) if version.outcome else None,
                version.label,
            )
            for version in document.versions
        ),
        binds=tuple(document.binds),
        unclear_for=tuple(document.unclear_for),
        also_acts_by=tuple(document.also_acts_by),
        counts_the_arrest=document.counts_the_arrest,
        applies_when=condition(document.applies_when),
        due_when=condition(document.due_when),
        unless=tuple(exception(given) for given in document.unless),
        unsettled_when=tuple(condition(part) for part in document.unsettled_when),
        no_act_unsettled_when=maybe(document.no_act_unsettled_when),
        broken_when=maybe(document.broken_when),
        strength=Strength(document.strength),
        arguable_when=maybe(document.arguable_when),
        otherwise=Outcome(document.otherwise),
        paraphrase=" ".join(document.says.split()),
        explains={word: " ".join(text.split()) for word, text in document.explains.items()},
        cites=tuple(sources[name] for name in document.cites),
        clock=clock or None,
        warns=tuple((condition(w.when), w.text) for w in document.warns),
        place=place,
        examples=examples_of(document, node),
        waives=waivers_of(document.waives),
    )


def _agencies_in(document: schema.RuleDocument) -> list[str]:
    return document.binds + document.unclear_for + document.also_acts_by


def _term_waives(node: Located) -> tuple[Waiver, ...]:
    document: schema.TermDocument = checked("TermDocument", node, "")
    return waivers_of(document.waives)
