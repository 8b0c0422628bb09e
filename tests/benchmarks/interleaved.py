"""Commands timed by turns, so that a busy moment of the machine is everybody's.

Figures are printed and nobody fails by them: no benchmark runs in the checks.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median


@dataclass(frozen=True)
class Command:
    """What is run, and which line of its output ends the time; without one, its end does."""

    words: Sequence[str]
    until: str | None = None
    settings: Mapping[str, str] = field(default_factory=dict)

    def seconds(self) -> float:
        """From the start of the process to that line."""
        environment = {**os.environ, **self.settings}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # people's Pythons keep what they compiled
        began, ended = time.perf_counter(), None
        with subprocess.Popen(
            self.words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, text=True
        ) as process:
            for line in process.stdout or ():
                if line.strip() == self.until:
                    ended = time.perf_counter()
            complaint = process.communicate()[1]
        if process.returncode or (self.until and ended is None):
            raise SystemExit(f"{' '.join(self.words)}: {complaint}")
        return (ended or time.perf_counter()) - began


def by_turns(
    commands: Mapping[str, Command], turns: int, tell: Callable[[str], None] = print
) -> dict[str, list[float]]:
    """The seconds of each command in each turn; a turn before them only warms the caches."""
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(turns + 1):
        for name, command in commands.items():
            seconds = command.seconds()
            if turn:
                taken[name].append(seconds)
    for name, times in taken.items():
        tell(
            f"{name:34} median {1000 * median(times):6.0f} ms   "
            f"least {1000 * min(times):6.0f}   most {1000 * max(times):6.0f}   of {turns}"
        )
    return taken


def times_as_long(these: Sequence[float], those: Sequence[float]) -> float:
    """How many times as long one took as the other, turn by turn, in the middle."""
    return median(this / that for this, that in zip(these, those, strict=True))


def longer(these: Sequence[float], those: Sequence[float]) -> float:
    """How many seconds longer one took than the other, turn by turn, in the middle."""
    return median(this - that for this, that in zip(these, those, strict=True))
