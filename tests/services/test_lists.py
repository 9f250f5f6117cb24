"""Lists of cases: what is shown, in which order, and what is found."""

from __future__ import annotations

from datetime import date, timedelta

from ehdesk.desk import Desk
from ehdesk.domain.lists import CaseFilter, CaseLine


def _lines(desk: Desk, wanted: CaseFilter) -> tuple[CaseLine, ...]:
    return desk.lists.case_lines(desk.lists.case_ids(wanted).ids)


def _families(desk: Desk, wanted: CaseFilter) -> list[str]:
    return [line.family.removesuffix(" family") for line in _lines(desk, wanted)]


def test_open_cases_come_by_what_is_due_first_and_those_without_a_date_last(
    demo_desk: Desk,
) -> None:
    days = [line.due or date.max for line in _lines(demo_desk, CaseFilter())]
    assert days == sorted(days)
    assert days[-1] == date.max


def test_cases_can_be_put_in_order_by_name_and_by_when_they_were_opened(demo_desk: Desk) -> None:
    names = _families(demo_desk, CaseFilter(order="family"))
    assert names == sorted(names)
    opened = [line.opened_on for line in _lines(demo_desk, CaseFilter(order="opened"))]
    assert opened == sorted(opened, reverse=True)


def test_open_and_closed_cases_are_two_lists(demo_desk: Desk) -> None:
    closed = _families(demo_desk, CaseFilter(closed=True))
    assert set(closed) == {"Chikwanha", "Delaney", "Whitlock", "Thackerby"}
    assert not set(closed) & set(_families(demo_desk, CaseFilter()))
    counts = demo_desk.lists.case_counts()
    assert (counts.everyone, counts.closed) == (14, 4)


def test_search_finds_names_addresses_and_references_and_takes_signs_as_they_are(
    demo_desk: Desk,
) -> None:
    for text in ("TILBROOK", "rory til", "cobden rise", "le3 0zz", "eh-26-0001"):
        assert _families(demo_desk, CaseFilter(text=text)) == ["Tilbrook"], text
    for text in ("%", "_", "\\", "tilbrook vadgama"):
        assert _families(demo_desk, CaseFilter(text=text)) == [], text


def test_filters_narrow_by_state_by_due_day_and_by_waiting(demo_desk: Desk) -> None:
    today = demo_desk.clock.today()
    assert _families(demo_desk, CaseFilter(states=("masp", "das"))) == [
        "Fenwick",
        "Marchetti",
        "Stannard",
    ]
    overdue = CaseFilter(due_until=today - timedelta(days=1))
    assert _families(demo_desk, overdue) == ["Vadgama", "Hussain-Grant"]
    waiting = _lines(demo_desk, CaseFilter(waiting=True))
    assert waiting
    assert all(line.due is None for line in waiting)
    assert demo_desk.lists.case_ids(overdue).of == 14, "how many there are without the filters"


def test_today_holds_a_little_overdue_a_little_due_and_some_waiting(demo_desk: Desk) -> None:
    today = demo_desk.lists.today()
    assert 1 <= len(today.overdue) <= 3
    late = [demo_desk.clock.today() - item.due for item in today.overdue if item.due]
    assert max(late) < timedelta(days=14), "overdue by days, not by months"
    assert today.due_today
    assert today.this_week
    assert {item.kind for item in today.waiting} >= {"close", "safeguarding"}
    assert "decide" in {item.kind for item in today.this_week}, "a reply has its day"
    assert [line.family for line in demo_desk.lists.pinned()] == [
        "Osman family",
        "Tilbrook family",
        "Vadgama family",
    ]


def test_a_pin_is_put_in_and_taken_out(demo_desk: Desk) -> None:
    line = demo_desk.lists.pinned()[0]
    demo_desk.cases.set_pinned(line.case_id, False)
    assert line not in demo_desk.lists.pinned()
    assert not demo_desk.cases.get(line.case_id).pinned
