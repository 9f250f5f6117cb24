"""How far the family has come, at the closing: chart, table, and what stands beside them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from tests.ui import samples
from tests.ui.accessible import nameless
from tests.ui.forms_in_memory import RECORD, desk
from tests.ui.pages import in_front
from ui.requests.open_wizard import open_wizard

KEY = "distance.scores"


def _row(base, row_id, start, now, hoped):
    numbers = {"start": start, "score": now, "hoped": hoped, "last_score": None}
    return base | {"id": row_id, "title": f"Outcome {row_id}", "whose": "Zara’s number"} | numbers


@pytest.fixture
def closing(qtbot):
    """The closure form at its numbers; rows are (start, now, hoped)."""

    def make(*rows, size=(1440, 900), **more):
        values = samples.values("closure")
        base = values[KEY][0]
        values["why.reason"] = "NM"
        values[KEY] = [_row(base, f"o{n}", *row) for n, row in enumerate(rows, 1)]
        page = open_wizard(desk("closure", values, place="distance", **more), RECORD)
        return in_front(qtbot, page, *size)

    return make


def _editor(page):
    return page.pages.view.questions[KEY].editor


def _said(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_each_outcome_says_what_came_of_it_and_going_down_is_no_alarm(closing):
    page = closing((3, 8, 8), (3, 5, 7), (4, 4, 7), (4, 2, 7), (3, None, 7))
    lines = _editor(page).chart.lines
    told = {key: (line.pill.text(), line.pill.tone) for key, line in lines.items()}
    assert told == {
        "o1": ("Reached", "done"),
        "o2": ("Closer", "track"),
        "o3": ("No change", "none"),
        "o4": ("Lower", "none"),
        "o5": ("Not given", "none"),
    }
    assert {"up 5 points", "up 2 points", "still 4", "down 2 points"} <= set(_said(page))


def test_the_drawing_is_told_in_words(closing):
    page = closing((3, 5, 7))
    plot = _editor(page).chart.lines["o1"].plot
    assert plot.accessibleName() == "Distance travelled, Outcome o1"
    assert plot.accessibleDescription() == "Start 3, now 5, hoped for 7. Closer, up 2 points"


def test_it_says_since_when_and_what_was_held(closing):
    page = closing((3, 5, 7))
    assert "20 May to 17 November 2026, 3 TAF meetings, 1 review" in _said(page)


def test_a_number_is_changed_on_a_scale_that_opens_under_its_line(closing, qtbot):
    page = closing((3, 8, 8), (3, None, 7))
    chart = _editor(page).chart
    chart.change_button.click()
    assert [line.is_open() for line in chart.lines.values()] == [False, True]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_7)
    assert page.session.value(KEY)[1]["score"] == 7
    assert chart.lines["o2"].pill.text() == "Reached"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert not chart.lines["o2"].is_open()
    assert QApplication.focusWidget() is chart.lines["o2"].plot


def test_only_one_scale_is_open_and_escape_closes_it_without_leaving_the_page(closing, qtbot):
    page = closing((3, 8, 8), (3, 5, 7))
    first, second = _editor(page).chart.lines.values()
    first.plot.setFocus()
    qtbot.keyClick(first.plot, Qt.Key.Key_Return)
    qtbot.mouseClick(second.plot, Qt.MouseButton.LeftButton)
    assert (first.is_open(), second.is_open()) == (False, True)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not second.is_open()
    assert page.session.here == "distance"


def test_chart_and_table_show_the_same_answers(closing, qtbot):
    page = closing((3, 5, 7))
    editor = _editor(page)
    assert not editor.table.isVisible()
    editor.views.button("table").click()
    assert editor.table.isVisible()
    assert not editor.chart.isVisible()
    words = editor.rows[0].words
    words.set_value("")
    qtbot.keyClicks(words, "Mornings are calm")
    qtbot.keyClick(editor.rows[0].scale.focusProxy(), Qt.Key.Key_8)
    editor.views.button("chart").click()
    assert editor.chart.lines["o1"].pill.text() == "Reached"
    editor.chart.change_button.click()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_6)
    kept = page.session.value(KEY)[0]
    assert (kept["words"], kept["score"]) == ("Mornings are calm", 6)


def test_beside_it_stands_why_it_closes_and_what_was_reached(closing, qtbot):
    page = closing((3, 8, 8), (3, 5, 7), (4, 2, 7))
    assert page.side.isVisible()
    said = _said(page.side)
    assert "1 of 3" in said
    assert "1 closer, 1 lower than at the start" in said
    assert "Manager has agreed" in said
    change = next(
        button
        for button in page.side.findChildren(QAbstractButton)
        if button.accessibleName() == "Change why it is closing"
    )
    change.click()
    assert page.session.here == "why"
    page.press_continue()
    assert page.session.here == "distance"


def test_what_is_still_to_do_is_asked_again_when_answers_are_saved(closing, qtbot):
    page = closing((3, 8, 8))
    page.desk.closures.lines = (("Family’s views recorded", True),)
    page.give("distance.different", "Mornings are calmer.")
    page.autosave.save_now()
    qtbot.waitUntil(lambda: "Family’s views recorded" in _said(page.side))


def test_help_gives_way_to_it_and_is_still_one_press_away(closing):
    page = closing((3, 8, 8))
    assert page.body.why_button.isVisible()


def test_on_a_narrow_window_it_goes_under_the_page(closing):
    page = closing((3, 8, 8), size=(1366, 768))
    assert not page.side.isVisible()
    assert "Before it can close" in _said(page.body)


def test_a_closed_form_is_read_and_its_numbers_stay(closing, qtbot):
    page = closing((3, 8, 8), read_only=True)
    chart = _editor(page).chart
    assert not chart.change_button.isVisible()
    qtbot.mouseClick(chart.lines["o1"].plot, Qt.MouseButton.LeftButton)
    assert not chart.lines["o1"].is_open()


def test_chart_and_open_scale_have_names_for_a_screen_reader(closing):
    page = closing((3, 8, 8), (3, None, 7))
    _editor(page).chart.change_button.click()
    assert nameless(page) == []
