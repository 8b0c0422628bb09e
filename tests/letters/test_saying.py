"""Times and days as people say them, so that nobody takes midnight for the wrong day."""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime

import pytest

from desktop.domain.problems_letters import TemplateRefused
from desktop.letters.saying import voice_of, voice_told
from desktop.letters.template import kinds, languages
from desktop.system.resources import resource

MOMENTS = (
    datetime(2026, 11, 24, 7, 10, tzinfo=UTC),
    datetime(2026, 12, 1, 17, 0, tzinfo=UTC),
    datetime(2026, 12, 5, 5, 0, tzinfo=UTC),
    datetime(2026, 7, 4, 16, 30, tzinfo=UTC),
)
# Each of those moments, and 1 December 2026 as a day with its year.
SAID = {
    "ar": (
        "يوم الثلاثاء 24 نوفمبر (تشرين الثاني)، الساعة 2:10 بعد منتصف الليل",
        "يوم الثلاثاء 1 ديسمبر (كانون الأول)، الساعة 12 ظهرًا",
        "عند منتصف الليل بين الجمعة 4 ديسمبر (كانون الأول) والسبت 5 ديسمبر (كانون الأول)",
        "يوم السبت 4 يوليو (تموز)، الساعة 12:30 بعد الظهر",
        "يوم 1 ديسمبر (كانون الأول) 2026",
    ),
    "en": (
        "on Tuesday, November 24 at 2:10 AM",
        "on Tuesday, December 1 at 12 noon",
        "at midnight between Friday, December 4 and Saturday, December 5",
        "on Saturday, July 4 at 12:30 PM",
        "on December 1, 2026",
    ),
    "es": (
        "el martes 24 de noviembre, 2:10 a. m.",
        "el martes 1 de diciembre a mediodía",
        "a la medianoche entre el viernes 4 de diciembre y el sábado 5 de diciembre",
        "el sábado 4 de julio, 12:30 p. m.",
        "el 1 de diciembre de 2026",
    ),
    "fr": (
        "le mardi 24 novembre à 2 h 10 (2:10 AM)",
        "le mardi 1er décembre à midi",
        "à minuit, entre le vendredi 4 décembre et le samedi 5 décembre",
        "le samedi 4 juillet à 12 h 30 (12:30 PM)",
        "le 1er décembre 2026",
    ),
    "ht": (
        "madi 24 novanm, 2:10 nan maten (2:10 AM)",
        "madi 1ye desanm a midi",
        "a minwi ant vandredi 4 desanm ak samdi 5 desanm",
        "samdi 4 jiyè, 12:30 apremidi (12:30 PM)",
        "1ye desanm 2026",
    ),
    "kea": (
        "na tersa-fera, 24 di novenbru, 2:10 di madrugada (2:10 AM)",
        "na tersa-fera, 1 di dezenbru, mei-dia",
        "na meia-noti entri sesta-fera, 4 di dezenbru y sábadu, 5 di dezenbru",
        "na sábadu, 4 di julhu, 12:30 di tardi (12:30 PM)",
        "na 1 di dezenbru di 2026",
    ),
    "pt": (
        "em 24 de novembro, terça-feira, 2h10 (2:10 AM)",
        "em 1º de dezembro, terça-feira, ao meio-dia",
        "à meia-noite entre 4 de dezembro, sexta-feira, e 5 de dezembro, sábado",
        "em 4 de julho, sábado, 12h30 (12:30 PM)",
        "em 1º de dezembro de 2026",
    ),
    "ru": (
        "вторник, 24 ноября, 2:10 (2:10 AM)",
        "вторник, 1 декабря, в полдень",
        "в полночь, когда кончается пятница, 4 декабря, и начинается суббота, 5 декабря",
        "суббота, 4 июля, 12:30 (12:30 PM)",
        "1 декабря 2026 г.",
    ),
    "so": (
        "maalinta Talaado, 24 Nofembar, 2:10 habeennimo (2:10 AM)",
        "maalinta Talaado, 1 Diseembar, 12 duhurnimo (12 noon)",
        "saqda dhexe ee u dhexeysa Jimce, 4 Diseembar iyo Sabti, 5 Diseembar",
        "maalinta Sabti, 4 Luulyo, 12:30 duhurnimo (12:30 PM)",
        "maalinta 1 Diseembar 2026",
    ),
    "vi": (
        "vào thứ Ba, ngày 24 tháng 11, 2 giờ 10 sáng (2:10 AM)",
        "vào thứ Ba, ngày 1 tháng 12, 12 giờ trưa",
        "vào nửa đêm giữa thứ Sáu, ngày 4 tháng 12 và thứ Bảy, ngày 5 tháng 12",
        "vào thứ Bảy, ngày 4 tháng 7, 12 giờ 30 trưa (12:30 PM)",
        "vào ngày 1 tháng 12 năm 2026",
    ),
    "zh-Hans": (
        "11月24日星期二凌晨2:10",
        "12月1日星期二中午12点",
        "12月4日星期五与12月5日星期六之间的午夜",
        "7月4日星期六中午12:30",
        "2026年12月1日",
    ),
    "zh-Hant": (
        "11月24日星期二凌晨2:10",
        "12月1日星期二中午12點",
        "12月4日星期五與12月5日星期六之間的午夜",
        "7月4日星期六中午12:30",
        "2026年12月1日",
    ),
}


