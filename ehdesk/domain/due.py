"""One thing that somebody must do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final
from uuid import UUID

from ehdesk.domain.access import Deed

DOES: Final[Mapping[str, Deed]] = MappingProxyType(
    {
        "decide": Deed.DECIDE,
        "close": Deed.CLOSE,
        "end_short_work": Deed.RECORD_STEP,
        "safeguarding": Deed.RECORD_STEP,
        "consent_withdrawn": Deed.RECORD_STEP,
        "social_care": Deed.RECORD_STEP,
        "finish_request": Deed.FILL_IN,
        "sign_off": Deed.ASK_SIGN_OFF,
        "returned": Deed.ANSWER_COMMENTS,
        "oversight": Deed.READ,
        "disagreement": Deed.DISAGREE,
        "checks": Deed.DECIDE,
        "tell_referrer": Deed.RECORD_STEP,
        "minutes": Deed.SHARE,
        "drift": Deed.READ,
    }
)
"""What doing one of these is, by its kind; the others are work with the family."""


def deed_of(kind: str) -> Deed:
    """What somebody does who does what is due."""
    return DOES.get(kind, Deed.WORK)


@dataclass(frozen=True)
class Obligation:
    """One thing somebody must do.

    ``due`` is the last day it should be done on; where the pack has no clock for it, ``due`` is
    None and ``waiting_since`` says how long it has waited. ``why`` names the rule. ``for_user`` is
    whose it is when it is not the worker's of the case.
    """

    kind: str
    title: str
    detail: str
    why: str
    due: date | None = None
    waiting_since: date | None = None
    subject_id: UUID | None = None
    for_user: UUID | None = None
