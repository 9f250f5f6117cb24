"""The unlock page: the right password, the wrong one, and every store that cannot be opened."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ehdesk.desk import NewStore, create_desk, open_desk
from ehdesk.kernel.clock import SetClock
from ehdesk.kernel.home import Home
from ehdesk.kernel.passphrase import QUICK
from ehdesk.store.errors import WrongPassword
from tests.desks import PASSWORD, a_clock, new_desk
from tests.ui.window import open_application, unlock
from ui.app.application import Application
from ui.kit import ask
from ui.setup.new_password import NewPassword
from ui.unlock.unlock_page import UnlockPage


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A home with one store, West locality."""
    new_desk(tmp_path / "home").close()
    return Home(tmp_path / "home")


def page_of(application: Application) -> UnlockPage:
    assert application.unlock is not None
    return application.unlock


def try_password(qtbot: QtBot, application: Application, password: str) -> UnlockPage:
    page = page_of(application)
    page.form.input.selectAll()
    QTest.keyClicks(page.form.input, password)
    QTest.keyClick(page.form.input, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.form.error or page.trouble.words) or page.isHidden())
    qtbot.waitUntil(lambda: page.form.button.text() == "Unlock")
    return page


def test_the_password_box_has_the_keyboard_at_once(qtbot: QtBot, home: Home) -> None:
    application = open_application(qtbot, home)

    assert application.window.focusWidget() is page_of(application).form.input


def test_a_wrong_password_is_refused_in_words_and_the_right_one_opens(
    qtbot: QtBot, home: Home
) -> None:
    application = open_application(qtbot, home)

    page = try_password(qtbot, application, "not the password")
    assert page.form.error == "That password does not open West locality"
    assert page.form.input.selectedText()  # kept, and ready to be typed over
    assert page.form.tries == "Try 1. After 5 it waits 30 seconds."

    frame = unlock(qtbot, application)
    assert frame.desk.name == "West locality"


def test_the_error_goes_as_soon_as_something_else_is_typed(qtbot: QtBot, home: Home) -> None:
    application = open_application(qtbot, home)
    page = try_password(qtbot, application, "not the password")

    QTest.keyClicks(page.form.input, "c")

    assert page.form.error == ""


def test_after_five_wrong_tries_one_has_to_wait_also_after_a_restart(
    qtbot: QtBot, home: Home
) -> None:
    clock = a_clock()
    application = open_application(qtbot, home, clock)
    for _ in range(5):
        page = try_password(qtbot, application, "not the password")
    assert page.form.tries == "Wait 30 seconds, then try again."
    assert not page.form.button.isEnabled()

    again = open_application(qtbot, home, clock)
    assert not page_of(again).form.button.isEnabled()

    clock.move_to(clock.now() + timedelta(seconds=31))
    later = open_application(qtbot, home, clock)
    unlock(qtbot, later)


def test_caps_lock_is_noticed(qtbot: QtBot, home: Home) -> None:
    page = page_of(open_application(qtbot, home))

    page.form.input.caps_lock_noticed.emit(True)

    assert page.form.is_caps_lock_shown


def test_stores_are_offered_with_the_last_opened_first(qtbot: QtBot, tmp_path: Path) -> None:
    clock = a_clock()
    home = tmp_path / "home"
    new_desk(home, clock, name="Larkmoor Primary").close()
    clock.move_to(clock.now() + timedelta(hours=1))
    new_desk(home, clock, name="West locality").close()

    page = page_of(open_application(qtbot, Home(home), clock))

    store = page.cards.store()
    assert store is not None
    assert store.name == "West locality"
    assert [card.accessibleName() for card in page.cards.cards()] == [
        "West locality, On this computer  ·  opened today at 11:42am",
        "Larkmoor Primary, On this computer  ·  opened today at 10:42am",
    ]


