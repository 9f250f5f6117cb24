"""A newer version of an open form: said quietly, read on a page of its own, begun or not."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ehdesk.kernel.home import Home
from tests.desks import a_clock, a_journey, new_desk
from tests.packs_in import edit, next_version, own_pack
from tests.services.test_form_versions import CHANGED, SAID
from tests.ui.accessible import nameless
from tests.ui.window import open_application, unlock
from ui.app.desk_frame import DeskFrame
from ui.app.wizard_place import WizardPlace
from ui.kit.labels import Label
from ui.kit.navigation import Place
from ui.wizard.version_page import VersionPage

Opened = tuple[DeskFrame, UUID]


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Opened:
    """A contact begun in version 1, in a window that is opened after version 2 has come."""
    home = Home(tmp_path)
    forms = own_pack(home) / "forms"
    desk = new_desk(tmp_path, a_clock())
    go = a_journey(desk)
    go.send(20)
    go.decide(18, "twelve_weeks")
    go.on(0)
    record = desk.contacts.start(go.case_id)
    desk.forms.save(record, SAID, place="", steps_done=0, steps_total=1)
    desk.forms.leave(record)
    desk.close()
    next_version(forms / "contact.yaml", *CHANGED)
    frame = unlock(qtbot, open_application(qtbot, home, a_clock()))
    frame.navigator.go(Place("wizard", record_id=record))
    return frame, record


def wizard(frame: DeskFrame) -> WizardPlace:
    page = frame.page
    assert isinstance(page, WizardPlace)
    return page


def texts(page: object) -> str:
    return "\n".join(label.text() for label in page.findChildren(Label))  # type: ignore[attr-defined]


def test_the_form_says_quietly_that_there_is_a_newer_version(opened: Opened) -> None:
    frame, _record = opened
    page = wizard(frame)
    assert page.wizard.opened.form.version == 1
    note = page.versions.note
    assert note is not None
    assert note.isVisible()
    assert note.see.text() == "See what changes"
    assert nameless(page) == []


def test_what_changes_is_a_page_and_not_a_dialogue(opened: Opened) -> None:
    frame, record = opened
    note = wizard(frame).versions.note
    assert note is not None
    note.see.click()
    page = frame.page
    assert isinstance(page, VersionPage)
    said = texts(page)
    for words in (
        "4 answers come along.",
        "Was a child seen?",
        "Where were you?",
        "Before: What was said?",
        "New answer: Video call",
        "No longer offered: Visit",
    ):
        assert words in said
    assert nameless(page) == []
    page.stay.click()
    assert wizard(frame).wizard.record_id == record
    assert wizard(frame).wizard.opened.form.version == 1


def test_beginning_the_new_version_goes_on_in_it_with_what_was_written(opened: Opened) -> None:
    frame, record = opened
    note = wizard(frame).versions.note
    assert note is not None
    note.see.click()
    page = frame.page
    assert isinstance(page, VersionPage)
    page.begin.click()
    QApplication.processEvents()
    place = wizard(frame)
    assert place.wizard.record_id == record
    assert place.wizard.opened.form.version == 2
    assert place.wizard.session.value("contact.said") == SAID["contact.said"]
    assert place.versions.note is None
    assert not place.versions.earlier.isVisible()
    place.wizard.go("check")
    assert place.versions.earlier.isVisible()
    kept = texts(place.versions.earlier)
    assert "From the earlier version" in kept
    assert "Was a child seen?" in kept
    assert "Visit" in kept


def test_a_window_opened_on_a_broken_pack_says_what_is_safe_and_what_to_do(
    qtbot: QtBot, tmp_path: Path
) -> None:
    home = Home(tmp_path)
    forms = own_pack(home) / "forms"
    new_desk(tmp_path).close()
    edit(forms / "contact.yaml", "kind: time", "kind: tiem")
    frame = unlock(qtbot, open_application(qtbot, home, a_clock()))
    said = frame.banner.message
    assert "Your records are safe" in said
    assert "did you mean “time”?" in said
    assert frame.page is not None
