"""Small questions that the rules about what is due share."""

from __future__ import annotations

from datetime import date
from typing import Final

from ehdesk.domain.case import Case
from ehdesk.domain.records import Record
from ehdesk.forms.checks import iso_date

SAFETY: Final = frozenset({"safeguarding", "step_up"})
"""Kinds that come before everything else (design, note 08)."""


BEGINS_ASSESSING: Final = (
    *("accept_eha", "hub_allocates", "escalate", "step_down", "begin_own_eha"),
)
"""The moves from which the time to the first meeting is counted, and how long a case is open."""


def so_far(draft: Record | None) -> str:
    """How far a form is filled in; nothing for one that was not begun."""
    return f"{draft.steps_done} of {draft.steps_total} steps done" if draft else ""


def date_in(case: Case, form: str, key: str) -> date | None:
    """A date that the last finished record of a form gives."""
    records = case.finished(form)
    return iso_date(records[-1].answers.get(key)) if records else None
