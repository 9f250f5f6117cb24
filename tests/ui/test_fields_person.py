"""The details of a person: in groups, fitting who they are, each problem at its own box."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from PySide6.QtCore import Qt

from ehdesk.forms import kinds
from tests.forms.samples import any_row
from tests.keyboard import Keyboard
from tests.ui.accessible import nameless
from tests.ui.kinds_on_a_page import A_PAGE_EACH, PEOPLE, KindsPage, family
from tests.ui.pages import in_front
from ui.fields.people import PeopleEditor, PersonRow

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def page(qtbot):
    def make(values: Any = None, question=PEOPLE) -> KindsPage:
        page = KindsPage(question, values={"s.people": family() if values is None else values})
        return in_front(qtbot, page)

    return make


def _row(page: KindsPage, row_id: str) -> PersonRow:
    return page.editor("s.people").row_view(row_id)


def _said(row: PersonRow, group: str) -> str:
    return row.form.parts[group].header.accessibleName()


def test_each_group_says_what_is_in_it(page):
    row = _row(page(), "wilf")
    row.open()
    assert _said(row, "school") == "School and learning. Larkmoor Primary, Year 4, 88 %"
    assert _said(row, "birth") == "Birth. 30 Jul 2018, 8 years old, Year 4"
    assert _said(row, "health") == "Health. Nothing yet"


def test_only_names_and_birth_are_open_and_opening_a_group_loses_nothing(page):
    at = page()
    before = at.kept("s.people")
    row = _row(at, "wilf")
    row.open()
    assert [key for key, part in row.form.parts.items() if part.is_open()] == ["names", "birth"]
    for key in row.form.parts:
        row.form.open(key)
    at.session.put("s.people", at.editor("s.people").value())
    assert at.kept("s.people") == before


def test_an_unborn_baby_is_asked_for_an_expected_date_and_little_else(page, qtbot):
    at = page()
    at.ask_to_continue()
    row = at.editor("s.people").add()
    row.form.editors["unborn"].check.click()
    shown = [key for key, part in row.form.parts.items() if not part.isHidden()]
    assert shown == ["names", "birth", "health", "care"]
    birth = row.form.open("birth")
    assert birth.has("due_date")
    assert not birth.has("date_of_birth")
    qtbot.keyClicks(birth.editors["due_date"].boxes.box("Day"), "2/2/27")
    row.close_form()
    assert row.cells()[0][0] == "Unborn baby Quillfeather"
    assert row.cells()[1][0] == "Expected 2 Feb 2027"
    assert at.session.to_fix("s") == ()


def test_a_date_of_birth_left_beside_an_expected_one_stays_in_sight(page, qtbot):
    at = page()
    at.ask_to_continue()
    row = _row(at, "wilf")
    row.open()
    row.form.editors["unborn"].check.click()
    assert row.form.open("birth").has("date_of_birth")
    (problem,) = [p for p in at.session.to_fix("s") if p.column == "date_of_birth"]
    assert "Untick “Not born yet”" in problem.message


def test_boxes_that_follow_from_an_answer_come_with_it(page):
    row = _row(page(), "wilf")
    row.open()
    school = row.form.open("school")
    assert not school.has("sen_primary")
    school.editors["sen"].control.set_value("K")
    school.editors["sen"]._on_chosen()
    assert school.has("sen_primary")
    assert school.has("upn_unknown")


def test_a_wrong_number_is_told_at_its_box_and_on_its_closed_group(page, qtbot):
    at = page()
    row = _row(at, "wilf")
    row.open()
    line = row.form.open("school").editors["upn"].line
    qtbot.keyClicks(line, "A801200005001")
    at.ask_to_continue()
    words = "Check the UPN"
    assert row.form.open("school")._errors["upn"].text().startswith(words)
    assert line.property("error") is True
    row.form.parts["school"].set_open(False)
    assert words in _said(row, "school")
    row.close_form()
    assert row.error.text().startswith(words)
    at.view.focus_problem("s.people", "wilf")
    assert line.hasFocus()
    line.selectAll()
    qtbot.keyClicks(line, "B801200005001")
    assert row.form.open("school")._errors["upn"].text() == ""


def test_people_are_written_one_after_another_with_enter_alone(page, qtbot):
    at = page([])
    people: PeopleEditor = at.editor("s.people")
    adult, child = people.rows
    adult.form.start()
    keys = Keyboard(qtbot.waitUntil)
    keys.tab_to("First name", back=True) if keys.heard() != "First name" else None
    keys.type("Ottoline")
    keys.press("Enter")  # not in the last box: the row is done
    assert not adult.is_open()
    keys.tab_to("First name")
    keys.type("Wilf")
    last = child.form.open("birth").editors["gender"]
    last.setFocus()
    qtbot.keyClick(last.focusProxy(), ENTER)
    assert len(people.rows) == 3
    assert keys.heard() == "First name"
    keys.type("Nell")
    assert [r["given_name"] for r in at.kept("s.people")] == ["Ottoline", "Wilf", "Nell"]


def test_a_row_added_and_left_blank_goes_again(page, qtbot):
    at = page()
    people = at.editor("s.people")
    before = at.kept("s.people")
    row = people.add()
    qtbot.keyClick(row.form.editors["given_name"].line, ESCAPE)
    assert len(people.rows) == len(before)
    assert at.kept("s.people") == before
    assert people.add_button.hasFocus()


def test_a_form_that_asks_less_shows_less(page):
    asks = ("kind", "given_name", "family_name", "date_of_birth", "school")
    at = page(question=replace(PEOPLE, asks=asks))
    before = at.kept("s.people")
    row = _row(at, "wilf")
    row.open()
    assert list(row.form.parts) == ["names", "birth", "school"]
    assert set(row.form.editors) == {"kind", "given_name", "family_name", "date_of_birth"}
    assert at.editor("s.people").value() == before


def test_every_box_of_every_group_has_a_name_of_its_own(page):
    at = page()
    row = _row(at, "wilf")
    row.open()
    for key in row.form.parts:
        row.form.open(key)
    assert nameless(at.view) == []
    assert row.form.editors["gp"].accessibleName() == "GP and practice, Wilf Quillfeather"


@A_PAGE_EACH
@given(given_row=any_row(kinds.columns(PEOPLE)))
def test_whatever_is_kept_of_a_person_comes_back_as_it_was(qtbot, given_row):
    page = KindsPage(PEOPLE, values={"s.people": [given_row | {"given_name": "Wilf"}]})
    qtbot.addWidget(page)
    kept = page.kept("s.people")
    row = page.editor("s.people").rows[0]
    row.show_form()
    for key in row.form.parts:
        row.form.open(key)
    page.session.put("s.people", page.editor("s.people").value())
    assert page.kept("s.people") == kept
