"""The page of a case: its head, its tabs, what each says, and what a closed case still takes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import event

from ehdesk.desk import Desk
from ehdesk.domain.access import Role
from ehdesk.kernel.errors import EhdeskError
from tests.desks import a_plan, colleague
from tests.ui.case_pages import family, listening, open_case, show, type_into
from ui.app.case_tabs import CASE_TABS, TimelineTab
from ui.app.page_area import PageArea
from ui.cases.assessment_tab import AssessmentTab
from ui.cases.case_page import CasePage
from ui.cases.case_tab import CaseTab
from ui.cases.documents_tab import DocumentsTab
from ui.cases.meetings_tab import MeetingsTab
from ui.cases.overview_tab import OverviewTab
from ui.cases.record_tab import RecordTab
from ui.cases.reviews_tab import ReviewsTab
from ui.kit import ask
from ui.kit.navigation import Page, Place
from ui.theme import theme


@contextmanager
def statements(desk: Desk) -> Iterator[list[str]]:
    """What the database is asked meanwhile."""
    asked: list[str] = []

    def note(_conn: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        asked.append(statement)

    engine = desk.store.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(engine, "before_cursor_execute", note)


def words_in(widget: QWidget) -> str:
    """Everything that can be read in a widget."""
    labels = (label.text() for label in widget.findChildren(QLabel) if not label.isHidden())
    buttons = (button.text() for button in widget.findChildren(QPushButton))
    return "\n".join([*labels, *buttons])


def choose(page: CasePage, tab: str) -> CaseTab:
    assert page.takes(Place("case", case_id=page.case_id(), tab=tab))
    return page.tab


def test_the_head_says_whose_case_it_is_and_where_it_stands(qtbot: QtBot, demo_desk: Desk) -> None:
    page, _asked = open_case(qtbot, demo_desk, "Tilbrook")
    assert page.header.title == "Tilbrook family"
    assert page.title() == "Tilbrook family"
    assert page.header.pills[0] == "Early Help Assessment"
    for words in ("EH-26-0001", "Kayden 10, Isla 7, Rory 2", "14 Cobden Rise", "West cluster"):
        assert words in page.header.support
    names = [page.header.tabs.accessibleTabName(n) for n in range(page.header.tabs.count())]
    assert "Plan, 8" in names
    assert "Meetings, 3" in names
    assert "Record" in [page.header.tabs.tabText(n) for n in range(page.header.tabs.count())]


def test_the_next_step_of_an_overdue_case_says_so_in_words(qtbot: QtBot, demo_desk: Desk) -> None:
    page, _asked = open_case(qtbot, demo_desk, "Vadgama")
    assert page.header.pills[1].endswith("days overdue")
    assert isinstance(page.tab, OverviewTab)
    assert "days overdue" in words_in(page.tab.next_step)


@pytest.mark.parametrize(
    ("name", "verb", "kind"),
    [
        ("Brennan", "Decide the request", "decide"),
        ("Okafor", "Continue the request", "wizard"),
        ("Osman", "Continue the assessment", "wizard"),
        ("Fenwick", "Record the answer", "wizard"),
        ("Petrescu", "Open the work", "short_work"),
        ("Marchetti", "Record their answer", "das_answer"),
        ("Lakhani", "Open the closure form", "wizard"),
    ],
)
def test_the_one_verb_of_the_next_step_leads_where_it_is_done(
    qtbot: QtBot, demo_desk: Desk, name: str, verb: str, kind: str
) -> None:
    page, asked = open_case(qtbot, demo_desk, name)
    assert isinstance(page.tab, OverviewTab)
    assert page.tab.next_step.button.text() == verb
    page.tab.next_step.button.setFocus()
    QTest.keyClick(page.tab.next_step.button, Qt.Key.Key_Space)
    assert asked.last.kind == kind


def test_an_action_that_is_the_next_step_is_marked_done_and_can_be_taken_back(
    qtbot: QtBot, demo_desk: Desk
) -> None:
    page, asked = open_case(qtbot, demo_desk, "Tilbrook")
    tab = page.tab
    assert isinstance(tab, OverviewTab)
    title = tab.next_step.title
    tab.next_step.button.click()
    assert asked.said == [f"Marked done: {title}"]
    assert tab.next_step.title != title
    assert asked.undo is not None
    next(command for command in page.commands() if command.keys == "Ctrl+Z").run()
    assert tab.next_step.title == title
    assert asked.said[-1] == "Taken back"


def test_what_was_taken_back_or_changed_since_is_not_taken_back_again(
    qtbot: QtBot, demo_desk: Desk
) -> None:
    page, asked = open_case(qtbot, demo_desk, "Tilbrook")
    tab = page.tab
    assert isinstance(tab, OverviewTab)
    title = tab.next_step.title
    tab.next_step.button.click()
    assert asked.undo is not None
    asked.undo()
    tab.undo()
    assert asked.said[-1] == "There is nothing to take back here."
    assert tab.next_step.title == title
    tab.next_step.button.click()
    demo_desk.cases.add_note(page.case_id(), "From another tab.")
    tab.undo()
    assert asked.said[-1] == "There is nothing to take back here."
    assert tab.next_step.title != title


def test_the_overview_names_the_family_the_team_and_who_leads(
    qtbot: QtBot, demo_desk: Desk
) -> None:
    page, _asked = open_case(qtbot, demo_desk, "Tilbrook")
    tab = page.tab
    assert isinstance(tab, OverviewTab)
    family_words = words_in(tab.family)
    assert "Kayden, 10" in family_words
    assert "Larkmoor Primary, Year 6" in family_words
    assert "Text Dawn first. Best after 3pm." in family_words
    assert "Lead" in words_in(tab.team)
    assert "Signed 28 Apr" in words_in(tab.facts)
    assert tab.then.words[0] == "Review 2, due by Tue 22 Dec"
    assert tab.pathway is not None
    assert tab.pathway.map.node("review").node.state == "current"


def test_the_key_facts_say_which_manager_looked_last(qtbot: QtBot, desk: Desk) -> None:
    go = a_plan(desk)
    ruth = colleague(desk, "Ruth Example", Role.MANAGER)
    tab = OverviewTab(desk, listening()[0])
    show(qtbot, tab)
    tab.show_case(go.case)
    assert "Seen by Ruth Example, 17 Nov" not in words_in(tab)
    ruth.oversight.note(go.case_id, "The plan moves.")
    tab.show_case(go.case)
    qtbot.waitUntil(lambda: "Seen by Ruth Example, 17 Nov" in words_in(tab))


def test_a_node_of_the_map_opens_what_belongs_to_it(qtbot: QtBot, demo_desk: Desk) -> None:
    page, asked = open_case(qtbot, demo_desk, "Tilbrook")
    tab = page.tab
    assert isinstance(tab, OverviewTab)
    assert tab.pathway is not None
    for node, kind, tab_key in (
        ("assessment", "case", "assessment"),
        ("first_taf", "case", "meetings"),
        ("review", "case", "reviews"),
        ("request", "wizard", None),
        ("safeguarding", "das", None),
        ("masp", "step", None),
    ):
        tab.pathway.map.node(node).click()
        assert asked.last.kind == kind, node
        assert asked.last.params.get("tab") == tab_key, node


def test_ctrl_tab_and_the_arrow_keys_go_through_the_tabs(qtbot: QtBot, demo_desk: Desk) -> None:
    page, asked = open_case(qtbot, demo_desk, "Tilbrook")
    assert page.header.tabs.shown == "overview"
    QTest.keyClick(page, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert page.header.tabs.shown == "assessment"
    assert asked.last == Place("case", case_id=page.case_id(), tab="assessment")
    page.header.tabs.setFocus()
    QTest.keyClick(page.header.tabs, Qt.Key.Key_Right)
    assert page.header.tabs.shown == "plan"


def test_opening_the_page_asks_the_database_the_same_for_any_case(
    qtbot: QtBot, demo_desk: Desk
) -> None:
    counts = []
    for name in ("Tilbrook", "Okafor", "Chikwanha"):
        navigator, _asked = listening()
        case_id = family(demo_desk, name)
        page = CasePage(demo_desk, navigator, case_id=case_id)
        qtbot.addWidget(page)
        navigator.setParent(page)
        with statements(demo_desk) as asked:
            page.refresh()
        counts.append(len([one for one in asked if one.lstrip().upper().startswith("SELECT")]))
    assert len(set(counts)) == 1
    assert counts[0] <= 48


def test_tabs_of_the_same_case_read_nothing_more(qtbot: QtBot, demo_desk: Desk) -> None:
    page, _asked = open_case(qtbot, demo_desk, "Tilbrook")
    with statements(demo_desk) as asked:
        for tab in ("assessment", "plan", "meetings", "reviews", "documents", "record"):
            choose(page, tab)
    assert asked == []


def test_a_tab_that_has_a_page_of_its_own_lets_that_page_go(qtbot: QtBot, demo_desk: Desk) -> None:
    case_id = family(demo_desk, "Tilbrook")
    navigator, _asked = listening()
    made: list[CasePage] = []
    gone: list[Page] = []

    def make(place: Place) -> Page:
        if place.kind != "case":
            return Page()
        page = CasePage(demo_desk, navigator, **place.params)
        page.destroyed.connect(lambda: gone.append(page))
        made.append(page)
        return page

    area = PageArea(make)
    show(qtbot, area)
    overview = Place("case", case_id=case_id, tab="overview")
    area.go(overview)
    area.go(Place("contacts"))
    area.go(Place("case", case_id=case_id, tab="record"))
    area.go(overview)
    assert area.page is made[1]
    qtbot.waitUntil(lambda: gone == [made[0]])
    area.clear()
    navigator.deleteLater()


def test_a_place_of_another_family_is_not_taken(qtbot: QtBot, demo_desk: Desk) -> None:
    page, _asked = open_case(qtbot, demo_desk, "Tilbrook")
    assert not page.takes(Place("case", case_id=family(demo_desk, "Osman"), tab="plan"))
    assert not page.takes(Place("cases"))


def test_a_finalised_assessment_is_read_and_not_continued(qtbot: QtBot, demo_desk: Desk) -> None:
    page, _asked = open_case(qtbot, demo_desk, "Tilbrook", "assessment")
    tab = page.tab
    assert isinstance(tab, AssessmentTab)
    words = words_in(tab)
    assert "Finalised" in words
    assert "What it means" in words
    assert "A need" in words
    assert "“I want Mr Obi to know when I need five minutes.”" in words
    assert not tab.header_actions()


def test_an_assessment_being_written_says_how_far_it_is_and_is_continued(
    qtbot: QtBot, demo_desk: Desk
) -> None:
    page, asked = open_case(qtbot, demo_desk, "Osman", "assessment")
    tab = page.tab
    assert isinstance(tab, AssessmentTab)
    assert "9 of 17 steps done" in words_in(tab)
    assert tab.open_button.text() == "Continue the assessment"
    tab.open_button.click()
    draft = demo_desk.cases.get(page.case_id()).draft("eha")
    assert draft is not None
    assert asked.last == Place("wizard", record_id=draft.id)


def test_the_newest_meeting_is_read_and_another_can_be_chosen(
    qtbot: QtBot, demo_desk: Desk
) -> None:
    page, _asked = open_case(qtbot, demo_desk, "Tilbrook", "meetings")
    tab = page.tab
    assert isinstance(tab, MeetingsTab)
    assert tab.title.text() == "TAF meeting 3"
    assert tab.chips.labels() == ("TAF 1, 4 Jun", "TAF 2, 30 Jul", "TAF 3, 12 Nov")
    first = demo_desk.cases.get(page.case_id()).meetings[0]
    tab.chips.choose(str(first.id))
    assert tab.title.text() == "TAF meeting 1"
    words = words_in(tab)
    for part in ("What is going well", "Actions agreed", "Priya Nair", "Apologies", "5 of 10"):
        assert part in words
    page.refresh()
    assert tab.title.text() == "TAF meeting 1", "a refresh keeps what is chosen"


def test_planning_a_meeting_begins_one_and_then_continues_it(qtbot: QtBot, demo_desk: Desk) -> None:
    page, asked = open_case(qtbot, demo_desk, "Tilbrook", "meetings")
    tab = page.tab
    assert isinstance(tab, MeetingsTab)
    tab.start_button.click()
    begun = asked.last
    assert begun.kind == "wizard"
    assert tab.start_button.text() == "Continue the meeting"
    assert tab.title.text() == "TAF meeting 4"
    assert "Who is invited" in words_in(tab)
    tab.start_button.click()
    assert asked.last == begun


def test_a_review_says_how_late_it_was_and_how_far_each_outcome_came(
    qtbot: QtBot, demo_desk: Desk
) -> None:
    page, asked = open_case(qtbot, demo_desk, "Tilbrook", "reviews")
    tab = page.tab
    assert isinstance(tab, ReviewsTab)
    words = words_in(tab)
    assert "18 days after it was due" in words
    assert "Review 2 is due by Tuesday 22 December 2026" in words
    assert "Up 2 points" in words
    tab.start_button.click()
    assert asked.last.kind == "wizard"


def test_documents_open_with_enter_a_paper_as_a_preview_and_a_form_as_it_stands(
    qtbot: QtBot, demo_desk: Desk
) -> None:
    page, asked = open_case(qtbot, demo_desk, "Tilbrook", "documents")
    tab = page.tab
    assert isinstance(tab, DocumentsTab)
    tab.table.setFocus()
    QTest.keyClick(tab.table, Qt.Key.Key_Home)
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    assert asked.last == Place("print", paper="family-plan", case_id=page.case_id())
    QTest.keyClick(tab.table, Qt.Key.Key_End)
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    assert asked.last.kind == "wizard"
    pdf = demo_desk.papers.build("family-plan", page.case_id())
    demo_desk.papers.log("family-plan", page.case_id(), way="saved", pdf=pdf, pages=1)
    assert "saved as PDF" in words_in(tab.log)


def test_the_record_names_everyone_and_says_the_changes_in_words(
    qtbot: QtBot, demo_desk: Desk
) -> None:
    page, _asked = open_case(qtbot, demo_desk, "Tilbrook", "record")
    tab = page.tab
    assert isinstance(tab, RecordTab)
    people = words_in(tab.people)
    for person in demo_desk.cases.get(page.case_id()).people:
        assert person.first_name in people
    assert tab.people.professionals.model.rowCount() == 4
    tab.parts.button("consent").click()
    assert "Agreed, in writing" in words_in(tab.consent)
    tab.parts.button("changes").click()
    words = words_in(tab.changes)
    assert "say? " in words
    assert "?:" not in words
    assert "Record the meeting" in words
    assert "frozen" not in words
    assert "answers." not in words
    before = words.count("\n")
    tab.changes.more_button.click()
    assert words_in(tab.changes).count("\n") > before


def test_a_part_of_the_record_is_as_high_as_it_is_and_not_as_the_longest(
    qtbot: QtBot, demo_desk: Desk
) -> None:
    page, _asked = open_case(qtbot, demo_desk, "Vadgama", "record")
    tab = page.tab
    assert isinstance(tab, RecordTab)
    people = tab.people
    qtbot.waitUntil(lambda: people.height() == people.heightForWidth(people.width()))
    for other in (tab.consent, tab.sharing, tab.additions, tab.changes):
        assert other.isHidden()


def test_a_closed_case_is_read_only_and_added_to(qtbot: QtBot, demo_desk: Desk) -> None:
    page, asked = open_case(qtbot, demo_desk, "Chikwanha")
    assert page.header.pills[0].startswith("Closed ")
    assert len(page.header.pills) == 1
    assert isinstance(page.tab, OverviewTab)
    assert page.tab.next_step.button.isHidden()
    assert [button.text() for button in page.tab.header_actions()] == ["Begin again"]
    menu = [action.text() for action in page.header.menu.actions() if action.text()]
    assert menu[0] == "Refer to the Duty and Advice Service (DAS)"  # safety first, at any time
    assert "Add to the record" in menu
    assert not any("Close" in words for words in menu)
    for key in ("assessment", "plan", "meetings", "reviews"):
        tab = choose(page, key)
        assert all("Print" in button.text() for button in tab.header_actions()), key
    tab = choose(page, "record")
    assert isinstance(tab, RecordTab)
    assert tab.parts.value() == "added"
    tab.additions.begin()
    type_into(tab.additions.text, "Mum rang to say thank you.")
    tab.additions.add_button.click()
    assert [one.text for one in demo_desk.cases.get(page.case_id()).additions] == [
        "Mum rang to say thank you."
    ]
    assert "Mum rang to say thank you." in words_in(tab.additions.list)
    assert tab.additions.text.value() == ""
    assert asked.said == ["Added to the record. It stays as you wrote it."]


def test_adding_nothing_to_the_record_says_what_to_enter(qtbot: QtBot, demo_desk: Desk) -> None:
    page, _asked = open_case(qtbot, demo_desk, "Chikwanha", "record")
    tab = page.tab
    assert isinstance(tab, RecordTab)
    tab.additions.add_button.click()
    assert "Enter what is to be added" in words_in(tab.additions)
    assert demo_desk.cases.get(page.case_id()).additions == ()


def test_what_cannot_be_kept_is_not_left_without_a_question(
    qtbot: QtBot, demo_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_a: object, **_k: object) -> None:
        raise EhdeskError("The disk is full", "Nothing is lost.", "Free some space.")

    page, asked = open_case(qtbot, demo_desk, "Chikwanha", "record")
    tab = page.tab
    assert isinstance(tab, RecordTab)
    tab.additions.begin()
    with monkeypatch.context() as broken:
        broken.setattr(demo_desk.drafts, "keep", full)
        type_into(tab.additions.text, "Half a sentence")
        assert page.has_unsaved()
        broken.setattr(ask, "answers", [False])
        assert not page.may_leave()
        assert ask.answers == []
    assert asked.errors
    assert page.may_leave(), "it can be kept again"
    assert not page.has_unsaved()
    assert tab.additions.text.value() == "Half a sentence"


def test_what_is_being_added_stays_when_the_case_changes_elsewhere(
    qtbot: QtBot, demo_desk: Desk
) -> None:
    page, _asked = open_case(qtbot, demo_desk, "Chikwanha", "record")
    tab = page.tab
    assert isinstance(tab, RecordTab)
    tab.additions.begin()
    type_into(tab.additions.text, "Half a sent")
    demo_desk.cases.add_note(page.case_id(), "From another window.")
    assert tab.additions.text.value() == "Half a sent"
    assert QApplication.focusWidget() is tab.additions.text
    assert "From another window." in words_in(tab.additions.list)


def test_the_menu_has_the_duty_service_first_at_any_stage(qtbot: QtBot, demo_desk: Desk) -> None:
    for name in ("Tilbrook", "Brennan", "Osman", "Fenwick"):
        page, asked = open_case(qtbot, demo_desk, name)
        first = page.header.menu.actions()[0]
        assert "Duty and Advice Service (DAS)" in first.text()
        first.trigger()
        assert asked.last == Place("das", case_id=page.case_id())


def test_pinning_a_family_can_be_taken_back(qtbot: QtBot, demo_desk: Desk) -> None:
    page, asked = open_case(qtbot, demo_desk, "Petrescu")
    pin = next(a for a in page.header.menu.actions() if a.text() == "Pin this family")
    pin.trigger()
    assert demo_desk.cases.get(page.case_id()).pinned
    assert asked.undo is not None
    asked.undo()
    assert not demo_desk.cases.get(page.case_id()).pinned


def test_every_button_of_the_page_has_a_name(qtbot: QtBot, demo_desk: Desk) -> None:
    page, _asked = open_case(qtbot, demo_desk, "Tilbrook")
    for tab in ("overview", "assessment", "plan", "meetings", "reviews", "documents", "record"):
        choose(page, tab)
        for button in page.findChildren(QPushButton):
            assert button.text() or button.accessibleName(), tab


def test_words_fit_the_smallest_window_at_the_largest_text(qtbot: QtBot, demo_desk: Desk) -> None:
    theme().set_text_size(150)
    page, _asked = open_case(qtbot, demo_desk, "Tilbrook")
    page.window().resize(1366 - 310, 768)
    for tab in ("overview", "assessment", "plan", "meetings", "reviews", "documents", "record"):
        choose(page, tab)
        QApplication.processEvents()
        for label in page.tab.findChildren(QLabel):
            if label.isVisible() and label.text() and not label.wordWrap():
                assert label.width() >= label.sizeHint().width(), (tab, label.text())


def test_the_timeline_tab_opens_the_form_an_entry_was_made_from(
    qtbot: QtBot, demo_desk: Desk
) -> None:
    navigator, asked = listening()
    case_id = family(demo_desk, "Tilbrook")
    page = CasePage(demo_desk, navigator, case_id=case_id, tab="timeline", others=CASE_TABS)
    qtbot.addWidget(page)
    page.refresh()
    tab = page.tab
    assert isinstance(tab, TimelineTab)
    assert tab.panel is not None
    case = demo_desk.cases.get(case_id)
    contact = case.finished("contact")[0]
    for entry in tab.panel.model.entries:
        tab.panel.entry_opened.emit(entry.record or entry.key)
    opened = [place.params.get("record_id") for place in asked.places if place.kind == "wizard"]
    assert contact.id in opened
    assert case.finished("review")[0].id in opened
    assert Place("case", case_id=case_id, tab="plan") in asked.places


def test_the_wheel_of_tabs_ends_where_it_began(qtbot: QtBot, demo_desk: Desk) -> None:
    page, _asked = open_case(qtbot, demo_desk, "Tilbrook")
    for _tab in range(page.header.tabs.count()):
        QTest.keyClick(page, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert page.header.tabs.shown == "overview"
