"""Bits are flipped and ends cut off in every file of the case file; no wrong data is shown.

    python -m tests.soak.damage [FLIPS] [SEED]

What comes of it is either everything as it was kept, or a Problem that says what is
wrong. A changed page that no screen reads is found by the file's own check. Of changes
that a kill left in the log, SQLite takes those before the first spoilt one.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from desktop.casefile.backup import bring_back
from desktop.casefile.casefile import CaseFile
from desktop.casefile.container import look
from desktop.casefile.folder import DATA, KEYS_COPY, WAL
from desktop.casefile.folder import KEYS as KEYS_NAME
from desktop.casefile.keys_file import read_keys
from desktop.casefile.whole import written_home_and_sound
from desktop.domain.case import Case
from desktop.domain.problems import Problem
from desktop.domain.problems_backup import BackupDamaged
from desktop.domain.problems_casefile import FileDamaged, FileEmpty, KeysDamaged
from desktop.domain.records import Note
from tests.soak.ordeals import FILE, INES, KEYS, NOW, PLACE, STICK, a_clinic

SALT = 16  # spoilt, it does not matter: the keys hold it too
PAGE = 4096
BACKUP = Path(STICK) / "backup.amparo"
Damage = tuple[str, Callable[[bytes], bytes]]


def everything(file: CaseFile) -> dict[str, object]:
    """All that any screen could show."""
    rows = file.cases.list()
    letters = [letter for row in rows for letter in file.letters.of_case(row.id)]
    return {
        "rows": rows,
        "cases": [
            file.cases.at_revision(row.id, number + 1)
            for row in rows
            for number in range(row.revision)
        ],
        "notes": [file.notes.of_case(row.id) for row in rows],
        "letters": letters,
        "pdfs": [file.letters.pdf(letter.number) for letter in letters],
        "keeping": [file.retention.of_case(row.id) for row in rows],
        "found": [row.id for row in file.search.find("nobody")],
        "journal": (file.journal.lines(), file.journal.first_broken()),
        "members": file.members.all(),
        "backups": file.backups.all(),
        "tallies": file.tallies.all(),
        "settings": file.settings.read(),
    }


def flips(content: bytes, how_many: int, chance: random.Random, begin: int = 0) -> Iterator[Damage]:
    """Single bits, drawn from all of them."""
    for _ in range(how_many):
        bit = chance.randrange(begin * 8, len(content) * 8)
        yield "flip", lambda held, bit=bit: _flipped(held, bit)  # type: ignore[misc]


def cuts(lengths: Iterable[int]) -> Iterator[Damage]:
    for length in lengths:
        yield "cut", lambda held, length=length: held[:length]  # type: ignore[misc]


def _flipped(content: bytes, bit: int) -> bytes:
    spoilt = bytearray(content)
    spoilt[bit // 8] ^= 1 << bit % 8
    return bytes(spoilt)


def spoil_data(root: Path, damages: Iterable[Damage]) -> Counter[str]:
    """The closed file: every damage is told, or found by the check, and shows nothing wrong."""
    path, told = root / FILE / DATA, Counter[str]()
    whole = path.read_bytes()
    with_all = _shown(root)
    for what, spoil in damages:
        path.write_bytes(spoil(whole))
        try:
            file = CaseFile.open(root / FILE, KEYS.file_key)
        except (FileDamaged, FileEmpty) as problem:
            told[f"{what}: {type(problem).__name__}"] += 1
            continue
        try:
            assert everything(file) == with_all
            sound = file.over_whole(written_home_and_sound)
            told[f"{what}: nothing to be seen; {'sound' if sound else 'found by the check'}"] += 1
            assert not sound, "a spoilt page is taken for sound"
        except FileDamaged as problem:
            told[f"{what}: {type(problem).__name__} when read"] += 1
        finally:
            with suppress(Problem):
                file.close()
    path.write_bytes(whole)
    return told


def spoil_keys(root: Path, damages: Iterable[Damage]) -> Counter[str]:
    """Both copies of the keys spoilt alike are damage, never a wrong passphrase."""
    told = Counter[str]()
    whole, good = (root / FILE / KEYS_NAME).read_bytes(), read_keys(root / FILE)
    for what, spoil in damages:
        (root / FILE / KEYS_NAME).write_bytes(spoil(whole))
        assert read_keys(root / FILE) == good, "the copy stands in"
        (root / FILE / KEYS_COPY).write_bytes(spoil(whole))
        try:
            read_keys(root / FILE)
        except KeysDamaged:
            told[f"{what}: KeysDamaged"] += 1
        else:
            raise AssertionError("spoilt keys are taken for whole")
        (root / FILE / KEYS_COPY).write_bytes(whole)
    (root / FILE / KEYS_NAME).write_bytes(whole)
    return told


def spoil_backup(root: Path, damages: Iterable[Damage]) -> Counter[str]:
    """A spoilt backup is refused before anything of it stands in the folder, or brings all back."""
    told = Counter[str]()
    whole = (root / BACKUP).read_bytes()
    elsewhere = root / "elsewhere"
    bring_back(look(root / BACKUP), KEYS.file_key, elsewhere / FILE)
    with_all = _shown(elsewhere)
    for what, spoil in damages:
        shutil.rmtree(elsewhere)
        (root / BACKUP).write_bytes(spoil(whole))
        try:
            bring_back(look(root / BACKUP), KEYS.file_key, elsewhere / FILE)
        except BackupDamaged:
            told[f"{what}: BackupDamaged"] += 1
            assert not CaseFile.exists(elsewhere / FILE)
            elsewhere.mkdir(exist_ok=True)
            continue
        assert _shown(elsewhere) == with_all
        told[f"{what}: all came back"] += 1
    (root / BACKUP).write_bytes(whole)
    return told


def spoil_log(root: Path, how_many: int, chance: random.Random) -> Counter[str]:
    """Changes that wait in the log: those before the damage stand, and no other."""
    told, file = Counter[str](), CaseFile.open(root / FILE, KEYS.file_key)
    stood = [everything(file)]
    record = file.cases.add(Case(), "99-0001", NOW)
    stood.append(everything(file))
    for number in range(6):
        file.notes.add(record.id, Note(f"noted {number} " * 300, INES, NOW))
        stood.append(everything(file))
    stopped = root / "stopped"
    shutil.copytree(root / FILE, stopped / FILE)  # as a kill would leave it
    file.close()
    path = stopped / FILE / (DATA + WAL)
    kept = {one.name: one.read_bytes() for one in (stopped / FILE).iterdir()}
    whole = kept[path.name]
    lengths = (chance.randrange(len(whole)) for _ in range(how_many))
    for what, spoil in (*flips(whole, how_many, chance), *cuts(lengths)):
        for name, content in kept.items():
            (stopped / FILE / name).write_bytes(content)
        path.write_bytes(spoil(whole))
        shown = _shown(stopped)
        assert shown in stood, "something that never stood there"
        told[f"{what}: as after {stood.index(shown)} of {len(stood) - 1} changes"] += 1
    shutil.rmtree(stopped)
    return told


def _shown(root: Path) -> dict[str, object]:
    file = CaseFile.open(root / FILE, KEYS.file_key)
    shown = everything(file)
    file.close()
    return shown


def spoil_all(root: Path, times: int, chance: random.Random, coarse: int = 1) -> Counter[str]:
    """So many flips in each file, and cuts at every length of its ends, or each so-manieth."""
    a_clinic(root)
    told = Counter[str]()
    for name, path, spoil in (
        ("cases", Path(FILE) / DATA, spoil_data),
        ("keys", Path(FILE) / KEYS_NAME, spoil_keys),
        ("backup", BACKUP, spoil_backup),
    ):
        content = (root / path).read_bytes()
        begin = SALT if name == "cases" else 0
        size, ends = len(content), range(0, PAGE + 200, coarse)
        lengths = {*ends, *(size - 1 - end for end in ends), *range(0, size, size // 50 + 1)}
        damages = [
            *flips(content, times, chance, begin),
            *cuts(n for n in lengths if 0 <= n < size),
        ]
        found = spoil(root, damages)
        told.update({f"{name}, {what}": often for what, often in found.items()})
    found = spoil_log(root, times // 4, chance)
    told.update({f"log, {what}": often for what, often in found.items()})
    return told


def main(times: int = 300, seed: int | None = None) -> int:
    """Every file in turn; tells what people would have read."""
    seed = random.randrange(10**6) if seed is None else seed
    print(f"seed {seed}")
    began = time.monotonic()
    with tempfile.TemporaryDirectory(dir=PLACE) as made:
        told = spoil_all(Path(made) / "root", times, random.Random(seed))
    for what, often in sorted(told.items()):
        print(f"  {often:6} {what}")
    print(f"{told.total()} damages in {time.monotonic() - began:.0f} s, nothing wrong shown")
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
