"""The store's own row and the people who use it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import asdict
from datetime import date
from typing import Any, overload
from uuid import UUID

from sqlalchemy import Connection, Engine, Row, select
from sqlalchemy.orm import Session

from ehdesk.domain.access import Role, roles_named
from ehdesk.domain.user import User
from ehdesk.kernel.clock import Clock
from ehdesk.store.engine import writing
from ehdesk.store.tables.summaries import CaseSummaryRow
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
    """The user with that key; after the recovery key (``None``) the first manager there is: whoever
    holds the printed key puts the store's people right."""
    query = select(UserRow.__table__).order_by(UserRow.id)
    if user_id is not None:
        return _user(connection.execute(query.where(UserRow.id == user_id)).one())
    everyone = [_user(row) for row in connection.execute(query.where(UserRow.active))]
    return next((user for user in everyone if Role.MANAGER in user.access), everyone[0])


def is_active(connection: Connection, user_id: UUID) -> bool:
    """Whether that person still uses the store."""
    query = select(UserRow.active).where(UserRow.id == user_id)
    return bool(connection.execute(query).scalar_one_or_none())


def holders(connection: Connection, roles: Collection[Role]) -> tuple[User, ...]:
    """Those who work in this store now and hold one of the roles, by name."""
    query = select(UserRow.__table__).where(UserRow.active).order_by(UserRow.name, UserRow.id)
    everyone = (_user(row) for row in connection.execute(query))
    return tuple(user for user in everyone if not set(roles).isdisjoint(user.access))


def everyone(connection: Connection) -> tuple[tuple[User, bool, date | None], ...]:
    """All who use this store, by name, then those who did; each with whether they do, and since
    when not."""
    query = select(UserRow.__table__).order_by(UserRow.active.desc(), UserRow.name, UserRow.id)
    return tuple((_user(row), row.active, row.ended_on) for row in connection.execute(query))


@overload
def open_cases_of(connection: Connection) -> dict[UUID, int]: ...


@overload
def open_cases_of(connection: Connection, user_id: UUID) -> tuple[UUID, ...]: ...


def open_cases_of(
    connection: Connection, user_id: UUID | None = None
) -> dict[UUID, int] | tuple[UUID, ...]:
    """The open cases of one user, or how many each user has."""
    query = select(CaseSummaryRow.worker_id, CaseSummaryRow.case_id).where(
        CaseSummaryRow.open, CaseSummaryRow.worker_id.is_not(None)
    )
    found = [(row.worker_id, row.case_id) for row in connection.execute(query)]
    if user_id is not None:
        return tuple(case for worker, case in found if worker == user_id)
    return dict(Counter(worker for worker, _case in found))


def store_row(session: Session) -> StoreRow:
    """The store's own row, to change its settings."""
    return session.execute(select(StoreRow)).scalar_one()


SIGNED_FORMS = "signed_forms"
"""The setting of a store that says which forms a manager signs."""


def signed_forms(connection: Connection) -> tuple[str, ...] | None:
    """The forms that this store chose to have signed; None when it leaves that to the pack."""
    settings = connection.execute(select(StoreRow.settings)).scalar_one()
    chosen = settings.get(SIGNED_FORMS)
    return None if chosen is None else tuple(chosen)


OWN_DATES = "own_dates"
"""The setting of a store that holds its own school terms and bank holidays."""


def own_dates(connection: Connection) -> dict[str, Any] | None:
    """The dates that this store keeps itself; None when it goes by its authority's."""
    settings: dict[str, Any] = connection.execute(select(StoreRow.settings)).scalar_one()
    return settings.get(OWN_DATES)


def _user(row: Row[Any]) -> User:
    return User(
        row.id,
        row.name,
        row.role,
        row.agency,
        row.phone,
        row.email,
        row.cluster,
        roles_named(row.access),
    )


def write_first_rows(engine: Engine, clock: Clock, name: str, authority: str, user: User) -> None:
    """What a fresh store holds: its own row and its first user."""
    with Session(writing(engine)) as session, session.begin():
        session.add(StoreRow(name=name, authority=authority, created_at=clock.now(), settings={}))
        values = asdict(user) | {"access": [role.value for role in user.access]}
        session.add(UserRow(**values))
