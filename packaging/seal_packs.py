"""Seals the shipped packs: writes their digests, and the forms from which they load fast.

    python packaging/seal_packs.py            both
    python packaging/seal_packs.py --forms    only the forms, as on installing

The digests are part of the release and are committed: a pack that no longer has its
digest is marked as changed, and no letter rests on it. The forms lie in build/ and
are never committed; without them, or when a text has changed, the YAML is read.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main(words: list[str]) -> int:
    """Seal what lies in resources/packs. 0 when it is done, 2 when a pack is refused."""
    from desktop.domain.problems import Problem  # noqa: PLC0415 - found once ROOT is on the path
    from desktop.library.pack_files import write_form  # noqa: PLC0415
    from desktop.library.shelves import DIGESTS, FORMS, digests_of, pack_folders  # noqa: PLC0415
    from desktop.system.resources import resource  # noqa: PLC0415

    shelf = resource("packs")
    try:
        if "--forms" not in words:
            told = {"format": "amparo-digests/1", "packs": dict(sorted(digests_of(shelf).items()))}
            text = json.dumps(told, indent=1) + "\n"
            (shelf / DIGESTS).write_text(text, encoding="utf-8", newline="\n")
        for folder in pack_folders(shelf):
            write_form(folder, FORMS)
    except Problem as problem:
        print(problem.sentence, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main(sys.argv[1:]))
