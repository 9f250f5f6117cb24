"""Requests that wait, and what became of those that somebody sent. One statement each."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, ScalarSelect, Select, func, select

from ehdesk.domain.due import BEGINS_REPLY
from ehdesk.domain.inbox import WAITING_STATES, Inbox, InboxLine, SentLine
from ehdesk.domain.pathway import State
from ehdesk.domain.request_answer import ANSWERS
from ehdesk.store.queries.lists import LINES, as_line
from ehdesk.store.tables.cases import CaseRow, ProfessionalRow, StepRow
from ehdesk.store.tables.pathway import HubMeetingRow, HubSlotRow
from ehdesk.store.tables.people import PersonRow
from ehdesk.store.tables.summaries import CaseSummaryRow
from ehdesk.store.tables.work import CheckRow


def inbox(connection: Connection, most: int) -> Inbox:
    """The ``most`` oldest requests of each state, oldest first. The window function counts and
    picks by the index on state; what else is shown is looked up for those alone."""
    states = [state.value for state in WAITING_STATES]
    state_of = CaseSummaryRow.state
    oldest = (CaseSummaryRow.waiting_since, CaseSummaryRow.opened_on, CaseSummaryRow.case_id)
    picked = (
        select(
            *LINES.c,
            func.count().over(partition_by=state_of).label("in_all"),
            func.row_number().over(partition_by=state_of, order_by=oldest).label("nth"),
        )
        .where(CaseSummaryRow.state.in_(states))
        .subquery()
    )
    of_case = picked.c.case_id
    entered = _last_step(StepRow.happened_on, of_case, StepRow.from_state != StepRow.to_state)
    query = (
        select(
            picked,
            entered.label("since"),
            _last_step(StepRow.happened_on, of_case, StepRow.move.in_(BEGINS_REPLY)).label(
                "sent_on"
            ),
            _last_step(StepRow.reason, of_case, StepRow.from_state != StepRow.to_state).label(
                "why"
            ),
            _checks(of_case).label("checks"),
            _checks(of_case, CheckRow.back).label("checks_back"),
            _hub_day(of_case).label("hub_day"),
            *_asker_columns(),
        )
        .select_from(
            picked.join(CaseRow, CaseRow.id == of_case)
            .outerjoin(ProfessionalRow, ProfessionalRow.id == CaseRow.asker_id)
            .outerjoin(PersonRow, PersonRow.id == CaseRow.asker_person_id)
        )
        .where(picked.c.nth <= most)
    )
    rows = list(connection.execute(query))
    order = {state: place for place, state in enumerate(states)}
    rows.sort(key=lambda row: (order[row.state], _day(row.since, row), str(row.case_id)))
    lines = tuple(
        InboxLine(
            case=as_line(row),
            asker=_asker(row),
            since=row.since,
            sent_on=row.sent_on,
            why=row.why or "",
            checks=row.checks,
            checks_back=row.checks_back,
            hub_day=row.hub_day,
        )
        for row in rows
    )
    return Inbox(lines, {State(row.state): row.in_all for row in rows})


def sent_by(connection: Connection, user: UUID, most: int) -> tuple[SentLine, ...]:
    """The requests that somebody began and that were sent: those that wait first, the oldest on
    top; then those that were answered, the newest first."""
    of_case = CaseSummaryRow.case_id
    answered = _last_step(StepRow.happened_on, of_case, StepRow.move.in_(ANSWERS))
    sent = _last_step(StepRow.happened_on, of_case, StepRow.move == "send").label("sent_on")
    query: Select[*tuple[Any, ...]] = (
        select(
            *LINES.c,
            sent,
            answered.label("answered_on"),
            _last_step(StepRow.move, of_case, StepRow.move.in_(ANSWERS)).label("move"),
            _last_step(StepRow.reason, of_case, StepRow.move.in_(ANSWERS)).label("why"),
            _last_step(StepRow.happened_on, of_case, StepRow.move.in_(BEGINS_REPLY)).label("waits"),
        )
        .join(CaseRow, CaseRow.id == CaseSummaryRow.case_id)
        .where(CaseRow.created_by == user, CaseRow.state != State.DRAFT.value)
        .order_by(
            CaseSummaryRow.state != State.SENT.value,
            CaseSummaryRow.opened_on.desc(),
            CaseSummaryRow.case_id,
        )
        .limit(most)
    )
    lines = [
        SentLine(
            as_line(row), row.sent_on, row.move or "", row.answered_on, row.why or "", row.waits
        )
        for row in connection.execute(query)
        if row.sent_on is not None
    ]
    waits = [line for line in lines if line.case.state == State.SENT.value]
    waits.sort(key=lambda line: line.sent_on or line.case.opened_on)
    others = [line for line in lines if line.case.state != State.SENT.value]
    others.sort(key=lambda line: line.answered_on or line.case.opened_on, reverse=True)
    return (*waits, *others)


def _last_step(column: Any, of_case: Any, condition: ColumnElement[bool]) -> ScalarSelect[Any]:
    """What the newest step of a case that meets the condition says."""
    query: Select[Any] = select(column).where(StepRow.case_id == of_case, condition)
    return query.order_by(StepRow.number.desc()).limit(1).scalar_subquery()


def _checks(of_case: Any, *conditions: Any) -> ScalarSelect[Any]:
    query = select(func.count()).select_from(CheckRow)
    return query.where(
        CheckRow.case_id == of_case, CheckRow.removed.is_(False), *conditions
    ).scalar_subquery()


def _hub_day(of_case: Any) -> ScalarSelect[Any]:
    """The day of the slot that waits to be heard."""
    return (
        select(HubMeetingRow.held_on)
        .join(HubSlotRow, HubSlotRow.meeting_id == HubMeetingRow.id)
        .where(HubSlotRow.case_id == of_case, HubSlotRow.heard_at.is_(None))
        .order_by(HubMeetingRow.held_on.desc())
        .limit(1)
        .scalar_subquery()
    )


def _asker_columns() -> tuple[Any, ...]:
    return (
        ProfessionalRow.name.label("asker_name"),
        ProfessionalRow.agency.label("asker_agency"),
        PersonRow.given_name.label("asker_given"),
        PersonRow.family_name.label("asker_family"),
    )


def _asker(row: Any) -> str:
    if row.asker_name or row.asker_agency:
        return ", ".join(part for part in (row.asker_name, row.asker_agency) if part)
    return " ".join(part for part in (row.asker_given, row.asker_family) if part)


def _day(since: date | None, row: Any) -> date:
    day: date = since or row.waiting_since or row.opened_on
    return day
