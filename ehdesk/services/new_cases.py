"""A new case: its reference, the form that it begins with, and its first move."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from ehdesk.authority.pack import Pack
from ehdesk.domain.pathway import Kind
from ehdesk.domain.user import User
from ehdesk.kernel.clock import Clock
from ehdesk.kernel.errors import NotAllowed
from ehdesk.kernel.ids import new_id
from ehdesk.services.forms import begin_record, pack_form
from ehdesk.services.steps import make_move
from ehdesk.store.access import Session
from ehdesk.store.queries.families import open_case_of
from ehdesk.store.queries.steps import take_reference
from ehdesk.store.tables.cases import CaseRow
from ehdesk.store.tables.people import FamilyRow


@dataclass(frozen=True)
class Begun:
    """What was begun: the case and the form that it begins with."""

    case_id: UUID
    record_id: UUID


def begin_case(
    session: Session,
    form: str,
    move: str,
    *,
    user: User,
    clock: Clock,
    pack: Pack,
    family_id: UUID | None = None,
    previous_case_id: UUID | None = None,
    kind: Kind = Kind.REQUEST,
    answers: dict[str, Any] | None = None,
    reason: str = "",
) -> Begun:
    """Begin a case with a form.

    :param family_id: a family that is known already; without, the case is of a new one.
    :param previous_case_id: the case of the family that this one goes on from.
    :raises NotAllowed: when the family has an open case of that kind.
    """
    today = clock.today()
    if family_id is None:
        family_id = new_id()
        session.add(FamilyRow(id=family_id))
    else:
        refuse_second(session, family_id, kind)
    case = CaseRow(
        id=new_id(),
        reference=take_reference(session, today.year),
        kind=kind.value,
        family_id=family_id,
        previous_case_id=previous_case_id,
        state="",
        opened_on=today,
        created_by=user.id,
    )
    session.add(case)
    session.flush()
    record = begin_record(
        session, case, pack_form(pack, form), user=user, clock=clock, answers=answers
    )
    make_move(
        session,
        case,
        move,
        on=today,
        user=user,
        clock=clock,
        pack=pack,
        reason=reason,
        record_id=record.id,
    )
    return Begun(case.id, record.id)


def refuse_second(session: Session, family_id: UUID, kind: Kind) -> None:
    """:raises NotAllowed: when the family has an open case of that kind already."""
    there = open_case_of(session, family_id, kind.value)
    if there is not None:
        raise NotAllowed(
            "This family has an open case already",
            f"It is {there.reference}.",
            "Open that case and go on there.",
        )
