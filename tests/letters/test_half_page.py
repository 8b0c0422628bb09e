"""Whoever reads half a page knows what to do now, what not to sign and whom to call."""

from __future__ import annotations

import pytest

from desktop.gui.kit.page_images import find_texts
from desktop.letters.aloud import read_aloud
from desktop.letters.pdf import draw
from tests.letters.gallery import GALLERY

TEN = (
    *("boston police, bail paid", "sheriff, bail paid", "court officers", "bail set"),
    *("another hold", "a court's warrant", "ICE", "let go", "nothing known", "state prison"),
)
HALF = 0.5 + 0.01  # of the page; the last line may stand on the middle


@pytest.mark.parametrize("name", TEN)
def test_the_first_half_page_says_what_to_do_what_not_to_sign_and_whom_to_call(name: str) -> None:
    letter = GALLERY[name].letter()
    (now,) = [each for each in letter.passages if each.key.startswith("now.")]
    keys = ("call.number", now.key, "sign.ice")
    found = find_texts(draw(letter), [each.text for each in letter.passages])
    boxes = dict(zip((each.key for each in letter.passages), found, strict=True))
    for key in keys:
        assert all(box.page == 0 and box.bottom <= HALF for box in boxes[key]), key
    heard = list(dict.fromkeys(each.key for each in read_aloud(letter)))
    assert [key for key in heard if key in keys] == list(keys)
    assert heard.index("sign.ice") < 10
