"""Only what a known key signed is vouched for; and no letter rests on anything else."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from desktop.domain.case import Case
from desktop.domain.documents import read_case
from desktop.domain.findings import Assessment, Voucher
from desktop.domain.problems_letters import NotVouchedFor
from desktop.library.shelves import Library
from desktop.library.signature import (
    KeyRefused,
    Signature,
    public_key,
    read_signature,
    sign,
    verify,
)
from desktop.rules.assess import assess
from desktop.rules.strict_yaml import PackRefused
from desktop.system.resources import resource
from desktop.workflow.drafting import Drafting
from desktop.workflow.vouching import shelves, sign_pack
from tests.library.packs_outside import keys, reworded, shipped_copy, town_pack

NOW = datetime(2026, 12, 1, 22, 0, tzinfo=UTC)
WORKED = resource("packs") / "us-ma-boston" / "cases" / "station-bail-paid.json"


def _voucher(library: Library, pack_id: str = "us-ma-nowhere") -> Voucher:
    pack = library.pack(pack_id)
    assert pack is not None
    return pack.used.vouched_by


def _case() -> Case:
    return read_case(json.loads(WORKED.read_text("utf-8"))["case"])


def _assessed(library: Library) -> Assessment:
    return assess(_case(), library.book, NOW)


def _doubtful(assessment: Assessment) -> set[str]:
    return {finding.rule for finding in assessment.findings if not finding.vouched_for}


# The signature itself


def test_a_signature_fits_its_bytes_and_its_key_only(tmp_path: Path) -> None:
    private, public = keys(tmp_path)
    _, stranger = keys(tmp_path, "stranger")
    signature = sign(b"the law", private.read_bytes(), "here")
    known = {public_key(public.read_bytes(), "here")}
    unknown = {public_key(stranger.read_bytes(), "here")}
    assert verify(b"the law", signature, known) is Voucher.SIGNER
    assert verify(b"the law", signature, unknown) is Voucher.UNKNOWN_SIGNER
    assert verify(b"the law", signature, ()) is Voucher.UNKNOWN_SIGNER
    assert verify(b"the laws", signature, known) is Voucher.CHANGED


def test_a_known_key_written_over_a_strangers_signature_vouches_for_nothing(
    tmp_path: Path,
) -> None:
    _, public = keys(tmp_path)
    stranger, _ = keys(tmp_path, "stranger")
    known = public_key(public.read_bytes(), "here")
    forged = Signature(known, sign(b"the law", stranger.read_bytes(), "here").value)
    assert verify(b"the law", forged, {known}) is Voucher.CHANGED


def test_every_bit_of_a_signature_counts(tmp_path: Path) -> None:
    private, public = keys(tmp_path)
    known = {public_key(public.read_bytes(), "here")}
    signature = sign(b"the law", private.read_bytes(), "here")
    for place in range(len(signature.value)):
        value = bytearray(signature.value)
        value[place] ^= 1
        assert verify(b"the law", Signature(signature.key, bytes(value)), known) is Voucher.CHANGED


def test_a_written_signature_is_read_again(tmp_path: Path) -> None:
    private, _ = keys(tmp_path)
    signature = sign(b"the law", private.read_bytes(), "here")
    assert read_signature(signature.written(), "here") == signature


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"format": "amparo-signature/1", "key": "AA==", "signature": "AA=="}',
        '{"format": "amparo-signature/1", "key": "?", "signature": "?"}',
        '{"format": "amparo-signature/1", "key": 1, "signature": 2}',
        "[" * 100_000,
    ],
)
def test_what_is_no_signature_is_refused(text: str) -> None:
    with pytest.raises(KeyRefused, match="here"):
        read_signature(text, "here")


def test_what_is_no_ed25519_key_is_refused(tmp_path: Path) -> None:
    private, public = keys(tmp_path)
    rsa = generate_private_key(65537, 2048)
    as_pem = rsa.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    as_public = rsa.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    for given in (b"", b"no key", public.read_bytes(), as_pem):
        with pytest.raises(KeyRefused, match="private Ed25519"):
            sign(b"the law", given, "here")
    for given in (b"", b"no key", private.read_bytes(), as_public):
        with pytest.raises(KeyRefused, match="public Ed25519"):
            public_key(given, "here")


def test_a_locked_key_is_refused_with_the_reason(tmp_path: Path) -> None:
    private, _ = keys(tmp_path)
    key = load_pem_private_key(private.read_bytes(), None)
    locked = key.private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"a passphrase")
    )
    with pytest.raises(KeyRefused, match="password"):
        sign(b"the law", locked, "here")


# Packs that are signed


def test_a_pack_that_a_known_signer_signed_is_vouched_for(tmp_path: Path) -> None:
    private, public = keys(tmp_path)
    place = town_pack(tmp_path)
    signed = sign_pack(place, private)
    assert signed == place / "pack.sig"
    assert _voucher(shelves((place,), (public,))) is Voucher.SIGNER
    assert _voucher(shelves((place,))) is Voucher.UNKNOWN_SIGNER


def test_a_pack_changed_since_it_was_signed_is_not_vouched_for(tmp_path: Path) -> None:
    private, public = keys(tmp_path)
    place = town_pack(tmp_path)
    sign_pack(place, private)
    reworded(place / "rules" / "hold.yaml", "otherwise: protects", "otherwise: protects # still")
    assert _voucher(shelves((place,), (public,))) is Voucher.SIGNER
    reworded(place / "rules" / "hold.yaml", "It protects.", "It protects you.")
    assert _voucher(shelves((place,), (public,))) is Voucher.CHANGED
    sign_pack(place, private)
    assert _voucher(shelves((place,), (public,))) is Voucher.SIGNER


def test_a_pack_that_cannot_be_read_is_not_signed(tmp_path: Path) -> None:
    private, _ = keys(tmp_path)
    place = town_pack(tmp_path)
    reworded(place / "rules" / "hold.yaml", "release_due", "release_dew")
    with pytest.raises(PackRefused, match="release_due"):
        sign_pack(place, private)
    assert not (place / "pack.sig").exists()


def test_a_broken_signature_file_is_told_not_passed_over(tmp_path: Path) -> None:
    place = town_pack(tmp_path)
    (place / "pack.sig").write_text("nonsense", encoding="utf-8")
    with pytest.raises(KeyRefused, match=r"pack\.sig"):
        _ = Library(outside=(place,)).packs


# What rests on them


def test_only_what_rests_on_the_unsigned_pack_is_marked(tmp_path: Path) -> None:
    assert _doubtful(_assessed(Library())) == set()
    town = _assessed(Library(outside=(town_pack(tmp_path),)))
    assert _doubtful(town) == {"nowhere.hold"}


def test_rules_that_use_its_terms_or_rules_are_marked_too(tmp_path: Path) -> None:
    place = shipped_copy(tmp_path, "us-ma")
    reworded(place / "pack.yaml", "title: Massachusetts", "title: Massachusetts, as we read it")
    marked = _doubtful(_assessed(Library(outside=(place,))))
    assert {"ma.lunn", "ma.notice"} <= marked  # its own
    assert {"boston.hold", "us.form_clock"} <= marked  # by its term release_due
    assert not marked & {"boston.question", "us.ice_itself", "us.administrative"}


def test_no_letter_is_written_from_what_nobody_vouches_for(tmp_path: Path) -> None:
    assert Drafting().draft(_case(), _assessed(Library())).passages
    with pytest.raises(NotVouchedFor) as refused:
        Drafting().draft(_case(), _assessed(Library(outside=(town_pack(tmp_path),))))
    assert "us-ma-nowhere" in refused.value.sentence
    assert "nowhere.hold" in refused.value.sentence


def test_a_letter_is_written_from_what_a_known_signer_signed(tmp_path: Path) -> None:
    private, public = keys(tmp_path)
    place = town_pack(tmp_path)
    sign_pack(place, private)
    assert Drafting().draft(_case(), _assessed(shelves((place,), (public,)))).passages


def test_a_signature_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    private, _ = keys(tmp_path)
    place = town_pack(tmp_path)
    (place / "pack.sig").mkdir()
    with pytest.raises(PackRefused, match="cannot be written"):
        sign_pack(place, private)


def test_a_broken_signature_is_replaced_by_signing_again(tmp_path: Path) -> None:
    private, public = keys(tmp_path)
    place = town_pack(tmp_path)
    (place / "pack.sig").write_text("nonsense", encoding="utf-8")
    sign_pack(place, private)
    assert _voucher(shelves((place,), (public,))) is Voucher.SIGNER
