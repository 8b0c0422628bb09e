"""Where lines may begin in each language, and that nothing is parted that clings together."""

from __future__ import annotations

from itertools import pairwise

import pytest

from desktop.letters.markup import Role, Span
from desktop.letters.typesetting.breaks import breaks
from desktop.letters.typesetting.paragraphs import Paragraph
from desktop.letters.typesetting.setting import fonts_of
from desktop.letters.typography import Style
from tests.letters.samples import WORDS

NEVER_FIRST = set("、。，．：；！？）］｝〉》」』】”’…—)]},.:;!?%")
NEVER_LAST = set("（［｛〈《「『【“‘([{")


def parted(text: str, language: str) -> str:
    places = (0, *breaks(text, language), len(text))
    return "|".join(text[a:b] for a, b in pairwise(places))


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("zh-Hans", "请求，不是命令。", "请|求，|不|是|命|令。"),
        ("zh-Hant", "他說：「今天……」好", "他|說：|「今|天……」|好"),
        ("zh-Hans", "（表格 I-247A）是", "（表|格 |I-247A）|是"),
        ("zh-Hans", "12月1日下午2:10", "12月|1日|下|午|2:10"),
        ("zh-Hans", "叫\u2068王芳\u2069的人", "叫|\u2068王|芳\u2069|的|人"),
        ("ru", "Мы не идём в суд", "Мы |не идём |в суд"),
        ("ru", "суд — это", "суд — |это"),
        ("fr", "Dites : « Non »", "Dites : |« Non »"),
        ("ht", "Lè w kapab", "Lè |w kapab"),
        ("ht", "mwen p ap siyen", "mwen |p ap |siyen"),
        ("kea", "N kre papia", "N kre |papia"),
        ("vi", "gọi luật sư ngay", "gọi |luật sư |ngay"),
        ("ar", "الاسم و المكان", "الاسم |و المكان"),
        ("pt", "disse-lhe tudo", "disse-lhe |tudo"),
        ("so", "go’aanka waa", "go’aanka |waa"),
        ("en", "see www.example.org/find-help now", "see |www.example.org/find-help |now"),
    ],
)
def test_each_language_keeps_together_what_it_never_parts(
    language: str, text: str, wanted: str
) -> None:
    assert parted(text, language) == wanted


@pytest.mark.parametrize("measure", range(72, 400, 17))
@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant"])
def test_no_chinese_line_begins_with_a_mark_that_closes_or_ends_with_one_that_opens(
    language: str, measure: float
) -> None:
    words = WORDS[language]
    text = words.paragraph.replace("{address}", "").replace("{case}", "").replace("{day}", "")
    block = Paragraph([Span(text, Role.PLAIN)], Style(12, 19), fonts_of(language))
    for line in block.lines(measure):
        assert text[line.start] not in NEVER_FIRST
        assert text[line.end - 1] not in NEVER_LAST
        assert line.width <= measure + 0.01


def test_chinese_lines_are_full() -> None:
    text = WORDS["zh-Hans"].paragraph.split("。", 1)[1] * 3
    block = Paragraph([Span(text, Role.PLAIN)], Style(12, 19), fonts_of("zh-Hans"))
    *full, _ = block.lines(300)
    assert len(full) > 3
    assert all(line.width > 300 - 5 * 12 for line in full)  # 好……” stays whole
