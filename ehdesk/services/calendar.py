"""School terms and bank holidays of a store: the authority's, or its own."""

from __future__ import annotations

from collections.abc import Callable

from ehdesk.authority.pack import Pack
from ehdesk.domain.access import Deed
from ehdesk.domain.own_dates import Faults, OwnDates, as_setting, dates_of, faults_of, in_use
from ehdesk.domain.user import User
from ehdesk.kernel.clock import Clock
from ehdesk.kernel.errors import EhdeskError
from ehdesk.services.drafts import drop_draft
from ehdesk.services.service import Service
from ehdesk.store.access import Access
from ehdesk.store.queries.team import OWN_DATES, own_dates, store_row
from ehdesk.store.summaries import rebuild


class CalendarService(Service):
    """What is due is worked out again as soon as the dates are others."""

    def __init__(
        self,
        access: Access,
        pack: Pack,
        clock: Clock,
        user: User,
        *,
        authority: Pack,
        use: Callable[[Pack], None],
    ) -> None:
        """``authority`` is the pack as it came; ``use`` takes the one with the new dates."""
        super().__init__(access, pack, clock, user)
        self._authority = authority
        self._use = use

    def dates(self) -> OwnDates:
        """The dates that are in use."""
        return dates_of(self._pack)

    def keeps_own(self) -> bool:
        """Whether the store has dates of its own."""
        with self._access.reading() as connection:
            return own_dates(connection) is not None

    def faults(self, dates: OwnDates) -> Faults:
        """What has to be put right first, as (field, words) pairs."""
        return faults_of(dates)

    def keep(self, dates: OwnDates, *, draft: str = "") -> None:
        """Use these dates in this store from now on.

        :param draft: the page of no case whose draft it was (``DraftService``), which goes with it.
        :raises EhdeskError: when some of them are missing or in the wrong order.
        """
        self._allow(Deed.MANAGE_PEOPLE)
        wrong = faults_of(dates)
        if wrong:
            raise EhdeskError("The dates were not changed", "", wrong[0][1])
        setting = as_setting(dates)
        pack = in_use(self._authority, setting)
        with self._access.changing("Change the school terms") as session:
            row = store_row(session)
            row.settings = {**row.settings, OWN_DATES: setting}
            drop_draft(session, None, self._user, draft)
            session.flush()
            rebuild(session.connection(), pack, ended=False)  # what ended is due by no term
        self._use(pack)

    def go_back(self, *, draft: str = "") -> None:
        """Use the authority's own dates again. ``draft`` as for ``keep``."""
        self._allow(Deed.MANAGE_PEOPLE)
        with self._access.changing("Go back to the authority’s school terms") as session:
            row = store_row(session)
            kept = {name: value for name, value in row.settings.items() if name != OWN_DATES}
            row.settings = kept
            drop_draft(session, None, self._user, draft)
            session.flush()
            rebuild(session.connection(), self._authority, ended=False)
        self._use(self._authority)
