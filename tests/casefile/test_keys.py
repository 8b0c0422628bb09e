"""Passphrases, the recovery code, and a keys.json that somebody spoilt or tampered with."""

from __future__ import annotations

import base64
import json
import time
import tracemalloc
import unicodedata
from pathlib import Path

import pytest

from desktop.casefile import keys as keyring
from desktop.casefile import keys_file
from desktop.casefile.casefile import CaseFile
from desktop.casefile.cost import (
    CEILING_MIB,
    CHEAPEST,
    FLOOR_MIB,
    Cost,
    calibrated,
    cost_of_a_second,
)
from desktop.casefile.encoded import NotASlot
from desktop.casefile.folder import KEYS, KEYS_COPY
from desktop.casefile.keys import NewKeys, derive, derive_from_recovery, with_member
from desktop.casefile.keys_file import keys_of, read_keys, text_of
from desktop.casefile.passphrase import IN_ORDER, OWN_NAME, TOO_ALIKE, TOO_SHORT, advice
from desktop.casefile.recovery import is_same_code, new_code, normalised
from desktop.domain.problems_casefile import (
    KeysDamaged,
    KeysMissing,
    RecoveryCodeIncomplete,
    WrongPassphrase,
    WrongRecoveryCode,
)
from tests.casefile.conftest import INES, NOW, PASSPHRASE


def test_the_passphrase_gives_the_data_key(keys: NewKeys) -> None:
    assert derive(keys.keys, PASSPHRASE) == keys.file_key
    assert keys.file_key.member == INES


def test_another_passphrase_gives_nothing(keys: NewKeys) -> None:
    with pytest.raises(WrongPassphrase):
        derive(keys.keys, PASSPHRASE + " ")


def test_a_passphrase_typed_on_a_mac_opens_what_was_made_on_windows(keys: NewKeys) -> None:
    decomposed = unicodedata.normalize("NFD", PASSPHRASE)
    assert decomposed != PASSPHRASE
    assert derive(keys.keys, decomposed) == keys.file_key


def test_two_members_have_the_same_file_each_by_their_own_passphrase(keys: NewKeys) -> None:
    both = with_member(keys.keys, keys.file_key, "Tomas Reyes", "copper river nine owls", CHEAPEST)
    both = keys_of(text_of(both))
    assert both.members == (INES, "Tomas Reyes")
    assert derive(both, "copper river nine owls", "Tomas Reyes").data_key == keys.file_key.data_key
    assert derive(both, "copper river nine owls").member == "Tomas Reyes"
    with pytest.raises(WrongPassphrase):
        derive(both, PASSPHRASE, "Tomas Reyes")


def test_no_two_files_share_a_key_and_none_shows_one(keys: NewKeys) -> None:
    other = keyring.new_keys(INES, PASSPHRASE, CHEAPEST)
    assert other.file_key.data_key != keys.file_key.data_key
    for secret in (keys.file_key.data_key.hex(), str(keys.file_key.data_key), keys.recovery_code):
        assert secret not in repr(keys)
    told = text_of(keys.keys)
    assert PASSPHRASE.encode() not in told
    assert keys.recovery_code.replace("-", "").encode() not in told.replace(b"-", b"")
    assert base64.b64encode(keys.file_key.data_key)[:40] not in told


def test_the_recovery_code_gives_the_data_key_and_names_nobody(keys: NewKeys) -> None:
    found = derive_from_recovery(keys.keys, keys.recovery_code)
    assert (found.data_key, found.member) == (keys.file_key.data_key, None)


def test_a_recovery_code_has_eight_groups_of_four_and_160_bits() -> None:
    code = new_code()
    assert [len(group) for group in code.split("-")] == [4] * 8
    assert len({new_code() for _ in range(50)}) == 50
    assert not set("ILOU") & set("".join(new_code() for _ in range(50)))


