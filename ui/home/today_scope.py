"""Whose work Today shows: what somebody chose last while this desk was open."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from ehdesk.desk import Desk

_everyones: WeakKeyDictionary[Desk, bool] = WeakKeyDictionary()


def shows_everyone(desk: Desk) -> bool:
    """Whether it shows the work of everybody in this store; at first only one's own."""
    return _everyones.get(desk, False)


def keep_scope(desk: Desk, *, everyone: bool) -> None:
    """Remember it until the desk is closed. It is never written down."""
    _everyones[desk] = everyone
