"""Nothing in the program can speak to another computer.

The whole suite runs without a network where the system can do that (packaging/check.py);
what no test comes by is looked for here.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.sources import modules, said

DOOR = Path("desktop/system/display.py")  # asks whether a screen of this computer listens
WAYS = tuple(
    "socket ssl http urllib.request ftplib smtplib poplib imaplib telnetlib xmlrpc socketserver "
    "asyncio webbrowser requests httpx aiohttp urllib3 multiprocessing.connection "
    "PySide6.QtNetwork PySide6.QtWebSockets PySide6.QtWebEngineCore "
    "PySide6.QtWebEngineWidgets".split()
)
IMPORTS = ("import_module", "__import__")
OPENS = ("QDesktopServices.openUrl", "setOpenExternalLinks")


def named(node: ast.AST) -> Iterator[str]:
    """The modules that a line brings in, however it says so; a call that opens an address."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        yield from (f"{node.module}.{alias.name}" for alias in node.names)
    elif isinstance(node, ast.Call) and said(node.func).endswith(IMPORTS):
        yield from (str(word.value) for word in node.args if isinstance(word, ast.Constant))
    elif isinstance(node, ast.Attribute) and said(node).endswith(OPENS):
        yield "webbrowser"


def ways_out(tree: ast.AST) -> list[str]:
    return [
        name
        for node in ast.walk(tree)
        for name in named(node)
        if any(name == way or name.startswith(f"{way}.") for way in WAYS)
    ]


def test_nothing_speaks_to_another_computer() -> None:
    found = {path: names for path, tree in modules().items() if (names := ways_out(tree))}
    assert found == {DOOR: ["socket"]}


def test_the_only_socket_is_one_of_this_computer() -> None:
    calls = (node for node in ast.walk(modules()[DOOR]) if isinstance(node, ast.Call))
    opened = [call for call in calls if said(call.func) == "socket.socket"]
    assert [said(call.args[0]) for call in opened] == ["socket.AF_UNIX"]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("import http.client", "import httpish"),
        ("from urllib import request", "from urllib import parse"),
        ("from PySide6 import QtNetwork", "from PySide6 import QtWidgets"),
        ("def f():\n    import ssl", "def f():\n    import json"),
        ("import_module('socket')", "import_module('json')"),
        ("QDesktopServices.openUrl(address)", "page.setOpenLinks(False)"),
    ],
)
def test_the_look_finds_what_it_looks_for(wrong: str, right: str) -> None:
    assert ways_out(ast.parse(wrong))
    assert not ways_out(ast.parse(right))
