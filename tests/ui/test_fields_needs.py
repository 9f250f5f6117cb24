"""Needs, from the short list and from the whole catalogue: found, ticked, counted, explained."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from ehdesk.forms import kinds
from ehdesk.forms.spec import Field
from tests.forms.samples import any_row
from tests.keyboard import Keyboard
from tests.ui.accessible import nameless
from tests.ui.forms_in_memory import pack
from tests.ui.kinds_on_a_page import A_PAGE_EACH, PEOPLE, KindsPage, family, row
from tests.ui.pages import in_front
from ui.fields.needs import CATALOGUE

NEEDS = Field("s.needs", "What does the family need help with?", "needs", bind="needs")
EVERY = replace(NEEDS, options_from=CATALOGUE)


@pytest.fixture
def page(qtbot):
    def make(question: Field, rows: Any = ()) -> KindsPage:
        values = {"s.people": family(), "s.needs": list(rows)}
        page = KindsPage(PEOPLE, question, values=values)
        page.view.questions["s.people"].hide()
        return in_front(qtbot, page)

    return make


def test_the_catalogue_holds_every_need_under_its_headline(page):
    editor = page(EVERY).editor("s.needs")
    assert [group.title for group in editor.groups] == [h.name for h in pack().headlines]
    assert set(editor.lines) == {need.code for need in pack().catalogue}
    assert not any(group.part.is_open() for group in editor.groups)


def test_a_need_is_found_by_typing_ticked_and_explained(page, qtbot):
    at = page(EVERY)
    keys = Keyboard(qtbot.waitUntil)
    editor = at.editor("s.needs")
    editor.setFocus()
    assert keys.heard() == "Find a need"
    keys.type("evict")
    assert [code for code, line in editor.lines.items() if line.isVisible()] == ["9.2"]
    keys.tab_to("Home not suitable")
    keys.press("Space")
    assert editor.count.text() == "1 need"
    keys.tab_to("Wilf Quillfeather")
    keys.press("Space")
    keys.write("What it looks like for this family", "Notice to leave by May")
    keys.write("How we know", "Letter from the landlord")
    (kept,) = at.kept("s.needs")
    assert (kept["code"], kept["people"], kept["note"], kept["known_from"]) == (
        "9.2",
        ["wilf"],
        "Notice to leave by May",
        "Letter from the landlord",
    )
    editor.search.clear()
    assert all(not group.isHidden() for group in editor.groups)
    header = next(g.part.header for g in editor.groups if g.title == "Secure housing")
    assert header.accessibleName() == "Secure housing. 1 ticked: Home not suitable or at risk"


def test_what_nothing_fits_is_said(page, qtbot):
    editor = page(EVERY).editor("s.needs")
    qtbot.keyClicks(editor.search, "zzz")
    assert editor._nothing.isVisible()
    qtbot.keyClick(editor.search, Qt.Key.Key_Escape)
    assert not editor._nothing.isVisible()


def test_a_need_said_in_both_lists_counts_once_and_says_so(page):
    covering = next(need for need in pack().needs if need.covers)
    both = [row(EVERY, "1", code=covering.code), row(EVERY, "2", code=covering.covers[0])]
    editor = page(EVERY, both).editor("s.needs")
    assert editor.count.text() == "1 need"
    line = editor.lines[covering.covers[0]]
    assert line._twice.text() == f"Counted once: “{covering.name}” says it too"
    editor.lines[covering.code].tick.click()
    assert editor.count.text() == "1 need"
    assert line._twice.isHidden()


def test_needs_ticked_on_the_request_stand_in_the_catalogue_in_their_plain_words(page):
    plain = pack().needs[0]
    editor = page(EVERY, [row(EVERY, "1", code=plain.code)]).editor("s.needs")
    assert editor.groups[-1].title == "Ticked before, in plain words"
    assert editor.lines[plain.code].name == plain.name


def test_the_short_list_asks_only_what_the_form_asks(page):
    at = page(replace(NEEDS, asks=("code", "people", "note")))
    line = at.editor("s.needs").lines["attendance"]
    line.tick.click()
    assert set(line.form.editors) == {"people", "note"}
    line.form.editors["people"].group.chip("nell").click()
    assert at.kept("s.needs")[0]["people"] == ["nell"]


def test_everything_in_it_has_a_name(page):
    at = page(EVERY, [row(EVERY, "1", code="9.2")])
    assert nameless(at.view) == []


@A_PAGE_EACH
@given(st.sampled_from([NEEDS, EVERY]), st.data())
def test_whatever_is_kept_comes_back_as_it_was(qtbot, question, data):
    codes = st.sampled_from(["attendance", "feelings", "9.2", "1.1", "", "dropped"])
    told = any_row(kinds.columns(question)).flatmap(lambda r: codes.map(lambda c: r | {"code": c}))
    rows = data.draw(st.lists(told, max_size=5, unique_by=lambda r: r["id"]))
    page = KindsPage(PEOPLE, question, values={"s.people": family(), "s.needs": rows})
    qtbot.addWidget(page)
    kept = page.kept("s.needs")
    page.session.put("s.needs", page.editor("s.needs").value())
    assert page.kept("s.needs") == kept
