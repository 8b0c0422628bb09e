"""The law of Massachusetts and its towns whole: every rule of the plan, and what follows."""

from __future__ import annotations

from desktop.domain.findings import Outcome
from desktop.domain.vocabulary import LISTS
from desktop.library.shelves import Library
from desktop.rules.conditions import IsIn
from desktop.rules.inside import everything_of
from desktop.rules.proof.structure import outcomes_of
from desktop.rules.variables import Heard

LIBRARY = Library()
LAW = LIBRARY.book.law()
RULES = [rule for pack in LIBRARY.packs if pack.used.id != "us" for rule in pack.rules]
STATE = (
    "lunn handover notice probable_cause domestic_bail protective_custody telephone "
    "six_hour_statements lockup court_hold court_information child grounds other_holds "
    "bail_revocation bail_fee bail_refused state_facility plea_warning claim_deadlines "
    "protect_act correction_287g"
).split()
CITY = "hold arrest transfer information question functions property complaint".split()
GRAVE = (Outcome.BROKEN, Outcome.UNSETTLED, Outcome.ALERT)


def test_every_rule_of_the_plan_is_here_and_each_town_with_a_pack_says_whether_it_bars_a_hold() -> (
    None
):
    planned = {f"ma.{name}" for name in STATE} | {f"boston.{name}" for name in CITY}
    planned |= {f"{pack.town.lower()}.hold" for pack in LIBRARY.packs if pack.town}
    assert planned - LAW.rules.keys() == set()


def test_each_rule_says_what_staff_do_where_something_is_wrong_or_not_settled() -> None:
    wanting = [
        (rule.id, outcome.value)
        for rule in RULES
        for outcome in GRAVE
        if outcome in outcomes_of(LAW, rule) and not rule.next_steps.get(outcome.value)
    ]
    assert wanting == []


def test_what_police_of_a_city_or_town_break_can_be_taken_somewhere() -> None:
    broken = [rule for rule in RULES if Outcome.BROKEN in outcomes_of(LAW, rule)]
    local = [rule for rule in broken if rule.town or rule.id.startswith("boston.")]
    assert [rule.id for rule in local if not rule.remedies] == []


def test_somebody_could_know_each_fact_that_a_rule_looks_at() -> None:
    for rule in RULES:
        tests = [part for part in everything_of(rule) if isinstance(part, IsIn)]
        keys = {test.variable.asks for test in tests if not isinstance(test.variable, Heard)}
        for key in keys - {"as_of"} - set(LISTS):
            assert LAW.questions[key].who_knows, (rule.id, key)
