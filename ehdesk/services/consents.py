"""A family that wants to stop: the withdrawal of consent, and its way back.

What consent is otherwise is written down in forms; a withdrawal may come in any way on any day,
so it needs none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ehdesk.domain.access import Deed
from ehdesk.domain.case import Case
from ehdesk.kernel.dates import say_full_date
from ehdesk.kernel.errors import EhdeskError
from ehdesk.services.drafts import drop_draft
from ehdesk.services.service import Service, open_case_row
from ehdesk.store.queries.consents import consent_row
from ehdesk.store.tables.cases import ConsentRow

Faults = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Withdrawal:
    """When the family said so, who said it, and how or in which words."""

    on: date | None
    by: str
    how: str = ""


class ConsentService(Service):
    """Recording that a family stops, and that it goes on after all."""

    def faults(self, case_id: UUID, withdrawal: Withdrawal) -> Faults:
        """What still has to be said, as (field, words) pairs."""
        return self._faults(self._load(case_id), withdrawal)

    def withdraw(
        self, case_id: UUID, withdrawal: Withdrawal, *, draft: str = ""
    ) -> Callable[[], None]:
        """Record that consent is withdrawn; gives what takes the record of it back.

        :param draft: the page whose draft it was (``DraftService``), which goes with it.
        :raises EhdeskError: when something is missing.
        :raises NotAllowed: when the case has ended.
        """
        self._allow(Deed.WORK)
        case = self._load(case_id)
        faults = self._faults(case, withdrawal)
        if faults:
            raise EhdeskError("This cannot be recorded yet", "", faults[0][1])
        with self._access.changing("Record that consent is withdrawn") as session:
            open_case_row(session, case_id)
            row = consent_row(session, case_id)
            before = (row.withdrawn_on, row.withdrawn_by, row.withdrawn_how)
            put_withdrawal(row, withdrawal.on, withdrawal.by.strip(), withdrawal.how.strip())
            drop_draft(session, case_id, self._user, draft)

        def undo() -> None:
            with self._access.changing("Take the withdrawal back") as session:
                open_case_row(session, case_id)
                put_withdrawal(consent_row(session, case_id), *before)

        return undo

    def _faults(self, case: Case, withdrawal: Withdrawal) -> Faults:
        found = []
        given = case.consent.given_on if case.consent else None
        if withdrawal.on is None:
            found.append(("on", "Enter the day on which they said so"))
        elif withdrawal.on > self._clock.today():
            found.append(("on", "Enter today’s date or an earlier one"))
        elif given and withdrawal.on < given:
            words = f"Enter a day that is not before consent was given, {say_full_date(given)}"
            found.append(("on", words))
        if not withdrawal.by.strip():
            found.append(("by", "Enter who said so"))
        return tuple(found)


def put_withdrawal(row: ConsentRow, on: date | None, by: str, how: str) -> None:
    """Say when, by whom and how it was withdrawn; nothing of it for consent that stands."""
    row.withdrawn_on, row.withdrawn_on_typed = on, ""
    row.withdrawn_by, row.withdrawn_how = by, how
