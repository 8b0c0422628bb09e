"""Each passage of a letter in words for the advocate: what it says, and why it is there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.domain.findings import Assessment
from desktop.domain.letters import Heading, Letter, Look, Passage
from desktop.gui.kit.outcomes import OUTCOMES, STRENGTHS
from desktop.gui.screens.letter.state import PassageShown, ReasonLine
from desktop.language.marks import N_

_ISOLATES = re.compile("[\u2066-\u2069]")
_CITE = re.compile(r"\s*\[cite: ([^\]]*)\]")
LEVELS = {
    "A": N_("It may be quoted to a client, with its paragraph."),
    "B": N_("It may be quoted to a client, without its paragraph."),
}
_PLACES = {Look.OPENING: N_("Opening"), Look.PANEL: N_("In the box on top")}
ADVICE = N_("Advice. It states no rule of law.")


def passages_shown(letter: Letter, assessment: Assessment) -> tuple[PassageShown, ...]:
    return tuple(_passages(letter, assessment))


def _passages(letter: Letter, assessment: Assessment) -> Iterator[PassageShown]:
    heading = ""
    for block in letter.blocks:
        if isinstance(block, Heading):
            heading = plain(block.text)
            continue
        yield PassageShown(
            key=block.key,
            number=str(block.number) if block.number is not None else "",
            heading=_PLACES.get(block.look, heading),
            text=plain(block.text),
            why=(*_findings(block, assessment), *(ReasonLine(why) for why in block.why)),
            cites=block.citations,
            law=_law(block),
        )


def plain(text: str) -> str:
    """A passage without its marks."""
    return _CITE.sub(r" (\1)", _ISOLATES.sub("", text)).replace("**", "")


def _findings(passage: Passage, assessment: Assessment) -> Iterator[ReasonLine]:
    for rule in passage.rests_on:
        found = assessment.finding(rule)
        if found is None:
            continue
        shown = OUTCOMES[found.outcome]
        word = shown.word.lower()
        if found.strength is not None:
            word = f"{word}, {STRENGTHS[found.strength]}"
        yield ReasonLine(f"{found.title}: {word}", shown)


def _law(passage: Passage) -> str:
    if passage.law.level is None:
        return ADVICE
    return LEVELS.get(passage.law.level, "")
