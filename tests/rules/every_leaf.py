"""An invented pack whose rules test every kind of fact that a pack can speak of."""

from __future__ import annotations

from desktop.rules.lawbook import LawBook
from desktop.rules.pack import PackText, read_packs
from tests.rules.written_packs import HEAD, rule

_EXPLAINS = """
explains:
  {broken: x, protects: x, allows: x, unsettled: x, not_yet: x, not_covered: x, not_in_force: x}
"""
RULES = {
    "nationality": """
applies_when: {fact: client.nationality, in: [PL, CN, BR, HT]}
unless:
  - id: resident
    label: a Polish resident
    when:
      all: [{fact: client.nationality, is: PL}, {fact: immigration.entry, is: resident}]
broken_when: {not: {fact: client.nationality, in: [BR, PL]}}
""",
    "place": """
broken_when:
  any:
    - {fact: custody.detained_state, in: [MA, ME, NH, RI, PR]}
    - all: [{fact: custody.town, is: Cambridge}, {fact: custody.county, is: Plymouth}]
""",
    "fee": """
due_when: {fact: release.bail_fee, more_than: 0}
unsettled_when: [{fact: release.bail_fee, more_than: 100}]
broken_when: {fact: release.bail_fee, more_than: 40}
""",
    "asked": """
looks_at: case
applies_when: {not: {fact: answers.place_kind, is: street}}
unless:
  - id: school
    label: a school
    when:
      all: [{fact: answers.place_kind, is: school}, {fact: answers.children, more_than: 1}]
unsettled_when: [{fact: answers.waived, is: true}]
broken_when: {fact: answers.place_kind, in: [school, court]}
arguable_when: {not: {fact: answers.children, more_than: 40}}
""",
    "times": """
due_when: {elapsed: answers.entered, at_least_hours: 24}
broken_when: {elapsed: answers.born_here, more_than_hours: 4320}
""",
    "days": """
looks_at: case
unless:
  - id: short
    label: a short hold
    when: {some: holds, where: {kind: [probation, parole], days: {not: {more_than: 30}}}}
broken_when: {some: holds, where: {live: true, days: {more_than: 40}}}
arguable_when: {every: holds, where: {days: {more_than: 1}}}
""",
    "paper": """
looks_at: case
applies_when:
  some: papers
  where: {form: [I-247A, I-247D], office: {mentions: [PERC, Laguna Niguel]}}
due_when: {some: papers, where: {issued_on: {since: 2019-06-01}}}
unless:
  - id: attached
    label: a warrant of ICE's own is attached
    when: {some: papers, where: {attached: [I-200, I-205]}}
unsettled_when:
  - every: papers
    where: {office: {not: {mentions: [Laguna]}}, issued_on: {not: {since: 2026-06-01}}}
broken_when: {some: papers, where: {grounds: {not: [a, b]}}}
arguable_when: {any: [{since: 2026-11-15}, {not: {since: 2017-01-01}}]}
""",
}


QUESTIONS = """
waived:
  ask: Did {person} sign a waiver?
  label: Waiver signed?
  section: arrest
  who_knows: [client]
  takes: yes_no
place_kind:
  ask: What kind of place was it?
  label: Kind of place
  section: done
  who_knows: [family, desk]
  say: "“Where is {person}?”"
  takes: {words: {court: A court, school: A school, street: The street}}
entered:
  ask: When did {person} come?
  label: Came on
  section: person
  who_knows: [client]
  takes: moment
born_here:
  ask: When was the child born?
  label: Child born
  section: person
  who_knows: [client]
  takes: day
children:
  ask: How many children does {person} have?
  label: Children
  section: person
  who_knows: [client]
  takes: number
"""


def files() -> dict[str, str]:
    """The pack's files by name."""
    made = {
        f"rules/{name}.yaml": rule(f"x.{name}", body + _EXPLAINS) for name, body in RULES.items()
    }
    return {"pack.yaml": HEAD, "questions.yaml": QUESTIONS, **made}


def book() -> LawBook:
    return LawBook(read_packs([PackText("invented", files())]))
