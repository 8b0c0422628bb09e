"""Proving packs before anybody relies on them, and telling an old pack from a new one.

A pack is proved among the shipped ones, whose terms and rules it may use; one from
outside takes the place of a shipped one of its id.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.rules.canonical import PackDocuments
    from desktop.rules.proof.compare import Change
    from desktop.rules.proof.examples import WorkedCase
    from desktop.rules.proof.prove import Proof

_CASES = "cases"


def check_packs(places: Sequence[Path] = ()) -> tuple[Proof, ...]:
    """Prove the packs in these folders, or all that are shipped. Raises PackRefused."""
    from desktop.rules.pack import read_packs  # noqa: PLC0415 - the window paints first
    from desktop.rules.proof.prove import prove  # noqa: PLC0415

    shipped = _by_id(_shipped())
    given = _by_id([folder for place in places for folder in _packs_in(place)])
    folders = {**shipped, **given}
    packs = read_packs([documents for documents, _ in folders.values()])
    cases = {pack_id: _cases(place) for pack_id, (_, place) in folders.items()}
    return prove(packs, cases, given or None)


def compare_packs(old: Path, new: Path) -> tuple[Change, ...]:
    """What became of each rule between two packs, or two folders of packs. Raises PackRefused."""
    from desktop.rules.pack import read_packs  # noqa: PLC0415
    from desktop.rules.proof.compare import compare  # noqa: PLC0415

    before, after = _by_id(_packs_in(old)), _by_id(_packs_in(new))
    beside = {
        pack_id: found
        for pack_id, found in _by_id(_shipped()).items()
        if pack_id not in before and pack_id not in after
    }
    old_ones, new_ones = (
        [documents for documents, _ in {**found, **beside}.values()] for found in (before, after)
    )
    return compare(read_packs(old_ones, new_ones), read_packs(new_ones, old_ones))


def _shipped() -> Sequence[Path]:
    from desktop.library.shelves import pack_folders  # noqa: PLC0415
    from desktop.system.resources import resource  # noqa: PLC0415

    return pack_folders(resource("packs"))


def _packs_in(place: Path) -> Sequence[Path]:
    """The pack in a folder or file, or all packs in a folder of packs. Raises PackRefused."""
    from desktop.library.shelves import pack_folders  # noqa: PLC0415
    from desktop.rules.strict_yaml import PackRefused  # noqa: PLC0415

    if not place.is_dir() or (place / "pack.yaml").exists():
        return (place,)
    inside = pack_folders(place)
    if not inside:
        raise PackRefused(str(place), "holds no pack.yaml", "Name a pack, or a folder of packs")
    return inside


def _by_id(places: Sequence[Path]) -> dict[str, tuple[PackDocuments, Path]]:
    from desktop.library.pack_files import documents_at  # noqa: PLC0415
    from desktop.rules.strict_yaml import PackRefused  # noqa: PLC0415

    found: dict[str, tuple[PackDocuments, Path]] = {}
    for place in places:
        documents = documents_at(place)
        pack_id = str(documents.head.get("id"))
        if pack_id in found:
            wrong = f"has the id {pack_id!r}, which {found[pack_id][1]} has"
            raise PackRefused(str(place), wrong, "Name one of them")
        found[pack_id] = documents, place
    return found


def _cases(place: Path) -> Sequence[WorkedCase]:
    """The worked cases that lie with a pack. Raises PackRefused."""
    from desktop.library.pack_files import read_text  # noqa: PLC0415
    from desktop.rules.proof.examples import WorkedCase  # noqa: PLC0415
    from desktop.rules.strict_yaml import PackRefused  # noqa: PLC0415

    cases = []
    for path in sorted((place / _CASES).glob("*.json")):
        name = f"{place.resolve().name}/{_CASES}/{path.name}"
        try:
            told = json.loads(read_text(path))
            cases.append(WorkedCase(name, dict(told["case"]), dict(told["expect"])))
        except json.JSONDecodeError as error:
            where = f"{name}, line {error.lineno}"
            raise PackRefused(where, f"is not JSON: {error.msg}", "Mend it there") from error
        except (KeyError, TypeError, ValueError) as error:
            raise PackRefused(name, "is not a worked case", "Write case and expect") from error
    return cases


def proof_lines(proof: Proof) -> Iterator[str]:
    """What was found of a pack, for a person: the verdict first, then figures and questions."""
    count = len(proof.faults)
    verdict = f"{count} fault{'s' if count > 1 else ''}" if count else "holds"
    counts = f"{len(proof.pack.rules)} rules, {proof.examples} examples, {proof.cases} cases"
    yield f"{proof.pack.used.id}  {proof.pack.used.version}  {verdict}: {counts}"
    whole = [tried for tried in proof.knowledge if tried.exhaustive]
    chance = [tried for tried in proof.knowledge if not tried.exhaustive]
    states = sum(tried.states for tried in whole)
    yield f"    more knowledge: {len(whole)} rules in all of their {states:,} states"
    for tried in chance:
        steps = f"{tried.tried:,} steps by chance among {tried.states:.1e} states"
        yield f"        {tried.rule}: {steps}"
    score = proof.score
    live = score.killed + len(score.survivors)
    yield (
        f"    small mistakes: {score.share:.1%} noticed ({score.killed} of {live}); "
        f"{score.same} change nothing, {score.waived} waived with a reason"
    )
    if proof.awaited:
        yield f"    its cases speak of rules that no pack has: {', '.join(proof.awaited)}"
    for question in proof.questions:
        yield f"    {question.of}: as in “{question.near}”, but {question.differs}"
        yield f"        case: {json.dumps(question.facts, ensure_ascii=False)}"
        yield "        Which outcome, hours and days are right? An attorney's answer would catch:"
        yield from (f"            {caught}" for caught in question.catches)
    for mistake in proof.unasked:
        yield f"    no case was found that shows: {mistake.place}: {mistake.told}"


def change_lines(changes: Sequence[Change]) -> Iterator[str]:
    """What became of the rules, for a person; those that did not change are only counted."""
    from desktop.rules.proof.compare import Kind  # noqa: PLC0415

    told = {
        Kind.ADDED: "is new",
        Kind.REMOVED: "is gone",
        Kind.CHANGED: "says something else",
        Kind.REWORDED: "says the same, in other words or with other sources or examples",
    }
    for change in changes:
        if change.kind in told:
            yield f"{change.rule} {told[change.kind]}: {change.title}"
        if change.shown is not None:
            yield f"    as in “{change.shown.near}”, but {change.shown.differs}"
            yield f"    before: {change.shown.before}; now: {change.shown.after}"
        elif change.kind is Kind.CHANGED:
            yield "    no case was found that shows the difference"
    kinds = [change.kind for change in changes]
    yield ", ".join(f"{kinds.count(kind)} {kind.value}" for kind in Kind)
