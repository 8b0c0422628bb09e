"""A pack as an attorney reads it: a document made from the rules, and so as true as they are.

Not a second source. What is wrong in the copy is wrong in the pack, and is mended
there; the digest at the foot says which pack was read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from desktop.domain.findings import Outcome
from desktop.domain.question import Question
from desktop.language.marks import N_
from desktop.rules.conditions import IsIn, Not, RuleSays, Term
from desktop.rules.in_words import listed
from desktop.rules.inside import everything_in, everything_of
from desktop.rules.pack import Holidays, PolicyPack, SourceRecord
from desktop.rules.reading_conditions import item_of, lines_of, tested_words
from desktop.rules.reading_preface import (
    BROKEN_HOW,
    FOLLOWS,
    FOOT,
    HOW_TO_READ,
    LINES,
    OF_A_TOWN,
    TERMS_SHOWN,
    WHAT_IT_IS,
)
from desktop.rules.reading_rule import cite_words, rule_lines
from desktop.rules.reading_words import (
    ANSWERS,
    MEANINGS,
    OUTCOMES,
    PRINT_LEVELS,
    plain,
    quoted,
    sentence,
)
from desktop.rules.standing import standing_words


def reading_copy(pack: PolicyPack, shelf: Sequence[PolicyPack], marks: str = "*italics*") -> str:
    """The pack in Markdown. ``shelf`` are the packs whose terms it may use, itself among them."""
    terms = _terms_used(pack)
    asked = {question.key: question for other in shelf for question in other.questions}
    return "\n".join(
        (
            *_head(pack),
            *_key(pack, marks),
            "## Rules",
            "",
            *_rules(pack, asked),
            *(_terms(pack, shelf, terms) if terms else ()),
            *(_questions(pack) if pack.questions else ()),
            *(_holidays(pack.holidays) if pack.holidays else ()),
            *_register(pack),
            *_foot(pack),
        )
    )


def _head(pack: PolicyPack) -> Iterator[str]:
    yield f"# {plain(pack.used.title)}"
    yield ""
    yield f"Reading copy of the pack `{pack.used.id}`, version {plain(pack.used.version)}."
    yield f"Place: {plain(pack.place)}."
    if pack.town:
        yield OF_A_TOWN.replace("{town}", plain(pack.town))
    yield ""
    yield WHAT_IT_IS
    yield ""


def _key(pack: PolicyPack, marks: str) -> Iterator[str]:
    """How to read the copy, with the meanings of the words that occur in it."""
    yield from ("## How to read it", "", HOW_TO_READ, "", TERMS_SHOWN.replace("{marks}", marks), "")
    yield from (FOLLOWS[0], "", *(f"- {words}" for words in FOLLOWS[1:]), "")
    yield from ("| A rule says | which means that |", "| --- | --- |")
    for outcome, meaning in MEANINGS.items():
        if outcome is Outcome.OPEN or any(_says(pack, outcome)):
            yield f"| {OUTCOMES[outcome]} | {meaning} |"
    yield ""
    if any(_says(pack, Outcome.BROKEN)):
        yield from (BROKEN_HOW, "")
    yield from ("| Level | A source of this level |", "| --- | --- |")
    for level, meaning in PRINT_LEVELS.items():
        yield f"| {level} | {meaning} |"
    yield ""


def _says(pack: PolicyPack, outcome: Outcome) -> Iterator[bool]:
    return (outcome.value in rule.explains for rule in pack.rules)


def _rules(pack: PolicyPack, asked: Mapping[str, Question]) -> Iterator[str]:
    for number, rule in enumerate(pack.rules, start=1):
        yield from rule_lines(rule, number, pack.records, asked)


def _terms_used(pack: PolicyPack) -> Mapping[str, Term]:
    """The pack's own terms, and those of other packs that its rules use; each by its name."""
    used = {
        part.name: part
        for rule in pack.rules
        for part in everything_of(rule)
        if isinstance(part, Term)
    }
    for term in pack.terms.values():
        used |= {part.name: part for part in everything_in(term) if isinstance(part, Term)}
    return used


