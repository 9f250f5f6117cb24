"""What is typed on small pages, kept until it is recorded.

A long form is a record from its first key press on. A small page (a withdrawal of consent, a line
of the sharing log, a step) becomes a record only when somebody says so; until then what is typed
there is a draft: for the person who types it, one a page of a case. A page that belongs to no case,
as an advice contact, has its draft with the desk: its case is None.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from ehdesk.domain.access import Deed
from ehdesk.domain.user import User
from ehdesk.services.service import Service, case_row
from ehdesk.store.access import Session
from ehdesk.store.queries.drafts import desk_drafts_of, drafts_of
from ehdesk.store.tables.advice import DeskDraftRow
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


def drop_draft(session: Session, case_id: UUID | None, user: User, page: str) -> None:
    """Take a draft away inside the unit of work of the record that it becomes; ``page`` may be
    empty, for what was no draft."""
    row = _draft_row(session, user, case_id, page) if page else None
    if row is not None:
        session.delete(row)


def _draft_row(
    session: Session, user: User, case_id: UUID | None, page: str
) -> DraftRow | DeskDraftRow | None:
    if case_id is None:
        return session.get(DeskDraftRow, (user.id, page))
    return session.get(DraftRow, (user.id, case_id, page))


class DraftService(Service):
    """Keeping drafts and finding them again: only ever one's own."""

    def get(self, case_id: UUID | None, page: str) -> Draft | None:
        """What was typed there and is not recorded yet."""
        return self.of_case(case_id).get(page)

    def of_case(self, case_id: UUID | None) -> dict[str, Draft]:
        """All that is begun in a case, by its page, what was begun first coming first."""
        with self._access.reading_rows() as session:
            rows: Sequence[DraftRow | DeskDraftRow] = (
                desk_drafts_of(session, self._user.id)
                if case_id is None
                else drafts_of(session, self._user.id, case_id)
            )
            return {row.page: Draft(dict(row.typed), row.begun_at, row.saved_at) for row in rows}

    def keep(self, case_id: UUID | None, page: str, typed: Mapping[str, Any]) -> Kept:
        """Commit what stands in the boxes now; it takes the place of what was kept before.

        :raises EhdeskError: when the store cannot take it; the screen keeps what was typed.
        """
        self._allow(Deed.FILL_IN)
        now = self._clock.now()
        with self._access.changing("Keep a draft", told=False) as session:
            if case_id is not None:
                case_row(session, case_id)
            row = _draft_row(session, self._user, case_id, page)
            if row is None:
                row = (
                    DeskDraftRow(user_id=self._user.id, page=page, begun_at=now)
                    if case_id is None
                    else DraftRow(user_id=self._user.id, case_id=case_id, page=page, begun_at=now)
                )
                session.add(row)
            row.typed, row.saved_at = dict(typed), now
        return Kept(now)

    def drop(self, case_id: UUID | None, page: str) -> Kept:
        """Nothing is typed there any more.

        :raises EhdeskError: when the store cannot take it.
        """
        self._allow(Deed.FILL_IN)
        with self._access.changing("Drop a draft", told=False) as session:
            drop_draft(session, case_id, self._user, page)
        return Kept(self._clock.now())
