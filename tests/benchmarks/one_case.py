"""One case assessed from the command line, beside a Python that does nothing.

python tests/benchmarks/one_case.py [turns]       target: less than half a second more
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.benchmarks.interleaved import Command, by_turns, longer  # noqa: E402 - found by the line above


def main(turns: int) -> None:
    """Print the times and what the program costs on top of Python."""
    case = str(ROOT / "resources" / "demo" / "case.json")
    here = {"PYTHONPATH": str(ROOT)}
    amparo = [sys.executable, "-m", "desktop"]
    with tempfile.TemporaryDirectory() as folder:
        letter = str(Path(folder, "letter.pdf"))
        took = by_turns(
            {
                "python -c pass": Command([sys.executable, "-c", "pass"], None, here),
                "amparo assess": Command([*amparo, "assess", case], None, here),
                "amparo letter": Command(
                    [*amparo, "letter", case, "--out", letter, "--force"], None, here
                ),
            },
            turns,
        )
    nothing = took.pop("python -c pass")
    for name, times in took.items():
        print(f"{name}: {1000 * longer(times, nothing):.0f} ms more than python -c pass")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 15)
