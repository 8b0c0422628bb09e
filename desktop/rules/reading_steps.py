"""The parts of a rule in the order in which they are tested, each with the outcome it leads to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.domain.findings import Outcome
from desktop.language.marks import N_
from desktop.rules.conditions import Always, Condition
from desktop.rules.in_words import listed
from desktop.rules.reading_conditions import Item, item_of, items_of, lines_of, named
from desktop.rules.reading_days import day_lies
from desktop.rules.reading_words import (
    OUTCOMES,
    STATE_AND_LOCAL,
    STRENGTHS,
    agencies_words,
    bound_words,
    plain,
    quoted,
    sentence,
)
from desktop.rules.rule import Rule, RuleException

_ACTOR = {"acts": N_("[whoever did it]")}
_HOLDER = N_("[whoever holds the person]")
_IT_SAYS = N_("The finding says: {words}")
_NOBODY_DID = N_(
    "Where we know of everything that was done, and nobody whom the rule binds did this, what "
    "counts is who holds the person, by the law of the day for which the case is worked out:"
)
_EVERY_OTHER = N_("in every other case")
_INDENT = 3
_FEW = 3
_GONE = Outcome.NOT_IN_FORCE
Step = tuple[str, tuple[Item, ...], str]
"""What the rule says and when, what stands under it, and the finding's own sentence."""


def steps_of(rule: Rule) -> Iterator[str]:
    """The parts of the rule, numbered in the order in which they are tested."""
    for number, (words, items, explained) in enumerate(_steps(rule), start=1):
        alone = words if number > 1 else words.replace(_EVERY_OTHER, N_("in every case"))
        yield f"{number}. {sentence(alone)}"
        yield from lines_of(items, _INDENT)
        if explained and items:
            yield ""
        if explained:
            yield f"{' ' * _INDENT}{explained}"


def _steps(rule: Rule) -> Iterator[Step]:
    """Each part: what the rule says and when, what stands under it, the finding's own sentence."""
    gone = [day_lies(rule, p) for p, v in enumerate(rule.versions) if v.outcome is _GONE]
    if gone:
        yield _step(rule, _GONE, f"where {listed(gone, 'or')}")
    gates = [*_whom(rule), *_items(rule.applies_when)]
    if gates:
        yield _unless(rule, Outcome.NOT_COVERED, gates)
    if not isinstance(rule.due_when, Always):
        yield _unless(rule, Outcome.NOT_YET, _items(rule.due_when))
    for outcome in dict.fromkeys(exception.outcome for exception in rule.unless):
        exceptions = [_exception(e) for e in rule.unless if e.outcome is outcome]
        yield _where(rule, outcome, exceptions, N_("one of these exceptions is met"))
    doubts = [*_dated_doubts(rule), *(item_of(doubt) for doubt in rule.unsettled_when)]
    if doubts:
        yield _where(rule, Outcome.UNSETTLED, doubts, N_("at least one of these is so"))
    if any(isinstance(doubt, Always) for doubt in rule.unsettled_when):
        return
    if rule.versions and all(version.outcome for version in rule.versions):
        return
    if rule.broken_when is not None:
        yield from _broken(rule, rule.broken_when)
    if not isinstance(rule.broken_when, Always):
        yield _step(rule, rule.otherwise, _EVERY_OTHER)
    if rule.looks_at == "acts":
        yield from _nobody(rule)


def _items(condition: Condition) -> list[Item]:
    return [] if isinstance(condition, Always) else list(items_of(condition))


def _whom(rule: Rule) -> Iterator[Item]:
    if rule.binds_everyone:
        return
    did = N_("the act was done by") if rule.looks_at == "acts" else N_("the person is held by")
    whom = bound_words(rule, "or")
    if set(rule.binds) == STATE_AND_LOCAL:
        whom = N_("a state or local officer")
    elif len(rule.binds) > _FEW:
        whom = N_("one of those whom the rule binds")
    if rule.unclear_for:
        whom += N_(", or by one of whom that is not settled")
    if rule.also_acts_by:
        whom += N_(", or by {others}").replace("{others}", agencies_words(rule.also_acts_by, "or"))
    yield Item(f"{did} {whom}")


