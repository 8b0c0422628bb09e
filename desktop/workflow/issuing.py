"""Handing a letter over: on disk or to the printer, its bytes kept and the journal written."""

from __future__ import annotations

import os
from pathlib import Path

from desktop.domain.letters import Letter
from desktop.domain.problems import Problem
from desktop.domain.records import CaseRecord, Deed
from desktop.domain.trials import TrialIsOn
from desktop.language.marks import N_
from desktop.workflow.places import why_not_there
from desktop.workflow.session import Session


class FileStands(Problem):
    """A file of that name is there already."""

    code = "ISSUE-01"
    what = N_("{path} is there already.")
    remedy = N_("Choose another name, or say that it may be replaced.")


class FileNotWritten(Problem):
    """The disk or the system refused."""

    code = "ISSUE-02"
    what = N_("The file could not be written to {path}.")
    why = N_("The system says: {reason}.")
    remedy = N_("Choose another folder.")


def write_letter(pdf: bytes, path: Path, overwrite: bool = False) -> None:
    """Write a letter whole or not at all. Raises FileStands or FileNotWritten."""
    if path.exists() and not overwrite:
        raise FileStands(path=str(path))
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as file:
            file.write(pdf)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise FileNotWritten(path=str(path), reason=error.strerror or str(error)) from error


class Issuing:
    """Keeps the very bytes that left the clinic, and who let them go."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def save(
        self,
        record: CaseRecord,
        letter: Letter,
        pdf: bytes,
        path: Path,
        overwrite: bool = False,
        sheet: str = "plain",
    ) -> None:
        """Write the letter to a file of the user's choice."""
        self._refuse_trial(record)
        write_letter(pdf, path, overwrite)
        self._keep(record, letter, pdf, sheet, Deed.SAVED_LETTER)

    def why_not_there(self, folder: Path) -> Problem | None:
        """What speaks against saving a letter in a folder: others may get a copy."""
        return why_not_there(folder)

    def printed(
        self,
        record: CaseRecord,
        letter: Letter,
        pdf: bytes,
        sheet: str = "plain",
        copies: int = 1,
    ) -> None:
        """Keep what went to the printer, and how often."""
        self._refuse_trial(record)
        self._keep(record, letter, pdf, sheet, Deed.PRINTED_LETTER, copies)

    def _refuse_trial(self, record: CaseRecord) -> None:
        """What is only tried never leaves the clinic, whoever drew it. Raises TrialIsOn."""
        trial = self._session.trial
        if trial is not None and trial.case_id == record.id:
            raise TrialIsOn

    def _keep(
        self,
        record: CaseRecord,
        letter: Letter,
        pdf: bytes,
        sheet: str,
        did: Deed,
        copies: int | None = None,
    ) -> None:
        file, now = self._session.open_file, self._session.clock.now()
        with file.errand():
            kept = file.letters.add(
                record,
                kind=letter.kind,
                language=letter.language,
                sheet=sheet,
                digest=letter.digest(sheet),
                pdf=pdf,
                now=now,
            )
            self._session.note(did, record.id, kept.number, copies=copies)
