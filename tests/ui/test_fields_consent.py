"""Agreements and sharing choices: by the keyboard, by name, and back out just as they went in."""

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
from tests.ui.kinds_on_a_page import A_PAGE_EACH, PEOPLE, KindsPage, family, row
from tests.ui.pages import in_front
from ui.theme import theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SHARING = Field("s.sharing", "What may each of them know?", "sharing", bind="consent.sharing")
AGREE = Field("s.agree", "What did each person say?", "agreements", bind="consent.agreements")
HELPERS = Field("s.helpers", "Who helps?", "professionals", bind="professionals")
KINDS = ("contact", "plan", "health", "home_money", "own_words", "sensitive")
CHOICES = ("yes", "ask", "no", "not_needed", "")


def chosen(row_id: str, who: str, kind: str, choice: str) -> dict[str, Any]:
    return row(SHARING, row_id, who=who, kind=kind, choice=choice)


def helper(row_id: str, name: str, agency: str) -> dict[str, Any]:
    return row(HELPERS, row_id, name=name, agency=agency)


def the_lists() -> dict[str, Any]:
    from tests.ui.forms_in_memory import pack

    return {name: pack().lists[name].options for name in ("information_kinds", "sharing_choices")}


@pytest.fixture
def page(qtbot, monkeypatch):
    from tests.ui import kinds_on_a_page

    for name, options in the_lists().items():
        monkeypatch.setitem(kinds_on_a_page.LISTS, name, options)

    def make(sharing: Any = (), agreements: Any = (), width: int = 1000) -> KindsPage:
        values = {
            "s.people": family(),
            "s.helpers": [helper("h1", "Priya Nair", "Larkmoor Primary"), helper("h2", "Ode", "")],
            "s.sharing": list(sharing),
            "s.agree": list(agreements),
        }
        page = KindsPage(PEOPLE, HELPERS, SHARING, AGREE, values=values)
        for key in ("s.people", "s.helpers"):
            page.view.questions[key].hide()
        page.resize(width, 900)
        return in_front(qtbot, page)

    return make


def said(page: KindsPage, who: str, kind: str) -> str:
    return page.editor("s.sharing").grid.cells[who, kind].accessibleName()


def flat(page: KindsPage) -> list[tuple[str, str, str]]:
    return [(r["who"], r["kind"], r["choice"]) for r in page.kept("s.sharing")]


def test_the_sharing_grid_is_filled_by_letters_and_arrows(page, qtbot):
    at = page()
    keys = Keyboard(qtbot.waitUntil)
    at.editor("s.sharing").grid.start("Larkmoor Primary")
    assert keys.heard() == "Larkmoor Primary, name and contact: not said yet"
    for key in ("Y", "Right", "A", "Right", "N", "Right", "Minus", "Down", "Y"):
        keys.press(key)
    assert flat(at) == [
        ("Larkmoor Primary", "contact", "yes"),
        ("Larkmoor Primary", "plan", "ask"),
        ("Larkmoor Primary", "health", "no"),
        ("Larkmoor Primary", "home_money", "not_needed"),
        ("Ode", "home_money", "yes"),
    ]
    assert said(at, "Larkmoor Primary", "plan") == "Larkmoor Primary, plan and actions: ask first"
    keys.press("Delete")
    assert ("Ode", "home_money", "yes") not in flat(at)
    keys.press("Enter")
    assert flat(at)[-1] == ("Ode", "home_money", "yes")


def test_everybody_else_and_the_agencies_have_lines_of_their_own(page):
    whos = [line.who for line in page().editor("s.sharing").lines()]
    assert whos[:2] == ["Larkmoor Primary", "Ode"]
    assert whos[-1] == "Anyone else"
    assert len(whos) > 3


def test_a_name_that_is_typed_gets_a_line_and_is_kept_when_the_box_is_left(page, qtbot):
    at = page()
    editor = at.editor("s.sharing")
    editor.name.setFocus()
    qtbot.keyClicks(editor.name, "Thistle Club")
    qtbot.keyClick(editor.name, Qt.Key.Key_Return)
    assert QApplication.focusWidget().accessibleName().startswith("Thistle Club, name and contact")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Y)
    assert flat(at) == [("Thistle Club", "contact", "yes")]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert flat(at) == [("Thistle Club", "contact", "")]
    editor.grid.remove_asked.emit("Thistle Club")
    assert flat(at) == []
    at.toasts.undo()
    assert flat(at) == [("Thistle Club", "contact", "")]


def test_a_line_that_is_there_already_is_not_added_again(page, qtbot):
    at = page()
    editor = at.editor("s.sharing")
    editor.name.setFocus()
    qtbot.keyClicks(editor.name, "larkmoor primary")
    qtbot.keyClick(editor.name, Qt.Key.Key_Return)
    assert flat(at) == []
    assert QApplication.focusWidget().accessibleName().startswith("Larkmoor Primary")


