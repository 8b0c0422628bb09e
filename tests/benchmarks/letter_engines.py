"""The same two-page letter in two languages by our typesetting and by other engines, by turns.

    python tests/benchmarks/letter_engines.py [turns] [letters]

Prints the time of one warm letter (each turn another letter, every engine once a turn), and
of many in one process with the memory that took. The others are looked for, not required:
a Python with typst, weasyprint and fpdf2 installed by hand measures them too. Targets: at
most 1.2 times ReportLab without tags, at least 4 times faster than WeasyPrint; 200 letters in
a quarter of WeasyPrint's time and under 120 MB.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.benchmarks.bilingual import letter  # noqa: E402 - found by the line above
from tests.benchmarks.peers import ENGINES, Engine  # noqa: E402

SLOW = ("fpdf2, untagged",)
_MANY, _ONE = "--many", "--first"


def by_turns(turns: int) -> None:
    """One letter each, turn by turn."""
    ready: dict[str, Engine] = {}
    for name, prepare in ENGINES.items():
        try:
            ready[name] = prepare()
        except ModuleNotFoundError as missing:
            print(f"{name}: {missing.name} is not installed")
    taken: dict[str, list[float]] = {name: [] for name in ready}
    sizes = {name: len(engine(letter(0))) for name, engine in ready.items()}
    for turn in range(1, turns + 1):
        for name, engine in ready.items():
            if name in SLOW and turn > 3:
                continue
            made = letter(turn)
            began = time.perf_counter()
            engine(made)
            taken[name].append(time.perf_counter() - began)
    own = median(taken["ours"])
    for name, times in taken.items():
        print(
            f"{name:22} median {1000 * median(times):7.1f} ms  least {1000 * min(times):7.1f}"
            f"  {median(times) / own:6.2f} times ours  {sizes[name] // 1024:4} KB"
        )


def many(name: str, count: int) -> None:
    """A batch in this process: seconds, and the most memory it ever took."""
    began = time.perf_counter()
    engine = ENGINES[name]()
    engine(letter(0))
    first = time.perf_counter() - began
    for number in range(1, count):
        engine(letter(number))
    seconds = time.perf_counter() - began
    memory = _most_memory()
    print(
        f"{name:22} {count} letters in {seconds:6.2f} s, the first after {1000 * first:5.0f} ms,"
        f" {memory:4.0f} MB"
    )


def _most_memory() -> float:
    """Megabytes; read where Linux tells it, since getrusage counts the parent's too."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def main(arguments: list[str]) -> None:
    if arguments[:1] == [_MANY]:
        many(arguments[1], int(arguments[2]))
        return
    turns, count = (int(each) for each in (arguments + ["30", "200"][len(arguments) :])[:2])
    by_turns(turns)
    for name in ENGINES:
        some = 5 if name in SLOW else count
        command = [sys.executable, __file__, _MANY, name, str(some)]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        print(done.stdout.rstrip() or f"{name}: {done.stderr.strip().splitlines()[-1]}")


if __name__ == "__main__":
    main(sys.argv[1:])
