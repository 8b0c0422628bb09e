"""The drive is full, or fails, from a moment on that is drawn from what a clinic does.

    python -m tests.soak.full [TIMES] [SEED]

Whatever was being done ends in a Problem that a person can read, and never in anything
else; what was said to be kept is there once there is room again. Linux only.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from desktop.domain.problems import Problem
from tests.soak.kills import prepared
from tests.soak.ordeals import ORDEALS, PLACE, Ordeal
from tests.tools.disk_steps import DiskSteps, Fate, Step


def run(ordeal: Ordeal, root: Path, begins: int, fate: Fate) -> tuple[list[str], str, int]:
    """What it said, the Problem that it came to, how many steps it took; in its own process."""
    ear, mouth = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ear)
        _work(ordeal, root, begins, fate, mouth)
    os.close(mouth)
    with open(ear, encoding="utf-8") as told:  # noqa: PTH123 - of a pipe
        *said, problem, steps = told.read().split("\n")[:-1] or ["", "0"]
    assert os.waitpid(child, 0)[1] == 0, f"{ordeal.name}: not a Problem, {fate} from {begins} on"
    return said, problem, int(steps)


def _work(ordeal: Ordeal, root: Path, begins: int, fate: Fate, mouth: int) -> None:
    """In the child: never comes back."""
    number = 0

    def heard(step: Step) -> Fate:
        nonlocal number
        number += 1
        return fate if number >= begins else Fate.TAKEN

    status, problem = 1, ""
    with open(mouth, "w", encoding="utf-8") as told:
        try:
            with DiskSteps(root, heard).listening():
                try:
                    ordeal.work(root, lambda said: print(said, file=told))
                except Problem as met:
                    problem = type(met).__name__
            print(problem, number, sep="\n", file=told, flush=True)
            status = 0
        except BaseException:
            sys.excepthook(*sys.exc_info())
            sys.stderr.flush()
        finally:
            os._exit(status)


def fill_up(ordeal: Ordeal, times: int, chance: random.Random, place: Path) -> Counter[str]:
    """So often; which Problems were met. Raises AssertionError where anything is lost."""
    met: Counter[str] = Counter()
    with prepared(ordeal, place) as copy:
        _, _, steps = run(ordeal, copy("root"), sys.maxsize, Fate.FULL)
        for number in range(times):
            fate = Fate.FAILING if number % 3 == 2 else Fate.FULL
            root = copy("root")
            said, problem, _ = run(ordeal, root, chance.randint(1, steps), fate)
            met[f"{fate.name.lower()}: {problem or 'done all the same'}"] += 1
            ordeal.check(root, said)
    return met


def main(times: int = 350, seed: int | None = None) -> int:
    """Each ordeal's share; tells what people would have read."""
    seed = random.randrange(10**6) if seed is None else seed
    print(f"seed {seed}")
    chance, began = random.Random(seed), time.monotonic()
    with tempfile.TemporaryDirectory(dir=PLACE) as made:
        for number, ordeal in enumerate(ORDEALS):
            share = times // len(ORDEALS) + (number < times % len(ORDEALS))
            met = fill_up(ordeal, share, chance, Path(made) / str(number))
            print(f"{ordeal.name}: {share} times, nothing lost")
            for problem, often in met.most_common():
                print(f"  {often:4} {problem}", flush=True)
    print(f"{times} times in {time.monotonic() - began:.0f} s, nothing lost")
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
