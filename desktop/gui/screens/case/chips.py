"""A paper, a charge, a hold or an act in a few words, for its chip."""

from __future__ import annotations

from desktop.domain.case import Case, Entry
from desktop.domain.names import FORM_NAMES, WORD_NAMES
from desktop.domain.silence import OneOf
from desktop.domain.vocabulary import DETAINERS
from desktop.gui.kit.form_shown import Chip
from desktop.gui.kit.who import HOLDERS
from desktop.gui.screens.case.entry_questions import first_name
from desktop.language.marks import N_

_KIND_UNKNOWN = {
    "papers": N_("A paper"),
    "charges": N_("A charge"),
    "holds": N_("A hold"),
    "acts": N_("Something done"),
}
_ASKS_TO_HOLD = ("I-247A", "I-247D", "I-247")


def chips_of(list_name: str, case: Case) -> tuple[Chip, ...]:
    entries = case.entries(list_name)
    return tuple(
        Chip(index, title_of(list_name, entry), _detail(list_name, entry, case))
        for index, entry in enumerate(entries)
    )


def title_of(list_name: str, entry: Entry) -> str:
    """What the thing is: a form's number, a charge's kind, what was done."""
    name = first_name(list_name)
    word = entry.get("kind") if list_name == "charges" else entry.get(name)
    if list_name == "papers":
        if isinstance(word, str):
            return word if word.startswith(("I-", "AO", "EOIR")) else FORM_NAMES.get(word, word)
        if isinstance(word, OneOf):
            return N_("{one} or {other}").format(one=word.words[0], other=word.words[-1])
        return _KIND_UNKNOWN[list_name]
    names = WORD_NAMES[f"{list_name}.kind"]
    return (
        names.get(word, _KIND_UNKNOWN[list_name])
        if isinstance(word, str)
        else (_KIND_UNKNOWN[list_name])
    )


def _detail(list_name: str, entry: Entry, case: Case) -> str:
    match list_name:
        case "papers":
            return _paper_detail(entry, case)
        case "charges":
            status = entry.get("status")
            return WORD_NAMES["charges.status"][status].lower() if isinstance(status, str) else ""
        case "holds":
            live = entry.get("live")
            return (
                {True: N_("in force"), False: N_("not in force")}.get(live, "")
                if isinstance(live, bool)
                else ""
            )
        case _:
            by = entry.get("by")
            return N_("by {who}").format(who=HOLDERS[by].name) if isinstance(by, str) else ""


def _paper_detail(entry: Entry, case: Case) -> str:
    parts = []
    form, box = entry.get("form"), entry.get("box")
    if entry.get("cancelled") is True:
        parts.append(N_("cancelled"))
    elif form in _ASKS_TO_HOLD:
        parts.append(N_("asks to hold"))
    elif form in DETAINERS:
        parts.append(N_("asks for notice"))
    if _is_attached(form, case):
        parts.append(N_("attached"))
    if isinstance(box, str):
        parts.append(N_("box {n}").format(n=box))
    if entry.get("seen") is not True:
        parts.append(N_("not read by us"))
    return ", ".join(parts)


def _is_attached(form: object, case: Case) -> bool:
    attached = [paper.get("attached") for paper in case.entries("papers")]
    return any(isinstance(forms, tuple) and form in forms for forms in attached)
