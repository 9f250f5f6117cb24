"""A child's voice, in a few lines or in full, and what is said of each area of life."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehdesk.forms import kinds
from ehdesk.forms.spec import Field
from tests.forms.samples import any_row
from tests.ui.accessible import nameless
from tests.ui.forms_in_memory import pack
from tests.ui.kinds_on_a_page import A_PAGE_EACH, PEOPLE, KindsPage, family, row
from tests.ui.pages import in_front
from ui.fields.grouped_form import GroupedForm
from ui.fields.row_form import RowForm

VOICES = Field("s.voices", "What do the children say?", "voices", bind="voices")
SHORT = replace(VOICES, asks=("person_id", "words", "how", "on", "gathered_by"))
AREAS = Field("s.areas", "Areas of life", "areas", bind="areas")


@pytest.fixture
def page(qtbot):
    def make(question: Field, rows: Any = ()) -> KindsPage:
        page = KindsPage(PEOPLE, question, values={"s.people": family(), question.key: list(rows)})
        page.view.questions["s.people"].hide()
        return in_front(qtbot, page)

    return make


def test_a_request_asks_a_few_lines_and_an_assessment_the_whole_in_groups(page):
    assert all(isinstance(v.form, RowForm) for v in page(SHORT).editor("s.voices").rows)
    card = page(VOICES).editor("s.voices").rows[0]
    assert isinstance(card.form, GroupedForm)
    assert [part.header.text() for part in card.form.parts.values()] == [
        "Seen and heard",
        "In their own words",
        "A day at home and at school",
        "Good, worries, better",
        "People, wishes and help so far",
        "What we saw",
        "Told what came of it",
    ]
    assert [key for key, part in card.form.parts.items() if part.is_open()] == ["words"]


def test_own_words_are_plum_and_what_we_saw_is_not(page):
    card = page(VOICES).editor("s.voices").rows[0]
    for key in card.form.parts:
        card.form.open(key)
    plum = {key for key, e in card.form.editors.items() if e.question.voice}
    assert "day_home" in plum
    assert "words" in plum
    assert "observed" not in plum


def test_a_group_says_what_is_written_in_it(page, qtbot):
    at = page(VOICES)
    card = at.editor("s.voices").rows[0]
    qtbot.keyClicks(card.form.open("day").editors["day_home"].area, "Quiet. I read to Nell.")
    card.form.open("seen").editors["alone"].radios.button(True).click()
    said = {key: part.header.accessibleName() for key, part in card.form.parts.items()}
    assert said["day"] == "A day at home and at school. What a day at home is like"
    assert said["seen"] == "Seen and heard. Were they seen alone"
    (kept,) = at.kept("s.voices")
    assert (kept["person_id"], kept["alone"], kept["day_home"]) == (
        "wilf",
        "yes",
        "Quiet. I read to Nell.",
    )


def test_what_the_form_does_not_ask_is_left_as_it_was(page, qtbot):
    full = row(VOICES, "v", person_id="wilf", words="I like art", wishes="A dog", seen="yes")
    at = page(SHORT, [full])
    card = at.editor("s.voices").row_view("v")
    qtbot.keyClicks(card.form.editors["words"].area, "And ")
    kept = at.kept("s.voices")[0]
    assert kept["words"] == "And I like art"
    assert (kept["wishes"], kept["seen"]) == ("A dog", "yes")


def test_an_area_says_whom_it_is_about_and_how_it_is_known(page, qtbot):
    at = page(AREAS)
    area = at.editor("s.areas").page()
    area.more.editors["about"].group.chip("nell").click()
    qtbot.keyClicks(area.more.editors["known_from"].line, "The health visitor")
    first = at.kept("s.areas")[0]
    assert (first["about"], first["known_from"]) == (["nell"], "The health visitor")


def test_an_area_asks_only_what_the_form_asks(page, qtbot):
    asks = ("area", "worries", "about")
    code = pack().areas[0].code
    kept = row(AREAS, code, area="Health", going_well="Seen by the GP", need="yes")
    at = page(replace(AREAS, asks=asks), [kept])
    area = at.editor("s.areas").page()
    assert area.worries.isVisible()
    assert not any(part.isVisible() for part in (area.well, area.scores, area.need))
    assert set(area.more.editors) == {"about"}
    qtbot.keyClicks(area.worries, "Late to bed")
    first = at.kept("s.areas")[0]
    assert (first["worries"], first["going_well"], first["need"]) == (
        "Late to bed",
        "Seen by the GP",
        "yes",
    )


def test_every_box_has_a_name(page):
    for question in (VOICES, AREAS):
        at = page(question)
        editor = at.editor(question.key)
        for card in getattr(editor, "rows", ()):
            for key in card.form.parts:
                card.form.open(key)
        assert nameless(at.view) == []


@A_PAGE_EACH
@given(st.sampled_from([VOICES, SHORT]), st.data())
def test_whatever_is_kept_comes_back_as_it_was(qtbot, question, data):
    rows = data.draw(
        st.lists(any_row(kinds.columns(question)), max_size=3, unique_by=lambda r: r["id"])
    )
    page = KindsPage(PEOPLE, question, values={"s.people": family(), "s.voices": rows})
    qtbot.addWidget(page)
    kept = page.kept("s.voices")
    page.session.put("s.voices", page.editor("s.voices").value())
    assert page.kept("s.voices") == kept


def test_no_card_waits_for_a_child_who_is_not_born(qtbot):
    people = [row(PEOPLE, "p9", kind="child", given_name="Baby", unborn=True)]
    page = KindsPage(PEOPLE, SHORT, values={"s.people": people, SHORT.key: []})
    qtbot.addWidget(page)
    assert page.editor(SHORT.key).rows == ()
