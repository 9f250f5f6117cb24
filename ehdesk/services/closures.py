"""Closing a case: with its form, its reason and a manager's line (leaflet)."""

from __future__ import annotations

from uuid import UUID

from ehdesk.authority.pack import Pack
from ehdesk.domain.access import Deed
from ehdesk.domain.case import Case
from ehdesk.domain.guards import reasons_against
from ehdesk.forms.checks import iso_date
from ehdesk.forms.spec import Value
from ehdesk.kernel.errors import EhdeskError, NotAllowed
from ehdesk.services.first_answers import first_answers
from ehdesk.services.forms import begin_record, finish_record, pack_form
from ehdesk.services.service import Service, case_row, record_row
from ehdesk.services.signing import must_sign, still_to_sign
from ehdesk.services.steps import make_move, refuse_before_last_step
from ehdesk.store.tables.work import ClosureRow


class ClosureService(Service):
    """From the first question of the closure form to the closed case.

    Other forms that are still drafts when a case closes stay in its record as they are: they can
    be read, they say that they were not finished, and they are not filled in any more.
    """

    def start(self, case_id: UUID) -> UUID:
        """The key of the closure form: the one begun or finished, or a fresh one.

        :raises NotAllowed: when the case is not at a point where it can close.
        """
        case = self._load(case_id)
        begun = case.draft("closure") or next(iter(case.finished("closure")), None)
        if begun is not None:
            return begun.id
        in_the_form = ("closure_form", "need_outcomes")
        against = reasons_against("close", case, self._pack, but=in_the_form)
        if against:
            raise NotAllowed("This case cannot close from here", " ".join(against))
        self._allow(Deed.CLOSE)
        with self._access.changing("Begin the closure form") as session:
            return begin_record(
                session,
                case_row(session, case_id),
                pack_form(self._pack, "closure"),
                user=self._user,
                clock=self._clock,
                answers=first_answers("closure", case, self._pack, self._user, self._clock.today()),
            ).id

    def before_it_can_close(self, record_id: UUID) -> tuple[tuple[str, bool], ...]:
        """The checks of the closing, each with whether it is done."""
        with self._access.reading_rows() as session:
            record = record_row(session, record_id)
            answers = dict(record.answers)
            case_id = record.case_id
            asked = must_sign(session, record, self._pack, self._user)
            unsigned = still_to_sign(session, record, self._pack, self._user, self._clock)
        case = self._load(case_id)
        signed = ((("Signed by a manager", not unsigned),)) if asked else ()
        return (*_checks(case, answers, self._pack), *signed)

    def close(self, record_id: UUID) -> None:
        """Close the case. Its record stays readable and is only added to from now on.

        :raises NotAllowed: naming what the closure form still needs.
        """
        self._allow(Deed.CLOSE)
        with self._access.reading_rows() as session:
            case_id = record_row(session, record_id).case_id
        case = self._load(case_id)
        against = reasons_against("close", case, self._pack)
        with self._access.reading_rows() as session:
            record = record_row(session, record_id)
            against += still_to_sign(session, record, self._pack, self._user, self._clock)
        if against:
            raise NotAllowed("This case cannot close yet", " ".join(against))
        with self._access.changing("Close the case") as session:
            record = record_row(session, record_id)
            values = finish_record(
                session, record, pack=self._pack, user=self._user, clock=self._clock
            )
            day = iso_date(_text(values, "why.decided_on"))
            reason = _text(values, "why.reason")
            if not reason:
                raise NotAllowed("This case cannot close yet", "Say why it is closing.")
            if day is None or day > self._clock.today():
                raise EhdeskError("Say when it closed", "", "Enter today's date or an earlier one.")
            refuse_before_last_step(day, case, self._pack)
            moved = self._pack.closure_reason(reason).moved_away
            if moved and not _text(values, "why.receiving_told"):
                raise NotAllowed(
                    "This case cannot close yet",
                    "Say whether the council where the family lives now was told.",
                )
            manager = _text(values, "agree.manager")
            if not manager:
                raise NotAllowed(
                    "This case cannot close yet", "Enter the manager who has agreed to close."
                )
            session.add(
                ClosureRow(
                    case_id=case_id,
                    closed_on=day,
                    reason=reason,
                    manager=manager,
                    manager_line=_text(values, "agree.line"),
                )
            )
            make_move(
                session,
                case_row(session, case_id),
                "close",
                on=day,
                user=self._user,
                clock=self._clock,
                pack=self._pack,
                reason=self._pack.label("closure_reasons", reason),
                record_id=record.id,
            )


def _checks(case: Case, answers: dict[str, Value], pack: Pack) -> list[tuple[str, bool]]:
    views = _text(answers, "views.parents") or _text(answers, "distance.different")
    return [
        ("Reason for closing recorded", bool(_text(answers, "why.reason"))),
        ("Family’s views recorded", bool(views)),
        ("Signposted to services", bool(case.signposts)),
        ("Manager has agreed", bool(_text(answers, "agree.manager"))),
        *(
            (pack.say(f"{_NAMES[record.form]} finished"), False)
            for record in case.records
            if record.finished_at is None and record.form in _NAMES
        ),
    ]


_NAMES = {
    "eha": "Assessment",
    "taf_meeting": "Record of the {taf} meeting",
    "review": "Review",
    "masp": "Referral to the panel",
    "panel": "Panel’s answer",
    "step_up": "Step-up form",
    "short_review": "Review of the work",
    "hand_over": "Hand-over",
    "consent": "Consent form",
    "contact": "Contact",
}
"""Forms that somebody may have begun and forgotten; once the case is closed it is too late."""


def _text(values: dict[str, Value], key: str) -> str:
    value = values.get(key)
    return value.strip() if isinstance(value, str) else ""
