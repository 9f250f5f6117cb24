"""Small pages for what is beside the pathway, filled in by somebody at the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ehdesk.demo import side_roads as road
from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from ehdesk.domain.access import Role
from ehdesk.domain.lead_duties import lead_duties
from ehdesk.domain.pathway import State
from tests.desks import TODAY, a_journey, a_plan, colleague
from tests.ui.accessible import nameless
from tests.ui.case_pages import Asked, listening, show
from ui.cases.beside.again_page import AskSupportPage, BeginAgainPage
from ui.cases.beside.commands import beside_commands
from ui.cases.beside.das_answer_page import DasAnswerPage
from ui.cases.beside.duties_page import DutiesPage
from ui.cases.beside.ehc_page import EhcPage
from ui.cases.beside.moved_page import MovedPage
from ui.cases.beside.pause_page import PausePage
from ui.cases.beside.short_work_page import ShortWorkPage
from ui.cases.case_menu import case_menu
from ui.cases.case_page import CasePage
from ui.cases.holidays_page import HolidaysPage
from ui.cases.overview_tab import OverviewTab
from ui.kit.navigation import Page, Place
from ui.requests.das_page import DasPage

Open = Callable[..., tuple[Page, Asked]]


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Open]:
    pages: list[Page] = []

    def make(desk: Desk, kind: Callable[..., Page], case_id: UUID) -> tuple[Page, Asked]:
        navigator, asked = listening()
        page = kind(desk, navigator, case_id=case_id)
        navigator.setParent(page)
        page.refresh()
        show(qtbot, page)
        pages.append(page)
        assert nameless(page) == []
        return page, asked

    yield make
    for page in pages:
        page.left()


def _closed(desk: Desk) -> Journey:
    go = a_journey(desk)
    go.send(120)
    go.decide(118, "twelve_weeks")
    go.close(60)
    go.on(0)
    return go


def _short(desk: Desk) -> Journey:
    go = a_journey(desk)
    go.send(35)
    go.decide(30, "twelve_weeks")
    go.on(0)
    return go


def said(page: Page) -> str:
    return " | ".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def menu_of(desk: Desk, go: Journey) -> list[str]:
    navigator, _asked = listening()
    return [command.text for group in case_menu(go.case, desk, navigator) for command in group]


def test_a_case_begun_again_opens_its_request_and_both_cases_name_each_other(
    desk: Desk, opened: Open
) -> None:
    go = _closed(desk)
    page, asked = opened(desk, BeginAgainPage, go.case_id)
    assert isinstance(page, BeginAgainPage)
    page.record_button.click()
    assert "Choose what begins" in said(page)
    page.kind.set_value("request")
    page.why.set_value("The family rang.")
    page.record_button.click()
    assert asked.last.kind == "wizard"
    again = desk.cases.get(desk.forms.open(asked.last.params["record_id"]).case_id)
    assert again.steps[0].reason == "The family rang."
    for case, words in ((again, "Earlier help: 1 episode"), (go.case, "Other help: 1 episode")):
        shown, asks = opened(desk, CasePage, case.id)
        assert isinstance(shown, CasePage)
        assert isinstance(shown.tab, OverviewTab)
        assert words in said(shown)
        shown.tab.earlier.buttons[0].click()
        assert asks.last.params["case_id"] != case.id


def test_a_family_whose_request_runs_can_only_be_given_an_assessment_of_ones_own(
    desk: Desk, opened: Open
) -> None:
    go = _closed(desk)
    desk.episodes.reopen(go.case_id)
    page, asked = opened(desk, BeginAgainPage, go.case_id)
    assert isinstance(page, BeginAgainPage)
    assert page.kind.value() == "own_eha"
    page.why.set_value("We hold it ourselves.")
    page.record_button.click()
    own = desk.cases.get(desk.forms.open(asked.last.params["record_id"]).case_id)
    assert (own.kind, own.state) == ("own_eha", State.ASSESSING)


def test_support_is_asked_for_within_ones_own_assessment(desk: Desk, opened: Open) -> None:
    go = a_journey(desk)
    road.own_assessment(go, 80)
    go.on(0)
    assert "Ask for support within this assessment" in menu_of(desk, go)
    page, asked = opened(desk, AskSupportPage, go.case_id)
    assert isinstance(page, AskSupportPage)
    page.what.set_value("Somebody for the evenings.")
    page.record_button.click()
    request = desk.cases.get(desk.forms.open(asked.last.params["record_id"]).case_id)
    assert request.request_type == "existing_eha"
    assert request.steps[0].reason == "Somebody for the evenings."
    assert "Ask for support within this assessment" not in menu_of(desk, go)


def test_a_case_is_paused_says_so_and_goes_on(desk: Desk, opened: Open) -> None:
    go = a_plan(desk)
    page, asked = opened(desk, PausePage, go.case_id)
    assert isinstance(page, PausePage)
    page.until.set_value((TODAY + timedelta(days=400)).isoformat())
    page.record_button.click()
    assert "a longer pause is looked at again" in said(page)
    assert "Enter why it is paused" in said(page)
    page.until.set_value((TODAY + timedelta(days=14)).isoformat())
    page.reason.set_value("Dawn is in hospital.")
    page.record_button.click()
    assert asked.said == ["The case is paused"]
    shown, _asks = opened(desk, CasePage, go.case_id)
    assert isinstance(shown, CasePage)
    assert "Paused until 1 Dec" in shown.header.pills
    again, _asked = opened(desk, PausePage, go.case_id)
    assert isinstance(again, PausePage)
    assert "Paused until 1 December 2026. Dawn is in hospital." in said(again)
    again.record_button.click()
    assert "Choose what happens now" in said(again)
    again.what.set_value("resume")
    again.reason.set_value("She is home.")
    again.record_button.click()
    assert go.case.pause is None
    assert [step.move for step in go.case.steps][-2:] == ["paused", "resumed"]


def test_who_holds_the_family_in_the_holidays_is_on_the_case_page(desk: Desk, opened: Open) -> None:
    go = a_plan(desk)
    page, _asked = opened(desk, HolidaysPage, go.case_id)
    assert isinstance(page, HolidaysPage)
    page.record_button.click()
    assert "Enter who holds the family" in said(page)
    page.who.set_value("Anita Rowe")
    page.record_button.click()
    shown, _asks = opened(desk, CasePage, go.case_id)
    assert "Holidays" in said(shown)


def test_two_linked_plans_are_led_by_the_school(desk: Desk, opened: Open) -> None:
    go = a_journey(desk)
    go.send(20)
    go.decide(15, "eha")
    go.on(0)
    page, _asked = opened(desk, EhcPage, go.case_id)
    assert isinstance(page, EhcPage)
    page.plan.set_value("yes")
    page.record_button.click()
    assert "Choose how the two plans will work together" in said(page)
    page.mode.set_value("two_plans")
    page.record_button.click()
    case = go.case
    assert (case.ehc_plan, case.ehc_mode) == ("yes", "two_plans")
    assert case.lead_practitioner is not None
    shown, _asks = opened(desk, CasePage, go.case_id)
    assert "Yes, two linked plans" in said(shown)


def test_a_family_that_moved_away_brings_its_answers_into_the_closure_form(
    desk: Desk, opened: Open
) -> None:
    go = a_plan(desk)
    page, asked = opened(desk, MovedPage, go.case_id)
    assert isinstance(page, MovedPage)
    page.record_button.click()
    assert "Enter the day they moved" in said(page)
    page.on.set_value("2026-11-10")
    page.to.set_value("Marlshire")
    page.told.set_value("yes")
    page.record_button.click()
    answers = desk.forms.open(asked.last.params["record_id"]).values
    assert desk.pack.closure_reason(str(answers["why.reason"])).moved_away
    assert (answers["why.moved_to"], answers["why.receiving_told"]) == ("Marlshire", "yes")


def test_a_request_of_a_family_that_moved_away_ends(desk: Desk, opened: Open) -> None:
    go = a_journey(desk)
    go.send(5)
    go.on(0)
    page, _asked = opened(desk, MovedPage, go.case_id)
    assert isinstance(page, MovedPage)
    page.on.set_value("2026-11-10")
    page.to.set_value("Marlshire")
    page.record_button.click()
    assert go.case.state is State.WITHDRAWN
    assert "moved away on 10 November 2026, to Marlshire" in go.case.steps[-1].reason


def test_the_duties_of_the_lead_are_worked_out_from_the_record(desk: Desk, opened: Open) -> None:
    go = a_plan(desk)
    go.meet(9)  # one of those named has no minutes yet
    go.on(0)
    duties = lead_duties(go.case, desk.pack, TODAY)
    assert [duty.code for duty in duties] == [point.code for point in desk.pack.lp_duties]
    stands = {duty.code: duty.stands for duty in duties}
    assert "leads since" in stands["lead"].words
    assert not stands["minutes"].is_met
    page, asked = opened(desk, DutiesPage, go.case_id)
    assert isinstance(page, DutiesPage)
    for duty in duties:
        assert duty.stands.words in said(page)
        assert ("To do" in said(page)) or duty.stands.is_met
    page.buttons["minutes"].click()
    assert (asked.last.kind, asked.last.params["paper"]) == ("print", "minutes")
    page.hand_over.click()
    assert asked.last.kind == "wizard"


def test_short_work_says_its_week_keeps_notes_and_leads_to_its_review(
    desk: Desk, opened: Open
) -> None:
    go = _short(desk)
    page, asked = opened(desk, ShortWorkPage, go.case_id)
    assert isinstance(page, ShortWorkPage)
    assert page.weeks.text() == "Week 5 of 12"
    page.note.set_value("Two visits.")
    page.record_button.click()
    assert [added.text for added in go.case.additions] == ["Two visits."]
    again, asked = opened(desk, ShortWorkPage, go.case_id)
    assert isinstance(again, ShortWorkPage)
    assert "Two visits." in said(again)
    again.review_button.click()
    assert asked.last.kind == "wizard"
    assert go.case.draft("short_review") is not None


def test_a_call_to_the_duty_service_asks_what_happens_meanwhile_and_its_answer_is_recorded(
    desk: Desk, opened: Open
) -> None:
    go = a_plan(desk)
    page, _asked = opened(desk, DasPage, go.case_id)
    assert isinstance(page, DasPage)
    page.view.who.set_value("Duty worker")
    page.view.said.set_value("Bruises.")
    page.view.record.click()
    assert "Choose what happens to the case meanwhile" in said(page)
    page.view.meanwhile.set_value("waits")
    page.view.record.click()
    assert go.case.state is State.DAS
    call = go.case.das_referral
    assert call is not None
    assert (call.happened_at, call.taken_by, call.meanwhile) == ("10:42am", "Duty worker", "waits")
    answer, _asks = opened(desk, DasAnswerPage, go.case_id)
    assert isinstance(answer, DasAnswerPage)
    assert "At 10:42am. Taken by Duty worker. Bruises. The case waits meanwhile." in said(answer)
    answer.record_button.click()
    assert "Choose what happens with the case" in said(answer)
    answer.what.set_value("back_to_plan")
    answer.said.set_value("No further action.")
    answer.record_button.click()
    assert go.case.state is State.PLAN
    assert go.case.das_referrals[-1].answer == "No further action."
    titles = [e.title for e in desk.cases.timeline(go.case) if e.lane == "events"]
    assert titles == ["Call to DAS", "DAS answered"]


def test_a_worry_about_a_closed_case_is_recorded_in_a_new_one(desk: Desk, opened: Open) -> None:
    go = _closed(desk)
    assert any("Duty and Advice" in words for words in menu_of(desk, go))
    page, asked = opened(desk, DasPage, go.case_id)
    assert isinstance(page, DasPage)
    assert "begins a new one of the family" in said(page)
    page.view.who.set_value("Duty worker")
    page.view.said.set_value("Bruises.")
    page.view.meanwhile.set_value("goes_on")
    page.view.record.click()
    new = desk.cases.get(asked.last.params["case_id"])
    assert (new.state, new.previous_case_id) == (State.DAS, go.case_id)


def test_a_second_worry_while_the_duty_service_has_the_case_is_one_more_call(desk: Desk) -> None:
    go = a_plan(desk)
    for said_now in ("Bruises.", "More bruises."):
        desk.requests.refer_to_das(
            go.case_id, when=TODAY, who_took_it="Duty worker", reason=said_now
        )
    assert [call.said for call in go.case.das_referrals] == ["Bruises.", "More bruises."]
    assert [step.move for step in go.case.steps].count("refer_to_das") == 1


def test_hand_overs_and_pauses_are_on_the_timeline_and_in_the_list_of_steps(desk: Desk) -> None:
    go = a_plan(desk)
    road.hand_over(go, 10)
    road.pause(go, 5, 9, "Dawn is in hospital.")
    go.on(0)
    events = [e for e in desk.cases.timeline(go.case) if e.lane == "events"]
    assert [(event.title, event.state) for event in events] == [
        ("Handed over", "Recorded"),
        ("Paused", "Open"),
    ]
    assert events[0].record == str(go.case.finished("hand_over")[-1].id)
    why = [step.why for step in desk.cases.steps_taken(go.case)]
    assert why[0] == "Until 26 Nov 2026. Dawn is in hospital."


def test_the_menu_offers_only_what_makes_sense_and_what_one_may_do(desk: Desk) -> None:
    go = _short(desk)
    words = menu_of(desk, go)
    assert "Short-term work" in words
    assert "Pause the case" in words
    assert not any(text.startswith("Duties of") for text in words)
    reader = colleague(desk, "Rae Reader", Role.READER)
    navigator, _asked = listening()
    offered = {command.text for command in beside_commands(go.case, reader, navigator)}
    assert offered == {"Short-term work"}


@pytest.mark.parametrize(
    ("node", "kind"),
    [("twelve_weeks", "short_work"), ("work_no_taf", "short_work"), ("safeguarding", "das")],
)
def test_nodes_of_the_map_open_their_pages(desk: Desk, opened: Open, node: str, kind: str) -> None:
    go = _short(desk)
    page, asked = opened(desk, CasePage, go.case_id)
    assert isinstance(page, CasePage)
    assert isinstance(page.tab, OverviewTab)
    assert page.tab.pathway is not None
    page.tab.pathway.map.node(node).click()
    assert asked.last == Place(kind, case_id=go.case_id)
