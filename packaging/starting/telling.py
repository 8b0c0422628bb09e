"""What the person at the keyboard is told, on the error channel: the other one is for results."""

from __future__ import annotations

import sys


class CannotStart(Exception):
    """Something that the person can mend; its text is the one line that says how."""


def say(line: str) -> None:
    """One line that stays."""
    print(line, file=sys.stderr, flush=True)


class Progress:
    """One line that renews itself on a screen, and stays as it began anywhere else."""

    def __init__(self, doing: str) -> None:
        self._doing = doing
        self._alive = sys.stderr.isatty()
        print(f"{doing} ...", file=sys.stderr, end="" if self._alive else "\n", flush=True)

    def step(self, detail: str) -> None:
        if self._alive:
            print(f"\r\x1b[K{self._doing}: {detail}", file=sys.stderr, end="", flush=True)

    def done(self, how: str) -> None:
        begin = "\r\x1b[K" if self._alive else ""
        print(f"{begin}{self._doing}: {how}", file=sys.stderr, flush=True)
