"""A real process is killed (-9) at random moments of what a clinic does; nothing said is lost.

    python -m tests.soak.kills [KILLS] [SEED]

Each second kill falls into one step of the writing, drawn from all of them: at a write,
half of it is done. The others come from outside, after a time drawn from what the writing
takes. Where it can the next process goes on from the same ruins. Prints which steps were
hit. Linux only.
"""

from __future__ import annotations

import mmap
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.soak.ordeals import ORDEALS, PLACE, Ordeal
from tests.tools.disk_steps import DiskSteps, Fate, Step


@dataclass(frozen=True)
class Ended:
    """How a process ended: what it had said, the last step it came to, how long it wrote."""

    said: tuple[str, ...]
    step: str
    steps: int
    seconds: float
    status: int


def run(ordeal: Ordeal, root: Path, *, at_step: int = 0, after: float = 0) -> Ended:
    """The work in its own process, killed at its ``at_step``th step or ``after`` some seconds."""
    shown = mmap.mmap(-1, 4096)
    ear, mouth = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ear)
        _work(ordeal, root, at_step, shown, mouth)
    os.close(mouth)
    while shown[0] == 0 and not os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT):
        time.sleep(0.001)
    began = time.monotonic()
    if after:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    with open(ear, encoding="utf-8") as said:  # noqa: PTH123 - of a pipe
        lines = said.read().split("\n")
    _, status = os.waitpid(child, 0)
    seconds = time.monotonic() - began
    number, _, step = shown[:200].rstrip(b"\0").decode().partition(" ")
    return Ended(tuple(lines[:-1]), step, int(number or 0), seconds, status)


def _work(ordeal: Ordeal, root: Path, at_step: int, shown: mmap.mmap, mouth: int) -> None:
    """In the child: never comes back."""
    number = 0

    def heard(step: Step) -> Fate:
        nonlocal number
        number += 1
        told = f"{number} {step.does} {Path(step.name).name}".encode()
        shown[:200] = told.ljust(200, b"\0")
        return Fate.DEATH if number == at_step else Fate.TAKEN

    status = 1
    try:
        with DiskSteps(root, heard).listening():
            ordeal.work(root, lambda said: _tell(mouth, said))
        status = 0
    finally:
        os._exit(status)


def _tell(mouth: int, said: str) -> None:
    os.write(mouth, f"{said}\n".encode())


@contextmanager
def prepared(ordeal: Ordeal, place: Path) -> Iterator[Callable[[str], Path]]:
    """A function that gives a fresh copy of what the ordeal begins with."""
    template = place / "template"
    ordeal.prepare(template)

    def copy(name: str) -> Path:
        shutil.rmtree(place / name, ignore_errors=True)
        shutil.copytree(template, place / name)
        return place / name

    yield copy
    shutil.rmtree(place)


def kill_often(ordeal: Ordeal, kills: int, chance: random.Random, place: Path) -> Counter[str]:
    """Kill it so often; which steps were hit. Raises AssertionError where anything is lost."""
    hit: Counter[str] = Counter()
    with prepared(ordeal, place) as copy:
        whole = run(ordeal, copy("root"))
        assert whole.status == 0, f"{ordeal.name} does not come to its end"
        assert whole.said, f"{ordeal.name} says nothing"
        said: tuple[str, ...] = ()
        root = copy("root")
        while hit.total() < kills:
            if hit.total() % 2:
                ended = run(ordeal, root, after=chance.uniform(0.001, whole.seconds))
            else:
                ended = run(ordeal, root, at_step=chance.randint(1, whole.steps))
            said += ended.said
            if os.WIFSIGNALED(ended.status):
                hit[ended.step] += 1
            else:
                assert ended.status == 0, f"{ordeal.name} failed on what a kill had left"
            shutil.rmtree(place / "checked", ignore_errors=True)
            shutil.copytree(root, place / "checked")
            ordeal.check(place / "checked", said)
            # Go on from the ruins, as they are, unless everything was done already.
            if ended.status == 0 or whole.said[-1] in said or hit.total() % 5 == 0:
                root, said = copy("root"), ()
    return hit


def main(kills: int = 280, seed: int | None = None) -> int:
    """Kill each ordeal's share, and tell where."""
    seed = random.randrange(10**6) if seed is None else seed
    print(f"seed {seed}")
    chance, began = random.Random(seed), time.monotonic()
    total = 0
    with tempfile.TemporaryDirectory(dir=PLACE) as made:
        for number, ordeal in enumerate(ORDEALS):
            share = kills // len(ORDEALS) + (number < kills % len(ORDEALS))
            hit = kill_often(ordeal, share, chance, Path(made) / str(number))
            total += hit.total()
            print(f"{ordeal.name}: {hit.total()} kills, nothing lost")
            for step, times in hit.most_common():
                print(f"  {times:4} {step}", flush=True)
    print(f"{total} kills in {time.monotonic() - began:.0f} s, nothing lost")
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
