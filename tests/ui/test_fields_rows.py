"""Rows as a person fills them in: the plan, the assessment, the meeting, the review."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.ui import samples
from tests.ui.forms_in_memory import form, pack
from tests.ui.section_page import SectionPage

LEFT = Qt.MouseButton.LeftButton
ENTER, TAB, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape


@pytest.fixture
def editor_of(qtbot):
    """The editor of one question on a page of its own; ``kept()`` is what the form holds."""

    def make(code, key, values=None):
        given = samples.values(code) if values is None else values
        page = SectionPage(code, form(code).section_of(key).key, given)
        qtbot.addWidget(page)
        page.show()
        qtbot.waitExposed(page)
        editor = page.editor(key)
        editor.holder, editor.toasts = page, page.toasts
        editor.kept = lambda: page.session.value(key)
        return editor

    return make


def _focus(editor):
    return editor.window().focusWidget()


def test_a_plan_is_typed_with_tab_and_enter_alone(editor_of, qtbot):
    plan = editor_of("taf_meeting", "plan.plan", {})
    plan.add()
    qtbot.keyClicks(_focus(plan), "Callum is in school most days")
    card = plan.rows[0]
    card.close_form()
    for words in ("Breakfast club", "Siobhan", "30/11/26"):
        qtbot.keyClicks(_focus(plan), words)
        qtbot.keyClick(_focus(plan), TAB)
    qtbot.keyClick(_focus(plan), TAB)
    qtbot.keyClicks(_focus(plan), "A lift on Mondays")
    qtbot.keyClick(_focus(plan), TAB)
    qtbot.keyClicks(_focus(plan), "The register")
    qtbot.keyClick(_focus(plan), TAB)  # past the last box: a new row opens
    qtbot.keyClicks(_focus(plan), "Gran collects on Fridays")
    qtbot.keyClick(_focus(plan), TAB)
    qtbot.keyClick(_focus(plan), TAB)
    qtbot.keyClicks(_focus(plan), "Every Friday")
    qtbot.keyClick(_focus(plan), ENTER)
    outcome = plan.kept()[0]
    assert outcome["title"] == "Callum is in school most days"
    first, second = outcome["actions"]
    assert (first["what"], first["who"], first["by_when"]) == (
        "Breakfast club",
        "Siobhan",
        "2026-11-30",
    )
    assert (first["support"], first["measure"]) == ("A lift on Mondays", "The register")
    assert (second["what"], second["by_when"], second["by_words"]) == (
        "Gran collects on Fridays",
        "",
        "Every Friday",
    )


def test_escape_puts_an_action_back_as_it_was(editor_of, qtbot):
    plan = editor_of("taf_meeting", "plan.plan")
    before = plan.kept()
    plan.open_action("2")
    qtbot.keyClicks(_focus(plan), " and more")
    assert plan.kept() != before
    qtbot.keyClick(_focus(plan), ESCAPE)
    assert plan.kept() == before


def test_one_action_is_edited_at_a_time_in_the_whole_plan(editor_of, qtbot):
    plan = editor_of("taf_meeting", "plan.plan")
    first, second = plan.rows
    first.add_action()
    qtbot.keyClicks(_focus(plan), "Ask about Fridays")
    first.action_rows[0].open()
    assert [row.is_open() for row in first.action_rows] == [True, False, False, False]
    second.add_action()
    qtbot.keyClicks(_focus(plan), "Ring Nan")
    assert not any(row.is_open() for row in first.action_rows)
    first.action_rows[1].open()
    assert not second.action_rows[0].is_open()
    kept = [[action["what"] for action in row["actions"]] for row in plan.kept()]
    assert kept[0][-1] == "Ask about Fridays"
    assert kept[1] == ["Ring Nan"]


def test_a_new_row_left_blank_goes_when_another_is_opened(editor_of, qtbot):
    plan = editor_of("taf_meeting", "plan.plan")
    first = plan.rows[0]
    first.add_action()
    first.action_rows[0].open()
    assert len(first.action_rows) == 3
    assert _focus(plan) is first.action_rows[0].form.what


def test_enter_closes_the_row_even_while_names_are_offered(editor_of, qtbot):
    plan = editor_of("taf_meeting", "plan.plan")
    card = plan.rows[0]
    card.add_action()
    row = card.action_rows[-1]
    qtbot.keyClicks(row.form.what, "Ask about the rent")
    row.form.who.setFocus()
    qtbot.keyClicks(row.form.who, "Priya")
    row.form.by_when.setFocus()
    qtbot.keyClicks(row.form.by_when, "30/9/26")
    qtbot.keyClick(row.form.by_when, ENTER)
    assert not row.is_open()
    assert plan.kept()[0]["actions"][-1]["who"] == "Priya"


def test_enter_in_the_list_of_names_with_none_picked_saves_what_is_typed(editor_of, qtbot):
    plan = editor_of("taf_meeting", "plan.plan")
    card = plan.rows[0]
    card.add_action()
    row = card.action_rows[-1]
    qtbot.keyClicks(row.form.what, "Ask about the rent")
    row.form.who.setFocus()
    qtbot.keyClicks(row.form.who, "Priya")
    offered = row.form.who.completer().popup()
    qtbot.waitUntil(offered.isVisible)
    qtbot.keyClick(offered, ENTER)
    assert not row.is_open()
    assert plan.kept()[0]["actions"][-1]["who"] == "Priya"


def test_an_action_past_its_date_says_overdue_without_being_told(editor_of):
    plan = editor_of("taf_meeting", "plan.plan")
    states = [row._pill.text() for row in plan.rows[0].action_rows]
    assert states == ["Done", "Overdue", "Started"]


def test_a_removed_action_comes_back_with_undo(editor_of, qtbot):
    plan = editor_of("taf_meeting", "plan.plan")
    before = plan.kept()
    qtbot.mouseClick(plan.rows[0].action_rows[1].remove_button, LEFT)
    assert [a["id"] for a in plan.kept()[0]["actions"]] == ["1", "3"]
    plan.toasts.undo()
    assert plan.kept() == before


def test_an_area_is_ticked_once_it_has_words_and_a_number(editor_of, qtbot):
    areas = editor_of(
        "eha", "areas.areas", {"family.people": samples.values("request")["family.people"]}
    )
    page = areas.page()
    qtbot.keyClicks(page.well, "Registered with a GP")
    assert areas.chips.button("health").accessibleName() == "Health"
    mum = page.scores.rows["parent", "Siobhan Brennan"]
    qtbot.keyClick(mum.scale.focusProxy(), Qt.Key.Key_8)
    assert areas.chips.button("health").accessibleName() == "Health, done"
    health = next(row for row in areas.kept() if row["id"] == "health")
    assert [(s["name"], s["value"]) for s in health["scores"]] == [("Siobhan Brennan", 8)]


def test_children_give_their_own_number_in_plum(editor_of):
    people = samples.values("request")["family.people"]
    areas = editor_of("eha", "areas.areas", {"family.people": people})
    tones = {name: row.scale.tone for (_, name), row in areas.page().scores.rows.items()}
    assert tones["Callum Brennan"] == "voice"
    assert tones["Siobhan Brennan"] != "voice"


def test_somebody_elses_number_is_added_by_name(editor_of, qtbot):
    areas = editor_of("eha", "areas.areas")
    scores = areas.page().scores
    qtbot.mouseClick(scores.add_button, LEFT)
    qtbot.keyClicks(_focus(areas), "Miss Bell")
    qtbot.keyClick(_focus(areas), ENTER)
    qtbot.keyClick(_focus(areas), Qt.Key.Key_6)
    health = next(row for row in areas.kept() if row["id"] == "health")
    assert ("Miss Bell", 6) in [(s["name"], s["value"]) for s in health["scores"]]


def test_the_areas_are_walked_one_after_another(editor_of):
    areas = editor_of("eha", "areas.areas")
    names = []
    while areas.next_part():
        names.append(areas.next_part())
        areas.go_to_next_part()
    assert names == [area.name for area in pack().areas][1:]


def test_a_need_ticked_by_mistake_keeps_its_words_if_ticked_again(editor_of, qtbot):
    needs = editor_of("request", "needs.needs")
    line = needs.lines["attendance"]
    line.tick.click()
    assert [row["code"] for row in needs.kept()] == ["feelings"]
    line.tick.click()
    assert needs.kept()[0]["note"] == "Callum, 84% since September"
    assert needs.kept()[0]["id"] == "n1"


def test_a_card_for_each_child_waits_for_their_words(editor_of, qtbot):
    voices = editor_of("request", "needs.voices", samples.values("request"))
    assert [row.row["person_id"] for row in voices.rows] == ["callum", "niamh"]
    assert len(voices.kept()) == 1
    niamh = voices.rows[1].form.editors
    qtbot.keyClicks(niamh["words"].area, "I like my new bed")
    assert [row["words"] for row in voices.kept()][1] == "I like my new bed"


def test_who_came_is_one_press_each(editor_of, qtbot):
    came = editor_of("taf_meeting", "who.attendance")
    came.row_view("a2").came.button("came").click()
    assert [row["came"] for row in came.kept()] == ["came", "came", "apologies"]


def test_the_same_number_says_no_change_and_a_lower_one_is_not_an_alarm(editor_of, qtbot):
    then_now = editor_of("review", "then_now.outcomes")
    first, second, third = then_now.rows
    assert (first.pill.text(), second.pill.text()) == ("Better", "No change")
    qtbot.keyClick(third.scale.focusProxy(), Qt.Key.Key_3)
    assert (third.pill.text(), third.pill.tone) == ("Lower", "none")
    assert then_now.kept()[2]["score"] == 3


def test_then_and_now_names_its_columns_by_day_and_has_a_key(editor_of):
    then_now = editor_of("review", "then_now.outcomes")
    said = [label.text() for label in then_now.findChildren(QLabel) if label.isVisible()]
    assert "This time, 13 November" in said
    assert "Distance travelled" in said
    assert then_now.legend().accessibleName() == (
        "Key: at the start, last time, this time, hoped for"
    )
    then_now.holder.resize(640, 1400)
    said = [label.text() for label in then_now.findChildren(QLabel) if label.isVisible()]
    assert "Distance travelled" not in said
    assert "This time, in words" in said


def test_a_check_that_comes_back_says_so(editor_of, qtbot):
    checks = editor_of("decision", "checks.checks")
    row = checks.row_view("c2")
    assert row.pill.text() == "Waiting"
    qtbot.mouseClick(row.edit_button, LEFT)
    row.form.editors["back"].check.click()
    row.close_form()
    assert row.pill.text() == "Back"
    assert checks.kept()[1]["back"] is True


def test_how_each_need_ended_is_written_down(editor_of, qtbot):
    ends = editor_of("closure", "distance.needs")
    row = ends.rows[1]
    row.choice.button("partly").click()
    qtbot.keyClicks(row.text, "He uses the quiet card")
    assert (ends.kept()[1]["outcome"], ends.kept()[1]["evidence"]) == (
        "partly",
        "He uses the quiet card",
    )


def test_any_repeating_group_can_be_added_to(editor_of, qtbot):
    services = editor_of("closure", "signposting.services", {})
    qtbot.mouseClick(services.add_button, LEFT)
    qtbot.keyClicks(_focus(services), "Family hub")
    assert [row["service"] for row in services.kept()] == ["Family hub"]


def test_the_card_of_a_row_says_whose_it_is_as_soon_as_it_is_typed(editor_of, qtbot):
    signposts = editor_of("closure", "signposting.services", {})
    signposts.add()
    card = signposts.rows[0]
    assert card.title.text() == "1"
    qtbot.keyClicks(_focus(signposts), "School")
    assert card.title.text() == "1. School"
