"""Taking the joining of two entries back, from wherever that is asked for."""

from __future__ import annotations

from uuid import UUID

from ehdesk.desk import Desk
from ehdesk.kernel.errors import EhdeskError
from ui.kit.navigation import Navigator


def undo_joining(desk: Desk, navigator: Navigator, operation: UUID) -> None:
    """Put both entries back as they were, or say why that cannot be done any more."""
    try:
        desk.duplicates.undo(operation)
    except EhdeskError as error:
        navigator.say(". ".join(part.rstrip(".") for part in (error.title, error.message) if part))
        return
    navigator.say("Both entries are as they were before they were joined")
