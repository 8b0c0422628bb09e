"""The contact directory on the shelf: suggestions, each with its source, grade and check."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from desktop.domain.directory import Body, Contact
from desktop.system.resources import resource

GROUPS = ("court", "jail", "ice", "police", "oversight", "consulate", "legal_help")
KINDS = ("phone", "address", "web", "email")


class Directory:
    """Every body in the folder, in the order of the files."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or resource("directory")

    @cached_property
    def bodies(self) -> tuple[Body, ...]:
        return tuple(self._read())

    @cached_property
    def contacts(self) -> Mapping[str, Contact]:
        """Every contact by its id, as confirmations name it."""
        return {contact.id: contact for body in self.bodies for contact in body.contacts}

    def of_agency(self, agency: str) -> tuple[Body, ...]:
        """Where an agency, by its word of the case file, can be reached."""
        return tuple(body for body in self.bodies if agency in body.agencies)

    def consulate_of(self, country: str) -> Body | None:
        """The consulate of a country, by its two letters."""
        return next((body for body in self.bodies if body.country == country.upper()), None)

    def _read(self) -> Iterator[Body]:
        for path in sorted(self._folder.glob("*.toml")):
            file = tomllib.loads(path.read_text(encoding="utf-8"))
            for row in file["body"]:
                yield _body(checked_on=file["checked_on"], checked_by=file["checked_by"], **row)


def _body(
    *,
    id: str,  # noqa: A002 - the key of the file
    group: str,
    name: str,
    checked_on: date,
    checked_by: str,
    contact: list[dict[str, Any]] | None = None,
    serves: str = "",
    note: str = "",
    agencies: list[str] | None = None,
    country: str | None = None,
) -> Body:
    contacts = tuple(
        _contact(body=id, **{"checked_on": checked_on, "checked_by": checked_by, **row})
        for row in contact or ()
    )
    return Body(id, group, name, contacts, serves, note, tuple(agencies or ()), country)


def _contact(
    *,
    body: str,
    kind: str,
    grade: str,
    source: str,
    checked_on: date,
    checked_by: str,
    value: str | None = None,
) -> Contact:
    return Contact(f"{body}.{kind}", kind, value, grade, source, checked_on, checked_by)
