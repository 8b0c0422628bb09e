"""The foot of the first sheet: who prepared it, who vouches for it, room for a stamp."""

from __future__ import annotations

from math import ceil

from desktop.domain.letters import Letter
from desktop.domain.signoff import SignOff
from desktop.letters.told import STAMP, TO_SIGN, closing_words
from desktop.letters.typesetting.flow import Frame, Piece, Row
from desktop.letters.typesetting.setting import Setting

_STAMP = 0.35  # of the measure
_GAP = 18
_LEAST_TO_WRITE_ON = 0.3  # of the room beside the stamp
_TALL = 1.45  # of the leading, so that a hand can write on the line


def close(setting: Setting, letter: Letter, sign_off: SignOff | None) -> None:
    """Lines to fill in by hand, or the names of those who stand behind the letter."""
    marks = closing_words(letter, sign_off)
    measure = setting.page.measure
    stamp = measure * (1 - _STAMP)
    lines = [
        (piece, piece.line.after == len(piece.line.paragraph.text))
        for mark in marks
        for piece in _pieces(setting, letter, mark, 0, stamp - _GAP)
    ]
    stamped = _pieces(setting, letter, letter.mark(STAMP), stamp + 8, measure - stamp - 16)
    style = lines[0][0].line.paragraph.style
    height = style.leading * (_TALL if sign_off is None else 1)
    baseline = height - style.size * (0.45 if sign_off is None else 0.3)
    count = max(len(lines), len(stamped), ceil(style.leading * _TALL * len(TO_SIGN) / height))
    for index in range(count):
        pieces, frames = stamped[index : index + 1], []
        if index < len(lines):
            piece, is_last = lines[index]
            pieces = [piece, *pieces]
            if is_last and not sign_off:
                frames.append(_line_after(piece, stamp - _GAP, baseline))
        if index == 0:
            frames.append(Frame(stamp, measure - stamp, count * height, 0.6))
        setting.flow.add(
            Row(
                height=height,
                before=0 if index else setting.scale.before_heading + 2,
                may_begin_page=False,
                pieces=tuple(pieces),
                frames=tuple(frames),
                baseline=baseline,
            )
        )


def _pieces(setting: Setting, letter: Letter, mark: str, x: float, room: float) -> list[Piece]:
    node = setting.root.add("P", setting.other(letter.language))
    text = setting.marked(mark, setting.scale.body, letter.language)
    return [Piece(node, line, x, room) for line in text.lines(room)]


def _line_after(piece: Piece, end: float, baseline: float) -> Frame:
    """A line for the hand beside the words, or under them where they leave no room."""
    start = piece.line.width + 8
    if end - start < end * _LEAST_TO_WRITE_ON:
        start = 0
    return Frame(start, end - start, 0, 0.6, above=-(baseline + 2 + (3 if not start else 0)))
