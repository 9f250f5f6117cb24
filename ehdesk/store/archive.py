"""The backup file itself: what is in it, its fingerprints and its seal."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import IO, Any
from uuid import UUID

from ehdesk.store.errors import BadBackup, NewerVersion
from ehdesk.store.keys import StoreInfo
from ehdesk.store.paths import StorePaths

FORMAT = 1
_DATABASE, _KEYS, _MANIFEST = "store.db", "keys.json", "manifest.json"
_CHUNK = 1 << 20
_LARGEST_TEXT = 4 << 20
Report = Callable[[float], None]


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself. Counts are rows by table; nothing about families."""

    store_id: UUID
    name: str
    made_at: datetime
    automatic: bool
    counts: dict[str, int]
    sha256: dict[str, str]
    sizes: dict[str, int]
    seal: str = ""

    @classmethod
    def of(
        cls,
        copy: StorePaths,
        info: StoreInfo,
        made_at: datetime,
        counts: dict[str, int],
        *,
        automatic: bool,
    ) -> Manifest:
        """The manifest of the copy in a working folder, not sealed yet."""
        parts = {_DATABASE: copy.database, _KEYS: copy.keys}
        return cls(
            info.id,
            info.name,
            made_at,
            automatic,
            counts,
            {name: _fingerprint(path) for name, path in parts.items()},
            {name: path.stat().st_size for name, path in parts.items()},
        )

    def is_sealed_with(self, key: bytes) -> bool:
        """Whether it is as it was when someone who had the store's key made it."""
        return hmac.compare_digest(self.seal, self._seal(key))

    def sealed(self, key: bytes) -> Manifest:
        """The same with its seal."""
        return replace(self, seal=self._seal(key))

    def _seal(self, key: bytes) -> str:
        own = hmac.digest(key, b"ehdesk backup manifest", "sha256")
        return hmac.digest(own, replace(self, seal="").as_json(), "sha256").hex()

    def as_json(self) -> bytes:
        """The text of ``manifest.json``."""
        content = {
            "format": FORMAT,
            "store": {"id": str(self.store_id), "name": self.name},
            "made_at": self.made_at.isoformat(),
            "automatic": self.automatic,
            "counts": self.counts,
            "sha256": self.sha256,
            "sizes": self.sizes,
            "seal": self.seal,
        }
        return json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False).encode()


def pack(copy: StorePaths, manifest: Manifest, key: bytes, target: Path, report: Report) -> None:
    """Write the backup file whole or not at all, and read it back before it gets its name."""
    part = target.with_name(f".{target.name}.part")
    try:
        descriptor = os.open(part, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as packed:
                packed.writestr(_MANIFEST, manifest.sealed(key).as_json())
                packed.write(copy.keys, _KEYS)
                with (
                    copy.database.open("rb") as source,
                    packed.open(_DATABASE, "w", force_zip64=True) as entry,
                ):
                    _pour(source, entry, manifest.sizes[_DATABASE], lambda part: report(part / 2))
            file.flush()
            os.fsync(file.fileno())
        unpack(part, None, lambda done: report(0.5 + done / 2))
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def unpack(source: Path, into: StorePaths | None, report: Report = lambda _part: None) -> Manifest:
    """Read a backup, compare every fingerprint, and write its parts when ``into`` is given.

    :raises BadBackup: when it is no backup, is cut short or was changed.
    :raises NewerVersion: when a newer version made it.
    """
    try:
        with zipfile.ZipFile(source) as packed:
            if sorted(packed.namelist()) != sorted((_DATABASE, _KEYS, _MANIFEST)):
                raise BadBackup("It does not hold what a backup holds.")
            manifest = _read_manifest(_text(packed, _MANIFEST))
            for name, path in (
                (_KEYS, into.keys if into else None),
                (_DATABASE, into.database if into else None),
            ):
                _take_out(packed, name, path, manifest, report if name == _DATABASE else _silent)
            return manifest
    except FileNotFoundError:
        raise BadBackup("The file is not there.") from None
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, RuntimeError):
        raise BadBackup("The file is damaged or is not a backup.") from None


def _silent(_part: float) -> None:
    pass


def _text(packed: zipfile.ZipFile, name: str) -> bytes:
    if packed.getinfo(name).file_size > _LARGEST_TEXT:
        raise BadBackup("It does not hold what a backup holds.")
    return packed.read(name)


def _read_manifest(text: bytes) -> Manifest:
    try:
        said: dict[str, Any] = json.loads(text)
        if said["format"] > FORMAT:
            raise NewerVersion("This backup")
        return Manifest(
            UUID(said["store"]["id"]),
            str(said["store"]["name"]),
            datetime.fromisoformat(said["made_at"]),
            bool(said["automatic"]),
            {str(name): int(count) for name, count in said["counts"].items()},
            {name: str(said["sha256"][name]) for name in (_DATABASE, _KEYS)},
            {name: int(said["sizes"][name]) for name in (_DATABASE, _KEYS)},
            str(said["seal"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        raise BadBackup("Its list of contents cannot be read.") from None


def _take_out(
    packed: zipfile.ZipFile, name: str, path: Path | None, manifest: Manifest, report: Report
) -> None:
    entry, size = packed.getinfo(name), manifest.sizes[name]
    stored = entry.compress_type == zipfile.ZIP_STORED and entry.compress_size == size
    if not stored or entry.file_size != size:
        raise BadBackup("It is not as long as it says.")
    target = path or Path(os.devnull)
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT, 0o600)
    with packed.open(name) as source, os.fdopen(descriptor, "wb") as file:
        found = _pour(source, file, size, report)
        if path:
            file.flush()
            os.fsync(file.fileno())
    if found != manifest.sha256[name]:
        raise BadBackup("It was changed after it was made, or the drive damaged it.")


def _fingerprint(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _pour(source: IO[bytes], target: IO[bytes], size: int, report: Report) -> str:
    """Copy all bytes; returns their SHA-256."""
    hashed, done = hashlib.sha256(), 0
    while chunk := source.read(_CHUNK):
        hashed.update(chunk)
        target.write(chunk)
        done += len(chunk)
        report(min(1.0, done / size) if size else 1.0)
    return hashed.hexdigest()
