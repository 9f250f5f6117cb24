"""More than one case of a family: begun again, joined, an assessment of one's own; and what holds
beside the state of a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from ehdesk.demo import decision_answers
from ehdesk.demo import side_roads as road
from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from ehdesk.domain.access import Role
from ehdesk.domain.case import OtherCase
from ehdesk.domain.episodes import can_ask_for_support, what_can_begin
from ehdesk.domain.lists import CaseFilter
from ehdesk.domain.obligations import obligations
from ehdesk.domain.pathway import FINAL, Kind, State
from ehdesk.kernel.errors import EhdeskError, NotAllowed
from ehdesk.services.pauses import PauseWanted
from tests.desks import PASSWORD, TODAY, a_journey, a_plan


def _closed(desk: Desk, days_ago: int = 60) -> Journey:
    go = a_journey(desk)
    go.send(days_ago + 60)
    go.decide(days_ago + 58, "twelve_weeks")
    go.close(days_ago)
    go.on(0)
    return go


def _due(desk: Desk, go: Journey) -> list[str]:
    return [due.kind for due in desk.cases.obligations(go.case)]


def test_a_case_is_begun_again_with_its_history_linked_both_ways(desk: Desk) -> None:
    go = _closed(desk)
    earlier = go.case
    record = desk.episodes.reopen(go.case_id, "The family rang.")
    again = desk.cases.get(desk.forms.open(record).case_id)
    assert again.previous is not None
    assert again.previous.id == earlier.id
    assert [one.id for one in desk.cases.get(earlier.id).other_cases] == [again.id]
    assert (again.state, again.steps[0].move) == (State.DRAFT, "reopen")
    assert [p.full_name for p in again.people] == [p.full_name for p in earlier.people]
    assert [p.name for p in again.professionals] == [p.name for p in earlier.professionals]
    assert again.consent is None, "consent is asked for anew"
    with pytest.raises(NotAllowed, match="open case already"):
        desk.episodes.reopen(earlier.id)
    with pytest.raises(NotAllowed, match="still open"):
        desk.episodes.reopen(again.id)


def test_a_family_never_has_two_open_cases_of_one_kind(desk: Desk) -> None:
    go = _closed(desk)
    desk.episodes.begin_own_eha(go.case_id)
    with pytest.raises(NotAllowed, match="open case already"):
        desk.episodes.begin_own_eha(go.case_id)
    desk.episodes.reopen(go.case_id)  # the other kind may stand beside it
    with pytest.raises(NotAllowed, match="open case already"):
        desk.step_downs.start(go.case_id)


def test_what_is_offered_to_begin_is_what_the_store_takes(demo_desk: Desk) -> None:
    """The rule that the screens ask, and that ten thousand walks go by, is the services' own."""
    desk = demo_desk
    ways = {Kind.REQUEST: desk.episodes.reopen, Kind.OWN_EHA: desk.episodes.begin_own_eha}
    tried = set()
    for key in desk.lists.case_ids(CaseFilter()).ids:
        for kind, begin in ways.items():
            case = desk.cases.get(key)
            offered = kind in what_can_begin(case)
            tried.add((case.state, kind, offered))
            if offered:
                begun = desk.cases.get(desk.forms.open(begin(key)).case_id)
                assert (begun.kind, begun.previous_case_id) == (kind, key)
            else:
                with pytest.raises(NotAllowed):
                    begin(key)
        case = desk.cases.get(key)
        if not can_ask_for_support(case):
            with pytest.raises(NotAllowed):
                desk.episodes.ask_for_support(key)
    assert len({state for state, _kind, _offered in tried}) >= 8
    assert {offered for _state, _kind, offered in tried} == {True, False}


def test_two_entries_of_a_family_made_one_leave_two_cases_of_which_one_has_to_end(
    desk: Desk,
) -> None:
    go = a_plan(desk)
    other = OtherCase(UUID(int=1), "EH-26-0099", State.SENT, TODAY, None)
    with_two = replace(go.case, other_cases=(other,))
    assert "second_case" in [due.kind for due in obligations(with_two, desk.pack)]
    ended = replace(go.case, other_cases=(replace(other, state=State.CLOSED),))
    own = replace(go.case, other_cases=(replace(other, kind="own_eha"),))
    for case in (ended, own):
        assert "second_case" not in [due.kind for due in obligations(case, desk.pack)]


def test_a_worry_after_the_end_begins_a_new_case_that_is_referred_in_one(desk: Desk) -> None:
    go = _closed(desk)
    ended = go.case
    new = desk.requests.refer_to_das(
        go.case_id,
        when=TODAY,
        at="09:40",
        who_took_it="Duty worker",
        reason="Bruises.",
        meanwhile="waits",
    )
    case = desk.cases.get(new)
    assert [step.move for step in case.steps] == ["reopen", "refer_to_das"]
    assert case.previous_case_id == ended.id
    assert case.das_referral is not None
    assert (case.das_referral.happened_at, case.das_referral.taken_by) == ("09:40", "Duty worker")
    assert go.case.steps == ended.steps
    assert len({change.operation for change in desk.cases.changes(new)}) == 1


