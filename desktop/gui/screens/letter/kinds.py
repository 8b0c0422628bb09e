"""The kinds of letter as the screen names them: for whom each is, and what is checked in it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.gui.screens.letter.state import CheckLine
from desktop.language.marks import N_

_CARRIED = CheckLine(N_("No A-number, birthplace, status or charge in it"), True)
_SAME = CheckLine(N_("The same words for everybody: nothing of this case is in it"), True)
_ASKS = CheckLine(N_("Nothing on status, country or fear in it"), True)
_ATTORNEY = CheckLine(N_("It speaks as a lawyer: only an attorney may sign and send it."), False)
_PRIVILEGED = CheckLine(N_("Privileged. It never goes to the client or the custodian."), False)


@dataclass(frozen=True)
class KindShown:
    """``addressee`` may name the person, as {person}."""

    name: str
    addressee: str
    checks: tuple[CheckLine, ...]


KINDS = {
    "rights": KindShown(N_("Know your rights"), N_("to {person}"), (_CARRIED,)),
    "family": KindShown(N_("Family and friends"), N_("next steps, for anybody"), (_SAME,)),
    "wallet": KindShown(N_("Wallet card"), N_("ten on a sheet, for anybody"), (_SAME,)),
    "demand": KindShown(
        N_("Demand for release"), N_("to whoever holds {person}"), (_ASKS, _ATTORNEY)
    ),
    "inquiry": KindShown(N_("Who holds this person?"), N_("to a station, jail or clerk"), (_ASKS,)),
    "memo": KindShown(N_("Memo"), N_("for the clinic's own file"), (_PRIVILEGED,)),
    "habeas": KindShown(N_("Habeas fact sheet"), N_("for counsel"), (_PRIVILEGED,)),
}
