"""A manager's supervisions: only ever read for the manager whose they are."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, func, select

from ehdesk.domain.supervision import Supervision, SupervisionAction, WorkerLine
from ehdesk.store.tables.oversight import (
    SupervisionActionRow,
    SupervisionNoteRow,
    SupervisionRow,
)
from ehdesk.store.tables.summaries import CaseSummaryRow
from ehdesk.store.tables.team import UserRow


def worker_lines(connection: Connection, manager: UUID) -> tuple[WorkerLine, ...]:
    """Everyone with open cases, by name, with what this manager last did with them."""
    families = dict(
        connection.execute(
            select(CaseSummaryRow.worker_id, func.count())
            .where(CaseSummaryRow.open, CaseSummaryRow.worker_id.is_not(None))
            .group_by(CaseSummaryRow.worker_id)
        ).all()
    )
    held = dict(
        connection.execute(
            select(SupervisionRow.worker_id, func.max(SupervisionRow.held_on))
            .where(SupervisionRow.manager_id == manager, SupervisionRow.finished_at.is_not(None))
            .group_by(SupervisionRow.worker_id)
        ).all()
    )
    todo = dict(
        connection.execute(
            select(SupervisionRow.worker_id, func.count())
            .join(SupervisionActionRow, SupervisionActionRow.supervision_id == SupervisionRow.id)
            .where(
                SupervisionRow.manager_id == manager,
                SupervisionActionRow.removed.is_(False),
                SupervisionActionRow.done_on.is_(None),
            )
            .group_by(SupervisionRow.worker_id)
        ).all()
    )
    users = connection.execute(
        select(UserRow.id, UserRow.name).where(UserRow.id.in_(tuple(families)))
    )
    lines = [
        WorkerLine(row.id, row.name, families[row.id], held.get(row.id), todo.get(row.id, 0))
        for row in users
        if row.id != manager
    ]
    return tuple(sorted(lines, key=lambda line: line.name))


def supervision(connection: Connection, key: UUID) -> Supervision:
    """One supervision with its notes and the actions that are still open from earlier ones."""
    row = connection.execute(
        select(SupervisionRow.__table__, UserRow.name)
        .join(UserRow, UserRow.id == SupervisionRow.worker_id)
        .where(SupervisionRow.id == key)
    ).one()
    mine = (SupervisionRow.manager_id == row.manager_id) & (
        SupervisionRow.worker_id == row.worker_id
    )
    last = connection.execute(
        select(func.max(SupervisionRow.held_on)).where(
            mine, SupervisionRow.finished_at.is_not(None), SupervisionRow.id != key
        )
    ).scalar_one()
    notes = connection.execute(
        select(SupervisionNoteRow.__table__).where(SupervisionNoteRow.supervision_id == key)
    ).all()
    actions = connection.execute(
        select(SupervisionActionRow.__table__, UserRow.name)
        .join(SupervisionRow, SupervisionRow.id == SupervisionActionRow.supervision_id)
        .join(UserRow, UserRow.id == SupervisionActionRow.who_id)
        .where(
            mine,
            SupervisionActionRow.removed.is_(False),
            SupervisionActionRow.done_on.is_(None) | (SupervisionActionRow.supervision_id == key),
        )
        .order_by(SupervisionActionRow.id)
    )
    return Supervision(
        row.id,
        row.worker_id,
        row.name,
        row.held_on,
        last,
        row.finished_at is not None,
        {note.about_id: note.text for note in notes},
        {note.about_id: note.looked_at for note in notes if note.looked_at is not None},
        tuple(
            SupervisionAction(one.id, one.about_id, one.what, one.who_id, one.name, one.done_on)
            for one in actions
        ),
    )


def unfinished(connection: Connection, manager: UUID, worker: UUID) -> UUID | None:
    """The supervision that these two have begun and not finished."""
    return connection.execute(
        select(SupervisionRow.id)
        .where(
            SupervisionRow.manager_id == manager,
            SupervisionRow.worker_id == worker,
            SupervisionRow.finished_at.is_(None),
        )
        .order_by(SupervisionRow.id.desc())
        .limit(1)
    ).scalar_one_or_none()


def note_of(connection: Connection, supervision_id: UUID, case_id: UUID) -> UUID | None:
    """The note about a family in one supervision."""
    return connection.execute(
        select(SupervisionNoteRow.id).where(
            SupervisionNoteRow.supervision_id == supervision_id,
            SupervisionNoteRow.about_id == case_id,
        )
    ).scalar_one_or_none()
