"""Taking in intakes from elsewhere: looked at first, and then all of them or none.

``read`` is slow, and works on values only: it can run in the background.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from desktop.domain.importing import (
    ImportRefused,
    Offer,
    Preview,
    Read,
    Refusal,
    TemplateNotSaved,
)
from desktop.domain.members import Right
from desktop.domain.problems import Problem
from desktop.domain.records import CaseRecord, Deed, Note
from desktop.language.marks import N_
from desktop.workflow.assessment import Assessing
from desktop.workflow.session import Session


class Importing:
    """For everybody but volunteers, as all that comes into the file from outside."""

    def __init__(self, session: Session, assessing: Assessing) -> None:
        self._session, self._assessing = session, assessing

    def why_not_you(self) -> Problem | None:
        """What keeps whoever is in the file from taking intakes in."""
        return self._session.why_not(Right.SEND)

    @property
    def template_name(self) -> str:
        """A name for the empty table."""
        return N_("Amparo intakes.csv")

    def read(self, paths: Sequence[Path]) -> Read:
        """What the files hold; nothing is written. Slow, and pure."""
        from desktop.workflow.intake_files import read_files  # noqa: PLC0415

        return read_files(paths, self._session.clock.now(), self._assessing.known)

    def look(self, read: Read) -> Preview:
        """What would be kept of it beside what is here; nothing is written."""
        from desktop.casefile.sensitive import without_sensitive  # noqa: PLC0415

        file = self._session.open_file
        keeps_all = file.settings.read().keep_sensitive
        return Preview(
            read.offers,
            (*read.refusals, *self._codes_refused(read.offers)),
            self._alike(read.offers),
            0
            if keeps_all
            else sum(without_sensitive(offer.case) != offer.case for offer in read.offers),
        )

    def take_in(self, preview: Preview) -> tuple[CaseRecord, ...]:
        """Keep every case, or none. Raises ImportRefused, or CodeTaken, or DiskFull."""
        self._session.require(Right.SEND)
        if not preview.is_ready:
            raise ImportRefused
        file, now = self._session.open_file, self._session.clock.now()
        kept = []
        with file.errand():
            # Those that bring their code come first, so that no new one takes it before them.
            for offer in sorted(preview.offers, key=lambda offer: _code(offer) is None):
                code = _code(offer) or file.codes.next(now)
                record = file.cases.add(offer.case, code, now)
                self._session.note(Deed.IMPORTED_CASE, record.id)
                if offer.note:
                    file.notes.add(record.id, Note(offer.note, self._session.member, now))
                kept.append(record)
        return tuple(kept)

    def save_template(self, path: Path) -> None:
        """Write an empty table with the headings that are known. Raises TemplateNotSaved."""
        from desktop.domain.intake_table import template  # noqa: PLC0415

        try:
            path.write_text(template(), encoding="utf-8", newline="")
        except OSError as error:
            raise TemplateNotSaved(folder=str(path.parent)) from error

    def _alike(self, offers: Sequence[Offer]) -> tuple[tuple[str, ...], ...]:
        """For each offer, which cases here or rows before it bear the same name."""
        seen: dict[str, list[str]] = defaultdict(list)
        for row in self._session.open_file.cases.list():
            seen[_plain(row.name or "")].append(row.code)
        alike = []
        for offer in offers:
            name = _plain(offer.case.text("client.name") or "")
            alike.append(tuple(seen[name]) if name else ())
            where = offer.file if offer.line is None else N_("line {n}").format(n=offer.line)
            seen[name].append(where)
        return tuple(alike)

    def _codes_refused(self, offers: Iterable[Offer]) -> tuple[Refusal, ...]:
        """Codes that a case here has, or that stand twice among those that come."""
        file, seen = self._session.open_file, set[str]()
        refused = []
        for offer in offers:
            code = _code(offer)
            if code is None:
                continue
            wrong = ""
            if not file.codes.is_free(code):
                wrong = N_("another case here has the code {code}").format(code=code)
            elif code in seen:
                wrong = N_("the code {code} stands twice").format(code=code)
            if wrong:
                right = N_("Write another code, or none: then the next free one is given")
                refused.append(Refusal(offer.file, offer.line, N_("Code"), wrong, right))
            seen.add(code)
        return tuple(refused)


def _code(offer: Offer) -> str | None:
    return offer.case.text("code") or None


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
