"""What is typed on a page that becomes one entry is kept until it is recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ehdesk.desk import Desk
from ehdesk.kernel.errors import EhdeskError
from tests.desks import after_a_crash
from tests.ui.accessible import nameless
from tests.ui.case_pages import Asked, family, listening, open_case, show, type_into
from ui.app.page_area import PageArea
from ui.cases.plan_tab import PlanTab
from ui.cases.record_tab import RecordTab
from ui.cases.sharing_page import NotSharingPage, SharingPage
from ui.cases.small_form import SmallForm
from ui.cases.withdrawal_page import WithdrawalPage
from ui.kit import ask
from ui.kit.navigation import Page, Place
from ui.kit.text_area import TextArea
from ui.requests.das_view import DasView
from ui.requests.step_page import StepPage
from ui.wizard.autosave import LONGEST

OTHER = "Brennan"
SMALL = [WithdrawalPage, SharingPage, NotSharingPage]
BEGUN = "You began this today at 10:42. It is not in the record yet. Go on, or start again."


@dataclass
class Opened:
    """A page, and what it asked of the window."""

    page: Page
    asked: Asked


Open = Callable[..., Opened]


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Open]:
    """Opens a page in a window; each is taken away as the window takes it away."""
    pages: list[Page] = []

    def make(
        desk: Desk, kind: Callable[..., Page], name: str = "Tilbrook", **more: object
    ) -> Opened:
        navigator, asked = listening()
        page = kind(desk, navigator, family(desk, name), **more)
        navigator.setParent(page)
        show(qtbot, page)
        pages.append(page)
        return Opened(page, asked)

    yield make
    for page in pages:
        page.left()


@pytest.fixture
def crash(tmp_path: Path) -> Iterator[Callable[[Desk], Desk]]:
    """Opens the store anew from the files as they are."""
    desks: list[Desk] = []

    def make(desk: Desk) -> Desk:
        desks.append(after_a_crash(desk, tmp_path / f"after {len(desks)}"))
        return desks[-1]

    yield make
    for desk in desks:
        desk.close()


def kept(qtbot: QtBot, asked: Asked) -> None:
    """Wait, without leaving the box, until the window says that it is saved."""
    before = asked.saved
    qtbot.waitUntil(lambda: asked.saved > before, timeout=LONGEST * 5)


def long_box(page: Page) -> TextArea:
    return next(box for box in page.findChildren(TextArea) if box.isVisible())


def said(page: object) -> str:
    labels = page.findChildren(QLabel)  # type: ignore[attr-defined]
    return " | ".join(label.text() for label in labels if label.isVisible())


@pytest.mark.parametrize("kind", SMALL)
def test_typing_is_kept_by_itself_and_is_there_after_a_crash(
    qtbot: QtBot,
    demo_desk: Desk,
    opened: Open,
    crash: Callable[[Desk], Desk],
    kind: type[SmallForm],
) -> None:
    first = opened(demo_desk, kind)
    assert "You began" not in said(first.page)
    qtbot.keyClicks(long_box(first.page), "She rang")
    assert first.asked.saved == 0
    assert "Saved" not in said(first.page)
    kept(qtbot, first.asked)
    assert "Saved 10:42" in said(first.page)
    after = crash(demo_desk)
    again = opened(after, kind)
    assert long_box(again.page).value() == "She rang"
    assert BEGUN in said(again.page)
    assert nameless(again.page) == []
    other = opened(after, kind, OTHER)
    assert long_box(other.page).value() == ""
    for second in set(SMALL) - {kind}:
        assert long_box(opened(after, second).page).value() == ""


def test_every_kind_of_answer_comes_back(qtbot: QtBot, demo_desk: Desk, opened: Open) -> None:
    first = opened(demo_desk, SharingPage)
    assert isinstance(first.page, SharingPage)
    rows = first.page.rows
    rows["information"].editor.box("health").click()  # type: ignore[attr-defined]
    rows["family_told"].editor.button(False).click()  # type: ignore[attr-defined]
    qtbot.keyClicks(rows["family_not_told_why"].editor, "It is not safe yet")
    rows["shared_on"].editor.set_value("31/2/2026")  # type: ignore[attr-defined]
    someone = first.page.case.people[0]
    rows["people"].editor.box(str(someone.id)).click()  # type: ignore[attr-defined]
    first.page.keep()
    again = opened(demo_desk, SharingPage).page
    assert isinstance(again, SharingPage)
    values = {key: row.editor.value() for key, row in again.rows.items()}  # type: ignore[attr-defined]
    assert values["information"] == ["health"]
    assert values["family_told"] is False
    assert values["family_not_told_why"] == "It is not safe yet"
    assert again.rows["family_not_told_why"].isVisible()
    assert again.rows["shared_on"].editor.typed() == "31/2/2026"  # type: ignore[attr-defined]
    assert str(someone.id) not in values["people"]


def test_once_it_is_recorded_the_draft_is_gone(qtbot: QtBot, demo_desk: Desk, opened: Open) -> None:
    first = opened(demo_desk, WithdrawalPage)
    assert isinstance(first.page, WithdrawalPage)
    qtbot.keyClicks(first.page.by, "Dawn")
    kept(qtbot, first.asked)
    case_id = family(demo_desk, "Tilbrook")
    assert demo_desk.drafts.get(case_id, "withdrawal") is not None
    first.page.record_button.click()
    assert demo_desk.drafts.of_case(case_id) == {}
    first.page.keep()
    assert first.page.may_leave()
    assert demo_desk.drafts.of_case(case_id) == {}
    assert "not in the record" not in " ".join(first.asked.said)


def test_leaving_says_that_it_is_kept_and_no_record(
    qtbot: QtBot, demo_desk: Desk, opened: Open
) -> None:
    first = opened(demo_desk, WithdrawalPage)
    assert first.page.may_leave()
    assert first.asked.said == []
    qtbot.keyClicks(long_box(first.page), "She rang")
    assert first.page.may_leave()
    assert first.asked.said == ["Kept for you. It is not in the record yet."]
    assert long_box(opened(demo_desk, WithdrawalPage).page).value() == "She rang"


def test_leaving_asks_when_it_cannot_be_kept(
    qtbot: QtBot, demo_desk: Desk, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_a: object, **_k: object) -> None:
        raise EhdeskError("The disk is full", "Nothing is lost.", "Free some space.")

    first = opened(demo_desk, WithdrawalPage)
    qtbot.keyClicks(long_box(first.page), "She rang")
    with monkeypatch.context() as broken:
        broken.setattr(demo_desk.drafts, "keep", full)
        broken.setattr(ask, "answers", [False])
        assert not first.page.may_leave()
    assert str(first.asked.errors[-1]).startswith("The disk is full")
    assert first.page.may_leave()
    assert long_box(opened(demo_desk, WithdrawalPage).page).value() == "She rang"


def test_starting_again_empties_the_page_and_can_be_taken_back(
    qtbot: QtBot, demo_desk: Desk, opened: Open
) -> None:
    case_id = family(demo_desk, "Tilbrook")
    demo_desk.drafts.keep(case_id, "withdrawal", {"how": "She rang"})
    demo_desk.clock.move_to(demo_desk.clock.now() + timedelta(days=1))  # type: ignore[attr-defined]
    page = opened(demo_desk, WithdrawalPage).page
    assert isinstance(page, WithdrawalPage)
    assert "You began this on 17 November 2026 at 10:42." in said(page)
    again = page.draft.note.button
    again.click()
    assert page.how.value() == ""
    assert page.on.value() == demo_desk.clock.today().isoformat()
    assert demo_desk.drafts.get(case_id, "withdrawal") is None
    assert again.text() == "Bring it back"
    again.click()
    assert page.how.value() == "She rang"
    assert demo_desk.drafts.get(case_id, "withdrawal") is not None
    again.click()
    qtbot.keyClicks(page.how, "He wrote")
    assert page.draft.note.isHidden()


def test_what_is_deleted_again_leaves_no_draft(qtbot: QtBot, demo_desk: Desk, opened: Open) -> None:
    page = opened(demo_desk, WithdrawalPage).page
    type_into(long_box(page), "She rang")
    page.keep()
    assert demo_desk.drafts.of_case(family(demo_desk, "Tilbrook"))
    type_into(long_box(page), "")
    QTest.keyClick(long_box(page), Qt.Key.Key_Delete)
    page.keep()
    assert demo_desk.drafts.of_case(family(demo_desk, "Tilbrook")) == {}


def test_each_correction_is_a_draft_of_its_own(qtbot: QtBot, demo_desk: Desk, opened: Open) -> None:
    line = demo_desk.cases.get(family(demo_desk, "Tilbrook")).disclosures[-1]
    correcting = opened(demo_desk, SharingPage, corrects=line.id).page
    assert isinstance(correcting, SharingPage)
    type_into(correcting.rows["purpose"].editor, "Put right")
    correcting.keep()
    assert long_box(opened(demo_desk, SharingPage).page).value() == ""
    again = opened(demo_desk, SharingPage, corrects=line.id).page
    assert isinstance(again, SharingPage)
    assert again.rows["purpose"].editor.value() == "Put right"  # type: ignore[attr-defined]


def test_why_a_step_was_made_is_kept_with_its_card_until_it_is_recorded(
    qtbot: QtBot, demo_desk: Desk, opened: Open, crash: Callable[[Desk], Desk]
) -> None:
    first = opened(demo_desk, StepPage, "Marchetti")
    assert isinstance(first.page, StepPage)
    move = "back_to_request"
    first.page.moves.button(move).click()
    first.page.keep()
    assert demo_desk.drafts.of_case(family(demo_desk, "Marchetti")) == {}
    qtbot.keyClicks(first.page.why, "The school rang.")
    kept(qtbot, first.asked)
    after = crash(demo_desk)
    page = opened(after, StepPage, "Marchetti").page
    assert isinstance(page, StepPage)
    assert (page.moves.value(), page.why.value()) == (move, "The school rang.")
    other = opened(after, StepPage, "Marchetti", move="taken_by_das").page
    assert isinstance(other, StepPage)
    assert other.why.value() == ""
    page.record.click()
    assert after.drafts.of_case(family(after, "Marchetti")) == {}


def test_the_call_to_the_duty_service_is_kept_while_it_is_written_down(
    qtbot: QtBot, demo_desk: Desk, crash: Callable[[Desk], Desk]
) -> None:
    case_id = family(demo_desk, "Tilbrook")
    view = DasView(demo_desk, case_id)
    show(qtbot, view)
    with qtbot.waitSignal(view.draft.autosave.saved):
        qtbot.keyClicks(view.said, "Bruises seen today")
    assert view.draft.save_line.isVisible()
    assert view.draft.save_line.text() == "Saved 10:42"
    after = crash(demo_desk)
    again = DasView(after, case_id)
    show(qtbot, again)
    assert again.said.value() == "Bruises seen today"
    assert BEGUN in said(again)
    assert nameless(again) == []
    qtbot.keyClicks(again.who, "Duty worker")
    again.meanwhile.button("goes_on").click()
    again.record.click()
    assert after.drafts.of_case(case_id) == {}


def test_an_addition_is_kept_until_it_is_added(
    qtbot: QtBot, demo_desk: Desk, crash: Callable[[Desk], Desk]
) -> None:
    page, asked = open_case(qtbot, demo_desk, "Tilbrook", "record")
    tab = page.tab
    assert isinstance(tab, RecordTab)
    tab.parts.button("added").click()
    qtbot.keyClicks(tab.additions.text, "A letter came")
    kept(qtbot, asked)
    after = crash(demo_desk)
    page, asked = open_case(qtbot, after, "Tilbrook", "record")
    tab = page.tab
    assert isinstance(tab, RecordTab)
    tab.parts.button("added").click()
    assert tab.additions.text.value() == "A letter came"
    assert BEGUN in said(page)
    tab.additions.add_button.click()
    case_id = family(after, "Tilbrook")
    assert after.cases.get(case_id).additions[-1].text == "A letter came"
    assert after.drafts.of_case(case_id) == {}
    assert "You began" not in said(page)
    qtbot.keyClicks(tab.additions.text, "And another")
    page.keep()
    draft = after.drafts.get(case_id, "addition")
    assert draft is not None
    assert draft.typed == {"text": "And another", "on": "2026-11-17"}
    page.left()


def plan_of(qtbot: QtBot, desk: Desk) -> tuple[PlanTab, Asked]:
    page, asked = open_case(qtbot, desk, "Tilbrook", "plan")
    assert isinstance(page.tab, PlanTab)
    return page.tab, asked


def test_an_action_half_written_is_in_its_boxes_again_after_a_crash(
    qtbot: QtBot, demo_desk: Desk, crash: Callable[[Desk], Desk]
) -> None:
    tab, asked = plan_of(qtbot, demo_desk)
    row = tab.outcomes[0].rows[0]
    before = row.typed()["what"]
    row.open_asked.emit()
    assert row.form is not None
    type_into(row.form.what, "Half a thou")
    kept(qtbot, asked)
    after = crash(demo_desk)
    tab, asked = plan_of(qtbot, after)
    row = tab.outcomes[0].rows[0]
    assert row.is_open
    assert row.form is not None
    assert row.form.what.value() == "Half a thou"
    tab.keep()
    case = after.cases.get(family(after, "Tilbrook"))
    assert case.outcomes[0].actions[0].what == before, "it was only looked at"
    assert row.is_open
    QTest.keyClick(row.form.what, Qt.Key.Key_Return)
    case = after.cases.get(case.id)
    assert case.outcomes[0].actions[0].what == "Half a thou"
    assert after.drafts.of_case(case.id) == {}


def test_a_new_action_and_a_new_outcome_come_back_too_and_can_be_put_back(
    qtbot: QtBot, demo_desk: Desk, crash: Callable[[Desk], Desk]
) -> None:
    case_id = family(demo_desk, "Tilbrook")
    tab, asked = plan_of(qtbot, demo_desk)
    tab.add_button.click()
    assert tab.new_outcome is not None
    qtbot.keyClicks(tab.new_outcome.words, "Calmer mornings")
    kept(qtbot, asked)
    tab.outcomes[0].add_button.click()
    new_row = tab.outcomes[0].new_row
    assert new_row is not None
    assert new_row.form is not None
    qtbot.keyClicks(new_row.form.who, "Dawn")
    kept(qtbot, asked)
    after = crash(demo_desk)
    tab, asked = plan_of(qtbot, after)
    assert tab.new_outcome is not None
    assert tab.new_outcome.words.value() == "Calmer mornings"
    new_row = tab.outcomes[0].new_row
    assert new_row is not None
    assert new_row.form is not None
    assert new_row.form.who.value() == "Dawn"
    new_row.form.put_back.emit()
    assert list(after.drafts.of_case(case_id)) == ["plan outcome"]
    tab.new_outcome.put_back.emit()
    assert after.drafts.of_case(case_id) == {}
    assert tab.new_outcome is None


def test_an_outcome_being_changed_comes_back(
    qtbot: QtBot, demo_desk: Desk, crash: Callable[[Desk], Desk]
) -> None:
    tab, asked = plan_of(qtbot, demo_desk)
    tab.outcomes[0].edit_asked.emit()
    edit = tab.outcomes[0].edit
    assert edit is not None
    type_into(edit.title, "Mornings that")
    kept(qtbot, asked)
    after = crash(demo_desk)
    tab, asked = plan_of(qtbot, after)
    edit = tab.outcomes[0].edit
    assert edit is not None
    assert edit.title.value() == "Mornings that"
    edit.done_button.click()
    case = after.cases.get(family(after, "Tilbrook"))
    assert case.outcomes[0].title == "Mornings that"
    assert after.drafts.of_case(case.id) == {}


def test_the_page_is_made_anew_from_the_draft_each_time_it_is_gone_to() -> None:
    area_kinds = {"withdrawal", "sharing", "not_sharing", "step"}
    made: list[Place] = []

    def make(place: Place) -> Page:
        made.append(place)
        page = Page()
        page.made_anew = place.kind in area_kinds
        return page

    area = PageArea(make)
    for kind in sorted(area_kinds):
        for there in (Place("today"), Place(kind, case_id=UUID(int=1)), Place("today")):
            area.go(there)
    for kind in sorted(area_kinds):
        area.go(Place(kind, case_id=UUID(int=1)))
    assert sum(place.kind in area_kinds for place in made) == 2 * len(area_kinds)
