"""One case: read as a whole, pinned, added to when it is closed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

from ehdesk.domain.access import Deed, may
from ehdesk.domain.case import Case
from ehdesk.domain.case_map import map_facts, steps_taken
from ehdesk.domain.case_timeline import timeline_facts
from ehdesk.domain.chronology import Event, chronology
from ehdesk.domain.confidential import confidential_words, scrubbed_plain
from ehdesk.domain.due_holidays import next_to_hold
from ehdesk.domain.obligations import Obligation, obligations
from ehdesk.domain.panel_reasons import Reason, panel_reasons
from ehdesk.domain.panel_standing import PanelStep, panel_steps
from ehdesk.domain.parents_words import parents_words
from ehdesk.domain.pathway import MOVES, move_title
from ehdesk.domain.pathway_map import MapFacts, StepTaken
from ehdesk.domain.school_calendar import Holiday, long_holiday_on, next_long_holiday
from ehdesk.domain.timeline import Entry, build
from ehdesk.domain.timeline_facts import timeline_words
from ehdesk.kernel.errors import EhdeskError
from ehdesk.services.drafts import drop_draft
from ehdesk.services.service import Service, case_row, open_case_row
from ehdesk.store.queries.case import load_case
from ehdesk.store.queries.history import Change, changes_of
from ehdesk.store.tables.cases import AdditionRow
from ehdesk.store.tables.documents import ShowingRow


class CaseService(Service):
    """Everything the case page shows."""

    def get(self, case_id: UUID) -> Case:
        """:raises NotFound: when the store has no such case."""
        return self._load(case_id)

    def obligations(self, case: Case) -> tuple[Obligation, ...]:
        """What is due for the case; the first is its next step."""
        return obligations(case, self._pack)

    def map_facts(self, case: Case) -> MapFacts:
        return map_facts(case, self._clock.today(), self._pack)

    def steps_taken(self, case: Case) -> tuple[StepTaken, ...]:
        """The list twin of the map, newest step first."""
        return steps_taken(case, {code: move_title(code, self._pack) for code in MOVES})

    def timeline(self, case: Case) -> tuple[Entry, ...]:
        words = timeline_words(self._pack)
        return build(timeline_facts(case, self._pack), self._clock.today(), words)

    def chronology(self, case: Case) -> tuple[Event, ...]:
        """Everything that has happened and may be told, oldest first."""
        return chronology(case, self._pack, self._clock.today())

    def panel_reasons(self, case: Case) -> tuple[Reason, ...]:
        """What the record shows for each reason to ask the panel."""
        return tuple(panel_reasons(case, self._pack))

    def parents_words(self, case: Case) -> tuple[str, str] | None:
        """The newest words of a parent or carer, and who said them."""
        return parents_words(case, self._pack)

    def panel_steps(self, case: Case, record_id: UUID) -> tuple[PanelStep, ...]:
        """Where a referral to the panel stands: sent, heard, decided."""
        return panel_steps(case, record_id, self._pack)

    def changes(self, case_id: UUID) -> tuple[Change, ...]:
        """Who changed what, newest first; without confidential addresses for whoever may not see
        them."""
        with self._access.reading() as connection:
            changes = changes_of(connection, case_id=case_id)
            if may(self._user.access, Deed.SEE_CONFIDENTIAL):
                return changes
            kept = confidential_words(load_case(connection, case_id))
        return tuple(
            replace(one, old=scrubbed_plain(one.old, kept), new=scrubbed_plain(one.new, kept))
            for one in changes
        )

    def set_pinned(self, case_id: UUID, pinned: bool) -> None:
        """Keep the case at hand in the sidebar, or no longer."""
        self._allow(Deed.PIN)
        with self._access.changing("Pin a case") as session:
            case_row(session, case_id).pinned = pinned

    def hold_in_holidays(self, case_id: UUID, who: str, *, draft: str = "") -> None:
        """Say who holds the family in the long holiday that ``holiday_to_hold`` names.

        :param draft: the page whose draft it was (``DraftService``), which goes with it.
        :raises NotAllowed: when the case has ended.
        """
        self._allow(Deed.WORK)
        holiday = self.holiday_to_hold(self._load(case_id))
        with self._access.changing("Say who holds the family in the holidays") as session:
            row = open_case_row(session, case_id)
            row.holds_holidays = who.strip()
            row.held_until = holiday.ends if holiday and who.strip() else None
            drop_draft(session, case_id, self._user, draft)

    def holiday_to_hold(self, case: Case) -> Holiday | None:
        """The long holiday for which it is said who holds the family: one that is over and is
        still asked about, so that the next is asked about in its turn; else the one that runs, or
        the next."""
        today = self._clock.today()
        terms = self._pack.school_terms
        now = long_holiday_on(today, terms) or next_long_holiday(today, terms)
        asked = next_to_hold(case, self._pack)
        return min(filter(None, (asked, now)), key=lambda one: one.starts, default=None)

    def tell_referrer(self, case_id: UUID) -> Callable[[], None]:
        """Whoever asked was told today what was decided; gives back what takes that back."""
        self._allow(Deed.SHARE)
        with self._access.changing("Tell whoever asked") as session:
            row = case_row(session, case_id)
            before, row.referrer_told_on = row.referrer_told_on, self._clock.today()

        def undo() -> None:
            with self._access.changing("Take back that they were told") as session:
                case_row(session, case_id).referrer_told_on = before

        return undo

    def note_shown(self, case_id: UUID, what: str) -> None:
        """Record that something confidential was looked at: "The address of home 1"."""
        self._allow(Deed.SEE_CONFIDENTIAL)
        with self._access.changing("Look at something confidential") as session:
            case_row(session, case_id)
            session.add(
                ShowingRow(case_id=case_id, what=what, at=self._clock.now(), user_id=self._user.id)
            )

    def add_note(
        self, case_id: UUID, text: str, *, happened_on: date | None = None, draft: str = ""
    ) -> None:
        """Add to the record of a case. A closed record is only ever added to.

        :param happened_on: the day it happened; today when None.
        :param draft: the page whose draft it was (``DraftService``), which goes with it.
        :raises EhdeskError: when there is nothing to add, or it has not happened yet.
        """
        self._allow(Deed.ADD_TO_RECORD)
        if not text.strip():
            raise EhdeskError("Nothing was written", "", "Enter what is to be added.")
        today = self._clock.today()
        if happened_on is not None and happened_on > today:
            raise EhdeskError("That day is to come", "", "Enter today’s date or an earlier one.")
        with self._access.changing("Add to the record") as session:
            case_row(session, case_id)
            drop_draft(session, case_id, self._user, draft)
            session.add(
                AdditionRow(
                    case_id=case_id,
                    added_at=self._clock.now(),
                    user_id=self._user.id,
                    happened_on=happened_on or today,
                    text=text.strip(),
                )
            )
