"""The referral to the panel: what the record shows, where it stands, who signs."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ehdesk.demo import panel_answers
from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from ehdesk.domain.access import Role
from ehdesk.domain.chronology import ONE_PAGE
from ehdesk.domain.panel_reasons import YOU_DECIDE, Reason
from ehdesk.domain.panel_standing import days_to_send
from ehdesk.domain.pathway import State
from ehdesk.kernel.errors import NotAllowed
from tests.desks import a_journey, colleague


def to_review(desk: Desk, *, up: int = -1) -> Journey:
    go = a_journey(desk)
    go.send(300)
    go.decide(298, "eha")
    go.assess(290)
    go.first_taf(280, last_due=100)
    go.review(195, up=0)
    go.review(105, up=up, decision="masp")
    return go


def reasons(desk: Desk, go: Journey) -> dict[str, Reason]:
    return {one.code: one for one in desk.cases.panel_reasons(go.case)}


def test_what_the_record_shows_stands_beside_each_reason_with_its_place(desk: Desk) -> None:
    go = to_review(desk)
    found = reasons(desk, go)
    assert list(found) == [
        "no_improvement",
        "escalation",
        "high_cost",
        "re_referrals",
        "accommodated",
    ]
    assert "no better after 2 reviews" in found["no_improvement"].found
    assert found["no_improvement"].where.startswith("From reviews of ")
    assert " went from " in found["escalation"].found
    assert found["high_cost"].found == ""
    assert found["re_referrals"].found == ""


def test_nothing_speaks_for_escalation_while_numbers_hold(desk: Desk) -> None:
    go = to_review(desk, up=2)
    assert reasons(desk, go)["escalation"].found == ""
    go.on(60)
    record = desk.contacts.start(go.case_id)
    answers = {"kind": "advice", "who": "Duty worker", "said": "Go on.", "child_seen": "no"}
    go.save(record, {f"contact.{key}": value for key, value in answers.items()})
    desk.contacts.finish(record)
    assert reasons(desk, go)["escalation"].found.startswith("Advice taken ")


def test_what_the_panel_paid_before_is_high_cost_and_an_earlier_case_is_history(
    desk: Desk,
) -> None:
    go = to_review(desk)
    go.refer_to_panel(90)
    go.panel_decides(80, "susd")
    assert "Within the budget" in reasons(desk, go)["high_cost"].found


def test_at_risk_of_accommodation_is_never_suggested(desk: Desk) -> None:
    go = to_review(desk)
    accommodated = reasons(desk, go)["accommodated"]
    assert not accommodated.suggests
    assert accommodated.where.endswith(YOU_DECIDE)
    opened = desk.forms.open(desk.case_forms.start(go.case_id, "masp"))
    assert not opened.values.get("why.triggers"), "only a person ticks"


def test_no_more_than_a_page_of_the_record_is_suggested(desk: Desk) -> None:
    go = to_review(desk)
    for days in range(60, 30, -1):
        go.on(days)
        record = desk.contacts.start(go.case_id)
        answers = {"kind": "advice", "who": "Duty", "said": "Go on.", "child_seen": "no"}
        go.save(record, {f"contact.{key}": value for key, value in answers.items()})
        desk.contacts.finish(record)
    chosen = desk.forms.open(desk.case_forms.start(go.case_id, "masp")).values["history.chronology"]
    assert isinstance(chosen, list)
    assert len(chosen) == ONE_PAGE


def test_the_strip_says_sent_heard_and_decided(desk: Desk) -> None:
    go = to_review(desk)
    record = go.refer_to_panel(90)
    steps = desk.cases.panel_steps(go.case, record)
    assert [(step.name, step.done) for step in steps] == [
        ("Sent", True),
        ("Heard", False),
        ("Decided", False),
    ]
    assert steps[1].words.startswith("Panel on ")
    go.panel_decides(80, "susd", "new_agency")
    steps = desk.cases.panel_steps(go.case, record)
    assert all(step.done for step in steps)
    assert "Step Up Step Down" in steps[2].words


def test_deferred_is_told_until_the_panel_has_decided(desk: Desk) -> None:
    go = to_review(desk)
    record = go.refer_to_panel(90)
    go.panel_decides(80, "deferred")
    assert desk.cases.panel_steps(go.case, record)[2].words == "Deferred"
    go.panel_decides(70, "advice")
    assert desk.cases.panel_steps(go.case, record)[2].words == "Go on with the plan"


def test_how_it_went_is_written_after_it_was_signed_and_needs_no_new_signature(
    desk: Desk,
) -> None:
    ruth = colleague(desk, "Ruth Example", Role.MANAGER)
    desk.users.set_forms_signed({"masp"})
    go = to_review(desk)
    day = go.on(30)
    record = desk.case_forms.start(go.case_id, "masp")
    later = {"send.sent_on", "send.sent_how", "agree.manager", "agree.on", "agree.line"}
    answers = panel_answers.masp(go.family, day, day + timedelta(days=14))
    go.save(record, {key: value for key, value in answers.items() if key not in later})
    with pytest.raises(NotAllowed, match="not signed"):
        desk.case_forms.finish(record)
    desk.oversight.ask(record, of=ruth.user.id)
    ruth.oversight.sign(record)
    go.save(record, {key: value for key, value in answers.items() if key in later})
    desk.case_forms.finish(record)
    assert go.case.state is State.MASP


def test_papers_are_due_on_a_day(desk: Desk) -> None:
    today = desk.clock.today()
    assert days_to_send(None, today) == ("", "none")
    assert days_to_send(today + timedelta(days=8), today) == ("8 days to send", "track")
    assert days_to_send(today + timedelta(days=1), today) == ("1 day to send", "soon")
    assert days_to_send(today, today) == ("Papers in today", "soon")
    assert days_to_send(today - timedelta(days=1), today) == ("Papers 1 day late", "overdue")
