"""Rows of text filled into pages, so that what belongs together stays together.

A page may end only where a row allows it: never between a heading and what it
heads, never after the first or before the last line of a paragraph, never
inside a step that somebody has to follow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from desktop.letters.typesetting.paragraphs import Paragraph, SetLine
from desktop.letters.typesetting.structure import Node

_LEAST_LINES = 2
_MOST_EXTRA = 7


@dataclass(frozen=True)
class Piece:
    """A line and its room in a row, and the tag under which it is read; None: not read aloud."""

    node: Node | None
    line: SetLine
    x: float
    room: float

    @property
    def left(self) -> float:
        """Where the line's ink begins: it stands at that side of its room at which it is read."""
        return self.x + (self.room - self.line.width if self.line.paragraph.backwards else 0)

    def mirrored(self, measure: float) -> Piece:
        return replace(self, x=measure - self.x - self.room)


@dataclass(frozen=True)
class Frame:
    """An outline; its top lies ``above`` the row that it begins with. No height: a rule."""

    x: float
    width: float
    height: float
    thickness: float
    above: float = 0

    def mirrored(self, measure: float) -> Frame:
        return replace(self, x=measure - self.x - self.width)


@dataclass(frozen=True)
class Row:
    """What stands side by side at one height. ``before`` falls away at the top of a page."""

    height: float
    before: float = 0
    may_begin_page: bool = True
    must_begin_page: bool = False
    may_stretch: bool = False
    part: int = 0
    pieces: tuple[Piece, ...] = ()
    frames: tuple[Frame, ...] = ()
    baseline: float = 0

    def mirrored(self, measure: float) -> Row:
        """The same row as it stands where reading begins at the right."""
        return replace(
            self,
            pieces=tuple(piece.mirrored(measure) for piece in self.pieces),
            frames=tuple(frame.mirrored(measure) for frame in self.frames),
        )


@dataclass(frozen=True)
class Placed:
    """A row on a page; ``top`` is measured down from the top of the text block."""

    row: Row
    top: float


@dataclass
class Flow:
    """Rows in reading order, as sheets put them down.

    ``mirrored_in`` is the measure across which rows are turned about, where reading begins at
    the right; None where it begins at the left.
    """

    rows: list[Row] = field(default_factory=list)
    mirrored_in: float | None = None
    _held: bool = False
    _new_page: bool = False
    _part: int = 0

    def put(
        self,
        columns: Sequence[tuple[Node, Paragraph, float, float]],
        *,
        before: float = 0,
        labels: Iterable[Piece] = (),
        whole: bool = False,
        with_next: bool = False,
        held: bool = False,
        may_stretch: bool = False,
    ) -> None:
        """Paragraphs side by side: node, paragraph, x, measure. ``labels`` go on the first line.

        A ``whole`` one is not divided; ``with_next`` holds it to what follows, ``held`` to what
        stands before.
        """
        set_lines = [
            [Piece(node, line, x, measure) for line in paragraph.lines(measure)]
            for node, paragraph, x, measure in columns
        ]
        tallest = max((text.style for _, text, _, _ in columns), key=lambda each: each.leading)
        count = max(map(len, set_lines))
        for index in range(count):
            pieces = [lines[index] for lines in set_lines if index < len(lines)]
            inside = index >= _LEAST_LINES and count - index >= _LEAST_LINES and not whole
            self.add(
                Row(
                    height=tallest.leading,
                    before=0 if index else before,
                    may_begin_page=inside if index else not (self._held or held),
                    must_begin_page=self._new_page and not index,
                    may_stretch=may_stretch and not index,
                    pieces=(*(labels if not index else ()), *pieces),
                    baseline=tallest.baseline,
                )
            )
        self._held, self._new_page = with_next, False

    def space(self, height: float) -> None:
        """Room without text, held to what stands above it."""
        self.add(Row(height, may_begin_page=False))

    def add(self, row: Row) -> None:
        """Put a row down, given as it stands where reading begins at the left."""
        row = replace(row, part=self._part)
        self.rows.append(row if self.mirrored_in is None else row.mirrored(self.mirrored_in))

    def frame(self, first: int, padding: float, x: float, width: float, thickness: float) -> None:
        """Draw a box around the rows from ``first`` on, with room inside."""
        rows = self.rows[first:]
        height = sum(row.height for row in rows) + sum(row.before for row in rows[1:])
        box = Frame(x, width, height + 2 * padding, thickness, padding)
        if self.mirrored_in is not None:
            box = box.mirrored(self.mirrored_in)
        self.rows[first] = replace(rows[0], before=rows[0].before + padding, frames=(box,))
        self.space(padding)

    def new_page(self) -> None:
        self._new_page = True

    def new_part(self, part: int) -> None:
        """What follows belongs to another part of the document, on pages of its own."""
        self._part, self._new_page = part, bool(self.rows)

    def pages(self, depth_of: Callable[[int, bool], float]) -> list[list[Placed]]:
        """The rows on their pages. The depth depends on the part, and if it begins there."""
        pages: list[list[Placed]] = []
        rest = list(self.rows)
        while rest:
            part = rest[0].part
            begins = not pages or pages[-1][0].row.part != part
            depth = depth_of(part, begins)
            count = _that_fit(rest, depth)
            room = 0 if begins else depth  # the first page keeps its acts as high as they go
            pages.append(_placed(rest[:count], room))
            rest = rest[count:]
        return pages


def _that_fit(rows: Sequence[Row], depth: float) -> int:
    """How many rows go on a page: as many as fit, back to where a page may end."""
    used = 0.0
    for index, row in enumerate(rows):
        used += row.height + (row.before if index else _inside_frame(row))
        if index and row.must_begin_page:
            return index
        if used > depth and index:
            back = (each for each in range(index, 0, -1) if rows[each].may_begin_page)
            return next(back, index)
    return len(rows)


def _placed(rows: Sequence[Row], room: float) -> list[Placed]:
    """The rows of one page from its top; room that is left goes in above headings, a little."""
    used = sum(row.height + (row.before if index else 0) for index, row in enumerate(rows))
    stretching = sum(row.may_stretch for row in rows[1:])
    extra = min(_MOST_EXTRA, (room - used) / stretching) if stretching else 0
    page, top = [], 0.0
    for index, row in enumerate(rows):
        top += row.before if index else _inside_frame(row)
        if index and row.may_stretch and extra > 0:
            top += extra
        page.append(Placed(row, top))
        top += row.height
    return page


def _inside_frame(row: Row) -> float:
    """At the top of a page only the room inside a box stays."""
    return max((frame.above for frame in row.frames), default=0)
