"""What made-up families and teams write when a case closes."""

from __future__ import annotations

from datetime import date
from typing import Any

from ehdesk.demo.families import MadeUpFamily
from ehdesk.kernel.ids import new_id

Answers = dict[str, Any]

_SERVICES = (
    ("School", "Ms Kaur meets the family each half-term."),
    ("Young carers", "The family has the leaflet and the number."),
)


def beginning(family: MadeUpFamily, day: date, decided_at: str, values: Answers) -> Answers:
    """Why it is closing and how far the family has come. ``values``: what the form began with."""
    for row in values["distance.scores"]:
        row["score"] = row["last_score"] if row["last_score"] is not None else row["start"]
    for row in values["distance.needs"]:
        row["outcome"] = "met"
        row["evidence"] = "Agreed at the last meeting."
    return {
        "why.reason": "NM",
        "why.explained": "The family and the team agreed that the plan has done its work.",
        "why.decided_on": day.isoformat(),
        "why.decided_at": decided_at,
        "distance.scores": values["distance.scores"],
        "distance.needs": values["distance.needs"],
        "distance.each_child": [
            row | {"changed": "On time, and happier at school."}
            for row in values["distance.each_child"]
        ],
        "distance.different": family.parent_words,
        "distance.still_needed": "School keeps an eye on attendance.",
    }


def ending(family: MadeUpFamily, day: date, values: Answers) -> Answers:
    """The rest of the closure form."""
    lines = values["views.children"]
    return {
        "views.parents": family.parent_words,
        "views.children": [lines[0] | {"words": family.child_words}, *lines[1:]],
        "views.children_told": "agrees",
        "signposting.services": [
            {"id": str(new_id()), "service": service, "detail": detail}
            for service, detail in _SERVICES
        ],
        "signposting.after_plan": "Homework club on Mondays, and Nan on Thursdays.",
        "signposting.if_hard": "Late mornings come first. They ring Ms Kaur.",
        "signposting.told": "School and housing were told.",
        "signposting.told_each": [
            row | {"on": day.isoformat()} for row in values["signposting.told_each"]
        ],
        "signposting.come_back": "Ring the school or the One Number.",
        "after.follow_up": "yes",
        "after.follow_up_by": "The school",
        "after.chronology": "yes",
        "after.hold": "no",
        "agree.manager": "Dev Mistry",
        "agree.on": day.isoformat(),
        "agree.line": "Agreed to close. Good work by the family.",
    }
