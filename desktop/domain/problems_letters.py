"""What can go wrong with a letter, in words that a person can act on."""

from __future__ import annotations

from desktop.domain.problems import Problem
from desktop.language.marks import N_


class NoSuchKind(Problem):
    """A kind of letter that is not on the shelf."""

    code = "LETTER-01"
    what = N_("There is no letter of the kind “{asked}”.")
    remedy = N_("Choose one of these kinds: {there}.")

    def __init__(self, asked: str, there: tuple[str, ...]) -> None:
        super().__init__(asked=asked, there=", ".join(there))


class NoSuchLanguage(Problem):
    """A language into which this letter was never put."""

    code = "LETTER-02"
    what = N_("The letter “{kind}” is not there in the language “{asked}”.")
    remedy = N_("Choose one of these languages: {there}.")

    def __init__(self, kind: str, asked: str, there: tuple[str, ...]) -> None:
        super().__init__(kind=kind, asked=asked, there=", ".join(there))


class NoSuchSheet(Problem):
    """A paper shape in which this letter cannot be printed."""

    code = "LETTER-03"
    what = N_("The letter “{kind}” is not there on the sheet “{asked}”.")
    remedy = N_("Choose one of these sheets: {there}.")

    def __init__(self, kind: str, asked: str, there: tuple[str, ...]) -> None:
        super().__init__(kind=kind, asked=asked, there=", ".join(there))


class CannotPrintCharacters(Problem):
    """Text with letters that no font of the letters has. A box in place of a name helps nobody."""

    code = "LETTER-04"
    what = N_("The letter cannot be drawn: its fonts have no letters for {characters}.")
    why = N_("They stand in “{text}”.")
    remedy = N_("Write it in Latin letters, or leave the name off the letter.")

    def __init__(self, characters: str, text: str) -> None:
        super().__init__(characters=characters, text=text)


class NotVouchedFor(Problem):
    """Findings that rest on a pack behind which nobody stands."""

    code = "LETTER-06"
    what = N_("No letter can be written from this: nobody vouches for {packs}.")
    why = N_("On it rest {rules}.")
    remedy = N_("Assess the case without that pack, or have it signed by somebody who is known.")

    def __init__(self, packs: tuple[str, ...], rules: tuple[str, ...]) -> None:
        super().__init__(packs=", ".join(packs), rules=", ".join(rules))


class TemplateRefused(Problem):
    """A letter's own files are wrong: nobody should print from them."""

    code = "LETTER-05"
    what = N_("{place}: {wrong}.")
    remedy = N_("{right}.")

    def __init__(self, place: str, wrong: str, right: str) -> None:
        super().__init__(place=place, wrong=wrong, right=right)


class CardTooSmall(Problem):
    """Words that fit on no card in a size that can be read."""

    code = "LETTER-08"
    what = N_("The card has no room for these words in the language “{language}”.")
    why = N_("The clinic's name or telephone number may be too long for it.")
    remedy = N_("Shorten them, or choose another sheet.")

    def __init__(self, language: str) -> None:
        super().__init__(language=language)


class NotCalledFor(Problem):
    """A letter that asks a custodian for something, where the case gives nothing to ask for."""

    code = "LETTER-07"
    what = N_("There is nothing to write in a letter of the kind “{kind}”.")
    why = N_("No rule that it speaks of is found broken on the facts that the case holds.")
    remedy = N_("Answer what is still open, or choose another kind of letter.")

    def __init__(self, kind: str) -> None:
        super().__init__(kind=kind)
