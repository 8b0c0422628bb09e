"""Which rows the form shows for a case, in which words, and what is left to ask.

A row that was answered stays in sight, even when later answers make it needless:
no fact works unseen.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.domain.case import Case, Entry
from desktop.domain.findings import Assessment, Contradiction, HoldAnswer
from desktop.domain.names import AGENCY_NAMES, LANGUAGE_NAMES, WORD_NAMES
from desktop.domain.places import PLACES, known_place
from desktop.domain.question import Question
from desktop.domain.questions import BY_KEY, QUESTIONS, SECTION_TITLES
from desktop.domain.questions_where_needed import WHERE_NEEDED
from desktop.domain.silence import Answer, Silence
from desktop.domain.vocabulary import ASKED_BY_PACKS, LISTS, Kind
from desktop.gui.kit.asked import Asked
from desktop.gui.kit.form_shown import EditorShown, EntriesShown, SectionShown
from desktop.gui.kit.who import called, opening
from desktop.gui.screens.case.chips import chips_of
from desktop.gui.screens.case.entry_questions import asked_of
from desktop.language.marks import N_

CHIPS = {
    "papers": ("", N_("Add a paper")),
    "holds": (N_("Other reasons to hold"), N_("Add one")),
    "charges": (N_("Charges"), N_("Add a charge")),
    "acts": (N_("What officers did"), N_("Add one")),
}
_NEW = {
    "papers": N_("A paper"),
    "holds": N_("Another reason to hold"),
    "charges": N_("A charge"),
    "acts": N_("Something officers did"),
}
# An empty list asks another question than a list with things on it.
_NONE_AT_ALL = {
    "papers": (N_("Is it sure that there is no paper about {person}?"), N_("Sure there is none?")),
    "holds": (N_("Is it sure that nothing else holds {person}?"), N_("Sure there is none?")),
    "charges": (N_("Is it sure that there is no charge?"), N_("Sure there is none?")),
    "acts": (
        N_("Is it sure that officers did none of this: told ICE, handed over, asked about status?"),
        N_("Sure there was nothing?"),
    ),
}
_CHIPS_FIRST = ("charges",)  # the list that opens its section; others close theirs


@dataclass(frozen=True)
class FormFocus:
    """What the advocate is at: which question stands above, which thing is open for editing."""

    asked_above: str = ""
    editing: tuple[str, int | None] | None = None
    draft: Entry = field(default_factory=Entry)
    heard_no: frozenset[str] = frozenset()  # lists said to go on; the file has no word for it


def sections(case: Case, assessment: Assessment, focus: FormFocus) -> tuple[SectionShown, ...]:
    """The form as it stands."""
    trouble = _trouble(assessment.contradictions)
    wanted = {asked.question for asked in assessment.ask_next}
    brought = [
        *(q for q in WHERE_NEEDED if _belongs(q.key, case, assessment, focus, wanted)),
        *(q for q in assessment.questions if q.key in wanted or q.key in case.answers),
    ]
    shown = []
    for key, title in SECTION_TITLES.items():
        rows = _rows(key, case, trouble, focus, brought)
        shown.append(SectionShown(key, title, _count(key, case, rows), tuple(rows)))
    return tuple(shown)


def _belongs(
    key: str, case: Case, assessment: Assessment, focus: FormFocus, wanted: Collection[str]
) -> bool:
    """What most calls need not ask has a row once it was told, while it stands above, and
    where ICE has the person."""
    if key in case.answers or key == focus.asked_above:
        return True
    return key in wanted and assessment.hold.answer is HoldAnswer.FEDERAL_CUSTODY


def asked(question: Question, case: Case, trouble: str = "", above: str = "") -> Asked:
    """A question of the form with its answer."""
    key = question.key
    if question.is_list and not case.entries(key):
        ask, label = _NONE_AT_ALL[key]
    else:
        ask, label = question.ask, question.label
    kind = question.takes.kind
    return Asked(
        key=key,
        ask=opening(ask.format(person=called(case))),
        label=label,
        kind=kind,
        answer=list_answer(case, key) if question.is_list else _as_listed(key, case.get(key)),
        words=question.names or (_words(key) if kind in (Kind.WORD, Kind.PLACE) else ()),
        trouble=trouble,
        asked_above=key == above,
    )


def _as_listed(key: str, answer: Answer) -> Answer:
    """A place as its list has it, however it was written."""
    if key in PLACES and isinstance(answer, str):
        return known_place(key, answer) or answer
    return answer


def list_answer(case: Case, name: str) -> Answer:
    """What was heard to "is that all?"."""
    if case.is_whole(name):
        return True
    if name in case.declined_lists:
        return Silence.WITHHELD
    return Silence.NOT_KNOWN if name in case.unknown_lists else Silence.NOT_ASKED


def is_wanted(key: str, case: Case) -> bool:
    """Whether a row belongs to this case; always so once it was answered."""
    condition = _ONLY_IF.get(key)
    return condition is None or key in case.answers or condition(case)


def _rows(
    section: str,
    case: Case,
    trouble: Mapping[str, str],
    focus: FormFocus,
    brought: Sequence[Question],
) -> list[Asked | EntriesShown]:
    """The rows of a section; what is asked where needed stands in it then, and once told."""
    first: list[Asked | EntriesShown] = []
    rows: list[Asked | EntriesShown] = []
    for question in (*QUESTIONS, *brought):
        if question.section != section or not is_wanted(question.key, case):
            continue
        row = asked(question, case, trouble.get(question.key, ""), focus.asked_above)
        if not question.is_list:
            rows.append(row)
            continue
        heard_no = question.key in focus.heard_no and row.is_empty
        whole = row if not heard_no else _with_no(row)
        place = first if question.key in _CHIPS_FIRST else rows
        place += [_entries(question.key, case, trouble, focus), whole]
    return first + rows


def _with_no(row: Asked) -> Asked:
    return Asked(
        row.key, row.ask, row.label, row.kind, False, row.words, row.trouble, row.asked_above
    )


def _entries(name: str, case: Case, trouble: Mapping[str, str], focus: FormFocus) -> EntriesShown:
    label, adds = CHIPS[name]
    chips = chips_of(name, case)
    editor = None
    if focus.editing is not None and focus.editing[0] == name:
        index = focus.editing[1]
        entry = focus.draft if index is None else case.entries(name)[index]
        title = _NEW[name] if index is None else chips[index].title
        editor = EditorShown(index, title, asked_of(name, entry, called(case)))
    return EntriesShown(f"{name}.chips", label, adds, chips, editor, trouble.get(f"{name}[]", ""))


def _count(section: str, case: Case, rows: list[Asked | EntriesShown]) -> str:
    left = sum(isinstance(row, Asked) and row.is_empty for row in rows)
    if section == "papers" and case.entries("papers"):
        return _papers_counted(case)
    if not left:
        return N_("all answered")
    return N_("{n} not asked yet").format(n=left)


def _papers_counted(case: Case) -> str:
    papers = case.entries("papers")
    read = sum(paper.get("seen") is True for paper in papers)
    count = N_("1 paper") if len(papers) == 1 else N_("{n} papers").format(n=len(papers))
    if read == len(papers):
        return f"{count}, {N_('both read by us') if read == 2 else N_('read by us')}"
    return f"{count}, {N_('{n} read by us').format(n=read or N_('none'))}"


def _words(key: str) -> tuple[tuple[str, str], ...]:
    if key in ("custody.custodian", "custody.arrested_by"):
        return tuple((word, opening(name)) for word, name in AGENCY_NAMES.items())
    if key == "client.language":
        return tuple(LANGUAGE_NAMES.items())
    if key in PLACES:
        return tuple(sorted(PLACES[key].items(), key=lambda place: place[1]))
    return tuple(WORD_NAMES[key].items())


def _trouble(contradictions: tuple[Contradiction, ...]) -> dict[str, str]:
    """Each contradiction by the first row that it speaks of; a thing on a list by its chips."""
    told: dict[str, str] = {}
    for contradiction in contradictions:
        place = next((p for p in map(row_of, contradiction.about) if p), "")
        told.setdefault(place, contradiction.text)
    return told


def row_of(about: str) -> str:
    """The form's row for a fact: "release.at", "papers", "papers[]" for things on a list."""
    name, bracket, _ = about.partition("[")
    if bracket:
        return f"{name}[]" if name in LISTS else ""
    return about if about in BY_KEY or about.startswith(ASKED_BY_PACKS) else ""


