"""Pages as they came out when somebody last looked at them: marks of each page, some pictures.

For every kind, language and sheet: a digest of all that the file holds, and one of each page
as the pinned rasteriser shows it. For the first page of a sheet and script also a picture, so
that a change can be seen. ``tests/tools/keep_golden.py`` writes them anew; look at the pages
before you keep them. What a page says is held against its letter in ``test_aloud.py``.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path

from PIL import Image

from desktop.letters.pdf import draw_test_page
from tests.letters.drawn import REAL, drawn
from tests.letters.samples import MADE_AT

FOLDER = Path(__file__).parent
SCRIPTS = ("en", "vi", "ru", "ar", "zh-Hans", "zh-Hant")
TEST_PAGE = "test-page"
DOTS = 64  # an inch
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)

LETTERS: Mapping[str, Callable[[], bytes]] = {
    **{str(real): partial(drawn, real) for real in REAL},
    TEST_PAGE: partial(draw_test_page, MADE_AT),
}
PICTURES = (
    *(str(real) for real in REAL if real.kind in ("rights", "wallet") and real[1] in SCRIPTS),
    TEST_PAGE,
)


def by_language() -> dict[str, list[str]]:
    """The names of all letters, put together by language: each has a file of digests."""
    found: dict[str, list[str]] = {}
    for real in REAL:
        found.setdefault(real.language, []).append(str(real))
    found["en"].append(TEST_PAGE)
    return found


def kept(language: str) -> dict[str, list[str]]:
    """The digests that were kept: of the file, and of each page."""
    told: dict[str, list[str]] = json.loads(_file(language).read_text(encoding="utf-8"))
    return told


def keep(language: str, digests: Mapping[str, list[str]]) -> None:
    lines = (f" {json.dumps(name)}: {json.dumps(each)}" for name, each in digests.items())
    _file(language).write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def _file(language: str) -> Path:
    return FOLDER / "digests" / f"{language}.json"


@cache
def digests_of(name: str) -> list[str]:
    """Of everything in the file, then of the picture of each page."""
    pages = (hashlib.sha256(page.tobytes()).hexdigest()[:16] for page in pages_of(name))
    return [_digest(LETTERS[name]()), *pages]


@cache
def pages_of(name: str) -> tuple[Image.Image, ...]:
    """The pages as the pinned rasteriser shows them, in grey."""
    return tuple(_pages(LETTERS[name]()))


def _pages(data: bytes) -> Iterator[Image.Image]:
    import pypdfium2  # type: ignore[import-untyped]

    document = pypdfium2.PdfDocument(data)
    for page in document:
        yield page.render(scale=DOTS / 72, grayscale=True).to_pil()
        page.close()
    document.close()


def _digest(data: bytes) -> str:
    """A mark of everything in the file; how well it was packed does not count."""
    found = hashlib.sha256()
    position = 0
    for stream in _STREAM.finditer(data):
        head = data[position : stream.start()]
        found.update(re.sub(rb"/Length \d+", b"", head))
        packed = stream[1]
        found.update(zlib.decompress(packed) if packed[:1] == b"\x78" else packed)
        position = stream.end()
    return found.hexdigest()[:32]


def packed(picture: Image.Image) -> bytes:
    """A picture of sixteen greys, as it is kept."""
    out = io.BytesIO()
    picture.point([round(grey / 17) * 17 for grey in range(256)]).save(out, "PNG", optimize=True)
    return out.getvalue()
