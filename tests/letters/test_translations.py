"""A translation says what its English says, is never stale, and never passes for checked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from desktop.domain.letters import Heading, Letter, NameOnPaper, Passage
from desktop.domain.problems_letters import NoSuchSheet
from desktop.domain.signoff import Role, SignOff
from desktop.letters.compose import composed
from desktop.letters.markup import Shape, citations_in, lines_of, plain, without_isolates
from desktop.letters.pdf import draw, sheets
from desktop.letters.template import (
    Template,
    kinds,
    languages,
    read_template,
    template_of,
    texts_of,
)
from desktop.letters.texts import Text
from desktop.system.resources import resource
from tests.letters.gallery import GALLERY
from tests.letters.lectura import measure, syllables
from tests.letters.paper_read import Pdf
from tests.letters.situations import CLINIC, NOW
from tests.letters.tongues import WRITTEN_IN
from tests.tools.translations import moved

TEMPLATE = template_of("rights")
# After words in English their meaning follows in brackets, of whichever width the script has.
EXPLAINED = r"(”|\.en\}) ?[(（]"
PAID = GALLERY["boston police, bail paid"]
OTHERS = languages("rights")[1:]
EACH_LANGUAGE = pytest.mark.parametrize("language", OTHERS)


def _passages(language: str) -> list[tuple[str, str]]:
    """Each passage of each situation as it stands on the page."""
    letters = (situation.letter(language) for situation in GALLERY.values())
    return sorted({(each.key, plain(each.text)) for one in letters for each in one.passages})


PASSAGES = {language: _passages(language) for language in OTHERS}


TRANSLATIONS = sorted((kind, language) for kind in kinds() for language in languages(kind)[1:])
EACH_TRANSLATION = pytest.mark.parametrize(("kind", "language"), TRANSLATIONS)
# Words that show a gender or a status, or name an office that is none here.
AVOIDED = {
    "ar": {
        *("محتجزة", "سجينة", "الشريف", "حضانة", "أجنبي", "مجرم", "متسلل", "آمن", "مضمون"),
        *("اتصل", "اتصلي", "اسأل", "اسألي", "اطلب", "اطلبي", "تريد", "تريدين"),
    },
    "es": {
        *("vosotros", "detenido", "detenida", "preso", "presa", "libre", "notario"),
        *("migra", "custodia", "deportado", "deportada", "liberado", "liberada", "ahorita"),
    },
    "fr": {
        *("détenu", "détenue", "arrêté", "arrêtée", "gardé", "gardée", "libéré", "libérée"),
        *("obligé", "obligée", "blessé", "blessée", "notaire", "huissier", "procureur"),
        *("ordonnance", "fiducie", "étranger", "clandestin", "expulsé", "expulsée", "glace"),
    },
    "ht": {
        *("etranje", "ilegal", "sanpapye", "depòte", "chaj", "bouyon", "garanti", "leta"),
        *("notè", "danje"),
    },
    "kea": {
        *("deportadu", "ilegal", "kriminozu", "bandidu", "siguru", "garantidu", "prezu"),
        *("preza", "livri", "stranjeru", "notáriu", "mandatu", "kustódia"),
    },
    "pt": {
        *("detido", "detida", "preso", "presa", "livre", "solto", "solta", "obrigado"),
        *("obrigada", "notário", "mandato", "custódia", "guarda", "deportado", "deportada"),
        *("liberado", "liberada", "clandestino", "elemento", "condicional", "apontar"),
    },
    "ru": {
        *("нелегал", "нелегально", "преступник", "иностранец", "зек", "милиция", "безопасно"),
        *("гарантировано", "подписка", "удо", "юрист", "опека", "хотел", "хотела", "арестован"),
        *("арестована", "освобождён", "освобождена", "задержан", "задержана", "запрос"),
    },
    "so": {
        *("shariif", "dembiile", "dambiile", "tahriibe", "shisheeye", "ammaan", "gacalo"),
        *("isaga", "iyada", "dambi", "saxeex", "muhaajir"),
    },
    "vi": {
        *("bất hợp pháp", "di dân lậu", "nhập cư", "ngoại kiều", "tội phạm", "công an", "toà"),
        *("yêu cầu", "bảo đảm", "an toàn", "luật sư công", "anh chị", "ông bà", "chị", "huỷ"),
    },
    "zh-Hans": {
        *("她", "你的", "外国", "外籍", "公安", "派出所", "看守所", "取保候审", "刑事拘留"),
        *("犯人", "罪犯", "遣返", "监护权", "信托", "要求关押", "安全", "保证"),
    },
    "zh-Hant": {
        *("她", "你的", "外國", "外籍", "公安", "派出所", "看守所", "取保候審", "刑事拘留"),
        *("犯人", "罪犯", "遣返", "監護權", "信託", "要求關押", "安全", "保證", "信息", "檔案"),
        *("身份", "公共交通", "交納"),
    },
}
# Words of the script in a sentence on average, 15 where not told: a syllable of Vietnamese is
# written as a word of its own, and Chinese is counted in characters.
MOST_IN_A_SENTENCE = {"vi": 21, "zh-Hans": 25, "zh-Hant": 25}


def pairs(kind: str, language: str) -> Iterator[tuple[str, Text, Text]]:
    """Each text of a translation: its key, in English, in the other language."""
    template = template_of(kind)
    english = texts_of(template, "en").by_key
    for key, other in texts_of(template, language).by_key.items():
        yield key, english[key], other


@EACH_TRANSLATION
def test_every_text_is_translated_from_the_english_of_today(kind: str, language: str) -> None:
    assert list(moved(kind, language)) == []


@EACH_TRANSLATION
def test_a_translation_has_the_lines_slots_and_citations_of_its_english(
    kind: str, language: str
) -> None:
    for key, english, other in pairs(kind, language):
        shapes = [each.shape for each in lines_of(english.body)]
        assert [each.shape for each in lines_of(other.body)] == shapes, key
        assert citations_in(other.body) == citations_in(english.body), key
        assert {slot.removesuffix(".en") for slot in other.slots} == set(english.slots), key


@EACH_TRANSLATION
def test_words_to_say_to_an_officer_stand_in_english_and_are_explained(
    kind: str, language: str
) -> None:
    for key, english, other in pairs(kind, language):
        if key.startswith("ask."):
            continue
        said = re.findall("“([^”]*)”", english.body)
        told = re.findall("“([^”]*)”", other.body)
        assert [each.replace(".en}", "}") for each in told] == said, key
        assert not said or re.search(EXPLAINED, other.body), key


@EACH_TRANSLATION
def test_no_text_shares_five_words_in_a_row_with_its_english(kind: str, language: str) -> None:
    def runs(body: str) -> set[tuple[str, ...]]:
        apart = re.sub(r"“[^”]*”|\[cite:[^\]]*\]|\{[^}]*\}", "|", body)
        words = re.findall(r"[^\W\d_]+|\|", apart.lower())
        fives = (tuple(words[at : at + 5]) for at in range(len(words) - 4))
        return {five for five in fives if "|" not in five}

    for key, english, other in pairs(kind, language):
        assert not runs(english.body) & runs(other.body), key


def test_spanish_reads_as_easily_as_a_text_for_everybody() -> None:
    for key, text in PASSAGES["es"]:
        measured = measure(text)
        if measured.words >= 12:
            assert measured.fernandez_huerta >= 74, key
            assert measured.inflesz >= 65, key


@EACH_LANGUAGE
def test_sentences_are_short(language: str) -> None:
    mean = characters_a_sentence if language in WRITTEN_IN else words_a_sentence
    long = {key: mean(text) for key, text in PASSAGES[language]}
    most = MOST_IN_A_SENTENCE.get(language, 15)
    assert {key: mean for key, mean in long.items() if mean > most} == {}


def words_a_sentence(text: str) -> float:
    return measure(text).words_a_sentence


def characters_a_sentence(text: str) -> float:
    """Chinese has no spaces: its sentences are measured in characters."""
    own = re.sub(r"“[^”]*”|\([^)]*\)|（[^）]*）", "", text)
    sentences = [re.findall("[\u4e00-\u9fff]", each) for each in re.split("[。？；：\n]", own)]
    told = [len(each) for each in sentences if each]
    return sum(told) / len(told)


@EACH_LANGUAGE
def test_a_translation_speaks_to_anybody_and_names_no_status(language: str) -> None:
    for key, text in PASSAGES[language]:
        words = set(re.findall(r"\w+", text.lower()))
        # Without spaces a word is looked for inside the sentence; so is one of several syllables.
        inside = (each for each in AVOIDED[language] if language in WRITTEN_IN or " " in each)
        words |= {each for each in inside if each in text.lower()}
        assert not words & AVOIDED[language], key
        assert not re.search(r"[^\W\d]\([ae]\)|[^\W\d]/[ae]\b|@|\bx\b|·", text), key


@pytest.mark.parametrize(
    ("word", "count"),
    [("policía", 4), ("ciudad", 2), ("juez", 1), ("fianza", 2), ("quien", 1), ("oír", 2),
     ("llegue", 2), ("ley", 1), ("hablar", 2), ("leer", 2)],
)  # fmt: skip
def test_spanish_syllables_are_counted_as_they_are_heard(word: str, count: int) -> None:
    assert syllables(word) == count


@EACH_LANGUAGE
@pytest.mark.parametrize("name", GALLERY)
def test_both_languages_have_the_same_passages_under_the_same_numbers(
    name: str, language: str
) -> None:
    letter = GALLERY[name].letter(language)
    assert letter.original is not None
    both = (
        [(each.key, each.number, each.sheet) for each in one.passages]
        for one in (letter, letter.original)
    )
    assert next(both) == next(both)
    assert {passage.language for passage in letter.passages} == {language}


def test_the_times_are_said_as_spanish_says_them() -> None:
    answer = PAID.letter("es").passage("answer.unlawful.strong")
    assert answer is not None
    said = plain(answer.text).replace("\u00a0", " ")
    assert "Alguien pagó su fianza el martes 24 de noviembre, 2:10 a. m. Por lo" in said


def pages(data: bytes) -> list[str]:
    return ["".join(piece.text for piece in page) for page in Pdf(data).written()]


def unchecked(letter: Letter) -> str:
    """The first words of the mark of a translation that nobody checked."""
    return plain(letter.mark("mark.translation")).partition(". ")[0]


@EACH_LANGUAGE
@pytest.mark.parametrize("sheet", sheets("rights", "es"))
def test_every_page_of_a_translation_that_nobody_checked_says_so(sheet: str, language: str) -> None:
    letter = PAID.letter(language)
    for page in pages(draw(letter, sheet=sheet)):
        assert unchecked(letter) in page or "Page " in page
        assert "DRAFT" in page


@EACH_LANGUAGE
@pytest.mark.parametrize("sheet", ["plain", "large_print"])
def test_an_unchecked_translation_has_its_english_behind_it(sheet: str, language: str) -> None:
    letter = PAID.letter(language)
    assert letter.original is not None
    drawn = pages(draw(letter, sheet=sheet))
    first = next(n for n, page in enumerate(drawn) if letter.original.title in page)
    assert 0 < first < len(drawn)
    assert all(unchecked(letter) in page for page in drawn[:first])
    text = "".join(drawn[first:])
    for passage in letter.original.passages:
        assert plain(passage.text).splitlines()[0][:40] in text, passage.key


def confirmed(letter: Letter) -> Letter:
    assert letter.translation is not None
    return replace(letter, translation=replace(letter.translation, state="checked"))


def test_a_checked_translation_stands_alone() -> None:
    letter = confirmed(PAID.letter("es"))
    assert letter.original is not None
    text = "".join(pages(draw(letter)))
    assert letter.original.title not in text
    assert "Traducción en borrador." not in text


def test_a_signature_does_not_take_the_translation_s_own_mark_away() -> None:
    letter = PAID.letter("es")
    sign_off = SignOff("Ruth Okafor", Role.ATTORNEY, date(2026, 11, 24), letter.digest())
    text = "".join(pages(draw(letter, sign_off)))
    assert "DRAFT (borrador)" not in text
    assert "Traducción en borrador." in text


@EACH_LANGUAGE
def test_side_by_side_says_both_letters_whole_paragraph_by_paragraph(language: str) -> None:
    letter = PAID.letter(language)
    assert letter.original is not None
    written = [
        piece
        for page in Pdf(draw(letter, sheet="side_by_side")).written()
        for piece in page
        if piece.tag != "Artifact"
    ]
    text = "".join(piece.text for piece in written)
    place = 0
    for left, right in zip(letter.original.passages, letter.passages, strict=True):
        lines = zip(plain(left.text).splitlines(), plain(right.text).splitlines(), strict=True)
        for line in (each for both in lines for each in both):
            found = text.find(line[:40], place)
            assert found >= place, (left.key, line)
            place = found + 1
    # A paragraph that goes on overleaf is in two places, but every letter of it is there.
    assert sorted(text) == sorted("".join(all_of(letter.original, letter)))


def all_of(english: Letter, other: Letter) -> Iterator[str]:
    for letter in (english, other):
        for key in ("mark.draft", "mark.translation"):
            yield from plain(letter.mark(key)).splitlines()
        yield letter.title
        yield letter.mark("head.more")
        yield from (block.text for block in letter.blocks if isinstance(block, Heading))
        for passage in letter.passages:
            for line in lines_of(passage.text):
                yield without_isolates(line.text)
                is_label = letter is english and passage.number is not None
                yield "•" if is_label and line.shape is Shape.POINT else ""
    yield from map(str, range(1, 1 + sum(counted(passage) for passage in english.passages)))
    for key in ("mark.prepared", "mark.reviewed", "mark.date", "mark.stamp"):
        yield english.mark(key)


def counted(passage: Passage) -> int:
    steps = sum(line.shape is Shape.STEP for line in lines_of(passage.text))
    return 0 if passage.number is None else steps or 1


def test_there_is_nothing_to_put_beside_an_english_letter() -> None:
    with pytest.raises(NoSuchSheet):
        draw(PAID.letter(), sheet="side_by_side")


def from_shelf(template: Template) -> Letter:
    return composed(template, PAID.case, PAID.assessment, "es", NameOnPaper.NONE, CLINIC, NOW)


def shelf(place: Path) -> Path:
    """The folder of a letter to the person, on a shelf of its own."""
    copytree(resource("letters"), place / "letters")
    return place / "letters" / "rights"


@pytest.fixture
def moved_english(tmp_path: Path) -> Template:
    """The shelf after somebody changed two English texts, one of them inside another."""
    folder = shelf(tmp_path)
    english = (folder / "en.md").read_text(encoding="utf-8")
    english = english.replace("Give your true name.", "Always give your true name.")
    english = english.replace("Your bail was paid {release_at}.", "Bail was paid {release_at}.")
    (folder / "en.md").write_text(english, encoding="utf-8")
    return read_template(folder)


def test_a_text_whose_english_moved_prints_in_english_and_never_stale(
    moved_english: Template,
) -> None:
    letter = from_shelf(moved_english)
    languages_of = {passage.key: passage.language for passage in letter.passages}
    assert languages_of["question.truth"] == "en"
    assert languages_of["answer.unlawful.strong"] == "en"
    assert languages_of["sign.ice"] == "es"
    drawn = "".join(pages(draw(letter)))
    assert "It is better to say nothing. [Esta parte está solo en inglés.]" in drawn


def test_english_inside_a_translation_is_marked_as_english_for_reading_aloud() -> None:
    pdf = Pdf(draw(PAID.letter("es")))
    first = pdf.stream(pdf.reference(pdf.pages[0], "Contents"))
    assert first.count(b"/Span <</Lang (en)>> BDC") >= 3
    english = Pdf(draw(PAID.letter()))
    assert b"/Span" not in english.stream(english.reference(english.pages[0], "Contents"))


def test_a_checked_translation_names_who_checked_it_in_both_languages(tmp_path: Path) -> None:
    folder = shelf(tmp_path)
    spanish = (folder / "es.md").read_text(encoding="utf-8")
    about = "state: checked\nby: Inés Duarte\non: 2026-12-01"
    (folder / "es.md").write_text(spanish.replace("state: draft", about, 1), encoding="utf-8")
    template = read_template(folder)
    letter = from_shelf(template)
    told = letter.passage("about.translation_by")
    assert told is not None and letter.passage("about.translation_draft") is None
    said = plain(told.text).replace("\u00a0", " ")
    assert "Traducción al español confirmada: Inés Duarte, 1 de diciembre de 2026" in said
    assert letter.original is not None
    english = letter.original.passage("about.translation_by")
    assert english is not None and "Put into Spanish by Inés Duarte" in plain(english.text)


def test_a_moved_word_of_our_own_takes_every_sentence_that_it_fills_into_english(
    tmp_path: Path,
) -> None:
    folder = shelf(tmp_path)
    shared = folder.parent / "common" / "en.md"
    english = shared.read_text(encoding="utf-8")
    moved_name = english.replace(
        "## agency.boston_police\nBoston police", "## agency.boston_police\nThe Boston police"
    )
    shared.write_text(moved_name, encoding="utf-8")
    template = read_template(folder)
    letter = from_shelf(template)
    answer = letter.passage("answer.unlawful.strong")
    assert answer is not None and answer.language == "en"
