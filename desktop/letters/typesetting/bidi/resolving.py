"""Directions of figures, marks and everything between letters (W1 to W7, N0 to N2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.letters.typesetting.bidi.classes import ISOLATES, NEUTRAL, as_closer, closer_of
from desktop.letters.typesetting.bidi.explicit import RunSequence

_MOST_OPEN_BRACKETS = 63


def resolve(
    text: str, run: RunSequence, original: Sequence[str], given: Sequence[str]
) -> list[str]:
    """L, R, EN or AN for each character of a run sequence."""
    found = [given[place] for place in run.places]
    _marks_and_figures(found, run.before)
    _beside_figures(found)
    _remaining(found, run.before)
    _brackets(found, text, run, original, given)
    _neutrals(found, run)
    return found


def _marks_and_figures(found: list[str], before: str) -> None:
    """W1: a mark goes with what bears it. W2, W3: figures among Arabic letters."""
    last, strong = before, before
    for index, name in enumerate(found):
        if name == "NSM":
            found[index] = "ON" if last in ISOLATES or last == "PDI" else last
        last = found[index]
    for index, name in enumerate(found):
        if name in ("L", "R", "AL"):
            strong = name
        if name == "EN" and strong == "AL":
            found[index] = "AN"
        elif name == "AL":
            found[index] = "R"


def _beside_figures(found: list[str]) -> None:
    """W4: a single separator inside a number. W5: signs beside a number."""
    for index in range(1, len(found) - 1):
        sides = found[index - 1], found[index + 1]
        if found[index] == "ES" and sides == ("EN", "EN"):
            found[index] = "EN"
        elif found[index] == "CS" and sides in (("EN", "EN"), ("AN", "AN")):
            found[index] = sides[0]
    for start, end in _stretches(found, {"ET"}):
        if "EN" in found[max(0, start - 1) : start] + found[end : end + 1]:
            found[start:end] = ["EN"] * (end - start)


def _remaining(found: list[str], before: str) -> None:
    """W6: separators that separate nothing. W7: figures among Latin letters."""
    strong = before
    for index, name in enumerate(found):
        if name in ("ES", "ET", "CS"):
            found[index] = "ON"
        elif name in ("L", "R"):
            strong = name
        elif name == "EN" and strong == "L":
            found[index] = "L"


def _brackets(
    found: list[str],
    text: str,
    run: RunSequence,
    original: Sequence[str],
    given: Sequence[str],
) -> None:
    """N0: both brackets of a pair run the same way."""
    embedding = "R" if run.level % 2 else "L"
    for opens, closes in _pairs(found, text, run):
        inside = {_strong(name) for name in found[opens + 1 : closes]} - {None}
        if not inside:
            continue
        direction = embedding
        if embedding not in inside:
            earlier = (_strong(name) for name in reversed(found[:opens]))
            if next((name for name in earlier if name), run.before) != embedding:
                direction = "R" if embedding == "L" else "L"
        for bracket in (opens, closes):
            found[bracket] = direction
            for index in range(bracket + 1, len(found)):
                place = run.places[index]
                if not original[place] == given[place] == "NSM":
                    break
                found[index] = direction


def _pairs(found: Sequence[str], text: str, run: RunSequence) -> list[tuple[int, int]]:
    """BD16, in the order of the opening brackets."""
    pairs: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for index, name in enumerate(found):
        character = text[run.places[index]]
        if name != "ON":
            continue
        closer = closer_of(character)
        if closer is not None:
            if len(waiting) == _MOST_OPEN_BRACKETS:
                return []
            waiting.append((closer, index))
        elif (closing := as_closer(character)) is not None:
            for depth in range(len(waiting) - 1, -1, -1):
                if waiting[depth][0] == closing:
                    pairs.append((waiting[depth][1], index))
                    del waiting[depth:]
                    break
    return sorted(pairs)


def _neutrals(found: list[str], run: RunSequence) -> None:
    """N1, N2: between two that agree they agree too; otherwise they follow the paragraph."""
    embedding = "R" if run.level % 2 else "L"
    for start, end in _stretches(found, NEUTRAL):
        left = _strong(found[start - 1]) if start else run.before
        right = _strong(found[end]) if end < len(found) else run.after
        direction = left if left is not None and left == right else embedding
        found[start:end] = [direction] * (end - start)


def _strong(name: str) -> str | None:
    """Numbers count as running from the right here."""
    if name == "L":
        return "L"
    return "R" if name in ("R", "EN", "AN") else None


def _stretches(found: Sequence[str], names: Iterable[str]) -> list[tuple[int, int]]:
    """Where characters of these classes stand together: start and end."""
    wanted, stretches, start = frozenset(names), [], None
    for index, name in enumerate([*found, ""]):
        if name in wanted:
            start = index if start is None else start
        elif start is not None:
            stretches.append((start, index))
            start = None
    return stretches
