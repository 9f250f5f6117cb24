"""What the small forms of the road do: the hub's word, short work, handing over, looking again."""

from __future__ import annotations

from datetime import date

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.user import User
from ehdesk.kernel.clock import Clock
from ehdesk.kernel.errors import EhdeskError
from ehdesk.services.allocating import allocate, lead_of_two_plans, take_lead
from ehdesk.services.form_outcomes import Outcome, Values, day, incomplete, sentences, text
from ehdesk.services.forms import pack_form
from ehdesk.services.returned import begin_again
from ehdesk.services.team_of_case import join_case
from ehdesk.store.access import Session
from ehdesk.store.queries.hub import open_slot_of
from ehdesk.store.tables.cases import CaseRow

_HUB = {
    "allocate": "hub_allocates",
    "join": "hub_joins",
    "defer": "hub_defers",
    "return": "return_request",
}


class SmallForms:
    """Reads what each says. Nothing here writes before the form is complete."""

    def __init__(self, pack: Pack, clock: Clock, user: User) -> None:
        self._pack = pack
        self._clock = clock
        self._user = user

    def hub_decided(self, case: Case, values: Values) -> Outcome:
        """Schools' page: the hub allocates an agency that leads, or professionals join an
        assessment that runs. What is put off keeps the day on which it was first ready."""
        what, reason = text(values, "outcome.what"), text(values, "outcome.reason")
        if what not in _HUB or not reason:
            raise incomplete(self._pack.say("Say what the {hub} decided, and why."))
        on = day(values, "heard.on", self._pack.say("Say when the {hub} heard it"))
        detail = ""
        if what == "allocate":
            if not text(values, "outcome.agency") or not text(values, "outcome.cluster"):
                raise incomplete("Choose the agency that takes the lead, and where.")
            detail = self._pack.label("agencies", text(values, "outcome.agency"))
        elif what == "join":
            if not (text(values, "outcome.joins") or text(values, "outcome.joins_where")):
                raise incomplete("Say which assessment they join, or who leads it.")
        elif what == "defer":
            if day(values, "outcome.back_on", "Say when it comes back") <= on:
                raise EhdeskError("It comes back on a later day", "", "Enter a later day.")
        elif not text(values, "outcome.missing"):
            raise incomplete("Say what is missing.")
        missing = text(values, "outcome.missing")
        told = sentences(detail, reason, f"Missing: {missing}" if missing else "")

        def then(session: Session, row: CaseRow) -> None:
            slot = open_slot_of(session, row.id)
            if slot is not None:
                slot.heard_at, slot.outcome = self._clock.now(), what
            if what == "allocate":
                allocate(
                    session,
                    row,
                    cluster=text(values, "outcome.cluster"),
                    role=text(values, "outcome.role"),
                    person=text(values, "outcome.person"),
                )
                take_lead(row, text(values, "outcome.lead"))
                lead_of_two_plans(session, row)
            elif what == "join":
                chosen = text(values, "outcome.joins")
                join_case(session, row, chosen, text(values, "outcome.joins_where"))
            elif what == "return":
                begin_again(session, row, case, pack=self._pack, user=self._user, clock=self._clock)

        return Outcome(_HUB[what], on, told, then=then)

    def short_reviewed(self, case: Case, values: Values) -> Outcome:
        """Leaflet: review and action, closure, signpost or escalate."""
        action, reason = text(values, "next.action"), text(values, "next.reason")
        if not text(values, "work.done") or not action or not reason:
            raise incomplete("Say what was done, what is next, and why.")
        on = day(values, "work.on", "Say when the work was reviewed")
        services = values.get("next.signposts")
        named = isinstance(services, list) and any(row.get("service") for row in services)
        if action == "signpost" and not named:
            raise incomplete("Name the services that the family is signposted to.")
        if action == "go_on" and day(values, "next.until", "Say until when it goes on") <= on:
            raise EhdeskError("It goes on until a later day", "", "Enter a later day.")
        form = pack_form(self._pack, "short_review")
        words = {option.value: option.label for option in form.field("next.action").options}

        def then(session: Session, row: CaseRow) -> None:
            if action == "escalate":
                row.route = "eha"
                lead_of_two_plans(session, row)

        return Outcome(
            "short_reviewed",
            on,
            sentences(words.get(action, action), reason),
            also="escalate" if action == "escalate" else "",
            then=then,
        )

    def handed_over(self, case: Case, values: Values) -> Outcome:
        """Leaflet: the lead is the most appropriate identified lead; a change of lead is recorded
        with its reason and what whoever takes over has to know."""
        of_lead = text(values, "change.what") == "lead"
        chosen = text(values, "change.lead" if of_lead else "change.worker")
        if not text(values, "change.what") or not chosen:
            raise incomplete("Say what is handed over, and to whom.")
        if not text(values, "change.why") or not text(values, "change.notes"):
            raise incomplete("Say why, and what whoever takes over needs to know.")
        if not text(values, "change.asked"):
            raise incomplete("Say whether the family was asked.")
        named = {str(one.id): one.described for one in case.professionals}
        if of_lead and chosen not in named:
            raise incomplete("Choose somebody who works with the family.")
        if of_lead and chosen == str(case.lead_practitioner_id):
            raise incomplete("That is who leads already.")
        if not of_lead and chosen == str(case.worker_id):
            raise incomplete("That is who works with the family already.")

        def then(session: Session, row: CaseRow) -> None:
            if of_lead:
                take_lead(row, chosen)
            else:
                allocate(session, row, cluster=row.cluster, role=row.role, person=chosen)

        to = f"To {named[chosen]}" if of_lead else ""
        return Outcome(
            "handed_over",
            day(values, "change.from_on", "Say from which day"),
            sentences(to, text(values, "change.why")),
            then=then,
        )

    def followed_up(self, case: Case, values: Values) -> Outcome:
        """Once after closing, with the family's yes (domain notes 4.5)."""
        reached = text(values, "after.reached")
        if not reached:
            raise incomplete("Say whether the family was reached.")
        if reached == "yes" and not text(values, "after.how"):
            raise incomplete("Say how things are now.")
        form = pack_form(self._pack, "follow_up")
        words = {option.value: option.label for option in form.field("after.reached").options}
        said = text(values, "after.how") or words.get(reached, reached)
        return Outcome("followed_up", _asked_on(values), sentences(said))


def _asked_on(values: Values) -> date:
    return day(values, "after.on", "Say when the family was asked")
