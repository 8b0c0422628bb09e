"""Says of each translated text if its English is still the one that was translated.

    python tests/tools/translations.py

A text whose English moved prints in English until somebody has translated it
anew and put the fingerprint that stands here into its first line.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NAMES = "slot.language."


def moved(kind: str, language: str) -> Iterator[tuple[str, str]]:
    """The keys whose translation is missing or old, with the fingerprint of today's English."""
    from desktop.letters.template import SOURCE_LANGUAGE, template_of, texts_of
    from desktop.letters.texts import fingerprint

    template = template_of(kind)
    translated = texts_of(template, language).by_key
    for key, english in texts_of(template, SOURCE_LANGUAGE).by_key.items():
        if key.startswith(NAMES) and key != f"{NAMES}{language}":
            continue  # a letter names no language but its own
        text = translated.get(key)
        if text is None or text.renders != fingerprint(english.body):
            yield key, fingerprint(english.body)


def main() -> int:
    sys.path.insert(0, str(ROOT))
    from desktop.letters.template import SOURCE_LANGUAGE, kinds, languages

    count = 0
    for kind in kinds():
        for language in languages(kind):
            if language == SOURCE_LANGUAGE:
                continue
            for key, mark in moved(kind, language):
                count += 1
                print(f"{kind}/{language}.md  {key}  english: {mark}")
    print(f"{count} to translate")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
