"""Consent on the Record tab, the sharing log, and the pages that add to them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ehdesk.desk import Desk
from ehdesk.services.consents import Withdrawal
from tests.desks import TODAY
from tests.ui.accessible import nameless
from tests.ui.case_pages import family, listening, open_case, show
from ui.cases.record_tab import RecordTab
from ui.cases.sharing_page import NotSharingPage, SharingPage
from ui.cases.withdrawal_page import WithdrawalPage
from ui.kit.navigation import Place


def the_record(qtbot: QtBot, desk: Desk, part: str) -> tuple[RecordTab, Any, Any]:
    page, asked = open_case(qtbot, desk, "Tilbrook", "record")
    tab = page.tab
    assert isinstance(tab, RecordTab)
    tab.parts.button(part).click()
    return tab, page, asked


def words_in(widget: Any) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def choose(desk: Desk, case_id: UUID, *choices: tuple[str, str, str]) -> None:
    record = desk.case_forms.start(case_id, "consent")
    rows = [
        {"id": str(UUID(int=n + 1)), "who": who, "kind": kind, "choice": choice}
        for n, (who, kind, choice) in enumerate(choices)
    ]
    desk.forms.save(record, {"sharing.choices": rows}, place="", steps_done=0, steps_total=5)


def test_consent_says_who_agreed_and_what_each_may_know(qtbot: QtBot, demo_desk: Desk) -> None:
    case_id = family(demo_desk, "Tilbrook")
    choose(demo_desk, case_id, ("Housing", "health", "ask"), ("Housing", "plan", "yes"))
    tab, _page, asked = the_record(qtbot, demo_desk, "consent")
    said = words_in(tab.consent)
    assert "Agreed, in writing" in said
    assert "Dawn Tilbrook" in said
    assert "None recorded" in said
    cells = tab.consent.sharing.grid.cells
    assert cells["Housing", "health"].accessibleName() == "Housing, health: ask first"
    qtbot.keyClick(cells["Housing", "health"], "n")
    cells["Housing", "health"].click()
    assert cells["Housing", "health"].choice() == "ask"
    assert nameless(tab) == []
    tab.change_button.click()
    assert asked.last.kind == "wizard"
    tab.print_button.click()
    assert asked.last.params["paper"] == "consent"
    tab.consent.side.withdraw_button.click()
    assert asked.last == Place("withdrawal", case_id=case_id)


def test_each_part_of_the_record_has_its_own_buttons(qtbot: QtBot, demo_desk: Desk) -> None:
    tab, _page, _asked = the_record(qtbot, demo_desk, "consent")
    assert tab.change_button.isVisible()
    assert not tab.add_button.isVisible()
    tab.parts.button("sharing").click()
    assert tab.share_button.isVisible()
    assert not tab.change_button.isVisible()
    tab.parts.button("people").click()
    assert tab.add_button.isVisible()


def test_withdrawn_consent_is_said_in_the_head_and_in_the_part(
    qtbot: QtBot, demo_desk: Desk
) -> None:
    tab, page, asked = the_record(qtbot, demo_desk, "consent")
    demo_desk.consents.withdraw(page.case_id(), Withdrawal(TODAY, "Dawn", "She rang."))
    assert any(words.startswith("Consent withdrawn") for words in page.header.pills)
    qtbot.waitUntil(lambda: "They stopped" in words_in(tab.consent))
    assert not tab.consent.side.withdraw_button.isVisible()
    tab.consent.side.go_on_button.click()
    assert asked.last.kind == "wizard"


def test_consent_that_is_past_its_day_says_so_in_the_head(qtbot: QtBot, demo_desk: Desk) -> None:
    demo_desk.clock.move_to(demo_desk.clock.now() + timedelta(days=380))  # type: ignore[attr-defined]
    tab, page, _asked = the_record(qtbot, demo_desk, "consent")
    assert "Ask about consent again" in page.header.pills
    assert "Overdue: ask again" in words_in(tab.consent)


def test_a_withdrawal_is_recorded_and_can_be_taken_back(qtbot: QtBot, demo_desk: Desk) -> None:
    case_id = family(demo_desk, "Tilbrook")
    navigator, asked = listening()
    page = WithdrawalPage(demo_desk, navigator, case_id)
    show(qtbot, page)
    page.record_button.click()
    assert page.rows["by"].error() == "Enter who said so"
    qtbot.keyClicks(page.by, "Dawn")
    page.record_button.click()
    assert page.may_leave()
    consent = demo_desk.cases.get(case_id).consent
    assert consent is not None
    assert (consent.withdrawn_on, consent.withdrawn_by) == (TODAY, "Dawn")
    assert asked.last == Place("case", case_id=case_id, tab="record")
    assert asked.undo is not None
    asked.undo()
    consent = demo_desk.cases.get(case_id).consent
    assert consent is not None
    assert consent.withdrawn_on is None


def test_a_share_against_a_choice_asks_why_and_who_decided(qtbot: QtBot, demo_desk: Desk) -> None:
    case_id = family(demo_desk, "Tilbrook")
    choose(demo_desk, case_id, ("Police", "health", "no"))
    navigator, _asked = listening()
    page = SharingPage(demo_desk, navigator, case_id)
    show(qtbot, page)
    assert nameless(page) == []
    assert page.rows["override"].isHidden()
    qtbot.keyClicks(page.rows["agency"].editor, "police")
    page.rows["information"].editor.box("health").click()
    assert not page.rows["override"].isHidden()
    assert not page.rows["decided_by"].isHidden()
    qtbot.keyClicks(page.rows["title"].editor, "A call")
    qtbot.keyClicks(page.rows["purpose"].editor, "Safety")
    page.rows["basis"].editor.set_value("public_task")
    page.record_button.click()
    faults = dict(page.faults())
    assert set(faults) == {"override", "decided_by", "family_told"}
    qtbot.keyClicks(page.rows["override"].editor, "A child may be hurt")
    qtbot.keyClicks(page.rows["decided_by"].editor, "Anita Rowe")
    page.rows["family_told"].editor.button(False).click()
    page.record_button.click()
    assert page.rows["family_not_told_why"].error() == "Enter why the family is not told"
    qtbot.keyClicks(page.rows["family_not_told_why"].editor, "It is not safe yet")
    page.record_button.click()
    line = demo_desk.cases.get(case_id).disclosures[-1]
    assert line.override == "A child may be hurt. Decided by Anita Rowe."
    assert (line.agency, line.family_told, line.basis) == ("police", "no", "public_task")


def test_the_log_tells_each_line_and_a_correction_is_a_new_one(
    qtbot: QtBot, demo_desk: Desk
) -> None:
    tab, page, asked = the_record(qtbot, demo_desk, "sharing")
    before = len(demo_desk.cases.get(page.case_id()).disclosures)
    assert before
    said = " ".join(words_in(tab.sharing))
    assert "The family agreed" in said
    line = demo_desk.cases.get(page.case_id()).disclosures[-1]
    tab.sharing.correct_asked.emit(line.id)
    assert asked.last.params["corrects"] == line.id
    navigator, _asked = listening()
    correcting = SharingPage(demo_desk, navigator, page.case_id(), corrects=line.id)
    show(qtbot, correcting)
    assert correcting.rows["title"].editor.value() == line.title
    correcting.rows["purpose"].editor.set_value("Put right")
    if line.family_told == "":
        correcting.rows["family_told"].editor.button(True).click()
    correcting.record_button.click()
    lines = demo_desk.cases.get(page.case_id()).disclosures
    assert len(lines) == before + 1
    assert lines[-1].corrects == line.id
    qtbot.waitUntil(lambda: "Corrects the line of" in " ".join(words_in(tab.sharing)))


def test_a_decision_not_to_share_is_recorded_with_its_reason(qtbot: QtBot, demo_desk: Desk) -> None:
    case_id = family(demo_desk, "Tilbrook")
    navigator, _asked = listening()
    page = NotSharingPage(demo_desk, navigator, case_id)
    show(qtbot, page)
    page.record_button.click()
    assert page.rows["why_not"].error() == "Enter why it is not shared"
    qtbot.keyClicks(page.recipient, "Thistle Club")
    qtbot.keyClicks(page.what, "The plan")
    qtbot.keyClicks(page.why_not, "They have no use for it")
    page.kinds.box("plan").click()
    for box in page.people.findChildren(type(page.kinds.box("plan"))):
        if not box.value():
            box.click()
    page.record_button.click()
    line = demo_desk.cases.get(case_id).disclosures[-1]
    assert (line.shared, line.recipient, line.shared_on) == (False, "Thistle Club", TODAY)
    assert isinstance(line.shared_on, date)
