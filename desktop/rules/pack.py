"""Reading policy packs: the law of one place, as a folder of small documents.

Takes texts, not paths, so that a pack reads the same from a folder, a bundle or a
stick. The digest is over the canonical form: the meaning counts, not the layout.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from desktop.domain.documents import nearest
from desktop.domain.findings import Cite, Outcome, PackUsed, Strength
from desktop.domain.vocabulary import AGENCIES, LISTS
from desktop.rules.conditions import Always, Condition, Term
from desktop.rules.example import Waiver, examples_of, waivers_of
from desktop.rules.grammar import Grammar
from desktop.rules.rule import ClockKind, Rule, RuleException, Version
from desktop.rules.strict_yaml import Located, PackRefused, read

if TYPE_CHECKING:
    from desktop.rules import schema

ACTS = tuple(
    "hold transfer notify question arrest paper bail clock court child federal deadline "
    "remedy".split()
)
_Document = TypeVar("_Document", bound="schema._Strict")


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
class PolicyPack:
    """The law of one place, read and checked."""

    used: PackUsed
    place: str
    rules: tuple[Rule, ...]
    sources: Mapping[str, Cite]
    source_says: Mapping[str, str]
    holidays: Holidays | None
    terms: Mapping[str, Term]
    term_waives: Mapping[str, tuple[Waiver, ...]]

    def notes(self, now: datetime) -> tuple[str, ...]:
        """What is stale on a day, and what no client's letter may cite."""
        told = []
        for cite in self.sources.values():
            due = cite.checked_on + timedelta(days=cite.stale_after)
            if now.date() > due:
                told.append(f"stale: {cite.text}, last checked on {cite.checked_on}")
            if cite.print_level == "C":
                told.append(f"staff only: {cite.text}. {cite.status}")
        return tuple(told)


def read_packs(texts: Sequence[PackText]) -> tuple[PolicyPack, ...]:
    """Read packs that may use each other's terms and rules. Raises PackRefused."""
    opened = [_Opened.of(text) for text in texts]
    rule_ids = [rule["id"] for pack in opened for rule in pack.rules.values()]
    for rule_id in rule_ids:
        if rule_ids.count(rule_id) > 1:
            raise PackRefused(rule_id, "stands in two files", "Give each rule its own id")
    terms = _terms(opened, rule_ids)
    return tuple(_pack(pack, terms, rule_ids) for pack in opened)


@dataclass(frozen=True)
class _Opened:
    """A pack's documents, parsed as YAML and nothing more."""

    name: str
    head: Located
    terms: Located
    rules: Mapping[str, Located]

    @classmethod
    def of(cls, text: PackText) -> _Opened:
        documents = {
            name: read(content, f"{text.name}/{name}") for name, content in text.files.items()
        }
        if not isinstance(documents.get("pack.yaml"), Located):
            raise PackRefused(text.name, "has no pack.yaml", "Add one")
        rules = {name: doc for name, doc in documents.items() if name.startswith("rules/")}
        for name, doc in rules.items():
            if not isinstance(doc, Located) or "id" not in doc:
                raise PackRefused(f"{text.name}/{name}", "is not a rule", "Give it an id")
        return cls(
            text.name,
            documents["pack.yaml"],
            documents.get("terms.yaml") or Located(),
            rules,
        )

    @property
    def digest(self) -> str:
        """SHA-256 over the canonical JSON of all documents."""
        whole = {"pack": self.head, "terms": self.terms, "rules": self.rules}
        canonical = json.dumps(
            whole,
            sort_keys=True,
            ensure_ascii=False,
            separators=(",", ":"),
            default=str,
        )
        return hashlib.sha256(canonical.encode()).hexdigest()


