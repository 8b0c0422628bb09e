"""Whether the answers of a case are answers to questions that the packs on the shelf ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.domain.answers_reading import nearest
from desktop.domain.case import Case
from desktop.domain.moments import Moment
from desktop.domain.problems import CaseRefused
from desktop.domain.question import Question
from desktop.domain.silence import Answer, OneOf, Silence
from desktop.domain.vocabulary import ASKED_BY_PACKS, Key, Kind


def fits(answer: Answer, key: Key) -> bool:
    """Whether an answer is of the kind that a question takes. Every silence is."""
    return isinstance(answer, Silence) or _FITS[key.kind](answer, key)


def refuse_unknown_answers(case: Case, questions: Mapping[str, Question]) -> None:
    """Refuse an answer that no pack asks for, or that its question does not take.

    Raises CaseRefused with the nearest right word.
    """
    for key, answer in case.answers.items():
        if key.startswith(ASKED_BY_PACKS):
            question = questions.get(key)
            if question is None:
                raise CaseRefused(key, "no pack asks this", _meant(key, questions))
            if not fits(answer, question.takes):
                raise CaseRefused(key, "is no answer to this", _right(answer, question.takes))


def _meant(key: str, questions: Mapping[str, Question]) -> str:
    known = [
        other.removeprefix(ASKED_BY_PACKS)
        for other in questions
        if other.startswith(ASKED_BY_PACKS)
    ]
    guess = nearest(key.removeprefix(ASKED_BY_PACKS), known)
    if guess is None:
        return "Leave it out, or bring the pack that asks it"
    return f"Did you mean {ASKED_BY_PACKS}{guess}"


def _right(answer: Answer, key: Key) -> str:
    if key.kind is Kind.WORD:
        words = answer.words if isinstance(answer, OneOf) else (str(answer),)
        wrong = next((word for word in words if word not in key.words), words[0])
        guess = nearest(wrong, key.words)
        return f"Did you mean {guess}" if guess else f"One of: {', '.join(key.words)}"
    return f"Write {key.kind.value}"


def _is_word(answer: Answer, key: Key) -> bool:
    words = answer.words if isinstance(answer, OneOf) else (answer,)
    return all(word in key.words for word in words)


def _is_moment(answer: Answer, _: Key) -> bool:
    return isinstance(answer, Moment)


_FITS: Mapping[Kind, Callable[[Answer, Key], bool]] = {
    Kind.YES_NO: lambda answer, _: isinstance(answer, bool),
    Kind.WORD: _is_word,
    Kind.NUMBER: lambda answer, _: isinstance(answer, int | float) and not isinstance(answer, bool),
    Kind.MOMENT: _is_moment,
    Kind.DAY: _is_moment,
}
