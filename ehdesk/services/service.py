"""What every service has at hand."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from ehdesk.authority.pack import Pack
from ehdesk.domain.access import Deed, may, roles_for, who_can
from ehdesk.domain.case import Case
from ehdesk.domain.case_forms import AFTER_ENDING
from ehdesk.domain.pathway import FINAL
from ehdesk.domain.user import User
from ehdesk.kernel.clock import Clock
from ehdesk.kernel.errors import NotAllowed, NotFound
from ehdesk.store.access import Access, Session
from ehdesk.store.queries.case import load_case
from ehdesk.store.queries.team import holders
from ehdesk.store.tables.cases import CaseRow
from ehdesk.store.tables.forms import FormRecordRow


class Service:
    """A subject people do things with; each method is one unit of work."""

    def __init__(self, access: Access, pack: Pack, clock: Clock, user: User) -> None:
        self._access = access
        self._pack = pack
        self._clock = clock
        self._user = user

    def _allow(self, deed: Deed, *, own: bool = False) -> None:
        """The first line of whatever changes something.

        :param own: it is about their own work.
        :raises NotAllowed: when the roles of the person at the screen do not allow it, saying who
            can.
        """
        if may(self._user.access, deed, own=own):
            return
        with self._access.reading() as connection:
            others = [one for one in holders(connection, roles_for(deed)) if one != self._user]
        raise refusal(deed, [one.name for one in others], own=own)

    def _load(self, case_id: UUID) -> Case:
        with self._access.reading() as connection:
            return load_case(connection, case_id)


def refusal(deed: Deed, others: Sequence[str], *, own: bool = False) -> NotAllowed:
    """Why somebody may not do this, who can, and whom here to ask."""
    if own:
        message = "Nobody signs what they wrote or finished themselves. Another manager can."
    else:
        message = f"In this store that is for {who_can(deed)}."
    if others:
        ask = f"Ask {' or '.join(filter(None, (', '.join(others[:-1]), others[-1])))}."
    else:
        ask = "Nobody else here can. A manager can add somebody, or change what a person may do."
    return NotAllowed(f"You cannot {deed.words}", message, ask)


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