def _terms(packs: Sequence[_Opened], rule_ids: Sequence[str]) -> Mapping[str, Term]:
    """All terms by name. A term may use those that stand before it."""
    from desktop.rules.schema import TermDocument  # noqa: PLC0415 - pydantic, when first used

    terms: dict[str, Term] = {}
    for pack in packs:
        place = f"{pack.name}/terms.yaml"
        for name, node in pack.terms.items():
            if name in terms:
                raise PackRefused(f"{place}, {name}", "stands twice", "Keep one of them")
            document = _checked(TermDocument, node, f"{place}, {name}")
            meaning = Grammar(place, terms, rule_ids).read(document.means, node.line)
            terms[name] = Term(name, meaning, document.label)
    return terms


def _pack(pack: _Opened, terms: Mapping[str, Term], rule_ids: Sequence[str]) -> PolicyPack:
    from desktop.rules.schema import PackDocument  # noqa: PLC0415

    head = _checked(PackDocument, pack.head, f"{pack.name}/pack.yaml")
    sources = {
        name: Cite(
            source.text,
            source.print,
            source.grade,
            source.checked_on,
            source.status,
            name,
            stale_after=source.stale_after_days,
        )
        for name, source in head.sources.items()
    }
    rules = []
    for name, node in sorted(pack.rules.items()):
        place = f"{pack.name}/{name}"
        grammar = Grammar(place, terms, rule_ids)
        rules.append(_rule(node, place, head.id, sources, grammar))
    holidays = head.holidays and Holidays(
        head.holidays.source,
        frozenset(head.holidays.observed),
        frozenset(head.holidays.actual),
    )
    return PolicyPack(
        used=PackUsed(head.id, head.version, pack.digest, head.title),
        place=head.place,
        rules=tuple(rules),
        sources=sources,
        source_says={name: source.says for name, source in head.sources.items()},
        holidays=holidays or None,
        terms={name: terms[name] for name in pack.terms},
        term_waives={name: _term_waives(node) for name, node in pack.terms.items()},
    )


def _rule(
    node: Located, place: str, pack: str, sources: Mapping[str, Cite], grammar: Grammar
) -> Rule:
    from desktop.rules.schema import RuleDocument  # noqa: PLC0415

    document = _checked(RuleDocument, node, place)
    _all_known(place, "act", [document.act], ACTS)
    _all_known(place, "agency", document.binds + document.unclear_for, AGENCIES)
    _all_known(place, "kind of act", document.act_kinds, LISTS["acts"]["kind"].words)
    _all_known(place, "source", document.cites, sources)

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
                version.start,
                Outcome(version.outcome) if version.outcome else None,
                version.label,
            )
            for version in document.versions
        ),
        binds=tuple(document.binds),
        unclear_for=tuple(document.unclear_for),
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


def _term_waives(node: Located) -> tuple[Waiver, ...]:
    from desktop.rules.schema import TermDocument  # noqa: PLC0415

    return waivers_of(TermDocument.model_validate(node).waives)


def _all_known(place: str, what: str, words: Sequence[str], known: Any) -> None:
    for word in words:
        if word not in known:
            guess = nearest(word, known)
            right = f"Did you mean {guess}" if guess else f"One of: {', '.join(known)}"
            raise PackRefused(place, f"no {what} is called {word!r}", right)


def _checked(kind: type[_Document], node: Any, place: str) -> _Document:
    from pydantic import ValidationError  # noqa: PLC0415

    try:
        return kind.model_validate(node)
    except ValidationError as error:
        first = error.errors()[0]
        line = _line_of(node, first["loc"])
        where = f"{place}, line {line}" if line else place
        path = ".".join(str(part) for part in first["loc"])
        raise PackRefused(where, f"{path}: {first['msg']}", "See the form of a pack") from error


def _line_of(node: Any, path: tuple[int | str, ...]) -> int:
    line = getattr(node, "line", 0)
    for part in path:
        try:
            node = node[part]
        except (KeyError, IndexError, TypeError):
            break
        line = getattr(node, "line", line)
    return int(line)
