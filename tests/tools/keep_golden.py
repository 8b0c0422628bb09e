"""Keeps the pages of all letters as they come out now. Look at them first.

    python tests/tools/keep_golden.py [LANGUAGE ...]

Writes ``tests/letters/golden``: ``digests/`` and ``pictures/``, of all languages or of some.
The change then shows in the diff what became of which page.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main(languages: Sequence[str]) -> None:
    sys.path.insert(0, str(ROOT))
    from tests.letters.golden import kept

    for name in ("digests", "pictures"):
        (kept.FOLDER / name).mkdir(exist_ok=True)
    letters = kept.by_language()
    for language in languages or letters:
        kept.keep(language, {name: kept.digests_of(name) for name in letters[language]})
        for name in set(letters[language]) & set(kept.PICTURES):
            picture = kept.packed(kept.pages_of(name)[0])
            (kept.FOLDER / "pictures" / f"{name}.png").write_bytes(picture)
        print(f"{language}: {len(letters[language])} letters kept")


if __name__ == "__main__":
    main(sys.argv[1:])
