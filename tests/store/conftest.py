"""Real encrypted stores in temporary folders, quick to unlock, with plainly fictional people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from ehdesk.kernel.clock import LONDON, SetClock
from ehdesk.kernel.notices import Notices
from ehdesk.kernel.passphrase import QUICK
from ehdesk.store import folder
from ehdesk.store.folder import OpenStore
from ehdesk.store.tables.cases import CaseRow
from ehdesk.store.tables.people import FamilyRow, PersonRow
from ehdesk.store.tables.team import UserRow
from ehdesk.store.unit_of_work import UnitOfWork

PASSWORD = "copper lantern meadow tram"


@pytest.fixture
def clock() -> SetClock:
    return SetClock(datetime(2026, 11, 17, 10, 38, tzinfo=LONDON))


@pytest.fixture
def made(tmp_path: Path, clock: SetClock) -> Iterator[tuple[OpenStore, str]]:
    """A new store that is open, and its recovery key."""
    store, recovery = folder.create(
        tmp_path,
        "West locality",
        authority="leicester",
        user="Wren Example",
        role="Worker",
        password=PASSWORD,
        clock=clock,
        cost=QUICK,
    )
    yield store, recovery
    store.close()


@pytest.fixture
def store(made: tuple[OpenStore, str]) -> OpenStore:
    return made[0]


@pytest.fixture
def uow(store: OpenStore, clock: SetClock) -> UnitOfWork:
    return work_in(store, clock)


@pytest.fixture
def reopen(store: OpenStore, clock: SetClock) -> Callable[..., OpenStore]:
    """Close the store and open it again, another way when told so."""

    def again(**how: object) -> OpenStore:
        store.close()
        return folder.open_store(
            store.paths.folder,
            **{"password": PASSWORD, "clock": clock, "cost": QUICK, **how},  # type: ignore[arg-type]
        )

    return again


def work_in(store: OpenStore, clock: SetClock, notices: Notices | None = None) -> UnitOfWork:
    assert store.user is not None
    return UnitOfWork(store.engine, clock, store.user.id, notices or Notices())


def add_family(uow: UnitOfWork, name: str = "Quillfeather") -> tuple[UUID, UUID, UUID]:
    """A family with one child and one case; the ids of family, child and case."""
    with uow("Start a request") as session:
        if session.get(UserRow, uow.user_id) is None:
            session.add(UserRow(id=uow.user_id, name="Wren Example"))
        family = FamilyRow(name=name)
        session.add(family)
        session.flush()
        child = PersonRow(family_id=family.id, kind="child", given_name="Pip")
        case = CaseRow(
            reference=f"EH-{family.id.hex[-8:]}",
            family_id=family.id,
            state="request",
            opened_on=date(2026, 11, 17),
            created_by=uow.user_id,
        )
        session.add_all([child, case])
        session.flush()
        return family.id, child.id, case.id
