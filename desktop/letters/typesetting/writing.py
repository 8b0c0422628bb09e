"""Rows put onto paper in reading order, whatever stands beside what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.letters.typesetting.flow import Piece, Placed
from desktop.letters.typesetting.paper import Paper
from desktop.letters.typesetting.structure import Node


def write_texts(
    paper: Paper, rows: Sequence[Placed], x: float, top: float, order: Mapping[Node, int]
) -> None:
    """The texts of rows, with the corner of their block at ``x`` and ``top``."""
    unread: list[tuple[Piece, float]] = []
    pieces: dict[Node, list[tuple[Piece, float]]] = {}
    for piece, baseline in _pieces(rows, top):
        told = unread if piece.node is None else pieces.setdefault(piece.node, [])
        told.append((piece, baseline))
    for node in sorted(pieces, key=order.__getitem__):
        with paper.tagged(node):
            for piece, baseline in pieces[node]:
                paper.text(piece.line, x + piece.left, baseline)
    for piece, baseline in unread:
        with paper.artifact():
            paper.text(piece.line, x + piece.left, baseline)


def write_again(paper: Paper, rows: Sequence[Placed], x: float, top: float) -> None:
    """The same texts once more, for the eye alone: they were read aloud already."""
    with paper.artifact():
        for piece, baseline in _pieces(rows, top):
            paper.text(piece.line, x + piece.left, baseline)


def _pieces(rows: Sequence[Placed], top: float) -> list[tuple[Piece, float]]:
    return [
        (piece, top - placed.top - placed.row.baseline)
        for placed in rows
        for piece in placed.row.pieces
    ]