def test_a_school_holds_its_own_assessment_and_others_join_it(desk: Desk) -> None:
    go = a_journey(desk)
    road.own_assessment(go, 80)
    go.first_taf(60)
    own = go.case
    assert (own.kind, own.worker) == ("own_eha", "Anita Rowe")
    team = len(own.professionals)
    road.ask_within_it(go, 30)
    assert go.case.request_type == "existing_eha"
    options = desk.forms.open(desk.decisions.open(go.case_id)).options["open_assessments"]
    assert [option.value for option in options] == [str(own.id)]
    road.joined(go, 20, own.id)
    case = go.case
    assert (case.state, case.joins_case_id) == (State.JOINED, own.id)
    joined = desk.cases.get(own.id)
    assert joined.state is State.PLAN, "the school stays in the lead"
    assert joined.lead_practitioner == own.lead_practitioner
    assert len(joined.professionals) >= team
    names = [(p.name, p.agency) for p in joined.professionals]
    assert len(names) == len(set(names)), "nobody twice"
    assert {(p.name, p.agency) for p in case.professionals} <= set(names)
    with pytest.raises(NotAllowed, match="cannot be begun again"):
        desk.episodes.reopen(case.id)


def test_an_own_assessment_is_not_final_without_written_consent(desk: Desk) -> None:
    go = a_journey(desk)
    road.own_assessment(go, 40)
    record = go.case.draft("eha")
    assert record is not None
    go.save(record.id, {"family.consent_how": "verbal"})
    with pytest.raises(NotAllowed, match="written consent"):
        go.first_taf(20)
    assert go.case.state is State.ASSESSING


