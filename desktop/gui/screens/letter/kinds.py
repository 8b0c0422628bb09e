"""The kinds of letter as the screen names them: for whom each is, and what is checked in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.gui.screens.letter.state import CheckLine
from desktop.language.marks import N_

_CARRIED = CheckLine(N_("No A-number, birthplace, status or charge in it"), True)
_SAME = CheckLine(N_("The same words for everybody: nothing of this case is in it"), True)
_ASKS = CheckLine(N_("Nothing on status, country or fear in it"), True)
_ATTORNEY = CheckLine(N_("It speaks as a lawyer: only an attorney may sign and send it."), False)
_PRIVILEGED = CheckLine(N_("Privileged. It never goes to the client or the custodian."), False)


REPLY_BY, DELIVERY, ASKED_BY = N_("Reply by"), N_("Sent by"), N_("Who asked for the reason")
_LINES = {"reply_by": REPLY_BY, "delivery": DELIVERY}


@dataclass(frozen=True)
class KindShown:
    """``addressee`` may name the person, as {person}; ``lines`` can be typed for one letter."""

    name: str
    addressee: str
    checks: tuple[CheckLine, ...]
    lines: Mapping[str, str] = field(default_factory=dict)
    may_name_court: bool = False


KINDS = {
    "rights": KindShown(N_("Know your rights"), N_("to {person}"), (_CARRIED,)),
    "family": KindShown(N_("Family and friends"), N_("next steps, for anybody"), (_SAME,)),
    "wallet": KindShown(N_("Wallet card"), N_("ten on a sheet, for anybody"), (_SAME,)),
    "demand": KindShown(
        N_("Demand for release"),
        N_("to whoever holds {person}"),
        (_ASKS, _ATTORNEY),
        {**_LINES, "asked_by": ASKED_BY},
        may_name_court=True,
    ),
    "inquiry": KindShown(
        N_("Who holds this person?"), N_("to a station, jail or clerk"), (_ASKS,), _LINES
    ),
    "memo": KindShown(N_("Memo"), N_("for the clinic's own file"), (_PRIVILEGED,)),
    "habeas": KindShown(N_("Habeas fact sheet"), N_("for counsel"), (_PRIVILEGED,)),
}
