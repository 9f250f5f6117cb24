"""Small pages for what is beside the pathway, filled in by somebody at the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from uuid import UUID

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
)
from pytestqt.qtbot import QtBot

from ehdesk.demo import side_roads as road
from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from ehdesk.domain.access import Role
from ehdesk.domain.ages import ages_on
from ehdesk.domain.due import Obligation, deed_of
from ehdesk.domain.lead_duties import lead_duties
from ehdesk.domain.pathway import State
from ehdesk.kernel.clock import SetClock
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.ids import new_id
from tests.desks import TODAY, a_journey, a_plan, colleague
from tests.ui.accessible import nameless
from tests.ui.case_pages import Asked, listening, show
from ui.cases.ask_signature_page import OversightNotePage
from ui.cases.beside.again_page import AskSupportPage, BeginAgainPage
from ui.cases.beside.commands import beside_commands
from ui.cases.beside.das_answer_page import DasAnswerPage
from ui.cases.beside.duties_page import DutiesPage
from ui.cases.beside.ehc_page import EhcPage
from ui.cases.beside.moved_page import MovedPage
from ui.cases.beside.pause_page import PausePage
from ui.cases.beside.short_work_page import ShortWorkPage
from ui.cases.case_cells import status_pill
from ui.cases.case_menu import case_menu
from ui.cases.case_page import CasePage
from ui.cases.disagreement_page import DisagreementPage
from ui.cases.holidays_page import HolidaysPage
from ui.cases.overview_tab import OverviewTab
from ui.cases.record_tab import RecordTab
from ui.cases.restricted_page import RestrictedPage
from ui.kit.buttons import Button
from ui.kit.navigation import Page, Place
from ui.kit.text_area import TextArea
from ui.requests.das_page import DasPage
from ui.requests.step_page import StepPage
from ui.work.doing import do, open_draft

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


def test_what_the_duty_service_said_is_kept_while_its_answer_goes_on_in_a_form(
    desk: Desk, opened: Open
) -> None:
    go = a_plan(desk)
    desk.requests.refer_to_das(
        go.case_id, when=TODAY, who_took_it="Duty worker", reason="Bruises.", meanwhile="waits"
    )
    page, asked = opened(desk, DasAnswerPage, go.case_id)
    assert isinstance(page, DasAnswerPage)
    page.what.set_value("closure")
    page.what.value_changed.emit()
    assert not page.draft.is_begun
    page.said.set_value("They take it on from Monday.")
    page.said.value_changed.emit()
    page.record_button.click()
    assert asked.last.kind == "wizard"
    assert page.draft.keep()
    page.left()
    again, _asked = opened(desk, DasAnswerPage, go.case_id)
    assert isinstance(again, DasAnswerPage)
    assert again.said.value() == "They take it on from Monday."


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


READS = (Role.READER,)


@pytest.mark.parametrize(
    ("kind", "roles", "who"),
    [
        (PausePage, (Role.HUB_COORDINATOR,), "a practitioner, a manager or a locality officer"),
        (DasAnswerPage, (Role.HUB_COORDINATOR,), "a practitioner, a manager or a locality officer"),
        (HolidaysPage, READS, "a practitioner, a manager or a locality officer"),
        (OversightNotePage, (Role.PRACTITIONER,), "that is for a manager"),
        (DisagreementPage, READS, "or a hub co-ordinator"),
        (StepPage, READS, "a practitioner, a manager or a locality officer"),
        (DasPage, READS, "or a hub co-ordinator"),
    ],
)
def test_a_page_that_somebody_may_not_use_says_who_can_and_asks_nothing(
    desk: Desk, opened: Open, kind: type[Page], roles: tuple[Role, ...], who: str
) -> None:
    go = a_plan(desk)
    if kind is DasAnswerPage:
        road.ring_das(go, 0, "Bruises.", meanwhile="goes_on")
    page, _asked = opened(colleague(desk, "Sam Other", *roles), kind, go.case_id)
    assert who in said(page)
    boxes = (QPlainTextEdit, QLineEdit, QComboBox, QRadioButton)
    assert not [box for one in boxes for box in page.findChildren(one) if box.isVisible()]
    pressed = {one.text() for one in page.findChildren(Button) if one.isVisible()}
    assert not {text for text in pressed if text.startswith(("Record", "Write"))}
    if kind is DasAnswerPage:
        assert "Bruises." in said(page)


def test_whoever_may_not_open_a_restricted_note_is_told_who_can(desk: Desk, opened: Open) -> None:
    go, note = _restricted(desk)
    hub = colleague(desk, "Hal Hub", Role.HUB_COORDINATOR)
    page, _asked = opened(hub, partial(RestrictedPage, contact_id=note), go.case_id)
    assert "There is a restricted note of" in said(page)
    assert "that is for a practitioner, a manager or a locality officer" in said(page)
    assert not page.findChildren(TextArea)[0].isVisible()


def test_a_note_that_is_not_there_any_more_is_said_above_the_question(
    desk: Desk, opened: Open
) -> None:
    go, _note = _restricted(desk)
    page, asked = opened(desk, partial(RestrictedPage, contact_id=new_id()), go.case_id)
    assert isinstance(page, RestrictedPage)
    page.reason.set_value("A call from the school.")
    page.record_button.click()
    assert [link.text() for link in page.summary.links()] == ["That is not a restricted note."]
    assert asked.errors == []


def _restricted(desk: Desk) -> tuple[Journey, UUID]:
    go = a_plan(desk)
    record = desk.contacts.start(go.case_id)
    go.save(
        record,
        {
            "contact.kind": "call",
            "contact.on": TODAY.isoformat(),
            "contact.who": "Dawn",
            "contact.reached": "yes",
            "contact.said": "Where she lives now.",
            "contact.restricted": "yes",
        },
    )
    desk.contacts.finish(record)
    return go, next(one.id for one in go.case.contacts if one.restricted)


def test_a_work_note_is_dated_on_the_day_it_happened_and_says_how_old_the_children_were(
    desk: Desk, opened: Open
) -> None:
    go = _short(desk)
    page, _asked = opened(desk, ShortWorkPage, go.case_id)
    assert isinstance(page, ShortWorkPage)
    page.on.set_value((TODAY + timedelta(days=1)).isoformat())
    page.note.set_value("A visit.")
    page.record_button.click()
    assert "Enter today’s date or an earlier one" in said(page)
    last_week = TODAY - timedelta(days=7)
    page.on.input.set_value(last_week.isoformat())
    page.on.tell()
    aged = ages_on(go.case, last_week)
    assert f"{aged} on that day. It happened 7 days before it is recorded." in said(page)
    page.record_button.click()
    (added,) = go.case.additions
    assert (added.on, added.written_on) == (last_week, TODAY)
    again, _asked = opened(desk, ShortWorkPage, go.case_id)
    assert f"Tue 10 Nov  ·  Anita Rowe  ·  {aged}  ·  written down Tue 17 Nov" in said(again)
    entry = next(e for e in desk.cases.timeline(go.case) if e.record == f"added:{added.id}")
    assert (entry.start, entry.title) == (last_week, "Note by Anita Rowe")
    assert entry.detail == f"A visit. {aged}. Recorded 17 Nov 2026."
    told = {event.key: event for event in desk.cases.chronology(go.case)}
    assert (told[entry.key].on, told[entry.key].sort) == (last_week, "Note")


def test_what_is_added_to_a_closed_record_says_when_it_happened(desk: Desk, opened: Open) -> None:
    go = _closed(desk)
    page, _asked = opened(desk, partial(CasePage, tab="record"), go.case_id)
    assert isinstance(page, CasePage)
    tab = page.tab
    assert isinstance(tab, RecordTab)
    tab.additions.text.set_value("Mum rang to say thank you.")
    tab.additions.on.set_value("32")
    tab.additions.add_button.click()
    assert go.case.additions == ()
    assert tab.additions.on.row.error()
    tab.additions.on.set_value((TODAY - timedelta(days=3)).isoformat())
    tab.additions.add_button.click()
    (added,) = go.case.additions
    assert added.on == TODAY - timedelta(days=3)
    QApplication.processEvents()
    assert "Sat 14 Nov  ·  written down Tue 17 Nov, 10:42am" in said(page)
    assert tab.additions.on.day() == TODAY
    with pytest.raises(EhdeskError):
        desk.cases.add_note(go.case_id, "Tomorrow.", happened_on=TODAY + timedelta(days=1))


def test_a_record_that_stays_open_overnight_is_added_to_on_the_new_day(
    desk: Desk, opened: Open
) -> None:
    go = a_plan(desk)
    page, _asked = opened(desk, partial(CasePage, tab="record"), go.case_id)
    assert isinstance(page, CasePage)
    tab = page.tab
    assert isinstance(tab, RecordTab)
    clock = desk.clock
    assert isinstance(clock, SetClock)
    clock.move_to(clock.now() + timedelta(days=1))
    tomorrow = TODAY + timedelta(days=1)
    page.refresh()
    assert tab.additions.on.day() == tomorrow
    assert tab.draft is not None
    assert not tab.draft.is_begun
    tab.additions.text.set_value("Mum rang to say thank you.")
    tab.additions.add_button.click()
    assert [added.on for added in go.case.additions] == [tomorrow]
    assert tab.additions.on.day() == tomorrow
    tab.additions.text.set_value("Written in the evening.")
    clock.move_to(clock.now() + timedelta(days=1))
    page.refresh()
    assert tab.additions.on.day() == tomorrow, "words keep the day that they were written with"
    tab.additions.on.set_value((tomorrow + timedelta(days=1)).isoformat())
    assert tab.additions.on.problem() == ""


def _at_the_hub(desk: Desk) -> Journey:
    go = a_journey(desk)
    go.send(9)
    go.accept(7, "eha")
    go.on(0)
    return go


def _overview(page: Page) -> OverviewTab:
    assert isinstance(page, CasePage)
    assert isinstance(page.tab, OverviewTab)
    return page.tab


def test_whoever_asked_sees_who_supports_the_family_while_a_decision_waits(
    desk: Desk, opened: Open
) -> None:
    owen = colleague(desk, "Owen Asked", Role.PRACTITIONER)
    go = a_journey(desk)
    go.send(3)
    go.on(0)
    who, phone = owen.hub.support_meanwhile(go.case)
    page, _asked = opened(owen, CasePage, go.case_id)
    words = said(page).replace("\xa0", " ")
    assert who in words
    assert (f"Ring {phone}." if phone else "of its locality") in words
    go.accept(1, "eha")
    go.on(0)
    page.refresh()
    assert _overview(page).meanwhile.isVisible()
    helped, _asked = opened(owen, CasePage, _short(desk).case_id)
    assert not _overview(helped).meanwhile.isVisible()


def test_a_question_of_the_hub_is_due_and_answered_on_the_page_of_the_case(
    desk: Desk, opened: Open
) -> None:
    go = _at_the_hub(desk)
    desk.hub.ask(go.case_id, "Has the health visitor been told?")
    owen = colleague(desk, "Owen Asked", Role.PRACTITIONER)
    page, asked = opened(owen, CasePage, go.case_id)
    (due,) = [one for one in owen.cases.obligations(go.case) if one.kind == "hub_question"]
    assert due.title == "Answer the Allocations Hub: Has the health visitor been told?"
    assert owen.may(deed_of("hub_question"))
    navigator, asked = listening()
    do(due, go.case_id, owen, navigator)
    assert page.takes(asked.last)
    (one,) = _overview(page).questions.open.values()
    assert QApplication.focusWidget() is one.text
    one.button.click()
    assert one.row.error() == "Enter the answer"
    one.text.set_value("Yes, by the school.")
    one.draft.note_change()
    page.keep()
    again, _asked = opened(owen, CasePage, go.case_id)
    (kept,) = _overview(again).questions.open.values()
    assert kept.text.value() == "Yes, by the school."
    kept.button.click()
    again.refresh()
    (question,) = go.case.hub_questions
    assert (question.answer, question.answered_by) == ("Yes, by the school.", "Owen Asked")
    assert not _overview(again).questions.isVisible()
    assert "hub_question" not in {one.kind for one in desk.cases.obligations(go.case)}
    assert owen.drafts.of_case(go.case_id) == {}
    page.left()


def test_what_a_manager_has_to_look_at_opens_the_part_of_the_record_for_it(
    desk: Desk, opened: Open
) -> None:
    go = a_plan(desk)
    due = Obligation("oversight", "Look at the case", "", "A manager looks at it")
    navigator, asked = listening()
    do(due, go.case_id, desk, navigator)
    page, _asked = opened(desk, partial(CasePage, **_more(asked.last)), go.case_id)
    assert isinstance(page, CasePage)
    assert isinstance(page.tab, RecordTab)
    assert page.tab.parts.value() == "oversight"
    assert page.tab.note_button.isVisible()


def _more(place: Place) -> dict[str, str]:
    return {key: value for key, value in place.params.items() if key != "case_id"}


def test_a_request_that_was_sent_back_is_gone_on_with_where_it_says_what_is_missing(
    desk: Desk,
) -> None:
    go = a_journey(desk)
    go.send(9)
    go.decide_otherwise(5, "returned")
    go.on(0)
    assert go.case.state is State.RETURNED
    (draft,) = desk.lists.today().drafts
    navigator, asked = listening()
    open_draft(desk, navigator, draft)
    assert asked.last == Place("returned", case_id=go.case_id)


def test_a_case_that_was_only_advised_does_not_say_closed(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(9)
    go.decide_otherwise(5, "advised")
    go.on(0)
    (line,) = desk.lists.case_lines((go.case_id,))
    assert status_pill(line, TODAY)[0] == "Advised"
