"""Somebody known already who is typed again: told of, compared, joined and parted."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from ehdesk.domain.lists import CaseFilter
from ehdesk.forms.spec import Row
from ehdesk.kernel.ids import new_id
from tests.desks import DemoHome, a_clock
from tests.person import Person
from tests.ui.window import open_application, press, unlock
from ui.app.application import Application
from ui.app.desk_frame import DeskFrame
from ui.app.wizard_place import WizardPlace
from ui.fields.known_note import KnownNote
from ui.fields.people import PeopleEditor
from ui.kit.navigation import Place


@pytest.fixture
def application(qtbot: QtBot, demo_home: DemoHome, tmp_path: Path) -> Application:
    return open_application(qtbot, demo_home.copy_to(tmp_path), a_clock())


@pytest.fixture
def frame(qtbot: QtBot, application: Application) -> DeskFrame:
    return unlock(qtbot, application)


@pytest.fixture
def me(qtbot: QtBot, application: Application, frame: DeskFrame) -> Person:
    return Person(application.window, lambda condition: qtbot.waitUntil(condition))


def tilbrook(frame: DeskFrame) -> UUID:
    (case_id,) = frame.desk.lists.case_ids(CaseFilter(text="tilbrook")).ids
    return case_id


def known_child(frame: DeskFrame) -> Row:
    """A child of the Tilbrook family, as somebody else would spell them."""
    child = next(p for p in frame.desk.cases.get(tilbrook(frame)).people if p.is_child)
    assert child.date_of_birth is not None
    return {
        "id": str(new_id()),
        "kind": "child",
        "given_name": child.given_name,
        "family_name": f"{child.family_name}e",
        "date_of_birth": child.date_of_birth.isoformat(),
        "lives": "here",
    }


def wizard(frame: DeskFrame) -> WizardPlace:
    assert isinstance(frame.page, WizardPlace)
    return frame.page


def begin_request(application: Application, frame: DeskFrame) -> WizardPlace:
    press(application, "Ctrl+N")
    page = wizard(frame)
    page.wizard.go(page.wizard.session.form.section_of("family.people").key)
    return page


def type_child(qtbot: QtBot, page: WizardPlace, child: Row) -> None:
    view = page.wizard.pages.view
    assert view is not None
    editor = view.questions["family.people"].editor
    assert isinstance(editor, PeopleEditor)
    row = editor.rows[1]
    form = row.form  # type: ignore[attr-defined]
    qtbot.keyClicks(form.editors["given_name"].line, child["given_name"])
    qtbot.keyClicks(form.editors["family_name"].line, child["family_name"])
    year, month, day = child["date_of_birth"].split("-")
    qtbot.keyClicks(form.editors["date_of_birth"].boxes.box("Day"), f"{day}/{month}/{year}")


def notes(frame: DeskFrame) -> list[KnownNote]:
    return [note for note in frame.findChildren(KnownNote) if note.isVisible()]


def test_a_known_child_is_told_of_joined_and_parted_again(
    qtbot: QtBot, application: Application, frame: DeskFrame, me: Person
) -> None:
    known = frame.desk.cases.get(tilbrook(frame))
    page = begin_request(application, frame)
    draft = page.case_id()
    type_child(qtbot, page, known_child(frame))

    me.sees("May be known already")
    me.sees("Same date of birth")
    me.press("This is the same person")
    me.sees("Are these the same person?")
    assert frame.desk.cases.get(known.id) == known
    me.press("Join these entries")

    assert frame.area.place == Place("case", case_id=known.id, tab="overview")
    joined = frame.desk.cases.get(known.id)
    assert frame.desk.cases.get(draft).family == joined.family
    assert [p.id for p in joined.people] == [p.id for p in known.people]
    assert frame.desk.check() == ()

    me.press("Undo")
    assert frame.desk.cases.get(known.id).people == known.people
    assert frame.desk.cases.get(draft).family != known.family
    assert frame.desk.check() == ()


def test_a_joining_is_undone_from_the_changes_of_the_record(
    qtbot: QtBot, application: Application, frame: DeskFrame, me: Person
) -> None:
    known = frame.desk.cases.get(tilbrook(frame))
    type_child(qtbot, begin_request(application, frame), known_child(frame))
    me.press("This is the same person")
    me.press("Join these entries")
    frame.toaster.hide()

    me.choose_tab("Record")
    me.press("Changes")
    me.sees("Join two entries of one person")
    me.press("Undo")

    me.sees("Both entries are as they were before they were joined")
    me.sees("Undo joining two entries")
    assert frame.desk.cases.get(known.id).people == known.people
    assert frame.desk.duplicates.joinings(known.id) == frozenset()


def test_a_form_that_is_open_while_a_joining_is_undone_is_read_again(
    qtbot: QtBot, application: Application, frame: DeskFrame, me: Person
) -> None:
    page = begin_request(application, frame)
    record, child = page.wizard.record_id, known_child(frame)
    type_child(qtbot, page, child)
    me.press("This is the same person")
    me.press("Join these entries")
    frame.navigator.open_record(record)
    opened = wizard(frame)
    people = opened.wizard.session.value("family.people")
    assert isinstance(people, list)
    assert len(people) > 1

    me.press("Undo")

    qtbot.waitUntil(lambda: frame.page is not opened)
    again = wizard(frame).wizard.session.value("family.people")
    assert isinstance(again, list)
    assert [row["family_name"] for row in again] == [child["family_name"]]


def test_two_people_who_look_alike_are_not_asked_about_again(
    qtbot: QtBot, application: Application, frame: DeskFrame, me: Person
) -> None:
    page = begin_request(application, frame)
    record, case_id = page.wizard.record_id, page.case_id()
    type_child(qtbot, page, known_child(frame))
    me.press("Not the same")
    qtbot.waitUntil(lambda: not notes(frame))

    press(application, "Alt+1")
    frame.navigator.open_record(record)
    again = wizard(frame)
    editor = again.wizard.pages.view.questions["family.people"].editor  # type: ignore[union-attr]
    assert isinstance(editor, PeopleEditor)
    editor.known.look()
    assert notes(frame) == []
    assert len(frame.desk.cases.get(case_id).people) == 1


def test_the_draft_stays_when_that_family_is_opened(
    qtbot: QtBot, application: Application, frame: DeskFrame, me: Person
) -> None:
    page = begin_request(application, frame)
    case_id, known = page.case_id(), tilbrook(frame)
    type_child(qtbot, page, known_child(frame))
    me.press("Open that family")
    assert frame.area.place == Place("case", case_id=known, tab="overview")
    (child,) = frame.desk.cases.get(case_id).people
    assert child.family_name == "Tilbrooke"

    press(application, "Esc")
    me.sees("May be known already")


def test_two_entries_are_chosen_from_the_menu_of_the_case(
    qtbot: QtBot, application: Application, frame: DeskFrame, me: Person
) -> None:
    page = begin_request(application, frame)
    known, draft, child = tilbrook(frame), page.case_id(), known_child(frame)
    type_child(qtbot, page, child)
    me.sees("May be known already")
    press(application, "Alt+1")
    frame.navigator.open_case(known)
    before = frame.desk.cases.get(known)
    same = next(p for p in before.people if p.given_name == child["given_name"])
    command = next(c for c in frame.page.commands() if c.text == "These are the same person")  # type: ignore[union-attr]
    command.run()

    me.press("Compare them")
    me.sees("Choose who is entered twice")
    me.press(same.name)
    me.press(f"{child['given_name']} {child['family_name']}")
    me.press("Compare them")
    me.press(str(child["family_name"]), under="Family name")
    me.press("Join these entries")
    assert frame.desk.cases.get(draft).family == frame.desk.cases.get(before.id).family
    joined = next(p for p in frame.desk.cases.get(before.id).people if p.id == same.id)
    assert joined.family_name == child["family_name"]


def test_a_family_that_shares_somebody_is_linked_and_opened_from_either_case(
    qtbot: QtBot, application: Application, frame: DeskFrame, me: Person
) -> None:
    known = frame.desk.cases.get(tilbrook(frame))
    page = begin_request(application, frame)
    draft = page.case_id()
    type_child(qtbot, page, known_child(frame))
    me.press("This is the same person")
    me.sees("Join them when one family was written down twice.")
    me.press("Keep two families, and link them")

    me.sees("The two families are linked.")
    assert isinstance(frame.page, WizardPlace)
    assert frame.desk.cases.get(known.id) == known
    assert frame.desk.cases.get(draft).family != known.family
    qtbot.waitUntil(lambda: notes(frame) == [])

    frame.navigator.open_case(known.id, "record")
    me.sees("Sibling families")
    me.sees("Nothing of the other one is on this family's papers.")
    me.press("Not linked")
    assert frame.desk.duplicates.sibling_families(known.family.id) == ()
    me.press("Undo")
    me.sees("is in the")
    me.press("Open Family not named yet")
    assert frame.area.place == Place("case", case_id=draft, tab="overview")
