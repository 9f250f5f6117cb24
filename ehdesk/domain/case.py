"""A whole case as it stands: frozen values that screens, papers and rules read.

One loader (``ehdesk.store.queries.case``) fills it with a fixed number of selects; everything
else about a case is worked out from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from ehdesk.domain.attachment import Attachment
from ehdesk.domain.disclosures import Disclosure
from ehdesk.domain.pathway import OPEN, State
from ehdesk.domain.people import Home, Person, Professional, Relationship, Restriction
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
class Consent:
    """How consent was given, when, by whom and for whom."""

    how: str
    given_on: date | None
    given_by: tuple[UUID, ...]
    covers: tuple[str, ...]
    not_with: str
    for_whom: tuple[UUID, ...] = ()
    review_on: date | None = None
    withdrawn_on: date | None = None
    withdrawn_by: str = ""
    withdrawn_how: str = ""

    @property
    def is_written(self) -> bool:
        return self.how == "written" and self.given_on is not None


@dataclass(frozen=True)
class Agreement:
    """What one person said about taking part: signed, said_yes, said_no, told or not_asked."""

    id: UUID
    person_id: UUID | None
    answer: str = ""
    how: str = ""
    words: str = ""
    on: date | None = None
    competent: str = ""
    witness: str = ""


@dataclass(frozen=True)
class SharingChoice:
    """The family's choice (yes, ask, no, not_needed) for one agency and kind of information."""

    id: UUID
    who: str = ""
    kind: str = ""
    choice: str = ""


@dataclass(frozen=True)
class Step:
    """One recorded move."""

    number: int
    move: str
    from_state: str
    to_state: str
    happened_on: date
    recorded_at: datetime
    by: str
    reason: str
    record_id: UUID | None


@dataclass(frozen=True)
class EarlierVersion:
    """What a form said when it was taken on in a newer version. ``frozen`` is the whole of it;
    ``left_behind`` holds the answers that have no place in the newer version: ``key``,
    ``section``, ``label``, ``lines``, ``value`` and ``voice``."""

    version: int
    left_at: datetime
    left_by: str
    frozen: Mapping[str, Any]
    left_behind: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True)
class Record:
    """A form begun or finished for this case."""

    id: UUID
    form: str
    form_version: int
    subject_id: UUID | None
    answers: Mapping[str, Any]
    place: str
    steps_done: int
    steps_total: int
    started_at: datetime
    saved_at: datetime
    closed_cleanly: bool
    finished_at: datetime | None
    finished_by: str
    frozen: Mapping[str, Any] | None
    frozen_hash: str
    earlier: tuple[EarlierVersion, ...] = ()
    """The versions it was in before, oldest first."""


@dataclass(frozen=True)
class Need:
    id: UUID
    code: str
    note: str
    found_at: str
    outcome: str
    evidence: str
    people: tuple[str, ...] = ()
    known_from: str = ""


@dataclass(frozen=True)
class Score:
    kind: str
    name: str
    value: int | None


@dataclass(frozen=True)
class Area:
    area: str
    going_well: str
    worries: str
    need: str
    scores: tuple[Score, ...]
    about: tuple[str, ...] = ()
    known_from: str = ""


@dataclass(frozen=True)
class Voice:
    """A child's own words."""

    id: UUID
    person_id: UUID | None
    words: str
    how: str
    on: date | None
    gathered_by: str
    seen: str = ""
    alone: str = ""
    method: str = ""
    place: str = ""
    good: str = ""
    worries: str = ""
    better: str = ""
    day_home: str = ""
    day_school: str = ""
    important_people: str = ""
    wishes: str = ""
    help_views: str = ""
    observed: str = ""
    told_outcome: str = ""

    @property
    def is_heard(self) -> bool:
        """Whether anything the child said, drew or showed is written down."""
        return any(
            text.strip()
            for text in (
                self.words,
                self.good,
                self.worries,
                self.better,
                self.day_home,
                self.day_school,
                self.important_people,
                self.wishes,
                self.help_views,
                self.observed,
            )
        )


@dataclass(frozen=True)
class Check:
    id: UUID
    name: str
    asked_on: date | None
    result: str
    back: bool


