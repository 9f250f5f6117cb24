"""Questions with one answer, as a person types and chooses."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from tests.ui import samples
from tests.ui.section_page import SectionPage
from ui.fields.add_person import AddPerson
from ui.fields.side_by_side import SideBySide
from ui.theme import install_theme


@pytest.fixture
def page(qtbot):
    def make(code, section, values=None):
        page = SectionPage(code, section, values or {})
        qtbot.addWidget(page)
        page.show()
        qtbot.waitExposed(page)
        return page

    return make


def test_a_date_that_is_none_stays_as_it_was_typed(page, qtbot):
    at = page("request", "consent", {"consent.how": "written"})
    boxes = at.editor("consent.given_on").boxes
    for part, digits in (("Day", "31"), ("Month", "2"), ("Year", "2026")):
        qtbot.keyClicks(boxes.box(part), digits)
    assert at.session.value("consent.given_on") == "31/2/2026"
    assert boxes.typed() == "31/2/2026"
    at.ask_to_continue()
    words = [p.message for p in at.session.to_fix("consent")]
    assert "Day must be between 1 and 28 in February" in words


def test_a_time_is_said_again_as_it_was_read(page, qtbot):
    at = page("request", "before_you_start", {"before_you_start.called": "yes"})
    line = at.editor("before_you_start.called_at").line
    qtbot.keyClicks(line, "14.30")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert at.session.value("before_you_start.called_at") == "14:30"
    assert line.text() == "2:30pm"


def test_a_choice_that_is_no_longer_offered_keeps_its_name(page):
    people = samples.values("request")["family.people"]
    values = {"family.people": people, "asking.kind": "parent", "asking.person": "siobhan"}
    at = page("request", "asking", values)
    editor = at.editor("asking.person")
    assert editor.control.currentText() == "Siobhan Brennan (Mum)"
    at.session.set("family.people", people[1:])
    at.view.refresh()
    assert editor.value() == "siobhan"
    assert editor.control.value() == "siobhan"


def test_a_person_added_for_a_choice_is_chosen(page, qtbot):
    at = page("request", "asking", {"asking.kind": "parent"})
    adder = at.editor("asking.person").findChild(AddPerson)
    qtbot.mouseClick(adder.button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(adder.name, "Siobhan Brennan")
    qtbot.keyClick(adder.name, Qt.Key.Key_Return)
    row = at.session.value("family.people")[0]
    assert at.session.value("asking.person") == row["id"]
    assert (row["given_name"], row["family_name"], row["kind"]) == ("Siobhan", "Brennan", "adult")


def test_a_warning_stands_in_amber_and_marks_nothing_wrong(page):
    values = {"family.postcode": "ZZ99 3VZ"}
    at = page("request", "family", values)
    at.ask_to_continue()
    question = at.view.questions["family.postcode"]
    assert question._warning.text() == "ZZ99 means no fixed address. Check that this is meant"
    assert question._row.error() == ""


def test_questions_on_one_line_stand_under_each_other_when_there_is_no_room(page, qtbot, qapp):
    at = page("request", "family")
    name, postcode = (at.view.questions[f"family.{key}"] for key in ("name", "postcode"))

    def top(widget: QWidget) -> int:
        return widget.mapTo(at.view, QPoint(0, 0)).y()

    assert top(name) == top(postcode)
    at.resize(420, 1400)
    qtbot.waitUntil(lambda: top(postcode) > top(name))


def test_nothing_is_wider_than_its_line_at_the_largest_text(page, qapp):
    install_theme(qapp, "light", 150)
    at = page("request", "family")
    for question in at.view.questions.values():
        if question.isVisible():
            right = question.mapTo(at.view, QPoint(question.width(), 0)).x()
            assert right <= at.view.width()


def test_a_row_of_a_table_lines_up_with_another_of_other_words(qtbot):
    rows = []
    for words in ("a", "a much longer text than the other"):
        row = QWidget()
        qtbot.addWidget(row)
        places = SideBySide(row, gap=10)
        cells = [QLabel(words), QLabel(words)]
        for cell in cells:
            places.add(cell, 1, 50)
        row.resize(800, 40)
        row.show()
        rows.append((row, cells))
    assert rows[0][1][1].x() == rows[1][1][1].x()
    assert rows[0][1][0].width() == rows[1][1][0].width()


def test_boxes_on_one_line_begin_on_one_level_whatever_stands_over_them(qtbot):
    page = SectionPage("request", "asking", {"asking.kind": "professional"})
    qtbot.addWidget(page)
    page.show()
    phone, email = (page.editor(f"asking.{key}") for key in ("phone", "email"))
    assert phone.question.hint != email.question.hint

    def top(editor):
        return editor.mapTo(page, editor.rect().topLeft()).y()

    qtbot.waitUntil(lambda: top(phone) == top(email))