@pytest.mark.parametrize(
    "slip",
    [
        str.lower,
        lambda code: code.replace("-", ""),
        lambda code: code.replace("-", "  "),
        lambda code: code.replace("-", " – "),
        lambda code: code.replace("0", "O"),
        lambda code: code.replace("0", "o").replace("1", "l"),
        lambda code: code.replace("1", "I"),
        lambda code: code.replace("1", "L"),
        lambda code: code.replace("V", "u"),
        lambda code: f"\n {code}\t",
        lambda code: "".join(chr(ord(c) + 0xFEE0) if c.isalnum() else c for c in code),
    ],
)
def test_a_slip_in_typing_the_recovery_code_is_forgiven(slip: object) -> None:
    code = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ"
    assert callable(slip)
    assert normalised(slip(code)) == code
    assert is_same_code(code, slip(code))


def test_half_a_recovery_code_is_told_from_a_wrong_one(keys: NewKeys) -> None:
    with pytest.raises(RecoveryCodeIncomplete) as told:
        derive_from_recovery(keys.keys, keys.recovery_code[:-1])
    assert "31 can be read" in told.value.sentence
    with pytest.raises(WrongRecoveryCode):
        derive_from_recovery(keys.keys, new_code())
    assert not is_same_code(keys.recovery_code, keys.recovery_code[:-1])
    assert not is_same_code(keys.recovery_code, new_code())


@pytest.mark.parametrize(
    "change",
    [
        {"mib": 1024 * 1024 * 1024},
        {"mib": CEILING_MIB + 1},
        {"mib": FLOOR_MIB - 1},
        {"mib": True},
        {"mib": 64.0},
        {"mib": -64},
        {"mib": "64"},
        {"passes": 2**31},
        {"passes": 0},
        {"lanes": 1000},
        {"salt": ""},
        {"salt": base64.b64encode(bytes(10**5)).decode()},
        {"salt": 16},
        {"salt": "not base64!"},
        {"function": "md5"},
        {"more": 1},
    ],
)
def test_a_cost_that_was_tampered_with_is_refused_before_anything_is_computed(
    keys: NewKeys, change: dict[str, object]
) -> None:
    content = _resummed(keys, lambda told: told["slots"][1]["derivation"].update(change))
    tracemalloc.start()
    start = time.process_time()
    with pytest.raises(NotASlot):
        keys_of(content)
    assert time.process_time() - start < 0.5
    assert tracemalloc.get_traced_memory()[1] < 4_000_000
    tracemalloc.stop()


@pytest.mark.parametrize(
    "tamper",
    [
        lambda told: told.update(vault="0" * 32),
        lambda told: told["slots"][1].update(name="Somebody Else"),
        lambda told: told["slots"][1]["derivation"].update(passes=2),
    ],
)
def test_what_a_slot_says_of_itself_cannot_be_changed(keys: NewKeys, tamper: object) -> None:
    tampered = keys_of(_resummed(keys, tamper))
    with pytest.raises(WrongPassphrase):
        derive(tampered, PASSPHRASE)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 500,
        b"[]",
        b"{}",
        b"[" * 100_000,
        b'{"format": "amparo-keys/2"}',
        b'{"format": "amparo-keys/1", "vault": "v", "slots": [], "sum": "0"}',
    ],
)
def test_what_is_not_a_keys_file_is_refused(content: bytes) -> None:
    with pytest.raises(NotASlot):
        keys_of(content)


@pytest.mark.parametrize(
    "tamper",
    [
        lambda told: told.update(vault=3),
        lambda told: told.update(slots={}),
        lambda told: told.update(slots=[]),
        lambda told: told.update(slots=told["slots"] * 60),
        lambda told: told["slots"].append("a slot"),
        lambda told: told["slots"][0].update(kind="ghost"),
        lambda told: told["slots"][1].update(name=7),
        lambda told: told["slots"][1].update(name="n" * 10_000),
        lambda told: told["slots"][1].update(sealed=""),
        lambda told: told["slots"][0].pop("nonce"),
    ],
)
def test_keys_that_amparo_would_not_have_written_are_refused(keys: NewKeys, tamper: object) -> None:
    with pytest.raises(NotASlot):
        keys_of(_resummed(keys, tamper))


