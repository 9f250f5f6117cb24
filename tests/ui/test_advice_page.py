"""Taking down an advice contact, as somebody on the phone does."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from ehdesk.desk import Desk
from ehdesk.domain.advice import AdviceTyped
from ehdesk.domain.pathway import State
from tests.desks import DemoHome, a_clock
from tests.ui.accessible import nameless
from tests.ui.asked import Asked
from tests.ui.case_pages import show
from tests.ui.window import open_application, press, unlock
from ui.advice.advice_page import AdvicePage
from ui.advice.contact_page import AdviceContactPage
from ui.advice.log_page import AdviceLogPage
from ui.kit.navigation import Place
from ui.theme import theme


def type_into(page: AdvicePage, key: str, words: str) -> None:
    QTest.keyClicks(page.form.rows[key].editor, words)


def a_contact(desk: Desk) -> UUID:
    typed = AdviceTyped(
        started_at=desk.clock.now(),
        first_name="Shabana",
        postcode_area="LE3",
        question="Nursery places?",
        said="Three of them.",
        services=("chatter_drop_in",),
    )
    return desk.advice.finish(typed).contact_id


def open_page(qtbot: QtBot, desk: Desk, asked: Asked) -> AdvicePage:
    page = AdvicePage(desk, asked.navigator)
    show(qtbot, page)
    page.refresh()
    return page


def tick(page: AdvicePage, name: str) -> None:
    box = next(one for one in page.form.services.ticks() if one.accessibleName().startswith(name))
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)


def test_a_contact_is_taken_down_and_no_case_is_opened(qtbot: QtBot, desk: Desk) -> None:
    asked = Asked()
    page = open_page(qtbot, desk, asked)
    page.finish_button.click()
    assert [link.text() for link in page.summary.links()] == [
        "Enter what they want to know",
        "Enter what was said and given",
    ]
    type_into(page, "first_name", "Shabana")
    type_into(page, "question", "A stay and play near home")
    type_into(page, "said", "Read two out")
    page.form.rows["about"].editor.chip("speech").click()  # type: ignore[attr-defined]
    tick(page, "Chatter drop-in")
    tick(page, "Speech and language")
    page.finish_button.click()
    assert asked.last == Place("advice_log")
    (kept,) = desk.advice.contacts()
    assert kept.services == ("chatter_drop_in", "speech_helpline")
    assert (kept.about, kept.who, kept.how) == (("speech",), "parent", "phone")
    assert desk.lists.counts().cases == 0
    assert desk.drafts.get(None, "advice") is None


def test_what_was_typed_is_there_again_the_next_time(qtbot: QtBot, desk: Desk) -> None:
    asked = Asked()
    page = open_page(qtbot, desk, asked)
    type_into(page, "question", "Somebody to talk to")
    tick(page, "Family Support")
    page.form.rows["how"].editor.button("email").click()  # type: ignore[attr-defined]
    assert page.may_leave()
    page.left()
    again = open_page(qtbot, desk, asked)
    assert again.form.rows["question"].editor.value() == "Somebody to talk to"  # type: ignore[attr-defined]
    assert again.form.rows["how"].editor.value() == "email"  # type: ignore[attr-defined]
    assert again.form.services.value() == ["family_support"]
    assert not again.draft.note.isHidden()


def test_whoever_rang_before_is_joined_only_when_somebody_says_so(qtbot: QtBot, desk: Desk) -> None:
    first = a_contact(desk)
    desk.clock.move_to(desk.clock.now() + timedelta(days=5))  # type: ignore[attr-defined]
    asked = Asked()
    page = open_page(qtbot, desk, asked)
    assert page.form.before.isHidden()
    type_into(page, "first_name", "shabana")
    type_into(page, "postcode_area", "le3")
    assert not page.form.before.isHidden()
    assert page.form.read()["same_as"] == ""
    page.form.before.same.click()
    assert page.form.read()["same_as"] == str(first)
    page.form.before.no.click()
    assert page.form.before.isHidden()
    assert page.form.read()["same_as"] == ""


def test_more_than_advice_becomes_a_request_that_says_it_already(qtbot: QtBot, desk: Desk) -> None:
    asked = Asked()
    page = open_page(qtbot, desk, asked)
    type_into(page, "question", "He does not speak yet")
    type_into(page, "said", "The drop-in")
    page.form.more.button("request").click()
    page.finish_button.click()
    assert asked.last.kind == "wizard"
    values = desk.forms.open(asked.last.params["record_id"]).values
    assert "He does not speak yet" in str(values["needs.worries"])


def test_harm_leads_to_the_record_of_the_call(qtbot: QtBot, desk: Desk) -> None:
    asked = Asked()
    page = open_page(qtbot, desk, asked)
    type_into(page, "question", "Bruises")
    page.form.more.button("das").click()
    page.finish_button.click()
    assert asked.last.kind == "das"
    assert desk.cases.get(asked.last.params["case_id"]).state is State.DRAFT


def test_services_are_found_and_what_is_ticked_stays_on_show(qtbot: QtBot, desk: Desk) -> None:
    page = open_page(qtbot, desk, Asked())
    panel = page.form.services
    QTest.keyClicks(panel.filters.search, "teen")
    assert [one.code for one in panel.ticks()] == ["teen_talk"]
    tick(page, "Teen talk")
    panel.filters.search.clear()
    QTest.keyClicks(panel.filters.search, "story")
    assert [one.code for one in panel.ticks()] == ["teen_talk", "story_bus"]
    assert "3 are past their check date and hidden" in panel.count.text()


def test_the_log_finds_a_contact_and_opens_it(qtbot: QtBot, desk: Desk) -> None:
    contact = a_contact(desk)
    asked = Asked()
    log = AdviceLogPage(desk, asked.navigator)
    show(qtbot, log)
    log.refresh()
    assert log.list.headings() == ("Today, 1",)
    QTest.keyClicks(log.search, "nursery")
    log.list.rows[0].click()
    assert asked.last == Place("advice_contact", contact_id=contact)
    QTest.keyClicks(log.search, "zzz")
    assert not log.list.rows
    one = AdviceContactPage(desk, asked.navigator, contact_id=contact)
    show(qtbot, one)
    one.refresh()
    assert dict(one.lines())["What they wanted to know"] == "Nursery places?"
    one.print_button.click()
    assert asked.last == Place("print_desk", paper="advice-given", contact_id=contact)
    desk.clock.move_to(desk.clock.now() + timedelta(days=400))  # type: ignore[attr-defined]
    desk.advice.clear_old()
    one.refresh()
    assert "What they wanted to know" not in dict(one.lines())
    log.search.clear()
    log.refresh()
    assert not log.list.rows


def cut_off(page: QWidget) -> list[str]:
    """Words on the page that have less room than they need."""
    return [
        label.text()
        for label in page.findChildren(QLabel)
        if label.isVisible()
        and label.text()
        and (label.width() + 1 < label.minimumSizeHint().width())
    ]


@pytest.mark.parametrize(("size", "wide"), [(100, 1118), (100, 1192), (150, 994)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_cut_off_in_a_small_window_or_in_large_text(
    qtbot: QtBot, desk: Desk, size: int, wide: int, scheme: str
) -> None:
    theme().set_text_size(size)
    theme().set_scheme(scheme)
    a_contact(desk)
    for page in (AdvicePage(desk, Asked().navigator), AdviceLogPage(desk, Asked().navigator)):
        show(qtbot, page, wide, 700)
        page.refresh()
        qtbot.wait(1)
        scroll = page.findChild(QScrollArea)
        assert scroll is not None
        assert scroll.horizontalScrollBar().maximum() == 0
        assert cut_off(page) == []
        assert nameless(page) == []


def test_it_is_all_done_by_the_keys_of_the_window(
    qtbot: QtBot, demo_home: DemoHome, tmp_path: Path
) -> None:
    application = open_application(qtbot, demo_home.copy_to(tmp_path), a_clock())
    frame = unlock(qtbot, application)
    QTest.keyClick(
        application.window,
        Qt.Key.Key_R,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    page = frame.page
    assert isinstance(page, AdvicePage)
    type_into(page, "question", "A group")
    type_into(page, "said", "Two")
    press(application, "Ctrl+Return")
    assert isinstance(frame.page, AdviceLogPage)
    assert frame.page.list.headings()[0] == "Today, 1"
    assert frame.page.list.rows[0].line.title == "Parent or carer: A group"
    frame.go_back()
    assert isinstance(frame.page, AdvicePage)
    assert frame.page.form.read()["question"] == "", "what is recorded is not typed again"


def test_opening_the_store_clears_what_is_over(
    qtbot: QtBot, demo_home: DemoHome, tmp_path: Path
) -> None:
    clock = a_clock()
    clock.move_to(clock.now() + timedelta(days=360))
    application = open_application(qtbot, demo_home.copy_to(tmp_path), clock)
    frame = unlock(qtbot, application)
    frame.navigator.go(Place("advice_log"))
    page = frame.page
    assert isinstance(page, AdviceLogPage)
    titles = [row.line.title.partition(":")[0] for row in page.list.rows]
    # The calls of 22 September and 8 November a year before are over, that of the 16th is not.
    assert titles == ["Colette, LE2"]
    assert page.header._support.text().endswith("2 contacts.")
