"""Where a line may begin: after a space, a hyphen between letters, or a Chinese character.

What belongs together stays together: a section sign and its number, "c. 276",
"p. 5", the halves of the day; and in each language what it never parts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from desktop.letters.typesetting.kinsoku import breaks_between_wide, clings, has_wide

# A space that may not become a line end, in any language: citations are in English in all.
_GLUED = re.compile(
    r"(?<=§)\s"
    r"|(?<=\b[cp]\.)\s|(?<=\bch\.)\s|(?<=\bart\.)\s|(?<=\bG\.L\.)\s(?=c\.)"
    r"|(?<=\bnote)\s(?=\d)|(?<=\bRule)\s(?=\d)|(?<=\bForm)\s(?=I-)|(?<=\bNo\.)\s"
    r"|(?<=\d)\s(?=(?:Mass|C\.F\.R|U\.S\.C|hours|horas)\b)|(?<=Mass\.)\s(?=\d)"
    r"|(?<=\bMass\.)\s(?=R\.)|(?<=\bR\.)\s(?=Crim)|(?<=\bCrim\.)\s|(?<=\bP\.)\s(?=\d)"
    r"|(?<=\bv\.)\s|(?<=\w)\s(?=v\.\s)|(?<=\bI)\s(?=\w)"
    r"|(?<=C\.F\.R\.)\s(?=§)|(?<=\bat)\s(?=\d{3}-)|(?<=,)\s(?=\d{3} Mass)"
)
# And in one language: short words that lean on the next, marks that stand off their word.
_GLUED_IN: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "ar": re.compile(r"(?<=\b[وبلكف])\s"),
        "fr": re.compile(r"\s(?=[:;!?»])|(?<=«)\s|(?<=\d)\s(?=(?:h|heures)\b)"),
        "ht": re.compile(r"(?<=\b[wlmnkyptWLMNKYPT])\s"),
        "kea": re.compile(r"(?<=\b[NÉé])\s|(?<=\b[Kk]a)\s|(?<=\bta)\s"),
        "ru": re.compile(
            r"(?<=\b[ВвКкСсОоУуИиАаЯя])\s|(?<=\b[Нн]е)\s|\s(?=—)|(?<=№)\s|(?<=\d)\s(?=г\.)"
        ),
        "vi": re.compile(
            r"(?<=\b[Ll]uật)\s(?=sư\b)|(?<=\b[Cc]ảnh)\s(?=sát\b)|(?<=\b[Tt]òa)\s(?=án\b)"
            r"|(?<=\b[Dd]i)\s(?=trú\b)|(?<=\b[Qq]uý)\s(?=vị\b)|(?<=\b[Nn]hà)\s(?=tù\b)"
        ),
    }
)
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010\u2013\u2014](?=[^\W\d_])")
# A hyphen that ends a line in Portuguese is written again on the next: none ends one.
_KEEPS_HYPHENS = frozenset({"pt", "kea"})
_SPACES = re.compile(r"[ \u200b]+(?=[^ \u200b])")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+|\S+\.(?:gov|org|com|edu|net)/\S*")
_JOINT = re.compile(r"(?<=[^/])/(?=[^/])|(?=[.?&=@#_-])(?<=\w)")


def breaks(text: str, language: str = "en") -> tuple[int, ...]:
    """The places in a text at which a line may begin, in order."""
    glued = {match.start() for match in _GLUED.finditer(text)}
    if language in _GLUED_IN:
        glued.update(match.start() for match in _GLUED_IN[language].finditer(text))
    found = {
        match.end()
        for match in _SPACES.finditer(text)
        if match.start() not in glued and not clings(text[match.end()])
    }
    if language not in _KEEPS_HYPHENS:
        inside = {
            place for each in _ADDRESS.finditer(text) for place in range(each.start(), each.end())
        }
        hyphens = (match.end() for match in _HYPHEN.finditer(text))
        found.update(place for place in hyphens if place not in inside)
    if has_wide(text):
        found.update(breaks_between_wide(text))
    return tuple(sorted(found))


def joints(text: str) -> tuple[int, ...]:
    """Where an address of the web may be cut if it fits on no line: after / and before . ? & =."""
    return tuple(
        address.start() + joint.end()
        for address in _ADDRESS.finditer(text)
        for joint in _JOINT.finditer(address.group())
    )
