"""A family on the pathway as a value in memory: what the services would record, without a store.

A `Household` has the cases of one family, each with its `Walker`. A `Walker` knows the table of
moves and the guards, and puts into the `Case` what each move leaves behind (finished forms,
meetings, reviews, consent). They decide nothing themselves: what may follow is asked of
`ehdesk.domain.pathway`, `ehdesk.domain.guards` and `ehdesk.domain.episodes`, and what is due of the
obligations.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from ehdesk.authority.pack import Pack
from ehdesk.domain.beside import DasReferral, Pause
from ehdesk.domain.case import (
    Action,
    Case,
    Consent,
    Contact,
    Family,
    Need,
    OtherCase,
    Outcome,
    Record,
    Review,
    Step,
)
from ehdesk.domain.episodes import can_ask_for_support, what_can_begin
from ehdesk.domain.guards import reasons_against
from ehdesk.domain.pathway import FINAL, MOVES, Kind, Move, State, moves_from
from ehdesk.domain.people import Person, Professional

CHILD, PARENT, LEAD = UUID(int=1), UUID(int=2), UUID(int=3)
BEGINNINGS = ("begin", "begin_own_eha", "begin_step_down", "reopen")
_TO_SEND = ("consent", "send")
_TO_A_PLAN = ("assessment", "plan", "first_taf")
ROADS = (
    ("begin",),
    ("begin", *_TO_SEND),
    ("begin", "not_asked", "send"),
    ("begin", *_TO_SEND, "accept"),
    ("begin", *_TO_SEND, "return_request"),
    ("reopen", *_TO_SEND, "accept_for_hub"),
    ("begin", *_TO_SEND, "accept_under_6_weeks"),
    ("begin", *_TO_SEND, "accept", "accept_twelve_weeks"),
    ("begin", *_TO_SEND, "accept_for_hub", "hub_allocates", *_TO_A_PLAN),
    ("begin", *_TO_SEND, "accept_for_hub", "hub_allocates", *_TO_A_PLAN, "refer_to_masp"),
    ("begin_step_down", "consent", "step_down", *_TO_A_PLAN),
    ("begin_own_eha", "consent", *_TO_A_PLAN, "review"),
)
"""Beginnings of walks, so that they do not all end in the first few states."""

_RARE = frozenset(
    {"refer_to_das", "step_up", "withdraw", "paused", "resumed", "handed_over", "taken_by_das"}
)
"""Moves that are possible nearly everywhere: chosen less often, so that walks get further."""


def _professional() -> Professional:
    return Professional(id=LEAD, name="Priya Nair", role="Pastoral lead", agency="Larkmoor Primary")


class Walker:
    """One case, moved on by numbers: each number chooses among all that may happen next."""

    def __init__(self, pack: Pack, beginning: str, on: date) -> None:
        self.pack = pack
        self.today = on
        self._keys = iter(range(10, 10**6))
        self.case = _nobody_yet(beginning, on)
        self._make(MOVES[beginning])

    @classmethod
    def along(cls, pack: Pack, road: tuple[str, ...], on: date) -> Walker:
        """A walker that has come along a road, two days for each step, each of them allowed.

        :raises AssertionError: when the guards refuse a step of it.
        """
        walker = cls(pack, road[0], on)
        acts = {
            "consent": walker._consent_given,
            "not_asked": walker._not_asked_at_risk,
            "assessment": walker._assessment_begun,
            "plan": walker._plan_written,
        }
        for name in road[1:]:
            walker.today += timedelta(days=2)
            if name in acts:
                acts[name]()
                continue
            assert not reasons_against(name, walker.case, pack), name
            walker._make(MOVES[name])
        return walker

    def choices(self) -> list[Callable[[], None]]:
        """Everything that may happen now: the moves that table and guards allow, and what people
        write down between them. A case that has ended is left alone but for its own moves."""
        found: list[Callable[[], None]] = [
            lambda move=move: self._make(move)  # type: ignore[misc]
            for move in moves_from(self.case.state)
            if not reasons_against(move.code, self.case, self.pack)
            for _ in range(1 if move.code in _RARE else 3)
        ]
        if self.case.state not in FINAL:
            found += [
                *(self._consent_given, self._consent_withdrawn, self._not_asked_at_risk),
                *(self._assessment_begun, self._plan_written, self._closure_begun),
                *(self._nobody_in, self._paper_for_the_hub),
            ]
        return found

    # What people write down

    def _consent_given(self) -> None:
        consent = Consent("written", self.today, (PARENT,), ("school",), "")
        self.case = replace(self.case, consent=consent)

    def _consent_withdrawn(self) -> None:
        if self.case.consent is not None:
            stopped = replace(self.case.consent, withdrawn_on=self.today, withdrawn_by="Dawn")
            self.case = replace(self.case, consent=stopped)

    def _not_asked_at_risk(self) -> None:
        draft = self.case.draft("request")
        if draft is None:
            return
        said = {
            "before_you_start.harm": "yes",
            "consent.at_risk_reason": "It would not be safe to ask.",
        }
        self._put(replace(draft, answers={**draft.answers, **said}))
        self.case = replace(self.case, consent=Consent("not_yet", None, (), (), ""))

    def _assessment_begun(self) -> None:
        if self.case.state is State.ASSESSING and self.case.draft("eha") is None:
            self._record("eha", finished=False)

    def _plan_written(self) -> None:
        action = Action(self._key(), "1.1", "Ring", "Dawn", None, "", "", "", None, None)
        outcome = Outcome(self._key(), 1, "Calm", "", "", 3, 8, None, (), (action,))
        self.case = replace(self.case, outcomes=(outcome,), lead_practitioner_id=LEAD)

    def _closure_begun(self) -> None:
        if self.case.draft("closure") is None and "close" in {
            move.code for move in moves_from(self.case.state)
        }:
            codes = [reason.code for reason in self.pack.closure_reasons if reason.usable]
            reason = codes[self.today.toordinal() % len(codes)]
            masp = ("", "no", "considered")[self.today.toordinal() % 3]
            self._record("closure", {"why.reason": reason, "why.masp_asked": masp}, finished=False)
            ended = tuple(replace(need, outcome="met") for need in self.case.needs)
            self.case = replace(self.case, needs=ended)

    def _nobody_in(self) -> None:
        contact = Contact(self._key(), "visit", self.today, "", "Dawn", "Nobody in.", "no")
        self.case = replace(self.case, contacts=(*self.case.contacts, contact))

    def _paper_for_the_hub(self) -> None:
        if self.case.state is State.HUB:
            self._record("hub_proforma")

    # What a move leaves behind

    def _make(self, move: Move) -> None:
        before = self.case.state.value if move.starts else ""
        after = move.leads_to(before)
        record = self._form_of(move)
        step = Step(
            number=len(self.case.steps) + 1,
            move=move.code,
            from_state=before,
            to_state=after.value,
            happened_on=self.today,
            recorded_at=datetime.combine(self.today, time(9), UTC),
            by="Anita Rowe",
            reason="It was time.",
            record_id=record,
        )
        ended = after in FINAL and self.case.state is not after
        self.case = replace(
            self.case,
            steps=(*self.case.steps, step),
            state=after,
            closed_on=self.today if ended else self.case.closed_on,
        )
        then = _THEN.get(move.code)
        if then is not None:
            then(self)

    def _form_of(self, move: Move) -> UUID | None:
        if move.code in BEGINNINGS:
            return self._record(move.by_forms[0], finished=False)
        if not move.by_forms:
            return None
        form = move.by_forms[0] if self.case.state is not State.HUB else move.by_forms[-1]
        return self._record(form, _SAYS.get(move.code, _nothing)(self))

    def _record(
        self, form: str, answers: dict[str, Any] | None = None, *, finished: bool = True
    ) -> UUID:
        draft = self.case.draft(form) if finished else None
        at = datetime.combine(self.today, time(9), UTC)
        record = draft or Record(
            self._key(), form, 1, None, {}, "", 0, 5, at, at, True, None, "", None, ""
        )
        said = {**record.answers, **(answers or {})}
        self._put(replace(record, answers=said, finished_at=at if finished else None))
        return record.id

    def _put(self, record: Record) -> None:
        others = tuple(one for one in self.case.records if one.id != record.id)
        self.case = replace(self.case, records=(*others, record))

    def _key(self) -> UUID:
        return UUID(int=next(self._keys))

    # Beside the state

    def reviewed(self) -> None:
        number = len(self.case.reviews) + 1
        # Every third is agreed for later than the clock allows, with a reason.
        next_due = self.today + timedelta(days=150 if number % 3 == 0 else 80)
        review = Review(
            self._key(), number, self.today, self.today, next_due, "continue", finished=True
        )
        self.case = replace(self.case, reviews=(*self.case.reviews, review))

    def paused(self) -> None:
        pause = Pause(self._key(), self.today, self.today + timedelta(days=20), "Away")
        self.resumed()
        self.case = replace(self.case, pauses=(*self.case.pauses, pause))

    def resumed(self) -> None:
        ended = tuple(
            one if one.ended_on else replace(one, ended_on=self.today) for one in self.case.pauses
        )
        self.case = replace(self.case, pauses=ended)

    def referred(self) -> None:
        referral = DasReferral(self._key(), self.today, meanwhile="goes_on")
        self.case = replace(self.case, das_referrals=(*self.case.das_referrals, referral))

    def request_again(self) -> None:
        sent = self.case.finished("request")
        self._record("request", dict(sent[-1].answers) if sent else None, finished=False)

    def assessment_final(self) -> None:
        if self.case.draft("eha") is not None:
            self._record("eha")


class Household:
    """The cases of one family, moved on by numbers: a number moves one of them on, or begins
    another one, where the rules for that allow it."""

    def __init__(self, first: Walker) -> None:
        self.walkers = [first]
        self.today = first.today

    @property
    def cases(self) -> list[Case]:
        return [walker.case for walker in self.walkers]

    def take(self, number: int) -> Walker:
        """Some days later something happens in one of the cases; gives the one."""
        self.today += timedelta(days=number % 97)
        at = number // 97
        walker = self.walkers[at % len(self.walkers)]
        walker.today = self.today
        kinds = what_can_begin(self._known(walker)) if at % 4 == 0 else ()
        support = can_ask_for_support(self._known(walker)) if at % 4 == 1 else False
        if kinds or support:
            kind = kinds[at % len(kinds)] if kinds else Kind.REQUEST
            moves = {Kind.REQUEST: "begin" if support else "reopen", Kind.OWN_EHA: "begin_own_eha"}
            walker = Walker(walker.pack, moves[kind], self.today)
            walker.case = replace(walker.case, id=UUID(int=100 + len(self.walkers)))
            self.walkers.append(walker)
        else:
            choices = walker.choices()
            if choices:
                choices[at % len(choices)]()
        return walker

    def _known(self, walker: Walker) -> Case:
        """The case as a store would read it, with the family's other ones."""
        others = tuple(
            OtherCase(one.id, one.reference, one.state, one.opened_on, one.closed_on, one.kind)
            for one in self.cases
            if one.id != walker.case.id
        )
        return replace(walker.case, other_cases=others)


