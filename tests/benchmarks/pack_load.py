"""All shipped packs read and compiled: from their canonical forms, and from YAML.

python tests/benchmarks/pack_load.py [turns]       target: less than 100 ms from the forms

Each turn is a new Python. "imports" is what Python loads before anything is read;
the schema's and YAML's packages load while packs are read, and only from YAML.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
CODE = """
import json, sys
from pathlib import Path
from time import perf_counter
begun = perf_counter()
from desktop.library.shelves import Library
imported = perf_counter()
library = Library(forms=Path(sys.argv[1]))
library.packs
read = perf_counter()
library.book.law()
compiled = perf_counter()
print(json.dumps([imported - begun, read - imported, compiled - read]))
"""
FORMS = """
import sys
from pathlib import Path
from desktop.library.pack_files import write_form
from desktop.library.shelves import pack_folders
from desktop.system.resources import resource
for folder in pack_folders(resource("packs")):
    write_form(folder, Path(sys.argv[1]))
"""


def main(turns: int) -> None:
    """Print the middle of the turns, each way in turn."""
    with tempfile.TemporaryDirectory() as forms:
        _python(FORMS, forms)
        ways = {"forms": forms, "YAML": "nowhere"}
        took: dict[str, list[list[float]]] = {way: [] for way in ways}
        for _ in range(turns):
            for way, place in ways.items():
                took[way].append(json.loads(_python(CODE, place)))
    for way, times in took.items():
        imports, read, compiled = (1000 * median(column) for column in zip(*times, strict=True))
        told = f"read {read:.1f} ms, compiled {compiled:.1f} ms, together {read + compiled:.1f} ms"
        print(f"from {way}: {told}; imports {imports:.1f} ms more")


def _python(code: str, place: str) -> str:
    command = [sys.executable, "-c", code, place]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return told.stdout


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 11)
