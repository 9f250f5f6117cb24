"""What changes for a family beside the pathway: a child's EHC plan, and a move to another place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ehdesk.domain.access import Deed
from ehdesk.domain.guards import reasons_against
from ehdesk.domain.pathway import ASKED
from ehdesk.kernel.dates import say_long_date
from ehdesk.kernel.errors import EhdeskError, NotAllowed
from ehdesk.services.allocating import TWO_PLANS, lead_of_two_plans, take_lead
from ehdesk.services.drafts import drop_draft
from ehdesk.services.first_answers import first_answers
from ehdesk.services.forms import begin_record, pack_form
from ehdesk.services.service import Service, open_case_row, record_row
from ehdesk.services.steps import make_move, refuse_future

Faults = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class EhcPlan:
    """Whether a child has an Education, Health and Care plan (as the request asks it), how the two
    plans go together, and who leads: the key of somebody who works with the family."""

    plan: str
    mode: str = ""
    lead: str = ""


@dataclass(frozen=True)
class MovedAway:
    """When a family moved and where to, and whether the council there was told."""

    on: date | None
    to: str
    told: str = ""


class CircumstanceService(Service):
    """Each is one unit of work."""

    def ehc_faults(self, wanted: EhcPlan) -> Faults:
        """What still has to be said, as (field, words) pairs."""
        found = []
        if not wanted.plan:
            found.append(("plan", "Say whether a child has a plan"))
        elif wanted.plan == "yes" and not wanted.mode:
            found.append(("mode", "Choose how the two plans will work together"))
        return tuple(found)

    def set_ehc_plan(self, case_id: UUID, wanted: EhcPlan, *, draft: str = "") -> None:
        """Say how it goes together with a child's plan. With two plans the school leads where
        nobody was chosen yet (schools' page).

        :param draft: the page whose draft it was (``DraftService``), which goes with it.
        :raises EhdeskError: when something is missing.
        :raises NotAllowed: when the case has ended, or somebody else leads: that is handed over.
        """
        self._allow(Deed.WORK)
        faults = self.ehc_faults(wanted)
        if faults:
            raise EhdeskError("This cannot be recorded yet", "", faults[0][1])
        with self._access.changing("Say how the two plans work together") as session:
            row = open_case_row(session, case_id)
            drop_draft(session, case_id, self._user, draft)
            row.ehc_plan = wanted.plan
            row.ehc_mode = wanted.mode if wanted.plan == "yes" else ""
            if row.ehc_mode != TWO_PLANS:
                return
            if wanted.lead and row.lead_practitioner_id not in (None, UUID(wanted.lead)):
                raise NotAllowed(
                    "Somebody leads already",
                    "A change of lead is recorded with its reason and what has to be known.",
                    "Hand over the lead instead.",
                )
            take_lead(row, wanted.lead)
            lead_of_two_plans(session, row)

    def move_faults(self, moved: MovedAway) -> Faults:
        """What still has to be said, as (field, words) pairs."""
        found = []
        if moved.on is None:
            found.append(("on", "Enter the day they moved"))
        elif moved.on > self._clock.today():
            found.append(("on", "Enter today’s date or an earlier one"))
        if not moved.to.strip():
            found.append(("to", "Enter where the family has moved"))
        return tuple(found)

    def moved_away(self, case_id: UUID, moved: MovedAway, *, draft: str = "") -> UUID | None:
        """A family lives somewhere else now. A request that nobody had taken on ends with it;
        otherwise the key of the closure form, which says it already.

        :param draft: the page whose draft it was (``DraftService``), which goes with it.
        :raises EhdeskError: when something is missing, or on a day to come.
        :raises NotAllowed: when the case cannot end from where it is.
        """
        self._allow(Deed.CLOSE)
        faults = self.move_faults(moved)
        if faults or moved.on is None:
            raise EhdeskError("This cannot be recorded yet", "", faults[0][1])
        refuse_future(moved.on, self._clock)
        case = self._load(case_id)
        to = moved.to.strip()
        if case.state in ASKED:
            with self._access.changing("The family moved away") as session:
                drop_draft(session, case_id, self._user, draft)
                make_move(
                    session,
                    open_case_row(session, case_id),
                    "withdraw",
                    on=self._clock.today(),
                    user=self._user,
                    clock=self._clock,
                    pack=self._pack,
                    reason=f"The family moved away on {say_long_date(moved.on)}, to {to}.",
                )
            return None
        against = reasons_against(
            "close", case, self._pack, but=("closure_form", "need_outcomes", "masp_considered")
        )
        if against:
            raise NotAllowed("This case cannot close from here", " ".join(against))
        said = self._what_closing_says(moved)
        with self._access.changing("The family moved away") as session:
            row = open_case_row(session, case_id)
            drop_draft(session, case_id, self._user, draft)
            begun = case.draft("closure")
            if begun is not None:
                record = record_row(session, begun.id)
                record.answers = {**record.answers, **said}
                return record.id
            today = self._clock.today()
            known = first_answers("closure", case, self._pack, self._user, today)
            return begin_record(
                session,
                row,
                pack_form(self._pack, "closure"),
                user=self._user,
                clock=self._clock,
                answers={**known, **said},
            ).id

    def _what_closing_says(self, moved: MovedAway) -> dict[str, str]:
        reasons = [one.code for one in self._pack.closure_reasons if one.moved_away]
        words = f"The family moved on {say_long_date(moved.on)}." if moved.on else ""
        said = {"why.explained": words, "why.moved_to": moved.to.strip()}
        said |= {"why.reason": reasons[0]} if reasons else {}
        return said | ({"why.receiving_told": moved.told} if moved.told else {})
