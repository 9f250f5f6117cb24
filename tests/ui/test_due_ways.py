"""Where the button of something due leads, and that what is done there ends it."""

from __future__ import annotations

from datetime import timedelta

from pytestqt.qtbot import QtBot

from ehdesk.demo import side_roads as road
from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from ehdesk.domain.pathway import State
from ehdesk.services.pauses import PauseWanted
from tests.desks import TODAY, a_journey, a_plan
from tests.services.due_of import due, one
from tests.ui.case_pages import listening, show
from ui.cases.beside.pause_page import PausePage
from ui.cases.case_page import CasePage
from ui.cases.meetings_tab import MeetingsTab
from ui.cases.reviews_tab import ReviewsTab
from ui.kit.navigation import Place
from ui.work.doing import do


def led_to(desk: Desk, go: Journey, kind: str) -> tuple[Place, str]:
    """The place that the button leads to, and the form that is open there."""
    navigator, asked = listening()
    do(one(go, kind), go.case_id, desk, navigator)
    record = asked.last.params.get("record_id")
    return asked.last, desk.forms.open(record).form.code if record else ""


def test_the_panel_is_thought_of_where_it_can_be(qtbot: QtBot, desk: Desk) -> None:
    go = a_journey(desk)
    go.send(40)
    go.decide(38, "eha")
    road.nobody_in(go, 12, 10, 8)
    go.on(0)
    assert go.case.state is State.ASSESSING
    assert led_to(desk, go, "panel_first")[1] == "closure", "no plan yet: the closing asks"
    planned = a_plan(desk)
    road.nobody_in(planned, 12, 10, 8)
    planned.on(0)
    assert led_to(desk, planned, "panel_first")[1] == "masp"


def test_the_panel_is_thought_of_in_the_closing_that_was_begun(qtbot: QtBot, desk: Desk) -> None:
    go = a_plan(desk)
    draft = go.begin_closing(0)
    go.save(draft, {"why.reason": "DE", "why.masp_asked": "no", "why.masp": "No time."})
    place, form = led_to(desk, go, "panel_first")
    assert (place.params["record_id"], form) == (draft, "closure")


def test_what_a_meeting_or_the_panel_decided_leads_to_its_form(qtbot: QtBot, desk: Desk) -> None:
    go = a_plan(desk)
    go.refer_to_panel(20)
    go.panel_decides(10, "susd")
    go.review(5, decision="change_lead")
    go.on(0)
    assert led_to(desk, go, "hand_over")[1] == "hand_over"
    assert led_to(desk, go, "panel_actions")[1] == "taf_meeting"
    assert led_to(desk, go, "panel_again")[1] == "masp"


def test_a_pause_ends_on_the_page_that_its_line_leads_to(qtbot: QtBot, desk: Desk) -> None:
    go = a_plan(desk)
    desk.pauses.pause(go.case_id, PauseWanted(TODAY + timedelta(days=14), "Dawn is away."))
    place, _form = led_to(desk, go, "pause")
    assert place == Place("pause", case_id=go.case_id)
    navigator, _asked = listening()
    page = PausePage(desk, navigator, case_id=go.case_id)
    show(qtbot, page)
    page.what.set_value("resume")
    page.reason.set_value("She is home.")
    page.record_button.click()
    assert not due(go, "pause")


def test_a_plan_is_met_about_and_reviewed_while_the_duty_service_has_the_case(
    qtbot: QtBot, desk: Desk
) -> None:
    go = a_plan(desk)
    road.ring_das(go, 1, "A bruise.", meanwhile="goes_on")
    go.on(0)
    navigator, asked = listening()
    page = CasePage(desk, navigator, case_id=go.case_id)
    navigator.setParent(page)
    page.refresh()
    show(qtbot, page)
    assert "Plan a meeting" in [one.text() for one in page.tab.header_actions()]
    for name, tab in (("reviews", ReviewsTab), ("meetings", MeetingsTab)):
        assert page.takes(Place("case", case_id=go.case_id, tab=name))
        assert isinstance(page.tab, tab)
        assert page.tab.start_button in page.tab.header_actions()
        page.tab.start_button.click()
        assert asked.last.kind == "wizard"
