"""Consent talked through again: a form of its own, at any time while a case is open."""

from __future__ import annotations

from uuid import UUID

from ehdesk.services.forms import begin_record, finish_record, pack_form
from ehdesk.services.service import Service, open_case_row, record_row


class ConsentService(Service):
    """Recording what a family agrees to. What is said goes into the case as it is written; the
    finished form keeps what was agreed that day."""

    def start(self, case_id: UUID) -> UUID:
        """The key of the form: one begun earlier, or a new one talked through today.

        :raises NotAllowed: when the case has ended.
        """
        begun = self._load(case_id).draft("consent")
        if begun is not None:
            return begun.id
        with self._access.changing("Begin to record consent") as session:
            return begin_record(
                session,
                open_case_row(session, case_id),
                pack_form(self._pack, "consent"),
                user=self._user,
                clock=self._clock,
                answers={"talk.on": self._clock.today().isoformat(), "talk.with": self._user.name},
            ).id

    def finish(self, record_id: UUID) -> None:
        """What was agreed is kept as it stands.

        :raises NotAllowed: when it was finished before, or the case has ended.
        """
        with self._access.changing("Record consent") as session:
            finish_record(
                session,
                record_row(session, record_id),
                pack=self._pack,
                user=self._user,
                clock=self._clock,
            )