@pytest.mark.parametrize("language", SAID)
def test_a_moment_is_said_by_boston_s_clocks(language: str) -> None:
    voice = voice_of(language)
    said = [voice.at_moment(moment) for moment in MOMENTS]
    said.append(voice.on_date(date(2026, 12, 1)))
    assert tuple(each.replace("\u00a0", " ") for each in said) == SAID[language]


def test_every_language_of_the_letters_says_times_and_each_of_them_was_looked_at() -> None:
    of_letters = {language for kind in kinds() for language in languages(kind)}
    with_voice = {file.stem for file in resource("letters", "voices").glob("*.toml")}
    assert of_letters <= with_voice == set(SAID)


def test_a_day_is_said_with_its_year_or_with_its_weekday() -> None:
    day = date(2026, 11, 24)
    english, spanish = voice_of("en"), voice_of("es")
    assert english.said_date(day).replace("\u00a0", " ") == "November 24, 2026"
    assert english.on_weekday(day).replace("\u00a0", " ") == "on Tuesday, November 24"
    assert spanish.said_date(day).replace("\u00a0", " ") == "24 de noviembre de 2026"
    assert spanish.on_date(day).replace("\u00a0", " ") == "el 24 de noviembre de 2026"


def test_the_halves_of_the_day_stay_with_their_hour() -> None:
    said = voice_of("en").at_moment(datetime(2026, 11, 24, 7, 10, tzinfo=UTC))
    assert "2:10\u00a0AM" in said and "November\u00a024" in said


_PARTS = {
    **tomllib.loads(resource("letters", "voices", "en.toml").read_text(encoding="utf-8")),
    "first": "1st",
    "at": "on {day}, {hour24}:{minute}, {hour} {part}",
    "parts": [{"from": 0, "say": "at night"}, {"from": 12, "say": "after noon"}],
}


@pytest.mark.parametrize(
    ("hour", "said"),
    [(5, "on Tuesday, December 1st, 0:30, 12 at night"), (19, "14:30, 2 after noon")],
)
def test_a_language_may_say_the_part_of_the_day_and_the_first_of_a_month(
    hour: int, said: str
) -> None:
    moment = datetime(2026, 12, 1, hour, 30, tzinfo=UTC)
    assert said in voice_told(_PARTS, "it").at_moment(moment).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("weekdays", ["Monday"]),
        ("on_day", "on the day"),
        ("at", "on {day} at {hour}:{minute}"),
        ("list_of", "{day}; "),
        ("midnight", "at midnight before {after}"),
    ],
)
def test_a_voice_that_would_leave_out_a_day_an_hour_or_its_half_is_refused(
    name: str, wrong: object
) -> None:
    with pytest.raises(TemplateRefused, match=name):
        voice_told({**_PARTS, name: wrong}, "it.toml")
