"""The action plan as it is worked on between meetings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from ehdesk.domain.access import Deed
from ehdesk.kernel.errors import NotAllowed, NotFound
from ehdesk.services.drafts import drop_draft
from ehdesk.services.service import Service, case_row, open_case_row
from ehdesk.store.access import Session
from ehdesk.store.spine import BINDINGS, Place
from ehdesk.store.spine.plan import note_done
from ehdesk.store.tables.work import ActionRow


class PlanService(Service):
    """Reading and changing the plan in place."""

    def value(self, case_id: UUID) -> list[dict[str, Any]]:
        """The outcomes with their actions, as the answer to a question of kind ``plan``."""
        with self._access.reading_rows() as session:
            place = Place(session, case_row(session, case_id), None, self._clock.today())
            answer: list[dict[str, Any]] = BINDINGS["plan"].read(place)
            return answer

    def save(self, case_id: UUID, value: list[dict[str, Any]], *, draft: str = "") -> None:
        """Keep the whole plan; what is left out is taken out of it, and can be put back.

        :param draft: the page whose draft it was (``DraftService``), which goes with it.
        :raises NotAllowed: before the first TAF meeting has agreed a plan, or when the case ended.
        """
        self._allow(Deed.WORK)
        agreed = self._load(case_id).plan_agreed_on
        with self._access.changing("Change the plan") as session:
            case = open_case_row(session, case_id)
            if agreed is None:
                raise NotAllowed(
                    "There is no plan to change yet",
                    self._pack.say("The first {taf} meeting agrees it."),
                    "Write it in the record of that meeting.",
                )
            BINDINGS["plan"].write(Place(session, case, None, self._clock.today()), value)
            drop_draft(session, case_id, self._user, draft)

    def mark_done(self, case_id: UUID, action_id: UUID) -> Callable[[], None]:
        """Tick an action off; the function given back puts it as it was.

        :raises NotFound: when the plan has no such action.
        :raises NotAllowed: when the case has ended.
        """
        self._allow(Deed.WORK)
        with self._access.changing("Mark an action") as session:
            action = self._action(session, case_id, action_id)
            before = action.progress, action.done_on
            action.progress = "done"
            note_done(action, self._clock.today())

        def put_back() -> None:
            with self._access.changing("Undo marking an action") as session:
                action = self._action(session, case_id, action_id)
                action.progress, action.done_on = before

        return put_back

    def _action(self, session: Session, case_id: UUID, action_id: UUID) -> ActionRow:
        open_case_row(session, case_id)
        action = session.get(ActionRow, action_id)
        if action is None or action.case_id != case_id or action.removed:
            raise NotFound("That action is not in the plan any more")
        return action
