"""When the code is wrong: the page stops, nothing is lost, and no report names anybody."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ehdesk.desk import Desk
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.notices import Changed
from tests.desks import DemoHome, a_clock
from tests.ui.window import open_application, unlock
from ui.app.application import Application
from ui.app.crash import CrashReport
from ui.app.desk_frame import DeskFrame
from ui.app.trouble_page import TroublePage
from ui.app.wizard_place import WizardPlace
from ui.kit import ask
from ui.kit.navigation import Navigator, Page, Place
from ui.kit.text_area import TextArea

SECRET = "Kayden Tilbrook, 14 Cobden Rise"


class Broken(Page):
    """Fails when it is read, with a family in every part of the error but its class."""

    def __init__(self, desk: Desk, navigator: Navigator) -> None:
        super().__init__()
        self.desk = desk

    def refresh(self, changed: Changed | None = None) -> None:
        family = SECRET
        raise LookupError(f"no row for {family}", self.desk)


@pytest.fixture
def application(qtbot: QtBot, demo_home: DemoHome, tmp_path: Path) -> Application:
    return open_application(qtbot, demo_home.copy_to(tmp_path), a_clock())


@pytest.fixture
def frame(qtbot: QtBot, application: Application) -> DeskFrame:
    frame = unlock(qtbot, application)
    frame.pages = {**frame.pages, "broken": Broken}
    return frame


@pytest.fixture
def hooked(qtbot: QtBot, application: Application, frame: DeskFrame) -> Iterator[Application]:
    """The application takes what nothing else caught, as it does for people."""
    application.hooks.install()
    yield application
    application.hooks.remove()


def words_of(page: Page | None) -> str:
    assert page is not None
    return " ".join(label.text() for label in page.findChildren(QLabel))


def test_a_page_that_fails_is_replaced_and_the_others_still_open(frame: DeskFrame) -> None:
    frame.area.go(Place("broken"))

    assert isinstance(frame.page, TroublePage)
    words = words_of(frame.page)
    assert "This page could not be drawn" in words
    assert "Your records are safe" in words
    assert "Broken, LookupError" in words

    frame.area.go(Place("cases"))
    assert frame.page is not None
    assert frame.page.title() == "Cases"


def test_neither_the_page_nor_the_report_nor_the_log_names_anybody(
    frame: DeskFrame, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame.area.go(Place("broken"))
    page = frame.page
    assert isinstance(page, TroublePage)
    monkeypatch.setattr(ask, "answers", [tmp_path / "report.txt"])

    page.save_report()

    report = (tmp_path / "report.txt").read_text("utf-8")
    log = (tmp_path / "logs" / "crashes.log").read_text("utf-8")
    assert "LookupError" in report
    assert "in _show" in report
    for text in (report, log, words_of(page)):
        assert "Tilbrook" not in text
        assert "Cobden" not in text
        assert str(tmp_path) not in text


def test_a_report_has_only_places_in_our_own_files() -> None:
    try:
        Broken.refresh(object())  # type: ignore[arg-type]
    except AttributeError as error:
        report = CrashReport.of(type(error), error.__traceback__, "Today")

    assert report.frames == ()  # this test is not ours to ship
    assert report.in_one_line == "Today, AttributeError in outside our files"


def test_the_same_failure_is_shown_once_until_one_tries_again(frame: DeskFrame) -> None:
    error = _raised(frame)
    frame.caught(error)
    first = frame.page
    assert isinstance(first, TroublePage)

    frame.area.go(Place("cases"))
    frame.caught(error)
    assert not isinstance(frame.page, TroublePage)

    frame.area.retried.emit()
    frame.caught(error)
    assert isinstance(frame.page, TroublePage)


def test_what_was_typed_is_saved_before_the_crash_page_shows(frame: DeskFrame) -> None:
    draft = next(d for d in frame.desk.lists.today().drafts if d.form == "eha")
    frame.navigator.open_record(draft.record_id)
    page = frame.page
    assert isinstance(page, WizardPlace)
    box = next(area for area in page.findChildren(TextArea) if area.isVisible())
    QTest.keyClicks(box, "Typed just before. ")

    frame.caught(_raised(frame))

    assert isinstance(frame.page, TroublePage)
    kept = frame.desk.forms.open(draft.record_id).values
    assert any("Typed just before" in str(value) for value in kept.values())


def test_what_a_slot_lets_rise_reaches_the_crash_page(hooked: Application) -> None:
    frame = hooked.frame
    assert frame is not None
    error = _raised(frame)

    sys.excepthook(type(error), error, error.__traceback__)

    assert isinstance(frame.page, TroublePage)


def test_what_another_thread_lets_rise_reaches_the_crash_page(
    qtbot: QtBot, hooked: Application
) -> None:
    frame = hooked.frame
    assert frame is not None

    def fail() -> None:
        raise _raised(frame)

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()

    qtbot.waitUntil(lambda: isinstance(frame.page, TroublePage))


def test_an_error_that_people_can_act_on_is_said_in_its_words_and_the_page_stays(
    hooked: Application,
) -> None:
    frame = hooked.frame
    assert frame is not None
    page = frame.page
    error = EhdeskError("There is nothing to print yet", "The plan comes first.")

    sys.excepthook(type(error), error, None)

    assert frame.page is page
    assert frame.banner.message == "There is nothing to print yet The plan comes first."


def test_trying_again_makes_the_page_anew(frame: DeskFrame) -> None:
    frame.caught(_raised(frame))
    page = frame.page
    assert isinstance(page, TroublePage)

    page.retry_chosen.emit()

    assert frame.page is not None
    assert frame.page.title() == "Today"


def _raised(frame: DeskFrame) -> Exception:
    """An error with a traceback through our own code."""
    try:
        frame.desk.forms.save(None, {}, place="", steps_done=0, steps_total=0)  # type: ignore[arg-type]
    except Exception as error:
        return error
    raise AssertionError("saving nothing should have failed")
