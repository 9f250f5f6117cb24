"""What is due for a family: each thing appears on its day, says why, and leaves when it is done."""

from __future__ import annotations

from datetime import date, timedelta

from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from ehdesk.domain.disclosures import Sharing
from ehdesk.services.pauses import PauseWanted
from tests.desks import a_journey, a_plan
from tests.services.due_of import a_plan_on, due, journey_to, one

DAY = timedelta(days=1)


def test_a_decision_is_due_in_working_days(desk: Desk) -> None:
    go = journey_to(desk, date(2026, 12, 23))
    go.send(0)
    found = one(go, "decide")
    assert found.due == date(2026, 12, 30), "three working days, Christmas left out"
    assert found.waiting_since == date(2026, 12, 23)
    go.decide(0, "eha")
    assert not due(go, "decide")


def test_checks_that_nobody_answered_are_asked_for_again(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(20)
    assert not due(go, "checks")
    go.accept(18, "eha", checks_first=True)
    found = one(go, "checks")
    assert found.title == "Ask again: 1 check not answered"
    assert found.due == go.today - 18 * DAY + 7 * DAY
    go.accept(11, "eha")
    assert not due(go, "checks")


def test_whoever_asked_is_told_of_each_decision(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(5)
    assert not due(go, "tell_referrer")
    go.accept(4, "eha", checks_first=True)
    assert one(go, "tell_referrer").due == go.today + DAY, "Monday, Tuesday, Wednesday"
    undo = desk.cases.tell_referrer(go.case_id)
    assert not due(go, "tell_referrer")
    undo()
    assert due(go, "tell_referrer")
    desk.cases.tell_referrer(go.case_id)
    go.accept(1, "eha")
    assert one(go, "tell_referrer").detail == "not told of the last decision"
    desk.cases.tell_referrer(go.case_id)
    assert not due(go, "tell_referrer")


def test_whoever_asked_is_told_of_a_second_decision_of_one_day(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(5)
    go.decide_otherwise(0, "returned")
    desk.cases.tell_referrer(go.case_id)
    assert not due(go, "tell_referrer")
    go.send_again(0)
    go.accept(0, "eha")
    assert due(go, "tell_referrer")
    desk.cases.tell_referrer(go.case_id)
    assert not due(go, "tell_referrer")


def test_whoever_asked_is_told_of_a_decision_that_ended_it(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(3)
    go.turn_down(1)
    assert [found.kind for found in desk.cases.obligations(go.case)] == ["tell_referrer"]
    desk.cases.tell_referrer(go.case_id)
    assert not desk.cases.obligations(go.case)


def test_the_minutes_of_the_last_meeting_go_to_everyone_named(desk: Desk) -> None:
    go = a_plan(desk)
    assert not due(go, "minutes"), "everyone had them on the day"
    go.meet(10)
    found = one(go, "minutes")
    assert found.due == go.today - 5 * DAY
    given, wanted = found.detail.split(" have")[0].split(" of ")
    assert int(given) == int(wanted) - 1
    for person in (*go.case.people, *go.case.professionals):
        name = getattr(person, "full_name", "") or getattr(person, "name", "")
        desk.disclosures.record(
            go.case_id,
            Sharing(
                shared_on=desk.clock.today(),
                recipient=name,
                title=found.title.removeprefix("Share the "),
                purpose="So that everyone knows what was agreed.",
                people=(go.case.people[0].id,),
                information=("plan",),
                basis="public_task",
                agreement="Consent form",
            ),
        )
    assert not due(go, "minutes")


def test_a_review_in_the_summer_is_proposed_before_it(desk: Desk) -> None:
    go = a_plan_on(desk, date(2027, 5, 6), date(2027, 5, 20))
    found = one(go, "review")
    assert found.due == date(2027, 7, 9), "the last day of school"
    assert found.detail == "review 1, would fall in the summer holiday, on 6 Aug 2027"
    (drawn,) = (entry for entry in desk.cases.timeline(go.case) if entry.kind == "review")
    assert drawn.start == date(2027, 7, 9)


def test_a_review_outside_the_summer_stays_where_it_is(desk: Desk) -> None:
    go = a_plan_on(desk, date(2027, 6, 10), date(2027, 6, 20))
    found = one(go, "review")
    assert (found.due, found.detail) == (date(2027, 9, 10), "review 1")


def test_a_first_meeting_in_the_summer_is_proposed_before_it(desk: Desk) -> None:
    go = journey_to(desk, date(2027, 6, 30))
    go.send(8)
    go.decide(6, "eha")
    go.on(0)
    found = one(go, "assess")
    assert found.due == date(2027, 7, 9)
    assert "would fall in the summer holiday, on 5 Aug 2027" in found.detail


def test_who_holds_a_family_is_asked_before_each_summer(desk: Desk) -> None:
    go = a_plan_on(desk, date(2027, 5, 6), date(2027, 5, 20))
    found = one(go, "holidays")
    assert found.title == "Say who holds this family in the summer holiday"
    assert found.due == date(2027, 7, 9)
    desk.cases.hold_in_holidays(go.case_id, "The family worker, on Tuesdays")
    assert one(go, "holidays").due == date(2028, 7, 14), "the next summer"
    desk.cases.hold_in_holidays(go.case_id, "")
    assert one(go, "holidays").due == date(2027, 7, 9)


def test_an_answer_for_a_summer_that_was_missed_is_none_for_the_next(desk: Desk) -> None:
    go = a_plan_on(desk, date(2027, 5, 6), date(2027, 10, 5))
    assert one(go, "holidays").due == date(2027, 7, 9)
    desk.cases.hold_in_holidays(go.case_id, "Nobody did: it was missed")
    assert one(go, "holidays").due == date(2028, 7, 14)
    for who in ("The aunt", "The aunt and the school"):
        desk.cases.hold_in_holidays(go.case_id, who)
        assert not due(go, "holidays"), "of 2029 the terms say nothing; an answer is put right"


def test_a_long_case_is_asked_about_until_a_manager_has_looked(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(400)
    go.decide(398, "eha")
    go.assess(390)
    go.first_taf(380)
    go.on(0)
    began = go.today - 398 * DAY
    found = one(go, "drift")
    assert found.due == date(began.year + 1, began.month, began.day)
    desk.oversight.note(go.case_id, "It goes on until the move is done.")
    assert one(go, "drift").due == date(began.year + 2, began.month, began.day)


def test_three_reviews_without_change_are_asked_about(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(330)
    go.decide(328, "eha")
    go.assess(320)
    go.first_taf(310)
    for days in (230, 150):
        go.review(days, up=0)
    assert [found.title for found in due(go, "drift")] == ["Ask why it is still open"]
    go.review(70, up=0)
    stuck = next(found for found in due(go, "drift") if found.due is None)
    assert stuck.detail == "3 reviews without change"
    assert stuck.waiting_since == go.today - 70 * DAY
    go.on(0)
    desk.oversight.note(go.case_id, "The plan is made anew at the next meeting.")
    assert all(found.due for found in due(go, "drift"))


def test_the_panel_is_thought_of_when_a_family_is_not_reached(desk: Desk) -> None:
    go = a_plan(desk)
    for days in (12, 10):
        go.contact(days, "call", "Nobody answered.", reached="no")
    assert not due(go, "panel_first")
    go.contact(8, "visit", "Nobody opened.", reached="no")
    found = one(go, "panel_first")
    assert found.waiting_since == go.today - 8 * DAY
    assert found.detail == "3 attempts to reach the family recorded"
    helper = [str(go.case.professionals[0].id)]
    restricted_contact(desk, go, people=helper)
    assert due(go, "panel_first"), "a talk with somebody who helps reaches nobody of the family"
    restricted_contact(desk, go, reached="no")
    assert one(go, "panel_first").detail == "4 attempts to reach the family recorded"
    restricted_contact(desk, go)
    assert not due(go, "panel_first"), "they were reached"


def restricted_contact(desk: Desk, go: Journey, **answers: object) -> None:
    """A restricted note of today: a call, with the family unless ``people`` says otherwise."""
    go.on(0)
    record = desk.contacts.start(go.case_id)
    said = {"kind": "call", "who": "Dawn", "said": "Kept apart.", "child_seen": "no"}
    said_so = said | {"restricted": "yes"} | answers
    go.save(record, {f"contact.{key}": value for key, value in said_so.items()})
    desk.contacts.finish(record)


def test_what_is_paused_says_so_and_stays(desk: Desk) -> None:
    go = a_plan(desk)
    before = {found.kind for found in desk.cases.obligations(go.case)}
    until = go.today + 20 * DAY
    desk.pauses.pause(go.case_id, PauseWanted(until, "They are with an aunt."))
    now = desk.cases.obligations(go.case)
    assert {found.kind for found in now} == before | {"pause"}
    assert all("paused until" in found.detail for found in now if found.kind != "pause")
    assert one(go, "pause").due == until


def test_the_same_things_stand_on_today_the_case_and_the_timeline(desk: Desk) -> None:
    go = a_plan(desk)
    go.meet(10)
    go.on(0)
    whole = desk.cases.obligations(go.case)
    read = desk.lists.today()
    items = (*read.overdue, *read.due_today, *read.waiting, *read.this_week)
    until = go.today + (6 - go.today.weekday()) * DAY
    near = {(o.kind, o.title, o.due, o.why) for o in whole if o.due is None or o.due <= until}
    assert {(item.kind, item.title, item.due, item.why) for item in items} == near
    drawn = {entry.title for entry in desk.cases.timeline(go.case) if entry.lane == "due"}
    assert drawn == {o.title for o in whole if o.kind not in ("action", "review", "meeting")}
