"""A whole case as it stands: frozen values that screens, papers and rules read.

One loader (``ehdesk.store.queries.case``) fills it with a fixed number of selects; everything
else about a case is worked out from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ehdesk.domain.attachment import Attachment
from ehdesk.domain.beside import DasReferral, HubQuestion, HubSlot, Pause
from ehdesk.domain.consent import Agreement, Consent, SharingChoice
from ehdesk.domain.disagreements import Disagreement
from ehdesk.domain.disclosures import Disclosure
from ehdesk.domain.findings import Area, Check, Decision, Need, Voice
from ehdesk.domain.oversight import Entry, Pin, Standing, standing
from ehdesk.domain.pathway import OPEN, State
from ehdesk.domain.people import Home, Person, Professional, Relationship, Restriction
from ehdesk.domain.plan import Action, Closure, Meeting, Outcome, Review, Signpost
from ehdesk.domain.records import Addition, Contact, Opening, Paper, Record, Step
from ehdesk.kernel.dates import say_short_date


@dataclass(frozen=True)
class Family:
    """The family and where it lives."""

    id: UUID
    name: str
    address: str
    postcode: str
    contact_note: str
    interpreter: str
    interpreter_note: str
    address_kind: str = ""
    confidential: str = ""

    @property
    def is_confidential(self) -> bool:
        """Whether the main address must not be told (a refuge, say)."""
        return self.confidential == "yes"

    @property
    def title(self) -> str:
        return f"{self.name} family" if self.name else "Family not named yet"


@dataclass(frozen=True)
class OtherCase:
    """Another time that this family was helped, in this store."""

    id: UUID
    reference: str
    state: State
    opened_on: date
    closed_on: date | None
    kind: str = "request"
    lead: str = ""

    @property
    def told(self) -> str:
        """``EH-24-0101, 3 Mar 2024 to 1 Jul 2024``."""
        began = say_short_date(self.opened_on)
        until = f" to {say_short_date(self.closed_on)}" if self.closed_on else ", open"
        return f"{self.reference}, {began}{until}"


@dataclass(frozen=True)
class LinkedCase:
    """A case of this store, of any family, that a request joined or that joined this one.

    ``lead`` is who leads it, ``asked_by`` the professional who asked, ``closed_on`` the day on
    which a request that joined another case ended with that.
    """

    id: UUID
    reference: str
    family: str
    lead: str
    asked_by: str
    closed_on: date | None

    @property
    def told(self) -> str:
        """``Vadgama family, EH-26-0003``."""
        return f"{self.family}, {self.reference}"


@dataclass(frozen=True)
class Case:
    """Everything that is known of one case.

    ``joins`` is the case which the professionals of this request joined, ``joined_by`` are the
    requests whose professionals joined this one.
    """

    id: UUID
    reference: str
    state: State
    route: str
    family: Family
    opened_on: date
    closed_on: date | None
    request_type: str
    ehc_plan: str
    cluster: str
    role: str
    worker: str
    worker_id: UUID | None
    lead_practitioner_id: UUID | None
    asker_kind: str
    asker_person_id: UUID | None
    asker_id: UUID | None
    pinned: bool
    people: tuple[Person, ...]
    professionals: tuple[Professional, ...]
    consent: Consent | None
    steps: tuple[Step, ...]
    records: tuple[Record, ...]
    needs: tuple[Need, ...]
    areas: tuple[Area, ...]
    voices: tuple[Voice, ...]
    checks: tuple[Check, ...]
    decision: Decision | None
    meetings: tuple[Meeting, ...]
    outcomes: tuple[Outcome, ...]
    reviews: tuple[Review, ...]
    closure: Closure | None
    signposts: tuple[Signpost, ...]
    contacts: tuple[Contact, ...]
    papers: tuple[Paper, ...]
    disclosures: tuple[Disclosure, ...]
    additions: tuple[Addition, ...]
    homes: tuple[Home, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    restrictions: tuple[Restriction, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    sharing: tuple[SharingChoice, ...] = ()
    other_cases: tuple[OtherCase, ...] = ()
    joins: LinkedCase | None = None
    joined_by: tuple[LinkedCase, ...] = ()
    """Of the same family, in the order they were opened."""
    attachments: tuple[Attachment, ...] = ()
    kind: str = "request"
    created_by: UUID | None = None
    """Who began it in this store."""
    previous_case_id: UUID | None = None
    joins_case_id: UUID | None = None
    joins_where: str = ""
    ehc_mode: str = ""
    holds_holidays: str = ""
    held_until: date | None = None
    """The last day of the holiday for which that was said."""
    referrer_told_on: date | None = None
    """The day on which whoever asked was told, when it was recorded after the decision."""
    das_referrals: tuple[DasReferral, ...] = ()
    pauses: tuple[Pause, ...] = ()
    hub_slots: tuple[HubSlot, ...] = ()
    hub_questions: tuple[HubQuestion, ...] = ()
    oversight: tuple[Entry, ...] = ()
    pins: tuple[Pin, ...] = ()
    openings: tuple[Opening, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()

    def standing(self, record_id: UUID) -> Standing:
        """Where a record is with the manager who signs it."""
        return standing(self.oversight, self.pins, record_id)

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def children(self) -> tuple[Person, ...]:
        return tuple(p for p in self.people if p.kind == "child")

    @property
    def adults(self) -> tuple[Person, ...]:
        return tuple(p for p in self.people if p.kind != "child")

    @property
    def lead_practitioner(self) -> Professional | None:
        return next((p for p in self.professionals if p.id == self.lead_practitioner_id), None)

    @property
    def lead(self) -> str:
        """Who leads: the lead practitioner, before one is chosen whoever it is allocated to."""
        chosen = self.lead_practitioner
        return chosen.name if chosen else self.worker

    @property
    def asker(self) -> str:
        """Who asked for help, in words: "Priya Nair, Pastoral lead, Larkmoor Primary"."""
        for professional in self.professionals:
            if professional.id == self.asker_id:
                return professional.described
        for person in self.people:
            if person.id == self.asker_person_id:
                return ", ".join(part for part in (person.full_name, person.relationship) if part)
        return ""

    @property
    def actions(self) -> tuple[Action, ...]:
        return tuple(action for outcome in self.outcomes for action in outcome.actions)

    @property
    def previous(self) -> OtherCase | None:
        """The earlier case that this one goes on from."""
        return next((one for one in self.other_cases if one.id == self.previous_case_id), None)

    @property
    def pause(self) -> Pause | None:
        """The pause that runs, where one does."""
        return next((one for one in reversed(self.pauses) if one.ended_on is None), None)

    @property
    def das_referral(self) -> DasReferral | None:
        """The last worry that the duty service was told of."""
        return self.das_referrals[-1] if self.das_referrals else None

    @property
    def attempts(self) -> tuple[Contact, ...]:
        """The contacts that reached nobody."""
        return tuple(contact for contact in self.contacts if contact.is_attempt)

    def draft(self, form: str) -> Record | None:
        """The unfinished record of a form, if one was begun."""
        return next((r for r in self.records if r.form == form and r.finished_at is None), None)

    def finished(self, form: str) -> tuple[Record, ...]:
        """The finished records of a form, oldest first."""
        return tuple(r for r in self.records if r.form == form and r.finished_at is not None)

    @property
    def came_from(self) -> str:
        """The state the case was in before the one it is in now; empty at the beginning."""
        entered = [step for step in self.steps if step.from_state != step.to_state]
        return entered[-1].from_state if entered else ""

    @property
    def road_state(self) -> State:
        """Where the case is on its road: while the duty service has it, where it was before. What
        is due there stays due, whoever has the case."""
        return State(self.came_from) if self.state is State.DAS and self.came_from else self.state

    def step_on(self, *moves: str) -> date | None:
        """The day of the last of these moves, or None."""
        days = [step.happened_on for step in self.steps if step.move in moves]
        return days[-1] if days else None

    @property
    def held_meetings(self) -> tuple[Meeting, ...]:
        """In the order they were held: one may be written down after a later one."""
        held = [(m.held_on, m.number, m) for m in self.meetings if m.finished and m.held_on]
        return tuple(meeting for _day, _number, meeting in sorted(held, key=lambda one: one[:2]))

    @property
    def held_reviews(self) -> tuple[Review, ...]:
        return tuple(r for r in self.reviews if r.finished and r.held_on)

    @property
    def plan_agreed_on(self) -> date | None:
        """The day of the first TAF meeting, when the plan was made and the clock began."""
        return self.step_on("first_taf")
