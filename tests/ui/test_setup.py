"""First run and restore, as a person goes through them."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ehdesk.desk import open_desk
from ehdesk.kernel.home import Home
from ehdesk.kernel.passphrase import QUICK
from tests.desks import PASSWORD, a_clock, new_desk
from tests.ui.pages import in_front
from tests.ui.window import open_application, unlock
from ui.kit import ask
from ui.setup.first_run import FirstRun
from ui.setup.restore_wizard import RestoreView


def first_run(qtbot: QtBot, folder: Path) -> FirstRun:
    """The first run, shown, with a store that is quick to unlock."""
    view = FirstRun(Home(folder), a_clock(), QUICK)
    return in_front(qtbot, view, 1440, 900)


def answer_until_password(view: FirstRun, team: str = "West locality") -> None:
    QTest.keyClicks(view.team.team, team)
    view.forward.click()
    for box, words in (
        (view.person.person, "Anita Rowe"),
        (view.person.role, "SFSF"),
        (view.person.agency, "Early Help"),
    ):
        QTest.keyClicks(box, words)
    view.forward.click()
    view.forward.click()
    assert view.step is view.password


def make_the_store(qtbot: QtBot, view: FirstRun) -> str:
    answer_until_password(view)
    password = view.password.value()
    QTest.keyClicks(view.password.again, password)
    view.forward.click()
    qtbot.waitUntil(lambda: view.step is view.key)
    return password


def read_back(view: FirstRun) -> None:
    for number, answer in zip(view.key.asked, view.key.answers, strict=True):
        QTest.keyClicks(answer, view.key.group(number).lower())


def test_the_first_run_ends_in_the_window_with_an_encrypted_store(
    qtbot: QtBot, tmp_path: Path
) -> None:
    home, clock = Home(tmp_path), a_clock()
    application = open_application(qtbot, home, clock)
    view = application.window.filling
    assert isinstance(view, FirstRun)

    password = make_the_store(qtbot, view)
    key = " ".join(view.key.group(number) for number in range(1, 9))
    read_back(view)
    view.forward.click()
    assert view.step is view.ready
    view.forward.click()
    qtbot.waitUntil(lambda: application.frame is not None)
    frame = application.frame
    assert frame is not None
    assert application.window.windowTitle() == "West locality · Early Help Desk"
    assert frame.desk.user.name == "Anita Rowe"
    qtbot.waitUntil(
        lambda: "10:42" in frame.sidebar.foot.backup.words or not frame.desk.backups.due()
    )
    assert application.close_store()

    folder = home.known_stores()[0].folder
    open_desk(folder, password=password, clock=clock, home=home).close()
    open_desk(folder, recovery=key, clock=clock, home=home).close()


def test_enter_goes_on_and_what_is_missing_is_said_only_then(qtbot: QtBot, tmp_path: Path) -> None:
    view = first_run(qtbot, tmp_path)
    assert not view.team.summary.isVisible()

    view.team.team.setFocus()
    QTest.keyClick(view.team.team, Qt.Key.Key_Return)
    assert view.step is view.team
    words = [link.accessibleName() for link in view.team.summary.links()]
    assert words == ["Enter the name of your team or school"]

    view.team.summary.links()[0].click()
    assert view.team.team.hasFocus()
    QTest.keyClicks(view.team.team, "Larkmoor Primary")
    assert not view.team.summary.isVisible()
    QTest.keyClick(view.team.team, Qt.Key.Key_Return)
    assert view.step is view.person


def test_back_keeps_what_was_typed(qtbot: QtBot, tmp_path: Path) -> None:
    view = first_run(qtbot, tmp_path)
    QTest.keyClicks(view.team.team, "Larkmoor Primary")
    view.forward.click()

    view.back.click()

    assert view.step is view.team
    assert view.team.team.value() == "Larkmoor Primary"


def test_a_folder_that_is_copied_to_other_computers_is_warned_about(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = tmp_path / "OneDrive - Larkmoor" / "stores"
    copied.mkdir(parents=True)
    view = first_run(qtbot, tmp_path / "home")
    assert view.place.warning_words == ""

    monkeypatch.setattr(ask, "answers", [copied])
    view.place.choose.click()

    assert view.place.warning_words.startswith("OneDrive copies this folder")


def test_a_weak_password_is_refused_only_when_one_goes_on(qtbot: QtBot, tmp_path: Path) -> None:
    view = first_run(qtbot, tmp_path)
    answer_until_password(view)
    assert view.password.verdict.startswith("Strong.")

    for typed, refused in (
        ("short", "Use at least 12 characters"),
        ("west locality", "Do not use your own name"),
        ("passwordpassword", "This is on the list of leaked passwords"),
    ):
        view.password.password.clear()
        QTest.keyClicks(view.password.password, typed)
        assert view.password.verdict.startswith("Weak.")
        assert not view.password.summary.isVisible() or typed != "short"
        view.forward.click()
        assert view.step is view.password
        assert view.password.summary.links()[0].accessibleName().startswith(refused)


def test_the_password_has_to_be_typed_twice_alike(qtbot: QtBot, tmp_path: Path) -> None:
    view = first_run(qtbot, tmp_path)
    answer_until_password(view)
    QTest.keyClicks(view.password.again, "something else")

    view.forward.click()

    assert view.password.summary.links()[0].accessibleName() == "Type the same password again"


def test_another_password_is_suggested(qtbot: QtBot, tmp_path: Path) -> None:
    view = first_run(qtbot, tmp_path)
    before = view.password.value()

    view.password.suggest.click()

    assert view.password.value() != before
    assert len(view.password.value().split()) == 4


def test_continue_waits_until_both_groups_of_the_key_are_right(
    qtbot: QtBot, tmp_path: Path
) -> None:
    view = first_run(qtbot, tmp_path)
    make_the_store(qtbot, view)
    first, second = view.key.asked
    assert not view.forward.isEnabled()
    assert view.hint.text() == f"Groups {first} and {second} are still to do"

    QTest.keyClicks(view.key.answers[0], view.key.group(first))
    QTest.keyClicks(view.key.answers[1], "2222")
    assert not view.forward.isEnabled()
    assert view.hint.text() == f"Group {second} is still to do"
    assert view.key.covered == (first, second)

    view.key.answers[1].clear()
    QTest.keyClicks(view.key.answers[1], view.key.group(second))
    assert view.forward.isEnabled()
    view.stopped.connect(view.close)
    view.forward.click()
    assert view.may_leave()


def test_the_saved_page_holds_the_whole_key(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = first_run(qtbot, tmp_path)
    make_the_store(qtbot, view)
    monkeypatch.setattr(ask, "answers", [tmp_path / "key.pdf", True])

    view.key.save.click()

    with pypdfium2.PdfDocument(tmp_path / "key.pdf") as document:
        text = document[0].get_textpage().get_text_bounded()
    for number in range(1, 9):
        assert view.key.group(number) in text
    assert view.may_leave()


def test_stopping_before_the_key_is_safe_asks_and_the_store_stays(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = first_run(qtbot, tmp_path)
    password = make_the_store(qtbot, view)

    monkeypatch.setattr(ask, "answers", [False])
    view.stop.click()
    assert view.step is view.key

    monkeypatch.setattr(ask, "answers", [True])
    with qtbot.waitSignal(view.stopped):
        view.stop.click()
    home = Home(tmp_path)
    store = home.known_stores()[0]
    open_desk(store.folder, password=password, clock=a_clock(), home=home).close()


def test_there_is_no_way_back_behind_the_making_of_the_store(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = first_run(qtbot, tmp_path)
    make_the_store(qtbot, view)

    assert not view.back.isVisible()
    monkeypatch.setattr(ask, "answers", [True])
    assert view.may_leave()


def test_a_second_store_of_the_same_name_is_refused_where_the_folder_is_chosen(
    qtbot: QtBot, tmp_path: Path
) -> None:
    new_desk(tmp_path).close()
    view = first_run(qtbot, tmp_path)
    QTest.keyClicks(view.team.team, "West locality")
    view.forward.click()
    for box in (view.person.person, view.person.role, view.person.agency):
        QTest.keyClicks(box, "Someone Else")
    view.forward.click()

    view.forward.click()

    assert view.step is view.place
    assert "already a store called West locality" in view.place.summary.links()[0].accessibleName()


def test_a_backup_becomes_a_store_of_its_own(qtbot: QtBot, tmp_path: Path) -> None:
    clock, home = a_clock(), Home(tmp_path)
    desk = new_desk(tmp_path, clock)
    desk.backups.daily()
    desk.close()
    application = open_application(qtbot, home, clock)
    application.show_restore()
    view = application.window.filling
    assert isinstance(view, RestoreView)

    view.forward.click()
    assert view.backup.summary.links()[0].accessibleName() == "Choose a backup"
    view.backup.offers.button(view.backup.offered[0]).click()
    view.forward.click()
    QTest.keyClicks(view.password.password, "not the password")
    view.forward.click()
    qtbot.waitUntil(lambda: bool(view.password.summary.links()))
    view.password.password.clear()
    QTest.keyClicks(view.password.password, PASSWORD)
    view.forward.click()
    qtbot.waitUntil(lambda: view.step is view.ready)
    view.forward.click()

    frame = unlock(qtbot, application)
    assert frame.desk.store.paths.folder.stem == "West locality restored 2026-11-17"
    assert len(home.known_stores()) == 2