def _terms(
    pack: PolicyPack, shelf: Sequence[PolicyPack], used: Mapping[str, Term]
) -> Iterator[str]:
    yield from ("## Terms", "")
    home = {name: (other, term) for other in shelf for name, term in other.terms.items()}
    named = {name: home.get(name, (pack, term)) for name, term in used.items()}
    for name, (other, term) in sorted(named.items(), key=lambda item: item[1][1].label.lower()):
        yield f"**{sentence(plain(term.label))}**"
        yield ""
        yield from _meaning(term)
        yield ""
        for waiver in other.term_waives.get(name, ()):
            yield from (sentence(f"Left so on purpose: {plain(waiver.because)}"), "")
        told = list(_where_from(pack, other, term, name))
        if told:
            yield from (" ".join(told), "")


def _meaning(term: Term) -> Iterator[str]:
    """What a term means; its own name is not said again."""
    match term.meaning:
        case IsIn() | RuleSays() as test if test.label in ("", term.label):
            yield sentence(tested_words(test))
            return
        case Not(part=IsIn() | RuleSays() as test, label=label) if label:
            yield sentence(tested_words(test, False))
            return
    meaning = item_of(term.meaning)
    yield f"This is so where {meaning.text}{':' if meaning.below else '.'}"
    if meaning.below:
        yield ""
        yield from lines_of(meaning.below)


def _where_from(pack: PolicyPack, other: PolicyPack, term: Term, name: str) -> Iterator[str]:
    if term.cite:
        yield sentence(f"Source: {plain(term.cite)}")
    if other is not pack:
        yield sentence(f"Explained in the pack {plain(other.used.title)}")
    numbers = [
        str(number)
        for number, rule in enumerate(pack.rules, start=1)
        if any(isinstance(part, Term) and part.name == name for part in everything_of(rule))
    ]
    if not numbers and other is pack and not _is_used(pack, name):
        yield N_("Used for the answer on holding.")
    if numbers:
        yield sentence(f"Used in rule{'s' if len(numbers) > 1 else ''} {listed(numbers, 'and')}")


def _is_used(pack: PolicyPack, name: str) -> bool:
    inside = (part for term in pack.terms.values() for part in everything_in(term.meaning))
    return any(isinstance(part, Term) and part.name == name for part in inside)


def _questions(pack: PolicyPack) -> Iterator[str]:
    """What the pack itself asks, as it is put to people."""
    yield from ("## Questions of this pack", "", "| On the form | Asked as | Answered by |")
    yield "| --- | --- | --- |"
    for question in pack.questions:
        asked = plain(question.ask.format(person=N_("the person")))
        yield f"| {plain(question.label)} | {asked} | {_answers(question)} |"
    yield ""


def _answers(question: Question) -> str:
    names = [quoted(plain(name)) for _, name in question.names]
    return listed(names, "or") if names else ANSWERS[question.takes.kind]


def _holidays(holidays: Holidays) -> Iterator[str]:
    yield from ("## Holidays", "", sentence(f"Source: {plain(holidays.source)}"), "")
    yield "| Year | Days on which they are observed | Where the holiday's own day is another |"
    yield "| --- | --- | --- |"
    years = sorted({day.year for day in holidays.observed | holidays.actual})
    for year in years:
        observed = sorted(day for day in holidays.observed if day.year == year)
        other = sorted(day for day in holidays.actual - holidays.observed if day.year == year)
        yield f"| {year} | {_days(observed)} | {_days(other)} |"
    yield ""


def _days(days: Sequence[date]) -> str:
    return ", ".join(f"{day:%B} {day.day}" for day in days) or N_("none")


def _register(pack: PolicyPack) -> Iterator[str]:
    """Every source once, with what it says in our words and where to read it."""
    yield from ("## Register of sources", "")
    for name, cite in sorted(pack.sources.items(), key=lambda item: item[1].text):
        record = pack.records[name]
        yield f"**{plain(cite.text)}**"
        yield ""
        yield sentence(plain(record.says))
        yield ""
        again = f"To be checked again after {cite.stale_after} days."
        yield f"{cite_words(cite, record)} {_where_read(record)} {again}"
        yield ""
        for standing in cite.history:
            yield f"- {plain(standing_words(standing))}"
        if cite.history:
            yield ""


def _where_read(record: SourceRecord) -> str:
    if record.address == "none":
        return N_("No address is recorded.")
    return sentence(f"To be read at: {plain(record.address)}")


def _foot(pack: PolicyPack) -> Iterator[str]:
    yield from ("---", "")
    yield f"Digest of the pack (SHA-256): `{pack.used.digest}`"
    yield ""
    yield from (FOOT, "")
    for line in LINES:
        yield from (f"{line}: {'_' * 40}", "")
