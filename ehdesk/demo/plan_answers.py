"""The plan that a made-up family and its team agree."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from ehdesk.demo.facts import SCHOOL
from ehdesk.demo.families import MadeUpFamily
from ehdesk.kernel.ids import new_id

Answers = dict[str, Any]

_DAILY = (
    "Someone meets us at the gate",
    "A quiet card to show in lessons",
    "Time for homework after tea",
    "A call to see how it is going",
)
_OFTEN = ("Every morning", "Every day", "Mondays and Wednesdays", "Every Sunday")
_ASKS = (
    "Ask about the wellbeing group",
    "Send the housing transfer form",
    "Find out about the young carers group",
    "Ask the school about breakfast club",
)
_LATER = (
    "Talk about what has helped",
    "Order a desk and lamp",
    "Go to the open evening together",
    "Ask about moving to a bigger home",
)


def plan(family: MadeUpFamily, agreed_on: date, last_due: date) -> list[Answers]:
    """An outcome for each want of the family, the longest actions due by ``last_due``."""
    names = [family.parent.first_name, SCHOOL["name"], "Tom Adcock"]
    words = [
        (family.child_words, family.speaker.first_name),
        (family.parent_words, family.parent.first_name),
        ("", ""),
        ("", ""),
    ]
    return [
        {
            "id": str(new_id()),
            "title": want,
            "words": words[number][0],
            "words_by": words[number][1],
            "start": 2 + number,
            "hoped": 7 + number % 2,
            "actions": [
                _often(_DAILY[number % 4], names[1], _OFTEN[number % 4]),
                _once(_ASKS[number % 4], names[number % 3], agreed_on + timedelta(30 + 7 * number)),
                _once(_LATER[number % 4], names[0], last_due + timedelta(3 * number // 2)),
            ][: 3 - number % 2],
        }
        for number, want in enumerate(family.wants)
    ]


def _often(what: str, who: str, when: str) -> Answers:
    return _action(what, who) | {"by_words": when, "progress": "started"}


def _once(what: str, who: str, by: date) -> Answers:
    return _action(what, who) | {"by_when": by.isoformat()}


def _action(what: str, who: str) -> Answers:
    return {"id": str(new_id()), "what": what, "who": who, "progress": "not_started"}
