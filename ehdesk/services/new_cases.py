"""A new case: its reference, the form that it begins with, and its first move."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ehdesk.authority.pack import Pack
from ehdesk.domain.user import User
from ehdesk.kernel.clock import Clock
from ehdesk.kernel.ids import new_id
from ehdesk.services.forms import begin_record, pack_form
from ehdesk.services.steps import make_move
from ehdesk.store.access import Session
from ehdesk.store.queries.steps import take_reference
from ehdesk.store.tables.cases import CaseRow
from ehdesk.store.tables.people import FamilyRow


def begin_case(
    session: Session,
    form: str,
    move: str,
    *,
    user: User,
    clock: Clock,
    pack: Pack,
    family_id: UUID | None = None,
    answers: dict[str, Any] | None = None,
) -> UUID:
    """Begin a case with a form; the key of the form.

    :param family_id: a family that is known already; without, the case is of a new one.
    """
    today = clock.today()
    if family_id is None:
        family_id = new_id()
        session.add(FamilyRow(id=family_id))
    case = CaseRow(
        id=new_id(),
        reference=take_reference(session, today.year),
        family_id=family_id,
        state="",
        opened_on=today,
        created_by=user.id,
    )
    session.add(case)
    session.flush()
    record = begin_record(
        session, case, pack_form(pack, form), user=user, clock=clock, answers=answers
    )
    make_move(session, case, move, on=today, user=user, clock=clock, pack=pack, record_id=record.id)
    return record.id
