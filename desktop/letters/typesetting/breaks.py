"""Where a line may begin: after a space, after a hyphen between letters, and nowhere else.

What belongs together stays together: a section sign and its number, "c. 276",
"p. 5", the halves of the day. Chinese and Japanese rules come with their fonts.
"""

from __future__ import annotations

import re

# A space that may not become a line end.
_GLUED = re.compile(
    r"(?<=§)\s"
    r"|(?<=\b[cp]\.)\s|(?<=\bch\.)\s|(?<=\bart\.)\s|(?<=\bG\.L\.)\s(?=c\.)"
    r"|(?<=\bnote)\s(?=\d)|(?<=\bRule)\s(?=\d)|(?<=\bForm)\s(?=I-)|(?<=\bNo\.)\s"
    r"|(?<=\d)\s(?=(?:Mass|C\.F\.R|U\.S\.C|hours|horas)\b)|(?<=Mass\.)\s(?=\d)"
    r"|(?<=\bMass\.)\s(?=R\.)|(?<=\bR\.)\s(?=Crim)|(?<=\bCrim\.)\s|(?<=\bP\.)\s(?=\d)"
    r"|(?<=\bv\.)\s|(?<=\w)\s(?=v\.\s)|(?<=\bI)\s(?=\w)"
    r"|(?<=C\.F\.R\.)\s(?=§)|(?<=\bat)\s(?=\d{3}-)|(?<=,)\s(?=\d{3} Mass)"
)
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010\u2013\u2014](?=[^\W\d_])")
_SPACES = re.compile(r"[ \u200b]+(?=[^ \u200b])")


def breaks(text: str) -> tuple[int, ...]:
    """The places in a text at which a line may begin, in order."""
    glued = {match.start() for match in _GLUED.finditer(text)}
    after_space = (m.end() for m in _SPACES.finditer(text) if m.start() not in glued)
    after_hyphen = (match.end() for match in _HYPHEN.finditer(text))
    return tuple(sorted({*after_space, *after_hyphen}))
