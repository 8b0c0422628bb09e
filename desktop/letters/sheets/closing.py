"""The foot of the first sheet: who prepared it, who vouches for it, room for a stamp."""

from __future__ import annotations

from desktop.domain.signoff import Role, SignOff
from desktop.letters.markup import isolated
from desktop.letters.saying import VOICES
from desktop.letters.typesetting.flow import Frame, Piece, Row
from desktop.letters.typesetting.setting import Setting

_STAMP = 0.35  # of the measure
_GAP = 18
_LINES = ("mark.prepared", "mark.reviewed", "mark.date")


def close(setting: Setting, sign_off: SignOff | None) -> None:
    """Lines to fill in by hand, or the names of those who stand behind the letter."""
    if sign_off is None:
        _to_fill_in(setting)
    else:
        _signed(setting, sign_off)


def _signed(setting: Setting, sign_off: SignOff) -> None:
    letter, scale = setting.letter, setting.scale
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
    for index, text in enumerate(texts):
        node = setting.root.add("P")
        setting.flow.put(
            [(node, setting.marked(text, scale.body), 0, setting.page.measure)],
            before=scale.before_heading if not index else scale.between,
            whole=True,
            held=True,
        )


def _to_fill_in(setting: Setting) -> None:
    scale, style = setting.scale, setting.scale.body
    height = style.leading * 1.45
    width = setting.page.measure * _STAMP
    stamp = setting.page.measure - width
    baseline = height - style.size * 0.45
    for index, key in enumerate(_LINES):
        label = setting.marked(setting.letter.mark(key), style).lines(stamp)[0]
        pieces = [Piece(setting.root.add("P"), label, 0)]
        start = label.width + 8
        frames = [Frame(start, stamp - _GAP - start, 0, 0.6, above=-(baseline + 2))]
        if index == 0:
            words = setting.marked(setting.letter.mark("mark.stamp"), style)
            pieces.append(Piece(setting.root.add("P"), words.lines(width - 16)[0], stamp + 8))
            frames.append(Frame(stamp, width, height * len(_LINES), 0.6))
        setting.flow.rows.append(
            Row(
                height=height,
                before=0 if index else scale.before_heading + 2,
                may_begin_page=False,
                pieces=tuple(pieces),
                frames=tuple(frames),
                baseline=baseline,
            )
        )