@dataclass(frozen=True)
class Decision:
    decided_on: date
    decided_by: str
    harm_now: bool
    threshold_met: bool
    route: str
    needs_count: int
    reason: str
    against_guidance: str


@dataclass(frozen=True)
class Attendance:
    id: UUID
    name: str
    role: str
    kind: str
    came: str
    invited: str = ""
    report: str = ""


@dataclass(frozen=True)
class Meeting:
    """A Team Around the Family meeting."""

    id: UUID
    number: int
    planned_on: date | None
    held_on: date | None
    starts: str
    ends: str
    venue: str
    chair: str
    minute_taker: str
    next_on: date | None
    next_venue: str
    finished: bool
    attendance: tuple[Attendance, ...]


@dataclass(frozen=True)
class Action:
    id: UUID
    number: str
    what: str
    who: str
    by_when: date | None
    by_words: str
    progress: str
    note: str
    agreed_on: date | None
    done_on: date | None
    support: str = ""
    measure: str = ""

    @property
    def is_open(self) -> bool:
        return self.progress not in ("done", "dropped")


@dataclass(frozen=True)
class Measure:
    """Where an outcome stood at a review, or at the closing (``review_id`` is then None)."""

    review_id: UUID | None
    words: str
    score: int | None


@dataclass(frozen=True)
class Outcome:
    """What the family wants to be different."""

    id: UUID
    number: int
    title: str
    words: str
    words_by: str
    start: int | None
    hoped: int | None
    agreed_on: date | None
    measures: tuple[Measure, ...]
    actions: tuple[Action, ...]
    needs: tuple[str, ...] = ()
    people: tuple[str, ...] = ()

    @property
    def now(self) -> int | None:
        """The newest number anybody gave, or the one at the start."""
        given = [m.score for m in self.measures if m.score is not None]
        return given[-1] if given else self.start


@dataclass(frozen=True)
class Review:
    id: UUID
    number: int
    held_on: date | None
    was_due: date
    next_due: date | None
    decision: str
    finished: bool


@dataclass(frozen=True)
class Closure:
    closed_on: date
    reason: str
    manager: str
    manager_line: str


@dataclass(frozen=True)
class Signpost:
    id: UUID
    service: str
    detail: str


@dataclass(frozen=True)
class Contact:
    id: UUID
    kind: str
    happened_on: date
    happened_at: str
    who: str
    note: str


@dataclass(frozen=True)
class Paper:
    """A line of the print log."""

    kind: str
    title: str
    made_at: datetime
    by: str
    way: str
    pages: int
    sha256: str


@dataclass(frozen=True)
class Addition:
    added_at: datetime
    by: str
    text: str


@dataclass(frozen=True)
class OtherCase:
    """Another time that this family was helped, in this store."""

    id: UUID
    reference: str
    state: State
    opened_on: date
    closed_on: date | None

    @property
    def told(self) -> str:
        """``EH-24-0101, 3 Mar 2024 to 1 Jul 2024``."""
        began = say_short_date(self.opened_on)
        until = f" to {say_short_date(self.closed_on)}" if self.closed_on else ", open"
        return f"{self.reference}, {began}{until}"


@dataclass(frozen=True)
class Case:
    """Everything that is known of one case."""

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
    """Of the same family, in the order they were opened."""
    attachments: tuple[Attachment, ...] = ()

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

    def draft(self, form: str) -> Record | None:
        """The unfinished record of a form, if one was begun."""
        return next((r for r in self.records if r.form == form and r.finished_at is None), None)

    def finished(self, form: str) -> tuple[Record, ...]:
        """The finished records of a form, oldest first."""
        return tuple(r for r in self.records if r.form == form and r.finished_at is not None)

    def done_since(self, move: str, start: str) -> bool:
        """Whether ``move`` was recorded after ``start`` was recorded last."""
        order = [step.move for step in self.steps]
        return move in order and (
            start not in order or order[::-1].index(move) < order[::-1].index(start)
        )

    @property
    def came_from(self) -> str:
        """The state the case was in before the one it is in now; empty at the beginning."""
        entered = [step for step in self.steps if step.from_state != step.to_state]
        return entered[-1].from_state if entered else ""

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
