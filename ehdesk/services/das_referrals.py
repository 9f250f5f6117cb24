"""Calls to the duty service about a child: what was said, and what came of it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from ehdesk.kernel.ids import new_id
from ehdesk.store.access import Session
from ehdesk.store.queries.steps import open_referrals
from ehdesk.store.tables.pathway import DasReferralRow


def note_referral(
    session: Session,
    case_id: UUID,
    on: date,
    *,
    said: str,
    at: str = "",
    taken_by: str = "",
    meanwhile: str = "",
) -> None:
    """Write down that the duty service was told. ``meanwhile`` is what happens to the case until it
    answers: ``goes_on``, ``waits``, or nothing where nobody said."""
    session.add(
        DasReferralRow(
            id=new_id(),
            case_id=case_id,
            happened_on=on,
            happened_at=at,
            taken_by=taken_by,
            said=said,
            meanwhile=meanwhile,
        )
    )


def note_answer(session: Session, case_id: UUID, on: date, answer: str) -> None:
    """Write down what the duty service answered to all that it was told."""
    for row in open_referrals(session, case_id):
        row.answered_on, row.answer = on, answer
