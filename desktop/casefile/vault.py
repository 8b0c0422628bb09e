"""What the file says of itself: which vault it is, since when, and the seal of those inside."""

from __future__ import annotations

from datetime import datetime

from desktop.casefile.codec import instant, written
from desktop.casefile.errands import Errands
from desktop.casefile.keys import FileKey
from desktop.domain.problems_casefile import KeysDoNotFit

_BEGIN = "INSERT INTO vault (only_row, id, made_at) VALUES (1, ?, ?)"
_MADE_AT = "SELECT made_at FROM vault"
_SEAL = "SELECT secret FROM seal"
_ADD_SEAL = "INSERT INTO seal (only_row, secret) VALUES (1, coalesce(?, randomblob(32)))"


class Vault:
    """The one row of an open file that stays for good."""

    def __init__(self, errands: Errands) -> None:
        self._errands = errands

    def begin(self, key: FileKey, now: datetime) -> None:
        """Say whose file this is; write inside an errand."""
        self._errands.write(_BEGIN, (key.vault, written(now)))
        self._errands.write(_ADD_SEAL, (key.seal,))

    @property
    def made_at(self) -> datetime:
        return instant(self._errands.rows(_MADE_AT)[0][0])

    def seal(self, borne: bytes | None) -> bytes:
        """The file's seal, made now where the file is older than seals.

        Raises KeysDoNotFit when the key that opened the file bears another: somebody
        put it into keys.json from outside.
        """
        if not self._errands.rows(_SEAL):
            with self._errands.errand():
                self._errands.write(_ADD_SEAL, (borne,))
        seal = bytes(self._errands.rows(_SEAL)[0][0])
        if borne not in (None, seal):
            raise KeysDoNotFit
        return seal
