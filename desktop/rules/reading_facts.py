"""A case in the words of the form: each fact under what it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from desktop.domain.case import Case, Entry
from desktop.domain.moments import BOSTON, Moment
from desktop.domain.names import AGENCY_NAMES, FORM_NAMES, WORD_NAMES
from desktop.domain.places import PLACES, known_place
from desktop.domain.question import Question
from desktop.domain.silence import Answer, OneOf, Silence
from desktop.domain.vocabulary import AGENCIES, ASKED_BY_PACKS, LISTS, SCALARS, Key, Kind
from desktop.language.marks import N_
from desktop.rules.in_words import NO, YES, day_words, label_of, listed

Facts = dict[str, str]
"""What a case tells, by what it is about."""
_SILENCES = {Silence.NOT_KNOWN: N_("not known"), Silence.WITHHELD: N_("not told")}
_TITLES = {
    "papers": N_("Papers"),
    "charges": N_("Charges"),
    "holds": N_("Other holds"),
    "acts": N_("Acts"),
    "spells": N_("Spells of custody"),
}
_FIELDS: Mapping[str, str] = {
    "papers.form": N_("Paper"),
    "papers.issued_by": N_("Issued by"),
    "papers.signed_by": N_("Signed by"),
    "papers.criminal": N_("About a crime"),
    "papers.names_client": N_("Names the person"),
    "papers.seen": N_("Read by one of us"),
    "papers.box": N_("Ticked"),
    "papers.grounds": N_("Grounds ticked"),
    "papers.served": N_("Served"),
    "papers.cancelled": N_("Cancelled"),
    "papers.attached": N_("Attached"),
    "papers.office": N_("Office"),
    "papers.issued_on": N_("Issued on"),
    "papers.case_number": N_("Case number"),
    "papers.judicial_order": N_("Orders the act"),
    "charges.status": N_("Charge"),
    "charges.kind": N_("Charge about"),
    "charges.at": N_("Charge decided"),
    "charges.serious_violent": N_("Serious violent crime"),
    "holds.kind": N_("Other hold"),
    "holds.live": N_("Other hold is live"),
    "holds.at": N_("Other hold since"),
    "holds.days": N_("Other hold's days"),
    "acts.at": N_("When it was done"),
    "spells.custodian": N_("Held by"),
    "spells.town": N_("Town"),
    "spells.county": N_("County"),
    "spells.from": N_("from"),
    "spells.until": N_("until"),
}
# Another paper, hold or charge: what was said of the first is not said of it.
IDENTITIES = (_FIELDS["papers.form"], _FIELDS["holds.kind"], _FIELDS["charges.status"])
_OF = {label: _TITLES[key.partition(".")[0]] for key, label in _FIELDS.items()}
_OF |= {label_of(f"act.{field}").rstrip("?"): _TITLES["acts"] for field in LISTS["acts"]}
_OF |= {title: title for title in _TITLES.values()}
_OF["Held by"] = _TITLES["spells"]


def list_of(label: str) -> str | None:
    """The list to which a label belongs, by its title; None for a fact of the case itself."""
    return _OF.get(label)


def facts_of(case: Case, asked: Mapping[str, Question]) -> Facts:
    """What a case tells; ``asked`` are the questions of packs. One entry is told by its fields."""
    told: Facts = {}
    if case.as_of is not None:
        told[N_("Worked out for")] = moment_words(case.as_of)
    for key, kind in SCALARS.items():
        if case.get(key) is not Silence.NOT_ASKED:
            told[label_of(key).rstrip("?")] = _answer(case.get(key), kind, key)
    for name, title in _TITLES.items():
        entries = case.entries(name)
        if len(entries) == 1:
            told |= dict(_entry(name, entries[0]))
        elif entries:
            told[title] = " / ".join(_whole(name, entry) for entry in entries)
    if case.complete:
        names = [_TITLES[name].lower() for name in _TITLES if name in case.complete]
        told[N_("All is known of")] = listed(names, "and")
    for key, answer in case.answers.items():
        if key in asked:
            told[asked[key].label.rstrip("?")] = _asked_answer(answer, asked[key])
        elif key.startswith(ASKED_BY_PACKS):
            told[key] = _answer(answer, Key(Kind.TEXT), key)
    return told


def _asked_answer(answer: Answer, question: Question) -> str:
    """An answer to a question of a pack, which names its words itself."""
    words = answer.words if isinstance(answer, OneOf) else (answer,)
    names = dict(question.names)
    if all(word in names for word in words):
        return listed([names[str(word)] for word in words], "or")
    return _answer(answer, question.takes, question.key)


def _whole(name: str, entry: Entry) -> str:
    return ", ".join(f"{label}: {words}" for label, words in _entry(name, entry))


def _entry(name: str, entry: Entry) -> Iterator[tuple[str, str]]:
    for field, kind in LISTS[name].items():
        answer = entry.get(field)
        if answer is not Silence.NOT_ASKED:
            key = f"{name}.{field}"
            label = _FIELDS.get(key) or label_of(f"act.{field}" if name == "acts" else key)
            yield label.rstrip("?"), _answer(answer, kind, key)


def _answer(answer: Answer, kind: Key, key: str) -> str:
    match answer:
        case Silence():
            return _SILENCES.get(answer, "")
        case bool():
            return YES if answer else NO
        case Moment():
            return moment_words(answer)
        case OneOf(words=words):
            return _one_of(words, kind, key)
        case ():
            return N_("none")
        case tuple():
            return listed([_word(word, kind, key) for word in answer], "and")
        case _:
            return _word(str(answer), kind, key)


def _one_of(words: Sequence[str], kind: Key, key: str) -> str:
    """One of these words; where most are meant, any but the others."""
    chosen = set(words)
    others = [word for word in kind.words if word not in chosen]
    if others and len(others) < len(chosen):
        return f"any but {listed([_word(word, kind, key) for word in others], 'and')}"
    in_order = [word for word in kind.words or words if word in chosen]
    return listed([_word(word, kind, key) for word in in_order], "or")


def _word(word: str, kind: Key, key: str) -> str:
    if kind.words == AGENCIES:
        return AGENCY_NAMES[word]
    if key.endswith((".form", ".attached")):
        return FORM_NAMES.get(word, word)
    if key in PLACES:
        return PLACES[key].get(known_place(key, word) or "", word)
    return WORD_NAMES.get(key, {}).get(word, word)


def moment_words(moment: Moment) -> str:
    """A day, an instant, or a stretch of time."""
    if moment.is_whole_day and moment.earliest is not None:
        return day_words(moment.earliest.astimezone(BOSTON).date())
    if moment.exact is not None:
        return _instant(moment.exact)
    earliest, latest = moment.earliest, moment.latest
    if earliest is not None and latest is not None:
        return f"between {_instant(earliest)} and {_instant(latest)}"
    if earliest is not None:
        return f"after {_instant(earliest)}"
    return f"before {_instant(latest)}" if latest is not None else _SILENCES[Silence.NOT_KNOWN]


def _instant(instant: datetime) -> str:
    local = instant.astimezone(BOSTON)
    half = N_("a.m.") if local.hour < 12 else N_("p.m.")
    return f"{day_words(local.date())}, {local.hour % 12 or 12}:{local:%M} {half}"
