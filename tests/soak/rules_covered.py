"""Every line and every branch of the rules engine is run by the claims about it.

    python tests/soak/rules_covered.py

Needs coverage (PyPI), in an environment that has what the tests need; a few minutes.
Prints what is never run, and fails where there is any.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CLAIMS = ("tests/rules", "tests/packs/test_proof.py", "tests/packs/test_standing.py")
RUN = ("run", "--branch", "--source=desktop/rules", "-m", "pytest", "-q", *CLAIMS)
REPORT = ("report", "--show-missing", "--skip-covered", "--fail-under=100")


def main() -> int:
    """Run the claims, and tell what they leave out."""
    with tempfile.TemporaryDirectory() as folder:
        kept = {**os.environ, "COVERAGE_FILE": str(Path(folder) / "coverage")}
        for words in (RUN, REPORT):
            command = [sys.executable, "-m", "coverage", *words]
            status = subprocess.run(command, cwd=ROOT, env=kept, check=False).returncode
            if status:
                return status
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
