"""A key from a password: Argon2id, the one way that passwords become keys here."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id


@dataclass(frozen=True)
class Cost:
    """How much work one guess at a password is: Argon2id memory (KiB), passes and lanes."""

    memory: int
    passes: int
    lanes: int

    def is_sound(self, most_memory: int) -> bool:
        """Whether Argon2id takes it and it stays within ``most_memory`` KiB: what a file asks for
        may be forged to eat the computer's memory or time."""
        within = 1 <= self.lanes <= 64 and 8 * self.lanes <= self.memory <= most_memory
        return within and 1 <= self.passes <= 64


STANDARD = Cost(64 * 1024, 3, 4)
"""RFC 9106, second recommended choice: about a tenth of a second a guess."""
QUICK = Cost(64, 1, 1)
"""For tests only."""


def derive(password: str, salt: bytes, cost: Cost, length: int = 32) -> bytes:
    """``length`` bytes of key.

    The same letters may be typed as different code points on a Mac and on Windows, so they are
    brought to one form (NFC) before they are written as UTF-8.
    """
    return Argon2id(
        salt=salt,
        length=length,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory,
    ).derive(unicodedata.normalize("NFC", password).encode())
