"""What a manager and a worker type on the pages of oversight is kept, and stays with its family."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from ehdesk.domain.access import Role
from ehdesk.kernel.errors import EhdeskError
from tests.desks import a_journey, after_a_crash, closure, colleague, ready_to_close, signed_in
from tests.ui.accessible import nameless
from tests.ui.asked import Asked, follow
from tests.ui.case_pages import show
from ui.app.page_area import PageArea
from ui.app.pages import PAGES
from ui.kit import ask
from ui.kit.navigation import Page, Place
from ui.oversight.choices import RETURN, SIGN, TALK
from ui.oversight.comments_page import CommentsPage
from ui.oversight.sign_page import SignPage
from ui.oversight.supervision_page import SupervisionPage
from ui.wizard.autosave import LONGEST


@pytest.fixture
def ruth(desk: Desk) -> Desk:
    return colleague(desk, "Ruth Example", Role.MANAGER)


@pytest.fixture
def way(desk: Desk) -> Journey:
    return ready_to_close(desk)


@pytest.fixture
def other(desk: Desk, way: Journey) -> Journey:
    """A second family that waits for a signature."""
    other = a_journey(desk, 5)
    other.send(40)
    other.decide(38, "eha")
    record = other.assess(30)
    other.on(0)
    desk.oversight.ask(record or other.case.records[-1].id)
    return other


@pytest.fixture
def crash(tmp_path: Path) -> Iterator[Callable[[Desk], Desk]]:
    """The store as the crash leaves it, opened by the same person."""
    opened: list[Desk] = []

    def make(desk: Desk) -> Desk:
        opened.append(after_a_crash(desk, tmp_path / f"after {len(opened)}"))
        return signed_in(opened[-1], desk.user.id)

    yield make
    for desk in opened:
        desk.close()


def full(*_a: object, **_k: object) -> None:
    raise EhdeskError("The disk is full", "Nothing is lost.", "Free some space.")


def kept(qtbot: QtBot, asked: Asked) -> None:
    before = len(asked.saved)
    qtbot.waitUntil(lambda: len(asked.saved) > before, timeout=LONGEST * 5)


def words_of(page: Page) -> str:
    shown = [*page.findChildren(QLabel), *page.findChildren(QPushButton)]
    return " | ".join(one.text() for one in shown if one.isVisible())


def supervision(qtbot: QtBot, desk: Desk, worker: UUID) -> tuple[SupervisionPage, Asked]:
    asked = Asked()
    page = SupervisionPage(desk, asked.navigator, worker)
    asked.navigator.setParent(page)
    show(qtbot, page, width=1300)
    page.refresh()
    return page, asked


def test_a_supervision_note_is_kept_by_itself_and_never_given_up(
    qtbot: QtBot,
    desk: Desk,
    ruth: Desk,
    other: Journey,
    way: Journey,
    crash: Callable[[Desk], Desk],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page, asked = supervision(qtbot, ruth, desk.user.id)
    page.go_to(way.case_id)
    with monkeypatch.context() as broken:
        broken.setattr(ruth.supervision, "write", full)
        QTest.keyClicks(page.talked.note, "Two homes")
        page.keep()
        assert page.has_unsaved()
        assert asked.saved == []
        page.step(1)
        assert page.case_id() == way.case_id
        page.refresh()
        assert page.talked.note.value() == "Two homes"
        broken.setattr(ask, "answers", [False])
        assert not page.may_leave()
    assert str(asked.failed[-1]).startswith("The disk is full")
    page.step(1)
    assert page.case_id() == other.case_id
    page.go_to(way.case_id)
    QTest.keyClicks(page.talked.note, ". The worry")
    kept(qtbot, asked)
    again, _ = supervision(qtbot, crash(ruth), desk.user.id)
    again.go_to(way.case_id)
    assert sorted(again.talked.note.value()) == sorted("Two homes. The worry")


def test_an_action_being_typed_stays_with_its_family(
    qtbot: QtBot,
    desk: Desk,
    ruth: Desk,
    other: Journey,
    way: Journey,
    crash: Callable[[Desk], Desk],
) -> None:
    page, _asked = supervision(qtbot, ruth, desk.user.id)
    page.go_to(way.case_id)
    QTest.keyClicks(page.talked.what, "See Alfie on his own")
    page.step(1)
    assert page.case_id() == other.case_id
    assert page.talked.what.value() == ""
    page.talked.add_button.click()
    assert ruth.supervision.read(page._key).actions == ()
    page.step(-1)
    assert page.talked.what.value() == "See Alfie on his own"
    after = crash(ruth)
    again, _ = supervision(qtbot, after, desk.user.id)
    again.go_to(way.case_id)
    assert again.talked.what.value() == "See Alfie on his own"
    assert nameless(again) == []
    again.talked.add_button.click()
    (action,) = after.supervision.read(again._key).actions
    assert (action.what, action.about_id) == ("See Alfie on his own", way.case_id)
    assert after.drafts.of_case(None) == {}
    assert again.talked.what.value() == ""
    again.refresh()
    assert "You began" not in words_of(again)


def test_what_is_chosen_and_said_stays_with_its_record(
    qtbot: QtBot, desk: Desk, ruth: Desk, other: Journey, way: Journey
) -> None:
    desk.oversight.ask(closure(way))
    ruth.oversight.pin(closure(way), "why.reason", "Really?")
    page, _asked = supervision(qtbot, ruth, desk.user.id)
    page.go_to(other.case_id)
    page.panel.choices.cards.button(TALK).click()
    QTest.keyClicks(page.panel.choices.word, "Of the other family")
    QTest.keyClicks(page.panel.comment, "On the other record")
    page.go_to(way.case_id)
    assert page.panel.choices.value() == RETURN, "it has an open comment"
    assert page.panel.choices.words() == ""
    assert page.panel.comment.value() == ""
    page.go_to(other.case_id)
    assert page.panel.choices.value() == TALK
    assert page.panel.choices.words() == "Of the other family"
    assert page.panel.comment.value() == "On the other record"


def test_a_comment_and_the_word_about_it_are_there_after_a_crash(
    qtbot: QtBot, desk: Desk, ruth: Desk, way: Journey, crash: Callable[[Desk], Desk]
) -> None:
    desk.oversight.ask(closure(way))
    asked = Asked()
    page = SignPage(ruth, asked.navigator, closure(way))
    show(qtbot, page)
    page.refresh()
    third = page.panel.answers.rows[2]
    third.chosen.emit(third.answer.field)
    QTest.keyClicks(page.panel.comment, "Say what changed")
    kept(qtbot, asked)
    QTest.keyClicks(page.panel.choices.word, "Soon please")
    kept(qtbot, asked)
    after = crash(ruth)
    again = SignPage(after, Asked().navigator, closure(way))
    show(qtbot, again)
    again.refresh()
    assert again.panel.comment.value() == "Say what changed"
    assert again.panel.answers.value() == third.answer.field
    assert again.panel.choices.words() == "Soon please"
    assert nameless(again) == []
    again.panel.choices.cards.button(SIGN).click()
    again.do()
    assert "not added" in words_of(again), "nobody would see that comment again"
    again.panel.add_button.click()
    assert set(after.drafts.of_case(way.case_id)) == {f"word {closure(way)}"}
    again.do()
    assert after.drafts.of_case(way.case_id) == {}
    stands = after.cases.get(way.case_id).standing(closure(way))
    assert [pin.text for pin in stands.pins] == ["Say what changed"]
    assert stands.last is not None
    assert stands.last.text == "Soon please"


def test_a_comment_is_the_same_in_supervision_and_where_the_record_is_signed_alone(
    qtbot: QtBot, desk: Desk, ruth: Desk, other: Journey, way: Journey
) -> None:
    record = closure(way)
    desk.oversight.ask(record)
    walk = Place("supervision", worker_id=desk.user.id)
    alone = Place("sign", record_id=record)
    area = PageArea(lambda place: PAGES[place.kind](ruth, Asked().navigator, **place.params))
    show(qtbot, area, width=1300)
    area.go(walk)
    page = area.page
    assert isinstance(page, SupervisionPage)
    page.go_to(other.case_id)
    page.go_to(way.case_id)
    area.go(alone)
    signing = area.page
    assert isinstance(signing, SignPage)
    QTest.keyClicks(signing.panel.comment, "Say what changed")
    area.go(walk)
    page = area.page
    assert isinstance(page, SupervisionPage)
    assert page.case_id() == way.case_id, "the other family was talked about"
    assert page.panel.comment.value() == "Say what changed"
    page.panel.add_button.click()
    area.go(alone)
    signing = area.page
    assert isinstance(signing, SignPage)
    assert signing.panel.comment.value() == ""
    assert [pin.text for pin in way.case.standing(record).pins] == ["Say what changed"]
    area.clear()


def test_an_answer_to_a_comment_is_there_after_a_crash(
    qtbot: QtBot, desk: Desk, ruth: Desk, way: Journey, crash: Callable[[Desk], Desk]
) -> None:
    record = closure(way)
    desk.oversight.ask(record)
    for words in ("Really?", "And Alfie?"):
        ruth.oversight.pin(record, "why.reason", words)
    ruth.oversight.give_back(record)
    asked = Asked()
    page = CommentsPage(desk, asked.navigator, record)
    follow(desk, page)
    show(qtbot, page)
    page.refresh()
    first, second = page.pins.views.values()
    assert first.text is not None
    assert second.text is not None
    assert first.button.accessibleName().startswith(first.button.text())
    assert first.button.accessibleName() != second.button.accessibleName()
    QTest.keyClicks(second.text, "He was asked")
    kept(qtbot, asked)
    assert "Saved" not in words_of(page), "the sidebar says so; nothing lies over the comments"
    QTest.keyClicks(first.text, "Yes")
    first.button.click()
    assert page.pins.views[second.pin.id].text is second.text
    assert second.text.value() == "He was asked"
    page.ask_button.click()
    assert "not given" in words_of(page)
    after = crash(desk)
    again = CommentsPage(after, Asked().navigator, record)
    show(qtbot, again)
    again.refresh()
    view = again.pins.views[second.pin.id]
    assert view.text is not None
    assert view.text.value() == "He was asked"
    assert nameless(again) == []
    view.button.click()
    assert after.drafts.of_case(way.case_id) == {}
    assert after.cases.get(way.case_id).standing(record).open_pins == ()
    assert "Every comment answered" in words_of(again)


def test_a_supervision_that_is_finished_is_not_written_into_again(
    qtbot: QtBot, desk: Desk, ruth: Desk, way: Journey
) -> None:
    page, asked = supervision(qtbot, ruth, desk.user.id)
    page.finish_button.click()
    page.refresh()
    QTest.keyClicks(page.talked.note, "The next time")
    page.keep()
    assert asked.failed == []
    assert page.talked.note.value() in ruth.supervision.read(page._key).notes.values()
    assert not page.has_unsaved()
