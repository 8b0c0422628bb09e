"""What is in the memory of a living process, as its system shows it to whoever may look."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path


def memory_of(process: int) -> Iterator[bytes]:
    """Everything that the process could have written to, piece by piece."""
    place = Path(f"/proc/{process}")
    with (place / "mem").open("rb", 0) as memory:
        for line in (place / "maps").read_text("utf-8").splitlines():
            span, rights, *_ = line.split()
            begin, end = (int(number, 16) for number in span.split("-"))
            if "w" not in rights or "[v" in line:
                continue
            memory.seek(begin)
            try:
                yield memory.read(end - begin)
            except OSError:  # reserved, and never used
                continue


def with_children(process: int) -> list[int]:
    """The process, and all that it started."""
    found = [process]
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        for child in children.read_text("ascii").split():
            found += with_children(int(child))
    return found
