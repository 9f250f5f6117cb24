"""The hub's meetings, their slots, and what waits for one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, func, select
from sqlalchemy.orm import Session

from ehdesk.domain.hub import Meeting, Slot
from ehdesk.domain.pathway import State
from ehdesk.store.tables.cases import CaseRow
from ehdesk.store.tables.pathway import HubMeetingRow, HubSlotRow
from ehdesk.store.tables.summaries import CaseSummaryRow


def open_slot_of(session: Session, case_id: UUID) -> HubSlotRow | None:
    """The time that a request has and that has not come yet; the newest, should there be more."""
    query = (
        select(HubSlotRow)
        .join(HubMeetingRow, HubMeetingRow.id == HubSlotRow.meeting_id)
        .where(HubSlotRow.case_id == case_id, HubSlotRow.heard_at.is_(None))
        .order_by(HubMeetingRow.held_on.desc(), HubSlotRow.number.desc())
    )
    return session.scalars(query.limit(1)).first()


def free_slot_of(session: Session, case_id: UUID) -> None:
    """Let the time go that a request has and that has not come yet."""
    slot = open_slot_of(session, case_id)
    if slot is not None:
        slot.case_id, slot.placed_at = None, None


def slots_of(session: Session, meeting_id: UUID) -> list[HubSlotRow]:
    """The slots of a meeting, in their order."""
    query = select(HubSlotRow).where(HubSlotRow.meeting_id == meeting_id)
    return list(session.scalars(query.order_by(HubSlotRow.number)))


def last_meeting_on(connection: Connection) -> date | None:
    """The day of the last meeting that is set."""
    query = select(func.max(HubMeetingRow.held_on)).where(HubMeetingRow.called_off.is_(False))
    return connection.execute(query).scalar_one()


def waiting_for_hub(connection: Connection) -> list[UUID]:
    """The cases that wait for the hub."""
    query = select(CaseRow.id).where(CaseRow.state == State.HUB.value).order_by(CaseRow.opened_on)
    return list(connection.execute(query).scalars())


def meetings_from(connection: Connection, first: date | None) -> tuple[Meeting, ...]:
    """The meetings from a day on with their slots, soonest first."""
    query = select(
        HubMeetingRow.id,
        HubMeetingRow.held_on,
        HubMeetingRow.starts,
        HubMeetingRow.venue,
        HubMeetingRow.chair,
        HubMeetingRow.called_off,
    ).order_by(HubMeetingRow.held_on, HubMeetingRow.starts, HubMeetingRow.id)
    if first is not None:
        query = query.where(HubMeetingRow.held_on >= first)
    found = connection.execute(query).all()
    slots: dict[UUID, list[Slot]] = {row.id: [] for row in found}
    for row in connection.execute(_slots(slots)):
        slots[row.meeting_id].append(
            Slot(
                row.id,
                row.number,
                row.starts,
                row.minutes,
                row.case_id,
                row.family or "",
                row.reference or "",
                row.heard_at is not None,
                row.outcome,
            )
        )
    return tuple(
        Meeting(
            row.id,
            row.held_on,
            row.starts,
            row.venue,
            row.chair,
            row.called_off,
            tuple(slots[row.id]),
        )
        for row in found
    )


def _slots(meetings: Iterable[UUID]) -> Select[*tuple[Any, ...]]:
    return (
        select(
            HubSlotRow.id,
            HubSlotRow.meeting_id,
            HubSlotRow.number,
            HubSlotRow.starts,
            HubSlotRow.minutes,
            HubSlotRow.case_id,
            HubSlotRow.heard_at,
            HubSlotRow.outcome,
            CaseSummaryRow.family,
            CaseSummaryRow.reference,
        )
        .outerjoin(CaseSummaryRow, CaseSummaryRow.case_id == HubSlotRow.case_id)
        .where(HubSlotRow.meeting_id.in_(tuple(meetings)))
        .order_by(HubSlotRow.meeting_id, HubSlotRow.number)
    )
