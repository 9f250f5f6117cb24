"""The doors to every form: the case menu, the Documents tab, the list of requests."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ehdesk.desk import Desk
from ehdesk.domain.pathway import State
from tests.ui.case_pages import listening, open_case
from ui.cases.documents_tab import DocumentsTab
from ui.kit.navigation import Place
from ui.requests.requests_page import RequestsPage


def _menu_of(page: object) -> dict[str, object]:
    """The actions that open beside the menu of a case, by their words."""
    menu = page.header.menu  # type: ignore[attr-defined]
    beside = next(action.menu() for action in menu.actions() if action.text() == "Begin a form")
    return {action.text(): action for action in beside.actions()}


@pytest.mark.parametrize(
    ("family", "words", "code"),
    [
        ("Tilbrook", "Refer to the panel", "masp"),
        ("Fenwick", "Record what the panel decided", "panel"),
        ("Hussain-Grant", "Step up to social care", "step_up"),
        ("Stannard", "Step down from social care", "step_down"),
        ("Tilbrook", "Fill in a consent form", "consent"),
        ("Brennan", "Fill in the Allocations Hub proforma", "hub_proforma"),
    ],
)
def test_the_menu_of_a_case_begins_the_forms_that_make_sense_for_it(
    qtbot: QtBot, demo_desk: Desk, family: str, words: str, code: str
) -> None:
    page, asked = open_case(qtbot, demo_desk, family)
    _menu_of(page)[words].trigger()  # type: ignore[attr-defined]
    assert asked.last.kind == "wizard"
    assert demo_desk.forms.open(asked.last.params["record_id"]).form.code == code


def test_the_documents_tab_offers_the_forms_and_says_how_far_a_draft_is(
    qtbot: QtBot, demo_desk: Desk
) -> None:
    page, asked = open_case(qtbot, demo_desk, "Tilbrook")
    page.takes(Place("case", case_id=page.case_id(), tab="documents"))
    tab = page.tab
    assert isinstance(tab, DocumentsTab)
    assert "Record what the panel decided" not in tab.begin.buttons
    tab.begin.buttons["Refer to the panel"].click()
    record = asked.last.params["record_id"]
    demo_desk.forms.save(record, {}, place="", steps_done=2, steps_total=8)
    page.refresh()
    first = next(iter(tab.begin.buttons.values()))
    assert first.text() == "Refer to the panel"
    assert first.accessibleDescription() == "2 of 8 steps done"


def test_a_closed_case_begins_only_a_new_case_of_the_family(qtbot: QtBot, demo_desk: Desk) -> None:
    page, asked = open_case(qtbot, demo_desk, "Thackerby")
    page.takes(Place("case", case_id=page.case_id(), tab="documents"))
    tab = page.tab
    assert isinstance(tab, DocumentsTab)
    assert tab.begin.isHidden()
    again = next(a for a in page.header.menu.actions() if a.text().startswith("Step down"))
    again.trigger()
    opened = demo_desk.forms.open(asked.last.params["record_id"])
    assert opened.form.code == "step_down"
    assert opened.case_id != page.case_id()
    assert opened.values["family.name"] == "Thackerby"


def test_the_list_of_requests_begins_a_step_down(qtbot: QtBot, demo_desk: Desk) -> None:
    navigator, asked = listening()
    page = RequestsPage(demo_desk, navigator)
    qtbot.addWidget(page)
    page.step_down_button.click()
    assert asked.last.kind == "new_step_down"
    record = demo_desk.step_downs.start()
    assert demo_desk.cases.get(demo_desk.forms.open(record).case_id).state is State.DRAFT
