"""Custody along time, as sentences."""

from __future__ import annotations

from desktop.gui.kit.custody_shown import Lane, Look
from tests.gui.people import case_of, marisol


def test_custody_is_told_event_by_event(call_of):
    custody = call_of(marisol()).shown.custody
    assert custody.title == "Custody, Mon 23 Nov, 10:00 PM to now"
    told = [piece.sentence for piece in custody.pieces]
    assert told[:4] == [
        "Boston police held from Mon 23 Nov, 10:00 PM on.",
        "Kept 3 h 50 min past release.",
        "Papers, day not known: I-247A and I-200.",
        "Bail paid, Tue 24 Nov, 2:10 AM: release is due.",
    ]


def test_every_clock_says_that_it_gives_no_power(call_of):
    pieces = call_of(marisol()).shown.custody.pieces
    clocks = [piece.sentence for piece in pieces if piece.lane is Lane.CLOCKS]
    assert [sentence.split(": until")[0] for sentence in clocks] == [
        "Six hours: statements",
        "The paper’s own 48 hours",
        "Federal rule’s 48 hours",
    ]
    assert all("gives no power to hold" in sentence for sentence in clocks)


def test_only_what_makes_release_due_is_filled(call_of):
    pieces = call_of(marisol()).shown.custody.pieces
    assert [piece.look for piece in pieces if piece.lane is Lane.RELEASE] == [Look.DUE]


def test_without_a_time_nothing_is_drawn(call_of):
    custody = call_of().shown.custody
    assert custody.pieces == ()
    assert custody.nothing == "Nothing to draw yet: no time is known."


def test_a_day_is_too_coarse_to_draw(call_of):
    case = case_of(custody={"custodian": "boston_police", "arrested_at": "2026-11-23"})
    assert call_of(case).shown.custody.pieces == ()


def test_nobody_is_drawn_as_held_past_release_after_being_let_go(call_of):
    case = case_of(
        custody={
            "custodian": "boston_police",
            "state": "released",
            "arrested_at": "2026-11-23T22:00-05:00",
        },
        release={
            "event": "bail_posted",
            "at": "2026-11-24T02:10-05:00",
            "still_held": False,
        },
    )
    looks = [piece.look for piece in call_of(case).shown.custody.pieces]
    assert Look.PAST_RELEASE not in looks


def test_a_chain_of_holders_is_drawn_spell_by_spell(call_of):
    case = case_of(
        custody={
            "custodian": "trial_court",
            "spells": [
                {
                    "custodian": "boston_police",
                    "from": "2026-11-23T22:00-05:00",
                    "until": "2026-11-24T02:00-05:00",
                },
                {
                    "custodian": "trial_court",
                    "from": "2026-11-24T02:00-05:00",
                    "until": "2026-11-24T05:00-05:00",
                },
            ],
        },
    )
    held = [piece.label for piece in call_of(case).shown.custody.pieces]
    assert held == ["Boston police", "Court officers"]
