"""The shape of a pack's files. Keys that nobody knows are refused.

Conditions are checked where they are read (``grammar``): they speak of facts,
words and terms, which no schema can know.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from desktop.rules.schema_words import (
    Day,
    DayOrMonth,
    Grade,
    HoldWord,
    OutcomeWord,
    PrintLevel,
    StandingWord,
    Time,
)

Sentence = Annotated[str, Field(min_length=1)]
Steps = Annotated[list[Sentence], Field(min_length=1, max_length=3)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class StandingDocument(_Strict):
    """What became of a source, from a day on, or in a month whose day is not known."""

    on: DayOrMonth
    status: StandingWord
    note: str = ""


class SourceDocument(_Strict):
    """One thing that a rule may cite, with how sure we are of it and since when."""

    text: str
    print: PrintLevel
    grade: Grade
    checked_on: Day
    checked_by: str
    status: str
    address: str
    stale_after_days: int = 365
    says: str
    history: list[StandingDocument] = []


class HolidayDocument(_Strict):
    """Federal holidays of a year, by the day observed and the day itself."""

    source: str
    observed: list[Day]
    actual: list[Day]


class PackDocument(_Strict):
    """pack.yaml: a pack's head, its sources and its holidays."""

    format: Literal[1]
    id: str
    title: str
    version: str
    place: str
    town: str = ""
    sources: dict[str, SourceDocument]
    holidays: HolidayDocument | None = None


class WaiverDocument(_Strict):
    """What a check of the pack finds and the author lets stand, with the reason."""

    limb: str | None = None
    mutant: str | None = None
    because: str = Field(min_length=10)

    @model_validator(mode="after")
    def _names_one_thing(self) -> WaiverDocument:
        if (self.limb is None) == (self.mutant is None):
            raise ValueError("waive a limb or a mutant")
        return self


class TermDocument(_Strict):
    """A named condition, as a statute defines it."""

    label: str
    cite: str | None = None
    means: Any
    waives: list[WaiverDocument] = []


class WordsDocument(_Strict):
    """The words among which a question lets people choose, each with its name."""

    words: dict[Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")], str] = Field(min_length=2)


class QuestionDocument(_Strict):
    """A question that a pack itself brings, worded for whoever asks it."""

    ask: str
    label: str
    section: str
    who_knows: list[str]
    say: str = ""
    takes: Literal["yes_no", "moment", "day", "number"] | WordsDocument


class VersionDocument(_Strict):
    """What a rule was from one day on."""

    start: Day | None = Field(default=None, alias="from")
    outcome: Literal["not_in_force", "unsettled"] | None = None
    label: str = ""


class ExceptionDocument(_Strict):
    """A named way out of a rule."""

    id: str
    label: str
    cite: str | None = None
    when: Any
    outcome: OutcomeWord = "allows"
    unless: list[ExceptionDocument] = []


class ClockDocument(_Strict):
    """How a rule counts hours, from which moment, of which outcomes it says so, and where."""

    starts: str = "release.at"
    counts: Literal["flat", "without_weekends_and_holidays"]
    hours: int = Field(ge=0)
    where: Any = None
    note: str
    note_other_reading: str = ""
    when: list[OutcomeWord] = Field(default=["alert"], min_length=1)


class DateDocument(_Strict):
    """A day to keep: so many years, months or days after something."""

    what: str
    starts: str
    years: int | None = Field(default=None, ge=1)
    months: int | None = Field(default=None, ge=1)
    days: int | None = Field(default=None, ge=1)
    when: list[OutcomeWord] = Field(min_length=1)

    @model_validator(mode="after")
    def _counts_in_one_way(self) -> DateDocument:
        if sum(n is not None for n in (self.years, self.months, self.days)) != 1:
            raise ValueError("write years, months or days, and one of them alone")
        return self


class WarningDocument(_Strict):
    """Something staff should know beside the finding."""

    when: Any
    text: str


class ExampleDocument(_Strict):
    """Facts, and the outcome that is right by the law; "broken" is strong unless it says else.

    ``ends`` are the ends that are right for the rule's clock, none where it does not run;
    ``dates`` the days to keep, each by what it is, and all of them.
    """

    title: str
    case: dict[str, Any] = {}
    expect: OutcomeWord | Literal["open"]
    strength: Literal["strong", "arguable"] | None = None
    hold: HoldWord | None = None
    ends: list[Time] | None = None
    dates: dict[str, Day] | None = None

    @model_validator(mode="after")
    def _only_a_breach_has_strength(self) -> ExampleDocument:
        if self.strength is not None and self.expect != "broken":
            raise ValueError("only broken is strong or arguable")
        return self


class RuleDocument(_Strict):
    """One rule, in the order in which a reader meets it."""

    format: Literal[1]
    id: str
    title: str
    says: str
    cites: list[str]
    act: str
    looks_at: Literal["custody", "acts", "case"]
    act_kinds: list[str] = []
    decides_holding: bool = False
    makes_release_due: bool = False
    tells_of_ice_itself: bool = False
    governed_by: Literal["custody", "act", "release", "as_of"]
    versions: list[VersionDocument] = []
    binds: list[str] = []
    unclear_for: list[str] = []
    also_acts_by: list[str] = []
    counts_the_arrest: bool = False
    applies_when: Any = None
    due_when: Any = None
    unless: list[ExceptionDocument] = []
    unsettled_when: list[Any] = []
    no_act_unsettled_when: Any = None
    broken_when: Any = None
    strength: Literal["strong", "arguable"] = "strong"
    arguable_when: Any = None
    otherwise: OutcomeWord
    explains: dict[OutcomeWord | Literal["open"], str]
    for_client: dict[OutcomeWord | Literal["open"], Sentence] = {}
    next_steps: dict[OutcomeWord | Literal["open"], Steps] = {}
    remedies: list[Sentence] = []
    clock: ClockDocument | None = None
    dates: list[DateDocument] = []
    warns: list[WarningDocument] = []
    examples_share: dict[str, Any] = {}
    examples: list[ExampleDocument] = []
    waives: list[WaiverDocument] = []
