"""The page of the Allocations Hub: its lists, its clock, what is typed, and where it has room."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from ehdesk.domain.access import Role
from ehdesk.kernel.clock import SetClock
from ehdesk.kernel.errors import NotAllowed
from tests.desks import TODAY, a_journey, colleague
from tests.ui.accessible import nameless
from tests.ui.asked import Asked, follow
from ui.app.page_area import PageArea
from ui.app.sidebar import places_for
from ui.home.today_page import TodayPage
from ui.hub.agenda_page import AgendaPage
from ui.hub.asked_card import PAGE
from ui.hub.hub_page import HubPage
from ui.hub.slot_rows import SlotRow
from ui.kit import ask
from ui.kit.navigation import Place
from ui.kit.text_input import TextInput
from ui.requests.requests_page import RequestsPage
from ui.theme import theme


@pytest.fixture
def ways(desk: Desk) -> tuple[Journey, ...]:
    """Three requests that wait for the hub: the second has its page, the third no slot."""
    found = []
    for number, days in ((3, 20), (4, 12), (5, 9)):
        go = a_journey(desk, number)
        go.send(days + 4)
        go.accept(days, "eha")
        found.append(go)
    found[1].go_to_the_hub(8)
    found[0].on(0)
    desk.hub.make_meeting(TODAY, starts="09:30", slots=6)
    for go, slot in zip(found[:2], desk.hub.meetings(TODAY)[0].slots, strict=False):
        desk.hub.place(go.case_id, slot.id)
    return tuple(found)


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, ways: tuple[Journey, ...], asked: Asked) -> Iterator[HubPage]:
    return shown(qtbot, desk, asked)


def shown(qtbot: QtBot, desk: Desk, asked: Asked, width: int = 1190, **at: object) -> HubPage:
    page = HubPage(desk, asked.navigator, **at)  # type: ignore[arg-type]
    qtbot.addWidget(page, before_close_func=lambda one: one.left())
    page.resize(width, 900)
    page.refresh()
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is page)
    follow(desk, page)
    return page


def case_of(page: HubPage) -> UUID | None:
    return page.view.case_id if page.view is not None else None


def test_the_slots_say_who_is_heard_when_and_what_is_missing(
    page: HubPage, ways: tuple[Journey, ...]
) -> None:
    rows = [row.accessibleName() for row in page.slots.findChildren(SlotRow)]
    assert rows[0].startswith(f"9:30, {ways[0].case.family.title}, ")
    assert rows[0].endswith("No proforma")
    assert rows[1].endswith("Proforma in")
    assert rows[2] == "10:30, now, Nobody yet, Free"
    assert len(rows) == 6
    assert page.header.title == "Allocations Hub, Tuesday 17 November"
    assert nameless(page) == []


def test_arrows_go_through_the_slots_and_n_to_the_next_to_hear(
    page: HubPage, ways: tuple[Journey, ...]
) -> None:
    assert case_of(page) == ways[0].case_id
    page.slots.rows.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert case_of(page) == ways[1].case_id
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert page.view is None
    assert page.free is not None
    page.next()
    assert case_of(page) == ways[0].case_id


def test_space_starts_and_pauses_the_clock_and_leaving_the_page_does_not_stop_it(
    qtbot: QtBot, page: HubPage, desk: Desk, asked: Asked
) -> None:
    clock = desk.clock
    assert isinstance(clock, SetClock)
    page.slots.rows.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert page.view is not None
    assert page.view.timer is not None
    assert page.view.timer.button.text() == "Pause the clock"
    clock.move_to(clock.now() + timedelta(minutes=12))
    page.view.timer.show_now()
    assert page.view.timer.left.text() == "18 min left"
    assert page.view.timer.bar.accessibleName() == "Questions, 18 min left of 30"
    page.left()
    again = shown(qtbot, desk, asked)
    clock.move_to(clock.now() + timedelta(minutes=16))
    assert again.view is not None
    assert again.view.timer is not None
    again.view.timer.show_now()
    assert again.view.timer.left.text() == "2 min left"
    QTest.keyClick(again.slots.rows.focusProxy(), Qt.Key.Key_Space)
    assert not again.view.timer.slot.runs


def test_who_waits_gets_the_free_time_and_undo_takes_it_back(
    page: HubPage, desk: Desk, ways: tuple[Journey, ...], asked: Asked
) -> None:
    assert page.slots.fill.text() == "Fill 10:30"
    page.slots.fill.click()
    assert case_of(page) == ways[2].case_id
    words, undo = asked.said[-1]
    assert words == f"{ways[2].case.family.title} has 10:30am"
    assert undo is not None
    undo()
    assert page.free is not None
    assert desk.hub.queue()[-1].heard_on is None


def test_a_question_half_typed_is_there_again(
    qtbot: QtBot, page: HubPage, desk: Desk, asked: Asked, ways: tuple[Journey, ...]
) -> None:
    assert page.view is not None
    assert page.view.asked is not None
    page.view.asked.question.setFocus()
    QTest.keyClicks(page.view.asked.question, "Who gets the children up?")
    page.keep()
    assert desk.drafts.get(ways[0].case_id, PAGE) is not None
    page.left()
    again = shown(qtbot, desk, asked)
    assert again.view is not None
    assert again.view.asked is not None
    assert again.view.asked.question.value() == "Who gets the children up?"
    again.view.asked.question.setFocus()
    QTest.keyClick(again.view.asked.question, Qt.Key.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "Paul, three days a week.")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    (question,) = ways[0].case.hub_questions
    assert (question.question, question.answer) == (
        "Who gets the children up?",
        "Paul, three days a week.",
    )
    assert desk.drafts.get(ways[0].case_id, PAGE) is None
    assert QApplication.focusWidget() is again.view.asked.question


def an_open_box(page: HubPage) -> TextInput:
    assert page.view is not None
    assert page.view.asked is not None
    (box,) = (
        one
        for one in page.view.asked.findChildren(TextInput)
        if one.accessibleName().startswith("Answer to:") and one.isVisible()
    )
    return box


def say_why(page: HubPage) -> None:
    assert page.view is not None
    (why,) = (
        one
        for one in page.view.findChildren(QPlainTextEdit)
        if one.accessibleName().startswith("Why?") and one.isVisible()
    )
    QTest.keyClicks(why, "Nobody could be reached.")


def test_an_answer_that_stands_in_its_box_is_recorded_with_the_decision(
    page: HubPage, desk: Desk, ways: tuple[Journey, ...]
) -> None:
    desk.hub.ask(ways[0].case_id, "Who gets the children up?")
    QTest.keyClicks(an_open_box(page), "Paul, three days a week.")
    assert page.view is not None
    assert page.view.asked is not None
    QTest.keyClicks(page.view.asked.question, "Is there an EHC plan?")
    page.defer_button.click()
    say_why(page)
    page.defer_button.click()
    first, second = ways[0].case.hub_questions
    assert (first.answer, first.answered_by) == ("Paul, three days a week.", "Priya Nair")
    assert (second.question, second.is_open) == ("Is there an EHC plan?", True)
    assert desk.drafts.get(ways[0].case_id, PAGE) is None


def test_nothing_is_decided_while_what_was_asked_cannot_be_recorded(
    page: HubPage, ways: tuple[Journey, ...]
) -> None:
    assert page.view is not None
    assert page.view.asked is not None
    QTest.keyClicks(page.view.asked.question, "Is there an EHC plan?")
    page.view.asked.answer.setFocus()
    QTest.keyClicks(page.view.asked.answer, "No.")
    page.view.asked.question.clear()
    page.defer_button.click()
    say_why(page)
    page.defer_button.click()
    assert page.view is not None
    assert [link.accessibleName() for link in page.view.summary.links()] == [
        "Nothing was asked. Enter what the hub wants to know."
    ]
    assert page.view.asked.answer.value() == "No."
    assert [slot.is_heard for slot in ways[0].case.hub_slots] == [False]


def test_adding_a_question_keeps_the_answer_that_is_half_typed_into_another(
    qtbot: QtBot, page: HubPage, desk: Desk, asked: Asked, ways: tuple[Journey, ...]
) -> None:
    desk.hub.ask(ways[0].case_id, "Who gets the children up?")
    QTest.keyClicks(an_open_box(page), "Paul, three")
    assert page.view is not None
    assert page.view.asked is not None
    QTest.keyClicks(page.view.asked.question, "Is there an EHC plan?")
    QTest.keyClick(page.view.asked.question, Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "No.")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert [one.answer for one in ways[0].case.hub_questions] == ["", "No."]
    page.left()
    again = shown(qtbot, desk, asked)
    assert an_open_box(again).value() == "Paul, three"


def test_what_the_school_answers_before_the_meeting_stands_on_the_page(
    page: HubPage, desk: Desk, ways: tuple[Journey, ...]
) -> None:
    question = desk.hub.ask(ways[0].case_id, "Who gets the children up?")
    an_open_box(page)
    pia = colleague(desk, "Pia Example", Role.PRACTITIONER)
    pia.hub.answer(question, "Paul, three days a week.", "Priya Nair")
    page.refresh()
    QApplication.processEvents()
    assert page.view is not None
    assert page.view.asked is not None
    said = [label.text() for label in page.view.asked.findChildren(QLabel) if label.isVisible()]
    assert "Paul, three days a week." in said
    assert "goes to the school with the decision" in said


def test_a_reader_does_not_answer_for_the_school(desk: Desk, ways: tuple[Journey, ...]) -> None:
    question = desk.hub.ask(ways[0].case_id, "Who gets the children up?")
    rita = colleague(desk, "Rita Example", Role.READER)
    with pytest.raises(NotAllowed):
        rita.hub.answer(question, "Paul.", "Priya Nair")


def test_add_a_request_goes_to_those_that_wait_and_enter_gives_the_time(
    page: HubPage, asked: Asked, ways: tuple[Journey, ...]
) -> None:
    page.add_button.click()
    assert asked.said[-1][0] == "Choose who is heard at 10:30am, then press Enter."
    here = QApplication.focusWidget()
    assert here.accessibleName().startswith(ways[2].case.family.title)
    QTest.keyClick(here, Qt.Key.Key_Return)
    assert case_of(page) == ways[2].case_id
    page.add_button.click()
    assert asked.said[-1][0] == "Nobody waits for a slot."


def test_the_foot_says_who_supports_the_family_until_then(page: HubPage) -> None:
    said = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    words = "Until it is allocated, the Advice Point, West, supports the family: 0116 373 7150"
    assert words in [text.replace("\xa0", " ") for text in said]


def test_what_is_decided_is_kept_as_it_is_typed(page: HubPage, ways: tuple[Journey, ...]) -> None:
    assert page.view is not None
    assert page.view.decide is not None
    page.view.decide.what.button("defer").click()
    page.keep()
    record = ways[0].case.draft("hub_decision")
    assert record is not None
    assert record.answers["outcome.what"] == "defer"
    assert record.answers["outcome.back_on"] == (TODAY + timedelta(weeks=2)).isoformat()
    assert record.answers["outcome.interim"] == "Advice Point, West, 0116 373 7150"


def test_in_a_narrow_window_the_decision_goes_under_the_proforma_and_the_queue_is_a_line(
    qtbot: QtBot, desk: Desk, asked: Asked, ways: tuple[Journey, ...]
) -> None:
    page = shown(qtbot, desk, asked, 1054)
    assert page.view is not None
    assert page.view.decide is not None
    assert page.view.decide.y() > page.view.proforma.y()
    assert page.waiting.disclosure.header.isVisible()
    assert not page.waiting.rows.isVisible()
    page.resize(1250, 900)
    QApplication.processEvents()
    assert page.view.decide.y() == page.view.proforma.y()
    assert page.waiting.rows.isVisible()


def test_nothing_is_wider_than_a_small_window_at_the_largest_text(
    qtbot: QtBot, desk: Desk, asked: Asked, ways: tuple[Journey, ...]
) -> None:
    theme().set_text_size(150)
    page = shown(qtbot, desk, asked, 990)
    bar = page._page.scroll_area.horizontalScrollBar()
    assert bar.maximum() == 0
    assert page._right.y() > page.slots.y()


def test_only_who_runs_the_hub_finds_the_way_to_it(
    qtbot: QtBot, desk: Desk, ways: tuple[Journey, ...]
) -> None:
    hari = colleague(desk, "Hari Example", Role.HUB_COORDINATOR)
    pia = colleague(desk, "Pia Example", Role.PRACTITIONER)
    assert ("hub", "Allocations Hub", "table-2") in places_for(hari)
    assert "hub" not in {kind for kind, _name, _icon in places_for(pia)}
    for somebody, there in ((hari, True), (pia, False)):
        asked = Asked()
        today, requests = (
            TodayPage(somebody, asked.navigator),
            RequestsPage(somebody, asked.navigator),
        )
        for one in (today, requests):
            qtbot.addWidget(one)
            one.refresh()
            one.show()
        assert today.hub.isVisible() is there
        assert requests.hub_button.isVisible() is there
        if there:
            assert today.hub.rows[0].accessibleName().startswith(ways[0].case.family.title)
            today.hub.rows[0].click()
            assert asked.last == Place("hub", case_id=ways[0].case_id)


def test_the_agenda_is_saved_and_noted_with_each_family_that_is_on_it(
    qtbot: QtBot,
    desk: Desk,
    asked: Asked,
    ways: tuple[Journey, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = AgendaPage(desk, asked.navigator, on=TODAY)
    qtbot.addWidget(page)
    page.resize(900, 800)
    page.refresh()
    page.show()
    qtbot.waitUntil(page.save_button.isEnabled)
    monkeypatch.setattr(ask, "answers", [tmp_path / "agenda.pdf"])
    page.save_button.click()
    assert (tmp_path / "agenda.pdf").read_bytes().startswith(b"%PDF")
    for go, papers in zip(ways, (1, 1, 0), strict=True):
        found = [paper for paper in go.case.papers if paper.kind == "hub-agenda"]
        assert len(found) == papers


def test_a_page_that_is_come_back_to_shows_what_was_decided_on_another_meanwhile(
    qtbot: QtBot, desk: Desk, asked: Asked, ways: tuple[Journey, ...]
) -> None:
    area = PageArea(lambda place: HubPage(desk, asked.navigator, **place.params))
    qtbot.addWidget(area, before_close_func=lambda one: one.clear())
    area.resize(1190, 900)
    area.show()

    def decide(place: Place, what: str, typed: str) -> None:
        area.go(place)
        page = area.page
        assert isinstance(page, HubPage)
        assert page.view is not None
        assert page.view.decide is not None
        assert page.view.asked is not None
        page.view.decide.what.button(what).click()
        QTest.keyClick(page.view.asked.question, Qt.Key.Key_End)
        QTest.keyClicks(page.view.asked.question, typed)

    decide(Place("hub"), "allocate", "Who gets the children up")
    decide(Place("hub", case_id=ways[0].case_id), "return", " on Mondays?")
    area.go(Place("hub"))
    page = area.page
    assert isinstance(page, HubPage)
    assert page.view is not None
    assert page.view.decide is not None
    assert page.view.asked is not None
    assert page.view.decide.what.value() == "return"
    assert page.view.asked.question.value() == "Who gets the children up on Mondays?"


def test_a_page_that_stays_open_overnight_can_hear_on_the_day(
    qtbot: QtBot, desk: Desk, asked: Asked, ways: tuple[Journey, ...]
) -> None:
    clock = desk.clock
    assert isinstance(clock, SetClock)
    on_the_day = clock.now()
    clock.move_to(on_the_day - timedelta(days=1))
    page = shown(qtbot, desk, asked, on=TODAY)
    assert page.view is not None
    assert not page.record_button.isVisible()
    assert page.view.asked is not None
    QTest.keyClicks(page.view.asked.question, "Who gets the children up?")
    clock.move_to(on_the_day)
    page.refresh()
    assert page.view is not None
    assert page.view.decide is not None
    assert page.record_button.isVisible()
    assert page.view.asked is not None
    assert page.view.asked.question.value() == "Who gets the children up?"


def test_a_double_click_defers_one_request_and_leaves_the_next_alone(
    page: HubPage, ways: tuple[Journey, ...]
) -> None:
    page.defer_button.click()
    say_why(page)
    for event in (QTest.mouseClick, QTest.mouseDClick, QTest.mouseRelease):
        event(page.defer_button, Qt.MouseButton.LeftButton)
    assert [slot.outcome for slot in ways[0].case.hub_slots] == ["defer"]
    assert case_of(page) == ways[1].case_id
    assert page.view is not None
    assert page.view.decide is not None
    assert page.view.decide.what.value() == ""


def test_the_keyboard_goes_on_with_the_next_request(
    page: HubPage, ways: tuple[Journey, ...]
) -> None:
    page.defer_button.click()
    say_why(page)
    page.record_button.setFocus()
    QTest.keyClick(page.record_button, Qt.Key.Key_Space)
    assert case_of(page) == ways[1].case_id
    assert page.view is not None
    assert page.view.timer is not None
    assert QApplication.focusWidget() is page.view.head.title
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert page.view.timer.slot.runs


def test_the_keyboard_stays_with_the_slot_when_it_was_in_the_one_before(
    page: HubPage, ways: tuple[Journey, ...]
) -> None:
    assert page.view is not None
    assert page.view.timer is not None
    page.view.timer.button.setFocus()
    page.next()
    assert case_of(page) == ways[1].case_id
    assert page.view is not None
    assert QApplication.focusWidget() is page.view.head.title
