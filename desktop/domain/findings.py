"""What the rules say of a case, and why, step by step.

Findings have an outcome; conditions and reasons have a verdict. The two are
different things: a condition can fail in a finding that protects.

Findings and reasons are made by the hundred for each case, so they are tuples: ten
times as fast to make as the others here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from desktop.domain.question import Question
from desktop.domain.questions import BY_KEY
from desktop.domain.standing import Standing


class Outcome(StrEnum):
    """What a rule can say. The words stay steady (assessment format 1)."""

    BROKEN = "broken"
    PROTECTS = "protects"
    ALLOWS = "allows"
    NOT_YET = "not_yet"
    NOT_COVERED = "not_covered"
    UNSETTLED = "unsettled"
    OPEN = "open"
    NOT_IN_FORCE = "not_in_force"
    ALERT = "alert"


class Strength(StrEnum):
    """How firmly "broken" can be said; of no other outcome."""

    STRONG = "strong"
    ARGUABLE = "arguable"


class Verdict(StrEnum):
    """Of a condition or a reason."""

    HOLDS = "holds"
    FAILS = "fails"
    OPEN = "open"


class HoldAnswer(StrEnum):
    """The answer on holding, in the order in which each is looked at."""

    FEDERAL_CUSTODY = "federal_custody"
    RELEASED = "released"
    NOT_DUE = "not_due"
    OTHER_BASIS = "other_basis"
    COURT_WARRANT = "court_warrant"
    UNSETTLED = "unsettled"
    UNLAWFUL = "unlawful"
    OPEN = "open"


class Voucher(StrEnum):
    """Who stands behind a pack. Nothing prints for a client that nobody stands behind."""

    RELEASE = "release"
    SIGNER = "signer"
    UNKNOWN_SIGNER = "unknown_signer"
    NOBODY = "nobody"
    CHANGED = "changed"


@dataclass(frozen=True)
class Cite:
    """Where a rule stands, and how sure we are of it.

    ``print_level``: A with pinpoint, B without paragraph, C never for a client.
    ``grade`` is the law record's own code; ``status`` a sentence on its life: in a pack as
    it was last checked, in a finding as of the day of the case, as far as ``history`` knows.
    """

    text: str
    print_level: str
    grade: str
    checked_on: date
    status: str
    source: str
    stale_after: int = 365
    stale: bool = False
    history: tuple[Standing, ...] = ()

    @cached_property
    def fresh_until(self) -> date:
        """The last day on which nobody has to look it up again."""
        return self.checked_on + timedelta(days=self.stale_after)


class Reason(NamedTuple):
    """One step: a condition in words, how it came out, and the steps under it."""

    text: str
    verdict: Verdict
    fact: str | None = None
    reasons: tuple[Reason, ...] = ()


class ExceptionLookedAt(NamedTuple):
    """An exception of a rule, and whether it applies here."""

    id: str
    label: str
    verdict: Verdict
    cite: str | None = None


class Advice(NamedTuple):
    """What follows from a finding: words for the client, what staff do now, what can be asked for.

    ``for_client`` is empty where nothing may be said; it states law, and rests on sources
    that may be printed.
    """

    for_client: str = ""
    next_steps: tuple[str, ...] = ()
    remedies: tuple[str, ...] = ()


class Finding(NamedTuple):
    """What one rule says of the case. ``possible`` has more than one member only when open.

    ``vouched_for``: somebody stands behind every pack on which the rule rests.
    """

    rule: str
    title: str
    act: str
    outcome: Outcome
    strength: Strength | None
    binds: str | None
    says: str
    paraphrase: str
    cites: tuple[Cite, ...]
    reasons: tuple[Reason, ...]
    exceptions: tuple[ExceptionLookedAt, ...]
    asks: tuple[str, ...]
    possible: tuple[Outcome, ...]
    vouched_for: bool = True
    advice: Advice = Advice()


@dataclass(frozen=True)
class Holding:
    """The answer on holding; ``stands_without`` maps each rule it rests on."""

    answer: HoldAnswer
    rests_on: tuple[str, ...]
    stands_without: tuple[tuple[str, bool], ...]
    asks: tuple[str, ...] = ()


@dataclass(frozen=True)
class ActConclusion:
    """The first outcome, by weight, that any finding on one act says, and who says it.

    ``binds`` is false where none of those rules binds whoever is looked at.
    """

    outcome: Outcome
    rules: tuple[str, ...]
    binds: bool = True


@dataclass(frozen=True)
class PaperRead:
    """What a paper is: whether a court issued it (None: not known) and what it does."""

    form: str | None
    court_issued: bool | None
    effect: str


@dataclass(frozen=True)
class ClockRun:
    """A count of hours: an estimate, never a power to hold."""

    rule: str
    starts: datetime
    ends: datetime
    note: str


@dataclass(frozen=True)
class KeyDate:
    """A day to keep."""

    rule: str
    what: str
    on: date


@dataclass(frozen=True)
class NextQuestion:
    """An unanswered question, the findings it could change, and who could know."""

    question: str
    would_settle: tuple[str, ...]
    who_knows: tuple[str, ...]


@dataclass(frozen=True)
class WouldChange:
    """Values of one fact that would by themselves give another outcome, all else as it is known.

    ``of`` is a rule, or "hold" for the answer on holding; ``fact`` a key of the case
    file; ``about`` and ``values`` say it in words. The outcome is open where other
    facts would then be missing.
    """

    of: str
    fact: str
    about: str
    values: tuple[str, ...]
    outcome: Outcome | HoldAnswer
    strength: Strength | None = None


@dataclass(frozen=True)
class Contradiction:
    """Facts that do not go together; told, never fatal."""

    about: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class PackUsed:
    """A pack under which the case was assessed."""

    id: str
    version: str
    digest: str
    title: str
    vouched_by: Voucher = Voucher.NOBODY

    @property
    def vouched_for(self) -> bool:
        return self.vouched_by in (Voucher.RELEASE, Voucher.SIGNER)


@dataclass(frozen=True)
class Assessment:
    """All findings of a case under named packs as of a moment."""

    as_of: datetime
    packs: tuple[PackUsed, ...]
    findings: tuple[Finding, ...]
    hold: Holding
    transfer: ActConclusion
    notify: ActConclusion
    question: ActConclusion
    ice: ActConclusion
    papers: tuple[PaperRead, ...]
    clocks: tuple[ClockRun, ...]
    dates: tuple[KeyDate, ...]
    ask_next: tuple[NextQuestion, ...]
    contradictions: tuple[Contradiction, ...]
    warnings: tuple[str, ...]
    what_would_change: tuple[WouldChange, ...] = ()
    questions: tuple[Question, ...] = ()
    """What the packs themselves ask, beside the questions of the form."""

    def question_of(self, key: str) -> Question | None:
        """The question by which a fact is asked for."""
        own = (asked for asked in self.questions if asked.key == key)
        return BY_KEY.get(key) or next(own, None)

    @property
    def resting(self) -> tuple[Finding, ...]:
        """The findings on which the answer on holding rests, the firmest first."""
        found = (self.finding(rule) for rule in self.hold.rests_on)
        told = [finding for finding in found if finding is not None]
        return tuple(sorted(told, key=lambda finding: finding.strength is not Strength.STRONG))

    def finding(self, rule: str) -> Finding | None:
        return next((found for found in self.findings if found.rule == rule), None)
