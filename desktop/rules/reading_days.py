"""The versions of a rule by their days, and where the day that counts lies for each."""

from __future__ import annotations

from desktop.language.marks import N_
from desktop.rules.in_words import day_words, stretch_words
from desktop.rules.rule import Rule


def days_of(rule: Rule, place: int) -> str:
    """The days of a version; the first may begin with the first change of the law."""
    return stretch_words(rule.law_date.changes, place + _offset(rule))


def day_lies(rule: Rule, place: int) -> str:
    """Where the day that counts lies for a version to be the one."""
    changes, stretch = rule.law_date.changes, place + _offset(rule)
    if stretch == len(changes):
        return N_("the day that counts is {day} or later").replace("{day}", day_words(changes[-1]))
    if stretch == 0:
        return N_("the day that counts is before {day}").replace("{day}", day_words(changes[0]))
    told = N_("the day that counts is {start} or later, but before {end}")
    told = told.replace("{start}", day_words(changes[stretch - 1]))
    return told.replace("{end}", day_words(changes[stretch]))


def _offset(rule: Rule) -> int:
    return 0 if rule.versions[0].start is None else 1
