"""What the duty team finds, and what is decided on a request."""

from __future__ import annotations

from datetime import date
from typing import Any

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


def accepted(route: str, person: str) -> Answers:
    """Early help, by a route, allocated to somebody."""
    return {
        "outcome.threshold": "met",
        "outcome.route": route,
        "outcome.cluster": "west",
        "outcome.role": "sfsf",
        "outcome.person": person,
        "outcome.reason": "More than one need, and the family asks for one plan.",
        "outcome.against_guidance": "The family and the school agree on this.",
    }


def turned_down() -> Answers:
    """Threshold not met: signposted."""
    return {
        "outcome.threshold": "not_met",
        "outcome.signposted_to": "Children's centre stay and play, and the health visitor.",
        "outcome.reason": "One need, which universal services can meet.",
    }
