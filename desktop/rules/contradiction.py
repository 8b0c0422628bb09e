"""One thing that does not go together, and what is set aside because of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop.domain.findings import Contradiction
from desktop.domain.moments import Moment


@dataclass(frozen=True)
class Found:
    """Facts that do not go together, in words; and the keys that cannot all be true."""

    told: Contradiction
    set_aside: tuple[str, ...]


def impossible(about: tuple[str, ...], text: str, *set_aside: str) -> Found:
    """What cannot be true together: no rule may rest on it."""
    return Found(Contradiction(about, text), set_aside or about)


def odd(about: tuple[str, ...], text: str) -> Found:
    """An oddity, which changes nothing."""
    return Found(Contradiction(about, text), ())


def before(first: object, then: object) -> bool:
    """Whether the first moment surely lies before the other."""
    if not isinstance(first, Moment) or not isinstance(then, Moment):
        return False
    return first.latest is not None and then.earliest is not None and first.latest < then.earliest


def after(when: object, as_of: datetime) -> bool:
    return isinstance(when, Moment) and when.earliest is not None and when.earliest > as_of
