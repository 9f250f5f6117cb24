"""Forms beside the main road: when they can be begun, what they begin with, what finishing does."""

from __future__ import annotations

from typing import Any

import pytest

from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from ehdesk.domain.obligations import BESIDE
from ehdesk.domain.pathway import State
from ehdesk.kernel.errors import EhdeskError, NotAllowed
from tests.desks import a_journey


def _with_plan(desk: Desk, *, decision: str = "") -> Journey:
    go = a_journey(desk)
    go.send(200)
    go.decide(198, "eha")
    go.assess(190)
    go.first_taf(180)
    if decision:
        go.review(95, up=0, decision=decision)
    return go


def _offered(desk: Desk, go: Journey) -> set[str]:
    return {form.code for form in desk.case_forms.offered(go.case)}


def _due(desk: Desk, go: Journey) -> list[str]:
    return [obligation.kind for obligation in desk.cases.obligations(go.case)]


def _finish(desk: Desk, go: Journey, code: str, **answers: Any) -> None:
    record = desk.case_forms.start(go.case_id, code)
    go.save(record, {key.replace("__", "."): value for key, value in answers.items()})
    desk.case_forms.finish(record)


def test_only_the_forms_that_make_sense_now_are_offered_and_drafts_come_first(desk: Desk) -> None:
    go = a_journey(desk)
    go.begin(9)
    assert _offered(desk, go) == {"request", "contact", "consent", "hub_proforma"}
    go = a_journey(desk, 5)
    go.send(9)
    assert _offered(desk, go) == {"contact", "consent", "hub_proforma", "decision"}
    go.decide(8, "eha")
    assert {"eha", "taf_meeting", "step_up", "closure"} <= _offered(desk, go)
    assert not {"masp", "panel", "review", "step_down"} & _offered(desk, go)
    desk.case_forms.start(go.case_id, "consent")
    first = desk.case_forms.offered(go.case)[0]
    assert first.code == "consent"
    assert first.draft is not None


