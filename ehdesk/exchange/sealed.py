"""The sealed file: nobody reads it or changes it on its way without that showing.

Format 1, in full in ``docs/formats/sealed-packet.md``: a head, then the content in pieces, each
under AES-256-GCM with the head as associated data and a nonce that counts the pieces and marks the
last one. Pieces cannot be dropped, doubled or put in another order, and a file that was cut off
shows. Both directions hold one piece at a time in memory.
"""

from __future__ import annotations

import hmac
import os
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from ehdesk.exchange.errors import Altered, Incomplete, NewerSeal, NotSealed, WrongKey
from ehdesk.exchange.locks import (
    SECRET_LENGTH,
    Password,
    PrivateKey,
    PublicKey,
    facts_are_sound,
    facts_length,
)

SUFFIX = ".ehpacket"
MAGIC = b"EHPACKET"
FORMAT = 1
PIECE = 64 * 1024
"""Bytes of content in each piece but the last."""
_TAG = 16
_NONCE_START = 7
_CHECK = SECRET_LENGTH // 2
_MOST_PIECES = 2**32


def seal(content: BinaryIO, sealed: BinaryIO, lock: Password | PublicKey) -> None:
    """Write all that is in ``content`` to ``sealed``, locked.

    :raises ValueError: for more than 256 TiB.
    """
    kind, facts, secret = lock.lock()
    start = os.urandom(_NONCE_START)
    head = MAGIC + bytes([FORMAT, kind]) + facts + start + secret[_CHECK:]
    cipher = AESGCM(secret[:_CHECK])
    sealed.write(head)
    number, piece = 0, content.read(PIECE)
    while True:
        following = content.read(PIECE)
        last = not following
        sealed.write(cipher.encrypt(_nonce(start, number, last), piece, head))
        if last:
            return
        number, piece = number + 1, following


def open_sealed(sealed: BinaryIO, content: BinaryIO, lock: Password | PrivateKey) -> None:
    """Write what was sealed to ``content``. When this raises, throw away what was written so far:
    each piece of it is genuine, but the whole is not.

    :raises NotSealed: when it is no sealed packet.
    :raises NewerSeal: when a newer version made it.
    :raises WrongKey: when it was locked with something else.
    :raises Altered: when anything in it was changed.
    :raises Incomplete: when its end is missing.
    """
    head, start, key = _open_head(sealed, lock)
    cipher = AESGCM(key)
    number, piece = 0, sealed.read(PIECE + _TAG)
    while True:
        following = sealed.read(PIECE + _TAG)
        last = not following
        try:
            content.write(cipher.decrypt(_nonce(start, number, last), piece, head))
        except InvalidTag:
            raise _what_is_wrong(cipher, start, number, piece, head, last) from None
        if last:
            return
        number, piece = number + 1, following


def _open_head(sealed: BinaryIO, lock: Password | PrivateKey) -> tuple[bytes, bytes, bytes]:
    """The head, the start of every nonce, and the key."""
    first = sealed.read(len(MAGIC) + 2)
    if len(first) < len(MAGIC) + 2 or not first.startswith(MAGIC):
        raise NotSealed
    version, kind = first[-2:]
    if version > FORMAT:
        raise NewerSeal
    length = facts_length(kind)
    if version != FORMAT or length is None:
        raise NotSealed
    rest = sealed.read(length + _NONCE_START + _CHECK)
    if len(rest) < length + _NONCE_START + _CHECK:
        raise Incomplete
    facts, start, check = rest[:length], rest[length:-_CHECK], rest[-_CHECK:]
    if not facts_are_sound(kind, facts):
        raise Altered
    secret = lock.open(kind, facts)
    if secret is None or not hmac.compare_digest(secret[_CHECK:], check):
        raise WrongKey
    return first + rest, start, secret[:_CHECK]


def _nonce(start: bytes, number: int, last: bool) -> bytes:
    if number >= _MOST_PIECES:
        raise ValueError("too much for one sealed file")
    return start + number.to_bytes(4, "big") + bytes([last])


def _what_is_wrong(
    cipher: AESGCM, start: bytes, number: int, piece: bytes, head: bytes, last: bool
) -> Altered | Incomplete:
    """A whole piece that is genuine but not the last one was followed by more; anything shorter
    than it was may have been cut."""
    if last and len(piece) == PIECE + _TAG:
        try:
            cipher.decrypt(_nonce(start, number, False), piece, head)
            return Incomplete()
        except InvalidTag:
            return Altered()
    return Incomplete() if len(piece) < _TAG else Altered()
