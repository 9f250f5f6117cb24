"""Walks a made-up family along the pathway through the same services that people use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from ehdesk.demo import beside_answers, closing_answers, meeting_answers, panel_answers
from ehdesk.demo.assessment import assessment
from ehdesk.demo.facts import HELPERS, SCHOOL, FamilyFacts
from ehdesk.demo.families import MadeUpFamily
from ehdesk.demo.fitting import fit, one_of
from ehdesk.desk import Desk
from ehdesk.domain.case import Case
from ehdesk.kernel.clock import LONDON, SetClock
from ehdesk.kernel.ids import new_id

_DAILY = (
    "Someone meets us at the gate",
    "A quiet card to show in lessons",
    "Time for homework after tea",
    "A call to see how it is going",
)
_OFTEN = ("Every morning", "Every day", "Mondays and Wednesdays", "Every Sunday")
_ASKS = (
    "Ask about the wellbeing group",
    "Send the housing transfer form",
    "Find out about the young carers group",
    "Ask the school about breakfast club",
)
_LATER = (
    "Talk about what has helped",
    "Order a desk and lamp",
    "Go to the open evening together",
    "Ask about moving to a bigger home",
)


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
        day = self.on(days_ago)
        self._record = self._desk.requests.start()
        self.case_id = self._desk.forms.open(self._record).case_id
        family = self.family
        self.facts = FamilyFacts(family, self._today)
        self.save(
            self._record,
            {
                "before_you_start.harm": "no",
                "before_you_start.social_worker": "no",
                "before_you_start.called": "yes",
                "before_you_start.called_on": (day - timedelta(days=1)).isoformat(),
                "before_you_start.called_at": "09:20",
                "before_you_start.spoke_to": "Duty worker",
                "before_you_start.advice": "Fill in the request with the family.",
                "before_you_start.advised_to_request": "yes",
                "before_you_start.help_wanted": "early_help",
                "before_you_start.level": "3" if len(family.needs) > 2 else "2",
                "before_you_start.level_why": f"{len(family.needs)} needs, and school alone "
                "cannot meet them.",
                "asking.kind": "professional",
                "asking.name": SCHOOL["name"],
                "asking.role": SCHOOL["role"],
                "asking.agency": SCHOOL["agency"],
                "asking.agency_type": SCHOOL["agency_type"],
                "asking.agency_address": SCHOOL["address"],
                "asking.phone": SCHOOL["phone"],
                "asking.email": SCHOOL["email"],
                "asking.best_times": "Before 8:45 and after 3:30",
                "asking.knows_family": "Sees the children every day",
                "asking.dsl_talked": "yes",
                "asking.dsl": "Ms Kaur, 0116 496 0100",
                "asking.written_on": day.isoformat(),
                "asking.request_type": "new_eha",
                "asking.ehc_plan": "no",
                "family.name": family.name,
                "family.address": family.address,
                "family.postcode": family.postcode,
                "family.homes": self.facts.homes(),
                "family.people": self.facts.people(),
                "family.interpreter": "no",
                "family.contact_note": f"Text {family.parent.first_name} first. Best after 3pm.",
                "relationships.relationships": self.facts.relationships(),
                "safety.restrictions": self.facts.restrictions(day - timedelta(days=30)),
            }
            | self.facts.request_answers(),
            done=4,
        )

    def complete_request(self) -> None:
        """Everything else that the request asks for."""
        family, day = self.family, self._clock.today()
        professionals = self._desk.forms.open(self._record).values["support.professionals"]
        assert isinstance(professionals, list)  # noqa: S101 (the kind of that question)
        since = (day - timedelta(days=180)).isoformat()
        professionals += [
            {"id": str(new_id()), "involved": "now", "since": since, "aware": "yes"} | helper
            for helper in HELPERS[: min(3, len(family.needs) - 1)]
        ]
        child = family.speaker
        self.save(
            self._record,
            {
                "consent.talked": "all",
                "consent.how": "written",
                "consent.for_whom": list(self.facts.keys.values()),
                "consent.given_by": [self.facts.keys[family.parent.first_name]],
                "consent.given_on": day.isoformat(),
                "consent.covers": ["school", "health_visitor", "housing"],
                "consent.child_told": "agrees",
                "needs.needs": [{"id": str(new_id()), "code": c, "note": ""} for c in family.needs],
                "needs.worries": family.worry,
                "needs.working_well": family.going_well,
                "needs.impact": f"{child.first_name} is tired and misses lessons.",
                "needs.voices": [
                    {
                        "id": str(new_id()),
                        "person_id": self.facts.keys[child.first_name],
                        "words": family.child_words,
                        "how": "talking",
                        "on": day.isoformat(),
                        "gathered_by": SCHOOL["name"],
                    }
                ],
                "needs.parent_view": family.parent_words,
                "support.professionals": professionals,
                "support.tried": "Meetings at school each half-term. They helped for a while.",
                "support.interventions": [
                    {
                        "id": str(new_id()),
                        "what": "Breakfast place",
                        "who": SCHOOL["agency"],
                        "when": "Since the autumn",
                        "aim": "A calm start to the day",
                        "outcome": "Better on the days it is used.",
                    }
                ],
                "help.family_wants": family.parent_words,
                "help.asked_for": "One plan, and one person for the family to talk to.",
                "help.visit_risk": "no",
            },
        )

    def send(self, days_ago: int) -> None:
        """The whole request, sent that day."""
        self.begin(days_ago)
        self.complete_request()
        self._record_sent()

    def _record_sent(self, basis: str = "consent") -> None:
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
        for number, check in enumerate(checks):
            check["asked_on"] = day.isoformat()
            check["back"] = number < back
            check["result"] = "Known to school nursing. Nothing open now." if number < back else ""
        self.save(record, {"harm.now": "no", "checks.checks": checks}, done=2)
        return record

    def decide(self, days_ago: int, route: str, *, to: str = "") -> None:
        """Accept for a route, allocated to a colleague (or the user)."""
        record = self.begin_checks(days_ago, 2)
        self.save(
            record,
            {
                "outcome.threshold": "met",
                "outcome.route": route,
                "outcome.cluster": "west",
                "outcome.role": "sfsf",
                "outcome.person": to or str(self._desk.user.id),
                "outcome.reason": "More than one need, and the family asks for one plan.",
                "outcome.against_guidance": "The family and the school agree on this.",
            },
        )
        self._desk.decisions.record(record)

    def turn_down(self, days_ago: int) -> None:
        """Threshold not met: signposted."""
        record = self.begin_checks(days_ago, 2)
        self.save(
            record,
            {
                "outcome.threshold": "not_met",
                "outcome.signposted_to": "Children's centre stay and play, and the health visitor.",
                "outcome.reason": "One need, which universal services can meet.",
            },
        )
        self._desk.decisions.record(record)

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
        answers["plan.plan"] = self._plan(days_ago, days_ago - 80 if last_due is None else last_due)
        lead = self.case.professionals[0]
        answers["lead.person"] = str(lead.id)
        answers["lead.family_said"] = f"{self.family.parent.first_name} is happy with that."
        self.save(record, answers)
        self._desk.meetings.finish(record)

    def meet(self, days_ago: int, *, next_days_ago: int | None = None) -> None:
        """Another TAF meeting."""
        day = self.on(days_ago)
        record = self._desk.meetings.start(self.case_id)
        self.save(record, self._meeting(record, day, next_days_ago))
        self._desk.meetings.finish(record)

    def _meeting(self, record: UUID, day: date, next_days_ago: int | None) -> dict[str, Any]:
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
        answers |= meeting_answers.meeting(self.case, self.family, day, values)
        if next_days_ago is not None:
            answers["next.on"] = (self._today - timedelta(days=next_days_ago)).isoformat()
            answers["next.venue"] = self._venue
        return answers

    def _plan(self, days_ago: int, last_due: int) -> list[dict[str, Any]]:
        names = [self.family.parent.first_name, SCHOOL["name"], "Tom Adcock"]
        words = [
            (self.family.child_words, self.family.speaker.first_name),
            (self.family.parent_words, self.family.parent.first_name),
            ("", ""),
            ("", ""),
        ]
        return [
            {
                "id": str(new_id()),
                "title": want,
                "words": words[number][0],
                "words_by": words[number][1],
                "start": 2 + number,
                "hoped": 7 + number % 2,
                "actions": [
                    self._action(_DAILY[number % 4], names[1], _OFTEN[number % 4]),
                    self._action(_ASKS[number % 4], names[number % 3], days_ago - 30 - 7 * number),
                    self._action(_LATER[number % 4], names[0], last_due - 3 * number // 2),
                ][: 3 - number % 2],
            }
            for number, want in enumerate(self.family.wants)
        ]

    def _action(self, what: str, who: str, when: str | int) -> dict[str, Any]:
        action: dict[str, Any] = {
            "id": str(new_id()),
            "what": what,
            "who": who,
            "progress": "not_started",
        }
        if isinstance(when, str):
            return action | {"by_words": when, "progress": "started"}
        return action | {"by_when": (self._today - timedelta(days=when)).isoformat()}

    @property
    def _way(self) -> str:
        """How requests are sent here."""
        routes = [route.code for route in self._desk.pack.sending_routes if route.usable]
        return one_of("anycomms", routes)

    @property
    def _venue(self) -> str:
        school = self.family.children[0].school
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

    def contact(self, days_ago: int, kind: str, said: str) -> None:
        """A call, a visit or a message."""
        day = self.on(days_ago)
        record = self._desk.contacts.start(self.case_id)
        self.save(
            record,
            {
                "contact.kind": kind,
                "contact.on": day.isoformat(),
                "contact.who": self.family.parent.first_name,
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
        self._record_sent("vital_interests")

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
        record = self.begin_closing(days_ago)
        values = self._desk.forms.open(record).values
        self.save(record, closing_answers.ending(self.family, self._clock.today(), values))
        self._desk.closures.close(record)
