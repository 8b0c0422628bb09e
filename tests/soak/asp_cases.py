"""Case files in which everything is known, as facts of an answer-set program.

What follows from what (contract, section 6a) is written as rules of logic here,
anew and for whole cases only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from tests.soak.asp_conditions import quoted, seconds, start_of

Document = dict[str, Any]
LISTS = ("papers", "charges", "holds", "acts")
WHAT_FOLLOWS = """
%%% Whom a frame looks at, and when it ends.
frame(f(C,now)) :- case(C).
frame(f(C,act(I))) :- item(C,acts,I).
frame(f(C,spell(I))) :- item(C,spells,I), item(C,spells,J), J > I.
frame(f(C,arrest)) :- arrest_for(C,_).
v(f(C,now),"actor",A) :- said(C,"custody.custodian",A).
v(f(C,act(I)),"actor",A) :- field(C,acts,I,"by",A).
v(f(C,spell(I)),"actor",A) :- field(C,spells,I,"custodian",A).
v(f(C,arrest),"actor",A) :- arrest_for(C,_), said(C,"custody.arrested_by",A).
ends(f(C,arrest),T) :- arrest_for(C,_), time(C,"custody.arrested_at",T).
ends(f(C,now),T) :- now(C,T), said(C,"custody.state","in_custody").
ends(f(C,now),T) :- time(C,"release.held_until",T), said(C,"custody.state","released").
ends(f(C,act(I)),T) :- field_time(C,acts,I,"at",T).
ends(f(C,spell(I)),T) :- field_time(C,spells,I,"until",T).
to_now(C,"custody.ice_custody_since") :- said(C,"release.handed_over","true").
until(f(C,W),K,T) :- ends(f(C,W),T), time(C,K,_), not to_now(C,K).
until(f(C,W),K,T) :- frame(f(C,W)), to_now(C,K), now(C,T).
governs(F,custody,T) :- ends(F,T).
governs(F,act,T) :- ends(F,T).
governs(f(C,W),release,T) :- frame(f(C,W)), time(C,"release.at",T).
governs(f(C,W),as_of,T) :- frame(f(C,W)), now(C,T).

%%% The arrest that began the custody is an act like others.
is_for("warrant","criminal"; "warrantless","criminal"; "immigration_paper_only","civil").
arrest_for(C,P) :- said(C,"custody.arrest_basis",B), is_for(B,P).
v(f(C,arrest),"act.kind","arrest") :- arrest_for(C,_).
v(f(C,arrest),"act.purpose",P) :- arrest_for(C,P).

%%% Facts that are as they were told, and those that are not.
special("release.event"; "release.stated_ground"; "custody.ice_contract_bed"; "custody.town").
v(f(C,W),K,V) :- frame(f(C,W)), said(C,K,V), not special(K).
v(f(C,act(I)),A,V) :- field(C,acts,I,K,V), name(K,A), K != "judicial_order".

to_come(C) :- time(C,"release.at",T), now(C,N), T > N.
v(f(C,W),"release.event",E) :- frame(f(C,W)), said(C,"release.event",E), not to_come(C).
v(f(C,W),"release.event","none") :- frame(f(C,W)), to_come(C).

work_done(C) :- time(C,"release.processing_done_at",T), now(C,N), T <= N.
idle(C) :- said(C,"release.stated_ground","processing"), work_done(C).
v(f(C,W),"release.stated_ground","none_given") :- frame(f(C,W)), idle(C).
v(f(C,W),"release.stated_ground",G) :- frame(f(C,W)), said(C,"release.stated_ground",G),
                                       not idle(C).

rented(C) :- said(C,"custody.custodian","county_sheriff"),
             said(C,"custody.ice_contract_bed","true").
v(f(C,W),"custody.ice_contract_bed","true") :- frame(f(C,W)), rented(C).
v(f(C,W),"custody.ice_contract_bed","false") :- frame(f(C,W)), not rented(C).

%%% A past custody has its own town; nobody else held in the town of other police.
its_own(C,I) :- field(C,spells,I,"town",_).
v(f(C,spell(I)),"custody.town",T) :- frame(f(C,spell(I))), field(C,spells,I,"town",T).
v(f(C,spell(I)),"custody.town",T) :- frame(f(C,spell(I))), not its_own(C,I),
    said(C,"custody.town",T), said(C,"custody.custodian",A), A != "municipal_police".
