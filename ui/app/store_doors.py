"""How the window opens stores. The database code is loaded by the first call, not before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ehdesk.kernel.clock import Clock
from ehdesk.kernel.home import Home
from ui.unlock.doors import Doors

if TYPE_CHECKING:
    from ehdesk.desk import Desk


def doors_of(home: Home, clock: Clock) -> Doors:
    """The doors of the stores on this computer; each gives a Desk."""

    def open_store(folder: Path, **how: Any) -> Desk:
        from ehdesk.desk import open_desk

        return open_desk(folder, clock=clock, home=home, **how)

    return Doors(
        with_password=lambda folder, typed, who: open_store(folder, password=typed, user_id=who),
        to_read_only=lambda folder, typed, who: open_store(
            folder, password=typed, user_id=who, read_only=True
        ),
        with_recovery_key=lambda folder, typed: open_store(folder, recovery=typed),
    )


def doors_of_lock(desk: Desk) -> Doors:
    """While the window is locked the store stays open behind it: only the key is proved."""
    keys = desk.store.keys

    def prove_password(_folder: Path, typed: str, _who: UUID | None) -> Desk:
        keys.unlock_with_password(typed, desk.user.id)
        return desk

    def prove_recovery_key(_folder: Path, typed: str) -> Desk:
        keys.unlock_with_recovery(typed)
        return desk

    return Doors(prove_password, prove_password, prove_recovery_key)
