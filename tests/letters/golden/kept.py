"""Pages as they came out when somebody last looked at them: text, marks and pictures.

For every sample: the text of each page, and a digest of all that the file holds. For one page
a sheet and script also a picture. ``tests/tools/keep_golden.py`` writes them anew; look at the
pages before you keep them.
"""

from __future__ import annotations

import hashlib
import io
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path

from PIL import Image

from desktop.letters.pdf import draw, draw_test_page, printed_on, sheets
from tests.letters.paper_read import Pdf
from tests.letters.samples import LANGUAGES, MADE_AT, card, sample

FOLDER = Path(__file__).parent
PICTURED = ("en", "vi", "ru", "ar", "zh-Hans", "zh-Hant")
_DOTS = 64  # an inch
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)


def _samples() -> Iterator[tuple[str, Callable[[], bytes]]]:
    for language in LANGUAGES:
        for sheet in sheets("rights", language):
            yield f"{language}-{sheet}", partial(draw, sample(language, 3), None, sheet)
        yield f"{language}-wallet", partial(printed_on, card(language), None, "wallet")
    yield "test-page", partial(draw_test_page, MADE_AT)


SAMPLES: Mapping[str, Callable[[], bytes]] = dict(_samples())
PICTURES = [name for name in SAMPLES if name == "test-page" or name.rpartition("-")[0] in PICTURED]


@cache
def drawn(name: str) -> bytes:
    return SAMPLES[name]()


def text_of(data: bytes) -> str:
    """What each page says, mark by mark, in the order of the stream."""
    pages = (
        "\n".join(f"{piece.tag}: {piece.text}" for piece in page if piece.text)
        for page in Pdf(data).written()
    )
    return "\n\n".join(pages) + "\n"


def digest_of(data: bytes) -> str:
    """A mark of everything in the file; how well it was packed does not count."""
    found = hashlib.sha256()
    position = 0
    for stream in _STREAM.finditer(data):
        head = data[position : stream.start()]
        found.update(re.sub(rb"/Length \d+", b"", head))
        packed = stream[1]
        found.update(zlib.decompress(packed) if packed[:1] == b"\x78" else packed)
        position = stream.end()
    return found.hexdigest()


def picture_of(data: bytes, page: int = 0) -> Image.Image:
    """A page as the pinned rasteriser shows it, in grey."""
    import pypdfium2  # type: ignore[import-untyped]

    document = pypdfium2.PdfDocument(data)
    shown: Image.Image = document[page].render(scale=_DOTS / 72).to_pil().convert("L")
    document.close()
    return shown


def packed(picture: Image.Image) -> bytes:
    """A picture of sixteen greys, as it is kept."""
    out = io.BytesIO()
    picture.point([round(grey / 17) * 17 for grey in range(256)]).save(out, "PNG", optimize=True)
    return out.getvalue()
