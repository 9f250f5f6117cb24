"""The ways into a store that the unlock page tries, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

Opened = Any
"""Whatever the window made of an open store; the unlock page only hands it on."""


@dataclass(frozen=True)
class Doors:
    """Each raises an EhdeskError in words when the door stays shut."""

    with_password: Callable[[Path, str, UUID | None], Opened]
    to_read_only: Callable[[Path, str, UUID | None], Opened]
    """The folder, the password, and whose it is; None for whoever's it is."""
    with_recovery_key: Callable[[Path, str], Opened]
