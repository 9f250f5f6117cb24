"""The Early Help Assessment: begun once a request is accepted for it."""

from __future__ import annotations

from uuid import UUID

from ehdesk.domain.access import Deed
from ehdesk.domain.case_forms import CASE_FORMS
from ehdesk.domain.decided import wants_assessment
from ehdesk.kernel.errors import NotAllowed
from ehdesk.services.forms import begin_record, pack_form
from ehdesk.services.service import Service, case_row


class AssessmentService(Service):
    """Starting and continuing; the first TAF meeting finalises it (leaflet). A meeting or a review
    that decides to assess again has a new one, with all that the last one said to begin with."""

    def open(self, case_id: UUID) -> UUID:
        """The key of the assessment's form: the one begun, the one finalised, or a fresh one.

        :raises NotAllowed: when the case is not at the assessment.
        """
        case = self._load(case_id)
        last = next(iter(reversed(case.finished("eha"))), None)
        again = wants_assessment(case) is not None
        begun = case.draft("eha") or (None if again else last)
        if begun is not None:
            return begun.id
        why_not = CASE_FORMS["eha"].why_not(case)
        if why_not:
            raise NotAllowed("There is no assessment to fill in", self._pack.say(why_not))
        self._allow(Deed.WORK)
        with self._access.changing("Begin the assessment") as session:
            return begin_record(
                session,
                case_row(session, case_id),
                pack_form(self._pack, "eha"),
                user=self._user,
                clock=self._clock,
                answers=dict(last.answers) if last else None,
            ).id
