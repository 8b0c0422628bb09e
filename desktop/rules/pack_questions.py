"""The questions that packs bring, each by the key under which a case answers it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.domain.names import SOURCE_NAMES
from desktop.domain.question import Question
from desktop.domain.questions import SECTION_TITLES
from desktop.domain.vocabulary import ASKED_BY_PACKS, Key, Kind
from desktop.rules.canonical import PackDocuments
from desktop.rules.checking import all_known, checked
from desktop.rules.strict_yaml import PackRefused

if TYPE_CHECKING:
    from desktop.rules import schema

_KINDS = {
    "yes_no": Kind.YES_NO,
    "moment": Kind.MOMENT,
    "day": Kind.DAY,
    "number": Kind.NUMBER,
}


def questions_of(packs: Sequence[PackDocuments]) -> tuple[tuple[Question, ...], ...]:
    """The questions of each pack. Raises PackRefused for two of one id."""
    asked: dict[str, str] = {}
    found = []
    for pack in packs:
        place = f"{pack.name}/questions.yaml"
        for name in pack.questions:
            if name in asked:
                wrong = f"is asked in {asked[name]} too"
                raise PackRefused(f"{place}, {name}", wrong, "Give each question its own id")
            asked[name] = place
        found.append(tuple(_question(pack, place, name) for name in sorted(pack.questions)))
    return tuple(found)


def _question(pack: PackDocuments, place: str, name: str) -> Question:
    node = pack.questions[name]
    document: schema.QuestionDocument = checked("QuestionDocument", node, f"{place}, {name}")
    line = getattr(node, "line", 0)
    here = f"{place}, line {line}" if line else f"{place}, {name}"
    if not name.isidentifier() or name != name.lower():
        wrong = f"{name!r} is no id of a question"
        raise PackRefused(here, wrong, "Write small letters, digits and _")
    all_known(here, "section", [document.section], SECTION_TITLES)
    all_known(here, "source of facts", document.who_knows, SOURCE_NAMES)
    for text in (document.ask, document.say):
        _speaks_of_the_person_alone(here, text)
    names: tuple[tuple[str, str], ...] = ()
    if isinstance(document.takes, str):
        own = Key(_KINDS[document.takes])
    else:
        names = tuple(sorted(document.takes.words.items(), key=_other_last))
        own = Key(Kind.WORD, tuple(word for word, _ in names))
    return Question(
        f"{ASKED_BY_PACKS}{name}",
        document.section,
        document.ask,
        document.label,
        tuple(document.who_knows),
        document.say,
        own,
        names,
    )


def _speaks_of_the_person_alone(place: str, text: str) -> None:
    """A text may hold {person} and no other placeholder, or nobody could say it."""
    try:
        text.format(person="")
    except (KeyError, IndexError, ValueError) as error:
        raise PackRefused(place, f"{text!r} has another placeholder", "Use {person}") from error


def _other_last(named: tuple[str, str]) -> tuple[bool, str]:
    """By the word: the canonical form of a pack keeps no order of its own."""
    return named[0] == "other", named[0]
