"""Requests, reviews and meetings as lists; and recording a step without a form."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from ehdesk.domain.pathway import State
from tests.desks import TODAY, a_journey
from tests.ui.accessible import nameless
from tests.ui.asked import Asked, counted_statements
from ui.kit.navigation import Page, Place
from ui.meetings.meetings_page import MeetingsPage
from ui.requests.requests_page import RequestsPage
from ui.requests.returned_page import ReturnedPage
from ui.requests.step_page import StepPage
from ui.reviews.reviews_page import ReviewsPage

PageT = TypeVar("PageT", bound=Page)


@pytest.fixture
def asked() -> Asked:
    return Asked()


def shown(qtbot: QtBot, page: PageT) -> PageT:
    qtbot.addWidget(page)
    page.resize(1190, 900)
    page.refresh()
    page.show()
    return page


def the_case(desk: Desk, reference: str) -> UUID:
    found = desk.lists.case_id(reference)
    assert found is not None
    return found


def press(page: RequestsPage | ReviewsPage | MeetingsPage, spoken: str) -> None:
    row = next(row for row in page.list.rows if row.accessibleName().startswith(spoken))
    assert row.verb is not None
    row.verb.click()


# Requests


def test_requests_stand_in_the_order_of_who_waits_for_whom(
    qtbot: QtBot, demo_desk: Desk, asked: Asked
) -> None:
    page = shown(qtbot, RequestsPage(demo_desk, asked.navigator))
    assert page.list.headings() == (
        "Waiting for a decision, 1",
        "With the Duty and Advice Service (DAS), 2",
        "Being written, 1",
    )
    assert [row.accessibleName() for row in page.list.rows] == [
        "Brennan family, waiting for a decision, waiting 1 day, 2 working days left to reply",
        "Marchetti family, with the Duty and Advice Service (DAS), waiting 6 days",
        "Stannard family, with the Duty and Advice Service (DAS), waiting 4 days",
        "Okafor family, request being written, begun 2 days ago",
    ]
    assert nameless(page) == []


@pytest.mark.parametrize(
    ("spoken", "kind"), [("Brennan", "decide"), ("Marchetti", "das_answer"), ("Okafor", "wizard")]
)
def test_each_request_leads_to_what_it_waits_for(
    qtbot: QtBot, demo_desk: Desk, asked: Asked, spoken: str, kind: str
) -> None:
    press(shown(qtbot, RequestsPage(demo_desk, asked.navigator)), spoken)
    assert asked.last.kind == kind


def test_with_no_requests_it_offers_to_begin_one(qtbot: QtBot, desk: Desk, asked: Asked) -> None:
    page = shown(qtbot, RequestsPage(desk, asked.navigator))
    assert page.empty.isVisible()
    assert not page.list.isVisible()


def test_a_row_says_who_asked_and_how_far_it_is(
    qtbot: QtBot, demo_desk: Desk, asked: Asked
) -> None:
    page = shown(qtbot, RequestsPage(demo_desk, asked.navigator))
    line = page.list.rows[0].line
    for words in (
        "from Priya Nair, Larkmoor Primary",
        "1 of 2 checks back",
        "2 working days left to reply",
    ):
        assert words in line.line
    assert line.pill == ("Waiting 1 day", "wait", "hourglass")


def test_only_those_that_wait_somewhere_are_shown_when_asked(
    qtbot: QtBot, demo_desk: Desk, asked: Asked
) -> None:
    page = shown(qtbot, RequestsPage(demo_desk, asked.navigator))
    action = next(a for a in page.where.make_menu().actions() if a.text() == "Being written")
    action.trigger()
    assert page.list.headings() == ("Being written, 1",)


def test_what_became_of_the_requests_one_sent_is_there_too(
    qtbot: QtBot, demo_desk: Desk, asked: Asked
) -> None:
    page = shown(qtbot, RequestsPage(demo_desk, asked.navigator))
    page.scope.button("sent").click()
    assert page.list.headings()[0] == "No answer yet, 1"
    assert page.list.headings()[-1].startswith("What became of the others")
    assert not page.where.isVisible()
    assert nameless(page) == []
    press(page, "Brennan")
    assert asked.last.kind == "case"


def returned(desk: Desk) -> Journey:
    go = a_journey(desk)
    go.send(6)
    go.decide_otherwise(2, "returned", **{"outcome.missing": "What Callum himself says."})
    go.on(0)
    return go


def test_a_request_that_was_sent_back_says_what_is_missing_and_is_gone_on_with(
    qtbot: QtBot, desk: Desk, asked: Asked
) -> None:
    go = returned(desk)
    page = shown(qtbot, RequestsPage(desk, asked.navigator))
    assert page.list.headings() == ("Sent back for more, 1",)
    assert "What Callum himself says." in page.list.rows[0].line.line
    press(page, go.family.name)
    assert asked.last.kind == "returned"
    back = shown(qtbot, ReturnedPage(desk, asked.navigator, go.case_id))
    assert back.missing_words.text() == "What Callum himself says."
    assert nameless(back) == []
    back.reply.click()
    assert asked.last.params["paper"] == "decision-reply"
    back.go_on.click()
    opened = desk.forms.open(asked.last.params["record_id"])
    assert opened.form.code == "request"
    assert opened.values["needs.worries"], "every answer that was sent is in it"


def test_once_it_is_sent_again_the_page_says_that_it_waits_no_more(
    qtbot: QtBot, desk: Desk, asked: Asked
) -> None:
    go = returned(desk)
    page = shown(qtbot, ReturnedPage(desk, asked.navigator, go.case_id))
    go.send_again(0)
    page.refresh()
    assert page.elsewhere.isVisible()
    assert not page.go_on.isVisible()


def test_the_log_of_advice_is_beside_the_requests(qtbot: QtBot, desk: Desk, asked: Asked) -> None:
    page = shown(qtbot, RequestsPage(desk, asked.navigator))
    button = next(b for b in page.findChildren(QAbstractButton) if b.text() == "Advice contacts")
    button.click()
    assert asked.last == Place("advice_log")
    assert page.where in page.regions()


# Reviews and meetings


def test_reviews_stand_by_the_day_they_are_due(qtbot: QtBot, demo_desk: Desk, asked: Asked) -> None:
    page = shown(qtbot, ReviewsPage(demo_desk, asked.navigator))
    names = [row.accessibleName() for row in page.list.rows]
    assert names[0] == "Vadgama family, review 3, 7 days overdue"
    assert names[1] == "Hussain-Grant family, review 1, Fri 20 Nov"
    assert page.list.headings()[0] == "Overdue, 1"
    press(page, "Vadgama")
    record = demo_desk.forms.open(asked.last.params["record_id"])
    assert record.form.code == "review"
    assert nameless(page) == []


def test_meetings_to_come_stand_before_those_held(
    qtbot: QtBot, demo_desk: Desk, asked: Asked
) -> None:
    page = shown(qtbot, MeetingsPage(demo_desk, asked.navigator))
    headings = [heading.split(",")[0] for heading in page.list.headings()]
    assert headings == ["To come", "Held"]
    held = [row for row in page.list.rows if "held" in row.accessibleName()]
    assert all(row.verb is None for row in held)
    assert "came" in held[0].line.line
    press(page, "Hussain-Grant family, TAF 2")
    assert demo_desk.forms.open(asked.last.params["record_id"]).form.code == "taf_meeting"
    page.list.rows[0].click()
    assert asked.last.params["tab"] == "meetings"
    assert nameless(page) == []


@pytest.mark.parametrize("make", [ReviewsPage, MeetingsPage])
def test_an_empty_store_says_what_comes_first(
    qtbot: QtBot, desk: Desk, asked: Asked, make: type[ReviewsPage | MeetingsPage]
) -> None:
    page = shown(qtbot, make(desk, asked.navigator))
    assert page.empty.isVisible()


@pytest.mark.parametrize("make", [RequestsPage, ReviewsPage, MeetingsPage])
def test_a_list_asks_the_store_a_fixed_number_of_questions(
    qtbot: QtBot,
    demo_desk: Desk,
    asked: Asked,
    make: type[RequestsPage | ReviewsPage | MeetingsPage],
) -> None:
    page = shown(qtbot, make(demo_desk, asked.navigator))
    with counted_statements(demo_desk) as statements:
        page.refresh()
    assert len(statements) <= 2


# A step without a form


def test_what_the_duty_service_decided_is_recorded_with_its_reason(
    qtbot: QtBot, demo_desk: Desk, asked: Asked
) -> None:
    case_id = the_case(demo_desk, "EH-26-0014")
    page = shown(qtbot, StepPage(demo_desk, asked.navigator, case_id))
    assert nameless(page) == []
    page.record.click()
    assert [link.accessibleName() for link in page.summary.links()] == ["Choose what happened"]
    page.moves.button("back_to_request").click()
    page.record.click()
    assert [link.accessibleName() for link in page.summary.links()] == ["Enter why, in a few words"]
    page.why.set_value("They visited, and take no further action.")
    page.record.click()
    case = demo_desk.cases.get(case_id)
    assert case.state is State.SENT
    assert case.steps[-1].happened_on == TODAY
    assert asked.last.kind == "case"


def test_a_day_that_has_not_come_is_refused(qtbot: QtBot, demo_desk: Desk, asked: Asked) -> None:
    case_id = the_case(demo_desk, "EH-26-0014")
    page = shown(qtbot, StepPage(demo_desk, asked.navigator, case_id, "back_to_request"))
    page.on.set_value("2026-11-18")
    page.why.set_value("No further action.")
    page.record.click()
    assert page.on_row.error() == "Enter today’s date or an earlier one"
    assert demo_desk.cases.get(case_id).state is State.DAS


def test_referring_to_das_shows_the_number_first(
    qtbot: QtBot, demo_desk: Desk, asked: Asked
) -> None:
    case_id = the_case(demo_desk, "EH-26-0002")
    page = shown(qtbot, StepPage(demo_desk, asked.navigator, case_id, "refer_to_das"))
    assert page.moves.value() == "refer_to_das"
    number = demo_desk.pack.contact("das").phone
    assert page.numbers.isVisible()
    assert any(label.text() == number for label in page.numbers.findChildren(QLabel))
    assert not page.why_row.isVisible(), "the call has a page of its own"
    page.record.click()
    assert asked.last == Place("das", case_id=case_id)
    page.moves.button("masp").click()
    assert not page.numbers.isVisible()
    assert page.family_note.isVisible()


def test_a_step_with_a_form_of_its_own_opens_it(
    qtbot: QtBot, demo_desk: Desk, asked: Asked
) -> None:
    case_id = the_case(demo_desk, "EH-26-0009")
    page = shown(qtbot, StepPage(demo_desk, asked.navigator, case_id))
    page.moves.button("closure").click()
    assert not page.why_row.isVisible()
    assert page.record.text() == "Go to the form"
    page.record.click()
    assert demo_desk.forms.open(asked.last.params["record_id"]).form.code == "closure"


def test_a_closed_case_has_no_step_to_record(qtbot: QtBot, demo_desk: Desk, asked: Asked) -> None:
    case_id = the_case(demo_desk, "EH-26-0008")
    page = shown(qtbot, StepPage(demo_desk, asked.navigator, case_id))
    assert page.nothing.isVisible()
    assert not page.record.isVisible()
