"""What was chosen for a letter, and what the screen shows of it beside the pages. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.letters import NOTHING_ASKED, Asked, Letter, NameOnPaper
from desktop.domain.names import LANGUAGE_NAMES
from desktop.domain.records import CaseRecord
from desktop.domain.signoff import Role
from desktop.gui.kit.bar_shown import bar_of
from desktop.gui.kit.letterhead_shown import LineShown, letterhead_shown
from desktop.gui.kit.who import called
from desktop.gui.screens.letter.kinds import KINDS, KindShown
from desktop.gui.screens.letter.state import (
    AskedShown,
    CheckLine,
    LetterShown,
    TranslationShown,
)
from desktop.language.marks import N_

if TYPE_CHECKING:
    from desktop.workflow.clinic import Clinic

SHEETS = {
    "plain": N_("Plain"),
    "side_by_side": N_("Two-way"),
    "large_print": N_("Large"),
    "wallet": N_("Wallet"),
}
DRAWING = N_("Drawing the pages …")


@dataclass(frozen=True)
class Choices:
    """What the advocate chose beside the page."""

    kind: str = "rights"
    language: str = "en"
    sheet: str = "plain"
    name: NameOnPaper = NameOnPaper.NONE
    asked: Asked = NOTHING_ASKED


def choices_shown(
    clinic: Clinic,
    record: CaseRecord,
    chosen: Choices,
    refused: Mapping[str, tuple[str, str]],
    translation: TranslationShown,
    trouble: str = "",
) -> LetterShown:
    """The screen before there are words. ``refused``: lines of the clinic that were not kept."""
    case, drafting, kind = record.case, clinic.drafting, KINDS[chosen.kind]
    letterhead = clinic.letterhead
    return LetterShown(
        bar=bar_of(record, clinic),
        kinds=tuple((key, each.name) for key, each in KINDS.items()),
        kind=chosen.kind,
        addressee=kind.addressee.format(person=called(case)),
        languages=tuple(
            (code, LANGUAGE_NAMES.get(code, code)) for code in drafting.languages(chosen.kind)
        ),
        language=chosen.language,
        sheets=tuple(
            (key, SHEETS.get(key, key)) for key in drafting.sheets(chosen.kind, chosen.language)
        ),
        sheet=chosen.sheet,
        name=chosen.name,
        name_is_known=case.text("client.name") is not None,
        clinic=letterhead_shown(letterhead.details, letterhead.may_change, refused),
        asked=_asked_shown(clinic, kind, chosen.asked),
        translation=translation,
        passages=(),
        checks=(),
        foot="" if trouble else DRAWING,
        trouble=trouble,
    )


def checks_of(letter: Letter) -> tuple[CheckLine, ...]:
    """What was looked at in a letter before it is shown."""
    checks = list(KINDS[letter.kind].checks)
    if any(passage.stale for passage in letter.passages):
        checks.append(CheckLine(N_("A source was not checked lately. The letter says so."), False))
    else:
        checks.append(CheckLine(N_("Every source was checked lately"), True))
    if letter.translation is not None and not letter.translation.is_confirmed:
        language = LANGUAGE_NAMES.get(letter.language, letter.language)
        told = N_("Nobody has confirmed the text in {language} yet. The letter says so.")
        checks.append(CheckLine(told.format(language=language), False))
    return tuple(checks)


def _asked_shown(clinic: Clinic, kind: KindShown, asked: Asked) -> AskedShown:
    me = clinic.members.me
    lines = tuple(
        LineShown(key, name, getattr(asked, key) or "") for key, name in kind.lines.items()
    )
    decides = kind.may_name_court and me is not None and me.role is Role.ATTORNEY
    return AskedShown(lines, asked.names_court if decides else None)