def test_every_spoilt_byte_of_the_keys_is_noticed_or_harmless(keys: NewKeys) -> None:
    content = text_of(keys.keys)
    for at in range(0, len(content), 7):
        spoilt = bytearray(content)
        spoilt[at] ^= 0x11
        try:
            assert keys_of(bytes(spoilt)) == keys.keys
        except NotASlot:
            continue


def test_spoilt_keys_are_taken_from_their_copy_and_mended(closed: Path, keys: NewKeys) -> None:
    sound = (closed / KEYS).read_bytes()
    for name in (KEYS, KEYS_COPY):
        (closed / name).write_bytes(sound[: len(sound) // 2])
        found = derive(read_keys(closed), PASSPHRASE)
        CaseFile.open(closed, found).close()
        assert (closed / name).read_bytes() == sound
        (closed / name).unlink()
        CaseFile.open(closed, derive(read_keys(closed), PASSPHRASE)).close()
        assert (closed / name).read_bytes() == sound
    assert keys.keys == read_keys(closed)


def test_keys_that_are_missing_are_told_from_keys_that_are_damaged(closed: Path) -> None:
    (closed / KEYS).write_bytes(b"{")
    (closed / KEYS_COPY).write_bytes(b"")
    with pytest.raises(KeysDamaged):
        read_keys(closed)
    (closed / KEYS).unlink()
    (closed / KEYS_COPY).unlink()
    with pytest.raises(KeysMissing) as told:
        read_keys(closed)
    assert str(closed) in told.value.sentence


def test_keys_survive_a_file_made_and_opened_again(folder: Path, keys: NewKeys) -> None:
    CaseFile.create(folder, keys, NOW).close()
    assert derive(read_keys(folder), PASSPHRASE) == keys.file_key


@pytest.mark.parametrize(
    ("seconds_for_cheapest", "expected"),
    [
        (0.010, Cost(256, 25)),
        (0.0001, Cost(256, 32)),
        (0.075, Cost(256, 3)),
        (0.2, Cost(104, 3)),
        (0.4, Cost(64, 2)),
        (5.0, Cost(64, 1)),
    ],
)
def test_the_cost_follows_the_computer_within_its_bounds(
    seconds_for_cheapest: float, expected: Cost
) -> None:
    assert cost_of_a_second(seconds_for_cheapest) == expected


def test_a_measured_cost_is_allowed() -> None:
    assert calibrated().mib >= FLOOR_MIB


@pytest.mark.parametrize(
    ("passphrase", "expected"),
    [
        ("", TOO_SHORT),
        ("short words", TOO_SHORT),
        ("aaaaaaaaaaaaaaaa", TOO_ALIKE),
        ("abababababababab", TOO_ALIKE),
        ("123456789012345", IN_ORDER),
        ("zyxwvutsrqponml", IN_ORDER),
        ("InésDuarte2026", OWN_NAME),
        ("duarte duarte 1", OWN_NAME),
        (PASSPHRASE, None),
        ("duarte keeps seven blue herons", None),
        ("四つの言葉が並んでいる夜の海", None),
    ],
)
def test_a_weak_passphrase_gets_one_sentence(passphrase: str, expected: str | None) -> None:
    assert advice(passphrase, INES) == expected


def _resummed(keys: NewKeys, tamper: object) -> bytes:
    """The keys as somebody would tamper with them who knows how the sum is made."""
    told = json.loads(text_of(keys.keys))
    del told["sum"]
    assert callable(tamper)
    tamper(told)
    return json.dumps({**told, "sum": keys_file._sum(told)}).encode()
