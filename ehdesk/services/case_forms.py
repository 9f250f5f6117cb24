"""Forms beside the main road: consent, hub proforma, the panel, stepping up and stepping down.

When each may be begun is in ``ehdesk.domain.case_forms``; here is what finishing does: every one is
frozen, and some make a move of the pathway in the same unit of work.
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from ehdesk.authority.items import PanelLeads
from ehdesk.domain.access import deed_of_form, may
from ehdesk.domain.case import Case
from ehdesk.domain.case_forms import CASE_FORMS, OfferedForm, offered
from ehdesk.domain.guards import reasons_against
from ehdesk.kernel.errors import NotAllowed
from ehdesk.services.allocating import allocate
from ehdesk.services.consents import put_withdrawal
from ehdesk.services.das_referrals import note_referral
from ehdesk.services.first_answers import first_answers
from ehdesk.services.form_outcomes import Outcome, Values, day, incomplete, sentences, several, text
from ehdesk.services.forms import begin_record, finish_record, pack_form
from ehdesk.services.service import Service, case_row, open_case_row, record_row
from ehdesk.services.signing import refuse_unsigned
from ehdesk.services.small_forms import SmallForms
from ehdesk.services.steps import (
    make_move,
    refuse_before_last_step,
    refuse_future,
    told_to_das,
)
from ehdesk.store.access import Session
from ehdesk.store.queries.consents import consent_row
from ehdesk.store.tables.cases import CaseRow


class CaseFormService(Service):
    """Beginning and finishing them."""

    def offered(self, case: Case) -> tuple[OfferedForm, ...]:
        """Every form that can be begun for the case now, and every draft that waits; also those
        of the main road. Only what the person at the screen may fill in."""
        mine = self._user.access
        return tuple(one for one in offered(case, self._pack) if may(mine, deed_of_form(one.code)))

    def start(self, case_id: UUID, code: str) -> UUID:
        """The key of the form: its draft, or a new one with all that is known.

        :raises NotAllowed: when it makes no sense where the case stands, in words.
        :raises NotFound: when the pack has no such form.
        """
        self._allow(deed_of_form(code))
        case = self._load(case_id)
        begun = case.draft(code)
        if begun is not None:
            return begun.id
        form = CASE_FORMS[code]
        why_not = form.why_not(case) if form.beside_the_road else "It has a page of its own."
        if why_not:
            words = self._pack.say(form.words)
            raise NotAllowed(f"“{words}” is not possible now", self._pack.say(why_not))
        with self._access.changing(self._pack.say(form.words)) as session:
            return begin_record(
                session,
                open_case_row(session, case_id, form=code),
                pack_form(self._pack, code),
                user=self._user,
                clock=self._clock,
                answers=first_answers(code, case, self._pack, self._user, self._clock.today()),
            ).id

    def finish(self, record_id: UUID) -> None:
        """Freeze the form, and make the move that follows from what it says.

        :raises NotAllowed: naming what is missing, or what stands against the move.
        :raises EhdeskError: for a day that has not come or is before the last step.
        """
        with self._access.reading_rows() as reading:
            row = record_row(reading, record_id)
            case_id, code = row.case_id, row.form
        self._allow(deed_of_form(code))
        case = self._load(case_id)
        with self._access.changing(self._pack.say(CASE_FORMS[code].words)) as session:
            record = record_row(session, record_id)
            refuse_unsigned(session, record, self._pack, self._user, self._clock)
            values = finish_record(
                session, record, pack=self._pack, user=self._user, clock=self._clock
            )
            if code == "consent" and values.get("again.withdrawn") == "no":
                # They go on after all: an earlier withdrawal is history, and history keeps it.
                put_withdrawal(consent_row(session, case_id), None, "", "")
            outcome = self._outcome(code, case, values)
            if outcome is None:
                return
            refuse_future(outcome.on, self._clock)
            refuse_before_last_step(outcome.on, case, self._pack)
            moves = [move for move in (outcome.move, outcome.also) if move]
            against = [why for move in moves for why in reasons_against(move, case, self._pack)]
            if against:
                raise NotAllowed("This form cannot be finished yet", " ".join(against))
            row_of_case = case_row(session, case_id)
            if code == "step_down":
                self._allocate(session, row_of_case, values)
            outcome.then(session, row_of_case)
            for move in moves:
                make_move(
                    session,
                    row_of_case,
                    move,
                    on=outcome.on,
                    user=self._user,
                    clock=self._clock,
                    pack=self._pack,
                    reason=outcome.reason,
                    record_id=record.id,
                )

    def _outcome(self, code: str, case: Case, values: Values) -> Outcome | None:
        work_out = self._outcomes().get(code)
        return work_out(case, values) if work_out else None

    def _outcomes(self) -> dict[str, Callable[[Case, Values], Outcome]]:
        """The forms that move the case; the others are only kept."""
        small = SmallForms(self._pack, self._clock, self._user)
        return {
            "hub_decision": small.hub_decided,
            "short_review": small.short_reviewed,
            "hand_over": small.handed_over,
            "follow_up": small.followed_up,
            "masp": self._referred,
            "panel": self._answered,
            "step_up": self._stepped_up,
            "step_down": self._stepped_down,
        }

    def _referred(self, case: Case, values: Values) -> Outcome:
        """Leaflet: to the panel for one of its five reasons, and with something to ask for."""
        triggers, wanted = several(values, "why.triggers"), several(values, "ask.wanted")
        if not triggers:
            raise incomplete("Tick at least one reason for asking the panel.")
        if not wanted:
            raise incomplete("Choose at least one thing you want from the panel.")
        if values.get("family.knows") == "no" and not text(values, "family.not_told_note"):
            raise incomplete("Say why the family was not told, and which manager agreed.")
        named = ", ".join(self._pack.label("masp_triggers", code) for code in triggers)
        return Outcome(
            "refer_to_masp",
            day(values, "send.sent_on", "Say when it was sent"),
            sentences(named, text(values, "why.explained")),
        )

    def _answered(self, case: Case, values: Values) -> Outcome:
        codes = several(values, "decision.codes")
        if not codes:
            raise incomplete("Tick what the panel decided.")
        answers = {answer.code: answer for answer in self._pack.masp_outcomes}
        leads = {answers[code].leads_to for code in codes if code in answers}
        named = ", ".join(self._pack.label("masp_outcomes", code) for code in codes)
        return Outcome(
            _move_of(leads),
            day(values, "held.on", "Say when the panel was"),
            sentences(named, text(values, "decision.why")),
        )

    def _stepped_up(self, case: Case, values: Values) -> Outcome:
        concern, took = text(values, "why.concern"), text(values, "send.who_took_it")
        if not concern or not took:
            raise incomplete(self._pack.say("Say what the worry is, and who at {das} has it."))
        if values.get("family.agreement") != "agrees" and not text(
            values, "family.override_reason"
        ):
            raise incomplete("Say why it goes ahead without the family’s agreement.")
        meanwhile = text(values, "send.case_meanwhile")
        if not meanwhile:
            raise incomplete("Say what happens to the case meanwhile.")
        sent_on = day(values, "send.sent_on", "Say when it was sent")

        def then(session: Session, row: CaseRow) -> None:
            note_referral(
                session, row.id, sent_on, said=concern, taken_by=took, meanwhile=meanwhile
            )

        return Outcome("step_up", sent_on, told_to_das(concern, took), then=then)

    def _stepped_down(self, case: Case, values: Values) -> Outcome:
        ending = text(values, "plan.type")
        if not ending:
            raise incomplete("Say which plan of social care is ending.")
        form = pack_form(self._pack, "step_down")
        options = {option.value: option.label for option in form.field("plan.type").options}
        stays = values.get("team.stays_open") == "yes"
        note = "Social care stays open until the assessment runs" if stays else ""
        return Outcome(
            "step_down", self._clock.today(), sentences(options.get(ending, ending), note)
        )

    def _allocate(self, session: Session, case: CaseRow, values: Values) -> None:
        """The case is an assessment from now on, kept by whoever was chosen."""
        case.route = "eha"
        allocate(
            session,
            case,
            cluster=text(values, "team.cluster") or case.cluster,
            role=case.role,
            person=text(values, "team.person") or str(self._user.id),
        )


_MOVES_OF_PANEL = {
    PanelLeads.STEP_UP: "panel_steps_up",
    PanelLeads.CLOSE: "panel_closes",
    PanelLeads.RESOURCES: "resources_agreed",
    PanelLeads.PLAN: "panel_advised",
    PanelLeads.STAYS: "panel_deferred",
}
"""The first that is among the answers is the move: a child's safety before everything else."""


def _move_of(leads: set[PanelLeads]) -> str:
    """What several answers together do to the case.

    :raises NotAllowed: when they cannot all be true.
    """
    if PanelLeads.STAYS in leads and len(leads) > 1:
        raise incomplete(
            "Deferred means that nothing is decided yet. Tick it alone, or not at all."
        )
    if {PanelLeads.STEP_UP, PanelLeads.CLOSE} <= leads:
        raise incomplete("Stepping up and closing are two ways. Tick one of them.")
    if PanelLeads.CLOSE in leads and PanelLeads.RESOURCES in leads:
        raise incomplete("A case that closes gets no resources. Tick one of them.")
    return next((move for lead, move in _MOVES_OF_PANEL.items() if lead in leads), "panel_advised")
