"""The printed recovery key: 160 random bits as 8 groups of 4 characters.

No 0, O, 1 or I, so that nothing on paper can be misread (design 19b).
"""

from __future__ import annotations

import secrets

from ehdesk.store.errors import NotARecoveryKey

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 characters: 5 bits each."""
GROUPS = 8
_LENGTH = 4 * GROUPS
_IGNORED = " -_.\t\r\n\N{NO-BREAK SPACE}\N{EN DASH}\N{EM DASH}\N{HYPHEN}\N{NON-BREAKING HYPHEN}"


def new() -> str:
    """A fresh key as it is printed: ``7KQM X2HD ...``."""
    return " ".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(GROUPS))


def read(typed: str) -> str:
    """The key that was typed, its 32 characters in capitals without anything between.

    :raises NotARecoveryKey: when it cannot be one, with the reason.
    """
    text = "".join(c for c in typed if c not in _IGNORED).upper()
    if any(c in "0O1I" for c in text):
        raise NotARecoveryKey("A recovery key has no 0, O, 1 or I")
    strange = sum(1 for c in text if c not in ALPHABET)
    if strange:
        raise NotARecoveryKey("A recovery key has only letters and digits")
    if len(text) != _LENGTH:
        raise NotARecoveryKey(f"That is {len(text)} characters of {_LENGTH}")
    return text


def groups(text: str) -> tuple[str, ...]:
    """The eight groups, for a page that shows or checks them one by one."""
    key = read(text)
    return tuple(key[start : start + 4] for start in range(0, _LENGTH, 4))
