"""A family coming down from social care: a case begun with the step-down form."""

from __future__ import annotations

from uuid import UUID

from ehdesk.domain.pathway import FINAL
from ehdesk.kernel.errors import NotAllowed
from ehdesk.kernel.ids import new_id
from ehdesk.services.forms import begin_record, pack_form
from ehdesk.services.service import Service, case_row
from ehdesk.services.steps import make_move
from ehdesk.store.queries.steps import take_reference
from ehdesk.store.tables.cases import CaseRow
from ehdesk.store.tables.people import FamilyRow


class StepDownService(Service):
    """The finished form goes straight to an assessment (``ehdesk.services.case_forms``)."""

    def start(self, of_case: UUID | None = None) -> UUID:
        """Begin a case with a step-down form; the key of the form.

        :param of_case: an earlier case of the family that has ended: its people and homes are
            known already.
        :raises NotAllowed: when that case is still open; it is stepped down where it is.
        """
        today = self._clock.today()
        with self._access.changing("Begin a step down") as session:
            if of_case is None:
                family_id = new_id()
                session.add(FamilyRow(id=family_id))
            else:
                earlier = case_row(session, of_case)
                if earlier.state not in FINAL:
                    raise NotAllowed(
                        "This case is still open",
                        "A new case of the family begins when the one before has ended.",
                        "Open the case and step it down there.",
                    )
                family_id = earlier.family_id
            case = CaseRow(
                id=new_id(),
                reference=take_reference(session, today.year),
                family_id=family_id,
                state="",
                opened_on=today,
                created_by=self._user.id,
            )
            session.add(case)
            session.flush()
            record = begin_record(
                session,
                case,
                pack_form(self._pack, "step_down"),
                user=self._user,
                clock=self._clock,
                answers={"team.person": str(self._user.id), "team.cluster": self._user.cluster},
            )
            make_move(
                session,
                case,
                "begin_step_down",
                on=today,
                user=self._user,
                clock=self._clock,
                pack=self._pack,
                record_id=record.id,
            )
            return record.id
