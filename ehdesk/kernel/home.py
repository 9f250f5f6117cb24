"""The one folder in which the application keeps files of its own: stores, settings, its log.

Settings hold nothing about families: which stores were opened, how the screen looks.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import platformdirs

from ehdesk.kernel.files import write_whole

SUFFIX = ".ehdesk"


@dataclass(frozen=True)
class KnownStore:
    """A store this computer knows of."""

    folder: Path
    last_opened: datetime | None

    @property
    def name(self) -> str:
        return self.folder.stem


class Home:
    """Where things are kept, under one root."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @classmethod
    def find(cls, given: str | None, environment: Mapping[str, str] = os.environ) -> Home:
        """``--home DIR``, else ``EHDESK_HOME``, else the platform's place for user data."""
        named = given or environment.get("EHDESK_HOME")
        if named:
            return cls(Path(named).expanduser().absolute())
        return cls(platformdirs.user_data_path("ehdesk", appauthor=False))

    def make(self) -> None:
        """:raises OSError: when the folder cannot be made."""
        self.root.mkdir(parents=True, exist_ok=True, mode=0o700)

    @property
    def stores_folder(self) -> Path:
        return self.root / "stores"

    @property
    def packs_folder(self) -> Path:
        """Where an authority's own packs are put, ``<code>/authority.yaml``; nothing personal."""
        return self.root / "packs"

    @property
    def sound_packs_folder(self) -> Path:
        """Copies of packs that were read without a fault, ``<code>/<digest>``."""
        return self.root / "sound_packs"

    @property
    def settings_file(self) -> Path:
        return self.root / "settings.json"

    def settings(self) -> dict[str, Any]:
        """All settings; empty when there are none or they cannot be read."""
        try:
            read = json.loads(self.settings_file.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return read if isinstance(read, dict) else {}

    def change_settings(self, **changes: Any) -> None:
        """Set some settings and leave the others as they are."""
        self.make()
        settings = self.settings() | changes
        write_whole(self.settings_file, json.dumps(settings, indent=1, sort_keys=True).encode())

    def remember(self, folder: Path, when: datetime) -> None:
        """This store was opened now."""
        opened = self._stores_opened()
        opened[str(folder.absolute())] = when.isoformat()
        self.change_settings(stores=opened)

    def known_stores(self) -> tuple[KnownStore, ...]:
        """Stores in the home folder and stores opened elsewhere, last opened first."""
        opened = {Path(folder): _moment(when) for folder, when in self._stores_opened().items()}
        found = set(opened)
        if self.stores_folder.is_dir():
            found |= set(self.stores_folder.glob(f"*{SUFFIX}"))
        known = [KnownStore(folder, opened.get(folder)) for folder in found]
        known.sort(key=lambda store: store.name.casefold())
        known.sort(key=lambda s: s.last_opened.timestamp() if s.last_opened else 0.0, reverse=True)
        return tuple(known)

    def _stores_opened(self) -> dict[str, Any]:
        stores = self.settings().get("stores")
        return dict(stores) if isinstance(stores, dict) else {}


def _moment(written: object) -> datetime | None:
    """A moment as the settings keep it; None when the file was edited into something else."""
    try:
        return datetime.fromisoformat(written) if isinstance(written, str) else None
    except ValueError:
        return None
