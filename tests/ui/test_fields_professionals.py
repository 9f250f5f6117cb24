"""A professional is written down once: whoever is known is offered, and their card is copied."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ehdesk.forms import kinds
from ehdesk.forms.spec import Field
from tests.forms.samples import any_row
from tests.ui.accessible import nameless
from tests.ui.forms_in_memory import PeopleInMemory
from tests.ui.kinds_on_a_page import A_PAGE_EACH, KindsPage, row
from tests.ui.pages import in_front
from ui.kit.tasks import wait_for_tasks

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

HELPERS = Field("s.helpers", "Who helps already?", "professionals", bind="professionals")


@pytest.fixture
def page(qtbot):
    def make(rows: Any = (), question: Field = HELPERS) -> KindsPage:
        page = KindsPage(question, values={"s.helpers": list(rows)})
        page.around.known = PeopleInMemory().known_professionals
        return in_front(qtbot, page)

    yield make
    wait_for_tasks()


def test_somebody_known_is_offered_by_name_and_fills_the_row(page, qtbot):
    at = page()
    helper = at.editor("s.helpers").add()
    qtbot.keyClicks(QApplication.focusWidget(), "Pri")
    name_offers = helper.offers[0]
    qtbot.waitUntil(name_offers.is_offering)
    assert name_offers.names() == ["Priya Nair, Pastoral lead, Larkmoor Primary"]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(QApplication.activePopupWidget(), key)
    (kept,) = at.kept("s.helpers")
    assert (kept["name"], kept["role"], kept["agency"]) == (
        "Priya Nair",
        "Pastoral lead",
        "Larkmoor Primary",
    )
    assert (kept["agency_type"], kept["phone"]) == ("primary", "0116 496 0123")
    assert helper.is_open()
    at.toasts.undo()
    assert at.kept("s.helpers")[0]["name"] == "Pri"


def test_an_offer_left_alone_changes_nothing_that_was_typed(page, qtbot):
    at = page()
    helper = at.editor("s.helpers").add()
    qtbot.keyClicks(QApplication.focusWidget(), "Pri")
    qtbot.waitUntil(helper.offers[0].is_offering)
    qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Down)
    assert at.kept("s.helpers")[0]["name"] == "Pri", "going past an offer is not taking it"
    qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Escape)
    assert helper.is_open()
    assert at.kept("s.helpers")[0]["name"] == "Pri"


def test_the_end_is_asked_of_those_who_helped_before(page):
    at = page([row(HELPERS, "p", name="Priya Nair")])
    helper = at.editor("s.helpers").rows[0]
    helper.open()
    assert not helper.form.has("until")
    helper.form.editors["involved"].control.button("before").click()
    assert helper.form.has("until")
    assert at.kept("s.helpers")[0]["involved"] == "before"
    helper.close_form()
    assert helper.cells()[1][1] == "Involved before"


def test_enter_in_the_last_box_begins_the_next_one(page, qtbot):
    short = replace(HELPERS, asks=("name", "role", "agency"))
    at = page([row(short, "p", name="Priya Nair")], short)
    helpers = at.editor("s.helpers")
    helpers.rows[0].open()
    agency = helpers.rows[0].form.editors["agency"].line
    agency.setFocus()
    qtbot.keyClick(agency, Qt.Key.Key_Return)
    assert len(helpers.rows) == 2
    assert helpers.rows[1].form.editors["name"].isAncestorOf(QApplication.focusWidget())


def test_every_box_has_a_name(page):
    at = page([row(HELPERS, "p", name="Priya Nair")])
    at.editor("s.helpers").rows[0].open()
    assert nameless(at.view) == []


@A_PAGE_EACH
@given(st.lists(any_row(kinds.columns(HELPERS)), max_size=3, unique_by=lambda r: r["id"]))
def test_whatever_is_kept_comes_back_as_it_was(qtbot, rows):
    page = KindsPage(HELPERS, values={"s.helpers": rows})
    qtbot.addWidget(page)
    kept = page.kept("s.helpers")
    for helper in page.editor("s.helpers").rows:
        helper.show_form()
    page.session.put("s.helpers", page.editor("s.helpers").value())
    assert page.kept("s.helpers") == kept
