"""The packs' YAML as an answer-set program: a second reading of the same text.

For development only. It shares nothing with the engine: no grammar, no diagram, no
snapshot. Where the two disagree on a case in which everything is known, one of them
is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from tests.soak.asp_conditions import Conditions, Node, quoted, start_of

GRAVEST_FIRST = (
    ("broken", "strong"),
    ("broken", "arguable"),
    ("unsettled", ""),
    ("allows", ""),
    ("protects", ""),
    ("alert", ""),
    ("not_yet", ""),
    ("not_in_force", ""),
    ("not_covered", ""),
)
_KINDS = "all any none not fact some every elapsed since term rule finding always".split()
_LAST_WORD = """
%%% Over past spells and the custody now the gravest word counts.
heard(R,C,O,S) :- looks_at(R,custody), says(R,f(C,now),O,S).
heard(R,C,O,S) :- looks_at(R,custody), says(R,f(C,spell(I)),O,S).
heard(R,C,O,S) :- looks_at(R,case), says(R,f(C,now),O,S).
heard(R,C,O,S) :- looks_at(R,acts), says(R,f(C,act(I)),O,S), of_kind(R,C,I),
                   covered(R,f(C,act(I))), O != "not_covered".
heard(R,C,O,S) :- counts_the_arrest(R), says(R,f(C,arrest),O,S),
                   covered(R,f(C,arrest)), O != "not_covered".
final(R,C,O,S) :- heard(R,C,O,S), rank(O,S,N), N = #min { M : heard(R,C,P,T), rank(P,T,M) }.

%%% Where nobody did such a thing it depends on who holds, and on the law of today.
nobody(R,C) :- looks_at(R,acts), case(C), not heard(R,C,_,_).
today(R,C,"not_in_force") :- nobody(R,C), bound(R,C), kind_today(R,C,"not_in_force").
today(R,C,"unsettled") :- nobody(R,C), bound(R,C), kind_today(R,C,"unsettled").
today(R,C,"unsettled") :- nobody(R,C), bound(R,C), not kind_today(R,C,_), doubt_without_act(R,C).
today(R,C,O) :- nobody(R,C), bound(R,C), not kind_today(R,C,_), not doubt_without_act(R,C),
                otherwise(R,O).
today(R,C,"unsettled") :- nobody(R,C), not bound(R,C), unclear(R,C).
today(R,C,"not_covered") :- nobody(R,C), not bound(R,C), not unclear(R,C).
final(R,C,O,"") :- today(R,C,O).

%%% A town's own rules are told where its police hold, held, arrested or did something.
acted(C) :- said(C,"custody.custodian","municipal_police").
acted(C) :- said(C,"custody.arrested_by","municipal_police").
acted(C) :- field(C,acts,_,"by","municipal_police").
comes_up(C,T) :- acted(C), v(f(C,now),"custody.town",T).
comes_up(C,T) :- v(f(C,spell(I)),"actor","municipal_police"), v(f(C,spell(I)),"custody.town",T).
told(R,C,O,S) :- final(R,C,O,S), not of_town(R,_).
told(R,C,O,S) :- final(R,C,O,S), of_town(R,T), comes_up(C,T).

%%% The answer on holding, in the contract's order.
hold(C,"federal_custody") :- case(C), holds("federal_custody",C).
hold(C,"released") :- case(C), holds("let_go",C), not hold(C,"federal_custody").
later(C) :- hold(C,"federal_custody"). later(C) :- hold(C,"released").
hold(C,"not_due") :- case(C), not later(C), not holds("release_due",C).
due(C) :- case(C), not later(C), holds("release_due",C).
hold(C,"other_basis") :- due(C), holds("other_lawful_hold",C).
hold(C,"court_warrant") :- due(C), not holds("other_lawful_hold",C),
                           holds("court_arrest_warrant",C).
bare(C) :- due(C), not holds("other_lawful_hold",C), not holds("court_arrest_warrant",C).
hold(C,"unlawful") :- bare(C), decides_holding(R), says(R,f(C,now),"broken",_).
hold(C,"unsettled") :- bare(C), not hold(C,"unlawful").

