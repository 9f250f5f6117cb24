"""What clears itself when its time is over: looked at when a store is opened and each new day."""

from __future__ import annotations

from contextlib import suppress

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.kernel.errors import EhdeskError


def clear_what_is_over(desk: Desk) -> None:
    """Advice contacts whose time is over. What cannot be cleared now is cleared another day: the
    page that is shown tells of the store's trouble."""
    if desk.may(Deed.ADVISE):
        with suppress(EhdeskError):
            desk.advice.clear_old()
