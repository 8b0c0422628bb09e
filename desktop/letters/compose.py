"""Findings in, a letter out: which passages it has, in what words, and why each is there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from desktop.domain.case import Case
from desktop.domain.directory import Office
from desktop.domain.documents import write_case
from desktop.domain.findings import Assessment, Cite
from desktop.domain.letters import (
    NOTHING_ASKED,
    Asked,
    ClinicDetails,
    Heading,
    Letter,
    Look,
    NameOnPaper,
    Passage,
    Reader,
    Translation,
)
from desktop.domain.problems_letters import NotCalledFor, NotVouchedFor
from desktop.letters.custodian import sight_for_custodian
from desktop.letters.dossier import Dossier
from desktop.letters.markup import Shape, citations_in, lines_of
from desktop.letters.never import never_said
from desktop.letters.reasons import reasons_for
from desktop.letters.saying import voice_of
from desktop.letters.sight import Sight, sight_of
from desktop.letters.slots import Told, printed_name
from desktop.letters.template import (
    HOLD,
    SOURCE_LANGUAGE,
    Choice,
    Fragment,
    PassagePlan,
    Section,
    Template,
    template_of,
    texts_of,
)
from desktop.letters.wording import Wording

_PRINTABLE = ("A", "B")


def compose(
    kind: str,
    case: Case,
    assessment: Assessment,
    language: str,
    name: NameOnPaper,
    clinic: ClinicDetails,
    made_at: datetime,
    asked: Asked = NOTHING_ASKED,
    offices: tuple[Office, ...] = (),
    translation: Translation | None = None,
) -> Letter:
    """The letter that this case calls for. A translation carries its English with it.

    ``translation`` is what the clinic says of it; None: what its own file says.
    Raises NoSuchKind, NoSuchLanguage, NotVouchedFor, or NotCalledFor where such a
    letter has nothing to say.
    """
    template = template_of(kind)
    return composed(
        *(template, case, assessment, language, name, clinic, made_at, asked, offices),
        translation=translation,
    )


def composed(
    template: Template,
    case: Case,
    assessment: Assessment,
    language: str,
    name: NameOnPaper,
    clinic: ClinicDetails,
    made_at: datetime,
    asked: Asked = NOTHING_ASKED,
    offices: tuple[Office, ...] = (),
    translation: Translation | None = None,
) -> Letter:
    """The same, from a template that need not lie on the shelf."""
    _vouched_for(assessment)
    translation = translation or texts_of(template, language).translation
    sight = sight_of(case, assessment)
    sight["name"] = frozenset({"printed" if printed_name(case, name) else "left_out"})
    sight["translation"] = frozenset({_state(translation)})
    sight["stale"] = frozenset({"no"})
    if template.reader is Reader.CUSTODIAN:
        sight |= sight_for_custodian(case, assessment, asked)
    if not template.called_for.holds(sight):
        raise NotCalledFor(template.kind)
    cites = _cites(_chosen(template, sight, assessment), template, sight, assessment)
    stale = tuple(dict.fromkeys(cite.text for cite in cites if cite.stale))
    sight["stale"] = frozenset({"yes" if stale else "no"})
    checked_on = min([template.checked_on, *(cite.checked_on for cite in cites)])
    told = Told(case, assessment, name, clinic, checked_on, stale, language, translation)
    told = replace(told, asked=asked, reader=template.reader)
    fragments = _fragments(template, sight)

    def written(into: str) -> Letter:
        wording = Wording(template, into, told, fragments)
        voice, gaps = voice_of(into), template.gaps
        dossier = Dossier(case, assessment, voice, wording.bodies, gaps, offices)
        letter = _Letter(template, sight, assessment, wording, fragments, dossier)
        return letter.written(case, made_at)

    english = written(SOURCE_LANGUAGE)
    if language == SOURCE_LANGUAGE:
        return english
    return replace(written(language), translation=translation, original=english)


def _vouched_for(assessment: Assessment) -> None:
    """Refuse findings that rest on a pack behind which nobody stands, whatever they say."""
    rules = tuple(finding.rule for finding in assessment.findings if not finding.vouched_for)
    if rules:
        packs = tuple(pack.id for pack in assessment.packs if not pack.vouched_for)
        raise NotVouchedFor(packs, rules)


class _Letter:
    """Writes one letter in one language: the choice is made already."""

    def __init__(
        self,
        template: Template,
        sight: Sight,
        assessment: Assessment,
        wording: Wording,
        fragments: Mapping[str, Fragment],
        dossier: Dossier,
    ) -> None:
        self._dossier = dossier
        self._template, self._sight, self._assessment = template, sight, assessment
        self._wording, self._fragments = wording, fragments

    def written(self, case: Case, made_at: datetime) -> Letter:
        marks = (
            (key, self._wording.say(key)[0])
            for key in texts_of(self._template, SOURCE_LANGUAGE).by_key
            if key.startswith(("mark.", "role.", "head.more"))
        )
        facts = json.dumps(write_case(case), sort_keys=True, ensure_ascii=False)
        return Letter(
            kind=self._template.kind,
            language=self._wording.language,
            title=self._wording.say(_first(self._template.titles, self._sight).key)[0],
            blocks=tuple(self._blocks()),
            marks=tuple(marks),
            made_at=made_at,
            packs=tuple(f"{pack.id} {pack.digest}" for pack in self._assessment.packs),
            facts=hashlib.sha256(facts.encode("utf-8")).hexdigest(),
        )

    def _blocks(self) -> Iterable[Heading | Passage]:
        number = 1
        for section, plans in _chosen(self._template, self._sight, self._assessment):
            rows = tuple(self._dossier.passages(section.rows, section.sheet))
            if not plans and not rows:
                continue
            if section.headings:
                key = _first(section.headings, self._sight).key
                text, language = self._wording.say(key)
                yield Heading(key, text, section.sheet, language)
            for plan in plans:
                passage = self._passage(section, plan, number)
                number += _numbers_taken(passage)
                yield passage
            for row in rows:
                yield replace(row, number=number)
                number += 1

    def _passage(self, section: Section, plan: PassagePlan, number: int) -> Passage:
        text, language = self._wording.say(plan.key)
        english = texts_of(self._template, SOURCE_LANGUAGE).by_key[plan.key]
        inside = [self._fragments[slot] for slot in english.slots if slot in self._fragments]
        rests_on = _rules((plan.rests_on, *(each.rests_on for each in inside)), self._assessment)
        cites = _cites_of(rests_on, self._assessment) if plan.law.level else ()
        return Passage(
            key=plan.key,
            number=number if section.look is Look.NUMBERED else None,
            text=text,
            look=section.look,
            sheet=section.sheet,
            language=language,
            rests_on=rests_on,
            citations=citations_in(text),
            law=plan.law,
            why=reasons_for(plan.when, self._sight),
            stale=any(cite.stale for cite in cites),
        )


def _chosen(
    template: Template, sight: Sight, assessment: Assessment
) -> Iterable[tuple[Section, tuple[PassagePlan, ...]]]:
    """The sections that have something to say, with the passages that print."""
    for section in template.sections:
        plans = tuple(
            plan
            for plan in section.passages
            if plan.when.holds(sight) and _may_print(plan, assessment)
        )
        if plans or section.rows:
            yield section, plans


def _may_print(plan: PassagePlan, assessment: Assessment) -> bool:
    """What rests on a rule all of whose sources are at level C is left out of the letter.

    On holding several rules may say one thing; there a single source that prints is enough.
    """
    if plan.law.level is None:
        return True
    return all(_has_a_source(_rules(((name,),), assessment), assessment) for name in plan.rests_on)


def _has_a_source(rules: Iterable[str], assessment: Assessment) -> bool:
    """Whether one source of these rules may be printed; rules without any forbid nothing."""
    findings = [found for rule in rules if (found := assessment.finding(rule)) is not None]
    levels = {cite.print_level for found in findings for cite in found.cites}
    return not levels or bool(levels & set(_PRINTABLE))


def _cites(
    chosen: Iterable[tuple[Section, tuple[PassagePlan, ...]]],
    template: Template,
    sight: Sight,
    assessment: Assessment,
) -> tuple[Cite, ...]:
    plans = [plan for _, plans in chosen for plan in plans if plan.law.level is not None]
    fragments = _fragments(template, sight).values()
    groups = (*(plan.rests_on for plan in plans), *(each.rests_on for each in fragments))
    return _cites_of(_rules(groups, assessment), assessment)


def _cites_of(rules: Iterable[str], assessment: Assessment) -> tuple[Cite, ...]:
    """The sources behind rules that a letter may name."""
    findings = (assessment.finding(rule) for rule in rules)
    return tuple(
        cite
        for finding in findings
        if finding is not None
        for cite in finding.cites
        if cite.print_level in _PRINTABLE and never_said(cite.text) is None
    )


def _rules(groups: Iterable[tuple[str, ...]], assessment: Assessment) -> tuple[str, ...]:
    named = (rule for group in groups for rule in group)
    spread = (
        rule for name in named for rule in (assessment.hold.rests_on if name == HOLD else (name,))
    )
    return tuple(dict.fromkeys(spread))


def _fragments(template: Template, sight: Sight) -> dict[str, Fragment]:
    """The fragment for each slot: the first whose condition holds."""
    found: dict[str, Fragment] = {}
    for fragment in template.fragments:
        if fragment.slot not in found and fragment.when.holds(sight):
            found[fragment.slot] = fragment
    return found


def _first(choices: Iterable[Choice], sight: Sight) -> Choice:
    return next(choice for choice in choices if choice.when.holds(sight))


def _numbers_taken(passage: Passage) -> int:
    if passage.number is None:
        return 0
    steps = sum(line.shape is Shape.STEP for line in lines_of(passage.text))
    return steps or 1


def _state(translation: Translation | None) -> str:
    if translation is None:
        return "none"
    return "confirmed" if translation.is_confirmed else "draft"
