"""Reads cases of Unicode's own test of the bidirectional algorithm, and tries ours on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.letters.typesetting.bidi.lines import base_level, from_the_left, levels, line_levels

SOME = Path(__file__).with_name("unicode") / "bidi_cases.txt"
_BASES = {"0": 0, "1": 1}


@dataclass(frozen=True)
class BidiCase:
    """A line, and what has to come out: None among the levels is a character that is not shown."""

    text: str
    base: int | None
    paragraph: int
    levels: tuple[int | None, ...]
    order: tuple[int, ...]

    def fails(self) -> bool:
        base = base_level(self.text) if self.base is None else self.base
        found = line_levels(self.text, levels(self.text, base), base, 0, len(self.text))
        shown = [index for index, level in enumerate(self.levels) if level is not None]
        order = [shown[index] for index in from_the_left([found[index] for index in shown])]
        told = tuple(
            None if wanted is None else level
            for wanted, level in zip(self.levels, found, strict=True)
        )
        return (base, told, tuple(order)) != (self.paragraph, self.levels, self.order)


def bidi_cases(path: Path) -> Iterator[BidiCase]:
    for line in path.read_text(encoding="utf-8").splitlines():
        case = line.partition("#")[0].strip()
        if not case:
            continue
        codes, base, paragraph, told, order = case.split(";")
        yield BidiCase(
            "".join(chr(int(code, 16)) for code in codes.split()),
            _BASES.get(base),
            int(paragraph),
            tuple(None if level == "x" else int(level) for level in told.split()),
            tuple(int(index) for index in order.split()),
        )
