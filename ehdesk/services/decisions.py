"""The duty team's decision about a request, always with its reason (leaflet)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final
from uuid import UUID

from ehdesk.authority.pack import Pack
from ehdesk.domain.access import Deed
from ehdesk.domain.case import Case
from ehdesk.domain.guards import reasons_against
from ehdesk.domain.needs import count_needs
from ehdesk.domain.pathway import State
from ehdesk.domain.thresholds import against_guidance
from ehdesk.forms.checks import iso_date
from ehdesk.forms.spec import Value
from ehdesk.kernel.errors import NotAllowed
from ehdesk.services.allocating import allocate, lead_of_two_plans
from ehdesk.services.das_referrals import note_referral
from ehdesk.services.forms import begin_record, finish_record, pack_form
from ehdesk.services.returned import begin_again
from ehdesk.services.service import Service, case_row, record_row
from ehdesk.services.steps import make_move, refuse_future, told_to_das
from ehdesk.services.team_of_case import join_case
from ehdesk.store.access import Session
from ehdesk.store.queries.case import load_case
from ehdesk.store.tables.cases import CaseRow
from ehdesk.store.tables.work import CheckRow, DecisionRow

Values = dict[str, Value]

_OUTCOMES: Final[Mapping[str, str]] = {
    "not_met": "not_met",
    "advised": "advised",
    "joins": "joins_existing",
    "returned": "return_request",
    "no_consent": "return_request",
}
"""The moves of what may be decided beside "threshold met" (domain notes 2.8)."""

_ROUTES: Final[Mapping[str, str]] = {
    "under_6_weeks": "accept_under_6_weeks",
    "twelve_weeks": "accept_twelve_weeks",
    "eha": "accept_eha",
}
_CARRIED = (
    *("outcome.threshold", "outcome.route", "outcome.cluster", "outcome.role", "outcome.person"),
    *("outcome.reason", "outcome.against_guidance"),
)
"""What a decision begins with when the request was accepted with its checks to come."""


class DecisionService(Service):
    """Checks, threshold, route and allocation."""

    def open(self, case_id: UUID) -> UUID:
        """The key of the decision's form: the one begun, or a fresh one with the two checks the
        leaflet asks for (the CDi system and other professionals involved). For a request that was
        accepted with its checks to come it begins with what was decided then.

        :raises NotAllowed: when the request is not waiting for a decision.
        """
        self._allow(Deed.DECIDE)
        case = self._load(case_id)
        begun = case.draft("decision")
        if begun is not None:
            return begun.id
        if case.state not in (State.SENT, State.ACCEPTED):
            raise NotAllowed(
                "This request is not waiting for a decision",
                "A decision follows a request that was sent.",
                "Open the case to see where it is.",
            )
        earlier = case.finished("decision") if case.state is State.ACCEPTED else ()
        known = earlier[-1].answers if earlier else {}
        with self._access.changing("Begin the checks") as session:
            if not case.checks:
                names = (f"{self._pack.short('cdi')} system", "Other professionals involved")
                for position, name in enumerate(names):
                    session.add(CheckRow(case_id=case_id, name=name, position=position))
            return begin_record(
                session,
                case_row(session, case_id),
                pack_form(self._pack, "decision"),
                user=self._user,
                clock=self._clock,
                answers={key: known[key] for key in _CARRIED if key in known},
            ).id

    def record(self, record_id: UUID) -> str:
        """Record what was decided; the case moves on. Gives back the move that was made.

        :raises NotAllowed: naming what is still missing: the reason, the route, the person; or
            what stands against it, such as consent that was withdrawn.
        """
        self._allow(Deed.DECIDE)
        with self._access.reading_rows() as reading:
            known = load_case(reading.connection(), record_row(reading, record_id).case_id)
        with self._access.changing("Record a decision") as session:
            record = record_row(session, record_id)
            case = case_row(session, record.case_id)
            values = finish_record(
                session, record, pack=self._pack, user=self._user, clock=self._clock
            )
            move = self._move(values, known)
            against = reasons_against(move, known, self._pack)
            if against:
                raise NotAllowed("This decision cannot be recorded yet", " ".join(against))
            day = self._day(values)
            self._decide(session, case, known, values, move, day)
            make_move(
                session,
                case,
                move,
                on=day,
                user=self._user,
                clock=self._clock,
                pack=self._pack,
                reason=_reason(values),
                record_id=record.id,
            )
            if move == "return_request":
                begin_again(
                    session, case, known, pack=self._pack, user=self._user, clock=self._clock
                )
            return move

    def _decide(
        self, session: Session, case: CaseRow, known: Case, values: Values, move: str, day: date
    ) -> None:
        """All that the decision says, in its own row and on the case."""
        accepted = move.startswith("accept")
        session.add(
            DecisionRow(
                case_id=case.id,
                decided_on=day,
                decided_by=self._user.id,
                harm_now=move == "refer_to_das",
                threshold_met=accepted or move == "joins_existing",
                route=_text(values, "outcome.route") if accepted else "",
                needs_count=_needs(known, self._pack),
                reason=_reason(values),
                against_guidance=_text(values, "outcome.against_guidance"),
                outcome=move,
            )
        )
        if move == "refer_to_das":
            note_referral(
                session,
                case.id,
                day,
                said=_text(values, "harm.das_said"),
                at=_text(values, "harm.das_at"),
                taken_by=_text(values, "harm.das_taken_by"),
                meanwhile=_text(values, "harm.meanwhile"),
            )
        elif move == "joins_existing":
            chosen = _text(values, "outcome.joins")
            join_case(session, case, chosen, _text(values, "outcome.joins_where"))
        elif accepted:
            case.route = _text(values, "outcome.route")
            if move in ("accept_under_6_weeks", "accept_twelve_weeks", "accept_eha"):
                self._allocate(session, case, values)
            if move == "accept_eha":
                lead_of_two_plans(session, case)

    def _move(self, values: Values, known: Case) -> str:
        if values.get("harm.now") == "yes":
            if not _text(values, "harm.das_taken_by") or not _text(values, "harm.das_said"):
                raise _missing(
                    self._pack.say("Say who at {das} took the call and what you told them.")
                )
            return "refer_to_das"
        reason = _text(values, "outcome.reason")
        if not reason:
            raise _missing("Say why: the decision is recorded with its reason.")
        decided = _text(values, "outcome.threshold")
        if decided in _OUTCOMES:
            self._refuse_unsaid(decided, values)
            return _OUTCOMES[decided]
        route = _text(values, "outcome.route")
        if decided != "met" or route not in _ROUTES:
            raise _missing("Choose whether the threshold is met, and which help.")
        count = _needs(known, self._pack)
        if against_guidance(route, count, self._pack) and not _text(
            values, "outcome.against_guidance"
        ):
            raise _missing("This differs from what the needs point to. Say why in a few words.")
        if values.get("outcome.checks_first") == "yes" and known.state is State.SENT:
            return "accept"
        return "accept_for_hub" if route == "eha" and self._pack.hub else _ROUTES[route]

    def _refuse_unsaid(self, decided: str, values: Values) -> None:
        """:raises NotAllowed: without what has to be said with this outcome."""
        services = values.get("outcome.signposts")
        named = isinstance(services, list) and any(row.get("service") for row in services)
        if decided == "not_met" and not named:
            raise _missing("Name the services that the family is signposted to.")
        if decided == "advised" and not _text(values, "outcome.advice"):
            raise _missing("Say what information or advice was given.")
        if decided in ("returned", "no_consent") and not _text(values, "outcome.missing"):
            raise _missing("Say what is missing.")
        if decided == "joins" and not (
            _text(values, "outcome.joins") or _text(values, "outcome.joins_where")
        ):
            raise _missing("Say which assessment they join, or who leads it.")

    def _day(self, values: Values) -> date:
        """Today; for a safeguarding referral the day of the call."""
        called = iso_date(_text(values, "harm.das_on"))
        if called is not None:
            refuse_future(called, self._clock)
        return called or self._clock.today()

    def _allocate(self, session: Session, case: CaseRow, values: Values) -> None:
        chosen = _text(values, "outcome.person")
        if not self._pack.route(case.route).allocated:
            chosen = str(self._user.id)  # leaflet: EHDAS retain the case
        allocate(
            session,
            case,
            cluster=_text(values, "outcome.cluster"),
            role=_text(values, "outcome.role"),
            person=chosen,
        )


def _needs(case: Case, pack: Pack) -> int:
    return count_needs([need.code for need in case.needs], pack)


def _reason(values: Values) -> str:
    """Why, in the words of whoever decided; for a safeguarding referral what DAS was told, for a
    request that is sent back what is missing too."""
    if values.get("harm.now") == "yes":
        return told_to_das(_text(values, "harm.das_said"), _text(values, "harm.das_taken_by"))
    missing = _text(values, "outcome.missing")
    reason = _text(values, "outcome.reason")
    return f"{reason} Missing: {missing}" if missing else reason


def _text(values: Values, key: str) -> str:
    value = values.get(key)
    return value.strip() if isinstance(value, str) else ""


def _missing(words: str) -> NotAllowed:
    return NotAllowed("The decision is not complete yet", words, "Everything you wrote is saved.")