#show told/4.
#show hold/2.
"""


class Program:
    """The rules and terms of some packs, written out as rules of logic."""

    def __init__(self, folder: Path) -> None:
        self._lines: list[str] = []
        terms: dict[str, Node] = {}
        packs = [head.parent for head in sorted(folder.glob("*/pack.yaml"))]
        for pack in packs:
            if (pack / "terms.yaml").exists():
                terms.update(_read(pack / "terms.yaml"))
        self._conditions = Conditions(terms, self._lines.append)
        for pack in packs:
            town = _read(pack / "pack.yaml").get("town", "")
            for path in sorted((pack / "rules").glob("*.yaml")):
                self._rule(_read(path), town)
        for name in terms:
            self._add(f'holds("{name}",C) :- case(C), c({self._conditions.term(name)},f(C,now)).')
        for number, (outcome, strength) in enumerate(GRAVEST_FIRST):
            self._add(f'rank("{outcome}","{strength}",{number}).')

    @property
    def text(self) -> str:
        return "\n".join(self._lines) + _LAST_WORD

    def _add(self, line: str) -> None:
        self._lines.append(line)

    # Rules: says(rule, frame, outcome, strength).

    def _rule(self, rule: Node, town: str) -> None:
        name = rule["id"]
        stage = f'says("{name}",F'
        self._add(
            f'looks_at("{name}",{rule["looks_at"]}). otherwise("{name}","{rule["otherwise"]}").'
        )
        if rule.get("decides_holding"):
            self._add(f'decides_holding("{name}").')
        self._versions(name, rule)
        self._whom(name, rule, town)
        gates = [f'covered("{name}",F)', *self._gates(rule)]
        open_gates = f'frame(F), not kind("{name}",F,"not_in_force")'
        self._add(f'{stage},"not_in_force","") :- frame(F), kind("{name}",F,"not_in_force").')
        for gate, outcome in zip(gates, ("not_covered", "not_covered", "not_yet"), strict=True):
            self._add(f'{stage},"{outcome}","") :- {open_gates}, not {gate}.')
            open_gates += f", {gate}"
        out = next(self._conditions.numbers)
        for exception in rule.get("unless", []):
            applies = self._exception(exception)
            self._add(f"c({out},F) :- c({applies},F).")
            outcome = exception.get("outcome", "allows")
            self._add(f'{stage},"{outcome}","") :- {open_gates}, c({applies},F).')
        rest = f"{open_gates}, not c({out},F)"
        doubt = self._conditions.any_of(rule.get("unsettled_when", []))
        self._add(f'c({doubt},F) :- kind("{name}",F,"unsettled").')
        self._add(f'c({doubt},F) :- unclear_actor("{name}",F).')
        self._add(f'{stage},"unsettled","") :- {rest}, c({doubt},F).')
        rest += f", not c({doubt},F)"
        broken = self._conditions.any_of([rule["broken_when"]] if rule.get("broken_when") else [])
        arguable = self._conditions.any_of(
            [rule["arguable_when"]] if rule.get("arguable_when") else []
        )
        strength = rule.get("strength", "strong")
        self._add(f'{stage},"broken","arguable") :- {rest}, c({broken},F), c({arguable},F).')
        self._add(f'{stage},"broken","{strength}") :- {rest}, c({broken},F), not c({arguable},F).')
        self._add(f'{stage},"{rule["otherwise"]}","") :- {rest}, not c({broken},F).')
        if rule.get("no_act_unsettled_when"):
            number = self._conditions.condition(rule["no_act_unsettled_when"])
            self._add(f'doubt_without_act("{name}",C) :- case(C), c({number},f(C,now)).')

    def _gates(self, rule: Node) -> Iterator[str]:
        for key in ("applies_when", "due_when"):
            yield f"c({self._conditions.condition(rule.get(key) or {'always': True})},F)"

    def _exception(self, exception: Node) -> int:
        """c(number, frame): the exception's condition holds, and none of its own exceptions."""
        when = self._conditions.condition(exception["when"])
        inner = "".join(f", not c({self._exception(e)},F)" for e in exception.get("unless", []))
        number = next(self._conditions.numbers)
        self._add(f"c({number},F) :- c({when},F){inner}.")
        return number

    def _versions(self, name: str, rule: Node) -> None:
        """kind(rule, frame, what): where the law of the day makes it no law, or doubtful."""
        versions = rule.get("versions", [])
        for version, after in zip(versions, [*versions, None][1:], strict=True):
            if not version.get("outcome"):
                continue
            begun = f", T >= {start_of(version['from'])}" if version.get("from") else ""
            over = f", T < {start_of(after['from'])}" if after else ""
            what = f'"{version["outcome"]}"'
            governs = f"governs(F,{rule['governed_by']},T)"
            self._add(f'kind("{name}",F,{what}) :- frame(F), {governs}{begun}{over}.')
            self._add(f'kind_today("{name}",C,{what}) :- now(C,T){begun}{over}.')

    def _whom(self, name: str, rule: Node, town: str) -> None:
        """covered(rule, frame): by whom it is bound, or watched; a town's rule, in that town."""
        bound, unclear = rule.get("binds", []), rule.get("unclear_for", [])
        watched = rule.get("also_acts_by", [])
        if not bound:
            self._add(f'covered("{name}",F) :- frame(F). bound("{name}",C) :- case(C).')
        there = here = ""
        if town:
            self._add(f'of_town("{name}",{quoted(town)}).')
            there = f', v(F,"custody.town",{quoted(town)})'
            here = f', v(f(C,now),"custody.town",{quoted(town)})'
        for agency in bound:
            self._add(f'bound("{name}",C) :- v(f(C,now),"actor","{agency}"){here}.')
        for agency in unclear:
            self._add(f'unclear("{name}",C) :- v(f(C,now),"actor","{agency}").')
            self._add(f'unclear_actor("{name}",F) :- v(F,"actor","{agency}").')
        for agency in [*bound, *unclear, *watched]:
            self._add(f'covered("{name}",F) :- v(F,"actor","{agency}"){there}.')
        if rule.get("counts_the_arrest"):
            self._add(f'counts_the_arrest("{name}").')
        for kind in rule.get("act_kinds", []):
            self._add(f'of_kind("{name}",C,I) :- field(C,acts,I,"kind","{kind}").')


def _read(path: Path) -> Node:
    found: Node = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    return found
