"""A form in the window: it fills it, is kept when it is left, and makes its move when finished."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ehdesk.domain.lists import CaseFilter
from ehdesk.forms.spec import Value
from tests.desks import DemoHome, a_clock
from tests.ui.window import open_application, press, unlock
from ui.app.application import Application
from ui.app.desk_frame import DeskFrame
from ui.app.wizard_place import WizardPlace
from ui.kit.navigation import Place


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


def open_contact(application: Application, frame: DeskFrame) -> WizardPlace:
    """The form of a contact in the wizard, step by step."""
    case_id = frame.page.case_id()  # type: ignore[union-attr]
    assert case_id is not None
    record = frame.desk.contacts.start(case_id)
    frame.navigator.go(Place("wizard", record_id=record, steps=True))
    page = frame.page
    assert isinstance(page, WizardPlace)
    return page


def give_everything(page: WizardPlace) -> None:
    values: dict[str, Value] = {
        "contact.kind": "phone",
        "contact.who": "Dawn",
        "contact.said": "All well",
        "contact.child_seen": "no",
    }
    for key, value in values.items():
        field = page.wizard.session.form.field(key)
        options = [option.value for option in field.options]
        page.wizard.give(key, value if not options or value in options else options[-1])


def test_a_contact_is_recorded_and_one_is_back_at_the_family(
    qtbot: QtBot, application: Application, frame: DeskFrame
) -> None:
    case_page, case_id = frame.page, frame.area.page.case_id()  # type: ignore[union-attr]
    assert case_id is not None
    before = len(frame.desk.cases.get(case_id).contacts)
    page = open_contact(application, frame)
    give_everything(page)

    page.wizard.press_continue()
    page.wizard.press_continue()

    assert frame.page is case_page
    assert frame.toaster.message == "The contact is recorded"
    assert len(frame.desk.cases.get(case_id).contacts) == before + 1


def test_a_form_that_is_left_is_kept_as_a_draft(application: Application, frame: DeskFrame) -> None:
    page = open_contact(application, frame)
    record_id = page.wizard.record_id
    page.wizard.give("contact.who", "Dawn and Kayden")

    press(application, "Alt+1")

    assert frame.area.place == Place("today")
    opened = frame.desk.forms.open(record_id)
    assert opened.values["contact.who"] == "Dawn and Kayden"
    assert not opened.brought_back


def test_escape_on_the_first_step_saves_and_goes_back_to_the_family(
    application: Application, frame: DeskFrame
) -> None:
    case_page = frame.page
    page = open_contact(application, frame)
    page.wizard.give("contact.who", "Dawn")

    press(application, "Esc")

    assert frame.page is case_page
    assert frame.sidebar.isVisible()


def test_a_form_that_was_open_when_the_window_closed_is_not_called_brought_back(
    qtbot: QtBot, application: Application, frame: DeskFrame
) -> None:
    page = open_contact(application, frame)
    record_id = page.wizard.record_id
    page.wizard.give("contact.who", "Dawn")
    assert application.close_store()

    again = unlock(qtbot, application)
    opened = again.desk.forms.open(record_id)
    assert opened.values["contact.who"] == "Dawn"
    assert not opened.brought_back


def test_the_way_back_says_where_it_leads(application: Application, frame: DeskFrame) -> None:
    assert open_contact(application, frame).wizard.top.back.text() == "Case"
    press(application, "Alt+1")
    press(application, "Ctrl+N")
    page = frame.page
    assert isinstance(page, WizardPlace)
    assert page.wizard.top.back.text() == "Today"
    assert page.wizard.top.back.accessibleName() == "Back to Today"


def test_steps_hurried_through_leave_no_window_of_their_own(
    application: Application, frame: DeskFrame
) -> None:
    press(application, "Ctrl+N")
    page = frame.page
    assert isinstance(page, WizardPlace)
    for step in page.wizard.session.steps():  # with no time to draw between them
        page.wizard.go(step.key)
    QApplication.processEvents()

    windows = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    assert windows == [application.window]
