"""The clinic's settings, a row each; one that was never chosen has no row."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import date

from desktop.casefile.errands import Errands
from desktop.domain.clinic_settings import ClinicSettings
from desktop.domain.confirmations import Confirmed, Standing
from desktop.domain.directory import Confirmation
from desktop.domain.letters import ClinicDetails

_ALL = "SELECT name, value FROM settings"
_ONE = "SELECT value FROM settings WHERE name = ?"
_PUT = """
    INSERT INTO settings (name, value) VALUES (?, ?)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value
"""
_LETTERHEAD, _CALLS, _CONFIRMED = "letterhead", "calls", "translations"


class Settings:
    """The settings of an open file."""

    def __init__(self, errands: Errands) -> None:
        self._errands = errands

    def read(self) -> ClinicSettings:
        """What the clinic chose. Rows of a name that is not known are left alone."""
        known = {field.name for field in fields(ClinicSettings)}
        chosen = {name: json.loads(value) for name, value in self._errands.rows(_ALL)}
        return ClinicSettings(**{name: chosen[name] for name in known & chosen.keys()})

    def choose(self, settings: ClinicSettings) -> None:
        """Keep what changed; write inside an errand, with its line in the journal."""
        before = self.read()
        for field in fields(settings):
            value = getattr(settings, field.name)
            if value != getattr(before, field.name):
                self._errands.write(_PUT, (field.name, json.dumps(value)))

    def letterhead(self) -> ClinicDetails:
        """The clinic as its letters name it."""
        rows = self._errands.rows(_ONE, (_LETTERHEAD,))
        return ClinicDetails(**json.loads(rows[0][0])) if rows else ClinicDetails()

    def keep_letterhead(self, details: ClinicDetails) -> None:
        """Write inside an errand, with its line in the journal."""
        self._errands.write(_PUT, (_LETTERHEAD, json.dumps(asdict(details))))

    def calls(self) -> tuple[Confirmation, ...]:
        """The last call to each contact of the directory that a member made."""
        rows = self._errands.rows(_ONE, (_CALLS,))
        kept = json.loads(rows[0][0]) if rows else {}
        return tuple(
            Confirmation(contact, call["value"], call["by"], date.fromisoformat(call["on"]))
            for contact, call in kept.items()
        )

    def keep_call(self, call: Confirmation) -> None:
        """In place of the one before it; write inside an errand, with its line in the journal."""
        calls = {**{each.contact: each for each in self.calls()}, call.contact: call}
        kept = {
            contact: {"value": each.value, "by": each.by, "on": each.on.isoformat()}
            for contact, each in calls.items()
        }
        self._errands.write(_PUT, (_CALLS, json.dumps(kept)))

    def confirmations(self) -> dict[tuple[str, str], Confirmed]:
        """What the clinic said of translations, by kind of letter and language."""
        rows = self._errands.rows(_ONE, (_CONFIRMED,))
        told = [_confirmation(each) for each in json.loads(rows[0][0])] if rows else []
        return {(each.kind, each.language): each for each in told}

    def keep_confirmation(self, confirmation: Confirmed) -> None:
        """Write inside an errand, with its line in the journal."""
        found = self.confirmations()
        found[confirmation.kind, confirmation.language] = confirmation
        self._keep(found.values())

    def drop_confirmation(self, kind: str, language: str) -> None:
        """Write inside an errand, with its line in the journal."""
        found = self.confirmations()
        del found[kind, language]
        self._keep(found.values())

    def _keep(self, confirmations: Iterable[Confirmed]) -> None:
        told = [asdict(each) | {"on": each.on.isoformat()} for each in confirmations]
        self._errands.write(_PUT, (_CONFIRMED, json.dumps(told)))


def _confirmation(told: dict[str, str]) -> Confirmed:
    return Confirmed(
        told["kind"],
        told["language"],
        Standing(told["standing"]),
        told["reader"],
        told["second"],
        date.fromisoformat(told["on"]),
        told["words"],
    )
