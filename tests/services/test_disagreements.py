"""Professionals disagree: raised, answered, taken to the next level, settled."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from ehdesk.desk import Desk
from ehdesk.kernel.errors import EhdeskError, NotAllowed
from tests.desks import TODAY, a_journey


def raised(desk: Desk) -> tuple[UUID, UUID]:
    go = a_journey(desk)
    go.send(10)
    go.on(0)
    key = desk.disagreements.raise_it(
        go.case_id,
        about="Whether the threshold is met",
        with_whom="The duty team",
        on=TODAY - timedelta(2),
        said="They say two needs, we say four.",
    )
    return go.case_id, key


def due(desk: Desk, case_id: UUID) -> list[tuple[str, object]]:
    found = desk.cases.obligations(desk.cases.get(case_id))
    return [(one.title, one.due) for one in found if one.kind == "disagreement"]


def test_it_goes_up_level_by_level_and_each_has_its_time(desk: Desk) -> None:
    case_id, key = raised(desk)
    levels = desk.pack.escalation
    since = TODAY - timedelta(2)
    assert due(desk, case_id) == [
        ("Get an answer to the disagreement", levels[0].length.after(since))
    ]
    for level in levels[1:]:
        assert desk.disagreements.escalate(case_id, key, on=TODAY, said="No answer.") == level
        assert due(desk, case_id)[0][1] == level.length.after(TODAY)
    with pytest.raises(NotAllowed, match="no higher level"):
        desk.disagreements.escalate(case_id, key, on=TODAY, said="And now?")
    desk.disagreements.settle(case_id, key, on=TODAY, said="Four needs. It is accepted.")
    assert due(desk, case_id) == []
    (one,) = desk.cases.get(case_id).disagreements
    assert [step.level for step in one.steps] == [
        *(level.code for level in levels),
        levels[-1].code,
    ]


def test_an_answer_is_settled_or_taken_further(desk: Desk) -> None:
    case_id, key = raised(desk)
    desk.disagreements.answer(case_id, key, on=TODAY, said="They look again on Monday.")
    assert due(desk, case_id) == [("Settle the disagreement, or take it further", None)]
    desk.disagreements.settle(case_id, key, on=TODAY, said="They accept it.")
    with pytest.raises(NotAllowed, match="settled"):
        desk.disagreements.answer(case_id, key, on=TODAY, said="Again.")


def test_what_is_said_has_words_and_a_day_in_order(desk: Desk) -> None:
    case_id, key = raised(desk)
    for on, said in (
        (TODAY, " "),
        (TODAY + timedelta(1), "Soon."),
        (TODAY - timedelta(3), "Before."),
    ):
        with pytest.raises(EhdeskError):
            desk.disagreements.answer(case_id, key, on=on, said=said)
    with pytest.raises(EhdeskError):
        desk.disagreements.raise_it(case_id, about="", with_whom="Them", on=TODAY, said="")
