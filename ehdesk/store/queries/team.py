"""The store's own row and the people who use it."""

from __future__ import annotations

from dataclasses import asdict
from uuid import UUID

from sqlalchemy import Connection, Engine, select
from sqlalchemy.orm import Session

from ehdesk.domain.user import User
from ehdesk.kernel.clock import Clock
from ehdesk.store.engine import writing
from ehdesk.store.tables.team import StoreRow, UserRow


def team(connection: Connection) -> tuple[tuple[UUID, str], ...]:
    """Everyone who works in this store now, by name."""
    query = select(UserRow.id, UserRow.name).where(UserRow.active).order_by(UserRow.name)
    return tuple((row.id, row.name) for row in connection.execute(query))


def the_store(connection: Connection) -> tuple[str, str]:
    """The store's name and the code of its authority."""
    row = connection.execute(select(StoreRow.name, StoreRow.authority)).one()
    return row.name, row.authority


def user_values(connection: Connection, user_id: UUID | None) -> User:
    """The user with that key; after the recovery key (``None``) the first one there is."""
    query = select(UserRow.__table__).order_by(UserRow.id)
    if user_id is not None:
        query = query.where(UserRow.id == user_id)
    row = connection.execute(query.limit(1)).one()
    return User(row.id, row.name, row.role, row.agency, row.phone, row.email, row.cluster)


def write_first_rows(engine: Engine, clock: Clock, name: str, authority: str, user: User) -> None:
    """What a fresh store holds: its own row and its first user."""
    with Session(writing(engine)) as session, session.begin():
        session.add(StoreRow(name=name, authority=authority, created_at=clock.now(), settings={}))
        session.add(UserRow(**asdict(user)))
