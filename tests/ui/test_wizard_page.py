"""The wizard as a person goes through it, with keys and the mouse."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ehdesk.kernel.errors import EhdeskError
from tests.ui import samples
from tests.ui.accessible import nameless
from tests.ui.forms_in_memory import CASE, CODES, RECORD, desk, form
from tests.ui.pages import in_front
from ui.requests.das_view import DasView
from ui.requests.open_wizard import open_wizard
from ui.theme import install_theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def wizard(qtbot):
    def make(code="request", values=None, *, size=(1440, 900), **more):
        page = open_wizard(desk(code, values, **more), RECORD)
        return in_front(qtbot, page, *size)

    return make


def _press(qtbot, button):
    qtbot.mouseClick(button, LEFT)


def _words(page):
    return [link.accessibleName() for link in page.body.summary.links()]


def _complete():
    """Answers with nothing left to fix."""
    values = samples.values("request")
    born = {"callum": "2018-04-03"}
    people = [
        row | {"date_of_birth": born.get(row["id"], row["date_of_birth"])}
        for row in values["family.people"]
    ]
    values |= {"family.people": people, "consent.given_by": ["siobhan"]}
    return values | {"consent.covers": ["gp"], "needs.no_voice": ""}


def test_it_opens_on_the_title_of_the_step_that_was_left(wizard):
    page = wizard(place="family")
    assert page.body.title.text() == "Family and household"
    assert page.body.step_label.text() == "Step 4 of 12"
    assert QApplication.focusWidget() is page.body.title


def test_a_title_that_asks_is_spoken_without_a_stop_after_it(wizard):
    page = wizard("closure", place="why")
    assert page.body.title.accessibleName() == "Why is it closing? Step 1 of 7"
    page.go("views")
    assert page.body.title.accessibleName() == "The family’s views. Step 3 of 7"


def test_the_key_to_the_marks_stands_on_the_title_line_while_there_is_room(wizard):
    page = wizard("review", samples.values("review"), place="then_now")
    legend = page.pages.view.legend()
    assert legend.isVisible()
    page.resize(1366, 768)
    assert not legend.isVisible()


def test_continue_says_what_to_fix_and_each_goes_when_it_is_right(wizard, qtbot):
    values = samples.values("request") | {"family.postcode": "LE3"}
    page = wizard(values=values, place="family")
    assert page.body.forward.isEnabled()
    assert _words(page) == []
    _press(qtbot, page.body.forward)
    assert _words(page) == ["Enter a full postcode", "Enter Callum’s date of birth"]
    assert page.body.summary.hasFocus()
    assert page.body.title.text() == "Family and household"
    _press(qtbot, page.body.summary.links()[0])
    box = QApplication.focusWidget()
    box.selectAll()
    qtbot.keyClicks(box, "le3 0aa")
    assert _words(page) == ["Enter Callum’s date of birth"]
    assert QApplication.focusWidget() is box
    _press(qtbot, page.body.summary.links()[0])
    qtbot.keyClicks(QApplication.focusWidget(), "3/4/2018")
    assert not page.body.summary.isVisible()
    qtbot.keyClick(
        QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    assert page.body.title.text() == "Relationships and responsibility"


def test_any_step_can_be_opened_from_the_rail_in_any_order(wizard, qtbot):
    page = wizard()
    steps = page.rail.list
    steps.setFocus()
    for _ in range(7):
        qtbot.keyClick(steps, Qt.Key.Key_Down)
    qtbot.keyClick(steps, Qt.Key.Key_Return)
    assert page.body.title.text() == "Support already in place"
    rect = steps.visualRect(steps.model().index(1, 0))
    qtbot.mouseClick(steps.viewport(), LEFT, pos=rect.center())
    assert page.body.title.text() == "Who is asking"


def test_the_rail_says_in_red_how_much_is_to_fix(wizard, qtbot):
    page = wizard(place="family")
    _press(qtbot, page.body.forward)
    step = next(step for step in page.rail.steps() if step.key == "family")
    assert step.line == f"{step.to_fix} things to fix"
    said = page.rail.list.model().index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == f"Step 4, Family and household, you are here, {step.line}"


def test_questions_come_and_go_with_the_answers_and_the_cursor_stays(wizard, qtbot):
    page = wizard(place="before_you_start")
    questions = page.pages.view.questions
    assert questions["before_you_start.spoke_to"].isHidden()
    yes = questions["before_you_start.called"].editor.radios.button(True)
    yes.setFocus()
    qtbot.keyClick(yes, Qt.Key.Key_Space)
    assert not questions["before_you_start.spoke_to"].isHidden()
    assert QApplication.focusWidget() is yes


def test_tab_goes_through_a_page_in_reading_order(wizard, qtbot):
    page = wizard(place="asking", values={"asking.kind": "professional"})
    names = []
    page.pages.view.questions["asking.name"].editor.setFocus()
    for _ in range(4):
        names.append(QApplication.focusWidget().accessibleName())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert names == ["Name", "Role", "School or agency", "Kind of agency"]


def test_change_leads_to_the_question_and_continue_straight_back(wizard, qtbot):
    page = wizard(values=_complete(), place="check")
    assert page.body.title.text() == "Check your answers before you send"
    card = next(card for card in page.pages.ending.cards if "family.name" in card.links)
    _press(qtbot, card.links["family.name"])
    assert QApplication.focusWidget() is page.pages.view.questions["family.name"].editor.line
    qtbot.keyClicks(QApplication.focusWidget(), "y")
    _press(qtbot, page.body.forward)
    assert page.body.title.text() == "Check your answers before you send"


def test_what_is_not_answered_says_so_with_a_link_to_answer_it(wizard):
    page = wizard(values=samples.values("request") | {"family.name": ""}, place="check")
    card = next(card for card in page.pages.ending.cards if "family.name" in card.links)
    assert card.links["family.name"].text() == "Answer"
    assert card.links["family.address"].text() == "Change"


def test_the_last_button_of_a_form_finishes_it_only_when_nothing_is_left_to_fix(wizard, qtbot):
    page = wizard("contact", place="check")
    assert page.body.forward.text() == form("contact").finish
    with qtbot.assertNotEmitted(page.finished):
        _press(qtbot, page.body.forward)
    assert _words(page)
    for question in form("contact").fields():
        page.give(question.key, samples.values("contact")[question.key])
    with qtbot.waitSignal(page.finished) as told:
        _press(qtbot, page.body.forward)
    assert told.args == [RECORD]


def test_saying_a_child_is_at_risk_shows_the_number_at_once(wizard, qtbot):
    page = wizard(place="before_you_start")
    harm = page.pages.view.questions["before_you_start.harm"].editor
    with qtbot.waitSignal(page.safeguarding_said):
        harm.radios.button(True).click()
    view = page.findChild(DasView)
    assert view.isVisible()
    assert page.desk.forms.saved["before_you_start.harm"] == "yes"
    assert nameless(view) == []


def test_a_referral_is_recorded_only_with_who_took_it_and_what_was_said(wizard, qtbot):
    page = wizard(place="before_you_start")
    page.pages.view.questions["before_you_start.harm"].editor.radios.button(True).click()
    view = page.findChild(DasView)
    _press(qtbot, view.record)
    assert [link.accessibleName() for link in view.summary.links()] == [
        "Enter who took the call",
        "Enter what you told them and what they said",
        "Choose what happens to the case meanwhile",
    ]
    assert page.desk.requests.referred == []
    qtbot.keyClicks(view.who, "Duty worker")
    qtbot.keyClicks(view.said, "Bruises seen today")
    view.meanwhile.button("waits").click()
    with qtbot.waitSignal(page.closed):
        _press(qtbot, view.record)
    case, when, at, who, said, meanwhile = page.desk.requests.referred[0]
    assert (case, when, at) == (CASE, date(2026, 11, 17), "10:42am")
    assert (who, said, meanwhile) == ("Duty worker", "Bruises seen today", "waits")


def test_yes_by_mistake_can_be_taken_back(wizard, qtbot):
    page = wizard(place="before_you_start")
    harm = page.pages.view.questions["before_you_start.harm"].editor
    harm.radios.button(True).click()
    _press(qtbot, page.findChild(DasView).mistake)
    assert page.session.value("before_you_start.harm") == ""
    assert harm.value() == ""
    assert page.body.title.isVisible()


def test_a_finished_record_is_read_and_nothing_in_it_can_be_changed(wizard, qtbot):
    page = wizard(values=samples.values("request"), place="family", read_only=True)
    editor = page.pages.view.questions["family.name"].editor
    qtbot.keyClicks(editor.line, "y")
    assert page.session.value("family.name") == "Something short"
    assert not page.pages.view.questions["family.people"].editor.add_button.isVisible()


def test_the_next_area_is_one_press_away(wizard, qtbot):
    page = wizard("eha", samples.values("eha"), place="areas")
    assert page.body.forward.text() == "Next area: Learning"
    _press(qtbot, page.body.forward)
    assert page.pages.view.questions["areas.areas"].editor.open_area == "learning"


def test_help_stands_beside_a_wide_page_and_behind_a_button_on_a_narrow_one(wizard, qtbot):
    page = wizard(place="family")
    assert page.side.isVisible()
    page.resize(1366, 768)
    assert not page.side.isVisible()
    assert page.body.why_button.isVisible()
    _press(qtbot, page.body.why_button)
    assert page.body._why_card.isVisible()


def test_f6_goes_from_region_to_region(wizard, qtbot):
    page = wizard(place="family")
    seen = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert page.body.forward in seen
    assert page.rail.list in seen
    assert page.top.back in seen


def test_escape_goes_one_step_back(wizard, qtbot):
    page = wizard(place="consent")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert page.body.title.text() == "Who is asking"


def test_what_could_not_be_finished_is_said_on_the_page(wizard):
    page = wizard(place="check")
    page.say_problem(EhdeskError("The case is closed", "", "Open it again first."))
    assert _words(page) == ["The case is closed. Open it again first."]


@pytest.mark.parametrize("code", CODES)
def test_every_step_of_every_form_has_names_for_a_screen_reader(wizard, code):
    page = wizard(code, samples.values(code))
    for step in page.session.steps():
        page.go(step.key)
        assert nameless(page) == [], step.key


def test_escape_in_an_open_row_closes_the_row_and_not_the_page(wizard, qtbot):
    page = wizard(values=samples.values("request"), place="family")
    row = page.pages.view.questions["family.people"].editor.row_view("callum")
    _press(qtbot, row.edit_button)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not row.is_open()
    assert page.body.title.text() == "Family and household"


def test_a_family_named_in_the_form_is_named_over_it(wizard, qtbot):
    page = wizard(place="family", title="Family not named yet")
    editor = page.pages.view.questions["family.name"].editor
    qtbot.keyClicks(editor.line, "Brennan")
    assert page.top._family.text() == "Brennan family"


@pytest.mark.parametrize("size", [(1366, 768), (1120, 680)], ids=["small", "smallest"])
@pytest.mark.parametrize("code", CODES)
def test_no_page_is_wider_than_its_window_at_the_largest_text(wizard, qapp, code, size):
    install_theme(qapp, "light", 150)
    page = wizard(code, samples.values(code), size=size)
    for step in page.session.steps():
        page.go(step.key)
        qapp.processEvents()
        assert page.width() == size[0], step.key
        assert page.body.scroller.horizontalScrollBar().maximum() == 0, step.key


def test_control_z_puts_back_whom_was_removed(wizard, qtbot):
    page = wizard(values=samples.values("request"), place="family")
    people = page.pages.view.questions["family.people"].editor
    _press(qtbot, people.row_view("callum").remove_button)
    _press(qtbot, people.row_view("paul").remove_button)
    assert page.toaster.message == "Paul Hewitt removed"
    page.body.back.setFocus()
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), "z", Qt.KeyboardModifier.ControlModifier)
    kept = [row["id"] for row in page.session.value("family.people")]
    assert kept == ["siobhan", "callum", "niamh", "paul"]
    assert not page.toaster.isVisible()
