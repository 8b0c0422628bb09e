"""A card for the wallet: what an officer has to read in front, what to do behind.

What stands on the letter's first sheet is the front, on its second the back. In
front English comes first and the reader's language stands below it, smaller;
behind it is the other way round, and a translation that somebody confirmed
stands there alone. Openings are notes, in the smaller size. That it is a draft
stands in English by the English and in the reader's language by their own,
beside a short first line where it can: room is scarce.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.domain.letters import Letter, Look, Passage
from desktop.domain.problems_letters import CardTooSmall
from desktop.domain.signoff import SignOff
from desktop.letters.markup import Shape
from desktop.letters.sheets.items import items_of
from desktop.letters.template import SOURCE_LANGUAGE
from desktop.letters.told import DRAFT_AFTER, draft_marks, needs_english, told_lines
from desktop.letters.typesetting.cards import fits
from desktop.letters.typesetting.flow import Piece
from desktop.letters.typesetting.setting import Setting
from desktop.letters.typesetting.structure import Node
from desktop.letters.typography import CARD, CARD_SCALES, FROM_THE_RIGHT, Scale, Style

_FRONT, _BACK = 1, 2
_FULL = 0.94  # of the measure


def sides_of(letter: Letter, sign_off: SignOff | None) -> tuple[Setting, Setting]:
    """Front and back, each in the largest size that it allows. Raises CardTooSmall."""
    return _fitted(letter, sign_off, _FRONT), _fitted(letter, sign_off, _BACK)


def _fitted(letter: Letter, sign_off: SignOff | None, side: int) -> Setting:
    for scale in CARD_SCALES:
        setting = Setting(letter, scale, page=CARD, root=Node("Sect"))
        _put_down(_Face(setting), letter, side, signed=sign_off is not None)
        if fits(setting):
            return setting
    raise CardTooSmall(letter.language)


def _put_down(face: _Face, letter: Letter, side: int, *, signed: bool) -> None:
    scale, english, unconfirmed = face.scale, letter.original or letter, needs_english(letter)
    draft = draft_marks(english, signed=signed, unconfirmed=False, draft=DRAFT_AFTER)
    marks = draft_marks(letter, signed=signed, unconfirmed=unconfirmed, draft=DRAFT_AFTER)
    if side == _FRONT:
        face.put(english, _of_side(english, side), scale.body, draft)
        if letter is not english:
            own = [each for each in _of_side(letter, side) if each.language != SOURCE_LANGUAGE]
            told = draft_marks(letter, signed=True, unconfirmed=unconfirmed)
            face.put(letter, own, scale.panel, told, letter.language)
        return
    face.put(letter, _of_side(letter, side), scale.body)
    if unconfirmed:
        face.put(english, _of_side(english, side), scale.panel)
    if marks:
        face.mark(" ".join(marks), letter.language)


def _of_side(letter: Letter, side: int) -> list[Passage]:
    return [passage for passage in letter.passages if passage.sheet == side]


class _Face:
    """One side of the card, filled from the top."""

    def __init__(self, setting: Setting) -> None:
        self.scale: Scale = setting.scale
        self._setting = setting
        self._measure = setting.page.measure

    def put(
        self,
        letter: Letter,
        passages: Sequence[Passage],
        style: Style,
        marks: Sequence[str] = (),
        language: str = SOURCE_LANGUAGE,
    ) -> None:
        """Passages in one language, under what stands there already; marks in another."""
        flow = self._setting.flow
        before = self.scale.before_heading if flow.rows else 0
        backwards = letter.language in FROM_THE_RIGHT
        flow.mirrored_in = self._measure if backwards else None
        first = len(flow.rows)
        for passage in passages:
            is_note = passage.look is Look.OPENING
            self._passage(letter, passage, self.scale.panel if is_note else style, before)
            before = self.scale.between
        if marks and not (passages and self._mark_beside(first, " ".join(marks), language)):
            self.mark(" ".join(marks), language)

    def _mark_beside(self, first: int, text: str, language: str) -> bool:
        """Put a mark at the far end of a row, if it has the room."""
        setting, row = self._setting, self._setting.flow.rows[first]
        words = setting.marked(text, self.scale.furniture, language)
        (line, *more) = words.lines(self._measure)
        taken = sum(piece.line.width for piece in row.pieces)
        if more or taken + line.width > self._measure * _FULL:
            return False
        node = setting.root.add("P", setting.other(language))
        x = self._measure - line.width
        if setting.flow.mirrored_in is not None:
            x = 0
        piece = Piece(node, line, x, line.width)
        setting.flow.rows[first] = replace(row, pieces=(*row.pieces, piece))
        return True

    def mark(self, text: str, language: str) -> None:
        setting = self._setting
        node = setting.root.add("P", setting.other(language))
        words = setting.marked(text, self.scale.furniture, language)
        columns = [(node, words, 0.0, self._measure)]
        setting.flow.put(columns, before=self.scale.before_heading, whole=True)

    def _passage(self, letter: Letter, passage: Passage, style: Style, before: float) -> None:
        setting = self._setting
        lines = told_lines(passage, letter)
        numbered = passage.look is Look.NUMBERED or any(
            line.shape is not Shape.PARAGRAPH for line in lines
        )
        shapes = [line.shape for line in lines]
        gutter = self.scale.gutter * style.size if numbered else 0
        parent = setting.root.add_list("Decimal") if numbered else setting.root
        items = list(items_of(shapes, passage.number or 1, parent)) if numbered else []
        for index, line in enumerate(lines):
            tagged = items[index].body if numbered else parent
            node = tagged.add("P", setting.other(passage.language))
            text = setting.text(line.spans, style, passage.language)
            labels = []
            if numbered and items[index].label is not None:
                number = setting.label(items[index].mark, style, letter.language, heavy=True)
                first = number.lines(gutter)[0]
                labels.append(Piece(items[index].label, first, 0, gutter))
            setting.flow.put(
                [(node, text, gutter, self._measure - gutter)],
                before=before if not index else 0,
                labels=labels,
                whole=True,
            )
