"""Writes the JSON Schemas of case files and assessments into resources/schema.

    python packaging/write_schemas.py

They are made from the words that the program itself reads and writes, and are committed:
run this after a change of ``desktop/domain/vocabulary.py`` or of a document's shape.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "schema"


def written() -> dict[str, str]:
    """Each schema as it is written, by the name of its file."""
    from assessment_schema import assessment_schema  # noqa: PLC0415 - found with ROOT on the path
    from case_schema import case_schema  # noqa: PLC0415

    schemas = {"amparo-case-1": case_schema(), "amparo-assessment-1": assessment_schema()}
    return {
        f"{name}.schema.json": json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
        for name, schema in schemas.items()
    }


def main() -> int:
    """Write them all."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in written().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
