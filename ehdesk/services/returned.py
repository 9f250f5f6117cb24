"""A request that comes back for more: everything that it said is in the one that is begun anew."""

from __future__ import annotations

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.user import User
from ehdesk.kernel.clock import Clock
from ehdesk.services.forms import begin_record, pack_form
from ehdesk.store.access import Session
from ehdesk.store.tables.cases import CaseRow


def begin_again(
    session: Session, row: CaseRow, case: Case, *, pack: Pack, user: User, clock: Clock
) -> None:
    """A request to be completed, with the answers of the one that was sent."""
    sent = case.finished("request")
    begin_record(
        session,
        row,
        pack_form(pack, "request"),
        user=user,
        clock=clock,
        answers=dict(sent[-1].answers) if sent else None,
    )
