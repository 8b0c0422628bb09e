"""The words after start.py, and what each of them does."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Callable
from pathlib import Path

from desktop.app import NO_DISPLAY
from desktop.system.display import has_display
from starting.environment import Environment
from starting.system import need_qt_libraries
from starting.telling import CannotStart, say

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "packaging" / "locked.txt"
TESTS = ROOT / "packaging" / "locked-test.txt"
SEAL = ROOT / "packaging" / "seal_packs.py"
DEMO_CASE = ROOT / "resources" / "demo" / "case.json"
DEMO_LETTER = "amparo-demo-letter.pdf"


def main(words: list[str]) -> int:
    """Do what the words say; the exit status is that of what was started."""
    word, rest = (words[0], words[1:]) if words else ("", [])
    command = COMMANDS.get(word)
    try:
        return command(rest) if command else command_line(words)
    except CannotStart as reason:
        say(str(reason))
        return 2
    except KeyboardInterrupt:
        return 130


def window(_words: list[str]) -> int:
    """Open the window. Where none can be, say so before anything is installed."""
    if not has_display():
        raise CannotStart(NO_DISPLAY)
    need_qt_libraries()
    return _run(_prepared(PROGRAM).python, "-m", "desktop")


def demo(words: list[str]) -> int:
    """The main job without a window: an invented case, what the rules say, and its letter."""
    given = [word for word in words if not word.startswith("-")]
    letter = Path(given[0] if given else DEMO_LETTER).resolve()
    amparo = _prepared(PROGRAM).amparo
    status = _run(amparo, "assess", "--text", DEMO_CASE)
    if status == 0:
        over = ["--force"] if not given or "--force" in words else []
        status = _run(amparo, "letter", DEMO_CASE, "--out", letter, *over)
    if status == 0:
        say(f"The letter is in {letter}")
    return status


def test(words: list[str]) -> int:
    """Every check there is, as the developers and CI run them."""
    need_qt_libraries()
    return _run(_prepared(PROGRAM, TESTS).python, ROOT / "packaging" / "check.py", *words)


def command_line(words: list[str]) -> int:
    """The program's own commands, in the folder where they were typed."""
    return _run(_prepared(PROGRAM).amparo, *words)


def usage(_words: list[str]) -> int:
    """What may stand after start.py."""
    told = ast.get_docstring(ast.parse((ROOT / "packaging" / "start.py").read_text("utf-8")))
    print((told or "").partition("\n\nThis file")[0])
    return 0


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "": window,
    "demo": demo,
    "test": test,
    "--": command_line,
    "--help": usage,
    "-h": usage,
}


def _prepared(*locks: Path) -> Environment:
    environment = Environment(ROOT)
    if environment.prepare(locks):
        _run(environment.python, SEAL, "--forms")  # packs load fast from forms, and without them
    return environment


def _run(program: Path, *words: str | Path) -> int:
    return subprocess.run([program, *words], check=False).returncode
