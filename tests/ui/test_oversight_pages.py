"""Oversight, supervision, comments and restricted notes, as a manager and a worker use them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from ehdesk.domain.access import Role
from ehdesk.domain.oversight import Said
from tests.desks import PASSWORD, a_journey, closure, colleague, ready_to_close
from tests.ui.asked import Asked, follow
from tests.ui.case_pages import show
from tests.ui.window import open_application, press, unlock
from ui.cases.ask_signature_page import AskSignaturePage, OversightNotePage
from ui.cases.disagreement_page import DisagreementPage
from ui.cases.oversight_part import OversightPart
from ui.cases.restricted_page import RestrictedPage
from ui.kit import ask
from ui.kit.buttons import Button
from ui.kit.navigation import Place
from ui.oversight.choices import RETURN, SIGN
from ui.oversight.comments_page import CommentsPage
from ui.oversight.oversight_page import OversightPage
from ui.oversight.sign_page import SignPage
from ui.oversight.supervision_page import SupervisionPage


@pytest.fixture
def ruth(desk: Desk) -> Desk:
    return colleague(desk, "Ruth Example", Role.MANAGER)


@pytest.fixture
def way(desk: Desk) -> Journey:
    return ready_to_close(desk)


def test_a_worker_asks_a_manager_returns_it_with_a_comment_and_it_is_answered(
    qtbot: QtBot, desk: Desk, ruth: Desk, way: Journey
) -> None:
    record = closure(way)
    asked = Asked()
    asking = AskSignaturePage(desk, asked.navigator, way.case_id, record)
    show(qtbot, asking)
    asking.of.set_value(str(ruth.user.id))
    asking.record_button.click()
    assert asked.last == Place("case", case_id=way.case_id, tab="record")

    hers = Asked()
    listed = OversightPage(ruth, hers.navigator)
    listed.refresh()
    (row,) = listed.list.groups[0].lines
    assert row.line == "Asked by Anita Rowe  ·  of you"
    listed.list.opened.emit(row.key)
    assert hers.last == Place("sign", record_id=record)

    page = SignPage(ruth, hers.navigator, record)
    show(qtbot, page)
    page.refresh()
    assert page.button.text() == "Agree and sign"
    second = page.panel.answers.rows[1]
    QTest.keyClick(second, Qt.Key.Key_Space)
    assert page.panel.answers.value() == second.answer.field
    QTest.keyClicks(page.panel.comment, "Say what changed.")
    assert page.may_leave()
    assert hers.said[-1][0] == "Kept for you. It is not in the record yet."
    page.panel.add_button.click()
    assert page.button.text() == "Return to Anita"
    page.do()
    assert hers.last == Place("oversight")
    assert way.case.standing(record).said is Said.RETURNED

    back = CommentsPage(desk, asked.navigator, record)
    follow(desk, back)
    show(qtbot, back)
    back.refresh()
    (view,) = back.pins.views.values()
    assert view.text is not None
    QTest.keyClicks(view.text, "She sleeps now.")
    view.button.click()
    assert way.case.standing(record).open_pins == ()
    back.ask_button.click()
    assert way.case.standing(record).said is Said.ASKED


def test_supervision_walks_by_keyboard_and_keeps_the_note(
    qtbot: QtBot, desk: Desk, ruth: Desk, way: Journey
) -> None:
    other = a_journey(desk, 5)
    other.send(10)
    other.decide(8, "twelve_weeks")
    other.on(0)
    desk.oversight.ask(closure(way))
    hers = Asked()
    page = SupervisionPage(ruth, hers.navigator, desk.user.id)
    window = show(qtbot, page, width=1300)
    page.refresh()
    first = page.case_id()
    assert first is not None
    page.talked.note.setFocus()
    QTest.keyClicks(page.talked.note, "Two homes is the worry.")
    page.step(1)
    assert page.case_id() != first
    assert page.talked.note.value() == ""
    page.step(-1)
    assert page.case_id() == first
    assert page.talked.note.value() == "Two homes is the worry."
    page.go_to(way.case_id)
    assert not page.panel.main.isHidden()
    page.panel.choices.cards.button(SIGN).click()
    assert page.do_button.text() == "Agree and sign"
    page.do()
    assert way.case.standing(closure(way)).said is Said.SIGNED
    page.talked.what.setText("See Alfie on his own")
    page.talked.add_button.click()
    (action,) = ruth.supervision.read(page._key).actions
    assert action.what == "See Alfie on his own"
    page.print_button.click()
    assert hers.last == Place("print_desk", paper="supervision", supervision_id=page._key)
    window.resize(900, 800)
    assert page.walk.box.isVisible()
    assert not page.walk.rows.isVisible()
    page.finish_button.click()
    assert hers.last == Place("oversight")


def test_on_a_walk_nothing_is_signed_that_was_not_chosen_for_this_record(
    qtbot: QtBot, desk: Desk, ruth: Desk, way: Journey
) -> None:
    other = a_journey(desk, 5)
    other.send(40)
    other.decide(38, "eha")
    record = other.assess(30) or other.case.records[-1].id
    other.on(0)
    desk.oversight.ask(record)
    desk.oversight.ask(closure(way))
    page = SupervisionPage(ruth, Asked().navigator, desk.user.id)
    show(qtbot, page, width=1300)
    page.refresh()
    page.go_to(other.case_id)
    page.panel.choices.cards.button(SIGN).click()
    for _press in range(3):
        page.do()
    assert other.case.standing(record).said is Said.SIGNED
    page.go_to(way.case_id)
    assert page.panel.choices.value() == ""
    assert page.do_button.isHidden()
    page.do()
    assert way.case.standing(closure(way)).said is Said.ASKED
    assert page.case_id() == way.case_id, "the record waits until something is chosen"
    assert not page.panel.choices.summary.isHidden()


def test_a_supervision_note_goes_into_the_record_once_and_after_a_question(
    qtbot: QtBot, desk: Desk, ruth: Desk, way: Journey, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = SupervisionPage(ruth, Asked().navigator, desk.user.id)
    show(qtbot, page, width=1300)
    page.refresh()
    page.go_to(way.case_id)
    page.talked.record_button.click()
    assert page.talked.note_row.error().startswith("Nothing was written")
    QTest.keyClicks(page.talked.note, "Two homes is the worry.")
    assert page.talked.note_row.error() == ""
    monkeypatch.setattr(ask, "answers", [False, True])
    page.talked.record_button.click()
    assert way.case.oversight == ()
    page.talked.record_button.click()
    page.talked.record_button.click()
    assert [entry.text for entry in way.case.oversight] == ["Two homes is the worry."]
    assert "already" in page.talked.note_row.error()
    assert ask.answers == []


def test_a_key_held_down_does_its_command_once(qtbot: QtBot, desk: Desk) -> None:
    home = desk.home
    desk.close()
    application = open_application(qtbot, home, desk.clock)
    frame = unlock(qtbot, application, PASSWORD)
    frame.navigator.go(Place("advice"))
    keyed = [one for one in application.window.actions() if not one.shortcut().isEmpty()]
    assert keyed
    assert not [one.text() for one in keyed if one.autoRepeat()]


def test_a_manager_records_that_they_have_looked(
    qtbot: QtBot, desk: Desk, ruth: Desk, way: Journey
) -> None:
    hers = Asked()
    page = OversightNotePage(ruth, hers.navigator, way.case_id)
    show(qtbot, page)
    page.record_button.click()
    assert [row.error() for row in page.rows.values()] != [""]
    assert way.case.oversight == ()
    box = next(iter(page.rows.values())).editor
    QTest.keyClicks(box, "Seen with Anita. Ask Alfie.")
    page.record_button.click()
    (entry,) = way.case.oversight
    assert (entry.said, entry.by, entry.text) == (
        Said.NOTE,
        "Ruth Example",
        "Seen with Anita. Ask Alfie.",
    )
    assert ruth.drafts.of_case(way.case_id) == {}
    assert hers.last == Place("case", case_id=way.case_id, tab="record")


def test_the_choices_keep_the_keyboard_when_the_page_is_read_again(
    qtbot: QtBot, desk: Desk, ruth: Desk, way: Journey
) -> None:
    desk.oversight.ask(closure(way))
    page = SupervisionPage(ruth, Asked().navigator, desk.user.id)
    show(qtbot, page, width=1300)
    page.refresh()
    page.go_to(way.case_id)
    card = page.panel.choices.cards.button(RETURN)
    qtbot.waitUntil(card.isVisible)
    card.setFocus()
    page.refresh()
    assert card.hasFocus()
    assert page.panel.choices.cards.button(RETURN) is card


def test_signing_with_open_comments_asks_for_a_word(
    qtbot: QtBot, desk: Desk, ruth: Desk, way: Journey
) -> None:
    record = closure(way)
    desk.oversight.ask(record)
    ruth.oversight.pin(record, "why.reason", "Really?")
    hers = Asked()
    page = SignPage(ruth, hers.navigator, record)
    show(qtbot, page)
    page.refresh()
    assert page.panel.choices.value() == RETURN
    page.panel.choices.cards.button(SIGN).click()
    page.do()
    assert not hers.places
    page.panel.choices.word.setText("We spoke about it.")
    page.do()
    assert way.case.standing(record).said is Said.SIGNED


def test_nobody_is_offered_to_sign_their_own(
    qtbot: QtBot, desk: Desk, ruth: Desk, way: Journey
) -> None:
    desk.oversight.ask(closure(way))
    page = SignPage(desk, Asked().navigator, closure(way))
    show(qtbot, page)
    page.refresh()
    assert page.panel.record is not None
    assert page.panel.record.own
    assert page.button.isHidden()


def test_the_oversight_part_leads_to_each_thing(
    qtbot: QtBot, desk: Desk, ruth: Desk, way: Journey
) -> None:
    part = OversightPart(desk)
    show(qtbot, part)
    found: list[tuple[str, dict[str, object]]] = []
    part.asked.connect(lambda kind, what: found.append((kind, what)))
    part.show_case(way.case)
    button = next(one for one in part.findChildren(Button) if one.text() == "Ask to sign")
    button.click()
    assert found[-1][0] == "ask_signature"
    ruth.oversight.note(way.case_id, "Seen with Anita.")
    part.show_case(way.case)
    words = [label.text() for label in part.entries.findChildren(type(part.entries._title))]
    assert "Seen with Anita." in words


def test_a_restricted_note_says_nothing_until_a_reason_is_given(
    qtbot: QtBot, desk: Desk, way: Journey
) -> None:
    record = desk.contacts.start(way.case_id)
    way.save(
        record,
        {
            "contact.kind": "call",
            "contact.on": desk.clock.today().isoformat(),
            "contact.who": "Aunt Quilla",
            "contact.said": "In confidence.",
            "contact.child_seen": "no",
            "contact.restricted": "yes",
        },
    )
    desk.contacts.finish(record)
    note = way.case.contacts[-1]
    page = RestrictedPage(desk, Asked().navigator, way.case_id, note.id)
    show(qtbot, page)
    page.record_button.click()
    assert page.said.isHidden()
    assert way.case.openings == ()
    QTest.keyClicks(page.reason, "For the panel")
    page.record_button.click()
    assert not page.said.isHidden()
    assert [one.reason for one in way.case.openings] == ["For the panel"]
    assert page.may_leave()


def test_a_disagreement_is_raised_and_taken_further(qtbot: QtBot, desk: Desk, way: Journey) -> None:
    asked = Asked()
    page = DisagreementPage(desk, asked.navigator, way.case_id)
    show(qtbot, page)
    page.record_button.click()
    assert page.rows["about"].error()
    page.about.setText("The threshold")
    page.with_whom.setText("The duty team")
    page.record_button.click()
    (one,) = way.case.disagreements
    again = DisagreementPage(desk, asked.navigator, way.case_id, one.id)
    show(qtbot, again)
    again.what.button("escalated").click()
    QTest.keyClicks(again.said, "No answer.")
    again.record_button.click()
    assert way.case.disagreements[0].level == desk.pack.escalation[1].code


def test_managers_have_a_line_in_the_sidebar_and_others_have_not(qtbot: QtBot, desk: Desk) -> None:
    desk.users.add("Sam Example", [Role.PRACTITIONER], "violin basket copper thunderstorm")
    home = desk.home
    desk.close()
    application = open_application(qtbot, home, desk.clock)
    page = application.unlock
    assert page is not None
    assert page.form.asks_who
    frame = unlock(qtbot, application, PASSWORD)
    frame.sidebar.place_button("oversight").click()
    qtbot.waitUntil(lambda: isinstance(frame.page, OversightPage))
    press(application, "Alt+1")
    application.close_store()
    again = application.unlock
    assert again is not None
    who = again.form.who
    who.setCurrentIndex(who.findText("Sam Example"))
    frame = unlock(qtbot, application, "violin basket copper thunderstorm")
    assert frame.desk.user.name == "Sam Example"
    with pytest.raises(KeyError):
        frame.sidebar.place_button("oversight")
