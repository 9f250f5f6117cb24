"""A family coming down from social care: a case begun with the step-down form."""

from __future__ import annotations

from uuid import UUID

from ehdesk.domain.access import Deed
from ehdesk.domain.pathway import FINAL
from ehdesk.kernel.errors import NotAllowed
from ehdesk.services.new_cases import begin_case
from ehdesk.services.service import Service, case_row


class StepDownService(Service):
    """The finished form goes straight to an assessment (``ehdesk.services.case_forms``)."""

    def start(self, of_case: UUID | None = None) -> UUID:
        """Begin a case with a step-down form; the key of the form.

        :param of_case: an earlier case of the family that has ended: its people and homes are
            known already.
        :raises NotAllowed: when that case is still open; it is stepped down where it is.
        """
        self._allow(Deed.BEGIN_CASE)
        with self._access.changing("Begin a step down") as session:
            family_id = None
            if of_case is not None:
                earlier = case_row(session, of_case)
                if earlier.state not in FINAL:
                    raise NotAllowed(
                        "This case is still open",
                        "A new case of the family begins when the one before has ended.",
                        "Open the case and step it down there.",
                    )
                family_id = earlier.family_id
            return begin_case(
                session,
                "step_down",
                "begin_step_down",
                user=self._user,
                clock=self._clock,
                pack=self._pack,
                family_id=family_id,
                previous_case_id=of_case,
                answers={"team.person": str(self._user.id), "team.cluster": self._user.cluster},
            ).record_id
