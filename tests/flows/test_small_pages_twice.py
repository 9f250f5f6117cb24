"""The small pages of a family, each used twice: the second time the page is a fresh one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from ehdesk.domain.lists import CaseFilter
from tests.desks import TODAY, DemoHome, a_journey, a_plan, new_desk
from tests.flows.conftest import Opened
from tests.person import Person
from tests.ui.window import unlock
from ui.app.desk_frame import DeskFrame
from ui.cases.small_form import SmallForm
from ui.kit.navigation import Place

Open = Callable[[Path], Opened]
IN_A_WEEK = (TODAY + timedelta(days=7)).isoformat()
IN_A_FORTNIGHT = (TODAY + timedelta(days=14)).isoformat()


class Family:
    """One family in an open window, and its small pages."""

    def __init__(self, frame: DeskFrame, me: Person, case_id: UUID) -> None:
        self.frame, self.me, self.case_id = frame, me, case_id

    def page(self, kind: str, **more: object) -> SmallForm:
        """Come to the page from somewhere else."""
        self.frame.area.go(Place("today"))
        self.frame.area.go(Place(kind, case_id=self.case_id, **more))
        page = self.frame.page
        assert isinstance(page, SmallForm)
        return page

    def record(self, kind: str, typed: dict[str, str], **more: object) -> None:
        """Fill a page in as it is found, and record it."""
        page = self.page(kind, **more)
        assert not page.draft.is_begun
        page.show_typed(typed)
        page.draft.note_change()
        for key in typed:
            assert page.rows[key].isVisible(), key
        page.record_button.click()
        assert self.frame.page is not page, page.summary.accessibleDescription()


@pytest.fixture
def opened(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> Callable[[Callable[[Desk], Journey]], Family]:
    def make(before: Callable[[Desk], Journey]) -> Family:
        desk = new_desk(tmp_path / "home")
        case_id = before(desk).case_id
        desk.close()
        application, me, _clock = open_window(tmp_path / "home")
        return Family(unlock(qtbot, application), me, case_id)

    return make


Make = Callable[[Callable[[Desk], Journey]], Family]


def _short(desk: Desk) -> Journey:
    go = a_journey(desk)
    go.send(35)
    go.decide(30, "twelve_weeks")
    go.on(0)
    return go


def test_a_pause_is_renewed_and_ended_on_the_page_on_which_it_began(opened: Make) -> None:
    family = opened(a_plan)
    family.record("pause", {"until": IN_A_WEEK, "reason": "Dawn is in hospital."})
    renewed = {"what": "pause", "until": IN_A_FORTNIGHT, "reason": "She is not home yet."}
    family.record("pause", renewed)
    family.record("pause", {"what": "resume", "reason": "She is home."})
    moves = [step.move for step in family.frame.desk.cases.get(family.case_id).steps]
    assert moves[-3:] == ["paused", "paused", "resumed"]
    assert not family.page("pause").rows["what"].isVisible()


def test_each_answer_of_the_duty_service_is_recorded_beside_its_own_call(opened: Make) -> None:
    family = opened(a_plan)
    desk = family.frame.desk
    for said in ("Bruises.", "More bruises."):
        desk.requests.refer_to_das(
            family.case_id, when=TODAY, who_took_it="Duty worker", reason=said
        )
        family.page("das_answer")
        family.me.sees(said)
        family.record("das_answer", {"what": "back_to_plan", "said": f"No action: {said}"})
    calls = desk.cases.get(family.case_id).das_referrals
    assert [call.answer for call in calls] == ["No action: Bruises.", "No action: More bruises."]


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        ("oversight_note", {"text": "I have read it."}, {"text": "I have read it again."}),
        ("holidays", {"who": "Anita Rowe"}, {"who": "The school"}),
        ("ehc_plan", {"plan": "no"}, {"plan": "yes", "mode": "two_plans"}),
        (
            "disagreement",
            {"about": "The threshold", "with_whom": "The hub", "said": "We see more needs."},
            {"about": "The lead", "with_whom": "The school", "said": "Nobody can."},
        ),
    ],
)
def test_a_second_entry_finds_the_page_ready_for_it(
    opened: Make, kind: str, first: dict[str, str], second: dict[str, str]
) -> None:
    family = opened(a_plan)
    family.record(kind, first)
    family.record(kind, second)
    page = family.page(kind)
    page.show_typed(first | {next(iter(first)): "Half a"})
    page.draft.note_change()
    family.frame.area.go(Place("today"))
    assert family.page(kind).draft.is_begun, "what is typed the third time is kept"


def test_work_notes_are_added_one_after_another(opened: Make) -> None:
    family = opened(_short)
    for words in ("A visit.", "A call."):
        page = family.page("short_work")
        assert page.rows["note"].editor.value() == ""  # type: ignore[attr-defined]
        page.show_typed({"note": words})
        page.record_button.click()
        family.me.sees(words)
    added = family.frame.desk.cases.get(family.case_id).additions
    assert [one.text for one in added] == ["A visit.", "A call."]


def test_a_restricted_note_asks_again_however_its_page_was_left(
    open_window: Open, demo_home: DemoHome, tmp_path: Path, qtbot: QtBot
) -> None:
    application, me, _clock = open_window(demo_home.copy_to(tmp_path / "home").root)
    frame = unlock(qtbot, application)
    cases = [frame.desk.cases.get(key) for key in frame.desk.lists.case_ids(CaseFilter()).ids]
    case, note = next((case, one) for case in cases for one in case.contacts if one.restricted)
    before = len(case.openings)
    place = Place("restricted", case_id=case.id, contact_id=note.id)
    for reason in ("A call from the school.", "A second call."):
        frame.area.go(place)
        assert not me.can_see("What it says")
        me.write("Why do you open it?", reason)
        me.press("Open the note")
        me.sees("What it says")
        me.press("Cases")
    opened = frame.desk.cases.get(case.id).openings[before:]
    assert [one.reason for one in opened] == ["A call from the school.", "A second call."]