def test_a_request_that_is_sent_back_keeps_every_answer(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(9)
    sent = go.case.finished("request")[0]
    go.decide_otherwise(7, "returned")
    draft = go.case.draft("request")
    assert draft is not None
    assert draft.answers == sent.answers
    assert go.case.decision is not None
    assert go.case.decision.outcome == "return_request"
    assert "Missing: What the children themselves say." in go.case.steps[-1].reason
    assert desk.cases.obligations(go.case)[0].title == "Complete the request and send it again"
    go.send_again(3)
    assert go.case.state is State.SENT
    assert len(go.case.finished("request")) == 2


def test_nothing_is_accepted_once_the_family_has_withdrawn(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(9)
    road.withdraw_consent(go, 6)
    with pytest.raises(NotAllowed, match="withdrawn consent"):
        go.accept(5, "twelve_weeks")
    assert "consent_withdrawn" in _due(desk, go)
    go.withdraw(4, "The family would rather not.")
    assert go.case.state is State.WITHDRAWN


def test_a_pause_hides_nothing_and_ends_on_its_day_or_with_a_fresh_reason(desk: Desk) -> None:
    go = a_plan(desk)
    before = {(due.kind, due.due) for due in desk.cases.obligations(go.case)}
    longest = desk.pack.clock("pause").after(TODAY)
    with pytest.raises(EhdeskError, match="up to"):
        desk.pauses.pause(go.case_id, PauseWanted(longest + timedelta(days=1), "Away."))
    with pytest.raises(EhdeskError, match="why"):
        desk.pauses.pause(go.case_id, PauseWanted(longest, " "))
    desk.pauses.pause(go.case_id, PauseWanted(longest, "The family is away."))
    due = desk.cases.obligations(go.case)
    assert before <= {(one.kind, one.due) for one in due}, "clocks do not move"
    assert all("The family is away." in one.detail for one in due)
    assert ("pause", longest) in {(one.kind, one.due) for one in due}
    desk.pauses.pause(go.case_id, PauseWanted(TODAY + timedelta(days=9), "They stay longer."))
    assert [pause.ended_on for pause in go.case.pauses] == [TODAY, None]
    desk.pauses.resume(go.case_id)
    assert go.case.pause is None
    with pytest.raises(NotAllowed, match="not paused"):
        desk.pauses.resume(go.case_id)
    desk.pauses.pause(go.case_id, PauseWanted(TODAY + timedelta(days=9), "Away again."))
    go.close(0)
    assert go.case.pause is None, "what has ended is not paused"


def test_a_lead_who_hands_over_is_followed_and_the_reason_is_kept(desk: Desk) -> None:
    go = a_plan(desk)
    before = go.case.lead_practitioner
    road.hand_over(go, 0)
    case = go.case
    assert case.lead_practitioner is not None
    assert case.lead_practitioner != before
    step = case.steps[-1]
    assert (step.move, step.to_state) == ("handed_over", State.PLAN)
    assert step.reason == f"To {case.lead_practitioner.described}. A new post from next month."
    with pytest.raises(NotAllowed, match="leads already"):
        go.fill_in(
            0,
            "hand_over",
            {
                "change.what": "lead",
                "change.lead": str(case.lead_practitioner_id),
                "change.from_on": TODAY.isoformat(),
                "change.why": "Again.",
                "change.asked": "yes",
                "change.notes": "Nothing.",
            },
        )


def test_nobody_who_has_left_is_given_a_family(desk: Desk) -> None:
    """Their key was chosen while they were here: with the checks to come, and in a draft."""
    dana = desk.users.add("Dana Example", [Role.PRACTITIONER], PASSWORD)
    asked, helped = a_journey(desk, 4), a_plan(desk)
    asked.send(5)
    asked.accept(4, "twelve_weeks", to=str(dana), checks_first=True)
    asked.on(0)
    desk.users.end_access(dana)
    before = helped.case.worker
    record = asked.begin_checks(0, 2)
    assert desk.forms.open(record).values["outcome.person"] == str(dana)
    decided = decision_answers.accepted("twelve_weeks", str(dana), checks_first=False)
    desk.forms.save(record, decided, place="", steps_done=3, steps_total=3)
    with pytest.raises(NotAllowed, match="not work here any more"):
        desk.decisions.record(record)
    assert asked.case.worker == ""
    handed_on = {
        "change.what": "worker",
        "change.worker": str(dana),
        "change.from_on": TODAY.isoformat(),
        "change.why": "A new post.",
        "change.asked": "yes",
        "change.notes": "Nothing.",
    }
    record = desk.case_forms.start(helped.case_id, "hand_over")
    desk.forms.save(record, handed_on, place="", steps_done=1, steps_total=1)
    with pytest.raises(NotAllowed, match="not work here any more"):
        desk.case_forms.finish(record)
    assert helped.case.worker == before


def test_a_family_that_drew_back_is_closed_only_after_attempts_and_the_panel(desk: Desk) -> None:
    go = a_plan(desk)
    with pytest.raises(NotAllowed, match="panel was thought of"):
        road.close_for(go, 0, "DE", masp_asked="no", masp="No time.")
    with pytest.raises(NotAllowed, match="each attempt"):
        road.close_for(go, 0, "DE", masp_asked="considered", masp="Nothing to add.")
    road.nobody_in(go, 0, 0, 0)
    assert len(go.case.attempts) == 3
    draft = go.case.draft("closure")
    assert draft is not None
    go.finish_closing(draft.id)
    assert go.case.state is State.CLOSED


def test_a_family_that_moves_is_closed_once_it_is_said_whether_the_council_there_knows(
    desk: Desk,
) -> None:
    go = a_plan(desk)
    with pytest.raises(NotAllowed, match="was told"):
        road.close_for(go, 0, "MO", moved_to="Derby")
    draft = go.case.draft("closure")
    assert draft is not None
    go.save(draft.id, {"why.receiving_told": "yes", "why.receiving_told_on": TODAY.isoformat()})
    go.finish_closing(draft.id)
    assert go.case.state is State.CLOSED


def test_a_family_that_agreed_is_asked_once_after_closing(desk: Desk) -> None:
    go = _closed(desk)
    (due,) = desk.cases.obligations(go.case)
    assert due.kind == "follow_up"
    record = desk.case_forms.start(go.case_id, "follow_up")
    assert not desk.forms.open(record).read_only, "it is filled in after the end"
    desk.forms.leave(record)
    road.follow_up(go, 0)
    assert desk.cases.obligations(go.case) == ()
    assert (go.case.state, go.case.steps[-1].move) == (State.CLOSED, "followed_up")
    with pytest.raises(NotAllowed, match="asked already"):
        desk.case_forms.start(go.case_id, "follow_up")


def test_with_two_plans_the_school_that_asked_becomes_the_lead_practitioner(desk: Desk) -> None:
    go = a_journey(desk)
    go.begin(12)
    go.complete_request()
    record = go.case.draft("request")
    assert record is not None
    go.save(record.id, {"asking.ehc_plan": "yes", "asking.ehc_process": "two_plans"})
    go.record_sent()
    go.decide(8, "eha")
    case = go.case
    assert case.ehc_mode == "two_plans"
    assert case.lead_practitioner_id == case.asker_id


def test_an_assessment_that_social_care_takes_on_closes_with_its_form(desk: Desk) -> None:
    go = a_plan(desk)
    road.ring_das(go, 0, "Bruises.", meanwhile="goes_on")
    assert _due(desk, go)[0] == "safeguarding"
    assert "review" in _due(desk, go), "the plan's clock runs on"
    assert "goes on meanwhile" in desk.cases.obligations(go.case)[0].detail
    with pytest.raises(NotAllowed, match="closure form"):
        go.move(0, "taken_by_das", "They have the family.")
    road.close_for(go, 0, "SU", handed_to="A social worker")
    case = go.case
    assert (case.state, case.closure is not None) == (State.CLOSED, True)
    assert case.state in FINAL
    assert case.das_referral is not None
    assert case.das_referral.answered_on == TODAY


def test_somebody_holds_the_family_in_the_holidays(desk: Desk) -> None:
    go = a_plan(desk)
    desk.cases.hold_in_holidays(go.case_id, "The family worker, on Tuesdays")
    assert go.case.holds_holidays == "The family worker, on Tuesdays"
