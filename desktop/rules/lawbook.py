"""The packs on the shelf, compiled; and compiled again without a rule, when somebody asks."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.rules.compiled import Law, compile_law, leaving_out
from desktop.rules.pack import PolicyPack


class LawBook:
    """Packs ready to apply. Leaving a rule out is a law of its own, made once."""

    def __init__(self, packs: Sequence[PolicyPack]) -> None:
        self.packs = tuple(packs)
        self._laws: dict[frozenset[str], Law] = {}

    def law(self, without: Sequence[str] = ()) -> Law:
        key = frozenset(without)
        law = self._laws.get(key)
        if law is None:
            law = leaving_out(self.law(), sorted(key)) if key else compile_law(self.packs)
            self._laws[key] = law
        return law

    @property
    def rule_ids(self) -> tuple[str, ...]:
        return tuple(rule.id for pack in self.packs for rule in pack.rules)
