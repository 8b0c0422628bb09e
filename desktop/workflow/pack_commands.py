"""What the command line can do with packs of law: list, read, sign, prove and compare them."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.workflow.assessment import Assessing


def add_pack_commands(packs: argparse.ArgumentParser) -> None:
    """Give the command its verbs; without one it lists."""
    may_bring_packs(packs)
    packs.set_defaults(run=_list)
    verbs = packs.add_subparsers(metavar="VERB", parser_class=type(packs))
    read = verbs.add_parser("read", help="print a pack as an attorney reads it, in Markdown")
    read.add_argument("which", metavar="FOLDER|ID", help="a pack's folder, or its id")
    read.add_argument("--pdf", type=Path, metavar="COPY.pdf", help="write it as PDF instead")
    read.add_argument("--force", action="store_true", help="replace a file that is there")
    read.set_defaults(run=_read)
    sources = verbs.add_parser("sources", help="every source, with its grade and standing, as JSON")
    sources.add_argument("--text", action="store_true", help="for a person to read")
    sources.add_argument("--as-of", type=_day, metavar="DAY", help="what is stale on another day")
    sources.set_defaults(run=_sources)
    sign = verbs.add_parser("sign", help="sign a pack from outside")
    sign.add_argument("place", type=Path, metavar="FOLDER")
    sign.add_argument(
        "--key", type=Path, required=True, metavar="FILE", help="private Ed25519 key, PEM"
    )
    sign.set_defaults(run=_sign)
    check = verbs.add_parser("check", help="prove packs: structure, examples, mistakes noticed")
    check.add_argument(
        "places", nargs="*", type=Path, metavar="FOLDER", help="default: all shipped packs"
    )
    check.set_defaults(run=_check)
    compare = verbs.add_parser("compare", help="tell which rules changed meaning, with a case")
    compare.add_argument("old", type=Path, metavar="OLD", help="a pack, or a folder of packs")
    compare.add_argument("new", type=Path, metavar="NEW")
    compare.set_defaults(run=_compare)


def may_bring_packs(command: argparse.ArgumentParser) -> None:
    """Let a command take packs from outside, and say whose signature counts."""
    command.add_argument(
        "--pack",
        action="append",
        default=[],
        type=Path,
        metavar="FOLDER",
        help="a pack from outside; may be given again",
    )
    command.add_argument(
        "--signer",
        action="append",
        default=[],
        type=Path,
        metavar="KEY.pem",
        help="the public key of somebody whose packs you rely on; may be given again",
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day; write 2026-12-01") from error


def _list(asked: argparse.Namespace) -> int:
    from desktop.system.clock import Clock  # noqa: PLC0415
    from desktop.workflow.assessment import Assessing  # noqa: PLC0415
    from desktop.workflow.vouching import shelves  # noqa: PLC0415

    clock = Clock()
    for line in _lines(Assessing(clock, shelves(asked.pack, asked.signer)), clock.now()):
        print(line)
    return 0


def _lines(assessing: Assessing, now: datetime) -> Iterator[str]:
    """Each pack with its version and digest; under it what is not vouched for, stale or unsure."""
    for shelf in assessing.packs(now):
        yield f"{shelf.id}  {shelf.version}  sha256:{shelf.digest}  {shelf.title}"
        for note in shelf.notes:
            yield f"    {note}"


def _read(asked: argparse.Namespace) -> int:
    from desktop.system.clock import Clock  # noqa: PLC0415
    from desktop.workflow.issuing import write_letter  # noqa: PLC0415
    from desktop.workflow.reading import reading_copy_of, reading_copy_on_paper  # noqa: PLC0415

    if asked.pdf is None:
        print(reading_copy_of(asked.which))
    else:
        copy = reading_copy_on_paper(asked.which, Clock().now())
        write_letter(copy, asked.pdf, overwrite=asked.force)
    return 0


def _sources(asked: argparse.Namespace) -> int:
    from desktop.domain.moments import day_of  # noqa: PLC0415
    from desktop.domain.register_document import register_document  # noqa: PLC0415
    from desktop.system.clock import Clock  # noqa: PLC0415
    from desktop.workflow.sources import register_lines, register_on  # noqa: PLC0415
    from desktop.workflow.vouching import shelves  # noqa: PLC0415

    on = asked.as_of or day_of(Clock().now())
    register = register_on(shelves(asked.pack, asked.signer), on)
    if asked.text:
        print("\n".join(register_lines(register)))
    else:
        print(json.dumps(register_document(register), ensure_ascii=False, indent=1))
    return 0


def _sign(asked: argparse.Namespace) -> int:
    from desktop.workflow.vouching import sign_pack  # noqa: PLC0415

    print(sign_pack(asked.place, asked.key))
    return 0


def _check(asked: argparse.Namespace) -> int:
    from desktop.workflow.packs import check_packs, proof_lines  # noqa: PLC0415

    proofs = check_packs(asked.places)
    for proof in proofs:
        print("\n".join(proof_lines(proof)))
    for fault in (fault for proof in proofs for fault in proof.faults):
        print(fault.line, file=sys.stderr)
    return 2 if any(proof.faults for proof in proofs) else 0


def _compare(asked: argparse.Namespace) -> int:
    from desktop.workflow.packs import change_lines, compare_packs  # noqa: PLC0415

    print("\n".join(change_lines(compare_packs(asked.old, asked.new))))
    return 0
