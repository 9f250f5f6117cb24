"""A store with a record of every form, filled in as far as its family has come."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from ehdesk.demo import closing_answers, meeting_answers, panel_answers
from ehdesk.demo.families import STORIES, TILBROOK
from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from ehdesk.kernel.clock import SetClock
from tests.attached import png

_STORIES = {family.name: family for family in (TILBROOK, *STORIES)}


class FilledForms:
    """``records`` by the code of their form, in the order of the pathway."""

    def __init__(self, desk: Desk, clock: SetClock) -> None:
        self._desk = desk
        self._clock = clock
        self._today = clock.today()
        self.records: dict[str, UUID] = {}
        self._asked_for()
        self._assessed()
        self._planned()
        self._handed_on()

    def _go(self, name: str) -> Journey:
        return Journey(self._desk, self._clock, self._today, _STORIES[name])

    def _asked_for(self) -> None:
        """A request that is nearly sent, with a drawing, and one whose decision is being made."""
        go = self._go("Hussain-Grant")
        go.begin(1)
        go.complete_request()
        draft = go.case.draft("request")
        assert draft is not None
        self.records["request"] = draft.id
        self._desk.attachments.add(draft.id, "A drawing.png", png(600, 400), what="drawing")
        go = self._go("Stannard")
        go.send(4)
        self.records["decision"] = go.begin_checks(2, 2)

    def _assessed(self) -> None:
        go = self._go("Vadgama")
        go.send(40)
        go.decide(38, "eha")
        go.assess(20)
        self.records["eha"] = self._desk.assessments.open(go.case_id)
        for form in ("consent", "hub_proforma"):
            self.records[form] = self._desk.case_forms.start(go.case_id, form)

    def _planned(self) -> None:
        """A family with a plan: its next meeting, its review, and all that may come after."""
        go = self._with_plan("Tilbrook")
        day, desk = self._today, self._desk
        for form, answers in self._drafts(go):
            self.records[form] = record = self._begin(form, go.case_id)
            go.save(record, answers(desk.forms.open(record).values))
        at_panel = self._with_plan("Lakhani")
        at_panel.refer_to_panel(12, panel_in=10)
        at_panel.on(0)
        self.records["panel"] = record = desk.case_forms.start(at_panel.case_id, "panel")
        at_panel.save(record, panel_answers.panel(day, "susd"))

    def _with_plan(self, name: str) -> Journey:
        go = self._go(name)
        go.send(120)
        go.decide(118, "eha")
        go.assess(105)
        go.first_taf(95, last_due=-9)
        go.review(30, up=1)
        go.on(0)
        return go

    def _drafts(self, go: Journey) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
        day, family = self._today, go.family
        panel_on = day + timedelta(days=14)
        return (
            ("taf_meeting", lambda values: meeting_answers.meeting(go.case, family, day, values)),
            ("review", lambda values: meeting_answers.review(go.case, family, day, values)),
            ("masp", lambda _values: panel_answers.masp(family, day, panel_on)),
            ("step_up", lambda _values: panel_answers.step_up(family, day)),
            (
                "closure",
                lambda values: (
                    closing_answers.beginning(family, day, "taf", values)
                    | closing_answers.ending(family, day, values)
                ),
            ),
            (
                "contact",
                lambda _values: {
                    "contact.kind": "visit",
                    "contact.on": day.isoformat(),
                    "contact.who": family.parent.full_name,
                    "contact.said": family.parent_words,
                    "contact.child_seen": "yes",
                },
            ),
        )

    def _begin(self, form: str, case_id: UUID) -> UUID:
        starts = {
            "taf_meeting": self._desk.meetings.start,
            "review": self._desk.reviews.start,
            "closure": self._desk.closures.start,
            "contact": self._desk.contacts.start,
        }
        if form in starts:
            return starts[form](case_id)
        return self._desk.case_forms.start(case_id, form)

    def _handed_on(self) -> None:
        go = self._go("Petrescu")
        self.records["step_down"] = go.begin_step_down(3)
        go.on(0)
