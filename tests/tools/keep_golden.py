"""Keeps the sample pages as they come out now. Look at them first.

    python tests/tools/keep_golden.py

Writes ``tests/letters/golden``: ``text/``, ``digests.json`` and ``pictures/``. The change
then shows in the diff what became of which page.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    sys.path.insert(0, str(ROOT))
    from tests.letters.golden import kept

    for name in ("text", "pictures"):
        shutil.rmtree(kept.FOLDER / name, ignore_errors=True)
        (kept.FOLDER / name).mkdir()
    digests = {}
    for name in kept.SAMPLES:
        data = kept.drawn(name)
        digests[name] = kept.digest_of(data)
        (kept.FOLDER / "text" / f"{name}.txt").write_text(kept.text_of(data), encoding="utf-8")
    for name in kept.PICTURES:
        picture = kept.packed(kept.picture_of(kept.drawn(name)))
        (kept.FOLDER / "pictures" / f"{name}.png").write_bytes(picture)
    told = json.dumps(digests, indent=1) + "\n"
    (kept.FOLDER / "digests.json").write_text(told, encoding="utf-8")
    print(f"{len(digests)} samples, {len(kept.PICTURES)} pictures kept")


if __name__ == "__main__":
    main()
