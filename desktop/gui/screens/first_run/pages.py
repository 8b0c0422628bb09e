"""The pages of the first start: what each explains, and the fields it has."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from desktop.gui.kit import theme
from desktop.gui.kit.icons import Picture
from desktop.gui.kit.messages import Notice
from desktop.gui.kit.parts import Paragraph, at_most, button, column, label, row
from desktop.gui.kit.passphrase import PassphraseField
from desktop.gui.screens.first_run.presenter import FirstRunState
from desktop.language.marks import N_

WELCOME = N_("Welcome to Amparo")
WELCOME_TEXT = N_(
    "Amparo shows what city, state and federal rules say about a person in custody, and makes "
    "a letter that tells them their rights."
)
PROMISES = (
    ("lock", N_("Everything stays on this computer, in one encrypted file.")),
    ("offline", N_("It works without the internet and sends nothing.")),
    ("pen", N_("It informs. Each letter is a draft until an attorney has signed it.")),
)
NEXT_STEPS = N_("Next: your name, a passphrase, and a recovery sheet to print. About 3 minutes.")
RESTORE = N_("Bring back a backup instead")
YOU = N_("Who are you?")
YOU_TEXT = N_("Your name stands in the file’s journal, so that the clinic can see who did what.")
NAME = N_("Your name")
PHRASE = N_("Choose a passphrase")
PHRASE_TEXT = N_(
    "It locks everything that clients tell you. Four or more words that do not belong together "
    "are easy to keep and hard to guess. Long is better than difficult."
)
PASSPHRASE = N_("Passphrase")
AGAIN = N_("The same again")
SHOW = N_("Show")
HIDE = N_("Hide")
CAPS_LOCK = N_("Caps Lock is on")
NO_RESET = N_("Nobody can reset it: not us, not the maker of this computer.")
READING = 592
FIELD = 452


class Page(QWidget):
    """A head, a few lines, and what each page adds in ``body``."""

    changed = Signal()
    entered = Signal()

    def __init__(self, head: str, text: str) -> None:
        super().__init__()
        self.first_field: QWidget | None = None
        self.place: QWidget = self  # what the stack holds: the page on its scrolling ground
        self.body = column()
        explained = Paragraph(text, "prose", "ink2")
        self.across = row(self, gap=48)
        whole = column()
        self.across.addLayout(whole, 1)
        whole.addWidget(Paragraph(head, "welcome"))
        whole.addSpacing(theme.px(16))
        whole.addLayout(at_most(READING, explained))
        whole.addSpacing(theme.px(32))
        whole.addLayout(self.body)
        whole.addStretch()

    def fit(self, narrow: bool) -> None:
        """Put what stands at the right below instead, where there is no room beside."""
        down, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self.across.setDirection(down if narrow else beside)

    def show_state(self, state: FirstRunState) -> None:
        """Show what this page shows of the state."""

    def forget(self) -> None:
        """The page is left; secrets typed on it go."""

    def add_field(self, field: QLineEdit, words: str) -> None:
        name = label(words, "head")
        name.setBuddy(field)
        field.textEdited.connect(lambda _text: self.changed.emit())
        field.returnPressed.connect(self.entered)
        self.body.addWidget(name)
        self.body.addSpacing(theme.px(8))
        self.body.addLayout(at_most(FIELD, field))


class WelcomePage(Page):
    """What this is, before anything is asked."""

    def __init__(self) -> None:
        super().__init__(WELCOME, WELCOME_TEXT)
        for picture, promise in PROMISES:
            line = row(gap=12)
            line.addWidget(Picture(picture, "accent", line=20), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Paragraph(promise, "body"), 1)
            self.body.addLayout(line)
            self.body.addSpacing(theme.px(16))
        self.body.addSpacing(theme.px(16))
        self.body.addWidget(Paragraph(NEXT_STEPS, "body", "ink2"))
        self.body.addSpacing(theme.px(16))
        self.restore = button(RESTORE, "link")
        across = row()
        across.addWidget(self.restore)
        across.addStretch()
        self.body.addLayout(across)


class YouPage(Page):
    """One name."""

    def __init__(self) -> None:
        super().__init__(YOU, YOU_TEXT)
        self.name = QLineEdit()
        self.name.setProperty("room", "large")
        self.name.setAccessibleName(NAME)
        self.add_field(self.name, NAME)
        self.first_field = self.name

    def show_state(self, state: FirstRunState) -> None:
        if self.name.text() != state.name:
            self.name.setText(state.name)


class PassphrasePage(Page):
    """The passphrase twice, with advice while it is too weak."""

    def __init__(self) -> None:
        super().__init__(PHRASE, PHRASE_TEXT)
        self.first = PassphraseField(PASSPHRASE)
        self.second = PassphraseField(AGAIN)
        self.first_field = self.first
        self._notice = Notice()
        self._notice.setMinimumHeight(theme.px(36))  # two lines, so that nothing below moves
        self._show = button(SHOW, "link")
        self._show.clicked.connect(self._reveal)
        self._caps_lock = False
        self._advice = ""
        self.add_field(self.first, PASSPHRASE)
        self._add_beneath()
        self.add_field(self.second, AGAIN)
        self.body.addSpacing(theme.px(32))
        self.body.addWidget(Paragraph(NO_RESET, "control", "ink2"))
        for field in (self.first, self.second):
            field.caps_lock_seen.connect(self._see_caps_lock)

    def show_state(self, state: FirstRunState) -> None:
        for field in (self.first, self.second):
            field.setReadOnly(state.waiting)
        self._advice = state.advice
        self._tell()

    def forget(self) -> None:
        self.first.clear()
        self.second.clear()
        self._caps_lock = False

    def _add_beneath(self) -> None:
        line = row(gap=16)
        line.addWidget(self._notice, 1, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._show, 0, Qt.AlignmentFlag.AlignTop)
        held = QWidget()
        held.setLayout(line)
        self.body.addSpacing(theme.px(8))
        self.body.addLayout(at_most(FIELD, held))
        self.body.addSpacing(theme.px(12))

    def _see_caps_lock(self, is_on: bool) -> None:
        self._caps_lock = is_on
        self._tell()

    def _tell(self) -> None:
        if self._caps_lock:
            self._notice.say(CAPS_LOCK)
        else:
            self._notice.say(self._advice, "info", "ink2")

    def _reveal(self) -> None:
        shown = self.first.echoMode() is QLineEdit.EchoMode.Password
        self.first.reveal(shown)
        self.second.reveal(shown)
        self._show.setText(HIDE if shown else SHOW)
