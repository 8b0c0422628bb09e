"""What we never say stands in no letter in any language, in no rule's words, in no source."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.domain.problems_letters import TemplateRefused
from desktop.letters.markup import plain
from desktop.letters.never import (
    ANY_LANGUAGE,
    Sample,
    languages_with_phrases,
    limits,
    never_list,
    never_said,
    never_said_anywhere,
    samples,
)
from desktop.letters.template import kinds, languages, template_of, texts_of
from desktop.letters.texts import read_texts
from tests.letters.gallery import GALLERY
from tests.letters.told_to_staff import beside_packs, for_clients, in_packs

LIMITS = limits()
REFUSED = [sample for sample in samples() if sample.refused]
LET_THROUGH = [sample for sample in samples() if not sample.refused]
OF_LETTERS = sorted({language for kind in kinds() for language in languages(kind)})
# The sentences of the lists themselves, as the record writes them.
LISTED = (
    "ICE cannot arrest you at court.",
    "ICE cannot arrest you on release.",
    "Sheriffs may not contact ICE.",
    "A detainer may not be mentioned at bail.",
    "The PROTECT Act protects you.",
    "No state law limits what police tell ICE.",
    "You must be released after six hours.",
    "Boston is a sanctuary city: ICE cannot arrest you here.",
    "A court upheld the Trust Act.",
    "Boston police never share information with federal agencies.",
    "Massachusetts passed a state-wide Trust Act in 2017.",
    "You have six years to sue for false imprisonment.",
    "You will get bond.",
    "You will get bond in Texas too.",
    "Vermont is in the First Circuit.",
    "A detainer is a warrant.",
    "ICE always needs a judge's warrant.",
    "Form I-205 is an order of a court.",
    "Sign nothing at all.",
    "Green-card holders should not carry their cards.",
    "Schools and hospitals are safe places.",
    "You will get a free lawyer.",
    "They must call your consulate.",
    "Patriots' Day is a federal holiday.",
    "State police never help ICE.",
    "Say that you are a U.S. citizen.",
    "Give a false name.",
    "After 48 hours they must release you.",
)
# What the record says that a letter may say, in its sense.
MAY_BE_SAID = (
    "Boston police may not keep you only because of an immigration detainer or a warrant signed "
    "by an immigration officer once you are eligible for release; a criminal warrant from a "
    "judge is different. City of Boston Code § 11-1.9(B)",
    "Boston's ordinance also limits handing people to immigration authorities without a judge's "
    "warrant or order. City of Boston Code § 11-1.9",
    "This ordinance applies to the Boston Police and City staff, not to the State Police.",
    "A federal suit against the ordinance was dismissed in 2026 for lack of standing.",
    "In New England, federal courts have said that most people who crossed the border without "
    "inspection and were arrested here can ask a judge for bond. The U.S. Supreme Court is "
    "deciding this now. Ask a lawyer today.",
    "The paper asks for up to 48 hours. A federal rule counts differently and can run up to five "
    "days over a holiday weekend. In Massachusetts, neither paper gives a jail, police or court "
    "officer power to keep a person who is due for release (Lunn v. Commonwealth, 2017). If "
    "someone is kept past release, call an attorney at once. These times are estimates, not a "
    "deadline to wait for.",
    "To come into a home, officers need a warrant that a court issued. Do not open. Say: I do not "
    "consent. Do not resist if they force entry.",
)


def _name(sample: Sample) -> str:
    return f"{sample.limit}: {sample.sentence}"


@pytest.mark.parametrize("sentence", LISTED)
def test_each_sentence_of_the_lists_is_refused(sentence: str) -> None:
    assert never_said(sentence) is not None


@pytest.mark.parametrize("sentence", LISTED)
def test_not_even_to_deny_it(sentence: str) -> None:
    assert never_said(f"It is not true that {sentence[0].lower()}{sentence[1:]}") is not None
    assert never_said(f"Nobody can tell you: “{sentence}”") is not None


@pytest.mark.parametrize("sentence", MAY_BE_SAID)
def test_what_may_be_said_is_let_through(sentence: str) -> None:
    assert never_said(sentence) is None


@pytest.mark.parametrize("sample", REFUSED, ids=_name)
def test_a_sentence_that_oversteps_a_limit_is_refused_by_it(sample: Sample) -> None:
    own = [never for never in never_list() if never.limit.id == sample.limit]
    assert any(never.found_in(sample.sentence) for never in own)
    assert never_said(sample.sentence, sample.language) is not None


@pytest.mark.parametrize("sample", LET_THROUGH, ids=_name)
def test_a_sentence_within_the_limits_is_let_through(sample: Sample) -> None:
    said = never_said_anywhere if LIMITS[sample.limit].everywhere else never_said
    found = said(sample.sentence, sample.language)
    assert found is None, found


@pytest.mark.parametrize("limit", LIMITS.values(), ids=lambda limit: limit.id)
def test_each_limit_says_why_and_names_its_row(limit) -> None:
    assert limit.why.endswith(".") and limit.row


def test_no_phrase_belongs_to_a_limit_that_is_not_listed() -> None:
    assert {sample.limit for sample in samples()} == set(LIMITS)


def test_every_language_of_the_letters_has_its_phrases() -> None:
    """A new language begins with a copy of never/en.toml whose phrases its translator writes."""
    assert set(OF_LETTERS) <= set(languages_with_phrases())


@pytest.mark.parametrize("language", languages_with_phrases())
def test_a_language_has_phrases_for_every_limit_that_figures_alone_do_not_set(
    language: str,
) -> None:
    alike = {sample.limit for sample in samples() if sample.language == ANY_LANGUAGE}
    theirs = {sample.limit for sample in samples() if sample.language == language}
    if language != ANY_LANGUAGE:
        assert set(LIMITS) - alike - theirs == set()


@pytest.mark.parametrize("kind", kinds())
def test_no_passage_of_any_kind_in_any_language_oversteps_a_limit(kind: str) -> None:
    template = template_of(kind)
    for language in languages(kind):
        for key, text in texts_of(template, language).by_key.items():
            assert never_said(plain(text.body), language) is None, (language, key)
            assert text.to_print == text.body


def test_no_word_of_a_rule_for_the_client_oversteps_a_limit() -> None:
    assert {place: never_said(text) for place, text in for_clients() if never_said(text)} == {}


def test_no_rule_and_no_source_tells_staff_what_is_never_said() -> None:
    told = ((place, text, never_said_anywhere(text)) for place, text in in_packs())
    assert [(place, text) for place, text, found in told if found] == []


def test_no_question_and_no_statement_on_papers_oversteps_a_limit() -> None:
    told = ((place, text, never_said_anywhere(text)) for place, text in beside_packs())
    assert [(place, text) for place, text, found in told if found] == []


def test_a_text_that_oversteps_a_limit_is_refused_before_it_prints(tmp_path: Path) -> None:
    file = tmp_path / "es.md"
    file.write_text(
        "---\nlanguage: es\nstate: draft\n---\n## one\nenglish: 0\nICE no puede arrestarle.\n",
        "utf-8",
    )
    text = read_texts(file).by_key["one"]
    with pytest.raises(TemplateRefused, match=r"es\.md, line 5 \(one\): “ICE no puede arrest”"):
        assert text.to_print


@pytest.mark.parametrize("kind", kinds())
def test_48_hours_are_never_named_without_the_caution(kind: str) -> None:
    """Federal record 7 (2): whoever reads of the hours reads that they give no power to hold."""
    texts = texts_of(template_of(kind), "en").by_key
    passages = [texts[plan.key].body for plan in template_of(kind).passages]
    of_hours = [body for body in passages if "48 hours" in body]
    cautions = [body for body in passages if "power" in body and "limit a request" in body]
    assert not of_hours or cautions


@pytest.mark.parametrize("name", GALLERY)
def test_a_letter_that_counts_the_hours_gives_the_caution(name: str) -> None:
    letter = GALLERY[name].letter()
    counts = any("48 hours" in passage.text for passage in letter.passages)
    assert not counts or letter.passage("clock.caution") is not None
