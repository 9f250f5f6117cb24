"""Today: what is late, due and waiting, each row with its one job."""

from __future__ import annotations

import ast
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import ehdesk.domain
from ehdesk.desk import Desk
from ehdesk.domain.access import Role
from ehdesk.domain.due import DOES
from ehdesk.domain.lists import DueItem, Today
from ehdesk.kernel.clock import SetClock
from ehdesk.services.lists import DRAFTS_SHOWN
from tests.desks import TODAY, a_journey, a_plan, colleague
from tests.ui.accessible import nameless
from tests.ui.asked import Asked, counted_statements, follow
from ui.home import today_groups
from ui.home.due_lines import due_line
from ui.home.today_page import TodayPage
from ui.kit import ask
from ui.kit.labels import Label
from ui.kit.navigation import Place
from ui.kit.work_list import SHOWN, WorkGroup, WorkList
from ui.kit.work_row import WorkLine, WorkRow
from ui.work.doing import has_a_way
from ui.work.kinds import LOOKS


@pytest.fixture
def asked() -> Asked:
    return Asked()


def open_page(qtbot: QtBot, desk: Desk, asked: Asked) -> TodayPage:
    page = TodayPage(desk, asked.navigator)
    qtbot.addWidget(page)
    page.resize(1190, 900)
    page.refresh()
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is page)
    return page


def the_row(page: TodayPage, family: str, title: str) -> WorkRow:
    return next(
        row for row in page.list.rows if row.line.spoken.startswith(f"{family} family, {title}")
    )


def test_it_greets_by_first_name_and_says_how_much_there_is(
    qtbot: QtBot, demo_desk: Desk, asked: Asked
) -> None:
    page = open_page(qtbot, demo_desk, asked)
    assert page.header.title == "Good morning, Anita"
    assert page.list.headings()[0].startswith("Overdue, ")
    assert [heading.split(",")[0] for heading in page.list.headings()] == [
        "Overdue",
        "Today",
        "Waiting",
        "Later this week",
    ]


def test_in_the_afternoon_it_says_so(qtbot: QtBot, demo_desk: Desk, asked: Asked) -> None:
    clock = demo_desk.clock
    assert isinstance(clock, SetClock)
    clock.move_to(datetime(2026, 11, 17, 14, 5))  # noqa: DTZ001 (London)
    assert open_page(qtbot, demo_desk, asked).header.title == "Good afternoon, Anita"


def test_a_row_says_family_what_and_how_late(qtbot: QtBot, demo_desk: Desk, asked: Asked) -> None:
    page = open_page(qtbot, demo_desk, asked)
    row = the_row(page, "Vadgama", "Hold the 3-month review")
    assert row.accessibleName() == "Vadgama family, Hold the 3-month review, 7 days overdue"
    assert row.verb is not None
    assert row.verb.text() == "Plan review"
    assert row.verb.accessibleName() == "Plan review, Vadgama family"


def test_everything_that_takes_focus_has_a_name(
    qtbot: QtBot, demo_desk: Desk, asked: Asked
) -> None:
    assert nameless(open_page(qtbot, demo_desk, asked)) == []


def test_a_row_opens_the_case_and_its_button_does_the_job(
    qtbot: QtBot, demo_desk: Desk, asked: Asked
) -> None:
    page = open_page(qtbot, demo_desk, asked)
    row = the_row(page, "Vadgama", "Hold the 3-month review")
    case_id = demo_desk.lists.case_id("EH-26-0002")
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert asked.last.kind == "case"
    assert asked.last.params["case_id"] == case_id
    assert row.verb is not None
    row.verb.click()
    assert asked.last.kind == "wizard"
    opened = demo_desk.forms.open(asked.last.params["record_id"])
    assert (opened.form.code, opened.case_id) == ("review", case_id)


