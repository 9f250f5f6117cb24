"""Deciding a request: harm now, checks, decision; saved as it is typed."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from ehdesk.desk import Desk
from ehdesk.domain.access import Role
from ehdesk.domain.pathway import State
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.ids import new_id
from tests.desks import colleague
from tests.ui.accessible import nameless
from tests.ui.asked import Asked, counted_statements, follow
from ui.fields.checks import CheckRow
from ui.kit import ask
from ui.kit.navigation import Place
from ui.kit.option_card import OptionCards
from ui.kit.text_area import TextArea
from ui.requests.decide_page import DecidePage


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def case_id(demo_desk: Desk) -> UUID:
    found = demo_desk.lists.case_id("EH-26-0005")
    assert found is not None
    return found


@pytest.fixture
def page(qtbot: QtBot, demo_desk: Desk, asked: Asked, case_id: UUID) -> DecidePage:
    page = DecidePage(demo_desk, asked.navigator, case_id)
    qtbot.addWidget(page)
    page.resize(1190, 900)
    page.refresh()
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is page)
    follow(demo_desk, page)
    return page


def choose(page: DecidePage, key: str, value: str) -> None:
    cards = page.outcome.view.questions[key].editor.findChild(OptionCards)
    assert cards is not None
    cards.button(value).click()


def write(qtbot: QtBot, page: DecidePage, key: str, words: str) -> None:
    area = page.outcome.view.questions[key].editor.findChild(TextArea)
    assert area is not None
    area.setFocus()
    qtbot.keyClicks(area, words)


def give(page: DecidePage, **answers: str) -> None:
    for key, value in answers.items():
        page.form.give(f"outcome.{key}", value)
    page.outcome.view.show_values()


def words_on(page: DecidePage) -> str:
    labels = page.request.findChildren(QLabel)
    return " | ".join(label.text() for label in labels)


def test_the_request_stands_beside_the_decision(page: DecidePage) -> None:
    said = words_on(page)
    for words in (
        "Priya Nair, Pastoral lead, Larkmoor Primary",
        "Mon 16 Nov, ",
        "Callum, 8 and Niamh, 5",
        "Written, signed",
        "4 needs",
        "School attendance",
        "Callum’s words",
        "Why Priya is worried",
    ):
        assert words in said
    assert page.title() == "Brennan family: decide the request"


def test_everything_that_takes_focus_has_a_name(page: DecidePage) -> None:
    assert nameless(page) == []


def test_recording_asks_for_what_is_missing_and_jumps_to_it(
    qtbot: QtBot, page: DecidePage, demo_desk: Desk, case_id: UUID
) -> None:
    page.record.click()
    assert page.summary.isVisible()
    words = [link.accessibleName() for link in page.summary.links()]
    assert words == ["Choose what is decided", "Enter why you decided this"]
    page.summary.links()[1].click()
    at = QApplication.focusWidget()
    assert at is not None
    assert page.outcome.isAncestorOf(at)
    qtbot.keyClicks(at, "Four needs.")
    assert at.hasFocus()
    assert [link.accessibleName() for link in page.summary.links()] == words[:1]
    assert demo_desk.cases.get(case_id).state is State.SENT


def test_a_decision_for_an_assessment_moves_the_case_on(
    qtbot: QtBot, page: DecidePage, demo_desk: Desk, asked: Asked, case_id: UUID
) -> None:
    choose(page, "outcome.threshold", "met")
    choose(page, "outcome.route", "eha")
    assert page._next.text() == "Next: the Allocations Hub allocates it."
    assert not page.outcome.view.questions["outcome.person"].isVisible(), "the hub names them"
    write(qtbot, page, "outcome.reason", "Four needs, one plan wanted.")
    page.record.click()
    case = demo_desk.cases.get(case_id)
    assert case.state is State.HUB
    assert case.decision is not None
    assert case.decision.reason == "Four needs, one plan wanted."
    assert asked.said[-1][0] == "Recorded: accepted for an assessment, to the Allocations Hub"
    page.refresh()
    assert not page.record.isVisible()
    assert page.may_leave()
    assert page.title() == "Brennan family: decided"


def test_afterwards_it_says_what_is_next_who_is_told_and_has_the_letters(
    page: DecidePage, demo_desk: Desk, asked: Asked, case_id: UUID
) -> None:
    choose(page, "outcome.threshold", "met")
    choose(page, "outcome.route", "eha")
    give(page, reason="Four needs, one plan wanted.")
    page.record.click()
    decided = page.decided
    assert decided is not None
    assert nameless(page) == []
    said = " | ".join(label.text() for label in decided.findChildren(QLabel))
    for words in (
        "Fill in the Allocations Hub proforma",
        "Until then the family is supported by the Advice Point, West.",
        "The family, by the letter below.",
        "Priya Nair, Pastoral lead, Larkmoor Primary, by the reply below.",
    ):
        assert words in said
    assert list(decided.letters) == ["decision-letter", "decision-reply"]
    decided.letters["decision-letter"].click()
    assert asked.last == Place("print", paper="decision-letter", case_id=case_id)
    decided.open.click()
    assert asked.last.kind == "case"


def test_while_it_waits_the_page_says_who_supports_the_family(
    page: DecidePage, demo_desk: Desk
) -> None:
    west = next(one for one in demo_desk.pack.localities if one.code == "west")
    assert page.meanwhile.isVisible()
    said = f"The family is supported by the Advice Point, West. Ring {west.phone}."
    assert page.meanwhile.words == said


def test_each_colleague_is_named_with_how_many_families_they_have(
    page: DecidePage, demo_desk: Desk
) -> None:
    options = {one.value: one.label for one in page.form.session.options_of("team")}
    mine = demo_desk.triage.caseloads()[str(demo_desk.user.id)]
    assert options[str(demo_desk.user.id)] == f"Anita Rowe, {mine}"


def test_the_assessment_that_is_joined_is_found_by_typing(
    qtbot: QtBot, page: DecidePage, demo_desk: Desk, case_id: UUID
) -> None:
    choose(page, "outcome.threshold", "joins")
    finder = page.outcome.finder
    assert finder.isVisible()
    finder.search.setFocus()
    qtbot.keyClicks(finder.search, "vadgama")
    qtbot.waitUntil(lambda: len(finder.buttons) == 1)
    qtbot.keyClick(finder.search, Qt.Key.Key_Down)
    assert finder.buttons[0].hasFocus()
    assert finder.buttons[0].accessibleName().startswith("Join this one: Vadgama family, EH-26-")
    finder.buttons[0].click()
    vadgama = page.form.session.value("outcome.joins")
    assert vadgama
    give(page, reason="The school leads it already.")
    page.record.click()
    case = demo_desk.cases.get(case_id)
    assert case.state is State.JOINED
    assert str(case.joins_case_id) == vadgama


def test_a_threshold_not_met_asks_for_signposting_in_place_of_who(
    qtbot: QtBot, page: DecidePage, demo_desk: Desk, case_id: UUID
) -> None:
    questions = page.outcome.view.questions
    choose(page, "outcome.threshold", "not_met")
    assert questions["outcome.signposts"].isVisible()
    assert not questions["outcome.cluster"].isVisible()
    give(page, reason="One need, already met at school.")
    page.record.click()
    assert demo_desk.cases.get(case_id).state is State.SENT, "a service has to be named"
    row = {"id": str(new_id()), "service": "The school’s own group", "detail": ""}
    page.form.give("outcome.signposts", [row])
    page.record.click()
    assert demo_desk.cases.get(case_id).state is State.SIGNPOSTED


def test_twelve_weeks_are_allocated_with_the_decision_or_after_the_checks(
    page: DecidePage, demo_desk: Desk, case_id: UUID
) -> None:
    choose(page, "outcome.threshold", "met")
    choose(page, "outcome.route", "twelve_weeks")
    give(page, cluster="west", role="sfsf", person=str(demo_desk.user.id))
    assert page._next.text() == (
        "Next: Anita finds the case on Today, and the letters are ready to print."
    )
    give(page, checks_first="yes", reason="The school nurse has not answered.")
    assert not page.outcome.view.questions["outcome.person"].isVisible()
    page.form.give("outcome.against_guidance", "The family asked for no more.")
    page.record.click()
    assert demo_desk.cases.get(case_id).state is State.ACCEPTED
    again = demo_desk.forms.open(demo_desk.decisions.open(case_id))
    assert again.values["outcome.route"] == "twelve_weeks", "nothing is typed twice"


def test_going_against_the_guidance_asks_why_and_nothing_more(
    page: DecidePage, demo_desk: Desk, case_id: UUID
) -> None:
    assert page.outcome.guidance.text() == "Guidance: assessment, 4 needs"
    question = page.outcome.view.questions["outcome.against_guidance"]
    choose(page, "outcome.threshold", "met")
    choose(page, "outcome.route", "eha")
    assert not question.isVisible()
    choose(page, "outcome.route", "under_6_weeks")
    assert question.isVisible()
    assert not page.outcome.view.questions["outcome.person"].isVisible()
    give(page, reason="A short piece of work first.")
    page.record.click()
    assert demo_desk.cases.get(case_id).state is State.SENT
    give(page, against_guidance="The family asked for no more.")
    page.record.click()
    assert demo_desk.cases.get(case_id).state is State.UNDER_SIX_WEEKS


def test_harm_now_shows_the_number_at_once_and_nothing_else(
    qtbot: QtBot, page: DecidePage, demo_desk: Desk, case_id: UUID
) -> None:
    number = demo_desk.pack.contact("das").phone
    page.harm.choice.button("yes").click()
    assert any(label.text() == number for label in page.harm.findChildren(QLabel))
    assert not page.checks.isVisible()
    assert not page.outcome.isVisible()
    assert page.record.text() == "Record the referral"
    page.record.click()
    assert [link.accessibleName() for link in page.summary.links()] == [
        "Enter who took the call",
        "Enter what was said",
        "Say what happens to the request meanwhile",
    ]
    page.form.give("harm.das_taken_by", "The duty worker")
    page.form.give("harm.das_said", "Told them what Callum said. They visit today.")
    page.form.give("harm.meanwhile", "waits")
    page.record.click()
    case = demo_desk.cases.get(case_id)
    assert case.state is State.DAS
    assert case.das_referral is not None
    assert (case.das_referral.meanwhile, case.das_referral.answered_on) == ("waits", None)
    assert "They visit today." in case.steps[-1].reason
    assert page.decided is not None
    said = " | ".join(label.text() for label in page.decided.findChildren(QLabel))
    assert "The request waits for the answer." in said
    assert "No letter is made" in said
    assert page.decided.letters == {}


def test_no_after_all_brings_the_decision_back(page: DecidePage) -> None:
    page.harm.choice.button("yes").click()
    page.harm.choice.button("no").click()
    assert page.checks.isVisible()
    assert page.outcome.isVisible()
    assert page.harm.is_done


def test_checks_say_how_many_are_back_and_hold_nothing_up(page: DecidePage) -> None:
    assert page.checks.accessibleName() == "Checks, 1 of 2 back"
    assert page.checks in page.regions()
    back, waits = page.checks.findChildren(CheckRow)
    assert [text for _name, text in back.cells()][1].startswith("Tue 17 Nov, ")
    assert waits.cells()[1] == ("", "Asked Tue 17 Nov")
    rows = page.form.session.value("checks.checks")
    assert isinstance(rows, list)
    page.form.give("checks.checks", [{**row, "back": True} for row in rows])
    assert page.checks.accessibleName() == "Checks, 2 of 2 back"
    assert page.checks.is_done


def test_what_is_typed_is_kept_without_a_save_button(
    qtbot: QtBot, page: DecidePage, demo_desk: Desk, asked: Asked
) -> None:
    write(qtbot, page, "outcome.reason", "Because.")
    qtbot.waitUntil(lambda: bool(asked.saved))
    kept = demo_desk.forms.open(page.form.record_id)
    assert kept.values["outcome.reason"] == "Because."


def test_a_draft_is_kept_and_come_back_to(
    qtbot: QtBot, page: DecidePage, demo_desk: Desk, asked: Asked, case_id: UUID
) -> None:
    write(qtbot, page, "outcome.reason", "To be talked over.")
    page.draft.click()
    assert asked.last.kind == "requests"
    page.left()
    again = DecidePage(demo_desk, asked.navigator, case_id)
    qtbot.addWidget(again)
    assert again.form.session.value("outcome.reason") == "To be talked over."
    again.left()


def test_a_full_disk_is_said_and_leaving_asks_first(
    qtbot: QtBot, page: DecidePage, demo_desk: Desk, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_a: object, **_k: object) -> None:
        raise EhdeskError("The disk is full", "Nothing is lost.", "Free some space.")

    monkeypatch.setattr(demo_desk.forms, "save", full)
    give(page, reason="Because.")
    page.keep()
    assert asked.failed[-1].title == "The disk is full"
    monkeypatch.setattr(ask, "answers", [False])
    assert not page.may_leave()
    monkeypatch.undo()
    assert page.may_leave()


def test_the_whole_form_is_one_press_away(page: DecidePage, demo_desk: Desk, asked: Asked) -> None:
    page.request.form_wanted.emit()
    assert asked.last.kind == "wizard"
    assert demo_desk.forms.open(asked.last.params["record_id"]).form.code == "request"


def test_escape_goes_to_the_requests(page: DecidePage, asked: Asked) -> None:
    page.header.breadcrumb_chosen.emit(0)
    assert asked.last.kind == "requests"
    assert page.breadcrumb()[-1][0] == "Requests"


def test_a_request_that_is_not_waiting_says_so(demo_desk: Desk, asked: Asked, qtbot: QtBot) -> None:
    other = demo_desk.lists.case_id("EH-26-0001")
    assert other is not None
    with pytest.raises(EhdeskError, match="not waiting for a decision"):
        DecidePage(demo_desk, asked.navigator, other)


def test_reading_the_page_again_asks_the_store_nothing(page: DecidePage, demo_desk: Desk) -> None:
    with counted_statements(demo_desk) as statements:
        page.refresh()
    assert statements == []


def test_the_record_key_works_from_inside_a_box(page: DecidePage) -> None:
    record = next(command for command in page.commands() if command.keys)
    assert record.keys == "Ctrl+Return"
    record.run()
    assert page.summary.isVisible()
    assert page.summary.hasFocus()
    assert page.summary.focusPolicy() != Qt.FocusPolicy.NoFocus


def test_only_who_may_work_with_families_is_offered_as_the_worker(
    qtbot: QtBot, demo_desk: Desk, asked: Asked, case_id: UUID
) -> None:
    colleague(demo_desk, "Rae Reader", Role.READER)
    colleague(demo_desk, "Win Worker", Role.PRACTITIONER)
    page = DecidePage(demo_desk, asked.navigator, case_id)
    qtbot.addWidget(page)
    page.refresh()
    page.show()
    choose(page, "outcome.threshold", "met")
    choose(page, "outcome.route", "twelve_weeks")
    box = page.outcome.view.questions["outcome.person"].editor.findChild(QComboBox)
    assert box is not None
    offered = [box.itemText(number) for number in range(box.count())]
    assert "Win Worker, no families" in offered
    assert not any("Rae Reader" in words for words in offered)