def _dated_doubts(rule: Rule) -> Iterator[Item]:
    for place, version in enumerate(rule.versions):
        if version.outcome is Outcome.UNSETTLED:
            yield Item(f"{day_lies(rule, place)}: {plain(version.label)}")
    if rule.unclear_for:
        verb = N_("acted") if rule.looks_at == "acts" else N_("holds the person")
        yield Item(f"{agencies_words(rule.unclear_for, 'or')} {verb}")


def _exception(exception: RuleException) -> Item:
    """The exception by its name, and what it asks where the name does not say it."""
    met = named(exception.when, exception.label)
    text, below = met.text, met.below
    if exception.cite:
        text += f" [{plain(exception.cite)}]"
    if exception.unless:
        below += (Item(N_("but not where"), tuple(_exception(e) for e in exception.unless)),)
    return Item(text, below)


def _broken(rule: Rule, when: Condition) -> Iterator[Step]:
    strength = STRENGTHS[rule.strength]
    words, items, explained = _where(rule, Outcome.BROKEN, _items(when), N_("all of these are so"))
    if isinstance(when, Always):
        label = "" if when.label == "always" else f": {plain(when.label)}"
        words = f"**{OUTCOMES[Outcome.BROKEN]}** {_EVERY_OTHER}{label}"
    words = words.replace("**", f"** ({strength})", 2).replace(f"** ({strength})", "**", 1)
    if rule.arguable_when is not None:
        weaker = item_of(rule.arguable_when)
        argued = N_("it can only be argued where {so}").replace("{so}", weaker.text)
        items = (*items, Item(argued, weaker.below))
    yield words, items, explained


def _nobody(rule: Rule) -> Iterator[Step]:
    """What is said where no such act is known, once we know of everything that was done."""
    items = []
    if rule.no_act_unsettled_when is not None:
        unsettled = item_of(rule.no_act_unsettled_when)
        text = f"{OUTCOMES[Outcome.UNSETTLED]}, where {unsettled.text}"
        items.append(Item(text, unsettled.below))
    bound = N_("{outcome}, where the person is held by one whom the rule binds")
    items.append(Item(bound.replace("{outcome}", OUTCOMES[rule.otherwise])))
    if rule.unclear_for:
        unclear = N_("Unsettled, where it is not settled whether the rule binds the holder")
        items.append(Item(unclear))
    if not rule.binds_everyone:
        items.append(Item(N_("Not covered, where anybody else holds the person")))
    told_already = not isinstance(rule.broken_when, Always)
    _, _, explained = _step(rule, rule.otherwise, "")
    yield _NOBODY_DID, tuple(items), "" if told_already else explained


def _unless(rule: Rule, outcome: Outcome, items: Sequence[Item]) -> Step:
    if len(items) == 1:
        text, below = items[0].text, items[0].below
        return _step(rule, outcome, f"unless {text}{':' if below else ''}", below)
    joint = N_("both of these are so") if len(items) == 2 else N_("all of these are so")
    return _step(rule, outcome, f"unless {joint}:", tuple(items))


def _where(rule: Rule, outcome: Outcome, items: Sequence[Item], joint: str) -> Step:
    if len(items) == 1:
        text, below = items[0].text, items[0].below
        return _step(rule, outcome, f"where {text}{':' if below else ''}", below)
    return _step(rule, outcome, f"where {joint}:", tuple(items))


def _step(rule: Rule, outcome: Outcome, when: str, items: tuple[Item, ...] = ()) -> Step:
    text = rule.explains.get(outcome.value)
    explained = ""
    if text:
        filled = plain(text).replace("{holder}", _ACTOR.get(rule.looks_at, _HOLDER))
        explained = _IT_SAYS.replace("{words}", quoted(filled))
    comma = "," if when.startswith("unless") else ""
    return f"**{OUTCOMES[outcome]}**{comma} {when}", items, explained
