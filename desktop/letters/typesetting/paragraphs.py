"""A paragraph shaped once, and broken into lines for any measure.

Every line is as even with its neighbours as it can be: among all ways of
breaking that need no more lines, the one with the least ragged edge is taken,
and no word is left alone on the last line if that can be helped.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, pairwise

from desktop.domain.problems_letters import CannotPrintCharacters
from desktop.letters.markup import Span, steered, without_isolates
from desktop.letters.typesetting.bidi.lines import from_the_left, line_levels
from desktop.letters.typesetting.breaks import breaks, joints
from desktop.letters.typesetting.clusters import Clusters, clusters_of
from desktop.letters.typesetting.faces import Glyph
from desktop.letters.typesetting.filling import CLOSE_ENOUGH, evenest
from desktop.letters.typesetting.runs import Fonts, Run, is_unseen, runs_of
from desktop.letters.typography import Style

_TRAILING = " \u200b"


@dataclass(frozen=True)
class SetLine:
    """A line: what can be seen of it ends at ``end``; the next one begins at ``after``."""

    paragraph: Paragraph
    start: int
    end: int
    after: int

    @property
    def width(self) -> float:
        return self.paragraph.width(self.start, self.end)

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The runs of the line in reading order."""
        return tuple(
            replace(run, start=max(run.start, self.start), end=min(run.end, self.end))
            if run.start < self.start or run.end > self.end
            else run
            for run in self.paragraph.runs
            if run.start < self.end and run.end > self.start
        )

    @property
    def ends_with_space(self) -> bool:
        """Whether a space stood here: reading tools join lines by what is written."""
        return self.paragraph.text[self.end : self.end + 1] == " "

    def order(self, runs: Sequence[Run]) -> Sequence[int]:
        """The order in which these runs stand, from the left."""
        if not any(run.level for run in runs):
            return range(len(runs))
        text, base = self.paragraph.text, int(self.paragraph.backwards)
        every = [run.level for run in runs for _ in range(run.start, run.end)]
        shown = line_levels(text[self.start : self.end], every, base, 0, len(every))
        return from_the_left([shown[run.start - self.start] for run in runs])


class Paragraph:
    """Spans of text in one style. Raises CannotPrintCharacters where the fonts have gaps."""

    def __init__(self, spans: Sequence[Span], style: Style, fonts: Fonts) -> None:
        self.style, self.fonts = style, fonts
        spans = steered(spans, backwards=fonts.backwards)
        self.text = "".join(span.text for span in spans)
        self.runs, gaps = runs_of(spans, fonts, bold=style.bold)
        if gaps:
            raise CannotPrintCharacters(" ".join(sorted(gaps)), without_isolates(self.text))
        self._shaped = {run.start: self._shape(run) for run in self.runs}
        self._along = [0.0, *accumulate(self._advances())]
        self._lines: dict[float, tuple[SetLine, ...]] = {}
        self._clusters: dict[tuple[int, int], Clusters] = {}

    @property
    def backwards(self) -> bool:
        """Whether the paragraph begins at the right."""
        return self.fonts.backwards

    def width(self, start: int, end: int) -> float:
        return self._along[end] - self._along[start]

    def clusters(self, run: Run) -> Clusters:
        """What is drawn for a run of a line."""
        place = run.start, run.end
        if place not in self._clusters:
            self._clusters[place] = clusters_of(self.text, run, self.glyphs(run))
        return self._clusters[place]

    def glyphs(self, run: Run) -> Sequence[Glyph]:
        """A run of a line shaped, from the left: a part of what was shaped, where it may be cut."""
        whole = self.runs[bisect_right(self.runs, run.start, key=lambda each: each.start) - 1]
        glyphs = self._shaped[whole.start]
        if (run.start, run.end) == (whole.start, whole.end):
            return glyphs
        cuts = (run.start, run.end)
        if any(glyph.holds and glyph.cluster in cuts for glyph in glyphs):
            return self._shape(run)
        return [glyph for glyph in glyphs if run.start <= glyph.cluster < run.end]

    def lines(self, measure: float) -> tuple[SetLine, ...]:
        """The lines that fill a measure; none is wider than it, whatever the words are."""
        if measure not in self._lines:
            places = [0, *self._breaks(measure), len(self.text)]
            starts = [self._along[place] for place in places]
            ends = [self._along[self._seen_end(place)] for place in places]
            chosen = [places[index] for index in evenest(starts, ends, measure)]
            self._lines[measure] = tuple(
                SetLine(self, start, max(start, self._seen_end(end)), end)
                for start, end in pairwise(chosen)
            )
        return self._lines[measure]

    def _shape(self, run: Run) -> tuple[Glyph, ...]:
        return run.face.shaped(
            self.text, run.start, run.end, run.language, run.script, run.backwards
        )

    def _advances(self) -> list[float]:
        """The width that each character adds; a cluster's whole width stands at its first."""
        advances = [0.0] * len(self.text)
        for run in self.runs:
            unit = self.style.size * run.scale / 1000
            for glyph in self._shaped[run.start]:
                if not is_unseen(self.text[glyph.cluster]):
                    advances[glyph.cluster] += glyph.advance * unit
        return advances

    def _seen_end(self, end: int) -> int:
        while end and self.text[end - 1] in _TRAILING:
            end -= 1
        return end

    @cached_property
    def _usual_breaks(self) -> tuple[int, ...]:
        return breaks(self.text, self.fonts.language)

    def _breaks(self, measure: float) -> list[int]:
        """Where lines may begin. What belongs together, or a word, is cut only if it must be."""
        places: list[int] = []
        start = 0
        for end in (*self._usual_breaks, len(self.text)):
            while self.width(start, max(start, self._seen_end(end))) > measure + CLOSE_ENOUGH:
                start = self._cut(start, end, measure)
                places.append(start)
            places.append(end)
            start = end
        return places[:-1]

    def _cut(self, start: int, end: int, measure: float) -> int:
        """A place inside what fits on no line: at a space, at a joint, or wherever it is full."""
        limit = self._along[start] + measure + CLOSE_ENOUGH
        inside = max(start + 1, bisect_left(self._along, limit) - 1)
        while inside < end and self._along[inside] == self._along[inside + 1]:
            inside += 1
        space = self.text.rfind(" ", start + 1, inside + 1)
        if space > start:
            return space + 1
        return max((each for each in joints(self.text) if start < each <= inside), default=inside)
