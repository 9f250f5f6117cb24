"""What the school writes when it asks for help for a made-up family."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from ehdesk.demo.facts import HELPERS, SCHOOL, FamilyFacts
from ehdesk.demo.families import MadeUpFamily
from ehdesk.kernel.ids import new_id

Answers = dict[str, Any]


def beginning(
    family: MadeUpFamily, facts: FamilyFacts, day: date, kind: str = "new_eha"
) -> Answers:
    """The call, the asker and the family. ``kind`` is what is asked for."""
    return {
        "before_you_start.harm": "no",
        "before_you_start.social_worker": "no",
        "before_you_start.called": "yes",
        "before_you_start.called_on": (day - timedelta(days=1)).isoformat(),
        "before_you_start.called_at": "09:20",
        "before_you_start.spoke_to": "Duty worker",
        "before_you_start.advice": "Fill in the request with the family.",
        "before_you_start.advised_to_request": "yes",
        "before_you_start.help_wanted": "early_help",
        "before_you_start.level": "3" if len(family.needs) > 2 else "2",
        "before_you_start.level_why": f"{len(family.needs)} needs, and school alone "
        "cannot meet them.",
        "asking.kind": "professional",
        "asking.name": SCHOOL["name"],
        "asking.role": SCHOOL["role"],
        "asking.agency": SCHOOL["agency"],
        "asking.agency_type": SCHOOL["agency_type"],
        "asking.agency_address": SCHOOL["address"],
        "asking.phone": SCHOOL["phone"],
        "asking.email": SCHOOL["email"],
        "asking.best_times": "Before 8:45 and after 3:30",
        "asking.knows_family": "Sees the children every day",
        "asking.dsl_talked": "yes",
        "asking.dsl": "Ms Kaur, 0116 496 0100",
        "asking.written_on": day.isoformat(),
        "asking.request_type": kind,
        "asking.own_eha": "Begun this term; Priya Nair leads it.",
        "asking.earlier": "Twelve weeks last year, which helped for a while.",
        "asking.ehc_plan": "no",
        "family.name": family.name,
        "family.address": family.address,
        "family.postcode": family.postcode,
        "family.homes": facts.homes(),
        "family.people": facts.people(),
        "family.interpreter": "no",
        "family.contact_note": f"Text {family.parent.first_name} first. Best after 3pm.",
        "relationships.relationships": facts.relationships(),
        "safety.restrictions": facts.restrictions(day - timedelta(days=30)),
    } | facts.request_answers()


def whole(
    family: MadeUpFamily, facts: FamilyFacts, day: date, professionals: list[Answers]
) -> Answers:
    """Everything else that the request asks for; ``professionals`` are those it began with."""
    child = family.speaker.first_name
    since = (day - timedelta(days=180)).isoformat()
    helpers = [
        {"id": str(new_id()), "involved": "now", "since": since, "aware": "yes"} | helper
        for helper in HELPERS[: min(3, len(family.needs) - 1)]
    ]
    return {
        "consent.talked": "all",
        "consent.how": "written",
        "consent.for_whom": list(facts.keys.values()),
        "consent.given_by": [facts.keys[family.parent.first_name]],
        "consent.given_on": day.isoformat(),
        "consent.covers": ["school", "health_visitor", "housing"],
        "consent.child_told": "agrees",
        "needs.needs": [{"id": str(new_id()), "code": c, "note": ""} for c in family.needs],
        "needs.worries": family.worry,
        "needs.working_well": family.going_well,
        "needs.impact": f"{child} is tired and misses lessons.",
        "needs.voices": [
            {
                "id": str(new_id()),
                "person_id": facts.keys[child],
                "words": family.child_words,
                "how": "talking",
                "on": day.isoformat(),
                "gathered_by": SCHOOL["name"],
            }
        ],
        "needs.parent_view": family.parent_words,
        "support.professionals": [*professionals, *helpers],
        "support.tried": "Meetings at school each half-term. They helped for a while.",
        "support.interventions": [
            {
                "id": str(new_id()),
                "what": "Breakfast place",
                "who": SCHOOL["agency"],
                "when": "Since the autumn",
                "aim": "A calm start to the day",
                "outcome": "Better on the days it is used.",
            }
        ],
        "help.family_wants": family.parent_words,
        "help.asked_for": "One plan, and one person for the family to talk to.",
        "help.visit_risk": "no",
    }
