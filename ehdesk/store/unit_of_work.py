"""One thing that a person does: all of it is saved, or nothing.

with uow("Record a decision") as session:
    session.add(DecisionRow(...))
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import UUID

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from ehdesk.kernel.clock import Clock
from ehdesk.kernel.ids import new_id
from ehdesk.kernel.notices import Changed, Notices
from ehdesk.store import history
from ehdesk.store.engine import writing
from ehdesk.store.failures import in_words
from ehdesk.store.tables.cases import CaseRow

OPERATION = "operation_id"
"""Where a session keeps the key of the operation it is: history has all its changes under it."""

BeforeCommit = Callable[[Session, set[UUID]], None]


class UnitOfWork:
    """Makes units of work for one user of one open store. Threads take turns."""

    def __init__(
        self,
        engine: Engine,
        clock: Clock,
        user_id: UUID,
        notices: Notices,
        *,
        store_name: str = "The store",
    ) -> None:
        self._engine = writing(engine)
        self._clock = clock
        self._notices = notices
        self._store_name = store_name
        self._turn = threading.Lock()
        self._holder: int | None = None
        self.user_id = user_id
        self.before_commit: list[BeforeCommit] = []
        """Called in order with the session and the ids of the cases that were touched, before
        the commit: what is worked out from the records is renewed in the same transaction."""

    @contextmanager
    def __call__(self, name: str, *, told: bool = True) -> Iterator[Session]:
        """Begin; commit at the end of the block and tell who listens; roll back on any exception.

        ``name`` is what people read in the history: "Record a decision". ``told`` is False for
        what changes no record, as a draft: no page is read again for it.

        :raises EhdeskError: in words, when the store cannot take it. Nothing was changed then.
        :raises RuntimeError: when this thread is inside a unit of work already.
        """
        if self._holder == threading.get_ident():
            raise RuntimeError(f"{name!r} was begun inside another unit of work")
        with self._turn:
            self._holder = threading.get_ident()
            try:
                with Session(self._engine, expire_on_commit=False) as session:
                    operation = self._operation(name)
                    session.info[OPERATION] = operation.id
                    touched = history.record(session, operation)
                    yield session
                    session.flush()
                    cases = touched.cases | _cases_of(session, touched.families)
                    for hook in self.before_commit:
                        hook(session, cases)
                    session.commit()
            except Exception as error:
                words = in_words(error, self._store_name)
                if words is None:
                    raise
                raise words from None
            finally:
                self._holder = None
        if told:
            self._notices.publish(Changed(name, frozenset(cases)))

    def _operation(self, name: str) -> history.Operation:
        return history.Operation(new_id(), name, self.user_id, self._clock.now())


def operation_of(session: Session) -> UUID:
    """The key under which history has what this unit of work changes."""
    key = session.info[OPERATION]
    assert isinstance(key, UUID)  # noqa: S101 (set when the unit of work began)
    return key


def _cases_of(session: Session, families: set[UUID]) -> set[UUID]:
    if not families:
        return set()
    return set(session.scalars(select(CaseRow.id).where(CaseRow.family_id.in_(families))))
