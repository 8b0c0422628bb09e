"""Other rule engines, told of the same rules and facts, where they are installed.

They are in no list of the project. Each rule is one expression made ready once; over
several acts their words are put together as for the plain ``if``s.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from time import perf_counter
from typing import Any

from desktop.domain.case import Case
from desktop.rules.compiled import Law, rests_on
from desktop.system.resources import resource
from tests.benchmarks import by_hand
from tests.benchmarks.by_hand_acts import ON_ACTS, together
from tests.benchmarks.dialects import CEL, ZEN, Dialect, JsonLogic, Translated
from tests.benchmarks.told_flat import Flat, acts_of, custody_of

Outcomes = dict[str, str]
Expression = Callable[[Any, Flat], object]
"""A rule made ready: what it says from what the engine was told of a frame, and the frame."""


@dataclass(frozen=True)
class Engine:
    """How an engine is told of a frame, and its expressions, in the order in which they rest."""

    name: str
    load_ms: float
    tell: Callable[[Flat], object]
    on_custody: Mapping[str, Expression]
    on_acts: Mapping[str, Expression]
    named: frozenset[str]
    heeded: Mapping[str, frozenset[object]]
    kinds: Mapping[str, tuple[str, ...]]

    def __call__(self, case: Case, as_of: datetime) -> Outcomes:
        said = self.of_custody(custody_of(case, as_of))
        heard: dict[str, list[str]] = {rule: [] for rule in ON_ACTS}
        for kind, act in acts_of(case):
            told = self.tell(act)
            for rule, expression in self.on_acts.items():
                if kind in self.kinds[rule] and act["f"]["actor"] in self.heeded[rule]:
                    heard[rule].append(str(expression(told, act)))
        return said | together(case, as_of, heard)

    def of_custody(self, flat: Flat) -> Outcomes:
        """What each rule on custody says; a word that nobody knows where it does not know."""
        told, said = self.tell(flat), {}
        for rule, expression in self.on_custody.items():
            said[rule] = str(expression(told, flat))
            if rule in self.named and said[rule] in _WORDS:
                flat["said"][rule.replace(".", "_")] = said[rule]
                told = self.tell(flat)
        return said


_WORDS = frozenset(
    "broken strong|broken arguable|protects|allows|not_yet|not_covered|unsettled|"
    "not_in_force|alert".split("|")
)


def engines(law: Law) -> Iterator[Engine]:
    """Each that is installed here."""
    written = Translated(resource("packs"))
    order = [rule for rule in law.roots if rule in by_hand.RULES]
    for module, name, made in _KNOWN:
        if find_spec(module.partition(".")[0]):
            texts = {rule: written.outcome(rule, _SPEAKS[name]) for rule in order}
            began = perf_counter()
            tell, ready = made(import_module(module))
            expressions = {rule: ready(text) for rule, text in texts.items()}
            yield Engine(
                name,
                1000 * (perf_counter() - began),
                tell,
                {rule: expressions[rule] for rule in order if rule not in ON_ACTS},
                {rule: expressions[rule] for rule in ON_ACTS},
                frozenset(named for rule in order for named in rests_on(law.rules[rule])),
                {rule: law.rules[rule].heeded for rule in ON_ACTS},
                {rule: law.rules[rule].act_kinds for rule in ON_ACTS},
            )


_Made = tuple[Callable[[Flat], object], Callable[[Any], Expression]]


def _zen(zen: Any) -> _Made:
    def ready(text: str) -> Expression:
        expression = zen.compile_expression(text)

        def evaluate(_: object, flat: Flat) -> object:
            try:
                return expression.evaluate(flat)
            except RuntimeError:  # a fact is missing that it would compare
                return None

        return evaluate

    return lambda flat: flat, ready


def _cel(cel: Any) -> _Made:
    names = "f hours law said papers holds act".split()
    environment = cel.NewEnv(variables=dict.fromkeys(names, cel.Type.DYN))

    def ready(text: str) -> Expression:
        expression = environment.compile(text)
        return lambda told, _: expression.eval(told).value()

    return environment.Activation, ready


def _json_logic(module: Any) -> _Made:
    apply = module.jsonLogic
    return lambda flat: flat, lambda tree: lambda _, flat: apply(tree, flat)


_KNOWN: tuple[tuple[str, str, Callable[[Any], _Made]], ...] = (
    ("zen", "zen-engine", _zen),
    ("cel_expr_python.cel", "cel-expr-python", _cel),
    ("json_logic", "panzi-json-logic", _json_logic),
)
_SPEAKS: Mapping[str, Dialect] = {
    "zen-engine": ZEN,
    "cel-expr-python": CEL,
    "panzi-json-logic": JsonLogic(),
}
