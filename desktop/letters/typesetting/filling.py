"""Which of the places where a line may begin are taken, so that the lines come out even."""

from __future__ import annotations

from collections.abc import Sequence

CLOSE_ENOUGH = 1e-6
_SHORT_LAST_LINE = 0.22


def evenest(starts: Sequence[float], ends: Sequence[float], measure: float) -> list[int]:
    """The chosen places, first and last among them: least lines, then the least ragged edge.

    ``starts`` is how far along each place lies, ``ends`` how far what can be seen before it.
    """
    last = len(starts) - 1
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for here in range(1, last + 1):
        end = ends[here]
        chosen: tuple[int, float, int] | None = None
        for there in range(here - 1, -1, -1):
            gap = measure - max(0.0, end - starts[there])
            if gap < -CLOSE_ENOUGH:
                break
            lines, cost, _ = best[there]
            if chosen is not None and lines + 1 > chosen[0]:
                continue
            if here < last:
                cost += gap * gap
            elif measure - gap < measure * _SHORT_LAST_LINE:
                cost += measure * measure / 4
            option = (lines + 1, cost, there)
            if chosen is None or option < chosen:
                chosen = option
        assert chosen is not None, "no place leaves a line wider than the measure"
        best.append(chosen)
    taken = [last]
    while taken[-1]:
        taken.append(best[taken[-1]][2])
    return taken[::-1]
