"""The one way to read from an open store and the one way to change it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from ehdesk.kernel.clock import Clock
from ehdesk.kernel.errors import NotAllowed
from ehdesk.kernel.notices import Notices
from ehdesk.store.failures import in_words
from ehdesk.store.folder import OpenStore
from ehdesk.store.unit_of_work import UnitOfWork

__all__ = ["Access", "Connection", "Session"]


class Access:
    """Reading and changing, for one user of one open store."""

    def __init__(self, store: OpenStore, clock: Clock, user_id: UUID, notices: Notices) -> None:
        self.store = store
        self.notices = notices
        self.work = UnitOfWork(store.engine, clock, user_id, notices, store_name=store.info.name)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the store.

        :raises EhdeskError: in words, when the store cannot be read any more.
        """
        with self._in_words(), self.store.engine.connect() as connection:
            yield connection

    @contextmanager
    def reading_rows(self) -> Iterator[Session]:
        """A session to read rows with; nothing it holds is ever written.

        :raises EhdeskError: in words, when the store cannot be read any more.
        """
        with self._in_words(), Session(self.store.engine) as session:
            yield session
            session.rollback()

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except Exception as error:
            words = in_words(error, self.store.info.name)
            if words is None:
                raise
            raise words from None

    @property
    def read_only(self) -> bool:
        return self.store.read_only

    @contextmanager
    def changing(self, operation: str, *, told: bool = True) -> Iterator[Session]:
        """One unit of work: all of it is committed at the end, or none of it.

        :param operation: what the person does, in words: "Record a decision".
        :param told: whether whoever shows records is told of it; not for a draft.
        :raises NotAllowed: when the store was opened to read only.
        :raises EhdeskError: when the store cannot take the change, in words.
        """
        if self.read_only:
            raise NotAllowed(
                f"{self.store.info.name} is open to read only",
                "Nothing has been changed.",
                "Close it and open it to work in it.",
            )
        with self.work(operation, told=told) as session:
            yield session
