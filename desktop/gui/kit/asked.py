"""One question as a form shows it: its words, the kind of its answer, and the answer so far.

Knows no Qt: presenters make these, fields show them.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.silence import Answer, Silence
from desktop.domain.vocabulary import Kind
from desktop.language.marks import N_

SILENCE_NAMES = {
    Silence.NOT_KNOWN: N_("Not known"),
    Silence.WITHHELD: N_("Prefers not to say"),
    Silence.NOT_ASKED: N_("Not asked yet"),
}


@dataclass(frozen=True)
class Asked:
    """``ask`` is the whole question, for listeners; ``label`` its short form in a row.

    ``words`` are values with their names. ``trouble`` says what does not go
    together with this answer.
    """

    key: str
    ask: str
    label: str
    kind: Kind
    answer: Answer = Silence.NOT_ASKED
    words: tuple[tuple[str, str], ...] = ()
    trouble: str = ""
    asked_above: bool = False

    @property
    def is_empty(self) -> bool:
        return self.answer is Silence.NOT_ASKED
