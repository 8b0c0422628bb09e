"""The examples of a rule as a table: facts in the words of the form, and what must be said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from desktop.domain.case import Case
from desktop.domain.documents import read_case
from desktop.domain.findings import Outcome
from desktop.domain.moments import moment
from desktop.domain.problems import CaseRefused
from desktop.domain.question import Question
from desktop.language.marks import N_
from desktop.rules.example import Example
from desktop.rules.in_words import day_words
from desktop.rules.reading_facts import IDENTITIES, Facts, facts_of, list_of, moment_words
from desktop.rules.reading_words import OUTCOMES, STRENGTHS, plain, sentence

_SHARED = N_("In each of these, unless the example says otherwise:")
_AS_ABOVE = N_("as above")
_NO_HOURS, _HOURS_END = N_("no hours run"), N_("the hours end {time}")
_NOT_KNOWN, _NONE = N_("not known"), N_("none told of")


def lines_of_examples(examples: Sequence[Example], asked: Mapping[str, Question]) -> Iterator[str]:
    """What most of them share, once; then each with what is its own."""
    told = [_facts(example.case, asked) for example in examples]
    shared = _shared(told)
    if shared:
        yield f"{_SHARED} {sentence('; '.join(_words(*fact) for fact in shared.items()))}"
        yield ""
    yield "| Example | Facts | The rule says |"
    yield "| --- | --- | --- |"
    for example, facts in zip(examples, told, strict=True):
        own = "; ".join(_own(facts, shared)) or _AS_ABOVE
        yield f"| {plain(example.title)} | {own} | {'; '.join(_expected(example))} |"


def _expected(example: Example) -> Iterator[str]:
    """What the rule must say, until when it counts hours, and which days it keeps."""
    words = OUTCOMES[example.outcome]
    if example.outcome is Outcome.BROKEN and example.strength is not None:
        words += f" ({STRENGTHS[example.strength]})"
    yield words
    if example.ends == ():
        yield _NO_HOURS
    for end in example.ends or ():
        yield _HOURS_END.replace("{time}", moment_words(moment(end)))
    for what, day in (example.dates or {}).items():
        yield plain(f"{what}: {day_words(day)}")


def _facts(document: Mapping[str, Any], asked: Mapping[str, Question]) -> Facts:
    try:
        case: Case = read_case(document)
    except CaseRefused as refused:
        return {N_("Cannot be read"): refused.sentence}
    return facts_of(case, asked)


def _shared(told: Sequence[Facts]) -> Facts:
    """The facts that more than half of the examples tell in the same words."""
    shared: Facts = {}
    for label in dict.fromkeys(label for facts in told for label in facts):
        words, count = Counter(facts.get(label) for facts in told).most_common(1)[0]
        if words is not None and len(told) > 1 and count * 2 > len(told):
            shared[label] = words
    return shared


def _own(facts: Facts, shared: Facts) -> Iterator[str]:
    """What an example tells otherwise, and what it leaves out."""
    for label, words in facts.items():
        if shared.get(label) != words:
            yield _words(label, words)
    lists = {list_of(label) for label in facts}
    another = {list_of(label) for label in IDENTITIES if facts.get(label) != shared.get(label)}
    missing = [label for label in shared if label not in facts]
    for label in missing:
        if list_of(label) is None:
            yield _words(label, _NOT_KNOWN)
    for title in dict.fromkeys(list_of(label) for label in missing):
        if title is not None and title not in lists:
            yield _words(title, _NONE)
    for label in missing:
        if list_of(label) in lists - another and list_of(label) not in (None, *facts):
            yield _words(label, _NOT_KNOWN)


def _words(label: str, words: str) -> str:
    return plain(f"{label}: {words}")
