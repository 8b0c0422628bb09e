"""Cases with the assessment that rules would give, made by hand, so that letters stand alone.

People are invented. Each situation is named by what it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from desktop.domain.case import Case
from desktop.domain.documents import read_case
from desktop.domain.findings import (
    ActConclusion,
    Assessment,
    Cite,
    ClockRun,
    Finding,
    HoldAnswer,
    Holding,
    KeyDate,
    Outcome,
    PackUsed,
    Strength,
)
from desktop.domain.letters import ClinicDetails, Letter, NameOnPaper
from desktop.letters.compose import compose

NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
CLINIC = ClinicDetails("Harborlight Legal Clinic", "(617) 555-0100", "Monday to Friday, 9 to 5")
CHECKED = date(2026, 11, 22)
LUNN = "Lunn v. Commonwealth, 477 Mass. 517, 527-532 (2017)"
_ACTS = ActConclusion(Outcome.NOT_COVERED, ())


@dataclass(frozen=True)
class Situation:
    """A case, and what the rules say of it."""

    case: Case
    assessment: Assessment

    def letter(
        self,
        language: str = "en",
        name: NameOnPaper = NameOnPaper.NONE,
        clinic: ClinicDetails = CLINIC,
        kind: str = "rights",
    ) -> Letter:
        return compose(kind, self.case, self.assessment, language, name, clinic, NOW)


def cite(text: str = LUNN, level: str = "A", *, stale: bool = False) -> Cite:
    return Cite(text, level, "V", CHECKED, "in force", "tests", stale=stale)


def finding(
    rule: str,
    outcome: Outcome,
    *,
    strength: Strength | None = None,
    binds: str | None = None,
    cites: tuple[Cite, ...] | None = None,
) -> Finding:
    sources = (cite(),) if cites is None else cites
    return Finding(
        rule, rule, "hold", outcome, strength, binds, "", "", sources, (), (), (), (outcome,)
    )


def assessment(
    hold: HoldAnswer,
    findings: Iterable[Finding] = (),
    *,
    rests_on: tuple[str, ...] = (),
    asks: tuple[str, ...] = (),
    clocks: tuple[ClockRun, ...] = (),
    dates: tuple[KeyDate, ...] = (),
) -> Assessment:
    return Assessment(
        as_of=NOW,
        packs=(PackUsed("us-ma", "1", "0" * 64, "Massachusetts"),),
        findings=tuple(findings),
        hold=Holding(hold, rests_on, tuple((rule, True) for rule in rests_on), asks),
        transfer=_ACTS,
        notify=_ACTS,
        question=_ACTS,
        ice=_ACTS,
        papers=(),
        clocks=clocks,
        dates=dates,
        ask_next=(),
        contradictions=(),
        warnings=(),
    )


def case(
    custody: Mapping[str, object] | None = None,
    release: Mapping[str, object] | None = None,
    **more: object,
) -> Case:
    document: dict[str, object] = {"format": "amparo-case/1", **more}
    if custody:
        document["custody"] = {"state": "in_custody", **custody}
    if release:
        document["release"] = dict(release)
    return read_case(document)


PAID = {"event": "bail_posted", "at": "2026-11-24T02:10-05:00", "still_held": True}
BROKEN = (finding("ma.lunn", Outcome.BROKEN, strength=Strength.STRONG),)
BOSTON_BROKEN = (
    finding(
        "boston.hold",
        Outcome.BROKEN,
        strength=Strength.STRONG,
        cites=(cite("City of Boston Code § 11-1.9(B)"),),
    ),
    *BROKEN,
    finding("boston.transfer", Outcome.PROTECTS, binds="boston_police"),
    finding("boston.information", Outcome.PROTECTS, binds="boston_police"),
)
TWO_CLOCKS = (
    ClockRun("us.form_clock", NOW, NOW + timedelta(hours=48), "the form's way"),
    ClockRun("us.regulation_clock", NOW, NOW + timedelta(hours=72), "the regulation's way"),
)
SAME_CLOCKS = (TWO_CLOCKS[0], replace(TWO_CLOCKS[0], rule="us.regulation_clock"))


def unlawful(
    custodian: str,
    findings: tuple[Finding, ...] = BROKEN,
    *,
    custody: Mapping[str, object] | None = None,
    release: Mapping[str, object] = PAID,
    clocks: tuple[ClockRun, ...] = (),
    dates: tuple[KeyDate, ...] = (),
    **more: object,
) -> Situation:
    rests_on = tuple(
        found.rule
        for found in findings
        if (found.rule == "ma.lunn" or found.rule.endswith(".hold"))
        and found.outcome is Outcome.BROKEN
    )
    return Situation(
        case({"custodian": custodian, **(custody or {})}, release, **more),
        assessment(HoldAnswer.UNLAWFUL, findings, rests_on=rests_on, clocks=clocks, dates=dates),
    )


def held(
    hold: HoldAnswer,
    custodian: str | None = None,
    findings: Iterable[Finding] = (),
    *,
    asks: tuple[str, ...] = (),
    custody: Mapping[str, object] | None = None,
    release: Mapping[str, object] | None = None,
    **more: object,
) -> Situation:
    held_by = {"custodian": custodian} if custodian else {}
    return Situation(
        case({**held_by, **(custody or {})}, release, **more),
        assessment(hold, findings, rests_on=("ma.lunn",), asks=asks),
    )