v(f(C,W),"custody.town",T) :- frame(f(C,W)), said(C,"custody.town",T), not spell(W).
spell(spell(I)) :- item(_,spells,I).

%%% Kept past the release.
kept(f(C,spell(I))) :- ends(f(C,spell(I)),T), time(C,"release.at",D), T > D.
kept_now(C) :- said(C,"custody.state","in_custody").
kept_now(C) :- said(C,"custody.state","released"), said(C,"release.handed_over","false"),
               time(C,"release.held_until",T), time(C,"release.at",D), T > D.
kept(f(C,now)) :- kept_now(C).
kept(f(C,act(I))) :- frame(f(C,act(I))), kept_now(C).
kept(f(C,arrest)) :- frame(f(C,arrest)), kept_now(C).
v(F,"kept","true") :- frame(F), kept(F).
v(F,"kept","false") :- frame(F), not kept(F).

%%% A hand-over that a court ordered.
seen(C,I) :- field(C,papers,I,"seen","true").
ordered(C) :- seen(C,I), field(C,papers,I,"form","AO 442"),
              field(C,papers,I,"names_client","true").
order(C,I) :- ordered(C), item(C,acts,I).
order(C,I) :- field(C,acts,I,"judicial_order","true").
v(f(C,arrest),"act.judicial_order","true") :- frame(f(C,arrest)), ordered(C).
v(f(C,arrest),"act.judicial_order","false") :- frame(f(C,arrest)), not ordered(C).
v(f(C,act(I)),"act.judicial_order","true") :- order(C,I).
v(f(C,act(I)),"act.judicial_order","false") :- item(C,acts,I), not order(C,I).
"""


def facts(name: int, case: Document) -> Iterator[str]:
    """The facts of one case, under its number."""
    yield f"case({name}). now({name},{_time(case['as_of'])})."
    for section, values in case.items():
        if section in LISTS:
            yield from _entries(name, section, values)
        elif isinstance(values, dict):
            for key, value in values.items():
                if key == "spells":
                    yield from _entries(name, key, value)
                else:
                    yield from _told(name, f"{section}.{key}", value)


def _told(name: int, key: str, value: object) -> Iterator[str]:
    if _is_time(value):
        yield f'time({name},"{key}",{_time(value)}).'
    elif isinstance(value, bool | str):
        yield f'said({name},"{key}",{quoted(value)}).'
    elif isinstance(value, int):
        yield f'number({name},"{key}",{value}).'


def _entries(name: int, which: str, entries: list[Document]) -> Iterator[str]:
    for number, entry in enumerate(entries):
        place = f"{name},{which},{number}"
        yield f"item({place})."
        for key, value in entry.items():
            yield from _field(f'{place},"{key}"', key, value)
            if which == "acts":
                yield f'name("{key}","act.{key}").'


def _field(place: str, key: str, value: object) -> Iterator[str]:
    """A field as a time, a number, words or a text that mentions names."""
    if _is_time(value):
        yield f"field_time({place},{_time(value)})."
    elif isinstance(value, int) and not isinstance(value, bool) and key != "box":
        yield f"field_number({place},{value})."
    elif isinstance(value, list):
        yield from (f"field({place},{quoted(word)})." for word in value)
    elif isinstance(value, bool | str | int):
        yield f"field({place},{quoted(value)})."
        yield from (f"mentions({place},{quoted(name)})." for name in _names_in(str(value)))


def _names_in(text: str) -> set[str]:
    """Every run of up to four whole words."""
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[start : start + n]) for n in range(1, 5) for start in range(len(words))}


def _is_time(value: object) -> bool:
    return isinstance(value, str) and re.match(r"\d{4}-\d{2}-\d{2}(T|$)", value) is not None


def _time(value: object) -> int:
    """A moment in seconds; of a day, its first in New York."""
    text = str(value)
    if "T" in text:
        return seconds(datetime.fromisoformat(text))
    return start_of(date.fromisoformat(text))
