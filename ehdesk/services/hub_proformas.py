"""The page for the Allocations Hub: a school fills it in before its request is heard."""

from __future__ import annotations

from uuid import UUID

from ehdesk.domain.case import Case
from ehdesk.services.forms import begin_record, finish_record, pack_form
from ehdesk.services.service import Service, open_case_row, record_row

_FROM_THE_REQUEST = {"hub.done": "support.tried", "hub.support": "help.asked_for"}
"""Questions of the page that the request has asked already, with the key it was asked by."""


class HubProformaService(Service):
    """Beginning the page, filled in from the request as far as it goes, and finishing it."""

    def start(self, case_id: UUID) -> UUID:
        """The key of the page: one begun earlier, or a new one.

        :raises NotAllowed: when the case has ended.
        """
        case = self._load(case_id)
        begun = case.draft("hub_proforma")
        if begun is not None:
            return begun.id
        with self._access.changing("Begin the hub proforma") as session:
            return begin_record(
                session,
                open_case_row(session, case_id),
                pack_form(self._pack, "hub_proforma"),
                user=self._user,
                clock=self._clock,
                answers=_known(case),
            ).id

    def finish(self, record_id: UUID) -> None:
        """The page is kept as it goes to the hub.

        :raises NotAllowed: when it was finished before, or the case has ended.
        """
        with self._access.changing("Finish the hub proforma") as session:
            finish_record(
                session,
                record_row(session, record_id),
                pack=self._pack,
                user=self._user,
                clock=self._clock,
            )


def _known(case: Case) -> dict[str, str]:
    """What is known without asking: from the newest request, and who made it."""
    request = next((record for record in reversed(case.records) if record.form == "request"), None)
    said = request.answers if request else {}
    asker = next((one for one in case.professionals if one.id == case.asker_id), None)
    known = {key: str(said.get(source) or "") for key, source in _FROM_THE_REQUEST.items()}
    known |= {"hub.answers": asker.name, "hub.answers_phone": asker.phone} if asker else {}
    return {key: value for key, value in known.items() if value}
