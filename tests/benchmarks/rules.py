"""The shipped rules on whole cases: plain ``if``s, this engine, and others beside it.

    python tests/benchmarks/rules.py [cases] [turns]

To reach: at most ten times the plain ``if``s without reasons; at most 2 ms a case with
reasons and next questions over all shipped packs; the fastest of those that know what
they do not know. Every outcome is checked equal before anything is timed, and all take
turns. Beside the time stands how many of Python's own steps it takes, which no other work
of the machine can lengthen. Other engines (zen-engine, cel-expr-python, panzi-json-logic
on PyPI) are measured where they are installed; the program never depends on them.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from random import Random
from statistics import mean, median
from time import perf_counter
from types import FrameType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from desktop.domain.case import Case  # noqa: E402 - found by the line above
from desktop.domain.documents import read_case  # noqa: E402
from desktop.domain.findings import Outcome, Reason  # noqa: E402
from desktop.library.shelves import Library  # noqa: E402
from desktop.rules.assess import assess  # noqa: E402
from desktop.rules.judged import Judged, summed  # noqa: E402
from desktop.rules.judging import judge  # noqa: E402
from desktop.rules.snapshot import Snapshot  # noqa: E402
from tests.benchmarks import by_hand  # noqa: E402
from tests.benchmarks.rule_engines import Engine, Outcomes, engines  # noqa: E402
from tests.benchmarks.told_flat import acts_of, custody_of  # noqa: E402
from tests.rules.less_known import less_known  # noqa: E402
from tests.rules.whole_cases import moment_of, whole_case  # noqa: E402

BOOK = Library().book
LAW = BOOK.law()
Told = tuple[Case, datetime]
Says = Callable[[Case, datetime], Outcomes]


def ours(case: Case, as_of: datetime) -> Outcomes:
    """The outcomes of the rules that are also written by hand."""
    snapshot = Snapshot(case, as_of)
    return {rule: _word(judge(LAW, LAW.rules[rule], snapshot)) for rule in by_hand.RULES}


def _word(judged: Judged) -> str:
    told = summed(judged.said)
    return f"{told.word} {told.strength.value}" if told.strength else told.word


def main(cases: int, turns: int) -> None:
    """Check, measure and print."""
    whole = list(_whole_cases(cases))
    peers = tuple(engines(LAW))
    without_reasons(whole, peers, turns)
    with_reasons(cases, turns)
    not_known(peers, cases)


# ------------------------------------------------------------------ without reasons


def without_reasons(whole: Sequence[Told], peers: Sequence[Engine], turns: int) -> None:
    """Outcomes alone, of cases in which everything is known."""
    says: dict[str, Says] = {"plain ifs": by_hand.outcomes, "amparo": ours}
    says |= {peer.name: peer for peer in peers}
    for case, as_of in whole:
        floor = by_hand.outcomes(case, as_of)
        for name, engine in says.items():
            apart = {r: (w, floor[r]) for r, w in engine(case, as_of).items() if w != floor[r]}
            if apart:
                raise SystemExit(f"{name} says otherwise than the plain ifs: {apart}")
    took: dict[str, list[float]] = {name: [] for name in (*says, "telling others the facts")}
    for _ in range(turns):
        for name, engine in (*says.items(), ("telling others the facts", _tell)):
            took[name].append(_a_case(whole, engine))
    print(
        f"{len(whole)} whole cases, {len(by_hand.RULES)} rules, all outcomes equal; {turns} turns"
    )
    for name, times in took.items():
        ratio = median(t / floor for t, floor in zip(times, took["plain ifs"], strict=True))
        print(f"  {name:26} {1e6 * median(times):8.1f} µs a case   {ratio:7.1f} times the floor")
    least, own = (_steps(whole[:40], says[name]) for name in ("plain ifs", "amparo"))
    print(f"  in steps of Python itself: {own:,.0f} a case, {own / least:.1f} times the floor")
    for peer in peers:
        print(f"  {peer.name} took {peer.load_ms:.0f} ms to load")


def _tell(case: Case, as_of: datetime) -> Outcomes:
    """What the others need before they begin."""
    custody_of(case, as_of)
    list(acts_of(case))
    return {}


def _a_case(whole: Sequence[Told], engine: Says) -> float:
    began = perf_counter()
    for case, as_of in whole:
        engine(case, as_of)
    return (perf_counter() - began) / len(whole)


def _steps(whole: Sequence[Told], engine: Says) -> float:
    """How many steps of Python a case takes, once everything is warm."""
    taken = 0

    def count(frame: FrameType, event: str, _: object) -> Any:
        nonlocal taken
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        taken += event == "opcode"
        return count

    _a_case(whole, engine)
    sys.settrace(count)
    try:
        _a_case(whole, engine)
    finally:
        sys.settrace(None)
    return taken / len(whole)


# ------------------------------------------------------------------ with reasons


def with_reasons(cases: int, turns: int) -> None:
    """Whole assessments over all shipped packs, every reason read.

    A case is seen for the first time among others of its kind; later what was known of
    a rule before is recalled, as it is while one answer after another is given.
    """
    print(f"with reasons and next questions, {len(LAW.rules)} rules of all shipped packs")
    for name, told in _KINDS.items():
        documents = list(told(cases))
        took, spread, reasons = [], [], 0
        for _ in range(turns):
            times = []
            for case, as_of in documents:
                began = perf_counter()
                found = assess(case, BOOK, as_of)
                reasons += sum(_read(finding.reasons) for finding in found.findings)
                times.append(perf_counter() - began)
            took.append(mean(times))
            spread.append(max(times))
        told_of = reasons // (turns * len(documents))
        first, again = 1000 * took[0], 1000 * median(took[1:])
        print(
            f"  {name:26} {first:6.2f} ms a case at first sight, {again:.2f} recalled, slowest "
            f"{1000 * median(spread):.1f}; {told_of} reasons; {len(documents)} cases"
        )


def _read(reasons: Sequence[Reason]) -> int:
    return sum(1 + _read(reason.reasons) for reason in reasons)


def _whole_cases(cases: int) -> Iterator[Told]:
    """Of one custody, as the plain ifs can judge them."""
    for document in _documents(cases):
        yield read_case(document), moment_of(document)


def _documents(cases: int) -> Iterator[dict[str, object]]:
    seed = 0
    while cases:
        document, seed = whole_case(Random(seed)), seed + 1
        if not document["custody"].get("spells"):
            cases -= 1
            yield document


def _partly(kept: float) -> Callable[[int], Iterator[Told]]:
    def told(cases: int) -> Iterator[Told]:
        for number, document in enumerate(_documents(cases)):
            less = less_known(document, Random(number), kept)
            yield read_case(less), moment_of(less)

    return told


def _worked(_: int) -> Iterator[Told]:
    """The examples that stand beside the rules."""
    for rule in LAW.rules.values():
        for example in rule.examples:
            case = read_case(example.case)
            if case.as_of is not None and case.as_of.exact is not None:
                yield case, case.as_of.exact


_KINDS: Mapping[str, Callable[[int], Iterator[Told]]] = {
    "examples of the rules": _worked,
    "everything known": _whole_cases,
    "six answers of ten known": _partly(0.6),
    "three answers of ten known": _partly(0.3),
    "nothing known": _partly(0.0),
}

# ------------------------------------------------------------------ what is not known


def not_known(peers: Sequence[Engine], cases: int) -> None:
    """Half of the answers gone, lists whole: who takes silence for an answer?"""
    print(f"{cases} cases with half of the answers gone, rules on custody")
    counted: dict[str, Counter[str]] = {peer.name: Counter() for peer in peers}
    for number, document in enumerate(_documents(cases)):
        less = less_known(document, Random(number), 0.5)
        less |= {
            name: document[name] for name in ("papers", "holds", "charges", "acts", "complete")
        }
        case, as_of = read_case(less), moment_of(less)
        right = ours(case, as_of)
        for peer in peers:
            said = peer.of_custody(custody_of(case, as_of))
            counted[peer.name].update(_compared(right[rule], word) for rule, word in said.items())
    for name, count in counted.items():
        of = f"of {count['silent'] + count['guessed']} open"
        print(
            f"  {name:26} {count['guessed']:5} {of} answered all the same; "
            f"{count['cautious']} left open that every completion decides; "
            f"{count['wrong']} otherwise wrong"
        )


def _compared(right: str, word: str) -> str:
    decided = word in {outcome.value for outcome in Outcome} | {"broken strong", "broken arguable"}
    if right == Outcome.OPEN.value:
        return "guessed" if decided else "silent"
    if not decided:
        return "cautious"
    return "right" if right == word else "wrong"


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:]]
    main(*(numbers + [300, 15][len(numbers) :]))
