"""The lines of a numbered passage as items of a list: tags, labels, and how deep each stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.letters.markup import Shape
from desktop.letters.typesetting.structure import Node

_BULLET = "•"


@dataclass(frozen=True)
class Item:
    """One line: where its text is tagged, and the label before it if it begins an item.

    ``depth`` is 1 for the number's own text and 2 for points below it.
    """

    body: Node
    label: Node | None
    mark: str
    depth: int
    heads_points: bool

    @property
    def is_point(self) -> bool:
        return self.depth > 1


def items_of(shapes: Sequence[Shape], number: int, parent: Node) -> Iterator[Item]:
    """The items of a passage, numbered from ``number``; a new one for each step."""
    body: Node | None = None
    points: Node | None = None
    for index, shape in enumerate(shapes):
        following = shapes[index + 1] if index + 1 < len(shapes) else None
        heads_points = following is Shape.POINT and shape is not Shape.POINT
        if body is None or shape is Shape.STEP:
            item = parent.add("LI")
            label, body, points = item.add("Lbl"), item.add("LBody"), None
            yield Item(body, label, str(number), 1, heads_points)
            number += 1
        elif shape is Shape.POINT:
            points = points or body.add_list("Disc")
            item = points.add("LI")
            label = item.add("Lbl")
            yield Item(item.add("LBody"), label, _BULLET, 2, heads_points)
        else:
            yield Item(body, None, "", 1, heads_points)
