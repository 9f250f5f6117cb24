"""The inbox of requests, and what became of those that somebody sent."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ehdesk.desk import Desk
from ehdesk.domain.inbox import reply_by
from ehdesk.domain.pathway import State
from tests.desks import TODAY, a_journey
from tests.documents.reading import page_text, squeeze
from tests.services.due_of import one
from tests.ui.asked import counted_statements


def test_each_request_says_who_asked_since_when_it_waits_and_by_when_to_reply(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(1)
    go.begin_checks(0, 1)
    go.on(0)
    (line,) = desk.lists.inbox().lines
    assert line.case.case_id == go.case_id
    assert line.asker == "Priya Nair, Larkmoor Primary"
    assert line.since == line.sent_on == TODAY - timedelta(days=1)
    assert reply_by(line, desk.pack) == TODAY + timedelta(days=2)
    assert (line.checks, line.checks_back) == (2, 1)


def test_the_oldest_comes_first_within_each_state(desk: Desk) -> None:
    for family, days in ((1, 2), (2, 9), (4, 5)):
        a_journey(desk, family).send(days)
    late = a_journey(desk, 5)
    late.send(8)
    late.accept(7, "twelve_weeks", checks_first=True)
    late.on(0)
    inbox = desk.lists.inbox()
    days = [(line.case.state, (TODAY - (line.since or TODAY)).days) for line in inbox.lines]
    assert days == [("sent", 9), ("sent", 5), ("sent", 2), ("accepted", 7)]
    assert (inbox.total(State.SENT), inbox.total(State.ACCEPTED), inbox.total(State.HUB)) == (
        3,
        1,
        0,
    )


def test_a_request_that_was_sent_back_says_what_is_missing(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(6)
    go.decide_otherwise(4, "returned", **{"outcome.missing": "The children’s own words."})
    go.on(0)
    (line,) = desk.lists.inbox().lines
    assert line.case.state == State.RETURNED
    assert "Missing: The children’s own words." in line.why
    assert line.since == TODAY - timedelta(days=4)
    assert reply_by(line, desk.pack) is None, "nobody waits for a reply to it"


def test_the_reply_clock_begins_anew_after_the_duty_service_as_on_today(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(6)
    go.on(5)
    desk.requests.refer_to_das(
        go.case_id, when=desk.clock.today(), who_took_it="The duty worker", reason="A mark."
    )
    go.on(4)
    desk.steps.record(
        go.case_id, "back_to_request", on=desk.clock.today(), reason="No further action."
    )
    go.on(0)
    (line,) = desk.lists.inbox().lines
    assert line.since == line.sent_on == TODAY - timedelta(days=4)
    decide = one(go, "decide")
    assert reply_by(line, desk.pack) == decide.due
    (mine,) = desk.lists.requests_sent()
    assert (mine.sent_on, mine.waits_since) == (TODAY - timedelta(days=6), decide.waiting_since)


def test_what_became_of_the_requests_that_one_sent(desk: Desk) -> None:
    told = a_journey(desk, 1)
    told.send(20)
    told.turn_down(18)
    waits = a_journey(desk, 2)
    waits.send(3)
    back = a_journey(desk, 4)
    back.send(9)
    back.decide_otherwise(7, "returned")
    a_journey(desk, 5).begin(1)
    waits.on(0)
    lines = desk.lists.requests_sent()
    assert [(line.case.state, line.move) for line in lines] == [
        ("sent", ""),
        ("returned", "return_request"),
        ("signposted", "not_met"),
    ]
    assert lines[2].answered_on == TODAY - timedelta(days=18)


@pytest.mark.parametrize("read", ["inbox", "requests_sent"])
def test_the_store_is_asked_once_however_many_requests_there_are(desk: Desk, read: str) -> None:
    for family in (1, 2, 4):
        a_journey(desk, family).send(family)
    with counted_statements(desk) as statements:
        assert getattr(desk.lists, read)()
    assert len(statements) == 1


def test_assessments_that_run_are_found_by_family_by_likeness_and_by_name(demo_desk: Desk) -> None:
    asks = demo_desk.lists.case_id("EH-26-0005")
    assert asks is not None
    assert demo_desk.triage.joinable(asks) == ()
    (found,) = demo_desk.triage.joinable(asks, "vadg")
    assert found.told.startswith("Vadgama family, EH-26-")
    assert found.why == "Found by name"
    assert demo_desk.triage.joinable(asks, "nobody of that name") == ()


def test_a_child_who_is_in_another_family_is_found_where_an_assessment_runs(desk: Desk) -> None:
    first = a_journey(desk)
    first.send(40)
    first.decide(38, "eha")
    again = a_journey(desk)
    again.send(2)
    again.on(0)
    (found,) = desk.triage.joinable(again.case_id)
    assert found.case_id == first.case_id
    assert found.why.startswith("Like ")


def test_caseloads_are_in_families(desk: Desk) -> None:
    assert desk.triage.caseloads() == {}
    for family in (1, 2):
        go = a_journey(desk, family)
        go.send(20)
        go.decide(18, "twelve_weeks")
    assert desk.triage.caseloads() == {str(desk.user.id): "2 families"}


def test_an_assessment_of_another_family_can_be_joined(desk: Desk) -> None:
    runs = a_journey(desk, 1)
    runs.send(40)
    runs.decide(38, "eha")
    asks = a_journey(desk, 2)
    asks.send(4)
    asks.decide_otherwise(
        2, "joins", **{"outcome.joins": str(runs.case_id), "outcome.joins_where": ""}
    )
    case = desk.cases.get(asks.case_id)
    assert case.state is State.JOINED
    assert case.joins_case_id == runs.case_id
    there = {one.name for one in desk.cases.get(runs.case_id).professionals}
    assert "Priya Nair" in there


def test_a_request_and_the_assessment_of_another_family_that_it_joined_say_so_both_ways(
    desk: Desk,
) -> None:
    runs = a_journey(desk, 1)
    runs.send(40)
    runs.decide(38, "eha")
    asks = a_journey(desk, 2)
    asks.send(4)
    asks.decide_otherwise(
        2, "joins", **{"outcome.joins": str(runs.case_id), "outcome.joins_where": ""}
    )
    joined, case = desk.cases.get(runs.case_id), desk.cases.get(asks.case_id)
    assert case.joins is not None
    assert (case.joins.id, case.joins.lead) == (runs.case_id, joined.lead)
    assert [one.id for one in joined.joined_by] == [asks.case_id]
    assert (joined.joins, case.joined_by) == (None, ())
    newest = desk.cases.steps_taken(case)[0]
    assert newest.why.startswith(f"{joined.family.title}, {joined.reference}. ")
    (told,) = (
        step for step in desk.cases.steps_taken(joined) if step.step.startswith("Professionals of")
    )
    assert (told.on, told.who) == (TODAY - timedelta(days=2), "Priya Nair")
    assert told.why == f"From {case.family.title}, {case.reference}"
    for paper, words in (
        ("decision-letter", f"{joined.lead} still leads."),
        ("decision-reply", f"It is led by {joined.lead}."),
    ):
        assert words in squeeze(page_text(desk.papers.build(paper, case.id)))
