from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui import samples
from tests.ui.section_page import SectionPage
from ui.fields.add_person import AddPerson
from ui.fields.people import PeopleEditor, PersonRow

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def page(qtbot):
    """The family section with nobody in it yet, as a person meets it."""

    def make(values=None, section="family"):
        page = SectionPage("request", section, values or {})
        qtbot.addWidget(page)
        page.show()
        qtbot.waitExposed(page)
        return page

    return make


def _people(page) -> PeopleEditor:
    return page.editor("family.people")


def test_an_empty_household_waits_with_an_adult_and_a_child_to_write_in(page):
    at = page()
    kinds = [row.row["kind"] for row in _people(at).rows]
    assert kinds == ["adult", "child"]
    assert all(row.is_open() for row in _people(at).rows)
    assert _people(at).value() == []


def test_a_person_typed_into_a_row_is_kept_and_read_back_as_a_line(page, qtbot):
    at = page()
    child = _people(at).rows[1]
    boxes = child.form.editors
    qtbot.keyClicks(boxes["given_name"].line, "Callum")
    qtbot.keyClicks(boxes["family_name"].line, "Brennan")
    qtbot.keyClicks(boxes["date_of_birth"].boxes.box("Day"), "3/4/18")
    qtbot.keyClick(child.form.open("school").editors["school"].line, ENTER)
    kept = at.session.value("family.people")
    assert [row["given_name"] for row in kept] == ["Callum"]
    assert kept[0]["date_of_birth"] == "2018-04-03"
    assert not child.is_open()
    assert child.cells()[0] == ("Callum Brennan", "Child")
    assert child.cells()[1] == ("3 Apr 2018", "8 years old")
    assert child.cells()[2][0] == "Year 4"


def test_adults_are_asked_for_parental_responsibility_and_children_for_their_school(page, qtbot):
    at = page()
    for row in _people(at).rows:
        qtbot.keyClicks(row.form.editors["given_name"].line, "Wilf")
    adult, child = _people(at).rows
    assert adult.form.parts["school"].isHidden()
    assert not child.form.parts["school"].isHidden()
    asked = {row: row.form.open("care") for row in (adult, child)}
    assert asked[adult].has("parental_responsibility")
    assert not asked[child].has("parental_responsibility")
    assert asked[child].has("young_carer")
    assert not asked[adult].has("young_carer")


def test_a_missing_date_of_birth_is_asked_for_in_the_row_and_goes_once_given(page, qtbot):
    at = page(samples.values("request"))
    at.ask_to_continue()
    row = _people(at).row_view("callum")
    assert row.error.text() == "Enter Callum’s date of birth"
    at.view.focus_problem("family.people", "callum")
    assert row.isAncestorOf(at.focusWidget())
    qtbot.keyClicks(at.focusWidget(), "2/6/2018")
    assert row.error.text() == ""
    born = {r["id"]: r["date_of_birth"] for r in at.session.value("family.people")}
    assert born["callum"] == "2018-06-02"


def test_removing_somebody_can_be_undone_and_puts_them_back_in_place(page, qtbot):
    at = page(samples.values("request"))
    before = at.session.value("family.people")
    row = _people(at).row_view("callum")
    qtbot.mouseClick(row.remove_button, Qt.MouseButton.LeftButton)
    assert [r["id"] for r in at.session.value("family.people")] == ["siobhan", "niamh", "paul"]
    assert at.toasts.text == "Callum Brennan removed"
    at.toasts.undo()
    assert at.session.value("family.people") == before


def test_somebody_added_under_consent_is_in_the_family_and_ticked(page, qtbot):
    values = samples.values("request") | {"consent.given_by": []}
    at = page(values, "consent")
    editor = at.editor("consent.given_by")
    add = editor.findChild(AddPerson)
    qtbot.mouseClick(add.button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(add.name, "Maeve Brennan")
    qtbot.keyClicks(add.relationship, "Gran")
    qtbot.keyClick(add.relationship, ENTER)
    family = at.session.value("family.people")
    assert family[-1]["given_name"] == "Maeve"
    assert family[-1]["family_name"] == "Brennan"
    assert family[-1]["relationship"] == "Gran"
    assert at.session.value("consent.given_by") == [family[-1]["id"]]


def test_escape_closes_a_row_and_keeps_what_was_typed(page, qtbot):
    at = page(samples.values("request"))
    row = _people(at).row_view("paul")
    assert isinstance(row, PersonRow)
    qtbot.mouseClick(row.edit_button, Qt.MouseButton.LeftButton)
    line = row.form.editors["given_name"].line
    line.selectAll()
    qtbot.keyClicks(line, "Pauline")
    qtbot.keyClick(line, ESCAPE)
    assert not row.is_open()
    assert "Pauline" in [r["given_name"] for r in at.session.value("family.people")]
