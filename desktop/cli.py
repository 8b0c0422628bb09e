"""The same verbs without a window.

Exit status: 0 done; 2 the input was refused, with one line that says where and
what would be right; 1 a fault of the program.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from desktop import NAME, VERSION
from desktop.domain.problems import Problem
from desktop.workflow.pack_commands import add_pack_commands, may_bring_packs

if TYPE_CHECKING:
    from desktop.domain.case import Case
    from desktop.workflow.assessment import Assessing

DONE, FAULT, REFUSED = 0, 1, 2


class Refused(Exception):
    """Input that cannot be taken; the message is the one line that is printed."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; without one, open the window."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        asked = _parser().parse_args(given)
        if asked.command is None:
            return _window()
        return int(asked.run(asked))
    except Refused as refused:
        print(refused, file=sys.stderr)
    except Problem as problem:
        print(problem.sentence, file=sys.stderr)
    except BrokenPipeError:
        sys.stderr.close()
        return FAULT
    return REFUSED


def _window() -> int:
    from desktop.app import main as open_window  # noqa: PLC0415 - Qt, only for the window

    return open_window([NAME])


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="amparo", description="Without a command, the window opens.")
    parser.add_argument("--version", action="version", version=f"{NAME} {VERSION}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)

    assess = commands.add_parser("assess", help="say what the rules say of a case")
    assess.add_argument(
        "cases", nargs="+", metavar="CASE.json", help="case files; - is standard input"
    )
    form = assess.add_mutually_exclusive_group()
    form.add_argument("--jsonl", action="store_true", help="one line a case")
    form.add_argument("--text", action="store_true", help="for a person to read")
    assess.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="RULE",
        help="leave a rule out; may be given again",
    )
    assess.add_argument("--as-of", metavar="DAY", help="the law of another day")
    may_bring_packs(assess)
    assess.set_defaults(run=_assess)

    letter = commands.add_parser("letter", help="draw a letter, marked DRAFT")
    letter.add_argument("case", metavar="CASE.json", help="a case file; - is standard input")
    letter.add_argument("--kind", default="rights", help="default: rights")
    letter.add_argument("--language", help="default: the client's language, or en")
    letter.add_argument("--sheet", help="default: plain, or the only one that the kind has")
    letter.add_argument(
        "--name",
        choices=("none", "initials", "full"),
        help="how the person's name prints; default: none, and in full to a custodian",
    )
    letter.add_argument("--out", required=True, type=Path, metavar="LETTER.pdf")
    letter.add_argument("--force", action="store_true", help="replace a file that is there")
    may_bring_packs(letter)
    letter.set_defaults(run=_letter)

    identify = commands.add_parser("identify", help="say what a paper looks like")
    identify.add_argument("--text", required=True, help="words printed on it")
    identify.set_defaults(run=_identify)

    add_pack_commands(commands.add_parser("packs", help="list, read and sign packs of law"))
    return parser


class _Parser(argparse.ArgumentParser):
    """Refuses in one line, as every command does."""

    def error(self, message: str) -> NoReturn:
        raise Refused(f"{self.prog}: {message}; see {self.prog} --help")


def _assess(asked: argparse.Namespace) -> int:
    from desktop.domain.assessment_document import assessment_document  # noqa: PLC0415
    from desktop.system.clock import Clock  # noqa: PLC0415
    from desktop.workflow.assessment import Assessing  # noqa: PLC0415
    from desktop.workflow.telling import assessment_text  # noqa: PLC0415
    from desktop.workflow.vouching import shelves  # noqa: PLC0415

    assessing = Assessing(Clock(), shelves(asked.pack, asked.signer))
    law_of = _law_of(asked.as_of)
    _known_rules(assessing, asked.without)
    if len(asked.cases) > 1 and not (asked.jsonl or asked.text):
        raise Refused("several cases: add --jsonl or --text")
    status = DONE
    for name in asked.cases:
        try:
            case = _case(name, assessing)
            found = assessing.assess(case, asked.without, law_of, not asked.text)
        except Refused as refused:
            if not asked.jsonl:
                raise
            print(json.dumps({"refused": str(refused), "file": name}, ensure_ascii=False))
            status = REFUSED
            continue
        if asked.text:
            print("\n".join(assessment_text(found)))
        elif asked.jsonl:
            print(json.dumps(assessment_document(found), ensure_ascii=False))
        else:
            print(json.dumps(assessment_document(found), ensure_ascii=False, indent=1))
    return status


def _letter(asked: argparse.Namespace) -> int:
    from desktop.domain.letters import NameOnPaper  # noqa: PLC0415
    from desktop.system.clock import Clock  # noqa: PLC0415
    from desktop.workflow.assessment import Assessing  # noqa: PLC0415
    from desktop.workflow.drafting import Drafting  # noqa: PLC0415
    from desktop.workflow.issuing import write_letter  # noqa: PLC0415
    from desktop.workflow.vouching import shelves  # noqa: PLC0415

    if asked.out.exists() and not asked.force:
        raise Refused(f"{asked.out}: is there already; choose another name or add --force")
    assessing = Assessing(Clock(), shelves(asked.pack, asked.signer))
    case = _case(asked.case, assessing)
    drafting = Drafting()
    language = asked.language or case.text("client.language") or "en"
    name = NameOnPaper(asked.name) if asked.name else drafting.usual_name(asked.kind)
    assessment = assessing.assess(case)
    letter = drafting.draft(case, assessment, asked.kind, language, name)
    sheet = asked.sheet or drafting.sheets(asked.kind, language)[0]
    write_letter(drafting.draw(letter, sheet), asked.out, overwrite=asked.force)
    return DONE


def _identify(asked: argparse.Namespace) -> int:
    from desktop.domain.instruments_document import identified_document  # noqa: PLC0415
    from desktop.workflow.papers import Papers  # noqa: PLC0415

    told = identified_document(Papers().identify(asked.text))
    print(json.dumps(told, ensure_ascii=False, indent=1))
    return DONE


def _case(name: str, assessing: Assessing) -> Case:
    """The case in a file or on standard input. Raises Refused in one line."""
    from desktop.domain.documents import read_case  # noqa: PLC0415

    where = "standard input" if name == "-" else name
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
    except OSError as error:
        raise Refused(f"{where}: cannot be read: {error.strerror}; name a case file") from error
    except UnicodeDecodeError as error:
        raise Refused(f"{where}: is not UTF-8 text; save it as UTF-8") from error
    try:
        return assessing.known(read_case(json.loads(text)))
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise Refused(f"{where}: {place}: is not JSON: {error.msg}; mend it there") from error
    except RecursionError as error:
        raise Refused(f"{where}: is nested too deeply; see the case file's form") from error
    except Problem as problem:
        raise Refused(f"{where}: {problem.sentence}") from problem


def _law_of(text: str | None) -> datetime | None:
    from desktop.domain.moments import NoSuchTime, moment  # noqa: PLC0415

    if text is None:
        return None
    try:
        return moment(text).earliest
    except NoSuchTime as error:
        raise Refused(f"--as-of: {error}; write 2018-01-01") from error


def _known_rules(assessing: Assessing, without: Sequence[str]) -> None:
    from desktop.domain.documents import nearest  # noqa: PLC0415

    known = assessing.library.book.rule_ids
    for rule in without:
        if rule not in known:
            guess = nearest(rule, known)
            right = f"did you mean {guess}" if guess else "see amparo packs"
            raise Refused(f"--without: no rule is called {rule!r}; {right}")
