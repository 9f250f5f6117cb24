"""Where the parts of a store lie inside its folder ``<name>.ehdesk``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

SUFFIX = ".ehdesk"
BACKUP_SUFFIX = ".ehbackup"
_FORBIDDEN = set('<>:"/\\|?*')


@dataclass(frozen=True)
class StorePaths:
    """The files of one store."""

    folder: Path

    @property
    def database(self) -> Path:
        return self.folder / "store.db"

    @property
    def keys(self) -> Path:
        return self.folder / "keys.json"

    @property
    def lock(self) -> Path:
        return self.folder / "lock"

    @property
    def holder(self) -> Path:
        return self.folder / "holder.json"

    @property
    def backups(self) -> Path:
        return self.folder / "backups"


def safe_name(name: str) -> str:
    """The name as a folder or file can be called on Windows, macOS and Linux."""
    kept = "".join(" " if c in _FORBIDDEN or not c.isprintable() else c for c in name)
    return " ".join(kept.split()).strip(". ")[:80] or "Store"
