"""What a sheet says beyond the passages' own text: notes on them, marks of a draft, who signed."""

from __future__ import annotations

from desktop.domain.letters import Letter, Passage
from desktop.domain.signoff import Role as SignerRole
from desktop.domain.signoff import SignOff
from desktop.letters.markup import Line, Role, Span, isolated, lines_of
from desktop.letters.saying import voice_of

TO_SIGN = ("mark.prepared", "mark.reviewed", "mark.date")
STAMP = "mark.stamp"
DRAFT, DRAFT_AFTER = "mark.draft", "mark.draft.short"
_TRANSLATION = "mark.translation"


def told_lines(passage: Passage, letter: Letter) -> list[Line]:
    """A passage's lines; the last says if the source is old or the translation missing."""
    lines = list(lines_of(passage.text))
    notes = [letter.mark("mark.stale")] if passage.stale else []
    if passage.language != letter.language:
        notes.append(letter.mark("mark.english"))
    for note in notes:
        span = Span(f" [{note}]", Role.PLAIN)
        lines[-1] = Line(lines[-1].shape, (*lines[-1].spans, span))
    return lines


def needs_english(letter: Letter) -> bool:
    """Whether this is a translation that nobody has confirmed: it never stands alone."""
    return letter.translation is not None and not letter.translation.is_confirmed


def draft_marks(
    letter: Letter, *, signed: bool, unconfirmed: bool, draft: str = DRAFT
) -> tuple[str, ...]:
    """DRAFT while nobody signed, and that a translation is a draft: line by line."""
    marks = [*([] if signed else [draft]), *([_TRANSLATION] if unconfirmed else [])]
    return tuple(line for mark in marks for line in letter.mark(mark).splitlines())


def closing_words(letter: Letter, sign_off: SignOff | None) -> list[str]:
    """What stands beside the lines to fill in, or who stands behind the letter."""
    if sign_off is None:
        return [letter.mark(key) for key in TO_SIGN]
    key = "mark.signed" if sign_off.prepared_by else "mark.signed.alone"
    values = {
        "author": isolated(sign_off.prepared_by or ""),
        "signer": isolated(sign_off.member),
        "signer_title": letter.mark(f"role.{sign_off.role.value}"),
        "signed_on": voice_of(letter.language).on_date(sign_off.signed_on),
    }
    texts = [letter.mark(key).format_map(values)]
    if sign_off.role is not SignerRole.ATTORNEY:
        texts.append(letter.mark("mark.not_lawyer"))
    return texts
