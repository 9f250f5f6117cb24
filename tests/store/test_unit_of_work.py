"""All of it is saved, or nothing, and what goes wrong is said in words."""

from __future__ import annotations

import threading
from datetime import date
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Engine, event, func, select
from sqlalchemy.orm import Session

from ehdesk.kernel.clock import SetClock
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.notices import Changed, Notices
from ehdesk.store.engine import writing
from ehdesk.store.errors import DiskFull, NotSaved, ReadOnlyFolder
from ehdesk.store.folder import OpenStore
from ehdesk.store.tables.cases import CaseRow, StepRow
from ehdesk.store.tables.people import FamilyRow, PersonRow
from ehdesk.store.unit_of_work import UnitOfWork
from tests.store.conftest import add_family, work_in

SECRET = "Thistledown-of-Nowhere"


def families(engine: Engine) -> int:
    with engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(FamilyRow)) or 0


def test_a_commit_tells_who_listens_what_was_done_and_to_which_cases(
    store: OpenStore, clock: SetClock
) -> None:
    notices, heard = Notices(), list[Changed]()
    notices.subscribe(heard.append)
    uow = work_in(store, clock, notices)
    _family, child, case = add_family(uow)
    with uow("Edit people") as session:
        session.get_one(PersonRow, child).given_name = "Juniper"
    with uow("Look around") as session:
        session.get_one(PersonRow, child)
    assert heard == [
        Changed("Start a request", frozenset({case})),
        Changed("Edit people", frozenset({case})),
        Changed("Look around", frozenset()),
    ], "a person of the family touches the family's cases; reading touches nothing"


def test_nothing_is_heard_and_nothing_kept_after_an_exception(
    store: OpenStore, clock: SetClock
) -> None:
    notices, heard = Notices(), list[Changed]()
    notices.subscribe(heard.append)

    def refused() -> None:
        with work_in(store, clock, notices)("Start") as session:
            session.add(FamilyRow(name="Quillfeather"))
            session.flush()
            raise EhdeskError("Choose a route first")

    with pytest.raises(EhdeskError):
        refused()
    assert families(store.engine) == 0
    assert heard == []


def test_what_is_worked_out_before_the_commit_is_in_the_same_transaction(
    store: OpenStore, uow: UnitOfWork
) -> None:
    seen: list[set[UUID]] = []

    def refuse(session: Session, cases: set[UUID]) -> None:
        seen.append(cases)
        assert session.scalar(select(func.count()).select_from(CaseRow)) == 1
        raise ValueError("cannot be worked out")

    uow.before_commit.append(refuse)
    with pytest.raises(ValueError, match="cannot be worked out"):
        add_family(uow)
    assert len(seen[0]) == 1
    assert families(store.engine) == 0


def test_a_unit_of_work_inside_another_is_a_fault_that_shows_at_once(uow: UnitOfWork) -> None:
    with uow("Outer") as session:
        session.add(FamilyRow())
        with pytest.raises(RuntimeError, match="inside another"), uow("Inner"):
            pass
    with uow("After"):
        pass


def test_threads_take_turns(store: OpenStore, uow: UnitOfWork) -> None:
    def work() -> None:
        for _ in range(5):
            with uow("Add") as session:
                session.add(FamilyRow(name="Quillfeather"))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert families(store.engine) == 20


def test_a_full_disk_is_said_in_words_and_the_next_try_works(
    store: OpenStore, uow: UnitOfWork
) -> None:
    add_family(uow)

    def limit(connection: object, *_rest: object) -> None:
        connection.execute("PRAGMA max_page_count=1")  # type: ignore[attr-defined]

    event.listen(store.engine, "checkout", limit)
    with pytest.raises(DiskFull) as caught, uow("Add") as session:
        session.add_all(FamilyRow(name=SECRET * 50) for _ in range(200))
    assert caught.value.title == "Not saved: disk full. Keep this window open."
    assert SECRET not in str(caught.value)
    event.remove(store.engine, "checkout", limit)
    with store.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1073741823")
    assert families(store.engine) == 1
    with uow("Add") as session:
        session.add(FamilyRow(name="Quillfeather"))
    assert families(store.engine) == 2


def test_another_writer_is_said_in_words(store: OpenStore, uow: UnitOfWork) -> None:
    @event.listens_for(store.engine, "checkout")
    def impatient(connection: object, *_rest: object) -> None:
        connection.execute("PRAGMA busy_timeout=20")  # type: ignore[attr-defined]

    with (
        writing(store.engine).begin(),
        pytest.raises(NotSaved, match="another window is saving"),
        uow("Add") as session,
    ):
        session.add(FamilyRow())


def test_a_store_opened_to_read_refuses_changes_in_words(reopen, clock: SetClock) -> None:  # type: ignore[no-untyped-def]
    opened = reopen(read_only=True)
    with pytest.raises(ReadOnlyFolder), work_in(opened, clock)("Add") as session:
        session.add(FamilyRow())
    opened.close()


def test_an_entry_that_does_not_fit_is_refused_without_saying_what_was_typed(
    uow: UnitOfWork,
) -> None:
    _family, _child, case = add_family(uow)

    def add_it_twice() -> None:
        with uow("Add") as session:
            old = session.get_one(CaseRow, case)
            session.add(
                CaseRow(
                    reference=old.reference,
                    family_id=old.family_id,
                    state=SECRET,
                    opened_on=old.opened_on,
                    created_by=uow.user_id,
                )
            )

    with pytest.raises(NotSaved) as caught:
        add_it_twice()
    error: BaseException | None = caught.value
    assert caught.value.code == "SQLITE_CONSTRAINT"
    while error:
        assert SECRET not in str(error), "nor does any error it came from"
        error = error.__context__


def test_a_row_that_points_nowhere_is_refused_at_the_commit(
    store: OpenStore, uow: UnitOfWork
) -> None:
    with pytest.raises(NotSaved, match="does not fit"), uow("Add") as session:
        session.add(
            StepRow(
                case_id=uuid4(),
                number=1,
                move="x",
                from_state="",
                to_state="y",
                happened_on=date(2026, 11, 17),
                recorded_at=uow._clock.now(),
                user_id=uow.user_id,
            )
        )
    add_family(uow)
    assert families(store.engine) == 1


def test_a_stale_screen_does_not_win(uow: UnitOfWork, store: OpenStore) -> None:
    _family, _child, case = add_family(uow)

    def allocate_on_a_stale_screen() -> None:
        with uow("Allocate") as session:
            row = session.get_one(CaseRow, case)
            session.connection().exec_driver_sql("UPDATE cases SET version = 7")
            row.worker = "Lark Sample"

    with pytest.raises(NotSaved, match="changed somewhere else"):
        allocate_on_a_stale_screen()
