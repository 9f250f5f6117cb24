"""From the first question to the closed case, through the services alone."""

from __future__ import annotations

from datetime import date

import pytest

from ehdesk.desk import Desk
from ehdesk.domain.pathway import State
from ehdesk.kernel.errors import EhdeskError, NotAllowed
from tests.desks import a_journey, reopen


def test_a_family_goes_from_the_request_to_a_closed_case(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(184)
    assert go.case.state is State.SENT
    go.decide(182, "eha")
    assert go.case.state is State.ASSESSING
    go.assess(176)
    go.first_taf(170)
    assert go.case.state is State.PLAN
    assert go.case.finished("eha"), "the first TAF meeting finalises the assessment"
    go.review(85, up=4)
    go.close(0)
    case = go.case
    assert case.state is State.CLOSED
    assert case.closed_on == date(2026, 11, 17)
    assert [step.move for step in case.steps] == [
        "begin",
        "send",
        "accept_for_hub",
        "hub_allocates",
        "first_taf",
        "review",
        "close",
    ]
    assert case.state == case.steps[-1].to_state
    assert desk.check() == ()


def test_each_step_is_in_the_history_and_on_the_timeline(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(40)
    go.decide(38, "eha")
    go.assess(30)
    go.first_taf(20)
    operations = {change.operation for change in desk.cases.changes(go.case_id)}
    assert {"Send the request", "Record a decision", "Record the meeting"} <= operations
    lanes = {entry.lane for entry in desk.cases.timeline(go.case)}
    assert {"pathway", "meetings", "reviews", "actions"} <= lanes
    reached = desk.cases.map_facts(go.case).dates
    assert {"request", "accepted", "checks", "assessment", "first_taf"} <= set(reached)


def test_a_request_cannot_be_sent_without_written_consent_but_is_kept(desk: Desk) -> None:
    go = a_journey(desk)
    go.begin(1)
    record = go.case.draft("request")
    assert record is not None
    assert (
        "Written consent is not recorded yet (rule: written consent gained)."
        in desk.requests.can_send(record.id)
    )
    sharing = desk.requests.sharing(record.id, way="anycomms", sent_on=desk.clock.today())
    with pytest.raises(NotAllowed, match="Written consent"):
        desk.requests.send(record.id, sharing)
    kept = reopen(desk)
    assert kept.forms.open(record.id).values["family.name"] == go.family.name
    kept.close()


def test_a_request_about_a_child_at_risk_goes_without_consent_when_the_reason_is_recorded(
    desk: Desk,
) -> None:
    go = a_journey(desk)
    go.begin(1)
    record = go.case.draft("request")
    assert record is not None
    go.save(
        record.id,
        {
            "before_you_start.harm": "yes",
            "consent.how": "not_yet",
            "consent.at_risk_reason": "Asking could put the child in more danger.",
        },
    )
    assert desk.requests.can_send(record.id) == ()


def test_a_safeguarding_call_moves_the_case_to_das_at_once(desk: Desk) -> None:
    go = a_journey(desk)
    go.begin(0)
    with pytest.raises(EhdeskError, match="who took the call"):
        desk.requests.refer_to_das(
            go.case_id, when=desk.clock.today(), who_took_it="", reason="Bruises."
        )
    desk.requests.refer_to_das(
        go.case_id, when=desk.clock.today(), who_took_it="Duty worker", reason="Bruises."
    )
    assert go.case.state is State.DAS
    assert desk.cases.obligations(go.case)[0].kind == "safeguarding"


def test_a_decision_is_not_recorded_without_its_reason(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(3)
    record = go.begin_checks(2, 2)
    go.save(record, {"outcome.threshold": "met", "outcome.route": "eha"})
    with pytest.raises(NotAllowed, match="reason"):
        desk.decisions.record(record)
    assert go.case.state is State.SENT
    assert desk.forms.open(record).values["outcome.route"] == "eha", "what was filled in is kept"


def test_a_decision_against_the_guidance_asks_why_and_nothing_more(desk: Desk) -> None:
    go = a_journey(desk)  # four needs, which point to an assessment
    go.send(3)
    record = go.begin_checks(2, 2)
    go.save(
        record,
        {
            "outcome.threshold": "met",
            "outcome.route": "twelve_weeks",
            "outcome.reason": "One worker is enough for now.",
        },
    )
    with pytest.raises(NotAllowed, match="differs from what the needs point to"):
        desk.decisions.record(record)
    go.save(record, {"outcome.against_guidance": "The family asked for one worker."})
    assert desk.decisions.record(record) == "accept_twelve_weeks"
    assert go.case.state is State.TWELVE_WEEKS


def test_a_request_below_the_threshold_is_signposted_with_its_reason(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(3)
    go.turn_down(2)
    case = go.case
    assert case.state is State.SIGNPOSTED
    assert case.decision is not None
    assert not case.decision.threshold_met
    assert case.decision.reason
    assert [due.kind for due in desk.cases.obligations(case)] == ["tell_referrer"]
    desk.cases.tell_referrer(case.id)
    assert desk.cases.obligations(desk.cases.get(case.id)) == ()


def test_the_first_taf_meeting_needs_a_lead_practitioner_and_an_action(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(30)
    go.decide(28, "eha")
    go.assess(20)
    record = desk.meetings.start(go.case_id)
    with pytest.raises(NotAllowed, match=r"lead practitioner.*at least one action"):
        desk.meetings.finish(record)
    assert go.case.state is State.ASSESSING


def test_a_review_is_due_three_months_after_the_last_one_at_the_latest(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(200)
    go.decide(198, "eha")
    go.assess(190)
    go.first_taf(180)
    due = [o for o in desk.cases.obligations(go.case) if o.kind == "review"]
    assert due[0].due == date(2026, 7, 10), "before the summer"
    assert "on 21 Aug 2026" in due[0].detail, "three months after 21 May"
    go.review(85)
    due = [o for o in desk.cases.obligations(go.case) if o.kind == "review"]
    assert due[0].due == date(2026, 11, 24)


def test_a_later_review_needs_its_reason(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(100)
    go.decide(98, "eha")
    go.assess(90)
    go.first_taf(80)
    go.on(0)
    record = desk.reviews.start(go.case_id)
    go.save(
        record,
        {
            "actions.held_on": "2026-11-17",
            "next.decision": "continue",
            "next.next_due": "2027-04-01",
        },
    )
    with pytest.raises(EhdeskError, match="more than 3 months"):
        desk.reviews.finish(record)
    go.save(record, {"next.later_reason": "The family is abroad until April."})
    assert desk.reviews.finish(record) == "continue"


def test_an_overdue_review_is_on_today(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(200)
    go.decide(198, "eha")
    go.assess(190)
    go.first_taf(180)
    go.on(0)
    overdue = desk.lists.today().overdue
    assert "Hold the 3-month review" in {item.title for item in overdue}


def test_a_closed_record_is_only_added_to(desk: Desk) -> None:
    go = a_journey(desk, 7)
    go.send(60)
    go.decide(58, "twelve_weeks")
    go.close(0)
    closure = go.case.finished("closure")[0]
    opened = desk.forms.open(closure.id)
    assert opened.read_only
    with pytest.raises(NotAllowed):
        desk.forms.save(
            closure.id, {"agree.line": "Changed"}, place="why", steps_done=1, steps_total=6
        )
    with pytest.raises(NotAllowed, match="ended"):
        desk.case_forms.start(go.case_id, "consent")
    desk.cases.add_note(go.case_id, "The family rang to say thank you.")
    assert go.case.additions[0].text == "The family rang to say thank you."


def test_a_finished_form_is_never_changed_again(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(2)
    request = go.case.finished("request")[0]
    with pytest.raises(NotAllowed, match="finished"):
        desk.forms.save(request.id, {"needs.worries": "x"}, place="", steps_done=0, steps_total=9)
    assert request.frozen_hash
    assert request.frozen is not None


def test_short_work_moves_up_to_an_assessment_by_its_review_with_a_reason(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(30)
    go.decide(28, "under_6_weeks")
    assert {move.code for move in desk.steps.possible(go.case)} == {"refer_to_das"}
    with pytest.raises(NotAllowed, match="what is next, and why"):
        go.review_short_work(1, "escalate", **{"next.reason": ""})
    go.review_short_work(1, "escalate")
    assert go.case.state is State.ASSESSING
    assert [step.move for step in go.case.steps[-2:]] == ["short_reviewed", "escalate"]


def test_the_panel_sends_a_family_back_to_the_plan_with_resources(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(200)
    go.decide(198, "eha")
    go.assess(190)
    go.first_taf(180)
    go.review(95, up=0, decision="masp")
    assert any(o.kind == "refer_to_masp" for o in desk.cases.obligations(go.case))
    go.refer_to_panel(90)
    assert go.case.state is State.MASP
    go.panel_decides(60, "susd")
    assert go.case.state is State.PLAN
    assert not any(o.kind == "refer_to_masp" for o in desk.cases.obligations(go.case))
