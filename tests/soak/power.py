"""The power goes at random moments of what a clinic does; nothing said to be kept is lost.

    python -m tests.soak.power [IMAGES] [SEED]

Each ordeal is run once, its writes and syncs recorded. An image is the disk as it may be
after a moment drawn from them: what was synced is there, of everything else each sector
of 512 bytes is there or not by chance, and of the names that no sync had the drive
remember, those up to some moment. Each image is opened and looked through. Linux only.
"""

from __future__ import annotations

import os
import pickle
import random
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.soak.ordeals import ORDEALS, PLACE, Ordeal
from tests.tools.disk_steps import DiskSteps, Fate, Step

SECTOR = 512
ODDS = (0.0, 0.05, 0.5, 0.95, 1.0)


@dataclass
class Content:
    """What one file holds on the disk, and what was written since the last sync."""

    held: bytearray = field(default_factory=bytearray)
    waiting: list[Step] = field(default_factory=list)

    def synced(self, whole: bytes | None) -> None:
        if whole is not None:  # Python wrote it: all that it was to hold
            self.held[:] = whole
        for step in self.waiting:
            self._do(step, 1.0, random.Random(0))
        self.waiting.clear()

    def after_power(self, chance: random.Random) -> bytes:
        left = Content(bytearray(self.held))
        odds = chance.choice(ODDS)
        for step in self.waiting:
            left._do(step, odds, chance)
        return bytes(left.held)

    def _do(self, step: Step, odds: float, chance: random.Random) -> None:
        if step.does == "cut":
            if chance.random() < odds or odds == 1.0:
                del self.held[step.at :]
            return
        assert step.data is not None
        for start in range(0, len(step.data), SECTOR):
            if odds == 1.0 or chance.random() < odds:
                piece, at = step.data[start : start + SECTOR], step.at + start
                self.held.extend(bytes(max(0, at - len(self.held))))
                self.held[at : at + len(piece)] = piece


class Disk:
    """The files of a folder, and by which names the drive is sure to know them."""

    def __init__(self, root: Path) -> None:
        self._folders = [path.relative_to(root) for path in root.rglob("*") if path.is_dir()]
        self.names = {
            str(path.relative_to(root)): Content(bytearray(path.read_bytes()))
            for path in root.rglob("*")
            if path.is_file()
        }
        self._sure: list[dict[str, Content]] = [dict(self.names)]  # what each change of names left

    def take(self, step: Step) -> None:
        held = self.names.get(step.name)
        if step.does == "name":
            self._sure = self._sure[-1:]
        elif step.does in ("write", "cut"):
            assert held is not None
            held.waiting.append(step)
        elif step.does == "sync":
            assert held is not None
            held.synced(step.data)
        else:
            names = dict(self.names)
            if step.does == "make":
                names[step.name] = Content()
            else:
                gone = names.pop(step.name, None)  # what is not there can be removed too
                if step.does == "rename":
                    assert gone is not None
                    names[step.to] = gone
            self.names = names
            self._sure.append(names)

    def after_power(self, place: Path, chance: random.Random) -> None:
        """Lay out in an empty place what may be found after the power went just now."""
        for folder in self._folders:
            (place / folder).mkdir(parents=True)
        for name, content in chance.choice(self._sure).items():
            (place / name).write_bytes(content.after_power(chance))


def recorded(ordeal: Ordeal, root: Path, log: Path) -> list[Step | str]:
    """The steps of the work, and between them what it said."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            events: list[Step | str] = []

            def heard(step: Step) -> Fate:
                events.append(step)
                return Fate.TAKEN

            with DiskSteps(root, heard).listening():
                ordeal.work(root, events.append)
            log.write_bytes(pickle.dumps(events))
            status = 0
        finally:
            os._exit(status)
    assert os.waitpid(child, 0)[1] == 0, f"{ordeal.name} does not come to its end"
    found: list[Step | str] = pickle.loads(log.read_bytes())
    return found


def cut_power(ordeal: Ordeal, images: int, chance: random.Random, place: Path) -> tuple[int, int]:
    """So many images of it; how many steps and syncs were recorded. Raises AssertionError."""
    root = place / "root"
    ordeal.prepare(root)
    disk = Disk(root)
    events = recorded(ordeal, root, place / "log")
    moments = sorted(chance.randint(0, len(events)) for _ in range(images))
    said: list[str] = []
    for number, event in enumerate((*events, None)):
        for _ in range(moments.count(number)):
            image = place / "image"
            disk.after_power(image, chance)
            ordeal.check(image, tuple(said))
            shutil.rmtree(image)
        if isinstance(event, str):
            said.append(event)
        elif event is not None:
            disk.take(event)
    _is_the_same(disk, root)
    steps = [event for event in events if isinstance(event, Step)]
    return len(steps), sum(step.does == "sync" for step in steps)


def _is_the_same(disk: Disk, root: Path) -> None:
    """Nothing was missed: with all of it written, the recorded disk is the real one."""
    real = {str(path.relative_to(root)): path for path in root.rglob("*") if path.is_file()}
    assert disk.names.keys() == real.keys()
    for name, content in disk.names.items():
        content.synced(None)
        assert content.held == real[name].read_bytes(), f"{name} was not recorded whole"


def main(images: int = 350, seed: int | None = None) -> int:
    """Make each ordeal's share, and tell how many."""
    seed = random.randrange(10**6) if seed is None else seed
    print(f"seed {seed}")
    chance, began = random.Random(seed), time.monotonic()
    with tempfile.TemporaryDirectory(dir=PLACE) as made:
        for number, ordeal in enumerate(ORDEALS):
            share = images // len(ORDEALS) + (number < images % len(ORDEALS))
            steps, syncs = cut_power(ordeal, share, chance, Path(made) / str(number))
            print(f"{ordeal.name}: {share} images of {steps} steps, {syncs} syncs", flush=True)
    print(f"{images} images in {time.monotonic() - began:.0f} s, nothing lost")
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
