"""Taking a case out of one file and into another, so that neither loses anything.

A case keeps its id. One that comes back is compared with what stands here, change by
change: what goes on from here is added, what is here already is not added twice, and a
case that was changed in both files is not taken in at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.casefile.chain import fingerprint
from desktop.casefile.codec import revision_text
from desktop.casefile.moved_document import MovedCase
from desktop.casefile.sensitive import SENSITIVE, without_sensitive
from desktop.domain.case import Case
from desktop.domain.moving import Arriving, Standing
from desktop.domain.problems_casefile import CaseMissing
from desktop.domain.problems_moving import CaseDiffers, CaseWasPurged
from desktop.domain.records import CaseRecord, LetterRow, Note
from desktop.domain.silence import Silence

if TYPE_CHECKING:
    from desktop.casefile.casefile import CaseFile


def moved(file: CaseFile, case_id: str) -> MovedCase:
    """All that the file holds of a case."""
    last = file.cases.get(case_id)
    records = [file.cases.at_revision(case_id, number + 1) for number in range(last.revision)]
    letters = reversed(file.letters.of_case(case_id))
    return MovedCase(
        case_id,
        last.code,
        file.settings.read().keep_sensitive,
        tuple((record.case, record.changed_at) for record in records),
        file.notes.of_case(case_id),
        tuple((letter, file.letters.pdf(letter.number)) for letter in letters),
        file.retention.of_case(case_id),
    )


@dataclass(frozen=True)
class Plan:
    """What taking a case in would do; each letter speaks of a revision of this file."""

    stands: CaseRecord | None
    code: str
    changes: tuple[tuple[Case, datetime], ...]
    notes: tuple[Note, ...]
    letters: tuple[tuple[LetterRow, bytes], ...]

    def arriving(self, case: MovedCase) -> Arriving:
        """The plan in words and numbers, for whoever decides."""
        standing = Standing.NEW
        if self.stands is not None:
            grew = self.changes or self.notes or self.letters
            standing = Standing.GREW if grew else Standing.SAME
        counts = (len(self.changes), len(self.notes), len(self.letters))
        return Arriving(standing, self.code, case.code, *counts, case.keeping.on_hold)


def plan(file: CaseFile, case: MovedCase, now: datetime) -> Plan:
    """What would be kept of a case. Raises CaseDiffers, or CaseWasPurged where it was let go."""
    if fingerprint(case.id) in file.purging.remembered():
        raise CaseWasPurged
    stands = _stands(file, case.id)
    last = stands[-1] if stands else None
    compare_all = case.keeps_sensitive and file.settings.read().keep_sensitive
    here, place_here = _steps((record.case for record in stands), compare_all)
    there, place_there = _steps((revision for revision, _ in case.revisions), compare_all)
    if any(mine != other for mine, other in zip(here, there, strict=False)):
        raise CaseDiffers(case_code=case.code if last is None else last.code)
    revisions = dict(zip(place_here, (record.revision for record in stands), strict=True))
    fresh = range(len(here), len(there))
    revisions |= {place: len(stands) + number for number, place in enumerate(fresh, start=1)}
    return Plan(
        last,
        _free_code(file, case.code, now) if last is None else last.code,
        tuple(case.revisions[place_there.index(place)] for place in fresh),
        tuple(note for note in case.notes if last is None or note not in _notes(file, last)),
        tuple(
            (replace(letter, revision=revisions[place_there[letter.revision - 1]]), pdf)
            for letter, pdf in case.letters
            if last is None or not _has(file, last, letter)
        ),
    )


def receive(file: CaseFile, case: MovedCase, now: datetime) -> CaseRecord:
    """Take a case in, or what is new of it; inside an errand. Raises what ``plan`` does.

    Sensitive facts are kept only if this clinic keeps them, and those that stand here stay
    where the other clinic keeps none. Its times stay those of the clinic it comes from.
    """
    planned = plan(file, case, now)
    record = planned.stands
    for revision, at in planned.changes:
        if record is None:
            record = file.cases.add(revision, planned.code, at, case.id)
        else:
            kept = revision.with_answer("code", planned.code)
            if not case.keeps_sensitive:
                kept = _with_sensitive_of(record.case, kept)
            record = file.cases.keep(record, kept, at)
    assert record is not None, "a case has a first revision"
    for note in planned.notes:
        file.notes.add(record.id, note)
    for letter, pdf in planned.letters:
        file.letters.add(
            replace(record, revision=letter.revision),
            kind=letter.kind,
            language=letter.language,
            sheet=letter.sheet,
            digest=letter.digest,
            pdf=pdf,
            now=letter.at,
        )
    before = file.retention.of_case(record.id)
    file.retention.keep_until(record.id, before.until or case.keeping.until)
    file.retention.hold(record.id, before.on_hold or case.keeping.on_hold)
    return record


def _stands(file: CaseFile, case_id: str) -> list[CaseRecord]:
    """Every revision that this file has of the case."""
    try:
        last = file.cases.get(case_id).revision
    except CaseMissing:
        return []
    return [file.cases.at_revision(case_id, number) for number in range(1, last + 1)]


def _steps(cases: Iterable[Case], compare_all: bool) -> tuple[list[str], list[int]]:
    """What changed, step by step, and at which step each revision stands.

    The code is each clinic's own. Sensitive facts count only where both keep them.
    """
    steps: list[str] = []
    places: list[int] = []
    for case in cases:
        told = case.with_answer("code", Silence.NOT_ASKED)
        text = revision_text(told if compare_all else without_sensitive(told))
        if steps[-1:] != [text]:
            steps.append(text)
        places.append(len(steps) - 1)
    return steps, places


def _free_code(file: CaseFile, code: str, now: datetime) -> str:
    """Its own code; where another case here has that, the next of ours."""
    return code if file.codes.is_free(code) else file.codes.next(now)


def _with_sensitive_of(before: Case, case: Case) -> Case:
    kept = {key: answer for key, answer in before.answers.items() if key in SENSITIVE}
    said = {key: who for key, who in before.said.items() if key in SENSITIVE}
    return replace(
        case,
        answers=MappingProxyType({**kept, **case.answers}),
        said=MappingProxyType({**said, **case.said}),
    )


def _notes(file: CaseFile, record: CaseRecord) -> tuple[Note, ...]:
    return file.notes.of_case(record.id)


def _has(file: CaseFile, record: CaseRecord, letter: LetterRow) -> bool:
    """Letters are told apart by what they say and when they left; each file numbers its own."""
    here = file.letters.of_case(record.id)
    return (letter.digest, letter.at) in {(one.digest, one.at) for one in here}
