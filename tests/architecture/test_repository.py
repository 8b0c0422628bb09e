"""What lies in the repository speaks of nobody's workplace and of no registry's address."""

from __future__ import annotations

import pytest

from tests.architecture.sources import ROOT, files

# Written in halves, or this file would find itself.
WORKPLACES = [f"/{name}/" for name in ("work", "root", "home", "tmp/w")]
REGISTRIES = [
    f"{name}.{end}"
    for name, end in (
        ("py" "pi", "org"), ("python" "hosted", "org"), ("npm" "js", "org"), ("npm" "js", "com"),
        ("deb." "debian", "org"), ("cra" "tes", "io"), ("ana" "conda", "org"),
    )
]  # fmt: skip


@pytest.mark.parametrize("words", [*WORKPLACES, *REGISTRIES])
def test_no_file_names(words: str) -> None:
    found = [path for path in files() if words.encode() in path.read_bytes()]
    assert [str(path.relative_to(ROOT)) for path in found] == []
