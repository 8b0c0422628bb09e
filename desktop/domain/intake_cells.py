"""One cell of a table of intakes, as people write it, read into an answer.

A guess is never taken: nobody sees the field in which it would show. A date needs its
year, a time its half of the day.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from difflib import get_close_matches

from desktop.domain.intake_columns import COLUMNS, NOTE, plain, words_of
from desktop.domain.moments import Moment
from desktop.domain.silence import Answer, Silence
from desktop.domain.typed_moments import NotUnderstood, read_moment
from desktop.domain.vocabulary import Kind
from desktop.language.marks import N_

_SILENCES = {
    **dict.fromkeys(("unknown", "not known", "?"), Silence.NOT_KNOWN),
    **dict.fromkeys(("declined", "prefers not to say"), Silence.WITHHELD),
}
_YES_NO = {
    **dict.fromkeys(("yes", "y", "true"), True),
    **dict.fromkeys(("no", "n", "false"), False),
}
_HAS_YEAR = re.compile(r"\b\d{4}\b|/\d{1,2}/\d{2}\b")
_SECONDS = re.compile(r"(\d:\d\d):00(?!\d)")  # Excel adds them
_NUMBER = re.compile(r"\$?\s*(\d+(?:\.\d+)?)")
_WRITE_DAY = N_("Write 11/26/2026")
_WRITE_TIME = N_("Write 11/26/2026 2:10 am; in Excel, choose a format with AM and PM")
_MOST_LISTED, _SOME = 7, 3
_MUCH_ALIKE = 0.7  # a far-fetched guess is worse than the list


class CellRefused(ValueError):
    """What is wrong with a cell, and what would be right."""

    def __init__(self, wrong: str, right: str) -> None:
        super().__init__(wrong)
        self.wrong, self.right = wrong, right


def read_cell(text: str, column: str, now: datetime) -> Answer:
    """The answer that a cell gives; an empty one gives none. Raises CellRefused."""
    text = text.strip()
    if not text:
        return Silence.NOT_ASKED
    if column == NOTE:
        return text
    known = {plain(name): word for name, word in words_of(column).items()}
    if plain(text) in _SILENCES and plain(text) not in known:
        return _SILENCES[plain(text)]
    return _READERS[COLUMNS[column].kind](text, column, now)


def _read_yes_or_no(text: str, _column: str, _now: datetime) -> Answer:
    if plain(text) in _YES_NO:
        return _YES_NO[plain(text)]
    raise CellRefused(_unknown(text), N_("Write yes, no or unknown"))


def _read_word(text: str, column: str, _now: datetime) -> str:
    words = words_of(column)
    known = {plain(name): word for name, word in words.items()}
    if plain(text) in known:
        return known[plain(text)]
    raise CellRefused(_unknown(text), _right_word(text, words))


def _read_words(text: str, column: str, now: datetime) -> Answer:
    return tuple(_read_word(part, column, now) for part in re.split("[;,]", text) if part.strip())


def _read_text(text: str, _column: str, _now: datetime) -> Answer:
    return text


def _read_number(text: str, _column: str, _now: datetime) -> Answer:
    found = _NUMBER.fullmatch(text)
    if found is None:
        raise CellRefused(N_("“{cell}” is not a number").format(cell=text), N_("Write digits only"))
    return float(found[1]) if "." in found[1] else int(found[1])


def _read_day(text: str, _column: str, now: datetime) -> Answer:
    read = _moment(text, now, _WRITE_DAY)
    if not read.is_whole_day:
        raise CellRefused(N_("“{cell}” is more than a day").format(cell=text), _WRITE_DAY)
    return read


def _read_moment(text: str, _column: str, now: datetime) -> Answer:
    return _moment(text, now, _WRITE_TIME)


def _moment(text: str, now: datetime, right: str) -> Moment:
    if not _HAS_YEAR.search(text):
        raise CellRefused(N_("“{cell}” is no date with its year").format(cell=text), right)
    try:
        return read_moment(_SECONDS.sub(r"\1", text), now)
    except NotUnderstood as error:
        why = str(error).rstrip(".")
        raise CellRefused(N_("“{cell}”: {why}").format(cell=text, why=why), right) from error


def _right_word(text: str, words: dict[str, str]) -> str:
    known = {plain(name): word for name, word in words.items()}
    guesses = get_close_matches(plain(text), known, n=1, cutoff=_MUCH_ALIKE)
    if guesses:
        return N_("Did you mean {word}?").format(word=_spoken(words, known[guesses[0]]))
    shown = list(dict.fromkeys(_spoken(words, word) for word in words.values()))
    if len(shown) <= _MOST_LISTED:
        return N_("One of: {words}").format(words="; ".join(shown))
    return N_("One of: {words} and others").format(words="; ".join(shown[:_SOME]))


def _spoken(words: dict[str, str], word: str) -> str:
    """How people write a word, where they write it otherwise than the case file."""
    return next((name for name, meant in words.items() if meant == word and name != word), word)


def _unknown(text: str) -> str:
    return N_("“{cell}” is not known").format(cell=text)


_READERS: dict[Kind, Callable[[str, str, datetime], Answer]] = {
    Kind.YES_NO: _read_yes_or_no,
    Kind.WORD: _read_word,
    Kind.WORDS: _read_words,
    Kind.TEXT: _read_text,
    Kind.PLACE: _read_text,
    Kind.NUMBER: _read_number,
    Kind.MOMENT: _read_moment,
    Kind.DAY: _read_day,
}
