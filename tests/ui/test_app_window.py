"""The window of an open store: where one can go, what is said at its edge, and its keys."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ehdesk.domain.access import Role
from ehdesk.domain.lists import CaseFilter
from ehdesk.kernel.home import Home
from ehdesk.store.errors import DiskFull
from tests.desks import DemoHome, a_clock, colleague
from tests.ui.window import open_application, press, unlock
from ui.app.application import Application
from ui.app.desk_frame import DeskFrame
from ui.app.palette import Palette
from ui.cases.case_page import TABS as CASE_PAGE_TABS
from ui.kit import ask
from ui.kit.navigation import Place
from ui.theme import theme


@pytest.fixture
def application(qtbot: QtBot, demo_home: DemoHome, tmp_path: Path) -> Application:
    return open_application(qtbot, demo_home.copy_to(tmp_path), a_clock())


@pytest.fixture
def frame(qtbot: QtBot, application: Application) -> DeskFrame:
    """The demo store, unlocked, at Today."""
    return unlock(qtbot, application)


def case_of(frame: DeskFrame, family: str):  # type: ignore[no-untyped-def]
    lists = frame.desk.lists
    (line,) = lists.case_lines(lists.case_ids(CaseFilter(text=family)).ids)
    return line.case_id


def test_unlocking_opens_today_with_its_counts(frame: DeskFrame) -> None:
    counts = frame.desk.lists.counts()

    assert frame.page is not None
    assert frame.page.title() == "Today"
    assert frame.sidebar.place_button("today").isChecked()
    assert frame.sidebar.place_button("cases").count == counts.cases
    assert frame.sidebar.place_button("today").accessibleName() == f"Today, {counts.due}"


def test_every_page_of_the_sidebar_opens_with_its_key(
    application: Application, frame: DeskFrame
) -> None:
    kinds = ("today", "requests", "cases", "reviews", "meetings", "print_and_share")
    for number, kind in enumerate(kinds, 1):
        press(application, f"Alt+{number}")
        assert frame.area.place == Place(kind)
        assert frame.sidebar.place_button(kind).isChecked()


def test_the_title_of_the_window_never_names_a_family(
    application: Application, frame: DeskFrame
) -> None:
    frame.navigator.open_case(case_of(frame, "Tilbrook"))

    assert frame.page is not None
    assert frame.page.title() == "Tilbrook family"
    assert application.window.windowTitle() == "Demo locality · Early Help Desk"


def test_escape_goes_back_the_way_one_came(application: Application, frame: DeskFrame) -> None:
    frame.area.go(Place("cases"))
    frame.navigator.open_case(case_of(frame, "Tilbrook"))

    press(application, "Esc")
    assert frame.area.place == Place("cases")
    press(application, "Alt+Left")
    assert frame.area.place == Place("today")


def test_f6_goes_round_the_parts_of_the_window(application: Application, frame: DeskFrame) -> None:
    frame.sidebar.search.setFocus()

    press(application, "F6")
    assert not frame.sidebar.isAncestorOf(application.window.focusWidget())

    for _ in range(8):
        press(application, "F6")
        if frame.sidebar.isAncestorOf(application.window.focusWidget()):
            return
    pytest.fail("F6 never came back to the sidebar")


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # the platform without a display
def test_the_menu_bar_holds_every_command_and_hides_until_it_is_wanted(
    application: Application, frame: DeskFrame
) -> None:
    bar = application.window.menuBar()
    words = {action.text().split("\t")[0] for action in application.window.menus.actions()}
    assert {command.text for command in frame.commands.all()} <= words
    assert {"Dark", "Text size 150 %"} <= words
    assert bar.isHidden()

    handle = application.window.windowHandle()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_Alt, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(handle, event)
    assert bar.isVisible()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Escape)


def test_a_narrow_window_has_a_rail_of_icons_that_still_say_their_names(
    qtbot: QtBot, demo_home: DemoHome, tmp_path: Path
) -> None:
    application = open_application(qtbot, demo_home.copy_to(tmp_path), a_clock(), width=1150)
    frame = unlock(qtbot, application)

    assert frame.sidebar.is_rail
    assert frame.sidebar.width() == 64
    assert frame.sidebar.place_button("cases").toolTip().startswith("Cases, ")

    application.window.resize(1300, 900)
    assert not frame.sidebar.is_rail


def test_pinned_families_stand_in_the_sidebar_and_say_how_urgent_they_are(
    qtbot: QtBot, frame: DeskFrame
) -> None:
    before = frame.sidebar.pinned
    assert any(name.startswith("Vadgama family, ") for name in before)

    frame.desk.cases.set_pinned(case_of(frame, "Brennan"), True)

    qtbot.waitUntil(lambda: len(frame.sidebar.pinned) == len(before) + 1)
    assert any(name.startswith("Brennan family, ") for name in frame.sidebar.pinned)


def test_a_commit_is_told_at_the_foot_of_the_sidebar(qtbot: QtBot, frame: DeskFrame) -> None:
    assert frame.sidebar.foot.saved.words == "All changes saved"

    frame.desk.cases.set_pinned(case_of(frame, "Brennan"), True)

    qtbot.waitUntil(lambda: frame.sidebar.foot.saved.words == "All changes saved 10:42")


def test_the_days_backup_is_made_beside_the_work(qtbot: QtBot, frame: DeskFrame) -> None:
    qtbot.waitUntil(lambda: not frame.desk.backups.due())

    qtbot.waitUntil(lambda: frame.sidebar.foot.backup.words.startswith("Backed up"))


def test_a_backup_is_made_where_one_wants_it(
    qtbot: QtBot, frame: DeskFrame, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ask, "answers", [tmp_path / "mine.ehbackup"])

    frame.deeds.back_up()

    qtbot.waitUntil(lambda: frame.toaster.message.startswith("Backed up and checked"))
    assert (tmp_path / "mine.ehbackup").is_file()


def test_a_full_disk_is_said_over_the_page_until_it_is_saved(frame: DeskFrame) -> None:
    tried: list[bool] = []

    frame.navigator.report_not_saved(DiskFull(), lambda: tried.append(True))
    assert frame.banner.message.startswith("Not saved: disk full. Keep this window open.")
    frame.banner.button.click()
    assert tried == [True]

    frame.navigator.report_saved(a_clock().now())
    assert frame.banner.message == ""


def test_a_change_elsewhere_does_not_hide_that_a_page_could_not_be_saved(
    qtbot: QtBot, frame: DeskFrame
) -> None:
    frame.navigator.report_not_saved(DiskFull(), None)

    with qtbot.waitSignal(frame.page_changed):  # said after word of a change has come
        frame.desk.requests.start()
    assert frame.banner.message.startswith("Not saved: disk full")

    frame.area.go(Place("cases"))
    assert frame.banner.message == ""


def test_a_window_place_that_cannot_be_read_is_left_aside(
    qtbot: QtBot, demo_home: DemoHome, tmp_path: Path
) -> None:
    home = demo_home.copy_to(tmp_path / "cut")
    home.make()
    home.change_settings(window="abc")
    assert open_application(qtbot, home, a_clock()).window.isVisible()


def test_a_page_that_cannot_be_read_says_why_and_can_be_tried_again(frame: DeskFrame) -> None:
    frame.area.go(Place("case", case_id=frame.desk.user.id))  # no such case

    assert frame.page is not None
    assert frame.page.title() != "Case"
    frame.area.go(Place("today"))
    assert frame.page.title() == "Today"


def test_theme_and_text_size_are_kept_for_the_next_time(application: Application) -> None:
    menu = application.window.appearance
    by_words = {action.text(): action for action in menu.actions()}

    by_words["Dark"].trigger()
    by_words["Text size 130 %"].trigger()

    assert theme().is_dark
    assert theme().text_size == 130
    assert _settings(application)["scheme"] == "dark"
    assert _settings(application)["text_size"] == 130


def test_the_settings_hold_nothing_about_families(
    application: Application, frame: DeskFrame, tmp_path: Path
) -> None:
    frame.navigator.open_case(case_of(frame, "Tilbrook"))
    assert application.close_store()
    application.window.close()

    for file in tmp_path.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert b"Tilbrook" not in content, file.name
            assert "Tilbrook".encode("utf-16-le") not in content, file.name
    assert "window" in _settings(application)


def test_closing_the_store_goes_back_to_the_unlock_page(
    application: Application, frame: DeskFrame
) -> None:
    frame.deeds.close_chosen.emit()

    assert application.frame is None
    assert application.window.filling is application.unlock
    assert application.window.windowTitle() == "Early Help Desk"


class WindowsShown(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown = event.type() == QEvent.Type.Show
        if shown and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


def test_no_part_of_a_page_flashes_up_as_a_window_of_its_own(
    qtbot: QtBot, application: Application, frame: DeskFrame
) -> None:
    shown = WindowsShown()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(shown)
    tilbrook, brennan = case_of(frame, "Tilbrook"), case_of(frame, "Brennan")
    pia = colleague(frame.desk, "Pia Example", Role.PRACTITIONER)
    known, *_ = frame.desk.lists.case_ids(CaseFilter(closed=True)).ids
    pia.episodes.begin_own_eha(known, "We hold it ourselves.")
    (worker,) = (one.user.id for one in frame.desk.users.everyone() if one.may_end and one.families)
    try:
        for kind in ("requests", "cases", "reviews", "meetings", "print_and_share", "keys"):
            frame.area.go(Place(kind))
        for tab, _words in CASE_PAGE_TABS:
            frame.navigator.open_case(tilbrook, tab)
        for kind in ("decide", "das"):
            frame.area.go(Place(kind, case_id=brennan))
        frame.area.go(Place("begin_again", case_id=known))
        frame.area.go(Place("user", user_id=worker))
        frame.area.go(Place("print", paper="family-plan", case_id=tilbrook))
        press(application, "Ctrl+K")
        press(application, "Esc")
        application.lock_now()
        unlock(qtbot, application)
    finally:
        app.removeEventFilter(shown)
    assert shown.names == []


# The palette


def typed(application: Application, frame: DeskFrame, words: str) -> Palette:
    press(application, "Ctrl+K")
    QTest.keyClicks(frame.palette_.input, words)
    return frame.palette_


def test_the_palette_finds_a_family_by_name_and_enter_opens_it(
    application: Application, frame: DeskFrame
) -> None:
    palette = typed(application, frame, "til")
    assert palette.texts[:2] == ("Families", "Tilbrook family")
    assert "Timeline of Tilbrook family" in palette.texts

    QTest.keyClick(palette.input, Qt.Key.Key_Return)

    assert not palette.isVisible()
    assert frame.page is not None
    assert frame.page.title() == "Tilbrook family"


def test_the_palette_does_things_and_goes_places_by_keyboard_alone(
    application: Application, frame: DeskFrame
) -> None:
    palette = typed(application, frame, "meetings")
    assert palette.texts == ("Go to", "Meetings")
    QTest.keyClick(palette.input, Qt.Key.Key_Return)
    assert frame.area.place == Place("meetings")

    palette = typed(application, frame, "")
    assert palette.texts[0] == "Recent families"
    QTest.keyClick(palette.input, Qt.Key.Key_Down)
    QTest.keyClick(palette.input, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_the_palette_says_when_nothing_matches(application: Application, frame: DeskFrame) -> None:
    palette = typed(application, frame, "tilz")

    assert palette.texts == ()
    assert palette.nothing == "Nothing called ‘tilz’"


def test_a_contact_asks_for_the_family_when_no_case_is_open(
    application: Application, frame: DeskFrame
) -> None:
    press(application, "Ctrl+R")
    assert frame.palette_.isVisible()

    QTest.keyClicks(frame.palette_.input, "tilbrook")
    assert frame.palette_.texts == ("Families", "Tilbrook family")
    QTest.keyClick(frame.palette_.input, Qt.Key.Key_Return)

    assert frame.page is not None
    assert frame.page.title() == "Record a contact"
    assert frame.page.case_id() == case_of(frame, "Tilbrook")


def test_ctrl_n_begins_a_request_that_fills_the_window(
    application: Application, frame: DeskFrame
) -> None:
    press(application, "Ctrl+N")

    assert frame.page is not None
    assert frame.page.title().startswith("Request for Early Help")
    assert not frame.sidebar.isVisible()

    press(application, "Esc")
    assert frame.area.place == Place("today")
    assert frame.sidebar.isVisible()


def test_another_day_has_its_own_backup(qtbot: QtBot, demo_home: DemoHome, tmp_path: Path) -> None:
    clock = a_clock()
    application = open_application(qtbot, demo_home.copy_to(tmp_path), clock)
    frame = unlock(qtbot, application)
    qtbot.waitUntil(lambda: not frame.desk.backups.due())

    clock.move_to(clock.now() + timedelta(days=1))
    assert frame.desk.backups.due()
    application.lock_now()
    unlock(qtbot, application)

    qtbot.waitUntil(lambda: not frame.desk.backups.due())


def _settings(application: Application) -> dict[str, object]:
    home: Home = application.home
    return home.settings()
