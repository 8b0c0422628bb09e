"""The case file with many cases in it, encrypted against plain, through the same code.

    python -m tests.benchmarks.case_file [CASES ...]     10000 and 100000 where none is said

Both files hold the same cases and are asked in turn, in one process; what counts is the
processor's time. Plain is SQLCipher without a key, which is SQLite. Promised: the list of
50 and a search by name take at most twice as long encrypted and under 50 ms, and the file
alone takes less than 80 MB of memory once it is open.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from desktop.casefile import driver
from desktop.casefile.casefile import CaseFile
from desktop.casefile.cost import Cost
from desktop.casefile.folder import DATA
from desktop.casefile.keys import FileKey, NewKeys, new_keys
from desktop.domain.case import Case, Entry
from desktop.domain.records import Note

MOST_TIMES, MOST_MS, MOST_MB = 2.0, 50.0, 80.0
ROUNDS = 200
NOW = datetime(2026, 1, 5, 15, 0, tzinfo=UTC)
PASSPHRASE = "violet ladder copper seventeen"
FIRST = "Marisol Rosa Inês Jean Fabiola Thanh Amina Chukwu José Mirlande Wei Fatou".split()
LAST = "Núñez Okafor Baptiste Tran Silva Hassan Pierre Lopes Zhang Diallo Reyes Joseph".split()
HOLDERS = "boston_police suffolk_sheriff ice county_sheriff trial_court".split()
Ask = Callable[[CaseFile], object]


def filled(folder: Path, keys: NewKeys, many: int) -> None:
    """A file with so many cases, each with a paper, every fifth with a note."""
    chance = random.Random(7)
    file = CaseFile.create(folder, keys, NOW)
    with file.errand():
        for number in range(many):
            at = NOW + timedelta(minutes=number)
            name = f"{chance.choice(FIRST)} {chance.choice(LAST)}-{chance.choice(LAST)}"
            case = (
                Case()
                .with_answer("client.name", name)
                .with_answer("client.language", chance.choice(("es", "ht", "pt", "en")))
                .with_answer("custody.custodian", chance.choice(HOLDERS))
                .with_answer("custody.place", "invented place " * 12)
                .with_entries("papers", (Entry({"form": "I-247A", "case_number": f"{number:07}"}),))
            )
            record = file.cases.add(case, f"{26 + number // 9999:02}-{number % 9999 + 1:04}", at)
            if number % 5 == 0:
                file.notes.add(record.id, Note(f"called about paper {number} " * 6, "Ines", at))
    file.close()


def in_plain(folder: Path, key: FileKey, path: Path) -> None:
    """The same tables, page for page, without encryption."""
    database = driver.connect(folder / DATA, key.data_key)
    database.execute("ATTACH DATABASE ? AS plain KEY ''", (str(path),))
    database.execute("SELECT sqlcipher_export('plain')").fetchall()
    database.close()
    assert path.read_bytes()[:16] == driver.PLAIN_HEADER


def opened_plain(path: Path, key: FileKey) -> CaseFile:
    """The case file over a plain database, set up as the encrypted one is."""
    import sqlcipher3.dbapi2 as sqlcipher  # type: ignore[import-untyped]

    connection: Any = sqlcipher.connect(str(path))
    for pragma in (*driver._BEFORE_FIRST_PAGE, "PRAGMA journal_mode = WAL", *driver._AFTER_WAL):
        connection.execute(pragma).fetchall()
    return CaseFile(driver._database(connection), path.parent, key)


def asks(many: int) -> dict[str, Ask]:
    chance = random.Random(11)
    names = [f"{chance.choice(FIRST)} {chance.choice(LAST)}" for _ in range(ROUNDS)]
    turns = iter(range(10**9))
    return {
        "list of 50": lambda file: file.cases.list(50),
        "search by whole name": lambda file: file.search.find(names[next(turns) // 2 % ROUNDS]),
        "search, three letters": lambda file: file.search.find(
            names[next(turns) // 2 % ROUNDS][:3]
        ),
        "search by number": lambda file: file.search.find(f"{next(turns) // 2 * 37 % many:07}"),
    }


def compared(encrypted: CaseFile, plain: CaseFile, ask: Ask) -> tuple[float, float]:
    """Milliseconds of the processor, the medians, asked in turn."""
    took: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for file, times in zip((encrypted, plain), took, strict=True):
            began = time.thread_time()
            ask(file)
            times.append((time.thread_time() - began) * 1000)
    return statistics.median(took[0]), statistics.median(took[1])


_ALONE = """
import sys
from pathlib import Path
def resident():
    (line,) = (told for told in open("/proc/self/status") if told.startswith("VmRSS"))
    return int(line.split()[1]) / 1024
bare = resident()
from desktop.casefile.casefile import CaseFile
from desktop.casefile.keys import derive
from desktop.casefile.keys_file import read_keys
folder = Path(sys.argv[1])
file = CaseFile.open(folder, derive(read_keys(folder), sys.argv[2]))
file.cases.list(50)
unlocked = resident()
for word in ("mar", "rosa nunez", "silva"):
    file.search.find(word)
print(bare, unlocked, resident())
"""


def first_list(folder: Path, key: FileKey) -> float:
    """Milliseconds from opening to the first list, on a connection that has read nothing."""
    file = CaseFile.open(folder, key)
    began = time.thread_time()
    file.cases.list(50)
    took = (time.thread_time() - began) * 1000
    file.close()
    return took


def measure(many: int, place: Path) -> bool:
    """Print the table for so many cases; whether every promise was kept."""
    folder, plain_path = place / "encrypted", place / "plain" / DATA
    plain_path.parent.mkdir(parents=True)
    keys = new_keys("Ines Duarte", PASSPHRASE, Cost(256, 3))
    began = time.monotonic()
    filled(folder, keys, many)
    in_plain(folder, keys.file_key, plain_path)
    sizes = [path.stat().st_size / 2**20 for path in (folder / DATA, plain_path)]
    print(f"\n{many} cases; {sizes[0]:.1f} MB encrypted, {sizes[1]:.1f} MB plain", end="")
    print(f" (filled in {time.monotonic() - began:.0f} s)")
    print(f"  first list after opening: {first_list(folder, keys.file_key):.2f} ms")
    encrypted, plain = CaseFile.open(folder, keys.file_key), opened_plain(plain_path, keys.file_key)
    kept = True
    for what, ask in asks(many).items():
        assert ask(encrypted) == ask(plain)
        mine, others = compared(encrypted, plain, ask)
        good = mine <= MOST_TIMES * others and mine < MOST_MS
        kept &= good
        print(f"  {what:22} {mine:8.3f} ms encrypted {others:8.3f} ms plain", end="")
        print(f" {mine / others:6.2f} times {'' if good else '  MISSED'}")
    encrypted.close()
    plain.close()
    ran = subprocess.run(
        [sys.executable, "-c", _ALONE, str(folder), PASSPHRASE],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    bare, unlocked, searched = map(float, ran.stdout.split())
    kept &= searched < MOST_MB
    print(f"  memory: {bare:.0f} MB of Python alone, {unlocked:.0f} MB with the file open and")
    print(f"  its list read, {searched:.0f} MB after three searches")
    return kept


def main(words: list[str]) -> int:
    """Each size in turn; 1 where a promise is missed."""
    kept = True
    for many in map(int, words or ("10000", "100000")):
        with tempfile.TemporaryDirectory() as made:
            kept &= measure(many, Path(made))
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
