"""One thing that somebody must do, and the small questions that the rules about it share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final
from uuid import UUID

from ehdesk.domain.access import Deed
from ehdesk.domain.case import Case
from ehdesk.domain.records import Record
from ehdesk.forms.checks import iso_date

SAFETY: Final = frozenset({"safeguarding", "step_up"})
"""Kinds that come before everything else (design, note 08)."""

HUB: Final = frozenset({"hub", "hub_proforma"})
"""Kinds that whoever runs the hub looks after, whoever has the case."""

DOES: Final[Mapping[str, Deed]] = MappingProxyType(
    {
        "decide": Deed.DECIDE,
        "allocate": Deed.DECIDE,
        "hub": Deed.RUN_HUB,
        "hub_proforma": Deed.FILL_IN,
        "hub_question": Deed.ADD_TO_RECORD,
        "close": Deed.CLOSE,
        "end_short_work": Deed.RECORD_STEP,
        "safeguarding": Deed.RECORD_STEP,
        "consent_withdrawn": Deed.RECORD_STEP,
        "second_case": Deed.RECORD_STEP,
        "social_care": Deed.RECORD_STEP,
        "finish_request": Deed.FILL_IN,
        "sign_off": Deed.ASK_SIGN_OFF,
        "returned": Deed.ANSWER_COMMENTS,
        "oversight": Deed.READ,
        "disagreement": Deed.DISAGREE,
        "checks": Deed.DECIDE,
        "tell_referrer": Deed.RECORD_STEP,
        "minutes": Deed.SHARE,
        "refer": Deed.SHARE,
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


def so_far(draft: Record | None) -> str:
    """How far a form is filled in; nothing for one that was not begun."""
    return f"{draft.steps_done} of {draft.steps_total} steps done" if draft else ""


def date_in(case: Case, form: str, key: str) -> date | None:
    """A date that the last finished record of a form gives."""
    records = case.finished(form)
    return iso_date(records[-1].answers.get(key)) if records else None
