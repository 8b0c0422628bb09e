"""What stands on a letter of the clinic itself, typed once: can it be right?

A wrong number on paper sends a family to strangers; what cannot be a number is
told at once, in a sentence, and not kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from desktop.domain.problems import Problem
from desktop.language.marks import N_

MOST = 120  # letters; a line of paper holds fewer
_EXTENSION = re.compile(r"(?:,|;)?\s*(?:ext\.?|extension|x|#)\s*\d{1,6}$", re.IGNORECASE)
_NUMBER = re.compile(r"[\d\s().+/-]+")
_MAIL = re.compile(r"[^@\s<>,;]+@[^@\s<>,;.]+(?:\.[^@\s<>,;.]+)+")
_DIGITS = 10


class DetailRefused(Problem):
    """Something that cannot stand on a letter as it was typed."""

    code = "CLINIC-01"
    what = "{wrong}"


def detail(field: str, text: str) -> str | None:
    """What is kept of a line that was typed; None for an empty one. Raises DetailRefused."""
    line = "".join(sign for sign in " ".join(text.split()) if sign.isprintable())
    if len(line) > MOST:
        raise DetailRefused(wrong=TOO_LONG.format(most=MOST))
    if line and field in _CHECKS and (wrong := _CHECKS[field](line)):
        raise DetailRefused(wrong=wrong)
    return line or None


TOO_LONG = N_("That is too long for a line of the letter. Write at most {most} letters.")
NO_NUMBER = N_("Write one telephone number in digits, as (617) 555-0100.")
DIGITS = N_("A telephone number here has ten digits. This one has {number}.")
AREA = N_("No area code begins with 0 or 1. Look at the number again.")
NO_MAIL = N_("Write one e-mail address, as help@clinic.example.")


def _wrong_number(line: str) -> str:
    number = _EXTENSION.sub("", line)
    if not _NUMBER.fullmatch(number):
        return NO_NUMBER
    digits = re.sub(r"\D", "", number)
    if len(digits) == _DIGITS + 1 and digits.startswith("1"):
        digits = digits[1:]
    if len(digits) != _DIGITS:
        return DIGITS.format(number=len(digits))
    return AREA if digits[0] in "01" else ""


def _wrong_mail(line: str) -> str:
    return "" if _MAIL.fullmatch(line) else NO_MAIL


_CHECKS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {"phone": _wrong_number, "email": _wrong_mail}
)
