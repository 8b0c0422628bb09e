"""What would be kept of a case that arrived, in sentences."""

from __future__ import annotations

from desktop.domain.moving import Arriving, Standing
from desktop.language.marks import N_

NEW = N_("This case is not here yet. It would be case {code}.")
NEW_CODE = N_(
    "The other clinic calls it {there}. Another case has that code here, so it would be case "
    "{code}."
)
GREW = N_("Case {code} is here already. What is new of it would be added; nothing is replaced.")
SAME = N_("Case {code} is here already, and all that arrived is in it. Nothing is left to take in.")
ON_HOLD = N_("The other clinic has put it on hold: nothing of it may be deleted.")
COUNTS = (
    (N_("1 change of the answers"), N_("{n} changes of the answers")),
    (N_("1 note"), N_("{n} notes")),
    (N_("1 letter, as it was handed over"), N_("{n} letters, as they were handed over")),
)


def told_of(arriving: Arriving) -> tuple[str, ...]:
    """A sentence on where it stands, and a line for each thing that would be added."""
    if arriving.standing is Standing.SAME:
        return (SAME.format(code=arriving.code),)
    sentence = GREW if arriving.standing is Standing.GREW else NEW
    if arriving.standing is Standing.NEW and arriving.code != arriving.code_there:
        sentence = NEW_CODE
    told = [sentence.format(code=arriving.code, there=arriving.code_there)]
    numbers = (arriving.changes, arriving.notes, arriving.letters)
    for number, (one, many) in zip(numbers, COUNTS, strict=True):
        if number:
            told.append(one if number == 1 else many.format(n=number))
    if arriving.on_hold:
        told.append(ON_HOLD)
    return tuple(told)
