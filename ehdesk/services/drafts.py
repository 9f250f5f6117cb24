"""What is typed on small pages, kept until it is recorded.

A long form is a record from its first key press on. A small page (a withdrawal of consent, a line
of the sharing log, a step) becomes a record only when somebody says so; until then what is typed
there is a draft: for the person who types it, one a page of a case.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from ehdesk.domain.access import Deed
from ehdesk.domain.user import User
from ehdesk.services.service import Service, case_row
from ehdesk.store.access import Session
from ehdesk.store.queries.drafts import drafts_of
from ehdesk.store.tables.drafts import DraftRow


@dataclass(frozen=True)
class Draft:
    """What stood in the boxes, by their keys, when it was begun and when it was kept last."""

    typed: Mapping[str, Any]
    begun_at: datetime
    saved_at: datetime


@dataclass(frozen=True)
class Kept:
    """A draft is in the store since this moment."""

    at: datetime


def drop_draft(session: Session, case_id: UUID, user: User, page: str) -> None:
    """Take a draft away inside the unit of work of the record that it becomes; ``page`` may be
    empty, for what was no draft."""
    row = session.get(DraftRow, (user.id, case_id, page)) if page else None
    if row is not None:
        session.delete(row)


class DraftService(Service):
    """Keeping drafts and finding them again: only ever one's own."""

    def get(self, case_id: UUID, page: str) -> Draft | None:
        """What was typed there and is not recorded yet."""
        return self.of_case(case_id).get(page)

    def of_case(self, case_id: UUID) -> dict[str, Draft]:
        """All that is begun in a case, by its page, what was begun first coming first."""
        with self._access.reading_rows() as session:
            return {
                row.page: Draft(dict(row.typed), row.begun_at, row.saved_at)
                for row in drafts_of(session, self._user.id, case_id)
            }

    def keep(self, case_id: UUID, page: str, typed: Mapping[str, Any]) -> Kept:
        """Commit what stands in the boxes now; it takes the place of what was kept before.

        :raises EhdeskError: when the store cannot take it; the screen keeps what was typed.
        """
        self._allow(Deed.FILL_IN)
        now = self._clock.now()
        with self._access.changing("Keep a draft", told=False) as session:
            case_row(session, case_id)
            row = session.get(DraftRow, (self._user.id, case_id, page))
            if row is None:
                row = DraftRow(user_id=self._user.id, case_id=case_id, page=page, begun_at=now)
                session.add(row)
            row.typed, row.saved_at = dict(typed), now
        return Kept(now)

    def drop(self, case_id: UUID, page: str) -> Kept:
        """Nothing is typed there any more.

        :raises EhdeskError: when the store cannot take it.
        """
        self._allow(Deed.FILL_IN)
        with self._access.changing("Drop a draft", told=False) as session:
            drop_draft(session, case_id, self._user, page)
        return Kept(self._clock.now())