def _custodian_is(*agencies: str) -> Callable[[Case], bool]:
    return lambda case: case.text("custody.custodian") in agencies


def _is_due(case: Case) -> bool:
    return case.text("release.event") not in (None, "none")


def _kept_on(case: Case) -> bool:
    return case.get("release.still_held") is True or case.text("custody.state") == "in_custody"


_STATIONS_AND_JAILS = (
    "boston_police",
    "municipal_police",
    "state_police",
    "transit_police",
    "campus_police",
    "suffolk_sheriff",
    "county_sheriff",
)
_ONLY_IF: dict[str, Callable[[Case], bool]] = {
    "custody.town": _custodian_is("municipal_police"),
    "custody.county": _custodian_is("county_sheriff"),
    "custody.ice_contract_bed": _custodian_is("county_sheriff"),
    "custody.arrived_at": _custodian_is(*_STATIONS_AND_JAILS),
    "custody.phone_offered": _custodian_is(*_STATIONS_AND_JAILS),
    "release.at": _is_due,
    "release.bail_refused_because_of_paper": lambda case: case.text("release.bail") == "set_unpaid",
    "release.held_until": lambda case: (
        case.get("release.still_held") is False or case.text("custody.state") == "released"
    ),
    "release.stated_ground": _kept_on,
    "custody.exigency": lambda case: case.text("custody.arrest_basis") == "warrantless",
    "custody.sober_at": lambda case: case.text("custody.arrest_basis") == "protective_custody",
}
