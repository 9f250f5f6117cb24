"""What is due does not go out of sight while another has the case, and what was decided is done."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from ehdesk.demo import panel_answers
from ehdesk.demo import side_roads as road
from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from ehdesk.domain.disclosures import Sharing
from ehdesk.domain.lead_duties import lead_duties
from ehdesk.domain.pathway import State
from ehdesk.kernel.clock import LONDON, SetClock
from ehdesk.kernel.errors import NotAllowed
from tests.desks import TODAY, a_journey, a_plan
from tests.services.due_of import a_plan_on, due, one

WAITS = "waits until DAS has answered"


def in_short_work(desk: Desk) -> Journey:
    go = a_journey(desk)
    go.send(80)
    go.decide(78, "twelve_weeks")
    return go


def assessing(desk: Desk) -> Journey:
    go = a_journey(desk)
    go.send(40)
    go.decide(38, "eha")
    return go


def planned(desk: Desk) -> Journey:
    go = a_plan(desk)
    go.meet(20, next_days_ago=-20)
    return go


def with_the_panel(desk: Desk) -> Journey:
    go = planned(desk)
    go.refer_to_panel(12)
    return go


ROADS = {
    "twelve_weeks": (in_short_work, {"end_short_work", "holidays"}),
    "assessing": (assessing, {"assess", "oversight", "drift", "holidays"}),
    "plan": (planned, {"review", "meeting", "action", "oversight", "drift", "holidays"}),
    "masp": (with_the_panel, {"panel", "review", "meeting", "action", "oversight", "holidays"}),
}


@pytest.mark.parametrize("meanwhile", ["goes_on", "waits"])
@pytest.mark.parametrize("name", ROADS)
def test_the_road_stays_due_while_the_duty_service_has_the_case(
    desk: Desk, name: str, meanwhile: str
) -> None:
    begin, kinds = ROADS[name]
    go = begin(desk)
    before = {found.kind for found in desk.cases.obligations(go.case)}
    road.ring_das(go, 2, "A bruise.", meanwhile=meanwhile)
    go.on(0)
    assert go.case.state is State.DAS
    now = desk.cases.obligations(go.case)
    assert now[0].kind == "safeguarding"
    assert {found.kind for found in now} == before | {"safeguarding"}
    assert kinds <= before
    told = {found.kind for found in now if WAITS in found.detail}
    if meanwhile == "waits":
        assert kinds - {"oversight", "drift", "holidays"} <= told
    else:
        assert told <= {"end_short_work", "panel"}, "only what cannot be done from there"
    _all_is_drawn(desk, go)


def test_a_request_that_nobody_took_on_begins_to_wait_anew(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(3)
    go.ring_das("A bruise.")
    assert [found.kind for found in desk.cases.obligations(go.case)] == ["safeguarding"]


def test_an_assessment_is_begun_while_the_duty_service_has_the_case(desk: Desk) -> None:
    go = assessing(desk)
    road.ring_das(go, 2, "A bruise.", meanwhile="goes_on")
    go.on(0)
    desk.assessments.open(go.case_id)
    assert go.case.draft("eha") is not None
    asked = a_journey(desk, 4)
    asked.send(3)
    asked.ring_das("A bruise.")
    with pytest.raises(NotAllowed, match="accepted for one"):
        desk.assessments.open(asked.case_id)


@pytest.mark.parametrize("where", ["masp", "das"])
@pytest.mark.parametrize("decision", ["close", "step_up"])
def test_what_a_review_decides_is_due_wherever_the_case_is(
    desk: Desk, where: str, decision: str
) -> None:
    go = planned(desk)
    if where == "masp":
        go.refer_to_panel(12)
    else:
        road.ring_das(go, 12, "A bruise.", meanwhile="goes_on")
    go.review(5, decision=decision)
    go.on(0)
    expected = [] if (where, decision) == ("das", "step_up") else [go.today - timedelta(5)]
    assert [found.waiting_since for found in due(go, decision)] == expected, "DAS has it already"
    if where == "masp" and decision == "close":
        go.panel_decides(0, "susd")
        assert not due(go, "close"), "the panel said otherwise since"


def test_a_closing_can_be_disagreed_about_until_it_is_settled(desk: Desk) -> None:
    go = a_plan(desk)
    go.close(3)
    go.on(0)
    assert not due(go, "disagreement")
    key = desk.disagreements.raise_it(
        go.case_id, about="The closing", with_whom="School", on=TODAY, said="Too soon."
    )
    assert one(go, "disagreement").due is not None
    answer_by = one(go, "disagreement").due
    assert answer_by is not None
    assert isinstance(desk.clock, SetClock)
    desk.clock.move_to(datetime.combine(answer_by, time(9), LONDON))
    assert [item.kind for item in desk.lists.today().due_today] == ["disagreement"]
    desk.disagreements.answer(go.case_id, key, on=TODAY, said="The needs are met.")
    assert one(go, "disagreement").due is None
    desk.disagreements.settle(go.case_id, key, on=TODAY, said="A look in spring.")
    assert not due(go, "disagreement")


def test_consent_is_asked_about_again_in_short_work_and_with_the_panel(desk: Desk) -> None:
    go = in_short_work(desk)
    go.on(0)
    assert one(go, "ask_consent").due is not None
    road.ring_das(go, 0, "A bruise.", meanwhile="waits")
    assert due(go, "ask_consent")
    asked = a_journey(desk, 4)
    asked.send(3)
    assert not due(asked, "ask_consent"), "nobody helps yet"


def test_a_lead_to_change_is_handed_over(desk: Desk) -> None:
    go = a_plan(desk)
    go.review(5, decision="change_lead")
    go.on(0)
    assert one(go, "hand_over").waiting_since == go.today - timedelta(5)
    assert desk.cases.obligations(go.case)[0].kind != "hand_over", "the plan goes on"
    road.hand_over(go, 0)
    assert not due(go, "hand_over")


def test_a_referral_that_a_meeting_decided_is_due_until_it_is_in_the_log(desk: Desk) -> None:
    go = a_plan(desk)
    day = go.on(4)
    record = desk.meetings.start(go.case_id)
    answers = go._meeting(record, day, -20)
    go.save(record, answers | {"next.decision": "refer", "next.decision_note": "To CAMHS."})
    desk.meetings.finish(record)
    go.on(0)
    assert one(go, "refer").waiting_since == go.today - timedelta(4)
    for title in ("Minutes of TAF 2", "Referral to CAMHS"):
        assert due(go, "refer")
        desk.disclosures.record(
            go.case_id,
            Sharing(
                shared_on=TODAY,
                recipient="CAMHS",
                title=title,
                purpose="So that they can help.",
                people=(go.case.people[0].id,),
                information=("plan",),
                basis="public_task",
                agreement="Consent form",
            ),
        )
    assert not due(go, "refer")


def test_what_the_panel_left_goes_into_the_plan_and_back_on_its_day(desk: Desk) -> None:
    go = with_the_panel(desk)
    go.panel_decides(6, "susd")
    go.on(0)
    said = panel_answers.panel(go.today - timedelta(6), "susd")
    by_when = date.fromisoformat(said["follow.actions"][0]["by_when"])
    found = one(go, "panel_actions")
    assert (found.due, found.detail) == (by_when, "1 action")
    go.meet(2)
    go.on(0)
    assert not due(go, "panel_actions"), "the meeting had it on its agenda"
    again = one(go, "panel_again")
    assert again.due == date.fromisoformat(said["follow.review_on"])
    go.review(0)
    assert due(go, "panel_again"), "a review before that day settles nothing"
    later = a_journey(desk, 4)
    later.case_id = go.case_id
    later.on(-80)
    go.refer_to_panel(-80)
    assert not due(go, "panel_again")


def test_a_tick_in_the_holiday_does_not_say_who_holds_the_family(desk: Desk) -> None:
    go = a_plan_on(desk, date(2027, 5, 6), date(2027, 7, 20))
    action = next(one for one in go.case.actions if one.is_open)
    desk.plans.mark_done(go.case_id, action.id)
    assert one(go, "holidays").due == date(2027, 7, 9)
    go = a_plan_on(desk, date(2027, 5, 6), date(2027, 9, 20))
    go.contact(0, "call", "Back at school.")
    assert one(go, "holidays").due == date(2028, 7, 14), "the summer is over"


def test_only_attempts_since_the_family_was_reached_close_a_case(desk: Desk) -> None:
    go = a_plan(desk)
    road.nobody_in(go, 30, 28, 26)
    go.contact(20, "call", "Dawn answered.")
    said = {"masp_asked": "considered", "masp": "Nothing to add."}
    with pytest.raises(NotAllowed, match="since the family was last reached"):
        road.close_for(go, 0, "DE", **said)
    road.nobody_in(go, 0, 0, 0)
    draft = go.case.draft("closure")
    assert draft is not None
    go.finish_closing(draft.id)
    assert go.case.state is State.CLOSED


def test_a_talk_with_the_school_is_no_talk_with_the_family(desk: Desk) -> None:
    go = a_plan(desk)
    road.nobody_in(go, 12, 10, 8)
    go.on(6)
    record = desk.contacts.start(go.case_id)
    school = str(go.case.professionals[0].id)
    answers = {"kind": "call", "people": [school], "reached": "yes", "said": "Not seen there."}
    go.save(record, {f"contact.{key}": said for key, said in answers.items()})
    desk.contacts.finish(record)
    go.on(0)
    assert one(go, "panel_first").detail == "3 attempts to reach the family recorded"


def test_the_duties_say_what_is_due(desk: Desk) -> None:
    go = a_plan(desk)
    go.meet(9)
    go.on(0)
    stands = {duty.code: duty.stands for duty in lead_duties(go.case, desk.pack, TODAY)}
    detail = one(go, "minutes").detail.split(" have")[0]
    assert stands["minutes"].words.startswith(detail)
    assert not stands["minutes"].is_met, "one still waits for them"
    summer = a_plan_on(desk, date(2027, 5, 6), date(2027, 7, 20))
    assert one(summer, "review").due == date(2027, 7, 9)
    duties = lead_duties(summer.case, desk.pack, date(2027, 7, 20))
    records = next(duty.stands for duty in duties if duty.code == "records")
    assert (records.is_met, records.opens) == (False, "review"), "it was to be before the summer"


def test_with_the_duty_service_a_case_goes_on_in_its_timeline(desk: Desk) -> None:
    go = planned(desk)
    road.ring_das(go, 2, "A bruise.", meanwhile="waits")
    go.on(0)
    stages = [entry for entry in desk.cases.timeline(go.case) if entry.lane == "pathway"]
    assert [entry.title for entry in stages][-2:] == [
        "Referred for safeguarding",
        "Next: the answer of DAS",
    ]
    assert stages[-2].now
    asked = a_journey(desk, 4)
    asked.send(5)
    asked.withdraw(1, "Not wanted any more.")
    ended = [entry for entry in desk.cases.timeline(asked.case) if entry.lane == "pathway"]
    assert ended[-1].title == "Withdrawn"


def _all_is_drawn(desk: Desk, go: Journey) -> None:
    """Each due thing is on the timeline: in its own lane, or in the lane of what is due."""
    entries = desk.cases.timeline(go.case)
    drawn = {entry.title for entry in entries if entry.lane == "due"}
    lanes = {"review": "reviews", "meeting": "meetings", "action": "actions"}
    for found in desk.cases.obligations(go.case):
        lane = lanes.get(found.kind)
        if lane is None:
            assert found.title in drawn
        else:
            days = {entry.due or entry.start for entry in entries if entry.lane == lane}
            assert found.due in days, f"{found.title} is not drawn"
