"""What is still missing while a recovery code is typed back from its sheet."""

from __future__ import annotations

from desktop.language.marks import N_

CODE_MISSING = N_("The code is still to be typed back.")
GROUP_DIFFERS = N_("Group {number} is not as on the sheet.")
CODE_SHORT = N_("{count} of 8 groups typed.")
_GROUP = 4
_ALIKE = str.maketrans("ILOU", "110V")  # signs that are easily taken for each other


def missing_of(typed: str, groups: tuple[str, ...]) -> str:
    """Of a code that does not match yet: one sentence that says how far it does."""
    signs = [sign for sign in typed.upper() if sign.isalnum()]
    if not signs:
        return CODE_MISSING
    read = ["".join(signs[at : at + _GROUP]) for at in range(0, len(signs), _GROUP)]
    for number, (mine, sheet) in enumerate(zip(read, groups, strict=False), start=1):
        if len(mine) == _GROUP and mine.translate(_ALIKE) != sheet.translate(_ALIKE):
            return GROUP_DIFFERS.format(number=number)
    return CODE_SHORT.format(count=sum(len(group) == _GROUP for group in read))
