"""A paragraph shaped once, and broken into lines for any measure.

Every line is as even with its neighbours as it can be: among all ways of
breaking that need no more lines, the one with the least ragged edge is taken,
and no word is left alone on the last line if that can be helped.

Text runs from left to right so far. A run already says which way it goes, so
that the order of runs is the only thing that right-to-left scripts will add.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from desktop.domain.problems_letters import CannotPrintCharacters
from desktop.letters.markup import Role, Span, without_isolates
from desktop.letters.typesetting.breaks import breaks
from desktop.letters.typesetting.faces import Face, Glyph
from desktop.letters.typography import Style

_HEAVY = (Role.SAY, Role.WEIGHT)
# What an officer has to understand, and where law stands, are in English in every letter.
_IN_ENGLISH = (Role.SAY, Role.CITE)
_ENGLISH = "en"
_TRAILING = " \u200b"
_CLOSE_ENOUGH = 1e-6
_SHORT_LAST_LINE = 0.22


@dataclass(frozen=True)
class Fonts:
    """The two weights of a language's family, and the language they speak."""

    regular: Face
    bold: Face
    language: str


@dataclass(frozen=True)
class Run:
    """A stretch in one weight, one language, one script and one direction."""

    start: int
    end: int
    face: Face
    language: str
    script: str = "Latn"
    backwards: bool = False


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

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs of the line, from the left."""
        return tuple(
            replace(run, start=max(run.start, self.start), end=min(run.end, self.end))
            for run in self.paragraph.runs
            if run.start < self.end and run.end > self.start
        )

    @property
    def ends_with_space(self) -> bool:
        """Whether a space stood here: reading tools join lines by what is written."""
        return self.paragraph.text[self.end : self.end + 1] == " "


class Paragraph:
    """Spans of text in one style. Raises CannotPrintCharacters where the fonts have gaps."""

    def __init__(self, spans: Sequence[Span], style: Style, fonts: Fonts) -> None:
        self.style, self.fonts = style, fonts
        self.text = "".join(span.text for span in spans)
        self.runs = tuple(self._runs(spans))
        self._refuse_gaps()
        self._along = [0.0, *accumulate(self._advances())]

    def width(self, start: int, end: int) -> float:
        return self._along[end] - self._along[start]

    def glyphs(self, run: Run) -> tuple[Glyph, ...]:
        """A run shaped, from the left."""
        return run.face.shaped(
            self.text, run.start, run.end, run.language, run.script, run.backwards
        )

    def lines(self, measure: float) -> tuple[SetLine, ...]:
        """The lines that fill a measure; none is wider than it, whatever the words are."""
        places = [0, *self._breaks(measure), len(self.text)]
        chosen = self._evenest(places, measure)
        return tuple(
            SetLine(self, start, self._seen_end(start, end), end) for start, end in pairwise(chosen)
        )

    def _runs(self, spans: Sequence[Span]) -> list[Run]:
        runs: list[Run] = []
        position = 0
        for span in spans:
            heavy = self.style.bold or span.role in _HEAVY
            face = self.fonts.bold if heavy else self.fonts.regular
            language = _ENGLISH if span.role in _IN_ENGLISH else self.fonts.language
            start, position = position, position + len(span.text)
            if runs and (runs[-1].face, runs[-1].language) == (face, language):
                runs[-1] = replace(runs[-1], end=position)
            else:
                runs.append(Run(start, position, face, language))
        return runs

    def _refuse_gaps(self) -> None:
        gaps = {
            character
            for run in self.runs
            for character in self.text[run.start : run.end]
            if not run.face.glyph_of(character) and not is_unseen(character)
        }
        if gaps:
            listed = " ".join(sorted(gaps))
            raise CannotPrintCharacters(listed, without_isolates(self.text))

    def _advances(self) -> list[float]:
        """The width that each character adds; a cluster's whole width stands at its first."""
        advances = [0.0] * len(self.text)
        for run in self.runs:
            for glyph in self.glyphs(run):
                if not is_unseen(self.text[glyph.cluster]):
                    advances[glyph.cluster] += glyph.advance * self.style.size / 1000
        return advances

    def _seen_end(self, start: int, end: int) -> int:
        while end > start and self.text[end - 1] in _TRAILING:
            end -= 1
        return end

    def _breaks(self, measure: float) -> list[int]:
        """Where lines may begin. What belongs together, or a word, is cut only if it must be."""
        places: list[int] = []
        start = 0
        for end in (*breaks(self.text), len(self.text)):
            while self.width(start, self._seen_end(start, end)) > measure + _CLOSE_ENOUGH:
                limit = self._along[start] + measure + _CLOSE_ENOUGH
                inside = max(start + 1, bisect_left(self._along, limit) - 1)
                while inside < end and self._along[inside] == self._along[inside + 1]:
                    inside += 1
                space = self.text.rfind(" ", start + 1, inside + 1)
                inside = space + 1 if space > start else inside
                places.append(inside)
                start = inside
            places.append(end)
            start = end
        return places[:-1]

    def _evenest(self, places: list[int], measure: float) -> list[int]:
        """Least lines first, then the least sum of squared gaps at their ends."""
        count = len(places)
        best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
        for here in range(1, count):
            options = []
            for there in range(here - 1, -1, -1):
                start, end = places[there], places[here]
                gap = measure - self.width(start, self._seen_end(start, end))
                if gap < -_CLOSE_ENOUGH:
                    break
                lines, cost, _ = best[there]
                options.append((lines + 1, cost + self._cost(gap, measure, here, count), there))
            best.append(min(options))
        chosen = [count - 1]
        while chosen[-1]:
            chosen.append(best[chosen[-1]][2])
        return [places[index] for index in reversed(chosen)]

    @staticmethod
    def _cost(gap: float, measure: float, here: int, count: int) -> float:
        if here < count - 1:
            return gap * gap
        is_short = measure - gap < measure * _SHORT_LAST_LINE
        return measure * measure / 4 if is_short else 0.0


def is_unseen(character: str) -> bool:
    """Marks that steer a line and are never drawn: isolates, joiners, soft hyphens."""
    return unicodedata.category(character) == "Cf"
