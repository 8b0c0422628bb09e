"""A case: one person's matter, as it was told, with what nobody could say left unsaid.

Frozen. Answering makes a new case, so undo, history and "why did it change"
need no machinery of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from desktop.domain.moments import Moment
from desktop.domain.silence import Answer, Silence
from desktop.domain.vocabulary import LISTS, Kind


def _nothing() -> Mapping[str, Answer]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Entry:
    """One paper, charge, hold, act or spell: its answers, by the names of its keys."""

    answers: Mapping[str, Answer] = field(default_factory=_nothing)

    def get(self, name: str) -> Answer:
        return self.answers.get(name, Silence.NOT_ASKED)

    def with_answer(self, name: str, answer: Answer) -> Entry:
        return Entry(_changed(self.answers, name, answer))


@dataclass(frozen=True)
class Said:
    """Who told us a fact and how sure they were. Shown beside it; never changes an outcome."""

    by: str | None = None
    sure: str | None = None
    at: Moment | None = None


@dataclass(frozen=True)
class Case:
    """What is known of one person's custody.

    ``answers`` are keyed as in the case file ("custody.custodian"); what a pack itself
    asks, by "answers." and its question. ``lists`` hold papers, charges, holds, acts and
    spells: what we know of, never all there is, unless ``complete`` names the list.
    """

    as_of: Moment | None = None
    answers: Mapping[str, Answer] = field(default_factory=_nothing)
    lists: Mapping[str, tuple[Entry, ...]] = field(default_factory=lambda: MappingProxyType({}))
    complete: frozenset[str] = frozenset()
    said: Mapping[str, Said] = field(default_factory=lambda: MappingProxyType({}))
    declined_lists: frozenset[str] = frozenset()
    unknown_lists: frozenset[str] = frozenset()

    def get(self, key: str) -> Answer:
        return self.answers.get(key, Silence.NOT_ASKED)

    def text(self, key: str) -> str | None:
        """The answer where it is text or a word, else None."""
        answer = self.get(key)
        return answer if isinstance(answer, str) else None

    def entries(self, name: str) -> tuple[Entry, ...]:
        return self.lists.get(name, ())

    def is_whole(self, name: str) -> bool:
        """Whether somebody asked "is that all?" and heard yes."""
        silent = name in self.declined_lists or name in self.unknown_lists
        return name in self.complete and not silent

    def with_answer(self, key: str, answer: Answer) -> Case:
        return replace(self, answers=_changed(self.answers, key, answer))

    def with_entries(self, name: str, entries: tuple[Entry, ...]) -> Case:
        lists = {**self.lists, name: tuple(_in_words(name, entry) for entry in entries)}
        if not entries:
            del lists[name]
        return replace(
            self,
            lists=MappingProxyType(lists),
            declined_lists=self.declined_lists - {name},
            unknown_lists=self.unknown_lists - {name},
        )

    def with_list_answer(self, name: str, answer: bool | Silence) -> Case:
        """Answer "is that all?" for a list. "No" leaves it open, as silence does."""
        complete = self.complete | {name} if answer is True else self.complete - {name}
        declined = self.declined_lists - {name}
        unknown = self.unknown_lists - {name}
        if answer is Silence.WITHHELD:
            declined |= {name}
        if answer is Silence.NOT_KNOWN:
            unknown |= {name}
        return replace(self, complete=complete, declined_lists=declined, unknown_lists=unknown)


def _in_words(name: str, entry: Entry) -> Entry:
    """A key with a word for "unknown" says it by that word, in memory as in the file."""
    for key, kind in LISTS[name].items():
        has_word = kind.kind is Kind.WORD and "unknown" in kind.words
        if has_word and entry.get(key) is Silence.NOT_KNOWN:
            entry = entry.with_answer(key, "unknown")
    return entry


def _changed(answers: Mapping[str, Answer], key: str, answer: Answer) -> Mapping[str, Answer]:
    changed = {**answers, key: answer}
    if answer is Silence.NOT_ASKED:
        del changed[key]
    return MappingProxyType(changed)
