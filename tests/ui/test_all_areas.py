"""The list of all areas beside the one that is open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui import samples
from tests.ui.forms_in_memory import RECORD, desk, pack
from tests.ui.pages import in_front
from ui.fields.area_summary import AreaSummary
from ui.requests.open_wizard import open_wizard

LEFT = Qt.MouseButton.LeftButton


def _row(*numbers, need=""):
    return {"scores": [{"value": number} for number in numbers], "need": need}


@pytest.fixture
def page(qtbot):
    page = open_wizard(desk("eha", samples.values("eha"), place="areas"), RECORD)
    return in_front(qtbot, page, 1440, 900)


def _editor(page):
    return page.pages.view.questions["areas.areas"].editor


def _said(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (_row(4, 5, 6, need="yes"), "Average 5, numbers from 4 to 6, a need"),
        (_row(4, 5), "Average 4.5, numbers from 4 to 5"),
        (_row(3, 3), "Average 3, everyone the same"),
        (_row(0), "One number, 0"),
        (_row(None, need="no"), "No number yet"),
        (_row(None, need="yes"), "No number yet, a need"),
    ],
)
def test_an_average_is_never_told_without_its_spread(row, words):
    assert AreaSummary.of(row).words() == words


def test_every_area_has_a_line_with_its_number_or_to_do(page):
    lines = _editor(page).side().lines
    assert lines["health"].accessibleName() == "Health. One number, 8"
    assert lines["learning"].accessibleName() == "Learning. Average 5, numbers from 4 to 6, a need"
    assert lines["learning"].toolTip() == "Average 5, numbers from 4 to 6, a need"
    assert lines["home"].accessibleName() == "Home. No number yet"
    assert [code for code, line in lines.items() if line.isChecked()] == ["health"]


def test_a_line_leads_to_its_area_by_mouse_and_by_key(page, qtbot):
    editor = _editor(page)
    lines = editor.side().lines
    qtbot.mouseClick(lines["learning"], LEFT)
    assert editor.open_area == "learning"
    assert lines["learning"].isChecked()
    assert QApplication.focusWidget() is editor.page().well
    assert page.body.forward.text() == "Next area: Feelings"
    qtbot.mouseClick(lines["learning"], LEFT)
    assert lines["learning"].isChecked()
    lines["home"].setFocus()
    qtbot.keyClick(lines["home"], Qt.Key.Key_Return)
    assert editor.open_area == "home"


def test_it_follows_what_is_typed_and_counts_the_needs(page, qtbot):
    editor = _editor(page)
    assert {"1 need so far", "2 or fewer: Targeted support"} <= set(_said(page.side))
    for code in ("feelings", "home"):
        editor.open(code)
        qtbot.mouseClick(editor.page().need.button(True), LEFT)
    assert {"3 needs so far", "3 or more: Early Help Assessment"} <= set(_said(page.side))
    scale = next(iter(editor.page().scores.rows.values())).scale
    qtbot.mouseClick(scale.key(3), LEFT)
    assert editor.side().lines["home"].accessibleName() == "Home. One number, 3, a need"


def test_the_number_to_ring_is_in_view_and_help_one_press_away(page, qtbot):
    assert any(pack().contact("das").phone in words for words in _said(page.side))
    qtbot.mouseClick(page.body.why_button, LEFT)
    assert "What the numbers are for" in _said(page.body)


def test_on_a_narrow_window_the_list_goes_under_the_page(page):
    page.resize(1366, 768)
    assert not page.side.isVisible()
    assert "All areas" in _said(page.body)
    page.resize(1440, 900)
    assert "All areas" in _said(page.side)


def test_each_area_says_which_elements_of_the_framework_to_think_about(page, qtbot):
    editor, found = _editor(page), []
    for area in pack().areas:
        editor.open(area.code)
        part = editor.page().elements
        assert not part.is_open()
        qtbot.keyClick(part.header, Qt.Key.Key_Return)
        said = [label.text() for label in part.findChildren(QLabel) if label.isVisible()]
        for element in pack().elements_of(area.code):
            assert f"{element.code}  {element.name}" in said
            assert "; ".join(element.prompts) in said
            found.append(element.code)
    wanted = [f"D{n}" for n in range(1, 13)] + ["P1", "P2", "P3", "F1", "F2", "F3", "F4"]
    assert sorted(found) == sorted(wanted)
