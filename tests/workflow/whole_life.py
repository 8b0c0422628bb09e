"""All that a clinic does with a marked case, and what of it the program wrote where.

    python -m tests.workflow.whole_life FOLDER

Prints, for each file that was ever written, which marks were in it or in its name. Run by
test_betrayal.
"""

from __future__ import annotations

import json
import os
import sys
from collections import defaultdict
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from desktop.casefile.cost import CHEAPEST
from desktop.casefile.keys import empty_box, new_keys
from desktop.domain.letters import NameOnPaper
from desktop.domain.problems import Problem
from desktop.domain.signoff import Role
from desktop.system.clock import FixedClock
from desktop.workflow.access import PreparedKeys
from desktop.workflow.clinic import Clinic
from desktop.workflow.members import PreparedWayIn
from tests.tools.disk_steps import DiskSteps, Fate, Step
from tests.tools.marked_case import MEMBER, NOTE, PASSPHRASE, found, found_under, marked_case

NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
CHOSEN, LETTER, BACKUP = "chosen by somebody", "letter.pdf", "all of it.amparo"
TOMAS, OWLS = "Tomas Reyes", "copper river nine owls"


def live(root: Path) -> None:
    """Set up, take in, write letters, back up, send, lose somebody, let go."""
    chosen = root / CHOSEN
    chosen.mkdir()
    clinic = Clinic(root / "home" / "clinic", FixedClock(NOW))
    clinic.access.set_up(PreparedKeys(new_keys(MEMBER, PASSPHRASE, CHEAPEST)), anywhere=True)
    clinic.housekeeping.choose(replace(clinic.housekeeping.settings, keep_sensitive=True))
    record = clinic.intake.keep(clinic.intake.open_case(), marked_case())
    clinic.intake.add_note(record.id, NOTE)
    assert clinic.intake.find(NOTE)
    assessment = clinic.assessment.assess(record.case)
    letter = clinic.drafting.draft(record.case, assessment, name=NameOnPaper.FULL)
    pdf = clinic.drafting.draw(letter)
    clinic.issuing.save(record, letter, pdf, chosen / LETTER)
    clinic.issuing.printed(record, letter, pdf)
    backup = chosen / BACKUP
    leaving = clinic.housekeeping.leave(backup, anywhere=True)
    clinic.housekeeping.keep(clinic.housekeeping.pack(leaving, backup))
    clinic.moving.cost = CHEAPEST
    sent = clinic.moving.leave(record.id)
    clinic.moving.pack(sent, chosen / clinic.moving.suggested_name())
    clinic.moving.sent(sent)
    _somebody_comes_and_goes(clinic)
    clinic.access.close()
    clinic.access.unlock(clinic.access.derive(PASSPHRASE))
    (row,) = clinic.intake.cases()
    assert clinic.intake.get(row.id).case == record.case
    clinic.access.close()


def _somebody_comes_and_goes(clinic: Clinic) -> None:
    box = empty_box(clinic.access._session.open_file.key, TOMAS, OWLS, CHEAPEST)
    clinic.members.add(PreparedWayIn(TOMAS, box), Role.VOLUNTEER)
    try:
        clinic.access.derive("qxz of somebody else")
    except Problem as problem:
        assert not found(problem.sentence.encode())
    clinic.members.remove(clinic.members.new_sheet(TOMAS))


class Watch:
    """Every file that is written under a folder, as it was then; and what is written elsewhere."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.told: dict[str, set[str]] = defaultdict(set)
        self.elsewhere: set[str] = set()
        sys.addaudithook(self._elsewhere)

    def heard(self, step: Step) -> Fate:
        self.told[step.name] |= found(step.name.encode())
        self.told[step.to] |= found(step.to.encode())
        if step.data is not None:
            self.told[step.name] |= found(step.data)
        if step.does in ("remove", "rename") and (self.root / step.name).is_file():
            self.told[step.name] |= found((self.root / step.name).read_bytes())
        return Fate.TAKEN

    def _elsewhere(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event != "open" or not isinstance(arguments[0], str | os.PathLike):
            return
        path, writes = os.path.abspath(arguments[0]), os.O_WRONLY | os.O_RDWR | os.O_CREAT  # noqa: PTH100
        if arguments[2] & writes and not path.startswith(str(self.root)):
            self.elsewhere.add(path)


def main(folder: str) -> None:
    root = Path(folder).resolve()
    watch = Watch(root)
    with DiskSteps(root, watch.heard).listening():
        live(root)
    for name, fields in found_under(root, frozenset({LETTER})).items():
        watch.told[name] |= fields
    told = {name: sorted(fields) for name, fields in watch.told.items()}
    print(json.dumps({"files": told, "elsewhere": sorted(watch.elsewhere)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
