"""The key file beside the database: one random key, wrapped once for each person.

The database is encrypted with 32 random bytes. Each user has a slot: those bytes under AES-256-GCM,
with a key that Argon2id makes of the password. One more slot is for the printed recovery key.
Whoever takes part of a slot from another slot or store fails, because the slot's own data is
authenticated with it. The names in a slot are only labels for the unlock window: what counts about
a user is in the encrypted store, under the same id.

A removed slot does not protect an old copy of this file. A forgotten password and a lost recovery
key together mean that the records are gone; the pages say so.
"""

from __future__ import annotations

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.files import write_whole
from ehdesk.kernel.passphrase import STANDARD, Cost, derive
from ehdesk.store import recovery_key
from ehdesk.store.errors import Damaged, NewerVersion, NotAStore, WrongPassword, of_the_system

FORMAT = 1
"""The newest key file this version reads."""
_MOST_MEMORY = 4 * 1024 * 1024  # KiB: a forged file must not eat the computer's memory
_RECOVERY = "recovery"


@dataclass(frozen=True)
class StoreInfo:
    """What may be known of a store without its password. Nothing about families."""

    id: UUID
    name: str
    authority: str
    format: int = FORMAT


@dataclass(frozen=True)
class User:
    """Someone who has a slot: the id is that of their row in the store."""

    id: UUID
    name: str
    role: str = ""


@dataclass(frozen=True)
class Unlocked:
    """The key of the database, and whose password gave it (``None``: the recovery key)."""

    key: bytes
    user: User | None

    def __repr__(self) -> str:
        return f"Unlocked(user={self.user!r})"


@dataclass(frozen=True)
class _Slot:
    """The wrapped key of one user, or of the recovery key (``user`` is None)."""

    user: User | None
    cost: Cost
    salt: bytes
    nonce: bytes
    wrapped: bytes

    def bound_to(self, store: UUID) -> bytes:
        """What must not change without the slot failing to open."""
        owner = str(self.user.id) if self.user else _RECOVERY
        cost = (self.cost.memory, self.cost.passes, self.cost.lanes)
        return json.dumps([FORMAT, str(store), owner, self.salt.hex(), *cost]).encode()


class KeyFile:
    """The key file of one store. Every change is written at once, whole or not at all."""

    def __init__(
        self, path: Path, info: StoreInfo, slots: tuple[_Slot, ...], cost: Cost = STANDARD
    ) -> None:
        self.path = path
        self.info = info
        self._slots = slots
        self._cost = cost

    @property
    def users(self) -> tuple[User, ...]:
        """Who can open the store with a password, in the order they were added."""
        return tuple(slot.user for slot in self._slots if slot.user)

    def unlock_with_password(self, password: str, user_id: UUID | None = None) -> Unlocked:
        """Try the slot of one user, or every user's when none is named.

        :raises WrongPassword: when none opens.
        """
        for slot in self._slots:
            if slot.user and user_id in (None, slot.user.id):
                key = self._open(slot, password)
                if key:
                    return Unlocked(key, slot.user)
        raise WrongPassword.of(self.info.name)

    def unlock_with_recovery(self, typed: str) -> Unlocked:
        """Open with the printed key, however it is spaced and cased.

        :raises NotARecoveryKey: when it cannot be one, with the reason.
        :raises WrongPassword: when it is not this store's.
        """
        secret = recovery_key.read(typed)
        for slot in self._slots:
            key = None if slot.user else self._open(slot, secret)
            if key:
                return Unlocked(key, None)
        raise WrongPassword.of_recovery(self.info.name)

    def add_user(self, user: User, key: bytes, password: str) -> None:
        """Give someone a slot of their own."""
        if any(known.id == user.id for known in self.users):
            raise ValueError("This user has a slot already")
        self._keep([*self._slots, self._wrap(user, key, password)])

    def set_password(self, user_id: UUID, key: bytes, password: str) -> None:
        """Put a user's key under a new password; the old one no longer opens this file."""
        user = self._user(user_id)
        fresh = self._wrap(user, key, password)
        self._keep(fresh if slot.user == user else slot for slot in self._slots)

    def rename_user(self, user: User) -> None:
        """Change the name and role that the unlock window shows."""
        self._user(user.id)
        self._keep(
            replace(slot, user=user) if slot.user and slot.user.id == user.id else slot
            for slot in self._slots
        )

    def remove_user(self, user_id: UUID) -> None:
        """Take a user's slot away. The last one stays: someone must be able to open the store."""
        user = self._user(user_id)
        if len(self.users) == 1:
            raise EhdeskError(
                f"{user.name} is the only person who can open {self.info.name}",
                "Nobody could open it any more.",
                "Add someone else first.",
            )
        self._keep(slot for slot in self._slots if slot.user != user)

    def renew_recovery(self, key: bytes) -> str:
        """Make a new recovery key; the old one stops working. Shown once, kept nowhere."""
        text = recovery_key.new()
        slot = self._wrap(None, key, recovery_key.read(text))
        self._keep([*(slot for slot in self._slots if slot.user), slot])
        return text

    def rename_store(self, name: str) -> None:
        """Change the name that is shown before unlocking."""
        self._write(replace(self.info, name=name), self._slots)

    def _user(self, user_id: UUID) -> User:
        for user in self.users:
            if user.id == user_id:
                return user
        raise KeyError("No slot for this user")

    def _wrap(self, user: User | None, key: bytes, secret: str) -> _Slot:
        slot = _Slot(user, self._cost, os.urandom(16), os.urandom(12), b"")
        cipher = AESGCM(_derive(secret, slot))
        return replace(slot, wrapped=cipher.encrypt(slot.nonce, key, slot.bound_to(self.info.id)))

    def _open(self, slot: _Slot, secret: str) -> bytes | None:
        try:
            return AESGCM(_derive(secret, slot)).decrypt(
                slot.nonce, slot.wrapped, slot.bound_to(self.info.id)
            )
        except InvalidTag:
            return None

    def _keep(self, slots: Iterable[_Slot]) -> None:
        self._write(self.info, tuple(slots))

    def _write(self, info: StoreInfo, slots: tuple[_Slot, ...]) -> None:
        try:
            write_whole(self.path, _as_json(info, slots))
        except OSError as error:
            raise of_the_system(error, info.name) or error from None
        self.info, self._slots = info, slots


