"""When a passage prints: short sentences about subjects, from a closed list of words.

"custodian is boston_police or state_police" holds when one of the words is
true of the subject; "is not" when none is. All sentences of a condition must
hold, and where it has some after "one of", one of those too. A word that is
not in the list is refused when the letter is loaded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.domain.documents import nearest
from desktop.letters.sight import Sight
from desktop.letters.subjects import GROUPS, SUBJECTS

_SENTENCE = re.compile(r"(?P<subject>[a-z_.]+) is (?P<denied>not )?(?P<words>[a-z_ ]+)")


class NotUnderstood(ValueError):
    """A sentence that is no condition: what is wrong, and what would be right."""

    def __init__(self, wrong: str, right: str) -> None:
        super().__init__(wrong)
        self.wrong, self.right = wrong, right


@dataclass(frozen=True)
class Sentence:
    """One subject, and the words of which one must (or none may) be true of it."""

    subject: str
    words: frozenset[str]
    denied: bool
    written: str

    def holds(self, sight: Sight) -> bool:
        return bool(self.words & sight[self.subject]) is not self.denied


@dataclass(frozen=True)
class Condition:
    """Sentences that must all hold, and some of which one must; with none it always holds."""

    sentences: tuple[Sentence, ...] = ()
    one_of: tuple[Sentence, ...] = ()

    def holds(self, sight: Sight) -> bool:
        if not all(sentence.holds(sight) for sentence in self.sentences):
            return False
        return not self.one_of or any(sentence.holds(sight) for sentence in self.one_of)

    def holding(self, sight: Sight) -> tuple[Sentence, ...]:
        """The sentences by which it holds, for whoever asks why."""
        return tuple(each for each in (*self.sentences, *self.one_of) if each.holds(sight))


def read_condition(
    sentences: Iterable[str],
    one_of: Iterable[str] = (),
    subjects: Mapping[str, tuple[str, ...]] = SUBJECTS,
) -> Condition:
    """A condition from its sentences. Raises NotUnderstood at the first wrong word.

    ``subjects`` are what the kind of letter may look at, by who reads it.
    """
    return Condition(
        tuple(_read(sentence, subjects) for sentence in sentences),
        tuple(_read(sentence, subjects) for sentence in one_of),
    )


def _read(written: str, subjects: Mapping[str, tuple[str, ...]]) -> Sentence:
    match = _SENTENCE.fullmatch(written)
    if match is None:
        raise NotUnderstood(
            f"{written!r} is no condition", 'Write "subject is word or word", or "is not"'
        )
    subject = match["subject"]
    if subject not in subjects:
        raise NotUnderstood(f"a letter cannot look at {subject!r}", _meant(subject, subjects))
    words: set[str] = set()
    for word in match["words"].split(" or "):
        words.update(_words(subject, word.strip(), subjects[subject]))
    return Sentence(subject, frozenset(words), match["denied"] is not None, written)


def _words(subject: str, word: str, there: tuple[str, ...]) -> tuple[str, ...]:
    if (subject, word) in GROUPS:
        return GROUPS[subject, word]
    if word in there:
        return (word,)
    known = [*there, *(group for owner, group in GROUPS if owner == subject)]
    raise NotUnderstood(f"{word!r} cannot be said of {subject!r}", _meant(word, known))


def _meant(word: str, known: Iterable[str]) -> str:
    guess = nearest(word, known)
    return f"Did you mean {guess}" if guess else f"One of: {', '.join(known)}"
