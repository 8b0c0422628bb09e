"""The table of contents: every screen of the window.

Each line imports its screen when somebody first goes there, so that the first
one paints before the others are read from the disk. A new screen is a folder
in ``screens`` and a line here.
"""

# ruff: noqa: PLC0415 - lazy on purpose, as said above
from __future__ import annotations

from desktop.gui.kit.navigator import Builder, Host, Screen

FIRST_RUN = "first_run"
UNLOCK = "unlock"
CASES = "cases"
CASE = "case"
FINDING = "finding"
PAPERS = "papers"
LETTER = "letter"
COMPARE = "compare"
SENDING = "sending"
RECEIVING = "receiving"
IMPORTING = "importing"
CASE_FILE = "case_file"
NEW_PASSPHRASE = "new_passphrase"
NUMBERS = "numbers"
RESTORING = "restoring"

# Nothing leads back from these; the last is home.
HOMES = (FIRST_RUN, UNLOCK, NEW_PASSPHRASE, CASES)


def _first_run(host: Host) -> Screen:
    from desktop.gui.screens.first_run.view import build

    return build(host)


def _unlock(host: Host) -> Screen:
    from desktop.gui.screens.unlock.view import build

    return build(host)


def _cases(host: Host) -> Screen:
    from desktop.gui.screens.cases.view import build

    return build(host)


def _case(host: Host) -> Screen:
    from desktop.gui.screens.case.view import build

    return build(host)


def _finding(host: Host) -> Screen:
    from desktop.gui.screens.finding.view import build

    return build(host)


def _papers(host: Host) -> Screen:
    from desktop.gui.screens.papers.view import build

    return build(host)


def _letter(host: Host) -> Screen:
    from desktop.gui.screens.letter.view import build

    return build(host)


def _compare(host: Host) -> Screen:
    from desktop.gui.screens.compare.view import build

    return build(host)


def _sending(host: Host) -> Screen:
    from desktop.gui.screens.sending.view import build

    return build(host)


def _receiving(host: Host) -> Screen:
    from desktop.gui.screens.receiving.view import build

    return build(host)


def _importing(host: Host) -> Screen:
    from desktop.gui.screens.importing.view import build

    return build(host)


def _case_file(host: Host) -> Screen:
    from desktop.gui.screens.case_file.view import build

    return build(host)


def _new_passphrase(host: Host) -> Screen:
    from desktop.gui.screens.new_passphrase.view import build

    return build(host)


def _numbers(host: Host) -> Screen:
    from desktop.gui.screens.numbers.view import build

    return build(host)


def _restoring(host: Host) -> Screen:
    from desktop.gui.screens.restoring.view import build

    return build(host)


SCREENS: dict[str, Builder] = {
    FIRST_RUN: _first_run,
    UNLOCK: _unlock,
    CASES: _cases,
    CASE: _case,
    FINDING: _finding,
    PAPERS: _papers,
    LETTER: _letter,
    COMPARE: _compare,
    SENDING: _sending,
    RECEIVING: _receiving,
    IMPORTING: _importing,
    CASE_FILE: _case_file,
    NEW_PASSPHRASE: _new_passphrase,
    NUMBERS: _numbers,
    RESTORING: _restoring,
}
