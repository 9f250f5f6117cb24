"""What the front door and the hub write when they decide about made-up families."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from ehdesk.kernel.ids import new_id

Answers = dict[str, Any]


def checks(rows: list[Answers], day: date, back: int) -> Answers:
    """The checks were asked for; the first ``back`` of them are answered."""
    answered = "Known to school nursing. Nothing open now."
    return {
        "harm.now": "no",
        "checks.checks": [
            row
            | {
                "asked_on": day.isoformat(),
                "back": number < back,
                "result": answered if number < back else "",
            }
            for number, row in enumerate(rows)
        ],
    }


def accepted(route: str, person: str, checks_first: bool) -> Answers:
    """The threshold is met."""
    return {
        "outcome.threshold": "met",
        "outcome.route": route,
        "outcome.checks_first": "yes" if checks_first else "",
        "outcome.cluster": "west",
        "outcome.role": "sfsf",
        "outcome.person": person,
        "outcome.reason": "More than one need, and the family asks for one plan.",
        "outcome.against_guidance": "The family and the school agree on this.",
    }


def otherwise(what: str) -> Answers:
    """Any other answer, with what has to be said with it."""
    return {
        "outcome.threshold": what,
        "outcome.signposts": services() if what in ("not_met", "advised") else [],
        "outcome.advice": "How to ask for a place at the breakfast club, told to the parent.",
        "outcome.joins_where": "" if what != "joins" else "The school, by its pastoral lead",
        "outcome.missing": "What the children themselves say.",
        "outcome.reason": _WHY[what],
    }


def services() -> list[Answers]:
    """Where a family is signposted to."""
    return [
        {"id": str(new_id()), "service": name, "detail": detail}
        for name, detail in (
            ("Children's Centres", "Stay and play on Tuesdays."),
            ("Health visitor", "Rings the family this week."),
        )
    ]


def hub(what: str, day: date, person: str) -> Answers:
    """The hub's word about a request."""
    return {
        "heard.on": day.isoformat(),
        "heard.said": "What the school has done, and what the family hopes for.",
        "outcome.what": what,
        "outcome.agency": "family_support",
        "outcome.cluster": "west",
        "outcome.role": "sfsf",
        "outcome.person": person,
        "outcome.joins_where": "The school, by its pastoral lead",
        "outcome.back_on": (day + timedelta(days=14)).isoformat(),
        "outcome.interim": "The advice point of the locality",
        "outcome.missing": "What the children themselves say.",
        "outcome.reason": "The family and the school agree on this.",
    }


def short_review(action: str, day: date) -> Answers:
    """What short work came to."""
    return {
        "work.on": day.isoformat(),
        "work.done": "Two visits a week, and the housing forms together.",
        "work.changed": "Bedtime is at eight, and mornings are calmer.",
        "next.action": action,
        "next.signposts": services() if action == "signpost" else [],
        "next.until": (day + timedelta(days=21)).isoformat(),
        "next.reason": "More needs came to light."
        if action == "escalate"
        else "The family says that this is what they need now.",
    }


_WHY = {
    "not_met": "One need, which universal services can meet.",
    "advised": "The parent wanted to know whom to ask, and nothing more.",
    "joins": "The school leads an assessment already and asks for others to join.",
    "returned": "The request does not say enough to decide.",
    "no_consent": "Nobody has signed for the children.",
}