def _nothing(_walker: Walker) -> dict[str, Any]:
    return {}


_SAYS: dict[str, Callable[[Walker], dict[str, Any]]] = {
    "hub_defers": lambda w: {"outcome.back_on": (w.today + timedelta(days=14)).isoformat()},
    "short_reviewed": lambda w: {
        "next.action": ("close", "signpost", "go_on")[w.today.toordinal() % 3],
        "next.until": (w.today + timedelta(days=21)).isoformat(),
    },
    "review": lambda w: {"next.decision": ("continue", "masp")[w.today.toordinal() % 2]},
    "close": lambda w: {"after.follow_up": ("yes", "no")[w.today.toordinal() % 2]},
}
_THEN: dict[str, Callable[[Walker], None]] = {
    "review": Walker.reviewed,
    "paused": Walker.paused,
    "resumed": Walker.resumed,
    "refer_to_das": Walker.referred,
    "step_up": Walker.referred,
    "return_request": Walker.request_again,
    "first_taf": Walker.assessment_final,
}


def _nobody_yet(beginning: str, on: date) -> Case:
    """A case before its first step."""
    child = Person(id=CHILD, kind="child", given_name="Kayden", family_name="Tilbrook")
    parent = Person(id=PARENT, kind="adult", given_name="Dawn", family_name="Tilbrook")
    return Case(
        id=UUID(int=4),
        reference="EH-26-0001",
        state=State.ASSESSING if beginning == "begin_own_eha" else State.DRAFT,
        route="",
        family=Family(UUID(int=5), "Tilbrook", "", "", "", "", ""),
        opened_on=on,
        closed_on=None,
        request_type="",
        ehc_plan="",
        cluster="",
        role="",
        worker="Anita Rowe",
        worker_id=None,
        lead_practitioner_id=None,
        asker_kind="",
        asker_person_id=None,
        asker_id=LEAD,
        pinned=False,
        people=(child, parent),
        professionals=(_professional(),),
        consent=None,
        steps=(),
        records=(),
        needs=(Need(UUID(int=6), "attendance", "", "request", "", ""),),
        areas=(),
        voices=(),
        checks=(),
        decision=None,
        meetings=(),
        outcomes=(),
        reviews=(),
        closure=None,
        signposts=(),
        contacts=(),
        papers=(),
        disclosures=(),
        additions=(),
        kind=Kind.OWN_EHA if beginning == "begin_own_eha" else Kind.REQUEST,
    )
