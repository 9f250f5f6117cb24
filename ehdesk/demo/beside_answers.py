"""What made-up families say in the forms beside the main road: consent again, the hub."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from ehdesk.demo.facts import FamilyFacts
from ehdesk.demo.families import MadeUpFamily
from ehdesk.kernel.dates import add_months

Answers = dict[str, Any]


def consent_again(facts: FamilyFacts, day: date, asked_by: str) -> Answers:
    """The family was asked again when the assessment was done, and goes on."""
    return {
        "talk.stage": "assessment_done",
        "talk.on": day.isoformat(),
        "talk.with": asked_by,
        "talk.topics": ["voluntary", "recorded", "agencies", "sensitive", "copies", "rights"],
        "agree.how": "written",
        "agree.for_whom": list(facts.keys.values()),
        "sharing.choices": facts.sharing(),
        "sharing.copies": "The family and the school",
        "sharing.statistics": "yes",
        "again.review_on": add_months(day, 12).isoformat(),
        "again.withdrawn": "no",
    }


def hub_page(family: MadeUpFamily, day: date, school: tuple[str, str]) -> Answers:
    """What the school says to the Allocations Hub. ``school``: who can answer, and their number."""
    return {
        "hub.heard_on": (day + timedelta(days=8)).isoformat(),
        "hub.heard_at": "10:30",
        "hub.why_now": family.worry,
        "hub.done": "A quiet place at lunch and a call home every Friday. It helped on some days.",
        "hub.in_the_way": "Nobody brings the agencies together.",
        "hub.support": "Somebody to lead the assessment with the family.",
        "hub.lead": school[0],
        "hub.lead_reason": "The family asked for somebody they know",
        "hub.answers": school[0],
        "hub.answers_phone": school[1],
        "hub.family_knows": "yes",
    }
