"""What a preview of intakes says, in rows and sentences."""

from __future__ import annotations

from datetime import datetime

from desktop.domain.importing import Offer, Preview
from desktop.domain.moments import Moment
from desktop.domain.names import AGENCY_NAMES
from desktop.gui.kit.spoken_times import moment_said
from desktop.language.marks import N_

MOST_SHOWN = 200
ONE_CASE, CASES = N_("1 case"), N_("{n} cases")
ONE_REFUSED, REFUSED = N_("1 thing that cannot be read"), N_("{n} things that cannot be read")
ONE_NOT_KEPT = N_(
    "1 case tells of nationality, immigration, fear or crime. This clinic does not keep that."
)
NOT_KEPT = N_(
    "{n} cases tell of nationality, immigration, fear or crime. This clinic does not keep that."
)
AND_MORE = N_("and {n} more")
LINE = N_("{file}, line {line}")
ALIKE = N_("the same name as {codes}")
NO_NAME = N_("no name yet")
NEXT_CODE = N_("the next free one")
NOTED = N_("with a note")
AS_OF = N_("law and clocks stay at {time}")


def summed_up(preview: Preview) -> tuple[str, ...]:
    """How many cases, how many refusals, and what will not be kept; each a sentence or less."""
    sums = [_counted(len(preview.offers), ONE_CASE, CASES)]
    if preview.refusals:
        sums.append(_counted(len(preview.refusals), ONE_REFUSED, REFUSED))
    if preview.not_kept:
        sums.append(_counted(preview.not_kept, ONE_NOT_KEPT, NOT_KEPT))
    return tuple(sums)


def refused_rows(preview: Preview) -> tuple[tuple[str, ...], ...]:
    """Where, in which column, what is wrong, what would be right."""
    rows = [
        (_where(one.file, one.line), one.column, _sentence(one.wrong), _sentence(one.right))
        for one in preview.refusals[:MOST_SHOWN]
    ]
    return (*rows, *_more(len(preview.refusals), 4))


def offered_rows(preview: Preview, now: datetime) -> tuple[tuple[str, ...], ...]:
    """Where, who, under which code, what is known, what to notice."""
    rows = [
        _offered(offer, alike, now)
        for offer, alike in zip(preview.offers[:MOST_SHOWN], preview.alike, strict=False)
    ]
    return (*rows, *_more(len(preview.offers), 5))


def _offered(offer: Offer, alike: tuple[str, ...], now: datetime) -> tuple[str, ...]:
    case = offer.case
    holder = AGENCY_NAMES.get(case.text("custody.custodian") or "", "")
    arrested = case.get("custody.arrested_at")
    known = [holder[:1].upper() + holder[1:]]
    if isinstance(arrested, Moment):
        known.append(moment_said(arrested, now))
    notice = [NOTED] if offer.note else []
    if case.as_of is not None:
        notice.append(AS_OF.format(time=moment_said(case.as_of, now)))
    if alike:
        notice.append(ALIKE.format(codes=", ".join(alike)))
    return (
        _where(offer.file, offer.line),
        case.text("client.name") or NO_NAME,
        case.text("code") or NEXT_CODE,
        " · ".join(part for part in known if part),
        _sentence(", ".join(notice)),
    )


def _where(file: str, line: int | None) -> str:
    return file if line is None else LINE.format(file=file, line=line)


def _more(number: int, columns: int) -> tuple[tuple[str, ...], ...]:
    left = number - MOST_SHOWN
    return ((AND_MORE.format(n=left), *[""] * (columns - 1)),) if left > 0 else ()


def _sentence(text: str) -> str:
    """A large letter at its head; the full stop is left to prose."""
    return text[:1].upper() + text[1:]


def _counted(number: int, one: str, many: str) -> str:
    return one if number == 1 else many.format(n=number)
