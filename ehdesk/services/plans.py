"""The action plan as it is worked on between meetings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from ehdesk.kernel.errors import NotFound
from ehdesk.services.service import Service, case_row
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

    def save(self, case_id: UUID, value: list[dict[str, Any]]) -> None:
        """Keep the whole plan; what is left out is taken out of it, and can be put back."""
        with self._access.changing("Change the plan") as session:
            place = Place(session, case_row(session, case_id), None, self._clock.today())
            BINDINGS["plan"].write(place, value)

    def mark_done(self, case_id: UUID, action_id: UUID) -> Callable[[], None]:
        """Tick an action off; the function given back puts it as it was.

        :raises NotFound: when the plan has no such action.
        """
        before = self._set_progress(case_id, action_id, "done")
        return lambda: (self._set_progress(case_id, action_id, before), None)[1]

    def _set_progress(self, case_id: UUID, action_id: UUID, progress: str) -> str:
        with self._access.changing("Mark an action") as session:
            action = session.get(ActionRow, action_id)
            if action is None or action.case_id != case_id:
                raise NotFound("That action is not in the plan any more")
            before = action.progress
            action.progress = progress
            note_done(action, self._clock.today())
            return before
