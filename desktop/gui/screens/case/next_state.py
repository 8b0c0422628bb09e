"""The question that stands above the form: the one that settles most and was not passed over.

It stays until it is answered, so that nothing changes under the hand that fills
in the form below.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.domain.case import Case
from desktop.domain.findings import Assessment, NextQuestion, Outcome
from desktop.domain.names import SOURCE_NAMES
from desktop.domain.question import Question
from desktop.domain.silence import Silence
from desktop.gui.kit.outcomes import ACTS
from desktop.gui.kit.who import called, opening
from desktop.gui.screens.case.form_state import CHIPS, asked, list_answer
from desktop.gui.screens.case.state import NextShown
from desktop.language.marks import N_


@dataclass(frozen=True)
class Asking:
    """Which question stands above now, and which were passed over on this call."""

    key: str = ""
    skipped: frozenset[str] = frozenset()

    def renewed(self, case: Case, assessment: Assessment) -> Asking:
        """The same question while it is open, else the next; passed-over ones come last."""
        open_keys = [question.question for question in _open(case, assessment)]
        if self.key in open_keys:
            return self
        fresh = [key for key in open_keys if key not in self.skipped]
        if not fresh and open_keys:
            return Asking(open_keys[0])
        return replace(self, key=fresh[0] if fresh else "")

    def passed_over(self, case: Case, assessment: Assessment) -> Asking:
        if not self.key:
            return self
        return Asking("", self.skipped | {self.key}).renewed(case, assessment)


def next_shown(case: Case, assessment: Assessment, asking: Asking) -> NextShown | None:
    question = assessment.question_of(asking.key)
    if question is None:
        return None
    ranked = next((q for q in assessment.ask_next if q.question == asking.key), None)
    row = asked(question, case)
    return NextShown(
        asked=replace(row, key=asking.key),
        settles=_settles(assessment, ranked) if ranked else "",
        who=_who(case, question.who_knows),
        say=question.say.format(person=called(case)),
        adds=CHIPS[asking.key][1] if question.is_list else "",
    )


def nothing_left(assessment: Assessment) -> str:
    """What is said when there is no question any more."""
    left = sum(finding.outcome is Outcome.OPEN for finding in assessment.findings)
    if not left:
        return N_("Nothing more to ask.")
    if left == 1:
        return N_("Nothing more to ask. 1 point stays open.")
    return N_("Nothing more to ask. {n} points stay open.").format(n=left)


def _open(case: Case, assessment: Assessment) -> list[NextQuestion]:
    return [
        ranked
        for ranked in assessment.ask_next
        if (question := assessment.question_of(ranked.question)) and _is_unasked(case, question)
    ]


def _is_unasked(case: Case, question: Question) -> bool:
    if question.is_list:
        return list_answer(case, question.key) is Silence.NOT_ASKED
    return case.get(question.key) is Silence.NOT_ASKED


def _settles(assessment: Assessment, question: NextQuestion) -> str:
    acts = [ACTS["hold"]] if question.question in assessment.hold.asks else []
    for rule in question.would_settle:
        found = assessment.finding(rule)
        if found is not None:
            acts.append(ACTS.get(found.act, found.act))
    named = list(dict.fromkeys(acts))
    if not named:
        return ""
    if len(named) > 2:
        return N_("settles {first} and {n} more").format(first=named[0], n=len(named) - 1)
    return N_("settles {acts}").format(acts=", ".join(named))


def _who(case: Case, sources: tuple[str, ...]) -> str:
    names = [called(case) if s == "client" else SOURCE_NAMES[s] for s in sources]
    if len(names) == 1:
        return opening(names[0])
    return opening(N_("{first}, or {last}").format(first=", ".join(names[:-1]), last=names[-1]))