def create(
    path: Path, info: StoreInfo, user: User, password: str, cost: Cost = STANDARD
) -> tuple[KeyFile, Unlocked, str]:
    """Make the key file of a new store: the file, its key, and the recovery key to print."""
    key = os.urandom(32)
    keys = KeyFile(path, info, (), cost)
    keys.add_user(user, key, password)
    recovery = keys.renew_recovery(key)
    return keys, Unlocked(key, user), recovery


def read(path: Path, cost: Cost = STANDARD) -> KeyFile:
    """Read a key file. ``cost`` is for slots that are written from now on.

    :raises NotAStore: when there is none.
    :raises Damaged: when it cannot be understood.
    :raises NewerVersion: when a newer version wrote it.
    """
    name = path.parent.stem
    try:
        content = json.loads(path.read_bytes())
    except FileNotFoundError:
        raise NotAStore(name) from None
    except ValueError:
        raise Damaged(name) from None
    try:
        facts = content["store"]
        if content["format"] > FORMAT:
            raise NewerVersion(facts["name"])
        info = StoreInfo(UUID(facts["id"]), str(facts["name"]), str(facts["authority"]))
        return KeyFile(path, info, tuple(_slot(entry) for entry in content["slots"]), cost)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise Damaged(name) from None


def _derive(secret: str, slot: _Slot) -> bytes:
    return derive(secret, slot.salt, slot.cost)


def _as_json(info: StoreInfo, slots: Iterable[_Slot]) -> bytes:
    content = {
        "format": info.format,
        "store": {"id": str(info.id), "name": info.name, "authority": info.authority},
        "slots": [
            {
                **({"user": _plain(slot.user)} if slot.user else {}),
                "argon2id": {
                    "memory": slot.cost.memory,
                    "passes": slot.cost.passes,
                    "lanes": slot.cost.lanes,
                },
                "salt": b64encode(slot.salt).decode(),
                "nonce": b64encode(slot.nonce).decode(),
                "wrapped": b64encode(slot.wrapped).decode(),
            }
            for slot in slots
        ],
    }
    return json.dumps(content, indent=1, ensure_ascii=False).encode()


def _plain(user: User) -> dict[str, str]:
    return {"id": str(user.id), "name": user.name, "role": user.role}


def _slot(entry: dict[str, Any]) -> _Slot:
    who, cost = entry.get("user"), entry["argon2id"]
    slot = _Slot(
        User(UUID(who["id"]), str(who["name"]), str(who["role"])) if who else None,
        Cost(int(cost["memory"]), int(cost["passes"]), int(cost["lanes"])),
        b64decode(entry["salt"], validate=True),
        b64decode(entry["nonce"], validate=True),
        b64decode(entry["wrapped"], validate=True),
    )
    sound = slot.cost.is_sound(_MOST_MEMORY)
    if not sound or len(slot.salt) < 8 or len(slot.nonce) != 12:
        raise ValueError("slot")
    return slot
