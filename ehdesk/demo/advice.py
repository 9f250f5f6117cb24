"""Calls of the demo store that were only advice, and the day the numbers were checked."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from ehdesk.demo.fitting import one_of
from ehdesk.desk import Desk
from ehdesk.domain.advice import AdviceTyped
from ehdesk.kernel.clock import LONDON, SetClock

_CHECKED = 14  # days ago
_CALLS = (
    (
        56,
        "Shabana",
        "LE3",
        "4 and 11 months",
        "How do I find a nursery place for my son before he turns 4?",
        ("early_years",),
        "Told how places are given and where to look. She has the list of nurseries near home.",
        ("family_information",),
    ),
    (
        9,
        "",
        "LE4",
        "15",
        "His daughter does not want to go to school. Whom can she talk to?",
        ("school", "feelings"),
        "Named the youth service and the school’s own pastoral lead. He will talk to school first.",
        ("youth_service", "school"),
    ),
    (
        1,
        "Colette",
        "LE2",
        "7",
        "Behind with the rent since her hours were cut.",
        ("money", "housing"),
        "Went through who gives advice on debts. She will ring back if a letter comes.",
        ("money_morning",),
    ),
)
"""Days ago, first name, postcode area, ages, question, subjects, what was said, services."""


def take_calls(desk: Desk, clock: SetClock, today: date) -> None:
    """Take down the calls, each on its day."""
    topics = {one.code for one in desk.pack.advice_topics if one.usable}
    known = [one.code for one in desk.pack.services if one.usable]
    for days, name, area, ages, question, about, said, services in _CALLS:
        clock.move_to(datetime.combine(today - timedelta(days=days), time(10, 31), LONDON))
        desk.advice.finish(
            AdviceTyped(
                started_at=clock.now(),
                first_name=name,
                postcode_area=area,
                ages=ages,
                question=question,
                about=tuple(code for code in about if code in topics),
                said=said,
                services=tuple(dict.fromkeys(one_of(code, known) for code in services)),
            )
        )
    clock.move_to(datetime.combine(today - timedelta(days=_CHECKED), time(9, 5), LONDON))
    desk.directory.say_contacts_checked()
