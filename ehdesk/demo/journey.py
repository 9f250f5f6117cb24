"""Walks a made-up family along the pathway through the same services that people use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from ehdesk.demo import (
    beside_answers,
    closing_answers,
    decision_answers,
    meeting_answers,
    panel_answers,
    plan_answers,
    request_answers,
)
from ehdesk.demo.assessment import assessment
from ehdesk.demo.facts import HELPERS, SCHOOL, FamilyFacts
from ehdesk.demo.families import MadeUpFamily
from ehdesk.demo.fitting import fit, one_of
from ehdesk.desk import Desk
from ehdesk.domain.case import Case
from ehdesk.domain.pathway import State
from ehdesk.kernel.clock import LONDON, SetClock
from ehdesk.kernel.ids import new_id

_LATELY = timedelta(days=10)


class Journey:
    """One family's way, with the clock moved to each day it happens on."""

    def __init__(self, desk: Desk, clock: SetClock, today: date, family: MadeUpFamily) -> None:
        self._desk = desk
        self._clock = clock
        self._today = today
        self.family = family
        self.case_id: UUID
        self._record: UUID

    def on(self, days_ago: int, at: time = time(10, 42)) -> date:
        """Set the clock to that many days before the demo's today."""
        day = self._today - timedelta(days=days_ago)
        self._clock.move_to(datetime.combine(day, at, LONDON))
        return day

    @property
    def desk(self) -> Desk:
        return self._desk

    @property
    def today(self) -> date:
        """The demo's today."""
        return self._today

    @property
    def case(self) -> Case:
        return self._desk.cases.get(self.case_id)

    def save(self, record: UUID, answers: Mapping[str, Any], *, done: int | None = None) -> None:
        """Fill in answers, as the wizard would save them."""
        opened = self._desk.forms.open(record)
        form = opened.form
        total = len(form.sections) + len(form.endings)
        self._desk.forms.save(
            record,
            fit(answers, opened, self._desk.pack),
            place=form.sections[0].key,
            steps_done=len(form.sections) if done is None else done,
            steps_total=total,
        )
        self._desk.forms.leave(record)

    def begin(self, days_ago: int) -> None:
        """A request with the call, the asker and the family, but nothing more."""
        self.on(days_ago)
        self._record = self._desk.requests.start()
        self.facts = FamilyFacts(self.family, self._today)
        self._fill_in_beginning()

    def begin_within(self, days_ago: int, own: UUID) -> None:
        """A request for support within an assessment of one's own, for the same family."""
        self.on(days_ago)
        self._record = self._desk.episodes.ask_for_support(own)
        self._fill_in_beginning(kind="existing_eha")

    def begin_again(self, days_ago: int) -> None:
        """The family of a case that has ended asks again."""
        self.on(days_ago)
        self._record = self._desk.episodes.reopen(self.case_id, "The family rang and asked.")
        self._fill_in_beginning(kind="re_referral")

    def send_again(self, days_ago: int) -> None:
        """A request that was sent back is completed and sent once more."""
        self.on(days_ago)
        draft = self.case.draft("request")
        assert draft is not None  # noqa: S101 (it was sent back)
        self._record = draft.id
        self.save(draft.id, {"needs.worries": f"{self.family.worry} The children say so too."})
        self.record_sent()

    def _fill_in_beginning(self, kind: str = "new_eha") -> None:
        day = self._clock.today()
        self.case_id = self._desk.forms.open(self._record).case_id
        family = self.family
        self.save(
            self._record,
            request_answers.beginning(family, self.facts, day, kind),
            done=4,
        )

    def complete_request(self) -> None:
        """Everything else that the request asks for."""
        family, day = self.family, self._clock.today()
        professionals = self._desk.forms.open(self._record).values["support.professionals"]
        assert isinstance(professionals, list)  # noqa: S101 (the kind of that question)
        self.save(
            self._record,
            request_answers.whole(family, self.facts, day, professionals),
        )

    def send(self, days_ago: int) -> None:
        """The whole request, sent that day."""
        self.begin(days_ago)
        self.complete_request()
        self.record_sent()

    def record_sent(self, basis: str = "consent") -> None:
        """It was sent as requests are here, and the family was told."""
        today, requests = self._clock.today(), self._desk.requests
        sharing = requests.sharing(self._record, way=self._way, sent_on=today)
        requests.send(self._record, replace(sharing, basis=basis, family_told="yes"))

    def begin_checks(self, days_ago: int, back: int) -> UUID:
        """The checks of the duty team, ``back`` of them answered."""
        day = self.on(days_ago)
        record = self._desk.decisions.open(self.case_id)
        checks = self._desk.forms.open(record).values["checks.checks"]
        assert isinstance(checks, list)  # noqa: S101 (the kind of that question)
        self.save(record, decision_answers.checks(checks, day, back), done=2)
        return record

    def decide(self, days_ago: int, route: str, *, to: str = "") -> None:
        """Accept for a route, allocated to a colleague (or the user). Where a hub allocates, what
        was accepted for an assessment is heard there on the same day."""
        self.accept(days_ago, route, to=to)
        if self.case.state is State.HUB:
            self.hub_decides("allocate", to=to)

    def accept(
        self, days_ago: int, route: str, *, to: str = "", checks_first: bool = False
    ) -> None:
        """Accept for a route, as the front door does, or with the checks to come."""
        record = self.begin_checks(days_ago, 1 if checks_first else 2)
        self.save(record, decision_answers.accepted(route, to or self._me, checks_first))
        self._desk.decisions.record(record)
        self._tell_whoever_asked()

    def decide_otherwise(self, days_ago: int, what: str, **more: Any) -> None:
        """Any other answer to a request: not met, advised, joins, sent back, consent missing."""
        record = self.begin_checks(days_ago, 2)
        self.save(record, decision_answers.otherwise(what) | more)
        self._desk.decisions.record(record)
        self._tell_whoever_asked()

    def turn_down(self, days_ago: int) -> None:
        """Threshold not met: signposted."""
        self.decide_otherwise(days_ago, "not_met")

    def hub_decides(self, what: str, *, to: str = "", **more: Any) -> None:
        """The hub's word, on the day that the clock says."""
        record = self._desk.case_forms.start(self.case_id, "hub_decision")
        day = self._clock.today()
        answers = decision_answers.hub(what, day, to or self._me)
        self.save(record, answers | {key.replace("__", "."): said for key, said in more.items()})
        self._desk.case_forms.finish(record)
        if what != "defer":
            self._tell_whoever_asked()

    def _tell_whoever_asked(self) -> None:
        """On the same day; of what was decided lately they still wait to hear."""
        if self._today - self._clock.today() > _LATELY:
            self._desk.cases.tell_referrer(self.case_id)

    def review_short_work(self, days_ago: int, action: str, **more: Any) -> None:
        """Short work is looked at: close, signpost, escalate, or go on."""
        day = self.on(days_ago)
        record = self._desk.case_forms.start(self.case_id, "short_review")
        self.save(record, decision_answers.short_review(action, day) | more)
        self._desk.case_forms.finish(record)

    def fill_in(self, days_ago: int, form: str, answers: Mapping[str, Any]) -> None:
        """A form beside the road, begun and finished on one day."""
        self.on(days_ago)
        record = self._desk.case_forms.start(self.case_id, form)
        self.save(record, answers)
        self._desk.case_forms.finish(record)

    @property
    def _me(self) -> str:
        return str(self._desk.user.id)

    def assess(self, days_ago: int, *, done: int | None = None, areas: int | None = None) -> None:
        """The assessment: all of it, or its first ``done`` steps with that many areas."""
        day = self.on(days_ago)
        record = self._desk.assessments.open(self.case_id)
        form = self._desk.forms.open(record).form
        steps = {section.key for section in form.sections[:done]}
        codes = [area.code for area in self._desk.pack.areas[:areas]]
        answers = assessment(self.family, self.facts, day, codes)
        filled_in = {key: said for key, said in answers.items() if key.split(".")[0] in steps}
        self.save(record, filled_in, done=done)

    def first_taf(
        self, days_ago: int, *, next_days_ago: int | None = None, last_due: int | None = None
    ) -> None:
        """The first TAF meeting, with the plan it agreed.

        :param last_due: how many days before the demo's today the longest actions are due.
        """
        day = self.on(days_ago)
        record = self._desk.meetings.start(self.case_id)
        answers = self._meeting(record, day, next_days_ago)
        due = days_ago - 80 if last_due is None else last_due
        answers["plan.plan"] = plan_answers.plan(
            self.family, day, self._today - timedelta(days=due)
        )
        lead = self.case.professionals[0]
        answers["lead.person"] = str(lead.id)
        answers["lead.family_said"] = f"{self.family.parent.first_name} is happy with that."
        self.save(record, answers)
        self._desk.meetings.finish(record)

    def meet(self, days_ago: int, *, next_days_ago: int | None = None) -> None:
        """Another TAF meeting."""
        day = self.on(days_ago)
        record = self._desk.meetings.start(self.case_id)
        lately = timedelta(days=days_ago) <= _LATELY
        self.save(record, self._meeting(record, day, next_days_ago, late=lately))
        self._desk.meetings.finish(record)

    def _meeting(
        self, record: UUID, day: date, next_days_ago: int | None, *, late: bool = False
    ) -> dict[str, Any]:
        values = self._desk.forms.open(record).values
        attendance = values["who.attendance"]
        assert isinstance(attendance, list)  # noqa: S101 (the kind of that question)
        for number, person in enumerate(attendance):
            person["came"] = "apologies" if number >= 5 else "came"
        answers: dict[str, Any] = {
            "who.held_on": day.isoformat(),
            "who.starts": "14:00",
            "who.ends": "15:15",
            "who.venue": self._venue,
            "who.minute_taker": HELPERS[0]["name"],
            "who.attendance": attendance,
        }
        answers |= meeting_answers.meeting(self.case, self.family, day, values, late=late)
        if next_days_ago is not None:
            answers["next.on"] = (self._today - timedelta(days=next_days_ago)).isoformat()
            answers["next.venue"] = self._venue
        return answers

    @property
    def _way(self) -> str:
        """How requests are sent here."""
        routes = [route.code for route in self._desk.pack.sending_routes if route.usable]
        return one_of("anycomms", routes)

    @property
    def _venue(self) -> str:
        school = self.family.children[0].school or "Larkmoor Primary"
        return "Larkmoor Primary, Rainbow Room" if "Larkmoor" in school else f"{school}, Room 6"

    def do_actions(self, days_ago: int) -> None:
        """Tick off every action that should have been done by then."""
        day = self.on(days_ago)
        for action in self.case.actions:
            if action.is_open and action.by_when and action.by_when <= day:
                self._desk.plans.mark_done(self.case_id, action.id)

    def withdraw(self, days_ago: int, reason: str) -> None:
        """The request is not wanted any more."""
        self.on(days_ago)
        self._desk.requests.withdraw(self.case_id, reason)

    def review(self, days_ago: int, *, up: int = 2, decision: str = "continue") -> None:
        """A review of the plan: every number ``up`` from the last."""
        day = self.on(days_ago)
        record = self._desk.reviews.start(self.case_id)
        values = self._desk.forms.open(record).values
        rows = values["then_now.outcomes"]
        assert isinstance(rows, list)  # noqa: S101 (the kind of that question)
        for row in rows:
            row["score"] = min(10, max(0, (row["last_score"] or 3) + up))
            row["words"] = "Better than last time." if up > 0 else "No change since last time."
        self.save(
            record,
            meeting_answers.review(self.case, self.family, day, values)
            | {
                "then_now.outcomes": rows,
                "then_now.whole": "better" if up > 0 else "same",
                "next.decision": decision,
                "next.reason": "The plan is helping and there is more to do."
                if decision == "continue"
                else "The same worries as three months ago, and a new one.",
                "next.next_due": self._desk.pack.clock("review").after(day).isoformat(),
            },
        )
        self._desk.reviews.finish(record)

    def contact(self, days_ago: int, kind: str, said: str, *, reached: str = "yes") -> None:
        """A call, a visit or a message."""
        day = self.on(days_ago)
        record = self._desk.contacts.start(self.case_id)
        self.save(
            record,
            {
                "contact.kind": kind,
                "contact.on": day.isoformat(),
                "contact.who": self.family.parent.first_name,
                "contact.reached": reached,
                "contact.said": said,
                "contact.child_seen": "no",
            },
        )
        self._desk.contacts.finish(record)

    def send_at_risk(self, said: str) -> None:
        """A child is at risk: the request goes without consent, with the reason."""
        self.save(
            self._record,
            {
                "before_you_start.harm": "yes",
                "consent.how": "not_yet",
                "consent.at_risk_reason": self.family.parent_words,
                "needs.worries": said,
            },
            done=3,
        )
        self.record_sent("vital_interests")

    def ring_das(self, said: str) -> None:
        """The duty service is rung at once, wherever the case stands."""
        self._desk.requests.refer_to_das(
            self.case_id, when=self._clock.today(), who_took_it="the duty worker", reason=said
        )

    def move(self, days_ago: int, code: str, reason: str) -> None:
        """A step without a form."""
        day = self.on(days_ago)
        self._desk.steps.record(self.case_id, code, on=day, reason=reason)

    def refer_to_panel(self, days_ago: int, *, panel_in: int = 14) -> UUID:
        """The referral to the Multi Agency Support Panel, sent that day."""
        day = self.on(days_ago)
        record = self._desk.case_forms.start(self.case_id, "masp")
        self.save(record, panel_answers.masp(self.family, day, day + timedelta(days=panel_in)))
        self._desk.case_forms.finish(record)
        return record

    def panel_decides(self, days_ago: int, *codes: str) -> None:
        """The panel's answer, by the codes of the pack."""
        day = self.on(days_ago)
        record = self._desk.case_forms.start(self.case_id, "panel")
        self.save(record, panel_answers.panel(day, *codes))
        self._desk.case_forms.finish(record)

    def ask_consent_again(self, days_ago: int) -> None:
        """Consent is talked through once more, with everyone."""
        day = self.on(days_ago)
        record = self._desk.case_forms.start(self.case_id, "consent")
        asked_by = self._desk.user.name
        self.save(record, beside_answers.consent_again(self.facts, day, asked_by))
        self._desk.case_forms.finish(record)

    def go_to_the_hub(self, days_ago: int) -> None:
        """The hub's page is filled in from what is known, and what the school says of it."""
        day = self.on(days_ago)
        record = self._desk.case_forms.start(self.case_id, "hub_proforma")
        school = (SCHOOL["name"], SCHOOL["phone"])
        self.save(record, beside_answers.hub_page(self.family, day, school))
        self._desk.case_forms.finish(record)

    def step_up(self, days_ago: int) -> None:
        """To social care, in writing."""
        day = self.on(days_ago)
        record = self._desk.case_forms.start(self.case_id, "step_up")
        self.save(record, panel_answers.step_up(self.family, day))
        self._desk.case_forms.finish(record)

    def begin_step_down(self, days_ago: int) -> UUID:
        """A case that social care hands on, with the family and what was agreed."""
        day = self.on(days_ago)
        record = self._desk.step_downs.start()
        self.case_id = self._desk.forms.open(record).case_id
        self.facts = FamilyFacts(self.family, self._today)
        helpers = [{"id": str(new_id()), "involved": "now", "taf": "yes"} | h for h in HELPERS]
        self.save(
            record,
            panel_answers.step_down(self.family, day)
            | {
                "family.name": self.family.name,
                "family.address": self.family.address,
                "family.postcode": self.family.postcode,
                "family.people": self.facts.people(),
                "consent.given_by": [self.facts.keys[self.family.parent.first_name]],
                "consent.for_whom": list(self.facts.keys.values()),
                "needs.needs": [{"id": str(new_id()), "code": c} for c in self.family.needs],
                "team.professionals": helpers,
                "team.lead": helpers[0]["id"],
                "team.social_worker": helpers[1]["id"],
            },
        )
        return record

    def step_down(self, days_ago: int) -> None:
        """A family comes down from social care, straight into an assessment."""
        self._desk.case_forms.finish(self.begin_step_down(days_ago))

    def begin_closing(self, days_ago: int) -> UUID:
        """The closure form, its first two steps filled in."""
        day = self.on(days_ago)
        record = self._desk.closures.start(self.case_id)
        decided_at = "taf" if self.case.held_meetings else "lead_and_manager"
        values = self._desk.forms.open(record).values
        self.save(record, closing_answers.beginning(self.family, day, decided_at, values), done=2)
        return record

    def close(self, days_ago: int) -> None:
        """The whole closure."""
        self.finish_closing(self.begin_closing(days_ago))

    def finish_closing(self, record: UUID) -> None:
        """The rest of a closure form that was begun."""
        values = self._desk.forms.open(record).values
        self.save(record, closing_answers.ending(self.family, self._clock.today(), values))
        self._desk.closures.close(record)
