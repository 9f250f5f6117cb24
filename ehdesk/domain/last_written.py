"""The newest day on which something happened that is in the record."""

from __future__ import annotations

from datetime import date

from ehdesk.domain.case import Case


def last_written(case: Case) -> date | None:
    """The day of the newest step, contact, meeting, review or action that was done."""
    days = [step.happened_on for step in case.steps]
    days += [contact.happened_on for contact in case.contacts]
    days += [meeting.held_on for meeting in case.held_meetings if meeting.held_on]
    days += [review.held_on for review in case.held_reviews if review.held_on]
    days += [action.done_on for action in case.actions if action.done_on]
    return max(days, default=None)
