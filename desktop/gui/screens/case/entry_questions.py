"""What to ask of one paper, charge, hold or act: only what matters for what it is."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.case import Entry
from desktop.domain.names import AGENCY_NAMES, FORM_NAMES, WORD_NAMES
from desktop.domain.silence import Answer, Silence
from desktop.domain.vocabulary import AGENCIES, COURT_FORMS, FORMS, IMMIGRATION_FORMS, LISTS, Kind
from desktop.gui.kit.asked import Asked
from desktop.gui.kit.who import opening
from desktop.language.marks import N_

COMMON_FORMS = (
    "I-247A",
    "I-200",
    "I-205",
    "I-247G",
    "AO 442",
    "state_warrant",
    "court_order",
    "unknown",
)
_LESS_COMMON = tuple(form for form in FORM_NAMES if form not in COMMON_FORMS)


@dataclass(frozen=True)
class _Words:
    ask: str
    label: str


_PAPERS = {
    "form": _Words(N_("Which paper is it? The number stands in a corner."), N_("Which paper")),
    "seen": _Words(N_("Has one of us read this paper?"), N_("Read by one of us?")),
    "names_client": _Words(N_("Does it name {person}?"), N_("Names the person?")),
    "issued_by": _Words(N_("Who issued this paper?"), N_("Issued by")),
    "signed_by": _Words(N_("Who signed this paper?"), N_("Signed by")),
    "criminal": _Words(N_("Is it about a crime?"), N_("About a crime?")),
    "judicial_order": _Words(
        N_("Does it order that {person} be handed to ICE?"), N_("Orders a hand-over?")
    ),
    "box": _Words(
        N_("Which box is ticked: 1, or 2 (ICE lent {person} for a court case)?"), N_("Box ticked")
    ),
    "grounds": _Words(N_("Which grounds are ticked under box 1?"), N_("Grounds ticked")),
    "served": _Words(N_("Was a copy given to {person}?"), N_("Copy given?")),
    "cancelled": _Words(N_("Has ICE cancelled this paper?"), N_("Cancelled?")),
    "attached": _Words(N_("Which papers are attached to it?"), N_("Attached")),
}
_CHARGES = {
    "status": _Words(N_("Where does this charge stand?"), N_("Where it stands")),
    "at": _Words(N_("When did this charge end?"), N_("When")),
    "kind": _Words(N_("What kind of charge is it?"), N_("Kind")),
}
_HOLDS = {
    "kind": _Words(N_("What else holds {person}?"), N_("What it is")),
    "live": _Words(N_("Is it still in force?"), N_("Still in force?")),
    "at": _Words(N_("Since when?"), N_("Since")),
}
_ACTS = {
    "kind": _Words(N_("What was done?"), N_("What was done")),
    "by": _Words(N_("Who did it?"), N_("By")),
    "to": _Words(N_("To whom?"), N_("To")),
    "at": _Words(N_("When was it done?"), N_("When")),
    "unit": _Words(N_("Which part of ICE?"), N_("Part of ICE")),
    "purpose": _Words(N_("What was it for?"), N_("What for")),
    "judicial_order": _Words(
        N_("Did a court's order or warrant allow this?"), N_("A court's order?")
    ),
    "certification": _Words(
        N_("Was it to certify a victim's application (U or T)?"), N_("For a U or T visa?")
    ),
    "asked_first_by_ice": _Words(N_("Did ICE call first?"), N_("ICE called first?")),
    "public_area": _Words(N_("Was it a part open to the public?"), N_("Open to the public?")),
}
_TABLES = {"papers": _PAPERS, "charges": _CHARGES, "holds": _HOLDS, "acts": _ACTS}
_FIRST = {"papers": "form", "charges": "status", "holds": "kind", "acts": "kind"}

_TOLD = ("release_time", "personal_information", "status_information")
_OPERATIONS = ("transfer", "arrest", "joint_operation", *_TOLD)


def first_name(list_name: str) -> str:
    """The answer that says what the thing is; nothing else is asked before it."""
    return _FIRST[list_name]


def asked_of(list_name: str, entry: Entry, person: str) -> tuple[Asked, ...]:
    """The questions that matter for this thing; one that was answered stays in sight."""
    table = _TABLES[list_name]
    wanted = _wanted(list_name, entry)
    names = [name for name in table if name in wanted or name in entry.answers]
    return tuple(_asked(list_name, name, entry.get(name), person) for name in names)


def _wanted(list_name: str, entry: Entry) -> tuple[str, ...]:
    first = entry.get(_FIRST[list_name])
    if first is Silence.NOT_ASKED:
        return (_FIRST[list_name],)
    match list_name:
        case "papers":
            return ("form", *_of_paper(first, entry))
        case "charges":
            ended = first not in ("open", "sentenced")
            return ("status", "at", "kind") if ended else ("status", "kind")
        case "holds":
            return ("kind", "live", "at")
        case _:
            return ("kind", *_of_act(first))


def _of_paper(form: Answer, entry: Entry) -> tuple[str, ...]:
    if form == "I-247A":
        grounds = ("grounds",) if entry.get("box") == "1" else ()
        return ("seen", "names_client", "box", *grounds, "served", "cancelled", "attached")
    if isinstance(form, str) and form.startswith("I-247"):
        return ("seen", "names_client", "served", "cancelled", "attached")
    if form in IMMIGRATION_FORMS:
        return ("seen", "names_client")
    if form in COURT_FORMS or isinstance(form, Silence):
        order = ("judicial_order",) if form == "court_order" else ()
        return ("seen", "names_client", "issued_by", "signed_by", "criminal", *order)
    return ("seen", "names_client", "issued_by")


def _of_act(kind: Answer) -> tuple[str, ...]:
    asked = ["by"]
    if kind in _OPERATIONS and kind != "arrest":
        asked.append("to")
    asked.append("at")
    if kind in ("transfer", "arrest"):
        asked.append("judicial_order")
    if kind in ("joint_operation", *_TOLD):
        asked += ["purpose", "unit"]
    if kind in _TOLD:
        asked.append("asked_first_by_ice")
    if kind in ("personal_information", "status_question"):
        asked.append("certification")
    if kind == "property_use":
        asked.append("public_area")
    return tuple(asked)


def _asked(list_name: str, name: str, answer: Answer, person: str) -> Asked:
    words = _TABLES[list_name][name]
    key = LISTS[list_name][name]
    return Asked(
        key=name,
        ask=words.ask.format(person=person),
        label=words.label,
        kind=key.kind,
        answer=answer,
        words=_names(list_name, name) if key.kind in (Kind.WORD, Kind.WORDS) else (),
    )


def _names(list_name: str, name: str) -> tuple[tuple[str, str], ...]:
    if name == "form":
        forms = (*COMMON_FORMS, *_LESS_COMMON, *(f for f in FORMS if f not in FORM_NAMES))
        return tuple((form, FORM_NAMES.get(form, form)) for form in forms)
    if name == "attached":
        return tuple((form, form) for form in ("I-200", "I-205", "I-862", "I-203"))
    if name == "box":
        return (("1", "1"), ("2", "2"))
    if name in ("by", "to"):
        return tuple((agency, opening(AGENCY_NAMES[agency])) for agency in AGENCIES)
    return tuple(WORD_NAMES[f"{list_name}.{name}"].items())
