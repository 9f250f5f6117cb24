"""What every service has at hand."""

from __future__ import annotations

from uuid import UUID

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.case_forms import AFTER_ENDING
from ehdesk.domain.pathway import FINAL
from ehdesk.domain.user import User
from ehdesk.kernel.clock import Clock
from ehdesk.kernel.errors import NotAllowed, NotFound
from ehdesk.store.access import Access, Session
from ehdesk.store.queries.case import load_case
from ehdesk.store.tables.cases import CaseRow
from ehdesk.store.tables.forms import FormRecordRow


class Service:
    """A subject people do things with; each method is one unit of work."""

    def __init__(self, access: Access, pack: Pack, clock: Clock, user: User) -> None:
        self._access = access
        self._pack = pack
        self._clock = clock
        self._user = user

    def _load(self, case_id: UUID) -> Case:
        with self._access.reading() as connection:
            return load_case(connection, case_id)


def case_row(session: Session, case_id: UUID) -> CaseRow:
    """:raises NotFound: when the store has no such case."""
    row = session.get(CaseRow, case_id)
    if row is None:
        raise NotFound("That case is not in this store")
    return row


def open_case_row(session: Session, case_id: UUID, *, form: str = "") -> CaseRow:
    """The row of a case that may still be changed.

    :param form: the form that is filled in; some may be when a case has ended.
    :raises NotFound: when the store has no such case.
    :raises NotAllowed: when it has ended; its record is only added to from then on.
    """
    row = case_row(session, case_id)
    refuse_ended(row, form=form)
    return row


def refuse_ended(case: CaseRow, *, form: str = "") -> None:
    """:raises NotAllowed: when the case has ended, and the form is not one for afterwards."""
    if case.state in FINAL and form not in AFTER_ENDING:
        raise NotAllowed(
            "This case has ended",
            "Its record stays as it is and is only added to.",
            "Open the case to add to its record.",
        )


def record_row(session: Session, record_id: UUID) -> FormRecordRow:
    """:raises NotFound: when the store has no such form."""
    row = session.get(FormRecordRow, record_id)
    if row is None:
        raise NotFound("That form is not in this store")
    return row