def test_of_two_choices_for_one_place_the_later_counts_and_is_changed(page):
    at = page([chosen("1", "Ode", "plan", "yes"), chosen("2", "ode ", "plan", "no")])
    assert said(at, "Ode", "plan").endswith(": no")


def test_a_kind_that_the_list_no_longer_has_is_still_in_sight(page):
    at = page([chosen("1", "Ode", "stars", "no")])
    assert said(at, "Ode", "stars") == "Ode, stars: no"


def test_a_narrow_page_has_a_card_for_each_agency_and_loses_nothing(page, qtbot):
    at = page([chosen("1", "Ode", "plan", "ask")])
    grid = at.editor("s.sharing").grid
    assert not grid.is_in_cards
    at.resize(620, 900)
    qtbot.waitUntil(lambda: grid.is_in_cards)
    qtbot.waitUntil(lambda: said(at, "Ode", "plan").endswith(": ask first"))
    assert flat(at) == [("Ode", "plan", "ask")]


def test_at_large_text_the_grid_becomes_cards(page, qtbot):
    at = page()
    theme().set_text_size(150)
    try:
        qtbot.waitUntil(lambda: at.editor("s.sharing").grid.is_in_cards)
    finally:
        theme().set_text_size(100)


def test_a_line_waits_for_everybody_and_is_an_answer_only_once_something_is_said(page, qtbot):
    at = page()
    editor = at.editor("s.agree")
    assert [view.name() for view in editor.rows] == [
        "Ottoline Quillfeather",
        "Bram Vole",
        "Pip Quillfeather",
        "Wilf Quillfeather",
        "Nell Quillfeather",
    ]
    assert editor.value() == []
    wilf = editor.rows[3]
    wilf.edit_button.click()
    wilf.form.editors["words"].setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "As long as Mr Obi knows")
    assert [(r["person_id"], r["words"]) for r in at.kept("s.agree")] == [
        ("wilf", "As long as Mr Obi knows")
    ]


def test_only_those_under_16_are_asked_whether_they_understand(page):
    editor = page().editor("s.agree")
    shown = {}
    for view in editor.rows:
        view.open()
        shown[view.name().split()[0]] = view.form.has("competent")
    assert shown == {"Ottoline": False, "Bram": False, "Pip": False, "Wilf": True, "Nell": True}


def test_an_answer_that_is_cleared_leaves_the_line_and_can_be_put_back(page):
    at = page(agreements=[row(AGREE, "1", person_id="otti", answer="signed")])
    editor = at.editor("s.agree")
    editor.row_view("1").remove_button.click()
    assert at.kept("s.agree") == []
    assert any(view.row["person_id"] == "otti" for view in editor.rows)
    at.toasts.undo()
    assert [r["answer"] for r in at.kept("s.agree")] == ["signed"]


def test_an_answer_of_somebody_who_left_the_family_stays_in_sight(page):
    at = page(agreements=[row(AGREE, "1", person_id="gone", answer="said_no")])
    assert at.editor("s.agree").row_view("1").name() == "Somebody not in the family now"


def test_every_control_has_a_name(page):
    at = page([chosen("1", "Thistle Club", "plan", "yes")])
    at.editor("s.agree").rows[3].open()
    assert nameless(at) == []


WHO = st.sampled_from(["Ode", "Larkmoor Primary", "Anyone else", "", "Thistle Club", "ode"])
CHOSEN = st.lists(
    st.tuples(WHO, st.sampled_from((*KINDS, "", "stars")), st.sampled_from((*CHOICES, "perhaps"))),
    max_size=6,
)
SAID = st.lists(
    st.fixed_dictionaries(
        {
            "person_id": st.sampled_from(["otti", "wilf", "gone", ""]),
            "answer": st.sampled_from(["signed", "said_yes", "told", "", "other"]),
            "how": st.text(st.characters(codec="ascii", categories=("L", "N")), max_size=8),
            "on": st.sampled_from(["2026-11-02", "", "next week"]),
        }
    ),
    max_size=5,
)


@A_PAGE_EACH
@given(choices=CHOSEN, answers=SAID)
def test_what_is_kept_comes_back_just_as_it_was(page, choices, answers):
    sharing = [chosen(str(n), *one) for n, one in enumerate(choices)]
    agreed = [row(AGREE, str(n), **one) for n, one in enumerate(answers)]
    at = page()
    for key, rows in (("s.sharing", sharing), ("s.agree", agreed)):
        editor = at.editor(key)
        editor.set_value(rows)
        assert editor.value() == rows
        editor.refresh()
        assert editor.value() == rows
    at.close()
