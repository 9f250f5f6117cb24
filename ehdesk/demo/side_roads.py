"""Ways of a made-up family beside the main road: sent back, the hub, an own assessment, pauses."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from ehdesk.demo.facts import HELPERS, SCHOOL, FamilyFacts
from ehdesk.demo.journey import Journey
from ehdesk.kernel.ids import new_id
from ehdesk.services.consents import Withdrawal
from ehdesk.services.pauses import PauseWanted


def wait_for_the_hub(go: Journey, days_ago: int, *, meets_in: int | None = None) -> None:
    """Accepted for an assessment. With ``meets_in`` the request has a time at a meeting so many
    days after the demo's today."""
    go.accept(days_ago, "eha")
    if meets_in is None or go.desk.pack.hub is None:
        return
    go.go_to_the_hub(days_ago - 2)
    today = go.on(days_ago - 3)
    held_on = today + timedelta(days=days_ago - 3 + meets_in)
    hub = go.desk.hub
    there = [one for one in hub.meetings(held_on) if one.held_on == held_on]
    if not there:
        hub.make_meeting(held_on, starts="09:30", slots=6, venue="Larkmoor Primary")
        there = [one for one in hub.meetings(held_on) if one.held_on == held_on]
    hub.place(go.case_id, there[0].free[0].id)
    question = hub.ask(go.case_id, "Has the health visitor been told?")
    hub.answer(question, "Yes, by the school.", SCHOOL["name"])


def put_off(go: Journey, days_ago: int, until_in: int) -> None:
    """The hub comes back to it on a day after the demo's today."""
    today = go.on(days_ago)
    back_on = today + timedelta(days=days_ago + until_in)
    go.hub_decides("defer", outcome__back_on=back_on.isoformat())


def own_assessment(go: Journey, days_ago: int) -> None:
    """The school holds the assessment itself: begun, and filled in with the family."""
    go.on(days_ago)
    record = go.desk.episodes.begin_own_eha()
    go.case_id = go.desk.forms.open(record).case_id
    go.facts = FamilyFacts(go.family, go.today)
    helpers = [{"id": str(new_id()), "involved": "now", "taf": "yes"} | one for one in HELPERS]
    school = {"id": str(new_id()), "involved": "now", "taf": "yes"} | _school()
    family = go.family
    go.save(
        record,
        {
            "family.consent_how": "written",
            "family.consent_on": go.on(days_ago).isoformat(),
            "family.consent_covers": ["school", "health_visitor"],
            "family.name": family.name,
            "family.address": family.address,
            "family.postcode": family.postcode,
            "family.homes": go.facts.homes(),
            "family.people": go.facts.people(),
            "helping.professionals": [school, *helpers[:2]],
            "needs.needs": [{"id": str(new_id()), "code": code} for code in family.needs],
        },
    )
    go.assess(days_ago - 5)


def ask_within_it(go: Journey, days_ago: int) -> UUID:
    """Support is asked for within the school's own assessment, and sent; the key of that case. The
    journey goes on with the request."""
    own = go.case_id
    go.begin_within(days_ago, own)
    go.complete_request()
    go.record_sent()
    return own


def joined(go: Journey, days_ago: int, own: UUID) -> None:
    """Its professionals join the assessment that the school holds."""
    go.decide_otherwise(days_ago, "joins", **{"outcome.joins": str(own), "outcome.joins_where": ""})


def with_ehc_plan(go: Journey) -> None:
    """A child has an Education, Health and Care plan; the family's assessment stands beside it, and
    the school that asks leads."""
    draft = go.case.draft("request")
    if draft is not None:
        go.save(draft.id, {"asking.ehc_plan": "yes", "asking.ehc_process": "two_plans"})


def pause(go: Journey, days_ago: int, until_in: int, why: str) -> None:
    """Less happens until a day after the demo's today."""
    today = go.on(days_ago)
    go.desk.pauses.pause(go.case_id, PauseWanted(today + timedelta(days=days_ago + until_in), why))


def hand_over(go: Journey, days_ago: int) -> None:
    """Somebody else of the team leads from now on."""
    day = go.on(days_ago)
    others = [p for p in go.case.professionals if p.id != go.case.lead_practitioner_id]
    if not others:
        return  # a family with one helper
    go.fill_in(
        days_ago,
        "hand_over",
        {
            "change.what": "lead",
            "change.lead": str(others[0].id),
            "change.from_on": day.isoformat(),
            "change.why": "A new post from next month.",
            "change.asked": "yes",
            "change.family_says": "We know her already.",
            "change.notes": "The housing form is with the council. Mornings are the hard part.",
        },
    )


def follow_up(go: Journey, days_ago: int) -> None:
    """Somebody asks how it is, after the case has closed."""
    day = go.on(days_ago)
    go.fill_in(
        days_ago,
        "follow_up",
        {
            "after.on": day.isoformat(),
            "after.reached": "yes",
            "after.how": "Still on time most days. They would ring if it got hard again.",
            "after.again": "no",
        },
    )


def ring_das(go: Journey, days_ago: int, said: str, *, meanwhile: str) -> None:
    """A worry comes up while help goes on."""
    when = go.on(days_ago)
    go.desk.requests.refer_to_das(
        go.case_id,
        when=when,
        at="09:40",
        who_took_it="the duty worker",
        reason=said,
        meanwhile=meanwhile,
    )


def withdraw_consent(go: Journey, days_ago: int) -> None:
    """The family wants to stop, wherever the case stands."""
    day = go.on(days_ago)
    parent = go.family.parent.first_name
    go.desk.consents.withdraw(go.case_id, Withdrawal(day, parent, "Rang to say so."))


def close_for(go: Journey, days_ago: int, reason: str, **more: Any) -> None:
    """Closed for another reason than that needs are met."""
    record = go.begin_closing(days_ago)
    go.save(record, {"why.reason": reason} | {f"why.{key}": said for key, said in more.items()})
    go.finish_closing(record)


def held_in_the_holidays(go: Journey, days_ago: int, who: str) -> None:
    """It is said who holds the family in the long holiday that comes."""
    go.on(days_ago)
    go.desk.cases.hold_in_holidays(go.case_id, who)


def nobody_in(go: Journey, *days_ago: int) -> None:
    """Attempts that reached nobody."""
    for day in days_ago:
        go.contact(day, "visit", "Nobody came to the door. Left a card.", reached="no")


def _school() -> dict[str, str]:
    return {key: SCHOOL[key] for key in ("name", "role", "agency", "agency_type", "phone", "email")}
