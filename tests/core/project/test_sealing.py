"""Sealing: published vectors of what it is built on, and no way to open the wrong thing."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from hypothesis import given
from hypothesis import strategies as st

from landmarkdiff.project.padding import pad, padded_length, unpad
from landmarkdiff.project.sealing import FileKeys, SealBroken, authenticate, derive_key, seal, unseal

KEY = bytes(range(32))


def test_hkdf_is_that_of_rfc_5869() -> None:
    """Appendix A.1."""
    function = HKDF(
        algorithm=hashes.SHA256(),
        length=42,
        salt=bytes.fromhex("000102030405060708090a0b0c"),
        info=bytes.fromhex("f0f1f2f3f4f5f6f7f8f9"),
    )

    assert function.derive(b"\x0b" * 22).hex() == (
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
    )


def test_aes_gcm_is_that_of_the_specification() -> None:
    """McGrew and Viega, test case 14: zero key and nonce, one zero block."""
    sealed = AESGCM(bytes(32)).encrypt(bytes(12), bytes(16), b"")

    assert sealed.hex() == "cea7403d4d606b6e074ec5d3baf39d18" + "d0d1c8a799996bf0265b98b5d48ab919"


def test_hmac_is_that_of_rfc_4231() -> None:
    """Test case 2."""
    expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"

    assert authenticate(b"Jefe", b"what do ya want ", b"for nothing?").hex() == expected


@given(st.binary(max_size=300), st.binary(max_size=40))
def test_what_was_sealed_opens(plaintext: bytes, context: bytes) -> None:
    assert unseal(KEY, seal(KEY, plaintext, context=context), context=context) == plaintext


@given(st.binary(max_size=100), st.data())
def test_no_changed_bit_opens(plaintext: bytes, data: st.DataObject) -> None:
    sealed = bytearray(seal(KEY, plaintext, context=b"here"))
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[bit // 8] ^= 1 << bit % 8

    with pytest.raises(SealBroken):
        unseal(KEY, bytes(sealed), context=b"here")


@pytest.mark.parametrize("length", range(33))
def test_too_short_bytes_do_not_open(length: int) -> None:
    with pytest.raises(SealBroken):
        unseal(KEY, bytes(length), context=b"")


def test_another_place_or_key_does_not_open() -> None:
    sealed = seal(KEY, b"content", context=b"here")

    with pytest.raises(SealBroken):
        unseal(KEY, sealed, context=b"there")
    with pytest.raises(SealBroken):
        unseal(bytes(32), sealed, context=b"here")


def test_equal_contents_never_look_alike() -> None:
    sealed = {bytes(seal(KEY, b"same", context=b"")) for _ in range(100)}

    assert len(sealed) == 100


def test_working_keys_differ_by_purpose_and_file() -> None:
    keys, others = FileKeys(bytearray(32), bytes(16)), FileKeys(bytearray(32), b"\1" * 16)
    names = ("header", "objects", "manifest", "audit", "audit_chain", "ledger")

    assert len({getattr(each, name) for each in (keys, others) for name in names}) == 12
    assert derive_key(bytes(32), salt=bytes(16), purpose=b"header") == keys.header


def test_wiping_overwrites_the_master_key() -> None:
    keys = FileKeys(bytearray(b"\7" * 32), bytes(16))

    keys.wipe()

    assert keys.master == bytearray(32)


@given(st.binary(max_size=70_000))
def test_padding_comes_off_again(content: bytes) -> None:
    padded = bytes(pad(content))

    assert len(padded) == padded_length(len(content))
    assert unpad(padded, len(content)) == content


def test_small_sizes_are_blurred_and_photos_are_not() -> None:
    assert {padded_length(length) for length in (0, 1, 4096)} == {4096}
    assert padded_length(4097) == 8192
    assert padded_length(1_000_001) == 1_000_001


@pytest.mark.parametrize("length", [5, 4097, 0], ids=str)
def test_padding_of_another_length_is_refused(length: int) -> None:
    with pytest.raises(SealBroken):
        unpad(bytes(pad(b"abcdef")), length)
