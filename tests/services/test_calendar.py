"""School terms of a store's own: what is due follows them at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ehdesk.desk import Desk
from ehdesk.domain.own_dates import DayOff, TermDates
from ehdesk.kernel.errors import EhdeskError
from tests.desks import reopen
from tests.services.due_of import a_plan_on, journey_to, one


def test_other_terms_move_what_is_due_at_once_and_for_good(desk: Desk) -> None:
    go = a_plan_on(desk, date(2027, 5, 6), date(2027, 5, 20))
    dates = desk.calendar.dates()
    assert not desk.calendar.keeps_own()
    terms = tuple(
        replace(term, ends=date(2027, 7, 21)) if term.ends == date(2027, 7, 9) else term
        for term in dates.terms
    )
    desk.calendar.keep(replace(dates, terms=terms))
    assert one(go, "review").due == date(2027, 7, 21)
    (line,) = (line for line in desk.lists.next_reviews() if line.case_id == go.case_id)
    assert line.due == date(2027, 7, 21), "lists too"
    desk = reopen(desk)
    assert desk.calendar.keeps_own()
    assert any(term.ends == date(2027, 7, 21) for term in desk.pack.school_terms)
    desk.calendar.go_back()
    assert not desk.calendar.keeps_own()
    assert desk.calendar.dates() == dates
    desk.close()


def test_a_bank_holiday_of_ones_own_is_no_working_day(desk: Desk) -> None:
    go = journey_to(desk, date(2026, 11, 17))
    go.send(0)
    assert one(go, "decide").due == date(2026, 11, 20)
    dates = desk.calendar.dates()
    proclaimed = DayOff("A day proclaimed", date(2026, 11, 19))
    desk.calendar.keep(replace(dates, bank_holidays=(*dates.bank_holidays, proclaimed)))
    assert one(go, "decide").due == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("term", "field"),
    [
        (TermDates("Autumn", None, date(2029, 1, 1), "Holiday"), "starts"),
        (TermDates("Autumn", date(2029, 1, 8), date(2029, 1, 1), "Holiday"), "ends"),
        (TermDates("Autumn", date(2020, 1, 1), date(2029, 1, 1), "Holiday"), "starts"),
        (TermDates(" ", date(2029, 1, 1), date(2029, 2, 1), "Holiday"), "name"),
        (TermDates("Autumn", date(2029, 1, 1), date(2029, 2, 1), ""), "then"),
    ],
)
def test_dates_that_cannot_be_are_told_by_their_field(
    desk: Desk, term: TermDates, field: str
) -> None:
    dates = desk.calendar.dates()
    wrong = replace(dates, terms=(*dates.terms, term))
    ((key, words),) = desk.calendar.faults(wrong)
    assert key == f"term {len(dates.terms)} {field}"
    assert words.startswith("Enter")
    with pytest.raises(EhdeskError, match="not changed"):
        desk.calendar.keep(wrong)
    assert not desk.calendar.keeps_own()
