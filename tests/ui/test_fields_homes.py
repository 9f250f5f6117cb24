"""Other homes and contact restrictions, as a person writes them down."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ehdesk.forms import kinds
from ehdesk.forms.spec import Check, Field
from tests.forms.samples import any_row
from tests.ui.accessible import nameless
from tests.ui.kinds_on_a_page import A_PAGE_EACH, PEOPLE, KindsPage, family, row
from tests.ui.pages import in_front

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

HOMES = Field(
    "s.homes", "Are there other homes?", "homes", bind="homes", checks=(Check("home_postcodes"),)
)
RESTRICTIONS = Field("s.res", "Who is restricted?", "restrictions", bind="restrictions")


@pytest.fixture
def page(qtbot):
    def make(**values: Any) -> KindsPage:
        given = {"s.people": family()} | {f"s.{key}": value for key, value in values.items()}
        page = KindsPage(PEOPLE, HOMES, RESTRICTIONS, values=given)
        return in_front(qtbot, page)

    return make


def test_a_home_is_written_and_another_begun_with_enter(page, qtbot):
    at = page()
    homes = at.editor("s.homes")
    homes.add()
    card = homes.rows[0]
    qtbot.keyClicks(card.form.editors["address"].line, "8 Wharf Terrace")
    card.form.editors["reason"].setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert len(homes.rows) == 2
    assert homes.rows[1].isAncestorOf(QApplication.focusWidget())
    assert at.kept("s.homes")[0]["address"] == "8 Wharf Terrace"


def test_a_refuge_is_confidential_in_sight_and_with_a_lock(page):
    at = page(homes=[row(HOMES, "h", kind="home", address="Somewhere")])
    card = at.editor("s.homes").rows[0]
    assert not card._lock.isVisible()
    editor = card.form.editors["kind"]
    editor.control.set_value("refuge")
    editor._on_chosen()
    assert at.kept("s.homes")[0]["confidential"] == "yes"
    assert card._lock.isVisible()
    assert card._lock.text() == "Confidential address"
    assert card.form.editors["address"].accessibleName() == "Street address, Refuge, confidential"
    assert card.form.editors["confidential"].value() == "yes"


def test_a_home_says_who_stays_there(page):
    people = family()
    people[3] |= {"lives": "part", "other_home": "h", "nights": "Fri to Sun"}
    at = page(people=people, homes=[row(HOMES, "h", kind="home", address="8 Wharf Terrace")])
    assert at.editor("s.homes").rows[0]._who.text() == "Stays here: Wilf (Fri to Sun)"
    wilf = at.editor("s.people").row_view("wilf")
    wilf.open()
    lives = wilf.form.open("lives")
    assert lives.has("nights")
    assert lives.editors["other_home"].control.currentText() == "8 Wharf Terrace"


def test_a_doubtful_postcode_is_said_in_amber_under_its_box(page):
    at = page(homes=[row(HOMES, "h", kind="home", postcode="LE4")])
    at.ask_to_continue()
    card = at.editor("s.homes").rows[0]
    assert "not a whole one" in card.form._errors["postcode"].text()
    assert not card.form.editors["postcode"].line.property("error")


def test_a_removed_home_comes_back_with_undo(page):
    at = page(homes=[row(HOMES, "h", kind="home", address="8 Wharf Terrace")])
    before = at.kept("s.homes")
    at.editor("s.homes").rows[0].remove_asked.emit()
    assert at.kept("s.homes") == []
    at.toasts.undo()
    assert at.kept("s.homes") == before


def test_a_restriction_names_who_it_is_on_and_until_when(page):
    held = row(RESTRICTIONS, "r", name="Corin Vole", what="Must not be told the address")
    at = page(res=[held | {"until": "2027-03-03", "protects": ["wilf"]}])
    card = at.editor("s.res").rows[0]
    assert card._title.text() == "Corin Vole is restricted, until 3 Mar 2027"
    assert card.remove_button.accessibleName() == "Remove the restriction on Corin Vole"
    assert card.form.has("name")
    editor = card.form.editors["name"]
    editor.line.clear()
    editor = card.form.editors["person_id"]
    editor.control.set_value("bram")
    editor._on_chosen()
    assert card._title.text().startswith("Bram Vole is restricted")
    assert not card.form.has("name")
    assert at.kept("s.res")[0]["person_id"] == "bram"


def test_everything_in_them_has_a_name(page):
    at = page(homes=[row(HOMES, "h")], res=[row(RESTRICTIONS, "r")])
    assert nameless(at.view) == []


@A_PAGE_EACH
@given(st.sampled_from([HOMES, RESTRICTIONS]), st.data())
def test_whatever_is_kept_comes_back_as_it_was(qtbot, question, data):
    rows = data.draw(
        st.lists(any_row(kinds.columns(question)), max_size=3, unique_by=lambda r: r["id"])
    )
    page = KindsPage(PEOPLE, question, values={"s.people": family(), question.key: rows})
    qtbot.addWidget(page)
    kept = page.kept(question.key)
    page.session.put(question.key, page.editor(question.key).value())
    assert page.kept(question.key) == kept