def test_a_damaged_store_says_so_and_offers_to_restore(qtbot: QtBot, home: Home) -> None:
    database = next(home.stores_folder.glob("*.ehdesk")) / "store.db"
    database.write_bytes(b"\0" * database.stat().st_size)

    page = try_password(qtbot, open_application(qtbot, home), PASSWORD)

    assert page.trouble.words.startswith("This store is damaged")
    assert page.trouble.restore.isVisible()
    assert not page.trouble.read_only.isVisible()


def test_a_store_that_is_open_elsewhere_can_be_opened_to_read_only(
    qtbot: QtBot, home: Home
) -> None:
    clock = a_clock()
    folder = next(home.stores_folder.glob("*.ehdesk"))
    other = open_desk(folder, password=PASSWORD, clock=clock, home=home)
    try:
        application = open_application(qtbot, home, clock)
        page = try_password(qtbot, application, PASSWORD)
        assert page.trouble.words.startswith("West locality is open elsewhere")

        page.trouble.read_only.click()
        qtbot.waitUntil(lambda: application.frame is not None)
        frame = application.frame
        assert frame is not None
        assert frame.desk.read_only
        assert frame.banner.message.startswith("Open to read only")
        assert application.close_store()
    finally:
        other.close()


def test_a_store_that_was_moved_can_be_found_where_it_is_now(
    qtbot: QtBot, home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = next(home.stores_folder.glob("*.ehdesk"))
    moved = tmp_path / "elsewhere" / folder.name
    shutil.move(folder, moved)
    application = open_application(qtbot, home)
    page = try_password(qtbot, application, PASSWORD)
    assert page.trouble.words.startswith("West locality is not there")

    monkeypatch.setattr(ask, "answers", [moved])
    page.trouble.another.click()

    unlock(qtbot, application)


def test_without_a_store_the_window_opens_on_the_first_run(qtbot: QtBot, tmp_path: Path) -> None:
    application = open_application(qtbot, Home(tmp_path))
    first_run = application.window.filling
    assert type(first_run).__name__ == "FirstRun"

    first_run.stop.click()  # type: ignore[union-attr]

    page = page_of(application)
    assert page.is_empty
    assert not page.form.isVisible()


def test_the_recovery_key_opens_the_store_and_a_new_password_and_key_take_its_place(
    qtbot: QtBot, tmp_path: Path
) -> None:
    clock, home = a_clock(), Home(tmp_path)
    desk, key = _store_with_key(home, clock)
    desk_folder = desk.store.paths.folder
    desk.close()
    application = open_application(qtbot, home, clock)
    page = page_of(application)

    page.form.forgot.click()
    QTest.keyClicks(page.recovery.input, "not a key")
    page.recovery.button.click()
    qtbot.waitUntil(lambda: bool(page.recovery.row.error()))
    page.recovery.input.clear()
    QTest.keyClicks(page.recovery.input, key.lower().replace(" ", "-"))
    page.recovery.button.click()
    qtbot.waitUntil(lambda: isinstance(application.window.filling, NewPassword))
    setting = application.window.filling
    assert isinstance(setting, NewPassword)

    QTest.keyClicks(setting.password.again, setting.password.value())
    fresh = setting.password.value()
    setting.forward.click()
    qtbot.waitUntil(lambda: setting.step is setting.key)
    for number, answer in zip(setting.key.asked, setting.key.answers, strict=True):
        QTest.keyClicks(answer, setting.key.group(number))
    setting.forward.click()
    qtbot.waitUntil(lambda: application.frame is not None)
    assert application.close_store()

    open_desk(desk_folder, password=fresh, clock=clock, home=home).close()
    with pytest.raises(WrongPassword):
        open_desk(desk_folder, password=PASSWORD, clock=clock, home=home)
    with pytest.raises(WrongPassword):
        open_desk(desk_folder, recovery=key, clock=clock, home=home)


def _store_with_key(home: Home, clock: SetClock):  # type: ignore[no-untyped-def]
    new = NewStore("West locality", "leicester", "Anita Rowe", PASSWORD)
    return create_desk(home.stores_folder, new, clock=clock, home=home, cost=QUICK)
