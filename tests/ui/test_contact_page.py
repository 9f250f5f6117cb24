"""A contact in one page: several people, the day it happened, ages on that day."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ehdesk.domain.lists import CaseFilter
from tests.desks import DemoHome, a_clock
from tests.person import Person
from tests.ui.accessible import nameless
from tests.ui.window import open_application, press, unlock
from ui.app.application import Application
from ui.app.desk_frame import DeskFrame
from ui.notes.contact_page import ContactPage


@pytest.fixture
def application(qtbot: QtBot, demo_home: DemoHome, tmp_path: Path) -> Application:
    return open_application(qtbot, demo_home.copy_to(tmp_path), a_clock())


@pytest.fixture
def frame(qtbot: QtBot, application: Application) -> DeskFrame:
    """The demo store with the case of the Tilbrook family open."""
    frame = unlock(qtbot, application)
    (case_id,) = frame.desk.lists.case_ids(CaseFilter(text="tilbrook")).ids
    frame.navigator.open_case(case_id)
    return frame


@pytest.fixture
def page(application: Application, frame: DeskFrame) -> ContactPage:
    press(application, "Ctrl+R")
    page = frame.page
    assert isinstance(page, ContactPage)
    return page


def test_ctrl_r_writes_down_a_contact_with_two_people_at_once(
    qtbot: QtBot, application: Application, frame: DeskFrame, page: ContactPage
) -> None:
    me = Person(application.window, lambda so: qtbot.waitUntil(so, timeout=5000))
    assert nameless(page) == []
    case = page.case
    before = len(case.contacts)
    adult, child = case.adults[0], case.children[0]
    me.answer("What kind of contact?", "Visit")
    me.write_date("Date", "10/11/26")
    for person in (adult, child):
        me.press(person.full_name, under="Who with?")
    me.answer("Did you reach them?", "Yes")
    me.write("What was said?", "Mornings are calmer.")
    me.press("This is a significant event")
    me.write("What changed because of it?", "The taxi ends")
    me.answer("Was a child seen?", "Yes, alone")
    assert f"{child.first_name} was {child.age(case.opened_on.replace(2026, 11, 10))}" in (
        page.ages.text()
    )
    assert "It happened 7 days before it is recorded." in page.ages.text()
    me.press("Record the contact")
    assert frame.toaster.message == "The contact is recorded"
    contacts = frame.desk.cases.get(case.id).contacts
    assert len(contacts) == before + 1
    contact = next(one for one in contacts if one.note == "Mornings are calmer.")
    assert contact.people == (adult.id, child.id)
    assert contact.significant
    assert (contact.happened_on.day, contact.happened_on.month) == (10, 11)


def test_what_is_missing_is_said_and_led_to(frame: DeskFrame, page: ContactPage) -> None:
    page.record_button.click()
    words = [link.accessibleName() for link in page.summary.links()]
    assert words == [
        "Choose what kind of contact it was",
        "Choose or enter who it was with",
        "Enter what was said",
    ]
    page.give("contact.who", "Aunt")
    words = [link.accessibleName() for link in page.summary.links()]
    assert "Choose or enter who it was with" not in words
    page.summary.links()[1].click()
    focus = page.window().focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "What was said?"


def test_what_is_typed_is_kept_when_one_goes_elsewhere(
    application: Application, frame: DeskFrame, page: ContactPage
) -> None:
    record = page.opened.record_id
    page.give("contact.said", "She rang back.")
    press(application, "Alt+1")
    opened = frame.desk.forms.open(record)
    assert opened.values["contact.said"] == "She rang back."
    assert not opened.brought_back


def test_a_change_is_taken_back_by_control_z(application: Application, page: ContactPage) -> None:
    page.give("contact.kind", "visit")
    page.record_button.setFocus()
    press(application, "Ctrl+Z")
    assert page.session.value("contact.kind") == ""
