"""The columns of a table of intakes: what stands at their head, and what may stand below.

A heading is one of the short ones that the template has, or any key of the case file
("custody.sober_at"). A key of a list ("papers.form") tells its first entry.
"""

from __future__ import annotations

from desktop.domain.names import AGENCY_NAMES, FORM_NAMES, LANGUAGE_NAMES, WORD_NAMES
from desktop.domain.vocabulary import AGENCY, LISTS, SCALARS, TEXT, Key
from desktop.language.marks import N_

NOTE = "note"
HEADINGS = {
    "code": N_("Code"),
    "client.name": N_("Name"),
    "client.preferred_name": N_("Preferred name"),
    "client.date_of_birth": N_("Date of birth"),
    "client.language": N_("Language"),
    "custody.state": N_("Held or let go"),
    "custody.custodian": N_("Held by"),
    "custody.town": N_("City or town"),
    "custody.county": N_("County"),
    "custody.place": N_("Place"),
    "custody.arrested_by": N_("Arrested by"),
    "custody.arrested_at": N_("Arrested at"),
    "custody.seen_by_judge": N_("Seen by a judge"),
    "release.bail": N_("Bail"),
    "release.event": N_("What made release due"),
    "release.at": N_("Release due since"),
    "release.still_held": N_("Still held"),
    "release.stated_ground": N_("Reason they give"),
    "papers.form": N_("Paper"),
    "client.criminal_lawyer": N_("Lawyer in the court case"),
    "client.immigration_lawyer": N_("Immigration lawyer"),
    NOTE: N_("Note"),
}
# In a table made by English speakers a language is called by its English name.
_ENGLISH = {
    "es": "Spanish",
    "ht": "Haitian Creole",
    "kea": "Cape Verdean Creole",
    "pt": "Portuguese",
    "zh-Hans": "Chinese, simplified",
    "zh-Hant": "Chinese, traditional",
    "vi": "Vietnamese",
    "ar": "Arabic",
    "so": "Somali",
    "fr": "French",
    "ru": "Russian",
}
COLUMNS: dict[str, Key] = {
    **SCALARS,
    **{f"{name}.{key}": kind for name in LISTS for key, kind in LISTS[name].items()},
    NOTE: TEXT,
}


def column_of(heading: str) -> str | None:
    """The key that a heading means."""
    return _MEANT.get(plain(heading))


def known_headings() -> tuple[str, ...]:
    """All that may stand at the head of a column, the template's own first."""
    return (*HEADINGS.values(), *COLUMNS)


def words_of(column: str) -> dict[str, str]:
    """What may be written for the words of a column, and the word that it means."""
    key = COLUMNS[column]
    names: list[dict[str, str]] = [WORD_NAMES.get(column, {})]
    if key == AGENCY:
        names.append(AGENCY_NAMES)
    if column == "client.language":
        names += [LANGUAGE_NAMES, _ENGLISH]
    if column in ("papers.form", "papers.attached"):
        names.append(FORM_NAMES)
    told = {word: word for word in key.words}
    for each in names:
        told |= {name: word for word, name in each.items() if word in key.words}
    return told


def plain(text: str) -> str:
    """A text as it is compared: small letters, single spaces."""
    return " ".join(text.casefold().split())


_MEANT = {plain(column): column for column in COLUMNS}
_MEANT |= {plain(heading): column for column, heading in HEADINGS.items()}
