"""The words of a letter in one language, with English for whatever was not translated anew.

A translated text is used only while its fingerprint fits the English of
today; together with what is put into it, so that no sentence mixes languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from desktop.domain.letters import Translation
from desktop.letters.markup import POP
from desktop.letters.saying import voice_of
from desktop.letters.slots import IN_ENGLISH, KEYED, Told, values
from desktop.letters.template import SOURCE_LANGUAGE, Fragment, Template, texts_of
from desktop.letters.texts import fingerprint

_SLOT = re.compile(r"\{([^{}]*)\}")
# A slot that says nothing leaves a space too many; "Inc." and initials bring their own full stop.
_EMPTY = re.compile(r"(?<=[“( ]) +")
_TWO_STOPS = re.compile(rf"\.{POP}\.")
# Filled when the page is drawn.
_LATER = frozenset({"page", "pages", "author", "signer", "signer_title", "signed_on"})


class Wording:
    """Says a key in the letter's language; ``fragments`` fill slots with words of our own."""

    def __init__(
        self, template: Template, language: str, told: Told, fragments: Mapping[str, Fragment]
    ) -> None:
        self.language = language
        self._template = template
        self._told = told
        self._fragments = fragments
        texts = texts_of(template, language)
        self.translation: Translation | None = texts.translation
        self._texts = texts.by_key
        self._english = texts_of(template, SOURCE_LANGUAGE).by_key

    def is_current(self, key: str) -> bool:
        """Whether the text, and each fragment in it, fits the English of today."""
        if self.language == SOURCE_LANGUAGE:
            return True
        text = self._texts.get(key)
        if text is None or text.renders != fingerprint(self._english[key].body):
            return False
        return all(self.is_current(inside) for slot in text.slots for inside in self._keys(slot))

    def _keys(self, slot: str) -> Iterator[str]:
        """The keys of our own words that can fill a slot."""
        if slot in self._fragments:
            yield self._fragments[slot].key
        if slot == "language_name":  # a letter names no language but its own
            yield f"{KEYED[slot]}{self._told.language}"
        elif slot in KEYED:
            yield from (key for key in self._english if key.startswith(KEYED[slot]))

    def say(self, key: str) -> tuple[str, str]:
        """The text of a key, filled in, and the language that it is in."""
        if not self.is_current(key):
            return self._in_english.say(key)
        return self._filled(self._texts[key].to_print), self.language

    @cached_property
    def _in_english(self) -> Wording:
        return Wording(self._template, SOURCE_LANGUAGE, self._told, self._fragments)

    @cached_property
    def bodies(self) -> dict[str, str]:
        """The letter's own words by key, not filled in; English where a translation is old."""
        bodies = {key: text.body for key, text in self._english.items()}
        return bodies | {k: text.body for k, text in self._texts.items() if self.is_current(k)}

    @cached_property
    def _values(self) -> dict[str, str]:
        return values(self._told, voice_of(self.language), self.bodies)

    def _filled(self, body: str) -> str:
        filled = _EMPTY.sub("", _SLOT.sub(lambda slot: self._fill(slot[1]), body))
        return _TWO_STOPS.sub(rf".{POP}", filled)

    def _fill(self, slot: str) -> str:
        if slot in _LATER:
            return f"{{{slot}}}"
        if slot.endswith(IN_ENGLISH):
            return self._in_english._fill(slot.removesuffix(IN_ENGLISH))
        if slot in self._fragments:
            return self._filled(self._texts[self._fragments[slot].key].to_print)
        return self._values.get(slot, "")
