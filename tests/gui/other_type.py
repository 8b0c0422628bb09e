"""Screens of a case in longer words or larger type, and of moving one: what is cut off, as JSON.

Run in a process of its own, because texts are marked when modules are read:
folder for the case file, size of type, "longer" or "english", folder for pictures.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["AMPARO_THEME"] = "light"

from desktop.language import marks

VOWELS = str.maketrans({"a": "áá", "e": "éé", "i": "ïï", "o": "öö", "u": "üü"})


def longer(text: str) -> str:
    """The same text with longer words; what stands in braces stays."""
    parts = text.split("{")
    made = parts[0].translate(VOWELS)
    for part in parts[1:]:
        slot, brace, rest = part.partition("}")
        made += "{" + slot + brace + rest.translate(VOWELS)
    return made


def main(folder: Path, scale: float, words: str, pictures: Path | None) -> dict[str, list[str]]:
    if words == "longer":
        marks.N_ = longer
    from PySide6.QtWidgets import QApplication

    from desktop.casefile.cost import CHEAPEST
    from desktop.casefile.keys import new_keys
    from desktop.gui.kit import theme
    from desktop.gui.kit.background import AtOnce
    from desktop.gui.kit.doors import Host
    from desktop.gui.kit.elided import Elided
    from desktop.gui.screens.case.view import CaseScreen
    from desktop.gui.screens.case_file.view import PAGES, CaseFileScreen
    from desktop.gui.screens.finding.view import FindingScreen
    from desktop.gui.screens.importing.view import ImportingScreen
    from desktop.gui.screens.letter.view import LetterScreen
    from desktop.gui.screens.new_passphrase.view import NewPassphraseScreen
    from desktop.gui.screens.receiving.view import ReceivingScreen
    from desktop.gui.screens.restoring.view import RestoringScreen
    from desktop.gui.screens.sending.view import SendingScreen
    from desktop.system.clock import FixedClock
    from desktop.workflow.access import PreparedKeys
    from desktop.workflow.clinic import Clinic
    from tests.gui.conftest import NOW
    from tests.gui.people import marisol
    from tests.gui.reading import clipped, scrolls_across
    from tests.gui.recorders import Places, QueuedDialogs, Said

    app = QApplication([])
    theme.apply(app, scale)
    clinic = Clinic(folder, FixedClock(NOW))
    clinic.access.set_up(PreparedKeys(new_keys("Inés", "violet ladder copper", CHEAPEST)))
    record = clinic.intake.keep(clinic.intake.open_case(), marisol())
    host = Host(clinic, Places(), AtOnce(), QueuedDialogs(), Said(), lambda: None)
    found = {}
    kinds = (
        CaseScreen, FindingScreen, LetterScreen, SendingScreen, ReceivingScreen, ImportingScreen,
        NewPassphraseScreen, RestoringScreen,
    )  # fmt: skip
    places = [(kind, "") for kind in kinds] + [(CaseFileScreen, page) for page in PAGES]
    for kind, page in places:
        name = kind.__name__ + page
        for size in ((1366, 688), (1100, 640)):
            screen = kind(host)
            screen.resize(*size)
            screen.show()
            screen.enter(case_id=record.id, page=page)
            app.processEvents()
            meant = {made.text() for made in screen.findChildren(Elided)}  # "Thu Ha N…"
            cut = [text for text in clipped(screen) if text not in meant]
            if scrolls_across(screen):
                cut.append("scrolls across")
            if cut:
                found[f"{name} {size}"] = cut
            if pictures is not None:
                screen.grab().save(str(pictures / f"{name}-{words}-{scale}-{size[0]}.png"))
            screen.close()
    clinic.access.close()
    return found


if __name__ == "__main__":
    shown = Path(sys.argv[4]) if len(sys.argv) > 4 else None
    cut_off = main(Path(sys.argv[1]), float(sys.argv[2]), sys.argv[3], shown)
    print(json.dumps(cut_off, ensure_ascii=False))