def test_a_closed_case_offers_only_the_look_that_the_family_agreed_to(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(60)
    go.decide(58, "twelve_weeks")
    go.close(0)
    assert _offered(desk, go) == {"follow_up"}
    with pytest.raises(NotAllowed, match="ended"):
        desk.case_forms.start(go.case_id, "consent")


def test_a_form_that_makes_no_sense_says_why(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(9)
    go.decide(8, "eha")
    for code, words in (("masp", "none now"), ("panel", "not with the panel")):
        with pytest.raises(NotAllowed, match=words):
            desk.case_forms.start(go.case_id, code)


def test_a_form_is_begun_once_and_again_only_after_it_was_finished(desk: Desk) -> None:
    go = _with_plan(desk)
    first = desk.case_forms.start(go.case_id, "consent")
    assert desk.case_forms.start(go.case_id, "consent") == first
    desk.case_forms.finish(first)
    assert go.case.state is State.PLAN
    assert go.case.finished("consent")[0].frozen_hash
    assert desk.case_forms.start(go.case_id, "consent") != first


def test_a_referral_begins_with_what_the_record_knows(desk: Desk) -> None:
    go = _with_plan(desk, decision="masp")
    go.contact(80, "visit", "Nobody was in.")
    go.on(70)
    opened = desk.forms.open(desk.case_forms.start(go.case_id, "masp"))
    says = {fact["about"]: fact["says"] for fact in opened.values["why.evidence"]}  # type: ignore[union-attr, index]
    assert says["No improvement"].endswith("no better after 1 review")
    assert says["High cost"] == "Nothing on record"
    history = {fact["about"]: fact["says"] for fact in opened.values["history.record"]}  # type: ignore[union-attr, index]
    assert history["TAF meetings"] == "1: 21 May 2026"
    assert history["Reviews"].startswith("1: ")
    offered = {option.value: option.label for option in opened.options["chronology"]}
    chosen = opened.values["history.chronology"]
    assert isinstance(chosen, list)
    assert set(chosen) < set(offered)
    told = [offered[key] for key in chosen]
    assert any("Review 1" in line for line in told)
    assert not any("Nobody was in" in line for line in told), "contacts are for a person to add"
    assert opened.values["why.explained"] == "The same worries as three months ago, and a new one."
    assert opened.values["send.sent_on"] == "", "it has not gone yet"


def test_what_the_record_said_is_frozen_with_the_referral(desk: Desk) -> None:
    go = _with_plan(desk, decision="masp")
    record = go.refer_to_panel(70)
    before = desk.forms.open(record).values["history.record"]
    go.panel_decides(60, "advice")
    go.meet(50)
    assert desk.forms.open(record).values["history.record"] == before


def test_nothing_goes_to_the_panel_without_a_reason_and_something_to_ask_for(desk: Desk) -> None:
    go = _with_plan(desk)
    with pytest.raises(NotAllowed, match="at least one reason"):
        _finish(desk, go, "masp", family__knows="yes")
    with pytest.raises(NotAllowed, match="want from the panel"):
        _finish(desk, go, "masp", why__triggers=["escalation"])
    told = {"why__triggers": ["escalation"], "ask__wanted": ["susd"], "family__knows": "no"}
    with pytest.raises(NotAllowed, match="which manager agreed"):
        _finish(desk, go, "masp", **told, family__not_told_reason="risk_to_child")
    assert go.case.state is State.PLAN
    told["send__sent_on"] = desk.clock.today().isoformat()
    note = "It would not be safe. Dev Mistry agreed."
    _finish(desk, go, "masp", **told, family__not_told_note=note)
    assert go.case.state is State.MASP
    assert go.case.steps[-1].reason.startswith("Escalation.")


@pytest.mark.parametrize(
    ("codes", "move", "state", "next_step"),
    [
        (["susd", "new_agency"], "resources_agreed", State.PLAN, "review"),
        (["larp"], "resources_agreed", State.PLAN, "review"),
        (["advice"], "panel_advised", State.PLAN, "review"),
        (["new_lead"], "panel_advised", State.PLAN, "review"),
        (["deferred"], "panel_deferred", State.MASP, "panel"),
        (["step_up", "susd"], "panel_steps_up", State.MASP, "step_up"),
        (["close"], "panel_closes", State.MASP, "close"),
    ],
)
def test_what_the_panel_decides_moves_the_case(
    desk: Desk, codes: list[str], move: str, state: State, next_step: str
) -> None:
    go = _with_plan(desk, decision="masp")
    assert _due(desk, go)[0] != "refer_to_masp" or go.case.state is State.PLAN
    go.refer_to_panel(70, panel_in=10)
    road = [one for one in desk.cases.obligations(go.case) if one.kind not in BESIDE]
    waits, meanwhile = (one for one in road if one.kind != "action")
    assert meanwhile.kind == "review", "the plan's clock runs on"
    assert (waits.kind, waits.due) == ("panel", desk.clock.today().replace(day=18, month=9))
    go.panel_decides(60, *codes)
    assert go.case.steps[-1].move == move
    assert go.case.state is state
    assert next_step in _due(desk, go)
    assert "refer_to_masp" not in _due(desk, go)


@pytest.mark.parametrize(
    "codes", [["deferred", "susd"], ["close", "step_up"], ["close", "larp"], []]
)
def test_answers_of_the_panel_that_cannot_all_be_true_are_refused_in_words(
    desk: Desk, codes: list[str]
) -> None:
    go = _with_plan(desk, decision="masp")
    go.refer_to_panel(70)
    with pytest.raises(NotAllowed, match="Tick"):
        go.panel_decides(60, *codes)
    assert go.case.state is State.MASP


def test_a_deferred_case_stays_with_the_panel_until_it_decides(desk: Desk) -> None:
    go = _with_plan(desk, decision="masp")
    go.refer_to_panel(70)
    go.panel_decides(60, "deferred")
    waits = next(due for due in desk.cases.obligations(go.case) if due.kind == "panel")
    assert waits.title == "Tell the panel what it asked for"
    go.panel_decides(40, "susd")
    assert go.case.state is State.PLAN
    assert len(go.case.finished("panel")) == 2


def test_what_the_panel_asked_for_is_on_the_agenda_of_the_next_meeting(desk: Desk) -> None:
    go = _with_plan(desk, decision="masp")
    go.refer_to_panel(70)
    go.panel_decides(60, "advice")
    go.on(30)
    agenda = desk.forms.open(desk.meetings.start(go.case_id)).values["before.agenda"]
    assert "From the panel: Ask housing for a date" in str(agenda)
    assert "How mornings are" in str(agenda), "what the last meeting left for next time"


def test_a_step_up_waits_for_the_answer_and_goes_back_to_where_it_was(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(30)
    go.decide(28, "twelve_weeks")
    go.step_up(10)
    assert go.case.state is State.DAS
    step = go.case.steps[-1]
    assert (step.move, step.from_state) == ("step_up", State.TWELVE_WEEKS)
    assert "Taken by Duty worker." in step.reason
    waits, work = [one for one in desk.cases.obligations(go.case) if one.kind not in BESIDE]
    assert waits.kind == "safeguarding"
    assert work.kind == "end_short_work"
    assert work.detail.endswith("waits until DAS has answered"), "its end is not out of sight"
    assert waits.due is None, "a child's safety never waits out of sight for a day"
    assert "ask again on 10 Nov 2026" in waits.detail
    call = go.case.das_referral
    assert call is not None
    assert call.meanwhile == "goes_on", "as the form says"
    assert {move.code for move in desk.steps.possible(go.case)} == {"back_to_twelve_weeks"}
    assert "closure" in _offered(desk, go), "work that social care takes on ends with its form"
    go.move(3, "back_to_twelve_weeks", "No further action.")
    assert go.case.state is State.TWELVE_WEEKS


def test_a_step_up_without_agreement_needs_its_reason(desk: Desk) -> None:
    go = _with_plan(desk)
    go.on(5)
    with pytest.raises(NotAllowed, match="who at DAS"):
        _finish(desk, go, "step_up", why__concern="Bruises.")
    told = {"why__concern": "Bruises.", "send__who_took_it": "Duty worker"}
    with pytest.raises(NotAllowed, match="without the family"):
        _finish(desk, go, "step_up", **told, family__agreement="not_told")
    sent = {
        "family__override_reason": "They would hide the children.",
        "send__sent_on": desk.clock.today().isoformat(),
    }
    with pytest.raises(NotAllowed, match="what happens to the case"):
        _finish(desk, go, "step_up", **sent)
    _finish(desk, go, "step_up", **sent, send__case_meanwhile="waits")
    assert go.case.state is State.DAS
    assert go.case.das_referrals[-1].meanwhile == "waits"


def test_a_family_comes_down_from_social_care_straight_into_an_assessment(desk: Desk) -> None:
    go = a_journey(desk)
    record = go.begin_step_down(20)
    assert go.case.state is State.DRAFT
    (waits,) = [one for one in desk.cases.obligations(go.case) if one.kind != "oversight"]
    assert waits.title == "Finish the step-down form"
    go.save(record, {"consent.how": "verbal"})
    with pytest.raises(NotAllowed, match="Written consent"):
        desk.case_forms.finish(record)
    go.save(record, {"consent.how": "written"})
    desk.case_forms.finish(record)
    case = go.case
    assert case.state is State.ASSESSING
    assert (case.route, case.cluster, case.worker) == ("eha", "west", "Anita Rowe")
    assert case.lead_practitioner is not None
    assert case.steps[-1].reason == (
        "Child in need plan. Social care stays open until the assessment runs."
    )
    assert {need.code for need in case.needs} == set(go.family.needs)


def test_social_care_is_told_once_the_assessment_runs(desk: Desk) -> None:
    go = a_journey(desk)
    go.step_down(60)
    assert "social_care" not in _due(desk, go)
    go.assess(50)
    go.first_taf(40)
    assert "social_care" in _due(desk, go)
    go.move(38, "social_care_told", "Rang the social worker, who closes on Friday.")
    assert "social_care" not in _due(desk, go)
    with pytest.raises(NotAllowed, match="recorded already"):
        go.move(37, "social_care_told", "Again.")


def test_a_case_that_social_care_has_is_stepped_down_where_it_is(desk: Desk) -> None:
    go = _with_plan(desk)
    go.step_up(30)
    go.on(10)
    record = desk.case_forms.start(go.case_id, "step_down")
    values = desk.forms.open(record).values
    assert values["family.name"] == go.family.name, "nobody is typed twice"
    go.save(record, {"plan.type": "assessment", "team.stays_open": "yes"})
    desk.case_forms.finish(record)
    assert go.case.state is State.ASSESSING
    assert "first_taf" in _due(desk, go) or "assess" in _due(desk, go)


def test_a_family_that_comes_back_is_known_and_its_earlier_case_is_told_of(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(300)
    go.decide(298, "twelve_weeks")
    with pytest.raises(NotAllowed, match="still open"):
        desk.step_downs.start(go.case_id)
    go.close(250)
    earlier = go.case
    go.on(5)
    opened = desk.forms.open(desk.step_downs.start(go.case_id))
    assert opened.values["family.name"] == go.family.name
    again = desk.cases.get(opened.case_id)
    assert [person.full_name for person in again.people] == [p.full_name for p in earlier.people]
    assert [other.reference for other in again.other_cases] == [earlier.reference]
    assert again.professionals == ()


@pytest.mark.parametrize("decision", ["reassess", "new_needs"])
def test_a_decision_to_assess_again_begins_a_new_assessment_with_the_old_answers(
    desk: Desk, decision: str
) -> None:
    go = _with_plan(desk, decision=decision)
    first = go.case.finished("eha")[0]
    (again,) = [o for o in desk.cases.obligations(go.case) if o.kind == "assess"]
    assert again.title == "Assess again"
    go.on(60)
    record = desk.assessments.open(go.case_id)
    assert record != first.id
    assert desk.forms.open(record).values["story.led_to"] == first.answers["story.led_to"]
    go.meet(50)
    assert len(go.case.finished("eha")) == 2
    assert "assess" not in _due(desk, go)
    assert desk.assessments.open(go.case_id) == record


def test_a_later_decision_takes_the_place_of_an_earlier_one(desk: Desk) -> None:
    go = _with_plan(desk, decision="masp")
    assert "refer_to_masp" in _due(desk, go)
    go.meet(80)
    assert "refer_to_masp" not in _due(desk, go), "the team decided to go on"


def test_the_plan_taken_into_an_ehc_plan_closes_with_the_form(desk: Desk) -> None:
    go = _with_plan(desk, decision="ehc")
    assert "close" in _due(desk, go)


def test_a_closure_begins_with_its_children_and_the_day_the_record_is_kept_until(
    desk: Desk,
) -> None:
    go = _with_plan(desk, decision="masp")
    go.refer_to_panel(70)
    go.panel_decides(60, "close")
    go.on(50)
    values = desk.forms.open(desk.closures.start(go.case_id)).values
    assert values["why.masp_asked"] == "asked", "the panel was asked; nobody types that"
    children = [str(child.id) for child in go.case.children]
    assert [row["child"] for row in values["distance.each_child"]] == children  # type: ignore[union-attr, index]
    youngest = max(child.date_of_birth for child in go.case.children if child.date_of_birth)
    assert str(values["after.keep_until"]) == youngest.replace(year=youngest.year + 25).isoformat()


def test_a_form_of_the_panel_cannot_be_dated_before_the_last_step(desk: Desk) -> None:
    go = _with_plan(desk)
    go.on(5)
    told = {"why__triggers": ["escalation"], "ask__wanted": ["susd"], "family__knows": "yes"}
    with pytest.raises(EhdeskError, match="before the last step"):
        _finish(desk, go, "masp", **told, send__sent_on="2026-01-05")
    with pytest.raises(EhdeskError, match="not come yet"):
        _finish(desk, go, "masp", send__sent_on="2027-01-05")
    with pytest.raises(EhdeskError, match="when it was sent"):
        _finish(desk, go, "masp", send__sent_on="31/2/26")
