"""Any family, any order of steps: the pathway and the law hold wherever it leads.

These walks go through the services and a real encrypted store, so they are few. Ten thousand of a
case in memory, with the same table, guards and obligations, are in
``tests/domain/test_pathway_walks.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from ehdesk.demo import side_roads as road
from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from ehdesk.domain.case import Case
from ehdesk.domain.case_forms import CASE_FORMS
from ehdesk.domain.pathway import FINAL, MOVES, State
from ehdesk.domain.review_days import last_looked_at
from ehdesk.domain.summary import summarise
from ehdesk.kernel.errors import EhdeskError
from tests.desks import a_journey, new_desk


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = new_desk(tmp_path_factory.mktemp("walks"))
    yield desk
    desk.close()


def _consent(go: Journey, random: Random) -> None:
    """Consent is given, taken back, or not asked for because a child is at risk."""
    draft = go.case.draft("request")
    if draft is not None:
        how = random.choice(["written", "written", "verbal", "not_yet"])
        go.save(
            draft.id,
            {
                "consent.how": how,
                "before_you_start.harm": random.choice(["yes", "no"]),
                "consent.at_risk_reason": random.choice(["", "It would not be safe."]),
            },
        )


def _acts(go: Journey, desk: Desk, day: int, random: Random) -> dict[str, Callable[[], object]]:
    def send() -> None:
        draft = go.case.draft("request")
        if draft is not None:
            sharing = desk.requests.sharing(draft.id, way="anycomms", sent_on=desk.clock.today())
            desk.requests.send(draft.id, replace(sharing, basis=sharing.basis or "vital_interests"))

    def move() -> None:
        code = random.choice([code for code, move in MOVES.items() if not move.by_forms])
        desk.steps.record(go.case_id, code, on=desk.clock.today(), reason="It was time.")

    def change_plan() -> None:
        plan = desk.plans.value(go.case_id)
        random.shuffle(plan)
        desk.plans.save(go.case_id, plan[:2])

    def tick() -> None:
        for action in go.case.actions[:1]:
            undo = desk.plans.mark_done(go.case_id, action.id)
            undo()

    def fill_in_anything() -> None:
        record = random.choice(go.case.records)
        form = desk.forms.open(record.id).form
        key = next(f.key for f in form.fields() if f.kind == "long_text")
        desk.forms.save(record.id, {key: "More."}, place="", steps_done=1, steps_total=4)

    def finish_any() -> None:
        beside = [r.id for r in go.case.records if CASE_FORMS[r.form].beside_the_road]
        for record in beside[-1:]:
            desk.case_forms.finish(record)

    def again() -> None:
        record = desk.episodes.reopen(go.case_id)
        desk.forms.leave(record)

    return {
        "complete": go.complete_request,
        "consent": lambda: _consent(go, random),
        "send": send,
        "decide": lambda: go.decide(day, random.choice(["under_6_weeks", "twelve_weeks", "eha"])),
        "accept": lambda: go.decide(day, "eha"),
        "turn_down": lambda: go.turn_down(day),
        "checks_first": lambda: go.accept(day, "twelve_weeks", checks_first=True),
        "to_the_hub": lambda: go.accept(day, "eha"),
        "hub": lambda: go.hub_decides(random.choice(["allocate", "defer", "return", "join"])),
        "otherwise": lambda: go.decide_otherwise(
            day, random.choice(["returned", "no_consent", "advised", "joins"])
        ),
        "send_again": lambda: go.case.draft("request") and go.send_again(day),
        "short_review": lambda: go.review_short_work(
            day, random.choice(["close", "signpost", "escalate", "go_on"])
        ),
        "ring_das": lambda: road.ring_das(go, day, "Bruises.", meanwhile="goes_on"),
        "hand_over": lambda: road.hand_over(go, day),
        "pause": lambda: road.pause(go, day, 10 - day, "The family is away."),
        "resume": lambda: desk.pauses.resume(go.case_id),
        "follow_up": lambda: road.follow_up(go, day),
        "stop": lambda: road.withdraw_consent(go, day),
        "again": again,
        "own": lambda: desk.episodes.begin_own_eha(go.case_id),
        "assess": lambda: go.assess(day),
        "first_taf": lambda: go.first_taf(day, next_days_ago=day - 30),
        "meet": lambda: go.meet(day, next_days_ago=day - 30),
        "review": lambda: go.review(
            day,
            up=1,
            decision=random.choice(["continue", "close", "masp", "step_up", "reassess", "ehc"]),
        ),
        "contact": lambda: go.contact(day, "call", "All well."),
        "refer_to_panel": lambda: go.refer_to_panel(day),
        "panel_decides": lambda: go.panel_decides(
            day, *random.sample(["susd", "advice", "step_up", "close", "deferred"], 2)
        ),
        "panel_answers": lambda: go.panel_decides(
            day, random.choice(["larp", "advice", "step_up", "close", "deferred"])
        ),
        "step_up": lambda: go.step_up(day),
        "begin_any": lambda: desk.case_forms.start(
            go.case_id, random.choice(["consent", "hub_proforma", "masp", "step_up", "step_down"])
        ),
        "finish_any": finish_any,
        "begin_closing": lambda: go.begin_closing(day),
        "close": lambda: go.close(day),
        "move": move,
        "change_plan": change_plan,
        "tick": tick,
        "fill_in": fill_in_anything,
    }


NAMES = (
    *("complete", "consent", "send", "decide", "accept", "accept", "turn_down", "assess"),
    *("first_taf", "meet", "review", "contact", "begin_closing", "close", "move", "move"),
    *("change_plan", "tick", "fill_in", "refer_to_panel", "refer_to_panel", "panel_decides"),
    *("panel_answers", "panel_answers", "step_up", "begin_any", "finish_any"),
    *("checks_first", "to_the_hub", "hub", "hub", "otherwise", "send_again", "short_review"),
    *("ring_das", "hand_over", "pause", "resume", "follow_up", "stop", "again", "own"),
)
USUAL = ("complete", "send", "accept", "assess", "first_taf", "review")


@given(
    usual=st.integers(0, len(USUAL)),
    names=st.lists(st.sampled_from(NAMES), min_size=2, max_size=8),
    seed=st.integers(0, 10**6),
)
@settings(
    max_examples=20,
    deadline=None,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_wherever_a_case_goes_the_rules_hold(
    office: Desk, usual: int, names: list[str], seed: int
) -> None:
    random = Random(seed)  # noqa: S311 (no secret)
    go = a_journey(office, seed % 8)
    go.begin(120)
    for day, name in zip(range(118, 0, -6), (*USUAL[:usual], *names), strict=False):
        go.on(day)
        before = go.case
        with suppress(EhdeskError):  # refused in words; anything else fails the test
            _acts(go, office, day, random)[name]()
        _hold(office, before, go.case)
    assert office.check() == ()


def _hold(desk: Desk, before: Case, case: Case) -> None:
    moves = [step.move for step in case.steps]
    assert case.state == case.steps[-1].to_state
    assert [step.from_state for step in case.steps[1:]] == [s.to_state for s in case.steps[:-1]]
    assert moves[: len(before.steps)] == [step.move for step in before.steps]
    if case.state is State.PLAN:
        assert case.plan_agreed_on is not None
        assert all(o.agreed_on or o.measures is not None for o in case.outcomes)
    if "send" in moves:
        _was_sent_lawfully(case)
    elif "step_down" in moves:
        assert case.consent is not None
        assert case.finished("step_down")
    elif case.kind == "request" and case.state not in (
        State.DRAFT,
        State.DAS,
        State.WITHDRAWN,
        State.CLOSED,
    ):
        pytest.fail(f"{case.state} without having been sent")
    if case.state is State.CLOSED:
        assert case.closure is not None or moves[-1] == "taken_by_das"
    if before.state in FINAL:
        _only_added_to(before, case)
    else:
        assert desk.cases.obligations(case) or case.state in FINAL, "something is always next"
    _one_of_a_kind(desk, case)
    _looked_at_in_time(desk, case)
    assert len([step for step in moves if step == "first_taf"]) <= 1
    _lines_are_in_step(desk, case)


def _only_added_to(before: Case, case: Case) -> None:
    """Ended is ended: its record is only looked at once more, and other cases may follow it."""
    after = ("papers", "other_cases", "records", "steps")
    assert replace(case, **dict.fromkeys(after, ())) == replace(before, **dict.fromkeys(after, ()))
    assert {step.move for step in case.steps[len(before.steps) :]} <= {"followed_up"}
    added = [one.form for one in case.records if one.id not in {old.id for old in before.records}]
    assert set(added) <= {"follow_up"}


def _one_of_a_kind(desk: Desk, case: Case) -> None:
    """A family never has two open cases of one kind."""
    family = [(case.kind, case.state), *((one.kind, one.state) for one in case.other_cases)]
    opened = [kind for kind, state in family if state not in FINAL]
    assert len(opened) == len(set(opened))
    if case.state is State.CLOSED and case.plan_agreed_on:
        assert case.finished("closure"), "a plan closes with its form"


def _looked_at_in_time(desk: Desk, case: Case) -> None:
    """A plan that was not looked at in time is overdue on the list of what is due."""
    since = last_looked_at(case)
    if case.state in (State.PLAN, State.MASP) and since is not None:
        due = [one.due for one in desk.cases.obligations(case) if one.kind == "review"]
        assert due
        assert due[0] is not None
        assert due[0] <= desk.pack.clock("review").after(since)


def _was_sent_lawfully(case: Case) -> None:
    said = {
        answer["key"]: answer["value"]
        for section in (case.finished("request")[0].frozen or {})["sections"]
        for answer in section["answers"]
    }
    written = said["consent.how"] == "written" and said["consent.given_on"]
    at_risk = said["before_you_start.harm"] == "yes" and said.get("consent.at_risk_reason")
    assert written or at_risk


def _lines_are_in_step(desk: Desk, case: Case) -> None:
    fresh = summarise(case, desk.pack)
    (line,) = desk.lists.case_lines([case.id])
    assert (line.reference, line.family, line.children) == (
        fresh.reference,
        fresh.family,
        fresh.children,
    )
    assert (line.state, line.open, line.lead, line.track_words) == (
        fresh.state,
        fresh.open,
        fresh.lead,
        fresh.track_words,
    )
    following = fresh.next
    assert (line.next_step, line.due, line.waiting_since) == (
        (following.title, following.due, following.waiting_since) if following else ("", None, None)
    )
