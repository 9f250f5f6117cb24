"""What a sealed file is locked with: a password, or the receiver's public key.

Both give 64 bytes: a key for the content, and 32 bytes that are written into the file so that a
wrong password or key is known at once (``docs/formats/sealed-packet.md``).
"""

from __future__ import annotations

import os
from base64 import b64decode, b64encode
from dataclasses import dataclass

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from ehdesk.kernel.passphrase import STANDARD, Cost, derive

BY_PASSWORD, BY_KEY = 1, 2
"""The byte of the head that says which of the two it is."""
SECRET_LENGTH = 64
_SALT_LENGTH = 16
_KEY_LENGTH = 32
_MOST_MEMORY = 256 * 1024  # KiB: a forged file must not eat the computer's memory
_PURPOSE = b"ehdesk sealed packet 1"


class NotAKey(ValueError):
    """The text is not a public key; says so in words."""


@dataclass(frozen=True)
class Password:
    """Locks and opens with words that both people know."""

    words: str
    cost: Cost = STANDARD

    def lock(self) -> tuple[int, bytes, bytes]:
        """The kind, what the head says of it, and the secret."""
        salt = os.urandom(_SALT_LENGTH)
        return BY_PASSWORD, _written(self.cost, salt), self._secret(self.cost, salt)

    def open(self, kind: int, facts: bytes) -> bytes | None:
        """The secret; None when this file is not locked with a password."""
        if kind != BY_PASSWORD:
            return None
        cost, salt = _read(facts)
        return self._secret(cost, salt)

    def _secret(self, cost: Cost, salt: bytes) -> bytes:
        return derive(self.words, salt, cost, SECRET_LENGTH)

    def __repr__(self) -> str:
        return "Password(...)"


@dataclass(frozen=True)
class PublicKey:
    """Locks for whoever holds the private key; the sender cannot open it again."""

    raw: bytes

    @classmethod
    def read(cls, text: str) -> PublicKey:
        """From the 44 characters that a pack holds.

        :raises NotAKey: when it is not 32 bytes in base64.
        """
        try:
            raw = b64decode(text, validate=True)
        except ValueError:
            raise NotAKey("a public key is written in base64, 44 characters long") from None
        if len(raw) != _KEY_LENGTH:
            raise NotAKey(f"a public key has {_KEY_LENGTH} bytes, not {len(raw)}")
        return cls(raw)

    def lock(self) -> tuple[int, bytes, bytes]:
        """The kind, what the head says of it, and the secret."""
        once = X25519PrivateKey.generate()
        mine = once.public_key().public_bytes_raw()
        shared = once.exchange(X25519PublicKey.from_public_bytes(self.raw))
        return BY_KEY, mine + self.raw, _stretched(shared, mine, self.raw)


@dataclass(frozen=True)
class PrivateKey:
    """Opens what was locked for its public key."""

    raw: bytes

    @classmethod
    def new(cls) -> PrivateKey:
        return cls(X25519PrivateKey.generate().private_bytes_raw())

    @property
    def public(self) -> PublicKey:
        key = X25519PrivateKey.from_private_bytes(self.raw)
        return PublicKey(key.public_key().public_bytes_raw())

    def open(self, kind: int, facts: bytes) -> bytes | None:
        """The secret; None when this file is locked with a password, or for another key."""
        theirs, meant_for = facts[:_KEY_LENGTH], facts[_KEY_LENGTH:]
        if kind != BY_KEY or meant_for != self.public.raw:
            return None
        key = X25519PrivateKey.from_private_bytes(self.raw)
        try:
            shared = key.exchange(X25519PublicKey.from_public_bytes(theirs))
        except ValueError:  # a forged key that would make the secret known to everyone
            return None
        return _stretched(shared, theirs, meant_for)

    def __repr__(self) -> str:
        return "PrivateKey(...)"


def as_text(key: PublicKey) -> str:
    """The public key as a pack writes it."""
    return b64encode(key.raw).decode("ascii")


def facts_length(kind: int) -> int | None:
    """How many bytes of the head belong to this kind of lock; None for one not known."""
    return {BY_PASSWORD: 12 + _SALT_LENGTH, BY_KEY: 2 * _KEY_LENGTH}.get(kind)


def facts_are_sound(kind: int, facts: bytes) -> bool:
    """Whether opening may be tried with what the head says."""
    return kind != BY_PASSWORD or _read(facts)[0].is_sound(_MOST_MEMORY)


def _written(cost: Cost, salt: bytes) -> bytes:
    numbers = (cost.memory, cost.passes, cost.lanes)
    return b"".join(number.to_bytes(4, "big") for number in numbers) + salt


def _read(facts: bytes) -> tuple[Cost, bytes]:
    memory, passes, lanes = (int.from_bytes(facts[at : at + 4], "big") for at in (0, 4, 8))
    return Cost(memory, passes, lanes), facts[12:]


def _stretched(shared: bytes, once: bytes, receiver: bytes) -> bytes:
    whole = HKDF(
        algorithm=hashes.SHA256(), length=SECRET_LENGTH, salt=once + receiver, info=_PURPOSE
    )
    return whole.derive(shared)
