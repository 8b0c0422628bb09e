"""What we know of a fact, in the few words that stand at the right of a step."""

from __future__ import annotations

from datetime import datetime

from desktop.domain.case import Case
from desktop.domain.findings import Reason, Verdict
from desktop.domain.moments import Moment
from desktop.domain.names import FORM_NAMES, SOURCE_NAMES, WORD_NAMES
from desktop.domain.silence import Answer, OneOf, Silence
from desktop.domain.vocabulary import LISTS
from desktop.gui.kit.asked import SILENCE_NAMES
from desktop.gui.kit.spoken_times import moment_said
from desktop.gui.kit.who import HOLDERS, called
from desktop.language.marks import N_


def fact_said(case: Case, reason: Reason, now: datetime) -> str:
    """An answer and who gave it; nothing for a step that is put together from others."""
    fact = reason.fact
    if fact is None or fact == "as_of":
        return ""
    if reason.verdict is not Verdict.OPEN and _is_unasked(case, fact):
        return ""  # decided by something else
    if fact in LISTS:
        return _list_said(case, fact)
    answer = case.get(fact)
    parts = [_answer_said(fact, answer, now)]
    said = case.said.get(fact)
    if said is not None and said.by is not None:
        parts.append(called(case) if said.by == "client" else SOURCE_NAMES[said.by])
    return ", ".join(part for part in parts if part)


def _is_unasked(case: Case, fact: str) -> bool:
    if fact in LISTS:
        return not case.entries(fact) and not case.is_whole(fact)
    return case.get(fact) is Silence.NOT_ASKED


def _answer_said(fact: str, answer: Answer, now: datetime) -> str:
    if isinstance(answer, Silence):
        return SILENCE_NAMES[answer].lower()
    if isinstance(answer, bool):
        return N_("yes") if answer else N_("no")
    if isinstance(answer, Moment):
        return moment_said(answer, now)
    if isinstance(answer, OneOf):
        return N_(" or ").join(_word_said(fact, word) for word in answer.words)
    return _word_said(fact, str(answer))


def _word_said(fact: str, word: str) -> str:
    if word in HOLDERS and fact.startswith("custody."):
        return HOLDERS[word].name
    names = WORD_NAMES.get(fact, {})
    return names[word].lower() if word in names else word


def _list_said(case: Case, name: str) -> str:
    entries = case.entries(name)
    if not entries:
        return N_("asked, none") if case.is_whole(name) else N_("not asked yet")
    if name == "papers":
        forms = [paper.get("form") for paper in entries]
        named = [_short_form(form) for form in forms if isinstance(form, str)]
    else:
        first = "status" if name == "charges" else "kind"
        kinds = [entry.get(first) for entry in entries]
        words = WORD_NAMES.get(f"{name}.{first}", {})
        named = [words.get(kind, kind).lower() for kind in kinds if isinstance(kind, str)]
    shown = ", ".join(named[:2]) + (N_(" and more") if len(named) > 2 else "")
    return shown if case.is_whole(name) else N_("{known}; more not ruled out").format(known=shown)


def _short_form(form: str) -> str:
    return form if form.startswith(("I-", "AO", "EOIR")) else FORM_NAMES.get(form, form)
