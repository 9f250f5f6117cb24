"""The duty team's decision about a request, always with its reason (leaflet)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from ehdesk.domain.needs import count_needs
from ehdesk.domain.pathway import State
from ehdesk.domain.thresholds import against_guidance
from ehdesk.forms.checks import iso_date
from ehdesk.forms.spec import Value
from ehdesk.kernel.errors import NotAllowed
from ehdesk.services.forms import begin_record, finish_record, pack_form
from ehdesk.services.service import Service, case_row, record_row
from ehdesk.services.steps import make_move, refuse_future, told_to_das
from ehdesk.store.access import Session
from ehdesk.store.queries.case import load_case
from ehdesk.store.queries.team import team
from ehdesk.store.tables.cases import CaseRow
from ehdesk.store.tables.work import CheckRow, DecisionRow

_MOVES = {
    "under_6_weeks": "accept_under_6_weeks",
    "twelve_weeks": "accept_twelve_weeks",
    "eha": "accept_eha",
}


class DecisionService(Service):
    """Checks, threshold, route and allocation."""

    def open(self, case_id: UUID) -> UUID:
        """The key of the decision's form: the one begun, or a fresh one with the two checks the
        leaflet asks for (the CDi system and other professionals involved).

        :raises NotAllowed: when the request is not waiting for a decision.
        """
        case = self._load(case_id)
        begun = case.draft("decision")
        if begun is not None:
            return begun.id
        if case.state is not State.SENT:
            raise NotAllowed(
                "This request is not waiting for a decision",
                "A decision follows a request that was sent.",
                "Open the case to see where it is.",
            )
        with self._access.changing("Begin the checks") as session:
            if not case.checks:
                names = (f"{self._pack.short('cdi')} system", "Other professionals involved")
                for position, name in enumerate(names):
                    session.add(CheckRow(case_id=case_id, name=name, position=position))
            row = case_row(session, case_id)
            return begin_record(
                session, row, pack_form(self._pack, "decision"), user=self._user, clock=self._clock
            ).id

    def record(self, record_id: UUID) -> str:
        """Record what was decided; the case moves on. Gives back the move that was made.

        :raises NotAllowed: naming what is still missing: the reason, the route, the person.
        """
        with self._access.reading_rows() as reading:
            known = load_case(reading.connection(), record_row(reading, record_id).case_id)
        count = count_needs([need.code for need in known.needs], self._pack)
        with self._access.changing("Record a decision") as session:
            record = record_row(session, record_id)
            case = case_row(session, record.case_id)
            values = finish_record(
                session, record, pack=self._pack, user=self._user, clock=self._clock
            )
            move = self._move(values, count)
            day = self._day(values)
            if move not in ("not_met", "refer_to_das"):
                self._allocate(session, case, values)
            session.add(
                DecisionRow(
                    case_id=case.id,
                    decided_on=day,
                    decided_by=self._user.id,
                    harm_now=move == "refer_to_das",
                    threshold_met=move not in ("not_met", "refer_to_das"),
                    route=_text(values, "outcome.route"),
                    needs_count=count,
                    reason=_reason(values),
                    against_guidance=_text(values, "outcome.against_guidance"),
                )
            )
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
            return move

    def _move(self, values: dict[str, Value], count: int) -> str:
        if values.get("harm.now") == "yes":
            if not _text(values, "harm.das_taken_by") or not _text(values, "harm.das_said"):
                raise _missing(
                    self._pack.say("Say who at {das} took the call and what you told them.")
                )
            return "refer_to_das"
        reason = _text(values, "outcome.reason")
        if not reason:
            raise _missing("Say why: the decision is recorded with its reason.")
        if values.get("outcome.threshold") == "not_met":
            if not _text(values, "outcome.signposted_to"):
                raise _missing("Say where the family is signposted to.")
            return "not_met"
        route = _text(values, "outcome.route")
        if values.get("outcome.threshold") != "met" or route not in _MOVES:
            raise _missing("Choose whether the threshold is met, and which help.")
        if against_guidance(route, count, self._pack) and not _text(
            values, "outcome.against_guidance"
        ):
            raise _missing("This differs from what the needs point to. Say why in a few words.")
        return _MOVES[route]

    def _day(self, values: dict[str, Value]) -> date:
        """Today; for a safeguarding referral the day of the call."""
        called = iso_date(_text(values, "harm.das_on"))
        if called is not None:
            refuse_future(called, self._clock)
        return called or self._clock.today()

    def _allocate(self, session: Session, case: CaseRow, values: dict[str, Value]) -> None:
        case.route = _text(values, "outcome.route")
        case.cluster = _text(values, "outcome.cluster")
        case.role = _text(values, "outcome.role")
        chosen = _text(values, "outcome.person")
        if not self._pack.route(case.route).allocated:
            chosen = str(self._user.id)  # leaflet: EHDAS retain the case
        colleagues = {str(key): (key, name) for key, name in team(session.connection())}
        case.worker_id, case.worker = colleagues.get(chosen, (None, chosen))


def _reason(values: dict[str, Value]) -> str:
    """Why, in the words of whoever decided; for a safeguarding referral what DAS was told."""
    if values.get("harm.now") != "yes":
        return _text(values, "outcome.reason")
    return told_to_das(_text(values, "harm.das_said"), _text(values, "harm.das_taken_by"))


def _text(values: dict[str, Value], key: str) -> str:
    value = values.get(key)
    return value.strip() if isinstance(value, str) else ""


def _missing(words: str) -> NotAllowed:
    return NotAllowed("The decision is not complete yet", words, "Everything you wrote is saved.")
