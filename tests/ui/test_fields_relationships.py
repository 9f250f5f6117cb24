"""Who is who to each child: by arrows, by P and by typing; nothing kept is ever out of sight."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ehdesk.forms.spec import Field
from tests.keyboard import Keyboard
from tests.ui.accessible import nameless
from tests.ui.kinds_on_a_page import A_PAGE_EACH, LISTS, PEOPLE, KindsPage, family, row
from tests.ui.pages import in_front
from ui.theme import theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

RELATIONSHIPS = Field("s.rel", "How are they related?", "relationships", bind="relationships")
RESTRICTIONS = Field("s.res", "Who is restricted?", "restrictions", bind="restrictions")
KINDS = [option.value for option in LISTS["relationships"]]


def related(row_id: str, who: str, kind: str, whom: str, responsible: str = "") -> dict[str, Any]:
    return row(RELATIONSHIPS, row_id, person_id=who, kind=kind, to_id=whom) | {
        "parental_responsibility": responsible
    }


@pytest.fixture
def page(qtbot):
    def make(rows: Any = (), people: Any = None, **more: Any) -> KindsPage:
        values = {"s.people": family() if people is None else people, "s.rel": list(rows), **more}
        page = KindsPage(PEOPLE, RESTRICTIONS, RELATIONSHIPS, values=values)
        page.view.questions["s.people"].hide()
        return in_front(qtbot, page)

    return make


def _said(page: KindsPage, adult: str, child: str) -> str:
    return page.editor("s.rel").grid.cells[adult, child].face.accessibleName()


def test_the_grid_is_filled_with_the_keyboard_alone(page, qtbot):
    at = page()
    keys = Keyboard(qtbot.waitUntil)
    at.editor("s.rel").grid.start()
    assert keys.heard() == "Ottoline Quillfeather and Wilf, nothing said yet"
    keys.press("P")
    keys.press("Enter")
    keys.type("moth")
    keys.press("Enter")  # two fit: it stands on the first of them
    keys.press("Enter")
    qtbot.waitUntil(lambda: "Mother of Wilf" in keys.heard())
    keys.press("Right")
    assert keys.heard().startswith("Ottoline Quillfeather and Nell")
    keys.press("Down")
    assert keys.heard().startswith("Bram Vole and Nell")
    for _ in range(3):
        keys.press("P")
    kept = [
        (r["person_id"], r["kind"], r["to_id"], r["parental_responsibility"])
        for r in at.kept("s.rel")
    ]
    assert kept == [
        ("otti", "mother", "wilf", "yes"),
        ("bram", "", "nell", "not_known"),
    ]
    assert _said(at, "otti", "wilf") == (
        "Ottoline Quillfeather, Mother of Wilf, has parental responsibility"
    )
    keys.press("P")  # round to nothing: the row goes
    assert [r["person_id"] for r in at.kept("s.rel")] == ["otti"]


def test_escape_closes_the_list_and_changes_nothing(page, qtbot):
    at = page([related("1", "otti", "mother", "wilf", "yes")])
    before = at.kept("s.rel")
    cell = at.editor("s.rel").grid.cells["otti", "wilf"]
    cell.open()
    qtbot.keyClick(cell.choice(), Qt.Key.Key_Escape)
    assert cell.choice() is None
    assert cell.face.hasFocus()
    assert at.kept("s.rel") == before


def test_the_grid_is_one_stop_for_tab(page, qtbot):
    at = page()
    editor = at.editor("s.rel")
    editor.grid.start()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is editor.adults.add_button


def test_a_mark_is_set_by_clicking_it_and_the_list_opened_by_clicking_the_words(page, qtbot):
    at = page([related("1", "otti", "mother", "wilf")])
    cell = at.editor("s.rel").grid.cells["otti", "wilf"]
    middle = cell.face.rect().center()
    left = cell.face.rect().center()
    left.setX(theme().px(14))
    qtbot.mouseClick(cell.face, Qt.MouseButton.LeftButton, pos=left)
    assert at.kept("s.rel")[0]["parental_responsibility"] == "yes"
    qtbot.mouseClick(cell.face, Qt.MouseButton.LeftButton, pos=middle)
    assert cell.choice() is not None


def test_what_is_plain_from_the_words_is_offered_and_filled_in_only_when_pressed(page, qtbot):
    at = page([related("1", "otti", "mother", "wilf", "yes")])
    editor = at.editor("s.rel")
    offers = {adult: button.text() for adult, button in editor.suggestions.buttons.items()}
    assert offers == {
        "otti": "Ottoline Quillfeather: Mother of Nell",
        "bram": "Bram Vole: Father of Wilf and Nell",
        "pip": "Pip Quillfeather: Partner of a parent of Wilf and Nell",
    }
    assert len(at.kept("s.rel")) == 1
    editor.suggestions.buttons["bram"].click()
    assert [(r["person_id"], r["kind"], r["parental_responsibility"]) for r in at.kept("s.rel")][
        1:
    ] == [("bram", "father", ""), ("bram", "father", "")]
    assert "bram" not in editor.suggestions.buttons
    at.toasts.undo()
    assert len(at.kept("s.rel")) == 1


def test_couples_and_brothers_and_sisters_stand_in_lists_of_their_own(page, qtbot):
    at = page([related("1", "otti", "ex_partner", "bram")])
    editor = at.editor("s.rel")
    assert list(editor.adults.lines) == ["1"]
    editor.children_lines.add_button.click()
    (line,) = editor.children_lines.lines.values()
    assert (line.row()["person_id"], line.row()["to_id"]) == ("wilf", "nell")
    assert len(at.kept("s.rel")) == 1, "a line that says nothing yet is no answer"
    keys = Keyboard(qtbot.waitUntil)
    keys.waits_for(lambda: bool(QApplication.focusWidget().lineEdit().selectedText()))
    keys.type("half")
    keys.press("Tab")
    assert at.kept("s.rel")[1]["kind"] == "half_sibling"
    line.remove_asked.emit()
    assert len(at.kept("s.rel")) == 1
    at.toasts.undo()
    assert at.kept("s.rel")[1]["kind"] == "half_sibling"


def test_a_row_that_fits_nowhere_is_still_shown(page):
    rows = [related("1", "otti", "mother", "wilf"), related("2", "otti", "other", "wilf")]
    at = page([*rows, related("3", "wilf", "other", "otti")])
    assert list(at.editor("s.rel").others.lines) == ["2", "3"]
    assert at.editor("s.rel").others.isVisible()


def test_where_there_is_no_room_each_child_has_a_card_and_nothing_is_lost(page, qtbot):
    at = page([related("1", "otti", "mother", "wilf", "no")])
    grid = at.editor("s.rel").grid
    assert not grid.is_in_cards
    grid.cells["bram", "nell"].face.setFocus()
    at.resize(430, 900)
    qtbot.waitUntil(lambda: grid.is_in_cards and ("otti", "wilf") in grid.cells)
    qtbot.waitUntil(lambda: "Mother" in _said(at, "otti", "wilf"))
    assert grid.cells["bram", "nell"].face.hasFocus()
    assert grid.cells["otti", "wilf"].kind() == "mother"


def test_somebody_restricted_is_marked_in_words(page):
    held = row(RESTRICTIONS, "r", person_id="bram", what="Must not be told the address")
    at = page(**{"s.res": [held]})
    people = {person.id: person.restricted for person in at.editor("s.rel")._people}
    assert people["bram"]
    assert not people["otti"]


def test_without_an_adult_and_a_child_it_says_what_comes_first(page):
    at = page(people=[])
    editor = at.editor("s.rel")
    assert not editor.grid.isVisible()
    assert editor._nobody.isVisible()


def test_everything_in_it_has_a_name(page):
    at = page([related("1", "otti", "ex_partner", "bram"), related("2", "wilf", "sibling", "nell")])
    assert nameless(at.editor("s.rel")) == []


IDS = ["otti", "bram", "pip", "wilf", "nell", "", "gone"]


@A_PAGE_EACH
@given(
    st.lists(
        st.tuples(
            st.sampled_from(IDS),
            st.sampled_from(["", *KINDS, "unheard_of"]),
            st.sampled_from(IDS),
            st.sampled_from(["", "yes", "no", "not_known"]),
        ),
        max_size=8,
    )
)
def test_whatever_is_kept_comes_back_as_it_was(qtbot, told):
    rows = [related(str(n), *one) for n, one in enumerate(told)]
    page = KindsPage(PEOPLE, RELATIONSHIPS, values={"s.people": family(), "s.rel": rows})
    qtbot.addWidget(page)
    assert page.editor("s.rel").value() == rows
    page.editor("s.rel").set_value(rows)
    assert page.editor("s.rel").value() == rows
