"""An invented pack for proofs: one rule on holding that is proved, to be spoiled in each test."""

from __future__ import annotations

from desktop.rules.pack import PackText, PolicyPack, read_packs
from desktop.rules.proof.examples import WorkedCase
from desktop.rules.proof.prove import Proof, prove
from tests.rules.written_packs import HEAD

SOUND = """
format: 1
id: x.keep
title: Nobody is kept after bail
says: An invented rule.
cites: [invented]
act: hold
looks_at: custody
governed_by: custody
versions:
  - {outcome: not_in_force, label: the act had not passed}
  - from: 2020-03-01
binds: [state_police, transit_police]
applies_when: {fact: release.bail, is: posted, label: bail is paid}
due_when: {elapsed: release.at, more_than_hours: 2, label: two hours have passed}
unless:
  - id: another-hold
    label: something else holds the person
    when: {some: holds, where: {live: true}, label: something else holds the person}
broken_when: {fact: custody.seen_by_judge, is: false, label: no judge has seen the person}
otherwise: protects
explains:
  not_in_force: It was not law.
  not_covered: It does not reach this.
  not_yet: Two hours have not passed.
  allows: Something else holds the person.
  broken: It is broken.
  protects: It protects.
examples_share:
  as_of: 2026-12-01T17:00-05:00
  complete: [holds]
  custody: {state: in_custody, custodian: [state_police, transit_police], seen_by_judge: false}
  release: {bail: posted, at: "2026-12-01T14:59-05:00"}
examples:
  - {title: Kept past two hours, expect: broken}
  - title: Two hours to the minute
    case: {release: {at: "2026-12-01T15:00-05:00"}}
    expect: not_yet
  - {title: Bail is not paid, case: {release: {bail: [not_set, set_unpaid]}}, expect: not_covered}
  - title: Somebody else
    case:
      custody:
        custodian: [boston_police, boston_department, boston_affiliate, municipal_police,
                    suffolk_sheriff, county_sheriff, campus_police, trial_court, probation,
                    district_attorney, department_of_correction, youth_services, ice, us_marshals,
                    other_federal, other]
    expect: not_covered
  - {title: Another hold, case: {holds: [{kind: probation, live: true}]}, expect: allows}
  - {title: Another hold has ended, case: {holds: [{kind: probation, live: false}]}, expect: broken}
  - {title: A judge has seen the person, case: {custody: {seen_by_judge: true}}, expect: protects}
  - title: Nobody knows whether a judge has
    case: {custody: {seen_by_judge: unknown}}
    expect: open
  - title: The day before the act
    case: {as_of: "2020-02-29T23:59-05:00", release: {at: "2020-02-29T12:00-05:00"}}
    expect: not_in_force
  - title: The day of the act
    case: {as_of: "2020-03-01T00:00-05:00", release: {at: "2020-02-29T12:00-05:00"}}
    expect: broken
"""


def packs_of(rule: str = SOUND, terms: str = "", **others: str) -> tuple[PolicyPack, ...]:
    """A pack of these rules; the first is the sound one unless it is given."""
    files = {"pack.yaml": HEAD, "rules/keep.yaml": rule}
    files |= {f"rules/{name}.yaml": text for name, text in others.items()}
    if terms:
        files["terms.yaml"] = terms
    return read_packs([PackText("invented", files)])


def proved(rule: str = SOUND, terms: str = "", *cases: WorkedCase, **others: str) -> Proof:
    (proof,) = prove(packs_of(rule, terms, **others), {"invented": cases})
    return proof


def wrong_with(proof: Proof) -> list[str]:
    """What is wrong, without where and what would be right."""
    return [fault.wrong for fault in proof.faults]
