"""What the assessment of a made-up family says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from ehdesk.demo.facts import SCHOOL, FamilyFacts
from ehdesk.demo.families import MadeUpFamily
from ehdesk.kernel.ids import new_id


def assessment(
    family: MadeUpFamily, facts: FamilyFacts, day: date, areas: Sequence[str]
) -> dict[str, Any]:
    """Answers to the whole form, asked on ``day``, with these areas of life filled in."""
    parent, child = family.parent, family.speaker
    return {
        "about.started_on": day.isoformat(),
        "about.author": "Anita Rowe",
        "about.author_role": "Senior Family Support Facilitator, Early Help",
        "about.manager": "Dev Mistry",
        "about.manager_contact": "0116 496 0140",
        "about.present": f"{parent.full_name}, {child.first_name} and {SCHOOL['name']}",
        "family.still_right": "yes",
        "family.checked_on": day.isoformat(),
        "sharing.for_whom": list(facts.keys.values()),
        "sharing.agreements": facts.agreements(day),
        "sharing.choices": facts.sharing(),
        "helping.network": "Nan and a neighbour help when they can.",
        "story.led_to": family.worry,
        "story.history": "The school has met with the family each half-term.",
        "story.should_change": family.parent_words,
        "story.level": "3",
        "parents.views": [
            {
                "id": str(new_id()),
                "who": facts.keys[parent.first_name],
                "words": family.parent_words,
                "on": day.isoformat(),
                "how": "At home, over a cup of tea",
            }
        ],
        "areas.areas": [_area(family, facts, code, number) for number, code in enumerate(areas)],
        "meaning.worries": family.worry,
        "meaning.working_well": family.going_well,
        "meaning.impact": f"{child.first_name} misses lessons and worries at home.",
        "meaning.needs_to_happen": "Calmer mornings and one person to talk to.",
        "goals.goals": [
            {
                "id": str(new_id()),
                "who": f"{parent.first_name} and {SCHOOL['name']}",
                "about": family.worry,
                "impact": f"{child.first_name} could fall behind and feel alone with it.",
                "parent_does": f"{parent.first_name} asks for help early, before a bad week.",
                "child_has": f"{child.first_name} has somebody to go to, at home and at school.",
                "others_see": f"{child.first_name} is on time and joins in.",
                "how_long": "Three months",
            }
        ],
        "scaling.numbers": [
            _number(child.first_name, 4, "A day without rushing", day),
            _number(parent.first_name, 5, "Sleep", day),
            _number(SCHOOL["name"], 5, "Four calm mornings in a week", day),
        ],
        "decision.outcome": "taf",
        "decision.reason": "Several needs that one agency cannot meet.",
        "decision.family_agrees": "yes",
        "sign_off.family_says": "That is us, and it is fair.",
        "sign_off.completed_on": day.isoformat(),
        "sign_off.manager": "Dev Mistry",
        "sign_off.manager_on": day.isoformat(),
        "sign_off.manager_agrees": "yes",
        "sign_off.manager_comment": "Clear, and the children are in it. Go ahead.",
    }


def _area(family: MadeUpFamily, facts: FamilyFacts, code: str, number: int) -> dict[str, Any]:
    is_need = number < len(family.needs)
    child = family.speaker
    return {
        "id": code,
        "area": code,
        "going_well": family.going_well,
        "worries": family.worry if is_need else "Nothing now.",
        "about": [facts.keys[child.first_name]] if is_need else [],
        "known_from": "Family, school and what we saw at home" if is_need else "",
        "need": "yes" if is_need else "no",
        "scores": [
            _score("child", child.full_name, 3 + number % 5),
            _score("parent", family.parent.full_name, 4 + number % 4),
            _score("professional", SCHOOL["name"], 4 + number % 5),
        ],
    }


def _score(kind: str, name: str, value: int) -> dict[str, Any]:
    return {"id": str(new_id()), "kind": kind, "name": name, "value": value}


def _number(who: str, value: int, higher: str, day: date) -> dict[str, Any]:
    return {
        "id": str(new_id()),
        "who": who,
        "number": value,
        "one_higher": higher,
        "on": day.isoformat(),
    }
