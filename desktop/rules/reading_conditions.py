"""Conditions as an attorney reads them: an outline of sentences, each true to what is tested.

A label is what the author calls a test; what is tested stands behind it in brackets,
so that a reader can see where the two part.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from desktop.domain.findings import Outcome
from desktop.domain.vocabulary import AGENCIES
from desktop.language.marks import N_
from desktop.rules.conditions import All, Always, AnyOf, Condition, IsIn, Not, RuleSays, Term
from desktop.rules.in_words import (
    about,
    entry_words,
    hours_words,
    listed,
    number_words,
    stretch_words,
    words_of,
)
from desktop.rules.reading_words import OUTCOMES, plain, quoted, sentence
from desktop.rules.variables import (
    ANOTHER,
    YES_OR_NO,
    Elapsed,
    Fact,
    Heard,
    LawDate,
    Number,
    OfList,
)

ALL_OF, BOTH_OF = N_("all of these are so"), N_("both of these are so")
ANY_OF = N_("at least one of these is so")
NONE_OF = N_("none of these is so")
NOT_ALL = N_("at least one of these is not so")
_AT_LEAST = N_("{hours} or more from {start} to the end of that custody, or to now")
_MORE_THAN = N_("more than {hours} from {start} to the end of that custody, or to now")
_PASSED = N_("{start} has passed")
_THE_LAW_OF = N_("the day that counts is {days}")
_FEW = 3
_KEPT = N_("“Still held?”: yes, or “Kept until” is later than the release")
_NOT_KEPT = N_("“Still held?”: no, and “Kept until” is not later than the release")


@dataclass(frozen=True)
class Item:
    """A clause without its full stop, and what stands under it."""

    text: str
    below: tuple[Item, ...] = ()


def lines_of(items: Sequence[Item], indent: int = 0) -> Iterator[str]:
    """The items as a list in Markdown."""
    for item in items:
        end = ":" if item.below else ""
        yield f"{' ' * indent}- {sentence(item.text + end)}"
        yield from lines_of(item.below, indent + 2)


def items_of(condition: Condition) -> tuple[Item, ...]:
    """The parts of a condition all of which have to be so; itself where it has no such parts."""
    if isinstance(condition, All) and not condition.label:
        return tuple(item_of(part) for part in condition.parts)
    return (item_of(condition),)


def item_of(condition: Condition) -> Item:
    """One condition as a clause, with its parts under it."""
    match condition:
        case IsIn() | RuleSays():
            return Item(_with(plain(condition.label), tested_words(condition)))
        case Always(label=label):
            return Item(plain(label))
        case Term():
            return Item(term_words(condition))
        case All(parts=parts, label=label):
            return _several(label, BOTH_OF if len(parts) == 2 else ALL_OF, parts)
        case AnyOf(parts=parts, label=label):
            return _several(label, ANY_OF, parts)
        case _:
            return _negated(condition.part, condition.label)


def named(condition: Condition, name: str) -> Item:
    """A condition that has a name of its own: the name once, and what is looked at."""
    match condition:
        case IsIn() | RuleSays():
            return Item(_with(plain(name), tested_words(condition)))
        case Not(part=IsIn() | RuleSays() as part):
            return Item(_with(plain(name), tested_words(part, False)))
    item = item_of(condition)
    own = plain(name)
    if item.text.strip("*").lower() == own.lower():
        return item
    return Item(f"{own}, that is, {item.text}" if item.below else f"{own}: {item.text}", item.below)


def term_words(term: Term) -> str:
    """A term stands in italics wherever it is used."""
    return f"*{plain(term.label or term.name)}*"


def _several(label: str, joint: str, parts: Sequence[Condition]) -> Item:
    text = f"{plain(label)}; that is, {joint}" if label else joint
    return Item(text, tuple(item_of(part) for part in parts))


def _negated(part: Condition, label: str) -> Item:
    match part:
        case AnyOf(parts=parts, label=inner):
            return _several(label or _not_so(inner), NONE_OF, parts)
        case All(parts=parts, label=inner):
            return _several(label or _not_so(inner), NOT_ALL, parts)
        case IsIn() | RuleSays():
            words = plain(label or _not_so(part.label))
            return Item(_with(words, tested_words(part, False)))
        case _:
            inner_item = item_of(part)
            words = f"{inner_item.text} is not so"
            text = f"{plain(label)} ({words})" if label else words
            return Item(text, inner_item.below)


def _not_so(label: str) -> str:
    return N_("it is not so that {label}").replace("{label}", label) if label else ""


def _with(words: str, tested: str) -> str:
    return f"{words} ({tested})" if tested else words


def _said(rule: str, outcomes: frozenset[str], holds: bool) -> str:
    chosen = [quoted(OUTCOMES[Outcome(word)]) for word in sorted(outcomes)]
    says = N_("says") if holds else N_("does not say")
    return f"the rule `{rule}` {says} {listed(chosen, 'or')}"


def tested_words(condition: IsIn | RuleSays, holds: bool = True) -> str:
    """What is looked at, and what it has to be; "" where the label cannot be clearer."""
    if isinstance(condition, RuleSays):
        return _said(condition.rule, condition.outcomes, holds)
    match condition.variable:
        case Fact() as fact:
            return _answered(fact, condition.accepted, holds)
        case Heard(rule=rule, outcomes=outcomes):
            return _said(rule, outcomes, holds)
        case Number() as number:
            return _numbered(number, condition.accepted, holds)
        case OfList() as some:
            return plain(entry_words(some, holds is (True in condition.accepted)))
        case LawDate(governed_by="as_of", changes=changes, cells=cells):
            day = changes[len(cells) - len(condition.accepted) - 1]
            return _THE_LAW_OF.replace("{days}", stretch_words((day,), 1 if holds else 0))
        case Elapsed(hours=hours, reached=reached) as elapsed:
            counted = (_AT_LEAST if reached else _MORE_THAN) if hours else _PASSED
            label = quoted(plain(about(elapsed)))
            return counted.replace("{hours}", hours_words(hours)).replace("{start}", label)
        case _:
            return ""


def _answered(fact: Fact, accepted: frozenset[Hashable], holds: bool) -> str:
    """The question on the form, and the answers that fit."""
    if fact.key == "kept":
        return _KEPT if (True in accepted) is holds else _NOT_KEPT
    label = quoted(plain(about(fact)))
    fits = [cell for cell in fact.cells if (cell in accepted) is holds]
    others = [cell for cell in fact.cells if cell not in fits]
    many = ANOTHER in fits or (ANOTHER not in others and len(others) <= _FEW < len(fits))
    if fact.cells != YES_OR_NO and many:
        return f"{label}: anything but {_either(fact, others)}"
    return f"{label}: {_either(fact, fits)}"


def _numbered(number: Number, accepted: frozenset[Hashable], holds: bool) -> str:
    """The question on the form, and the numbers that fit."""
    fits = [cell for cell in number.cells if (cell in accepted) is holds]
    return f"{quoted(plain(about(number)))}: {listed(number_words(number, fits), N_('or'))}"


def _either(fact: Fact, cells: Sequence[Hashable]) -> str:
    words = [plain(word) for word in words_of(fact, cells)]
    stand_alone = fact.cells not in (YES_OR_NO, AGENCIES)
    return listed([quoted(word) for word in words] if stand_alone else words, "or")
