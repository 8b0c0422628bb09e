"""Papers, charges, holds and acts: what is on a list, and whether that is all."""

from __future__ import annotations

import pytest

from desktop.domain.silence import Silence
from tests.gui.people import marisol

LISTS = ("papers", "holds", "charges", "acts")


def asked_keys(call, name):
    return [asked.key for asked in call.row(f"{name}.chips").editor.asked]


def test_a_new_thing_is_on_the_list_from_its_first_answer_on(call_of):
    call = call_of()
    call.presenter.edit("papers", None)
    assert call.kept.entries("papers") == ()
    call.presenter.answer_entry("papers", "form", "I-247A")
    assert call.kept.entries("papers")[0].get("form") == "I-247A"
    assert call.row("papers.chips").editor.index == 0


@pytest.mark.parametrize(
    ("form", "wanted", "needless"),
    [
        ("I-247A", {"seen", "names_client", "box", "cancelled", "attached"}, {"issued_by"}),
        ("I-200", {"seen", "names_client"}, {"box", "issued_by", "criminal"}),
        ("AO 442", {"seen", "names_client", "issued_by", "signed_by", "criminal"}, {"box"}),
        ("court_order", {"judicial_order"}, {"box", "grounds"}),
    ],
)
def test_only_what_matters_for_a_form_is_asked(call_of, form, wanted, needless):
    call = call_of()
    call.presenter.edit("papers", None)
    call.presenter.answer_entry("papers", "form", form)
    asked = set(asked_keys(call, "papers"))
    assert wanted <= asked
    assert not needless & asked


def test_grounds_are_asked_only_under_box_1(call_of):
    call = call_of()
    call.presenter.edit("papers", None)
    call.presenter.answer_entry("papers", "form", "I-247A")
    assert "grounds" not in asked_keys(call, "papers")
    call.presenter.answer_entry("papers", "box", "1")
    assert "grounds" in asked_keys(call, "papers")


def test_chips_say_what_a_paper_is_and_what_we_know_of_it(call_of):
    chips = call_of(marisol()).row("papers.chips").chips
    assert [(chip.title, chip.detail) for chip in chips] == [
        ("I-247A", "asks to hold, box 1"),
        ("I-200", "attached"),
    ]


def test_a_removed_paper_can_be_put_back(call_of, said):
    call = call_of(marisol())
    call.presenter.remove_entry("papers", 1)
    assert len(call.kept.entries("papers")) == 1
    assert said.told == ["Removed I-200."]
    call.presenter.answer("client.minor", False)
    said.offers[0]()
    assert [paper.get("form") for paper in call.kept.entries("papers")] == ["I-247A", "I-200"]
    assert call.kept.get("client.minor") is False


@pytest.mark.parametrize("name", LISTS)
def test_yes_makes_a_list_whole(call_of, name):
    call = call_of()
    call.presenter.answer(name, True)
    assert call.kept.is_whole(name)
    assert call.row(name).answer is True


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("silence", [Silence.NOT_KNOWN, Silence.WITHHELD])
def test_a_silence_about_a_list_is_kept_and_makes_nothing_whole(call_of, name, silence):
    call = call_of()
    call.presenter.answer(name, True)
    call.presenter.answer(name, silence)
    assert not call.kept.is_whole(name)
    assert call.row(name).answer is silence


@pytest.mark.parametrize("name", LISTS)
def test_no_leaves_a_list_open_and_offers_to_add(call_of, name):
    call = call_of()
    call.presenter.answer(name, False)
    assert not call.kept.is_whole(name)
    assert call.row(name).answer is False
    assert call.row(f"{name}.chips").editor is not None


def test_an_empty_list_asks_whether_there_is_none(call_of):
    call = call_of()
    assert call.row("papers").label == "Sure there is none?"
    call.presenter.edit("papers", None)
    call.presenter.answer_entry("papers", "form", "I-200")
    assert call.row("papers").label == "Is that every paper?"


def test_acts_are_asked_by_what_was_done(call_of):
    call = call_of()
    call.presenter.edit("acts", None)
    call.presenter.answer_entry("acts", "kind", "release_time")
    assert {"by", "to", "at", "purpose"} <= set(asked_keys(call, "acts"))
    call.presenter.answer_entry("acts", "by", "boston_police")
    chip = call.row("acts.chips").chips[0]
    assert (chip.title, chip.detail) == ("Told ICE the release time", "by Boston police")
