"""The foot of the first sheet: who prepared it, who vouches for it, room for a stamp."""

from __future__ import annotations

from desktop.domain.letters import Letter
from desktop.domain.signoff import Role, SignOff
from desktop.letters.markup import isolated
from desktop.letters.saying import VOICES
from desktop.letters.typesetting.flow import Frame, Piece, Row
from desktop.letters.typesetting.setting import Setting

_STAMP = 0.35  # of the measure
_GAP = 18
_TALL = 1.45  # of the leading, so that a hand can write on the line
_LINES = ("mark.prepared", "mark.reviewed", "mark.date")


def close(setting: Setting, letter: Letter, sign_off: SignOff | None) -> None:
    """Lines to fill in by hand, or the names of those who stand behind the letter."""
    marks = _names(letter, sign_off) if sign_off else [letter.mark(key) for key in _LINES]
    texts = [setting.marked(mark, setting.scale.body, letter.language) for mark in marks]
    style, measure = setting.scale.body, setting.page.measure
    stamp = measure * (1 - _STAMP)
    height = style.leading * (_TALL if sign_off is None else 1)
    baseline = height - style.size * (0.45 if sign_off is None else 0.3)
    lines = []
    for text in texts:
        node = setting.root.add("P", setting.other(letter.language))
        lines += [Piece(node, line, 0) for line in text.lines(stamp - _GAP)]
    room = max(style.leading * _TALL * len(_LINES), height * len(lines))
    words = setting.marked(letter.mark("mark.stamp"), style, letter.language)
    node = setting.root.add("P", setting.other(letter.language))
    stamped = Piece(node, words.lines(measure - stamp - 16)[0], stamp + 8)
    for index, piece in enumerate(lines):
        frames = [] if sign_off else [_line_after(piece, stamp - _GAP, baseline)]
        if index == 0:
            frames.append(Frame(stamp, measure - stamp, room, 0.6))
        setting.flow.add(
            Row(
                height=height,
                before=0 if index else setting.scale.before_heading + 2,
                may_begin_page=False,
                pieces=(piece,) if index else (piece, stamped),
                frames=tuple(frames),
                baseline=baseline,
            )
        )
    setting.flow.space(room - height * len(lines))


def _line_after(piece: Piece, end: float, baseline: float) -> Frame:
    start = piece.line.width + 8
    return Frame(start, end - start, 0, 0.6, above=-(baseline + 2))


def _names(letter: Letter, sign_off: SignOff) -> list[str]:
    key = "mark.signed" if sign_off.prepared_by else "mark.signed.alone"
    values = {
        "author": isolated(sign_off.prepared_by or ""),
        "signer": isolated(sign_off.member),
        "signer_title": letter.mark(f"role.{sign_off.role.value}"),
        "signed_on": VOICES[letter.language].on_date(sign_off.signed_on),
    }
    texts = [letter.mark(key).format_map(values)]
    if sign_off.role is not Role.ATTORNEY:
        texts.append(letter.mark("mark.not_lawyer"))
    return texts
