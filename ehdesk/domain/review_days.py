"""When the plan is looked at next: the day agreed, the last lawful one, the one proposed."""

from __future__ import annotations

from datetime import date

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.due_holidays import before_the_holiday
from ehdesk.domain.school_calendar import Holiday


def latest_review_day(case: Case, pack: Pack) -> date | None:
    """The last lawful day for the next review: so long after the first TAF meeting or the last
    review held (leaflet: review action plan every 3 months; the pack's clock says how long)."""
    since = last_looked_at(case)
    return pack.clock("review").after(since) if since else None


def last_looked_at(case: Case) -> date | None:
    """The day the plan was agreed or last reviewed."""
    held = [review.held_on for review in case.held_reviews if review.held_on]
    return max(held) if held else case.plan_agreed_on


def next_review_due(case: Case, pack: Pack) -> date | None:
    """The day agreed at the last review, never beyond the last lawful one unless with a reason."""
    reviews = case.held_reviews
    if reviews and reviews[-1].next_due:
        return reviews[-1].next_due
    return latest_review_day(case, pack)


def review_day(case: Case, pack: Pack) -> tuple[date | None, date | None, Holiday | None]:
    """The day proposed for the next review (the one agreed, never beyond the last lawful one, and
    before a long holiday rather than in it), the one it would be otherwise, and the holiday between
    them."""
    planned, latest = next_review_due(case, pack), latest_review_day(case, pack)
    if planned is None:
        return None, None, None
    lawful = min(planned, latest) if latest else planned
    day, holiday = before_the_holiday(lawful, last_looked_at(case), pack)
    return day, lawful, holiday
