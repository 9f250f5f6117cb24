"""What made-up families and teams say at meetings and reviews, beyond the bound answers."""

from __future__ import annotations

from datetime import date
from typing import Any

from ehdesk.demo.families import MadeUpFamily
from ehdesk.domain.case import Case

Answers = dict[str, Any]


def meeting(
    case: Case, family: MadeUpFamily, day: date, values: Answers, *, late: bool = False
) -> Answers:
    """The sections of a Team Around the Family meeting that are not bound, filled in.

    ``values``: the answers that the form began with; their lines are filled in. ``late``: one copy
    of the minutes is still to be given.
    """
    child = family.children[0].first_name
    return {
        "before.suits": "Straight after school drop-off",
        "before.access": "A seat near the door",
        "before.talked_before": "yes",
        "before.wants_from_it": family.parent_words,
        "before.worries_told": "yes",
        "opening.confidentiality": "yes",
        "opening.consent_right": "yes",
        "opening.new_people": "no",
        "updates.family": _family_says(case, family, values["updates.family"]),
        "updates.agencies": [
            row | {"done": "What was agreed last time.", "well": "The family keeps in touch."}
            for row in values["updates.agencies"]
        ],
        "minutes.going_well": family.going_well,
        "minutes.worries": family.worry,
        "minutes.child_words": family.child_words,
        "minutes.children": [
            row | {"strengths": "Likes school.", "needs": "Somebody to talk to."}
            for row in values["minutes.children"]
        ],
        "minutes.decided": "The plan goes on. Actions are in the plan.",
        "minutes.next_time": f"How mornings are for {child}.",
        "scaling.numbers": [
            row | {"value": 4 + place % 4, "why": "Mornings are calmer."}
            for place, row in enumerate(values["scaling.numbers"])
        ],
        "plan.contingency": "Ring the lead practitioner, and meet within a week.",
        "next.decision": "continue",
        "next.how_often": "Every six weeks",
        "next.family_agreed": "yes",
        "next.finalised": "yes",
        "share.copies": [
            row
            | {
                "copy": "family" if place == 0 else "full",
                "way": "hand",
                "given_on": "" if late and place == 1 else day.isoformat(),
            }
            for place, row in enumerate(values["share.copies"])
        ],
    }


def _family_says(case: Case, family: MadeUpFamily, rows: list[Answers]) -> list[Answers]:
    children = {str(child.id) for child in case.children}
    said = []
    for row in rows:
        is_child = row["person_id"] in children
        words = {"worries": family.child_words if is_child else family.parent_words}
        said.append(row | words)
    return said


def review(case: Case, family: MadeUpFamily, day: date, values: Answers) -> Answers:
    """The sections of a review that are not bound, filled in."""
    return {
        "actions.held_on": day.isoformat(),
        "actions.way": "meeting",
        "actions.consent_right": "yes",
        "since.events": "Nothing that the record does not know.",
        "since.attendance": [
            row | {"now": 91 + place, "suspensions": 0}
            for place, row in enumerate(values["since.attendance"])
        ],
        "says.children": family.child_words,
        "says.parents": family.parent_words,
        "says.others": "The school sees a calmer start to the day.",
        "says.help": "One person to ring is what helps.",
        "new_needs.any": "no",
        "next.lead_right": "yes",
        "next.other_plans": "no",
        "oversight.manager": "Dev Mistry",
        "oversight.on": day.isoformat(),
        "oversight.agrees": "yes",
        "oversight.said": "Read with the lead practitioner. Carry on.",
    }
