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
from ehdesk.domain.states import ASKED
from ehdesk.forms.checks import iso_date

SAFETY: Final = frozenset({"safeguarding", "step_up"})
"""Kinds that come before everything else (design, note 08)."""

BEGINS_REPLY: Final = ("send", "back_to_request")
"""The moves from which the time to answer a request is counted."""

HUB: Final = frozenset({"hub", "hub_proforma"})
"""Kinds that whoever runs the hub looks after, whoever has the case."""

OF_A_ROLE: Final[Mapping[str, Deed]] = MappingProxyType(
    {
        "decide": Deed.DECIDE,
        "allocate": Deed.DECIDE,
        "checks": Deed.DECIDE,
        "hub": Deed.RUN_HUB,
        "sign_off": Deed.SIGN_OFF,
    }
)
"""Kinds that are never a worker's own: they are for everybody who may do this, unless one of them
was named."""

LOOKED_AFTER: Final[Mapping[Deed, frozenset[str]]] = MappingProxyType(
    {Deed.RUN_HUB: HUB, Deed.SIGN_OFF: frozenset({"oversight", "drift"})}
)
"""Kinds that whoever may do this has as well, whoever has the case."""

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
        "tell_referrer": Deed.SHARE,
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


def whose(one: Obligation, case: Case) -> UUID | None:
    """Whose it is: whoever is named, whoever has the case, and of a request that nobody helps with
    yet whoever wrote it. None is for everybody whose role it is."""
    if one.for_user is not None or one.kind in OF_A_ROLE:
        return one.for_user
    if case.worker_id is None and (case.state in ASKED or case.came_from in ASKED):
        return case.created_by
    return case.worker_id


def so_far(draft: Record | None) -> str:
    """How far a form is filled in; nothing for one that was not begun."""
    return f"{draft.steps_done} of {draft.steps_total} steps done" if draft else ""


def date_in(case: Case, form: str, key: str) -> date | None:
    """A date that the last finished record of a form gives."""
    records = case.finished(form)
    return iso_date(records[-1].answers.get(key)) if records else None
