"""The referral to the panel: the record beside each reason, a page of the past, who signs."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ehdesk.demo import panel_answers
from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from ehdesk.domain.access import Role
from ehdesk.domain.pathway import State
from tests.desks import a_journey, colleague
from tests.ui.accessible import nameless
from tests.ui.case_pages import Asked, listening, show
from ui.kit.navigation import Place
from ui.kit.note import Note
from ui.panel.referral_page import PanelReferralPage


@pytest.fixture
def go(desk: Desk) -> Journey:
    """A family whose last review decided to ask the panel."""
    go = a_journey(desk)
    go.send(300)
    go.decide(298, "eha")
    go.assess(290)
    go.first_taf(280, last_due=100)
    go.review(195, up=0)
    go.review(105, up=-1, decision="masp")
    go.on(0)
    return go


def opened(qtbot: QtBot, desk: Desk, go: Journey) -> tuple[PanelReferralPage, Asked]:
    record = desk.case_forms.start(go.case_id, "masp")
    navigator, asked = listening()
    page = PanelReferralPage(desk, navigator, record_id=record)
    navigator.setParent(page)
    page.refresh()
    leave = desk.notices.subscribe(page.refresh)
    page.destroyed.connect(lambda: leave())
    show(qtbot, page)
    return page, asked


def fill(desk: Desk, go: Journey, *leave_out: str) -> None:
    """Everything that a referral has to say, but what is left out."""
    day = desk.clock.today()
    record = desk.case_forms.start(go.case_id, "masp")
    answers = panel_answers.masp(go.family, day, day + timedelta(days=14))
    go.save(record, {key: value for key, value in answers.items() if key not in leave_out})


def test_each_reason_shows_what_was_found_and_a_person_ticks(
    qtbot: QtBot, desk: Desk, go: Journey
) -> None:
    page, _asked = opened(qtbot, desk, go)
    assert nameless(page) == []
    assert page.reasons.value() == []
    card = page.reasons.cards["no_improvement"]
    assert card.accessibleName() == "No improvement"
    assert "From reviews of" in card.accessibleDescription()
    assert "Not ticked for you" in page.reasons.cards["accommodated"].accessibleDescription()
    card.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(card, Qt.Key.Key_Space)
    QTest.keyClick(card, Qt.Key.Key_J)
    assert page.reasons.cards["escalation"].hasFocus()
    QTest.keyClick(page.reasons.cards["escalation"], Qt.Key.Key_K)
    assert card.hasFocus()
    page.keep()
    kept = desk.forms.open(page.opened.record_id).values["why.triggers"]
    assert kept == ["no_improvement"]


def test_the_past_is_suggested_and_chosen_for_one_page(
    qtbot: QtBot, desk: Desk, go: Journey
) -> None:
    page, _asked = opened(qtbot, desk, go)
    card = page.chronology
    total = len(desk.cases.chronology(go.case))
    assert card.count.text() == f"{len(card.value())} of {total} chosen, one page"
    first = next(iter(card.rows.ticks.values()))
    before = len(card.value())
    first.click()
    assert len(card.value()) == before - 1
    card.views.button("chosen").click()
    assert first.row.key not in card.rows.ticks
    card.views.button("all").click()
    assert len(card.rows.ticks) == total
    for tick in card.rows.ticks.values():
        tick.setChecked(True)
    many = "more than one page" if total > 16 else "one page"
    assert card.count.text() == f"{total} of {total} chosen, {many}"
    page.keep()
    kept = desk.forms.open(page.opened.record_id).values["history.chronology"]
    assert isinstance(kept, list)
    assert len(kept) == total


def test_without_a_reason_or_something_to_ask_for_it_says_what_is_missing(
    qtbot: QtBot, desk: Desk, go: Journey
) -> None:
    fill(desk, go, "why.triggers", "ask.wanted")
    page, _asked = opened(qtbot, desk, go)
    page.send_button.click()
    words = [link.accessibleName() for link in page.summary.links()]
    assert "Tick at least one reason" in words
    assert "Choose at least one thing you want from the panel" in words
    page.summary.links()[0].click()
    QApplication.processEvents()
    assert page.reasons.cards["no_improvement"].hasFocus()
    assert go.case.state is State.PLAN


def test_a_family_that_was_not_told_needs_a_reason_and_a_manager(
    qtbot: QtBot, desk: Desk, go: Journey
) -> None:
    fill(desk, go, "family.knows")
    page, _asked = opened(qtbot, desk, go)
    page.give("family.knows", "no")
    assert page.knows.text() == "Not told"
    page.send_button.click()
    words = [link.accessibleName() for link in page.summary.links()]
    assert "Enter why the family was not told, and which manager agreed" in words
    page.give("family.not_told_reason", "risk_to_child")
    page.give("family.not_told_note", "It would not be safe. Dev Mistry agreed.")
    page.send_button.click()
    assert go.case.state is State.MASP


def test_it_is_recorded_as_sent_and_then_says_where_it_stands(
    qtbot: QtBot, desk: Desk, go: Journey
) -> None:
    fill(desk, go)
    page, asked = opened(qtbot, desk, go)
    assert page.due.text() == "7 days to send"
    assert page.strip.isHidden()
    page.send_button.click()
    assert asked.said == ["The referral to the panel is recorded"]
    assert go.case.state is State.MASP
    record = go.case.finished("masp")[-1].id
    navigator, later = listening()
    read = PanelReferralPage(desk, navigator, record_id=record)
    navigator.setParent(read)
    read.refresh()
    show(qtbot, read)
    assert nameless(read) == []
    assert not read.strip.isHidden()
    assert not any(card.isEnabled() for card in read.reasons.cards.values())
    assert read.send_button.text() == "Record the panel’s answer"
    read.send_button.click()
    assert later.last.kind == "wizard"
    answer = go.case.draft("panel")
    assert answer is not None
    assert later.last == Place("wizard", record_id=answer.id)


def test_where_a_manager_signs_it_is_asked_for_first(qtbot: QtBot, desk: Desk, go: Journey) -> None:
    ruth = colleague(desk, "Ruth Example", Role.MANAGER)
    desk.users.set_forms_signed({"masp"})
    fill(desk, go, "send.sent_on", "agree.manager", "agree.on", "agree.line")
    page, asked = opened(qtbot, desk, go)
    assert page.send_button.text() == "Ask Ruth to sign"
    assert "Ruth Example signs before it goes" in page.foot.text()
    page.send_button.click()
    record = page.opened.record_id
    assert asked.last == Place("ask_signature", case_id=go.case_id, record_id=record)
    desk.oversight.ask(record, of=ruth.user.id)
    assert page.send_button.isHidden()
    ruth.oversight.sign(record)
    page.refresh()
    assert page.send_button.text() == "Record as sent"
    assert "Signed by Ruth Example" in page.foot.text()
    assert page.session.value("agree.manager") == "Ruth Example", "nobody types it again"
    page.give("send.sent_on", desk.clock.today().isoformat())
    page.send_button.click()
    assert go.case.state is State.MASP


def test_a_child_at_risk_now_leads_to_the_duty_service(
    qtbot: QtBot, desk: Desk, go: Journey
) -> None:
    page, asked = opened(qtbot, desk, go)
    page.give("why.harm", "yes")
    assert asked.last == Place("das", case_id=go.case_id)
    assert desk.forms.open(page.opened.record_id).values["why.harm"] == "yes"


def test_the_whole_form_can_be_filled_in_step_by_step_as_well(
    qtbot: QtBot, desk: Desk, go: Journey
) -> None:
    page, asked = opened(qtbot, desk, go)
    asks = {field.key for field in page.session.form.fields()}
    shown = {key for view in page.views for key in view.questions}
    assert asks - shown == {"why.triggers", "why.evidence", "history.chronology"}
    page.steps_button.click()
    assert asked.last == Place("wizard", record_id=page.opened.record_id, steps=True)


def test_the_newest_words_of_a_parent_stand_beside_those_of_a_child(
    qtbot: QtBot, desk: Desk, go: Journey
) -> None:
    page, _asked = opened(qtbot, desk, go)
    said = desk.cases.parents_words(go.case)
    assert said is not None
    review = max(
        (record for record in go.case.records if record.form == "review"),
        key=lambda record: str(record.finished_at),
    )
    assert said == (review.answers["says.parents"], "Parents and carers")
    told = [label.text() for note in page.findChildren(Note) for label in note.findChildren(QLabel)]
    at = told.index(f"“{said[0]}”")
    assert said[1] in told[max(0, at - 1) : at + 2]


def test_a_parent_is_named_where_the_record_says_who_it_was(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(30)
    go.decide(28, "eha")
    go.assess(20)
    go.first_taf(10)
    said = desk.cases.parents_words(go.case)
    assert said is not None
    views = next(r for r in go.case.records if r.form == "eha").answers["parents.views"]
    who = next(one for one in go.case.people if str(one.id) == views[-1]["who"])
    assert said == (views[-1]["words"], f"{who.first_name}, {who.relationship}")


def test_the_chronology_is_printed_by_those_who_may(qtbot: QtBot, desk: Desk, go: Journey) -> None:
    page, asked = opened(qtbot, desk, go)
    assert page.print_button.text() == "Print the chronology"
    page.print_button.click()
    assert asked.last.params["paper"] == "chronology-panel"
    reader = colleague(desk, "Rosa", Role.READER)
    navigator, _asked = listening()
    theirs = PanelReferralPage(reader, navigator, record_id=page.opened.record_id)
    navigator.setParent(theirs)
    show(qtbot, theirs)
    assert not theirs.print_button.isVisible()
