"""Walks a made-up family along the pathway through the same services that people use."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from ehdesk.demo.families import MadeUpFamily, MadeUpPerson
from ehdesk.demo.fitting import fit, here, one_of
from ehdesk.desk import Desk
from ehdesk.domain.case import Case
from ehdesk.kernel.clock import LONDON, SetClock
from ehdesk.kernel.dates import add_months
from ehdesk.kernel.ids import new_id

SCHOOL = (
    "Priya Nair",
    "Pastoral lead",
    "Larkmoor Primary",
    "0116 496 0101",
    "p.nair@larkmoor.example",
)
HELPERS = (
    ("Joanne Ellery", "Health visitor", "Health visiting", "0116 496 0102"),
    ("Tom Adcock", "Housing officer", "Housing", "0116 496 0103"),
    ("Samira Devji", "Wellbeing practitioner", "Adult mental health", "0116 496 0104"),
)


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
        self._people = {person.first_name: str(new_id()) for person in family.people}
        self.save(
            self._record,
            {
                "before_you_start.harm": "no",
                "before_you_start.called": "yes",
                "before_you_start.called_on": (day - timedelta(days=1)).isoformat(),
                "before_you_start.called_at": "09:20",
                "before_you_start.spoke_to": "Duty worker",
                "before_you_start.advice": "Fill in the request with the family.",
                "before_you_start.advised_to_request": "yes",
                "asking.kind": "professional",
                "asking.name": SCHOOL[0],
                "asking.role": SCHOOL[1],
                "asking.agency": SCHOOL[2],
                "asking.phone": self._here(SCHOOL[3]),
                "asking.email": SCHOOL[4],
                "asking.request_type": "new_eha",
                "asking.ehc_plan": "no",
                "family.name": family.name,
                "family.address": self._here(family.address),
                "family.postcode": family.postcode,
                "family.people": [self._person(person) for person in family.people],
                "family.interpreter": "no",
                "family.contact_note": f"Text {family.parent.first_name} first. Best after 3pm.",
            },
            done=4,
        )

    def _person(self, person: MadeUpPerson) -> dict[str, Any]:
        # As old as the story says on the demo's today, each with a birthday of their own.
        spread = 1 + sum(map(ord, person.first_name + person.family_name)) % 300
        born = add_months(self._today, -12 * person.age) - timedelta(days=spread)
        return {
            "id": self._people[person.first_name],
            "kind": "child" if person.is_child else "adult",
            "given_name": person.first_name,
            "family_name": person.family_name,
            "relationship": person.relationship,
            "date_of_birth": born.isoformat(),
            "school": person.school,
            "lives": person.lives,
            "parental_responsibility": "yes" if person.relationship == "Mum" else "not_known",
        }

    def complete_request(self) -> None:
        """Everything else that the request asks for."""
        family, day = self.family, self._clock.today()
        professionals = self._desk.forms.open(self._record).values["support.professionals"]
        assert isinstance(professionals, list)  # noqa: S101 (the kind of that question)
        professionals += [
            {"id": str(new_id()), "name": n, "role": r, "agency": a, "phone": self._here(p)}
            for n, r, a, p in HELPERS[: min(3, len(family.needs) - 1)]
        ]
        child = family.children[0]
        self.save(
            self._record,
            {
                "consent.how": "written",
                "consent.given_by": [self._people[family.parent.first_name]],
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
                        "person_id": self._people[child.first_name],
                        "words": family.child_words,
                        "how": "talking",
                        "on": day.isoformat(),
                        "gathered_by": SCHOOL[0],
                    }
                ],
                "needs.parent_view": family.parent_words,
                "support.professionals": professionals,
                "support.tried": "Meetings at school each half-term. They helped for a while.",
                "help.family_wants": family.parent_words,
                "help.asked_for": "One plan, and one person for the family to talk to.",
                "help.visit_risk": "no",
            },
        )

    def send(self, days_ago: int) -> None:
        """The whole request, sent that day."""
        self.begin(days_ago)
        self.complete_request()
        self._desk.requests.send(self._record, way=self._way, sent_on=self._clock.today())

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

    def assess(self, days_ago: int, *, done: int = 7) -> None:
        """The assessment, its first ``done`` steps filled in."""
        day = self.on(days_ago)
        record = self._desk.assessments.open(self.case_id)
        family = self.family
        areas = self._desk.pack.areas[: max(1, done - 2)]
        child = family.children[0].first_name
        answers: dict[str, Any] = {
            "family.still_right": "yes",
            "family.checked_on": day.isoformat(),
            "helping.network": "Nan and a neighbour help when they can.",
            "story.led_to": family.worry,
            "story.history": "The school has met with the family each half-term.",
            "story.parents_view": family.parent_words,
            "areas.areas": [
                {
                    "id": area.code,
                    "area": area.code,
                    "going_well": family.going_well,
                    "worries": family.worry if number < len(family.needs) else "Nothing now.",
                    "need": "yes" if number < len(family.needs) else "no",
                    "scores": [
                        self._score("child", self.family.children[0].full_name, 3 + number % 5),
                        self._score("parent", family.parent.full_name, 4 + number % 4),
                        self._score("professional", SCHOOL[0], 4 + number % 5),
                    ],
                }
                for number, area in enumerate(areas)
            ],
            "voices.seen_alone": "all",
            "meaning.worries": family.worry,
            "meaning.working_well": family.going_well,
            "meaning.impact": f"{child} misses lessons and worries at home.",
            "meaning.needs_to_happen": "Calmer mornings and one person to talk to.",
        }
        self.save(record, answers, done=done)

    def _score(self, kind: str, name: str, value: int) -> dict[str, Any]:
        return {"id": str(new_id()), "kind": kind, "name": name, "value": value}

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
        attendance = self._desk.forms.open(record).values["who.attendance"]
        assert isinstance(attendance, list)  # noqa: S101 (the kind of that question)
        for number, person in enumerate(attendance):
            person["came"] = "apologies" if number >= 5 else "came"
        answers: dict[str, Any] = {
            "who.held_on": day.isoformat(),
            "who.starts": "14:00",
            "who.ends": "15:15",
            "who.venue": self._venue,
            "who.attendance": attendance,
            "minutes.going_well": self.family.going_well,
            "minutes.worries": self.family.worry,
            "minutes.child_words": self.family.child_words,
            "minutes.decided": "The plan goes on. Actions are in the plan.",
            "next.family_agreed": "yes",
            "next.finalised": "yes",
        }
        if next_days_ago is not None:
            answers["next.on"] = (self._today - timedelta(days=next_days_ago)).isoformat()
            answers["next.venue"] = self._venue
        return answers

    def _plan(self, days_ago: int, last_due: int) -> list[dict[str, Any]]:
        names = [self.family.parent.first_name, SCHOOL[0], "Tom Adcock"]
        words = [
            (self.family.child_words, self.family.children[0].first_name),
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

    def _here(self, text: str) -> str:
        return here(text, self._desk.pack)

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
            {
                "actions.held_on": day.isoformat(),
                "actions.way": "meeting",
                "actions.consent_right": "yes",
                "then_now.outcomes": rows,
                "says.children": self.family.child_words,
                "says.parents": self.family.parent_words,
                "new_needs.any": "no",
                "next.decision": decision,
                "next.reason": "The plan is helping and there is more to do.",
                "next.next_due": self._desk.pack.clock("review").after(day).isoformat(),
                "oversight.manager": "Dev Mistry",
                "oversight.on": day.isoformat(),
                "oversight.said": "Read with the lead practitioner. Carry on.",
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
        self._desk.requests.send(self._record, way=self._way, sent_on=self._clock.today())

    def ring_das(self, said: str) -> None:
        """The duty service is rung at once, wherever the case stands."""
        self._desk.requests.refer_to_das(
            self.case_id, when=self._clock.today(), who_took_it="the duty worker", reason=said
        )

    def move(self, days_ago: int, code: str, reason: str) -> None:
        """A step without a form."""
        day = self.on(days_ago)
        self._desk.steps.record(self.case_id, code, on=day, reason=reason)

    def begin_closing(self, days_ago: int) -> UUID:
        """The closure form, its first two steps filled in."""
        day = self.on(days_ago)
        record = self._desk.closures.start(self.case_id)
        values = self._desk.forms.open(record).values
        scores, needs = values["distance.scores"], values["distance.needs"]
        assert isinstance(scores, list)  # noqa: S101 (the kind of that question)
        assert isinstance(needs, list)  # noqa: S101 (the kind of that question)
        for row in scores:
            row["score"] = row["last_score"] if row["last_score"] is not None else row["start"]
        for row in needs:
            row["outcome"] = "met"
            row["evidence"] = "Agreed at the last meeting."
        self.save(
            record,
            {
                "why.reason": "NM",
                "why.explained": "The family and the team agreed that the plan has done its work.",
                "why.decided_on": day.isoformat(),
                "why.decided_at": "taf" if self.case.held_meetings else "lead_and_manager",
                "distance.scores": scores,
                "distance.needs": needs,
                "distance.different": self.family.parent_words,
                "distance.still_needed": "School keeps an eye on attendance.",
            },
            done=2,
        )
        return record

    def close(self, days_ago: int) -> None:
        """The whole closure."""
        record = self.begin_closing(days_ago)
        self.save(
            record,
            {
                "views.parents": self.family.parent_words,
                "views.children": [
                    {
                        "id": str(new_id()),
                        "child": self._people[self.family.children[0].first_name],
                        "words": self.family.child_words,
                    }
                ],
                "signposting.services": [
                    {
                        "id": str(new_id()),
                        "service": "School",
                        "detail": "Ms Kaur meets the family each half-term.",
                    },
                    {
                        "id": str(new_id()),
                        "service": "Young carers",
                        "detail": "The family has the leaflet and the number.",
                    },
                ],
                "signposting.told": "School and housing were told.",
                "signposting.come_back": self._desk.pack.say(
                    "Ring the school or the {one_number.name}."
                ),
                "agree.manager": "Dev Mistry",
                "agree.on": self._clock.today().isoformat(),
                "agree.line": "Agreed to close. Good work by the family.",
            },
        )
        self._desk.closures.close(record)
