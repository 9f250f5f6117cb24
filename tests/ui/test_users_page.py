"""People who use this store, as a manager keeps them."""

from __future__ import annotations

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ehdesk.desk import Desk
from ehdesk.domain.access import Role
from tests.desks import PASSWORD, colleague
from tests.ui.asked import Asked
from tests.ui.case_pages import show
from ui.kit import ask
from ui.kit.navigation import Place
from ui.users.password_page import PasswordPage
from ui.users.user_page import UserPage
from ui.users.users_page import UsersPage


def test_somebody_is_added_with_a_role_and_a_first_password(qtbot: QtBot, desk: Desk) -> None:
    asked = Asked()
    page = UserPage(desk, asked.navigator)
    show(qtbot, page)
    assert page.may_leave()
    page.save_button.click()
    assert page.rows["name"].error()
    QTest.keyClicks(page.name, "Sam Example")
    page.roles.box("manager").click()
    page.save_button.click()
    assert asked.last == Place("users")
    sam = next(one for one in desk.users.everyone() if one.user.name == "Sam Example")
    assert sam.user.access == (Role.PRACTITIONER, Role.MANAGER)


def test_who_is_being_added_is_kept_but_never_the_password(qtbot: QtBot, desk: Desk) -> None:
    page = UserPage(desk, Asked().navigator)
    show(qtbot, page)
    page.suggest_button.click()
    assert not page.has_unsaved()
    QTest.keyClicks(page.name, "Sam Example")
    page.roles.box("manager").click()
    assert page.may_leave()
    draft = desk.drafts.get(None, "user")
    assert draft is not None
    assert page.password.value() not in str(draft.typed)
    again = UserPage(desk, Asked().navigator)
    show(qtbot, again)
    assert again.name.value() == "Sam Example"
    assert set(again.roles.value()) == {"practitioner", "manager"}
    again.save_button.click()
    assert desk.drafts.of_case(None) == {}


def test_each_thing_that_is_wrong_is_said_beside_its_question(qtbot: QtBot, desk: Desk) -> None:
    page = UserPage(desk, Asked().navigator)
    show(qtbot, page)
    page.roles.box("practitioner").click()
    page.password.setText("short")
    page.save_button.click()
    assert page.rows["name"].error() == "Enter a name."
    assert page.rows["roles"].error() == "Choose at least one role."
    assert page.rows["password"].error()
    assert len(page.summary.links()) == 3
    page.summary.links()[2].click()
    assert page.rows["password"].editor.hasFocus()


def test_the_list_says_who_does_what_and_what_is_signed(qtbot: QtBot, desk: Desk) -> None:
    colleague(desk, "Rae Reader", Role.READER)
    asked = Asked()
    page = UsersPage(desk, asked.navigator)
    show(qtbot, page)
    page.refresh()
    titles = [line.title for group in page.list.groups for line in group.lines]
    assert titles == ["Anita Rowe (you)", "Rae Reader"]
    page.signed.box("request").click()
    assert desk.users.forms_signed() == {"closure", "masp", "request"}
    _text, undo = asked.said[-1]
    assert undo is not None
    undo()
    assert desk.users.forms_signed() == {"closure", "masp"}


def test_roles_are_changed_and_access_ends(qtbot: QtBot, desk: Desk) -> None:
    sam = colleague(desk, "Sam Example", Role.PRACTITIONER)
    asked = Asked()
    page = UserPage(desk, asked.navigator, sam.user.id)
    show(qtbot, page)
    page.roles.box("locality_officer").click()
    page.save_button.click()
    member = next(one for one in desk.users.everyone() if one.user.id == sam.user.id)
    assert member.user.access == (Role.PRACTITIONER, Role.LOCALITY_OFFICER)
    again = UserPage(desk, asked.navigator, sam.user.id)
    show(qtbot, again)
    ask.answers = [False, True]
    again.end_button.click()
    assert len(desk.store.keys.users) == 2
    again.end_button.click()
    ask.answers = None
    assert len(desk.store.keys.users) == 1


def test_the_last_manager_is_told_why_they_stay_one(qtbot: QtBot, desk: Desk) -> None:
    page = UserPage(desk, Asked().navigator, desk.user.id)
    show(qtbot, page)
    page.roles.box("manager").click()
    page.save_button.click()
    assert desk.user.access == next(iter(desk.users.everyone())).user.access
    assert page.end.isHidden(), "nobody ends their own access"


def test_a_person_changes_their_password_on_a_page(qtbot: QtBot, desk: Desk) -> None:
    asked = Asked()
    page = PasswordPage(desk, asked.navigator)
    show(qtbot, page)
    QTest.keyClicks(page.now, "something else entirely")
    page.suggest_button.click()
    fresh = page.fresh.value()
    page.change_button.click()
    assert page.rows["now"].error()
    page.now.clear()
    QTest.keyClicks(page.now, PASSWORD)
    page.change_button.click()
    assert asked.last == Place("today")
    assert page.fresh.value() == ""
    desk.store.keys.unlock_with_password(fresh, desk.user.id)
