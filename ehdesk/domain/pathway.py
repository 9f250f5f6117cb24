"""The pathway: every state a case can be in and every move between states.

The states are in ``ehdesk.domain.states``, the table of moves in ``ehdesk.domain.moves``; here is
what is asked of them. Guards that look at the records are in ``ehdesk.domain.guards``.
"""

from __future__ import annotations

from enum import StrEnum

from ehdesk.authority.pack import Pack
from ehdesk.domain.moves import MOVES, Move
from ehdesk.domain.states import ASKED, ASSESSED, FINAL, HELPED, OPEN, WORDS, State

__all__ = [
    "ASKED",
    "ASSESSED",
    "FINAL",
    "HELPED",
    "MOVES",
    "OPEN",
    "TRACK",
    "Kind",
    "Move",
    "Route",
    "State",
    "may",
    "move_title",
    "moves_from",
    "state_words",
]


def state_words(state: State, pack: Pack) -> str:
    """Where a case is, in this authority's words."""
    return pack.say(WORDS[state])


class Route(StrEnum):
    """The kind of help a request was accepted for (leaflet: three roads after the checks)."""

    UNDER_SIX_WEEKS = "under_6_weeks"
    TWELVE_WEEKS = "twelve_weeks"
    EHA = "eha"


class Kind(StrEnum):
    """What sort of episode a case is. A family has at most one open case of each."""

    REQUEST = "request"
    """Help is asked for from others, or handed on by social care."""
    OWN_EHA = "own_eha"
    """An assessment that an agency, a school say, holds itself."""


def move_title(code: str, pack: Pack) -> str:
    """What a move is called, in this authority's words."""
    return pack.say(MOVES[code].title)


def moves_from(state: State) -> tuple[Move, ...]:
    """What may happen next to a case in ``state``, in the table's order."""
    return tuple(move for move in MOVES.values() if state in move.starts)


def may(code: str, state: State) -> bool:
    """Whether the move may be made from ``state``."""
    return state in MOVES[code].starts


TRACK = {
    State.DRAFT: 1,
    State.RETURNED: 1,
    State.SENT: 2,
    State.ACCEPTED: 2,
    State.HUB: 2,
    State.DAS: 2,
    State.ASSESSING: 3,
    State.UNDER_SIX_WEEKS: 4,
    State.TWELVE_WEEKS: 4,
    State.PLAN: 5,
    State.MASP: 5,
    State.SIGNPOSTED: 6,
    State.ADVISED: 6,
    State.JOINED: 6,
    State.CLOSED: 6,
    State.WITHDRAWN: 6,
}
"""Stones passed of the six of the small track: request, checks, allocated, plan, review, close."""