@pytest.mark.parametrize(
    ("family", "title", "kind"),
    [
        ("Brennan", "Decide the request", "decide"),
        ("Marchetti", "Record what DAS decided", "das_answer"),
        ("Fenwick", "Record what the panel decided", "wizard"),
        ("Lakhani", "Finish the closure form", "wizard"),
        ("Okafor", "Finish the request", "wizard"),
        ("Hussain-Grant", "Team Around the Family (TAF) meeting", "wizard"),
    ],
)
def test_each_verb_leads_to_the_place_where_it_is_done(
    qtbot: QtBot, demo_desk: Desk, asked: Asked, family: str, title: str, kind: str
) -> None:
    page = open_page(qtbot, demo_desk, asked)
    row = the_row(page, family, title)
    assert row.verb is not None
    row.verb.click()
    assert asked.last.kind == kind


def test_marking_done_moves_the_row_and_undo_brings_it_back_with_the_keyboard(
    qtbot: QtBot, demo_desk: Desk, asked: Asked
) -> None:
    page = open_page(qtbot, demo_desk, asked)
    follow(demo_desk, page)
    row = the_row(page, "Hussain-Grant", "Talk about what has helped")
    assert row.verb is not None
    key, before = row.line.key, len(page.list.rows)
    row.verb.click()
    assert len(page.list.rows) == before - 1
    assert not page.done.isHidden()
    assert page.done.head.accessibleName() == "Done today, 1, closed"
    text, undo = asked.said[-1]
    assert text == "Marked done: Talk about what has helped"
    assert undo is not None
    undo()
    assert len(page.list.rows) == before
    assert page.list.row(key).hasFocus()
    assert page.done.isHidden()


def test_d_opens_what_was_done_today(qtbot: QtBot, demo_desk: Desk, asked: Asked) -> None:
    page = open_page(qtbot, demo_desk, asked)
    follow(demo_desk, page)
    row = the_row(page, "Hussain-Grant", "Talk about what has helped")
    assert row.verb is not None
    row.verb.click()
    qtbot.keyClick(page, Qt.Key.Key_D)
    assert [r.accessibleName() for r in page.done.list.rows] == [
        "Hussain-Grant family, Talk about what has helped, done today"
    ]
    qtbot.keyClick(page, Qt.Key.Key_D)
    assert not page.done.list.isVisible()


def test_arrow_keys_go_from_row_to_row_and_right_to_the_button(
    qtbot: QtBot, demo_desk: Desk, asked: Asked
) -> None:
    rows = open_page(qtbot, demo_desk, asked).list.rows
    rows[3].setFocus()
    qtbot.keyClick(rows[3], Qt.Key.Key_Down)
    assert rows[4].hasFocus()
    qtbot.keyClick(rows[4], Qt.Key.Key_Up)
    assert rows[3].hasFocus()
    qtbot.keyClick(rows[3], Qt.Key.Key_Right)
    assert rows[3].verb is not None
    assert rows[3].verb.hasFocus()


def test_the_one_filled_button_is_on_what_is_most_pressing(
    qtbot: QtBot, demo_desk: Desk, asked: Asked
) -> None:
    page = open_page(qtbot, demo_desk, asked)
    filled = [row for row in page.list.rows if row.verb and row.verb.kind == "primary"]
    assert [row.line.whose for row in filled] == ["Marchetti family"]


def test_a_day_of_the_week_shows_only_that_day_and_escape_shows_all_again(
    qtbot: QtBot, demo_desk: Desk, asked: Asked
) -> None:
    page = open_page(qtbot, demo_desk, asked)
    everything = page.list.headings()
    friday = page.week.days[4]
    assert friday.accessibleName() == "Friday 20 November 2026, 3 due"
    friday.click()
    assert page.list.headings() == ("Due Fri 20 Nov, 3",)
    assert page.key_back()
    assert page.list.headings() == everything
    assert not page.key_back()


def test_a_draft_opens_where_it_was_left(qtbot: QtBot, demo_desk: Desk, asked: Asked) -> None:
    page = open_page(qtbot, demo_desk, asked)
    names = [row.accessibleName() for row in page.drafts.rows]
    place = next(n for n, name in enumerate(names) if name.startswith("Osman family, Assessment"))
    assert "9 of 17 steps done" in names[place]
    page.drafts.rows[place].click()
    assert asked.last.kind == "wizard"
    decision = next(n for n, name in enumerate(names) if name.startswith("Brennan family"))
    page.drafts.rows[decision].click()
    assert asked.last.kind == "decide"


