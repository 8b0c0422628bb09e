"""A kind of letter as it lies on the shelf: what may be said, in which order, and when.

Read strictly: a key, slot or condition that nothing knows is refused with its
file and place, because a passage that silently never prints is a right that
nobody reads.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from desktop.domain.letters import Law, Look, Reader
from desktop.domain.problems_letters import NoSuchKind, NoSuchLanguage
from desktop.domain.signoff import SIGNERS, Role
from desktop.letters.conditions import Condition
from desktop.letters.custodian import FOR_CUSTODIAN
from desktop.letters.dossier import SLOTS_OF_ROWS, is_row, label_of
from desktop.letters.reading import Table, tables_of
from desktop.letters.slots import IN_ENGLISH, SLOTS, SLOTS_FOR_CUSTODIAN
from desktop.letters.subjects import SUBJECTS
from desktop.letters.texts import Texts, read_texts
from desktop.system.resources import resource

HOLD = "hold"
# Folders of words that kinds share: all of them, and those for the file.
COMMON, FOR_FILE = "common", "for_file"
SHEETS = ("plain", "large_print", "side_by_side")
_MAY_LOOK_AT = {Reader.CLIENT: SUBJECTS, Reader.CUSTODIAN: FOR_CUSTODIAN, Reader.FILE: SUBJECTS}
_MORE_SLOTS = {Reader.CLIENT: (), Reader.CUSTODIAN: SLOTS_FOR_CUSTODIAN, Reader.FILE: SLOTS_OF_ROWS}
_LEVELS = {"A": "A", "B": "B", "none": None}
SOURCE_LANGUAGE = "en"


@dataclass(frozen=True)
class Choice:
    """A title or heading, and when it is the one."""

    key: str
    when: Condition


@dataclass(frozen=True)
class PassagePlan:
    """A passage before it is filled in. ``rests_on`` may hold "hold": the rules on holding."""

    key: str
    when: Condition
    rests_on: tuple[str, ...]
    law: Law
    cited_in: tuple[str, ...]
    uncited: str | None


@dataclass(frozen=True)
class Section:
    """Passages under one heading, of which the first that fits is taken.

    ``rows`` follow them in a paper for the file: facts and findings of the case.
    """

    sheet: int
    look: Look
    headings: tuple[Choice, ...]
    passages: tuple[PassagePlan, ...]
    rows: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fragment:
    """What fills a slot with words of our own."""

    slot: str
    key: str
    when: Condition
    rests_on: tuple[str, ...]


@dataclass(frozen=True)
class Template:
    """A kind of letter, with its texts in every language that it has.

    ``called_for`` says when such a letter has anything to say at all; ``gaps``, that a
    fact nobody was asked has a line to fill in.
    """

    kind: str
    checked_on: date
    reader: Reader
    signers: frozenset[Role]
    sheets: tuple[str, ...]
    called_for: Condition
    gaps: bool
    titles: tuple[Choice, ...]
    sections: tuple[Section, ...]
    fragments: tuple[Fragment, ...]
    texts: Mapping[str, Texts]

    @property
    def passages(self) -> tuple[PassagePlan, ...]:
        return tuple(plan for section in self.sections for plan in section.passages)


def kinds() -> tuple[str, ...]:
    """The kinds of letter that are there."""
    return tuple(sorted(path.parent.name for path in resource("letters").glob("*/letter.toml")))


def languages(kind: str) -> tuple[str, ...]:
    """The languages of a kind, English first."""
    others = sorted(set(template_of(kind).texts) - {SOURCE_LANGUAGE})
    return (SOURCE_LANGUAGE, *others)


def texts_of(template: Template, language: str) -> Texts:
    """The texts in a language. Raises NoSuchLanguage."""
    if language not in template.texts:
        raise NoSuchLanguage(template.kind, language, languages(template.kind))
    return template.texts[language]


def words_of(kind: str, language: str) -> str:
    """A mark of every text of a translation and of the English that it renders."""
    template = template_of(kind)
    english = texts_of(template, SOURCE_LANGUAGE).by_key
    texts = sorted(texts_of(template, language).by_key.items())
    told = [(key, text.renders, text.body, english[key].body) for key, text in texts]
    return hashlib.sha256(repr(told).encode("utf-8")).hexdigest()


@cache
def template_of(kind: str) -> Template:
    """The kind of letter. Raises NoSuchKind, or TemplateRefused when its files are wrong."""
    if kind not in kinds():
        raise NoSuchKind(kind, kinds())
    return read_template(resource("letters", kind))


def read_template(folder: Path) -> Template:
    """A kind of letter from its folder. Raises TemplateRefused with file and place."""
    file = f"{folder.name}/letter.toml"
    with (folder / "letter.toml").open("rb") as opened:
        values = tomllib.load(opened)
    reader = Reader(Table(values, file).word("reader", tuple(Reader), Reader.CLIENT))
    top = Table(values, file, _MAY_LOOK_AT[reader])
    top.allows(
        *("format", "kind", "checked_on", "reader", "signers", "sheets", "when", "one_of"),
        "gaps",
        *("title", "section", "fragment"),
    )
    if top.values.get("format") != 1 or not isinstance(top.values.get("checked_on"), date):
        raise top.refused("format", "this is no letter of format 1", "Write format and checked_on")
    texts = {read.language: read for read in map(read_texts, sorted(folder.glob("*.md")))}
    for shared in _shared_by(folder, reader):
        if shared.language in texts:
            texts[shared.language] = texts[shared.language].with_shared(shared)
    template = Template(
        kind=top.text("kind"),
        checked_on=top.values["checked_on"],
        reader=reader,
        signers=frozenset(map(Role, top.texts("signers"))) or SIGNERS,
        sheets=top.texts("sheets") or SHEETS,
        called_for=top.condition(),
        gaps=top.values.get("gaps") is True,
        titles=tuple(_choice(table) for table in tables_of(top, "title")),
        sections=tuple(_section(table) for table in tables_of(top, "section")),
        fragments=tuple(_fragment(table) for table in tables_of(top, "fragment")),
        texts=MappingProxyType(texts),
    )
    _check(template, top)
    return template


def _shared_by(folder: Path, reader: Reader) -> list[Texts]:
    """Texts of the folders that this kind shares, the nearest first."""
    names = (FOR_FILE, COMMON) if reader is Reader.FILE else (COMMON,)
    paths = (path for name in names for path in sorted((folder.parent / name).glob("*.md")))
    return [read_texts(path) for path in paths]


def _choice(table: Table) -> Choice:
    table.allows("key", "when", "one_of")
    return Choice(table.text("key"), table.condition())


def _section(table: Table) -> Section:
    table.allows("sheet", "look", "headings", "passage", "rows")
    return Section(
        sheet=table.number("sheet", (1, 2)),
        look=Look(table.word("look", tuple(Look), Look.NUMBERED)),
        headings=tuple(_choice(choice) for choice in tables_of(table, "headings")),
        passages=tuple(_passage(plan) for plan in tables_of(table, "passage")),
        rows=table.texts("rows"),
    )


def _passage(table: Table) -> PassagePlan:
    table.allows("key", "when", "one_of", "rests_on", "level", "source", "cited_in", "uncited")
    level = _LEVELS[table.word("level", tuple(_LEVELS))]
    if level is not None and "source" not in table.values:
        raise table.refused("source", "it states law and names no source", "Name the source")
    return PassagePlan(
        key=table.text("key"),
        when=table.condition(),
        rests_on=table.texts("rests_on"),
        law=Law(level, table.text("source") if "source" in table.values else ""),
        cited_in=table.texts("cited_in"),
        uncited=table.text("uncited") if "uncited" in table.values else None,
    )


def _fragment(table: Table) -> Fragment:
    table.allows("slot", "key", "when", "rests_on")
    return Fragment(
        table.text("slot"), table.text("key"), table.condition(), table.texts("rests_on")
    )


def _check(template: Template, top: Table) -> None:
    """Every key has its English, every slot its filler, every law its citation."""
    english = template.texts.get(SOURCE_LANGUAGE)
    if english is None:
        raise top.refused("kind", "there is no English text", "Write en.md beside it")
    slots = {*SLOTS, *_MORE_SLOTS[template.reader]}
    slots.update(fragment.slot for fragment in template.fragments)
    headings = (choice for section in template.sections for choice in section.headings)
    named = [choice.key for choice in (*template.titles, *headings)]
    named += [plan.key for plan in template.passages]
    named += [fragment.key for fragment in template.fragments]
    for key in named:
        if key not in english.by_key:
            raise top.refused(key, "there is no English text for this key", f"Write ## {key}")
    for texts in template.texts.values():
        for key, text in texts.by_key.items():
            if key not in english.by_key:
                raise top.refused(f"{texts.file}, {key}", "English has no such key", "Take it out")
            for slot in text.slots:
                if slot.removesuffix(IN_ENGLISH) not in slots:
                    known = ", ".join(sorted(slots))
                    raise top.refused(text.place, f"nothing fills {{{slot}}}", f"One of: {known}")
    _check_rows(template, top, english)
    for plan in template.passages:
        cited = "[cite: " in english.by_key[plan.key].body or plan.cited_in or plan.uncited
        if plan.law.level is not None and not cited:
            raise top.refused(plan.key, "it states law without a citation", "Cite it, or cited_in")
        for key in plan.cited_in:
            if "[cite: " not in english.by_key[key].body:
                raise top.refused(plan.key, f"{key} cites nothing", "Name one that does")


def _check_rows(template: Template, top: Table, english: Texts) -> None:
    """Facts stand row by row only in papers for the file, and each has its words."""
    for name in (row for section in template.sections for row in section.rows):
        if template.reader is not Reader.FILE:
            raise top.refused(name, "only a paper for the file has rows", "Write a passage")
        label = label_of(name) if is_row(name) else None
        if not is_row(name) or (label is not None and label not in english.by_key):
            raise top.refused(name, "no such row, or no words for it", f"Write ## {label or name}")
