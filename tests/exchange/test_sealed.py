"""The sealed file opens for the right person, whole, or not at all."""

from __future__ import annotations

import io
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ehdesk.exchange.errors import Altered, Incomplete, NewerSeal, NotSealed, WrongKey
from ehdesk.exchange.locks import NotAKey, Password, PrivateKey, PublicKey, as_text
from ehdesk.exchange.sealed import PIECE, open_sealed, seal
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.passphrase import QUICK, STANDARD

WORDS = Password("copper lantern meadow tram", QUICK)
KEY = PrivateKey.new()
LOCKS = ((WORDS, WORDS), (KEY.public, KEY))
LENGTHS = st.sampled_from([0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 2 * PIECE + 7])
BYTES = st.binary(max_size=300) | LENGTHS.map(
    lambda n: b"early help " * (n // 11) + b"x" * (n % 11)
)


def sealed_with(content: bytes, lock: Password | PublicKey = WORDS) -> bytes:
    out = io.BytesIO()
    seal(io.BytesIO(content), out, lock)
    return out.getvalue()


def opened(sealed: bytes, lock: Password | PrivateKey = WORDS) -> bytes:
    out = io.BytesIO()
    open_sealed(io.BytesIO(sealed), out, lock)
    return out.getvalue()


@given(BYTES, st.sampled_from(LOCKS))
@settings(max_examples=60, deadline=None)
def test_what_was_sealed_comes_out_again(
    content: bytes, lock: tuple[Password | PublicKey, Password | PrivateKey]
) -> None:
    assert opened(sealed_with(content, lock[0]), lock[1]) == content


@given(BYTES, st.sampled_from(LOCKS), st.data())
@settings(max_examples=150, deadline=None)
def test_a_file_that_was_cut_off_anywhere_is_refused(
    content: bytes, lock: tuple[Password | PublicKey, Password | PrivateKey], data: st.DataObject
) -> None:
    sealed = sealed_with(content, lock[0])
    end = data.draw(st.integers(0, len(sealed) - 1))
    with pytest.raises(EhdeskError):
        opened(sealed[:end], lock[1])


@given(BYTES, st.sampled_from(LOCKS), st.data())
@settings(max_examples=150, deadline=None)
def test_one_bit_that_was_changed_anywhere_is_refused(
    content: bytes, lock: tuple[Password | PublicKey, Password | PrivateKey], data: st.DataObject
) -> None:
    sealed = bytearray(sealed_with(content, lock[0]))
    place = data.draw(st.integers(0, len(sealed) - 1))
    sealed[place] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(EhdeskError):
        opened(bytes(sealed), lock[1])


@pytest.mark.parametrize("lock", LOCKS, ids=["password", "key"])
def test_each_bit_of_the_head_counts(
    lock: tuple[Password | PublicKey, Password | PrivateKey],
) -> None:
    sealed = sealed_with(b"content", lock[0])
    head = len(sealed) - len(b"content") - 16
    for place in range(head):
        for bit in (0, 7):
            changed = bytearray(sealed)
            changed[place] ^= 1 << bit
            with pytest.raises(EhdeskError):
                opened(bytes(changed), lock[1])


@given(st.binary(max_size=200))
@example(b"EHPACKET")
@example(b"EHPACKET\x01\x01")
@example(b"EHPACKET\x01\x07" + bytes(200))
@settings(deadline=None)
def test_any_other_file_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(EhdeskError) as refused:
        opened(content)
    assert refused.value.title
    assert refused.value.what_to_do


@given(st.binary(min_size=1, max_size=40))
@settings(deadline=None)
def test_nothing_may_follow_the_end(more: bytes) -> None:
    with pytest.raises(EhdeskError):
        opened(sealed_with(b"content") + more)


def test_pieces_in_another_order_or_twice_are_refused() -> None:
    sealed = sealed_with(b"a" * PIECE + b"b" * PIECE + b"c" * PIECE + b"end")
    length = PIECE + 16
    start = len(sealed) - 3 * length - 19
    head, pieces = sealed[:start], sealed[start:]
    a, b, c, end = (pieces[n : n + length] for n in range(0, 4 * length, length))
    assert opened(head + a + b + c + end).endswith(b"end")
    for wrong in (b + a + c + end, a + a + b + c + end, a + c + end, a + b + end):
        with pytest.raises(Altered):
            opened(head + wrong)


def test_a_file_that_ends_between_two_pieces_is_told_as_incomplete() -> None:
    sealed = sealed_with(b"a" * PIECE + b"end")
    with pytest.raises(Incomplete, match="Part of this packet is missing"):
        opened(sealed[: -(3 + 16)])


def test_another_password_or_key_is_told_from_a_damaged_file() -> None:
    for lock, wrong in (
        (WORDS, Password("other words entirely here", QUICK)),
        (WORDS, KEY),
        (KEY.public, PrivateKey.new()),
        (KEY.public, WORDS),
    ):
        with pytest.raises(WrongKey):
            opened(sealed_with(b"content", lock), wrong)


def test_the_cost_that_opens_is_the_one_in_the_file() -> None:
    assert opened(sealed_with(b"content", WORDS), Password(WORDS.words, STANDARD)) == b"content"


def test_a_file_of_a_newer_version_says_so() -> None:
    sealed = bytearray(sealed_with(b"content"))
    sealed[8] = 2
    with pytest.raises(NewerSeal):
        opened(bytes(sealed))


def test_a_head_that_asks_for_too_much_memory_is_refused_before_it_is_tried() -> None:
    sealed = bytearray(sealed_with(b"content"))
    sealed[10:14] = (8 * 1024 * 1024).to_bytes(4, "big")
    with pytest.raises(Altered):
        opened(bytes(sealed))


def test_the_same_content_never_looks_the_same_and_never_shows() -> None:
    content = b"Zzyzxwell " * 50
    files = [sealed_with(content), sealed_with(content), sealed_with(content, KEY.public)]
    assert len(set(files)) == 3
    assert all(b"Zzyzxwell" not in file for file in files)
    assert all(one[60:] != other[60:] for one, other in pairwise(files))


def test_accents_typed_another_way_open_it_too() -> None:
    composed, apart = "caf\u00e9 copper meadow tram", "cafe\u0301 copper meadow tram"
    sealed = sealed_with(b"content", Password(composed, QUICK))
    assert opened(sealed, Password(apart, QUICK)) == b"content"


def test_a_public_key_is_read_as_it_is_written_and_nothing_else_is() -> None:
    assert PublicKey.read(as_text(KEY.public)) == KEY.public
    for wrong in ("", "short", "!" * 44, as_text(KEY.public)[:-4]):
        with pytest.raises(NotAKey):
            PublicKey.read(wrong)


def test_neither_a_password_nor_a_private_key_shows_when_it_is_printed() -> None:
    assert "copper" not in repr(WORDS)
    assert KEY.raw.hex() not in repr(KEY)
    assert str(KEY.raw) not in repr(KEY)


def test_a_file_of_another_kind_is_not_called_damaged() -> None:
    with pytest.raises(NotSealed):
        opened(b"%PDF-1.7")