def test_a_request_that_waits_leads_to_its_decision(
    qtbot: QtBot, demo_desk: Desk, asked: Asked
) -> None:
    page = open_page(qtbot, demo_desk, asked)
    (row,) = page.requests.rows
    assert row.accessibleName().endswith("waiting 1 day")
    row.click()
    assert asked.last.kind == "decide"


def test_the_buttons_at_the_top_begin_a_request_and_a_contact(
    qtbot: QtBot, demo_desk: Desk, asked: Asked
) -> None:
    page = open_page(qtbot, demo_desk, asked)
    buttons = page.header.findChildren(type(page.list.rows[0].verb))
    for words in ("New request", "Record a contact"):
        next(button for button in buttons if button.text() == words).click()
    assert [place.kind for place in asked.places] == ["new_request", "record_contact"]


def test_with_nothing_due_it_says_so_and_what_comes_next(
    qtbot: QtBot, desk: Desk, asked: Asked
) -> None:
    page = open_page(qtbot, desk, asked)
    assert page.empty.isVisible()
    assert not page.list.isVisible()
    assert page.done.isHidden()


def test_a_row_that_cannot_be_read_says_so_and_the_rest_is_fine(
    qtbot: QtBot, demo_desk: Desk, asked: Asked
) -> None:
    read = demo_desk.lists.today()
    broken: Any = "not a date"
    spoilt = replace(read, overdue=(replace(read.overdue[0], due=broken), *read.overdue[1:]))
    groups = today_groups.groups(spoilt, TODAY)
    first, second = groups[0].lines[:2]
    assert first.broken
    assert (first.line, first.verb) == (
        "This row could not be read. The rest is fine.",
        "Open to see",
    )
    assert not second.broken


def test_the_page_asks_the_store_a_fixed_number_of_questions(
    qtbot: QtBot, demo_desk: Desk, asked: Asked
) -> None:
    page = open_page(qtbot, demo_desk, asked)
    with counted_statements(demo_desk) as statements:
        page.refresh()
    assert len(statements) <= 14


def test_reading_again_keeps_focus_and_scroll(qtbot: QtBot, demo_desk: Desk, asked: Asked) -> None:
    page = open_page(qtbot, demo_desk, asked)
    page.resize(1190, 500)
    row = the_row(page, "Brennan", "Decide the request")
    row.setFocus()
    key = row.line.key
    first = the_row(page, "Hussain-Grant", "Talk about what has helped")
    follow(demo_desk, page)
    item = next(i for i in demo_desk.lists.today().overdue if i.family == "Hussain-Grant family")
    assert item.subject_id is not None
    demo_desk.plans.mark_done(item.case_id, item.subject_id)
    assert first not in page.list.rows
    assert page.list.row(key).hasFocus()


def _many(count: int) -> tuple[WorkLine, ...]:
    return tuple(
        WorkLine(f"k{n}", "square-check", f"Thing {n}", "", f"Family {n}, thing", None, "Do")
        for n in range(count)
    )


