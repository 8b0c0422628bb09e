"""Two readings of the same packs, on many random cases in which everything is known.

    python tests/soak/second_opinion.py [cases] [first seed]

Needs clingo, which the tests' lock holds; the program never depends on it.
Prints each rule on which the engine and the solver disagree, with the seed.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

import clingo  # type: ignore[import-not-found, unused-ignore]  # for development only

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from desktop.domain.documents import read_case  # noqa: E402 - found by the line above
from desktop.library.shelves import Library  # noqa: E402
from desktop.rules.assess import assess  # noqa: E402
from tests.rules.whole_cases import moment_of, whole_case  # noqa: E402
from tests.soak.asp_cases import WHAT_FOLLOWS, facts  # noqa: E402
from tests.soak.asp_rules import Program  # noqa: E402

AT_ONCE = 100
BOOK = Library().book
TOWNS = [pack.town for pack in BOOK.packs if pack.town] + ["Quincy", "Lowell", "Arlington"]
Document = dict[str, Any]
Words = dict[tuple[int, str], str]


def documents(seeds: range) -> dict[int, Document]:
    """Whole cases by seed, in towns with rules and without.

    Every paper was read, so that its ticks are known too.
    """
    found = {seed: whole_case(Random(seed)) for seed in seeds}
    for seed, document in found.items():
        chance = Random(seed)
        for paper in document["papers"]:
            paper["seen"] = True
        for custody in (document["custody"], *document["custody"].get("spells", ())):
            if "town" in custody:
                custody["town"] = chance.choice(TOWNS)
    return found


def by_solver(program: str, cases: Mapping[int, Document]) -> Words:
    """What the solver says of each rule and of holding, by seed."""
    lines = [line for seed, document in cases.items() for line in facts(seed, document)]
    control = clingo.Control(["--warn=none"])
    control.add("base", [], program + WHAT_FOLLOWS + "\n".join(lines))
    control.ground([("base", [])])
    said: Words = {}
    with control.solve(yield_=True) as handle:
        (model,) = list(handle)
        for atom in model.symbols(shown=True):
            if atom.name == "hold":
                said[atom.arguments[0].number, "hold"] = atom.arguments[1].string
            else:
                rule, seed, outcome, strength = atom.arguments
                place = (seed.number, rule.string)
                assert place not in said, f"two words: {place}"
                said[place] = f"{outcome.string} {strength.string}".strip()
    return said


def by_engine(cases: Mapping[int, Document]) -> Words:
    """What the engine says of the cases that can be true, by seed."""
    said = Words()
    for seed, document in cases.items():
        found = assess(read_case(document), BOOK, moment_of(document))
        if found.contradictions:
            continue
        said[seed, "hold"] = found.hold.answer.value
        for finding in found.findings:
            strength = finding.strength.value if finding.strength else ""
            said[seed, finding.rule] = f"{finding.outcome.value} {strength}".strip()
    return said


def main(cases: int, first: int) -> int:
    """Compare, tell, and fail where there is a disagreement."""
    began, compared, seed = time.perf_counter(), 0, first
    program = Program(ROOT / "resources" / "packs").text
    apart: Counter[tuple[str, str, str]] = Counter()
    example: dict[tuple[str, str, str], int] = {}
    outcomes: Counter[str] = Counter()
    of_towns = {rule.id for rule in BOOK.law().rules.values() if rule.town}
    told_of_towns = 0
    while compared < cases:
        drawn = documents(range(seed, seed + min(AT_ONCE, cases - compared)))
        seed += len(drawn)
        ours = by_engine(drawn)
        told = {seed: drawn[seed] for seed in dict.fromkeys(seed for seed, _ in ours)}
        theirs = by_solver(program, told)
        compared += len(told)
        for place in sorted(ours.keys() | theirs.keys()):
            words = (place[1], ours.get(place, "nothing"), theirs.get(place, "nothing"))
            outcomes[words[1]] += 1
            told_of_towns += words[0] in of_towns
            if words[1] != words[2]:
                apart[words] += 1
                example.setdefault(words, place[0])
    took, answers = time.perf_counter() - began, outcomes.total()
    print(f"{compared} cases, {answers} answers, {apart.total()} disagreements, {took:.0f} s")
    print(f"{told_of_towns} answers are those of towns' own rules")
    print(f"the next seed is {seed}: {seed - first - compared} of these contradict themselves")
    decided = 1 - outcomes["open"] / answers
    print(f"{decided:.1%} decided: {', '.join(f'{w} {n}' for w, n in outcomes.most_common())}")
    for words, number in apart.most_common():
        rule, ours_, theirs_ = words
        print(f"{rule}: engine {ours_}, solver {theirs_}: {number} times, seed {example[words]}")
    return 1 if apart else 0


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:]]
    raise SystemExit(main(*(numbers + [10_000, 0][len(numbers) :])))
