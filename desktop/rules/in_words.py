"""What a rule looks at, in words: the question on the form, the answer, an entry of a list."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date, timedelta

from desktop.domain.names import AGENCY_NAMES, WORD_NAMES
from desktop.domain.places import PLACES
from desktop.domain.questions import BY_KEY
from desktop.domain.vocabulary import AGENCIES, LISTS, Kind
from desktop.language.marks import N_
from desktop.rules.variables import (
    ANOTHER,
    YES_OR_NO,
    Elapsed,
    Fact,
    Mentions,
    MoreThan,
    Number,
    OfList,
    Place,
    Since,
    Wanted,
)

# Facts that no question of the form stands for, or that the form words for a row of its own.
_LABELS = {
    "actor": N_("Held by"),
    "kept": N_("Kept past the release?"),
    "code": N_("Case code"),
    "client.preferred_name": N_("Preferred name"),
    "client.date_of_birth": N_("Born"),
    "custody.place": N_("Place"),
    "release.processing_done_at": N_("Processing done"),
    "custody.at_courthouse": N_("At a courthouse?"),
    "act.kind": N_("What was done"),
    "act.by": N_("Who did it"),
    "act.to": N_("Whom it was done with"),
    "act.unit": N_("Which part of ICE"),
    "act.purpose": N_("What it was for"),
    "act.certification": N_("To certify a crime victim for a visa?"),
    "act.judicial_order": N_("A court's order or warrant for it?"),
    "act.asked_first_by_ice": N_("Did ICE ask first?"),
    "act.public_area": N_("In a public area?"),
    "client.medical_needs": N_("Medical needs?"),
    "client.criminal_lawyer": N_("A criminal lawyer?"),
    "client.immigration_lawyer": N_("An immigration lawyer?"),
}
YES, NO = N_("yes"), N_("no")
_ALWAYS = N_("any day")
_ANOTHER = N_("another than these")
_FORMS = {
    "state_warrant": N_("a Massachusetts warrant"),
    "court_order": N_("a court's order"),
    "immigration_judge_order": N_("an immigration judge's order"),
    "ncic_printout": N_("an NCIC printout"),
    "foreign_notice": N_("another country's notice"),
    "unknown": N_("a form that nobody here could name"),
}
# An entry of a list: how a yes and a no read; how a word reads, with or without its "not".
_CLAUSES: Mapping[str, tuple[str, str] | str] = {
    "papers.form": N_("it {is} {words}"),
    "papers.issued_by": N_("it {was} issued by {words}"),
    "papers.signed_by": N_("it {was} signed by {words}"),
    "papers.criminal": (N_("it is about a crime"), N_("it is not about a crime")),
    "papers.names_client": (N_("it names the person"), N_("it does not name the person")),
    "papers.seen": (N_("one of us has read it"), N_("none of us has read it")),
    "papers.box": N_("the box ticked on it {is} {words}"),
    "papers.grounds": N_("ground {words} is ticked on it"),
    "papers.attached": N_("{words} is attached to it"),
    "papers.served": (N_("it was served"), N_("it was not served")),
    "papers.cancelled": (N_("it is cancelled"), N_("it is not cancelled")),
    "papers.judicial_order": (N_("it orders the act"), N_("it does not order the act")),
    "holds.kind": N_("it {is} {words}"),
    "holds.live": (N_("it is live"), N_("it is not live")),
    "charges.status": N_("its state {is} {words}"),
    "charges.kind": N_("it {is} about {words}"),
    "charges.serious_violent": (
        N_("it is for a serious violent crime"),
        N_("it is not for a serious violent crime"),
    ),
    "acts.kind": N_("what was done {is} {words}"),
    "acts.by": N_("it {was} done by {words}"),
    "acts.to": N_("it {was} done with {words}"),
    "acts.purpose": N_("its purpose {is} {words}"),
}
# What is held against a limit: how it reads, and how its opposite does.
_COMPARED = {
    "holds.days": (N_("it lasts more than {limit} days"), N_("it lasts {limit} days or less")),
    "papers.issued_on": (
        N_("it was issued on {limit} or later"),
        N_("it was issued before {limit}"),
    ),
    "papers.office": (
        N_("the office printed on it is {limit}"),
        N_("the office printed on it is not {limit}"),
    ),
}
# Of words on a paper, where none of some may stand there.
_NONE_OF = {
    "papers.grounds": N_("none of these grounds is ticked on it: {words}"),
    "papers.attached": N_("none of these is attached to it: {words}"),
}
FORM_KEYS = ("form", "attached")
_ENTRY = {
    "papers": N_("paper"),
    "holds": N_("hold"),
    "charges": N_("charge"),
    "acts": N_("act"),
    "spells": N_("spell of custody"),
}


def label_of(key: str) -> str:
    """The short question that stands for a fact."""
    question = BY_KEY.get(key)
    return question.label if question else _LABELS.get(key, key)


def about(variable: Fact | Number | Elapsed) -> str:
    """The short question that stands for what is looked at."""
    if variable.asked is not None:
        return variable.asked.label
    return label_of(variable.key if isinstance(variable, Fact) else variable.asks)


def words_of(fact: Fact, cells: Iterable[Hashable]) -> tuple[str, ...]:
    """Values of a fact in words, in the order of the vocabulary."""
    chosen = set(cells)
    return tuple(_word(fact, cell) for cell in fact.cells if cell in chosen)


def _word(fact: Fact, cell: Hashable) -> str:
    if fact.cells == YES_OR_NO:
        return YES if cell is True else NO
    return _names(fact).get(str(cell), str(cell))


def _names(fact: Fact) -> Mapping[str, str]:
    if fact.cells == AGENCIES:
        return AGENCY_NAMES
    if fact.asked is not None:
        return dict(fact.asked.names)
    if isinstance(fact, Place):
        return {**PLACES[fact.key], ANOTHER: _ANOTHER}
    key = f"acts.{fact.key.removeprefix('act.')}" if fact.key.startswith("act.") else fact.key
    return WORD_NAMES.get(key, {})


def number_words(number: Number, cells: Iterable[Hashable]) -> tuple[str, ...]:
    """The numbers of some cells; neighbours are told as one stretch."""
    places = sorted(number.cells.index(cell) for cell in cells)
    stretches: list[list[int]] = []
    for place in places:
        if stretches and stretches[-1][-1] == place - 1:
            stretches[-1].append(place)
        else:
            stretches.append([place])
    return tuple(_between(number.limits, run[0], run[-1]) for run in stretches)


def _between(limits: Sequence[int], first: int, last: int) -> str:
    """The numbers that exceed as many limits as the first place, up to those of the last."""
    told = [N_("more than {n}").replace("{n}", str(limits[first - 1]))] if first else []
    if last < len(limits):
        told.append(N_("{n} or less").replace("{n}", str(limits[last])))
    return listed(told, N_("and"))


def entry_words(variable: OfList, holds: bool = True) -> str:
    """What some (or every) entry of a list must be, as a sentence without its full stop."""
    entry = _ENTRY[variable.list_name]
    clauses = listed([_clause(variable.list_name, *part) for part in variable.where] or [""], "and")
    if variable.quantifier == "every":
        opening = N_("of every {entry}") if holds else N_("it is not so of every {entry}")
        return f"{opening.replace('{entry}', entry)}: {clauses}"
    a = N_("an") if entry.startswith("a") else N_("a")
    opening = f"there is {a} {{entry}}" if holds else N_("there is no {entry}")
    joint = f"{N_(', and')} " if holds else f"{N_(' of which this is so:')} "
    return opening.replace("{entry}", entry) + (joint + clauses if clauses else "")


def _clause(list_name: str, field: str, wanted: Wanted, unwanted: bool) -> str:
    if not isinstance(wanted, frozenset):
        told, told_not = _COMPARED[f"{list_name}.{field}"]
        return (told_not if unwanted else told).replace("{limit}", _limit_words(wanted))
    clause = _CLAUSES.get(f"{list_name}.{field}", field + " {is} {words}")
    if isinstance(clause, tuple):
        return clause[0] if (True in wanted) is not unwanted else clause[1]
    if LISTS[list_name][field].kind is Kind.WORDS and unwanted:
        clause = _NONE_OF[f"{list_name}.{field}"]
    unless = " not" if unwanted else ""
    order = LISTS[list_name][field].words
    chosen = sorted((str(word) for word in wanted), key=order.index)
    words = listed([_entry_word(list_name, field, word) for word in chosen], "or")
    told = clause.replace("{is}", f"is{unless}").replace("{was}", f"was{unless}")
    return told.replace("{words}", words)


def _limit_words(wanted: MoreThan | Since | Mentions) -> str:
    match wanted:
        case MoreThan(limit):
            return str(limit)
        case Since(day):
            return day_words(day)
        case _:
            return listed([f"“{name}”" for name in wanted.names], N_("or"))


def _entry_word(list_name: str, field: str, word: str) -> str:
    if field in FORM_KEYS:
        return _FORMS.get(word) or f"a Form {word}"
    if LISTS[list_name][field].words == AGENCIES:
        return AGENCY_NAMES[word]
    names = WORD_NAMES.get(f"{list_name}.{field}", {})
    return lowered(names.get(word, word)) if field != "box" else word


def stretch_words(changes: Sequence[date], stretch: object) -> str:
    """The days between two changes of the law; stretch n begins with the n-th change."""
    place = stretch if isinstance(stretch, int) else 0
    start = changes[place - 1] if place > 0 else None
    end = changes[place] - timedelta(days=1) if place < len(changes) else None
    if start is None:
        if end is None:
            return _ALWAYS
        return N_("before {day}").replace("{day}", day_words(changes[place]))
    if end is None:
        return N_("from {day} on").replace("{day}", day_words(start))
    both = N_("from {start} to {end}").replace("{start}", day_words(start))
    return both.replace("{end}", day_words(end))


def lowered(words: str) -> str:
    """Words that stood alone, to stand inside a sentence; names and forms keep their letters."""
    first, rest = words[:1], words[1:]
    follows = words[1:2]
    keeps = follows.isupper() or words.startswith(("Massachusetts", "ICE", "I-", "AO"))
    return words if keeps else first.lower() + rest


def listed(words: Iterable[str], last: str) -> str:
    """One, two or more things as a sentence lists them."""
    *others, final = words
    return f"{', '.join(others)} {last} {final}" if others else final


def hours_words(hours: int) -> str:
    return N_("1 hour") if hours == 1 else N_("{n} hours").replace("{n}", str(hours))


def day_words(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"