def test_it_shows_my_work_or_everyones_and_remembers_which(
    qtbot: QtBot, desk: Desk, asked: Asked, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    go = a_plan(desk)
    go.meet(10)
    go.on(0)
    assert open_page(qtbot, desk, asked).scope.isHidden(), "nobody else uses this store"
    owen = colleague(desk, "Owen Example", Role.PRACTITIONER)
    page = open_page(qtbot, owen, asked)
    said = [label.text() for label in page.empty.findChildren(Label)]
    assert "Nothing is due for you today" in said
    assert not page.list.rows
    page.scope.button("everyone").click()
    shown = page.list.headings()
    assert shown
    again = open_page(qtbot, owen, asked)
    assert again.scope.value() == "everyone"
    assert again.list.headings() == shown
    out = tmp_path / "list.pdf"
    monkeypatch.setattr(ask, "answers", [out])
    next(c for c in again.commands() if c.text == "Save the list as PDF").run()
    assert out.read_bytes() == owen.digest.make(everyone=True)
    assert out.read_bytes() != owen.digest.make()
    monkeypatch.setattr(ask, "answers", [tmp_path / "due 27.11"])
    next(c for c in again.commands() if c.text == "Save the list as PDF").run()
    assert {path.name for path in tmp_path.glob("*.pdf")} == {"list.pdf", "due 27.11.pdf"}


def test_a_reader_is_asked_for_no_choice_and_sees_it_all(
    qtbot: QtBot, demo_desk: Desk, asked: Asked
) -> None:
    page = open_page(qtbot, colleague(demo_desk, "Rae Reader", Role.READER), asked)
    assert page.scope.isHidden()
    assert page.list.rows
    assert page.requests.isHidden()


def test_whoever_asks_sees_what_became_of_the_requests_they_sent(
    qtbot: QtBot, desk: Desk, asked: Asked
) -> None:
    owen = colleague(desk, "Owen Example", Role.PRACTITIONER)
    go = a_journey(owen)
    go.send(3)
    go.on(0)
    page = open_page(qtbot, owen, asked)
    (row,) = page.requests.rows
    assert page.requests.accessibleName() == "Requests you sent"
    family = go.case.family.title
    assert row.accessibleName() == f"{family}, Waiting for a decision, 3 days"
    row.click()
    assert asked.last == Place("case", case_id=go.case_id, tab="overview")


def test_the_drafts_are_counted_and_not_only_those_shown(
    qtbot: QtBot, demo_desk: Desk, asked: Asked
) -> None:
    before = demo_desk.lists.today().all_drafts
    for story in range(8):
        a_journey(demo_desk, story).begin(2)
    a_journey(demo_desk).on(0)
    page = open_page(qtbot, demo_desk, asked)
    assert len(page.drafts.rows) == DRAFTS_SHOWN
    assert page.drafts.count == str(before + 8)


def test_hundreds_of_rows_come_a_few_at_a_time(qtbot: QtBot) -> None:
    work = WorkList("Work")
    qtbot.addWidget(work)
    work.set_groups([WorkGroup("all", "All", "list", _many(400))])
    assert len(work.rows) == SHOWN
    assert work.headings() == ("All, 400",)
    more = next(b for b in work.findChildren(type(work.rows[0].verb)) if "more" in b.text())
    assert more.text() == "Show 48 more of 400"
    more.click()
    assert len(work.rows) == SHOWN + 48


def test_a_group_of_which_only_the_first_were_read_says_how_many_there_are(
    qtbot: QtBot, demo_desk: Desk
) -> None:
    read: Today = demo_desk.lists.today()
    many = replace(read, totals={**read.totals, "overdue": 3412})
    work = WorkList("Work")
    qtbot.addWidget(work)
    work.set_groups(today_groups.groups(many, TODAY))
    assert work.headings()[0] == "Overdue, 3412"
    assert today_groups.support_line(many).startswith("3412 overdue")


def test_everything_that_may_be_due_has_its_look_and_a_way_to_it() -> None:
    made = kinds_of_what_is_due()
    assert made == set(LOOKS)
    assert [kind for kind in made if not has_a_way(kind)] == []
    assert set(DOES) <= made


def kinds_of_what_is_due() -> set[str]:
    """Every kind that a rule of the code makes."""
    found = set()
    for file in Path(ehdesk.domain.__path__[0]).rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and ast.unparse(call.func) == "Obligation":
                found |= {ast.unparse(call.args[0]).strip("'")}
    assert len(found) > 20
    return found - {"kind"} | {"assess", "first_taf"}


def test_due_words_and_icons_follow_the_day() -> None:
    item = DueItem(
        case_id=UUID(int=1),
        kind="action",
        family="Vadgama family",
        title="Ring the school",
        detail="action 1.1",
        why="",
        due=TODAY,
        waiting_since=None,
        subject_id=None,
    )
    assert due_line(item, TODAY).pill == ("Due today", "soon", "")
    later = replace(item, due=date(2026, 11, 20))
    assert due_line(later, TODAY).pill == ("Fri 20 Nov", "track", "calendar")
    waits = replace(item, due=None, waiting_since=date(2026, 11, 16))
    assert due_line(waits, TODAY).pill == ("Waiting 1 day", "wait", "hourglass")
