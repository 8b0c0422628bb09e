"""Tries our bidirectional algorithm on all of Unicode's cases, where the ordinary tests take some.

    python tests/tools/check_bidi.py [BidiCharacterTest.txt]

The file lies in Debian's package ``unicode-data``.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WHOLE = Path("/usr/share/unicode/BidiCharacterTest.txt")


def main(arguments: Sequence[str]) -> int:
    sys.path.insert(0, str(ROOT))
    from tests.letters.bidi_cases import bidi_cases

    cases = list(bidi_cases(Path(arguments[0]) if arguments else WHOLE))
    failed = [case for case in cases if case.fails()]
    for case in failed[:5]:
        print(case)
    print(f"{len(cases) - len(failed)} of {len(cases)} cases")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
