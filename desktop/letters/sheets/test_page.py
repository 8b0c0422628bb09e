"""A sheet that shows what a printer does: edges, size, both sides, grey, small print, cutting."""

from __future__ import annotations

from datetime import datetime

from desktop.domain.letters import Letter
from desktop.language.marks import N_
from desktop.letters.sheets.tables import put_table
from desktop.letters.template import SOURCE_LANGUAGE
from desktop.letters.typesetting.cards import cut_marks
from desktop.letters.typesetting.paper import Paper
from desktop.letters.typesetting.setting import Setting
from desktop.letters.typesetting.writing import write_texts
from desktop.letters.typography import CARD, PLAIN, US_LETTER, Style

TITLE, BACK = N_("Printer test page"), N_("The back of the test page")
FIRST = N_(
    "Print this on both sides of one sheet, at actual size (100%). Then look at these things."
)
HEADS = (N_("Look at"), N_("It is right when"))
CHECKS = (
    (N_("Edges"), N_("Both frames are there on all four sides. Letters need the inner one.")),
    (N_("Size"), N_("The ruler below is 4 inches long. If not, choose 100%, not “fit to page”.")),
    (
        N_("Both sides"),
        N_("Against the light, each cross stands in a ring. Cards need less than ⅛ inch of shift."),
    ),
    (N_("Turning"), N_("You turn the sheet like a page of a book and the back stands upright.")),
    (N_("Grey"), N_("All ten fields differ. Nothing in a letter is told by grey alone.")),
    (N_("Small print"), N_("You can read the line in 6 points: it is the smallest on a card.")),
    (N_("Letters"), N_("No language below shows empty boxes.")),
)
GREY = N_("Ten fields of grey, each darker than the one before it, from 10% to black.")
RULER = N_("4 inches")
SMALL = N_("Stay calm. This line is in {size} points.")
CUTTING = N_("This card is 3½ by 2 inches. Cut along the marks: the frame should stay whole.")
LANGUAGES = (
    ("es", "Español"),
    ("ht", "Kreyòl ayisyen"),
    ("kea", "Kabuverdianu"),
    ("pt", "Português"),
    ("vi", "Tiếng Việt"),
    ("so", "Soomaali"),
    ("fr", "Français"),
    ("ru", "Русский"),
    ("zh-Hans", "简体中文"),
    ("zh-Hant", "繁體中文"),
    ("ar", "العربية"),
)
_SIZES = (6, 8, 10, 12, 18)
_EDGES = (18, 36)
_TARGETS = tuple((x, y) for x in (54, 558) for y in (54, 738))
_REACH = 9
_INCH, _TICK = 72, 7
_FIELD, _TALL = 40, 30
_IN_A_ROW = 4
_BODY = Style(11, 14)


def printed_test_page(made_at: datetime) -> bytes:
    """The file: two pages, for the two sides of one sheet."""
    letter = Letter("test_page", SOURCE_LANGUAGE, TITLE, (), (), made_at)
    page = _TestPage(Setting(letter, PLAIN))
    page.front()
    page.back()
    return page.paper.finished(TITLE, made_at)


class _TestPage:
    """Writes from the top down; ``_y`` is how far down it has come."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self.paper = Paper(US_LETTER, SOURCE_LANGUAGE, setting.root)
        self._y = US_LETTER.height - US_LETTER.margin

    def front(self) -> None:
        self._edges()
        self._targets(rings=False)
        self._text("H1", TITLE, Style(21, 26, bold=True))
        self._text("P", FIRST, _BODY)
        self._table()
        self._ruler()
        self._grey()
        for size in _SIZES:
            self._text("P", SMALL.format(size=size), Style(size, size * 1.3))
        self._languages()
        self.paper.end_page()

    def back(self) -> None:
        self._y = US_LETTER.height - US_LETTER.margin
        self._edges()
        self._targets(rings=True)
        self._text("H2", BACK, Style(21, 26, bold=True))
        self._text("P", CUTTING, _BODY)
        self._y -= 30
        x, y = (US_LETTER.width - CARD.width) / 2, self._y - CARD.height
        with self.paper.artifact():
            self.paper.box(x, y, CARD.width, CARD.height, 1)
            cut_marks(self.paper, x, y, 1, 1)
        self.paper.end_page()

    def _text(self, tag: str, text: str, style: Style, x: float = 0) -> None:
        node = self._setting.root.add(tag)
        paragraph = self._setting.marked(text, style, SOURCE_LANGUAGE)
        with self.paper.tagged(node):
            for line in paragraph.lines(US_LETTER.measure - x):
                place = US_LETTER.margin + x
                self.paper.text(line, place, self._y - paragraph.style.baseline)
                self._y -= paragraph.style.leading

    def _table(self) -> None:
        setting = self._setting
        put_table(setting, HEADS, CHECKS, (0.2, 0.8), _BODY, SOURCE_LANGUAGE)
        self._y -= 8
        (rows,) = setting.flow.pages(lambda part, begins: US_LETTER.depth)
        order = {node: number for number, node in enumerate(setting.root.walk())}
        for placed in rows:
            for frame in placed.row.frames:
                with self.paper.artifact():
                    y = self._y - placed.top + frame.above
                    self.paper.box(US_LETTER.margin, y, frame.width, 0, frame.thickness)
        write_texts(self.paper, rows, US_LETTER.margin, self._y, order)
        self._y -= rows[-1].top + rows[-1].row.height + 10

    def _ruler(self) -> None:
        left, self._y = US_LETTER.margin, self._y - _TICK
        with self.paper.artifact():
            self.paper.box(left, self._y, 4 * _INCH, 0, 0.8)
            for eighth in range(33):
                tall = _TICK if eighth % 8 == 0 else _TICK / 2
                x = left + eighth * _INCH / 8
                self.paper.stroke(x, self._y, x, self._y + tall, 0.6)
        self._y += _TICK + 4
        self._text("P", RULER, _BODY, x=4 * _INCH + 10)
        self._y -= 8

    def _grey(self) -> None:
        width = 10 * _FIELD
        left, self._y = US_LETTER.margin, self._y - _TALL
        figure = self._setting.root.add_figure(GREY, left, self._y, width, _TALL)
        with self.paper.tagged(figure):
            for field in range(10):
                x = left + field * _FIELD
                self.paper.filled(x, self._y, _FIELD, _TALL, (field + 1) / 10)
        self._y -= 6

    def _languages(self) -> None:
        setting = self._setting
        for number, (language, name) in enumerate(LANGUAGES):
            if number % _IN_A_ROW == 0:
                self._y -= 22
            (line,) = setting.marked(name, _BODY, language).lines(US_LETTER.measure)
            with self.paper.tagged(setting.root.add("P", language)):
                x = US_LETTER.margin + number % _IN_A_ROW * US_LETTER.measure / _IN_A_ROW
                self.paper.text(line, x, self._y)

    def _edges(self) -> None:
        with self.paper.artifact():
            for edge in _EDGES:
                width, height = US_LETTER.width - 2 * edge, US_LETTER.height - 2 * edge
                self.paper.box(edge, edge, width, height, 0.8)

    def _targets(self, *, rings: bool) -> None:
        """Crosses on the front, rings behind, at places that either way of turning exchanges."""
        with self.paper.artifact():
            for x, y in _TARGETS:
                if rings:
                    self.paper.ring(x, y, _REACH, 0.8)
                else:
                    self.paper.stroke(x - _REACH, y, x + _REACH, y, 0.8)
                    self.paper.stroke(x, y - _REACH, x, y + _REACH, 0.8)
