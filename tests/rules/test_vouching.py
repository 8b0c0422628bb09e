"""A rule that rests on a pack for which nobody vouches is not vouched for itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from desktop.domain.documents import read_case
from desktop.domain.findings import Voucher
from desktop.rules.assess import assess
from desktop.rules.lawbook import LawBook
from desktop.rules.pack import PackText, PolicyPack, read_packs
from tests.rules.whole_cases import AS_OF
from tests.rules.written_packs import HEAD, rule

FOREIGN = {
    "pack.yaml": HEAD.replace("id: invented", "id: foreign"),
    "terms.yaml": "bail_paid: {label: bail is paid, means: {fact: release.bail, is: posted}}",
    "rules/a.yaml": rule("y.keeps", "broken_when: {fact: release.bail, is: posted}"),
}
CASE: dict[str, Any] = {"format": "amparo-case/1", "release": {"bail": "posted"}}


def _vouched(pack: PolicyPack, by: Voucher) -> PolicyPack:
    return replace(pack, used=replace(pack.used, vouched_by=by))


def _vouched_for(foreign: Voucher, **rules: str) -> dict[str, bool]:
    """For each rule of our own pack whether somebody vouches for what it says."""
    files = {f"rules/{name}.yaml": rule(f"x.{name}", body) for name, body in rules.items()}
    own, other = read_packs(
        [PackText("own", {"pack.yaml": HEAD, **files}), PackText("foreign", FOREIGN)]
    )
    book = LawBook([_vouched(own, Voucher.RELEASE), _vouched(other, foreign)])
    found = assess(read_case(CASE), book, AS_OF).findings
    return {f.rule: f.vouched_for for f in found if f.rule.startswith("x.")}


WAYS = {
    "by its term": "broken_when: {term: bail_paid}",
    "by its rule": "broken_when: {rule: y.keeps, says: broken}",
    "by what it says of the whole case": "broken_when: {finding: y.keeps, says: broken}",
    "in an exception": "unless: [{id: a, label: a, when: {not: {term: bail_paid}}}]",
}


@pytest.mark.parametrize("body", WAYS.values(), ids=list(WAYS))
def test_what_rests_on_a_foreign_pack_is_not_vouched_for(body: str) -> None:
    assert _vouched_for(Voucher.NOBODY, rests=body, alone="") == {
        "x.rests": False,
        "x.alone": True,
    }


def test_nor_is_what_rests_on_that() -> None:
    told = _vouched_for(
        Voucher.NOBODY,
        rests=WAYS["by its rule"],
        further="broken_when: {rule: x.rests, says: broken}",
    )
    assert told == {"x.rests": False, "x.further": False}


@pytest.mark.parametrize("body", WAYS.values(), ids=list(WAYS))
def test_on_a_pack_with_a_known_signature_a_rule_may_rest(body: str) -> None:
    assert _vouched_for(Voucher.SIGNER, rests=body) == {"x.rests": True}
