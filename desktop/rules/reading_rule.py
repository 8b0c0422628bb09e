"""One rule in a reading copy, from its title to the questions that it leaves open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from desktop.domain.findings import Cite, Outcome, Strength
from desktop.domain.names import WORD_NAMES
from desktop.domain.question import Question
from desktop.language.marks import N_
from desktop.rules.in_words import day_words, listed, lowered
from desktop.rules.pack import SourceRecord
from desktop.rules.reading_conditions import Item, item_of, lines_of
from desktop.rules.reading_days import day_lies, days_of
from desktop.rules.reading_examples import lines_of_examples
from desktop.rules.reading_steps import steps_of
from desktop.rules.reading_times import clock_lines, date_lines
from desktop.rules.reading_words import (
    ACTS,
    GOVERNING_DAY,
    GRADES,
    INFERRED,
    OUTCOMES,
    PRINT_LEVELS,
    UNOPENED,
    agencies_words,
    bound_words,
    plain,
    quoted,
    sentence,
)
from desktop.rules.rule import Rule

_BETTER = N_("Can better authority be found?")
_AS_IT_STANDS = N_("the rule as it stands here")
_Words = TypeVar("_Words")
_WHILE_OPEN = N_("While facts are missing: {words}")


def rule_lines(
    rule: Rule,
    number: int,
    records: Mapping[str, SourceRecord],
    asked: Mapping[str, Question],
) -> Iterator[str]:
    """A rule from its title to its open questions; ``asked`` are those of the packs."""
    yield f"### {number}. {plain(rule.title)}"
    yield ""
    yield f"Rule `{rule.id}`, on {ACTS[rule.act]}."
    yield ""
    yield plain(rule.paraphrase)
    yield ""
    yield from _section(N_("Where it stands"), _cites(rule, records))
    yield f"**Whom it binds.** {_binds(rule)}"
    yield ""
    yield f"**What it looks at.** {_looks_at(rule)}"
    yield ""
    if len(rule.versions) > 1:
        yield from _section(N_("Versions"), _versions(rule))
    yield from _section(N_("What it says"), steps_of(rule))
    if "open" in rule.explains:
        yield _WHILE_OPEN.replace("{words}", quoted(plain(rule.explains["open"])))
        yield ""
    if rule.for_client:
        yield from _section(N_("What may be said to the client"), _for_client(rule))
    if rule.next_steps:
        yield from _section(N_("What staff do now"), _next_steps(rule))
    if rule.remedies:
        remedies = (f"- {sentence(plain(remedy))}" for remedy in rule.remedies)
        yield from _section(N_("What can be asked for"), remedies)
    if rule.clock is not None:
        yield from _section(N_("How the hours are counted"), clock_lines(rule.clock, asked))
    if rule.dates:
        yield from _section(N_("Days to keep"), date_lines(rule, asked))
    if rule.warns:
        yield from _section(N_("What staff are warned of"), _warnings(rule))
    if rule.examples:
        yield from _section(N_("Examples"), lines_of_examples(rule.examples, asked))
    if rule.waives:
        left = (f"- {sentence(plain(waiver.because))}" for waiver in rule.waives)
        yield from _section(N_("Left so on purpose"), left)
    questions = [f"- {sentence(question)}" for question in open_questions(rule)]
    if questions:
        yield from _section(N_("Open questions"), questions)


def open_questions(rule: Rule) -> Iterator[str]:
    """What an attorney may be able to settle: the law in doubt, and sources that nobody opened."""
    for place, version in enumerate(rule.versions):
        if version.outcome is Outcome.UNSETTLED:
            asked = N_("What is the law where {so}?").replace("{so}", day_lies(rule, place))
            yield f"{asked} {sentence(plain(version.label))}"
    if rule.unclear_for:
        yield N_("Does the rule bind {whom}?").replace(
            "{whom}", agencies_words(rule.unclear_for, "or")
        )
    for doubt in rule.unsettled_when:
        label = getattr(doubt, "label", "") or item_of(doubt).text
        yield N_("What is the law where this is so: {so}?").replace("{so}", plain(label))
    for cite in rule.cites:
        if cite.grade in UNOPENED:
            yield f"{quoted(plain(cite.text))} has to be opened and read"
        elif cite.grade in INFERRED:
            yield f"{quoted(plain(cite.text))}: {GRADES[cite.grade]}. {_BETTER}"
    if rule.strength is Strength.ARGUABLE and rule.broken_when is not None:
        yield N_("That this breaks the law can be argued only. Is there authority for it?")


def cite_words(cite: Cite, record: SourceRecord) -> str:
    """How sure we are of a source, since when and by whom, and how it may print."""
    checked = f"checked on {day_words(cite.checked_on)} by {plain(record.checked_by)}"
    return " ".join(
        sentence(words)
        for words in (
            f"Level {cite.print_level}: {PRINT_LEVELS[cite.print_level]}",
            f"Grade {cite.grade}: {GRADES[cite.grade]}",
            checked,
            plain(cite.status),
        )
    )


def _section(title: str, lines: Iterator[str] | Sequence[str]) -> Iterator[str]:
    yield f"**{title}**"
    yield ""
    yield from lines
    yield ""


def _cites(rule: Rule, records: Mapping[str, SourceRecord]) -> Iterator[str]:
    for cite in rule.cites:
        yield f"- {sentence(plain(cite.text))} {cite_words(cite, records[cite.source])}"


def _binds(rule: Rule) -> str:
    if rule.binds_everyone:
        return N_("Whoever acts; the rule does not ask who it is.")
    told = sentence(bound_words(rule, "and"))
    if rule.unclear_for:
        told += f" Whether it binds {agencies_words(rule.unclear_for, 'or')} is not settled."
    if rule.also_acts_by:
        watched = N_(" What {others} does counts, too, though the rule binds none of them.")
        told += watched.replace("{others}", agencies_words(rule.also_acts_by, "or"))
    return told


def _looks_at(rule: Rule) -> str:
    match rule.looks_at:
        case "acts":
            kinds = [lowered(WORD_NAMES["acts.kind"][kind]) for kind in rule.act_kinds]
            told = N_(
                "Acts of these kinds, each by itself: {kinds}. Of several acts the gravest result "
                "counts: broken before unsettled, unsettled before allowed, allowed before "
                "protected."
            ).replace("{kinds}", listed(kinds, "or"))
            if rule.counts_the_arrest:
                told += N_(" The arrest that began the custody is one of them.")
        case "custody":
            told = N_("The custody now, and each custody before it since release fell due.")
        case _:
            told = N_("The case as it stands.")
    told += f" {GOVERNING_DAY[rule.governed_by]}"
    if rule.decides_holding:
        told += N_(" It is one of the rules that decide whether a person may be held.")
    if rule.makes_release_due:
        told += N_(" Where it is broken, release is due.")
    return told


def _versions(rule: Rule) -> Iterator[str]:
    yield "| Days | What the rule was |"
    yield "| --- | --- |"
    for place, version in enumerate(rule.versions):
        words = plain(version.label)
        if version.outcome is not None:
            words = f"{OUTCOMES[version.outcome]}: {words}" if words else OUTCOMES[version.outcome]
        days = days_of(rule, place)
        yield f"| {days[:1].upper()}{days[1:]} | {sentence(words or _AS_IT_STANDS)} |"


def _for_client(rule: Rule) -> Iterator[str]:
    for word, text in _in_order(rule.for_client):
        yield f"- {OUTCOMES[word]}: {quoted(plain(text))}"


def _next_steps(rule: Rule) -> Iterator[str]:
    for word, steps in _in_order(rule.next_steps):
        yield f"- {OUTCOMES[word]}:"
        yield from (f"  - {sentence(plain(step))}" for step in steps)


def _in_order(words: Mapping[str, _Words]) -> Iterator[tuple[Outcome, _Words]]:
    return ((outcome, words[outcome]) for outcome in Outcome if outcome in words)


def _warnings(rule: Rule) -> Iterator[str]:
    for condition, text in rule.warns:
        when = item_of(condition)
        told = sentence(quoted(plain(text)))
        yield from lines_of([Item(f"{told} This is said where {when.text}", when.below)])
