"""The program's own sources, read as trees: what the claims of this folder look at."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOT_OURS = {"__pycache__", "build", "dist"}


@cache
def modules(folder: str = "desktop") -> dict[Path, ast.Module]:
    """Every module under a folder, by its path in the checkout."""
    found = sorted(path for path in (ROOT / folder).rglob("*.py") if _is_ours(path))
    return {path.relative_to(ROOT): ast.parse(path.read_text("utf-8")) for path in found}


def files() -> Iterator[Path]:
    """Every file that the repository keeps."""
    return (path for path in sorted(ROOT.rglob("*")) if path.is_file() and _is_ours(path))


def said(node: ast.expr) -> str:
    """How a name or a chain of attributes is written; "" for what it hangs on otherwise."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{said(node.value)}.{node.attr}"
    return ""


def at_import(node: ast.AST) -> Iterator[ast.AST]:
    """What runs when a module is imported: all but the bodies of its functions."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            ahead: list[ast.AST] = [*child.decorator_list, child.args]
        elif isinstance(child, ast.Lambda):
            ahead = [child.args]
        else:
            ahead = [child]
        for part in ahead:
            yield part
            yield from at_import(part)


def _is_ours(path: Path) -> bool:
    inside = path.relative_to(ROOT).parts
    hidden = any(part.startswith(".") and part not in {".ci", ".gitignore"} for part in inside)
    return not hidden and NOT_OURS.isdisjoint(inside) and not inside[0].endswith(".egg-info")
