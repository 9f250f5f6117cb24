"""Random walks over the table of moves and its guards.

Here 10,000 walks of a family in memory (``tests.domain.walking``): the real table, guards, rules
of what may begin and obligations, without a store, forms or services. The same invariants through
the services and a real encrypted store, in fewer walks, are in ``tests/services/test_walks.py``.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from ehdesk.authority.load import load_pack
from ehdesk.domain.case import Case
from ehdesk.domain.case_forms import offered
from ehdesk.domain.case_map import map_facts, steps_taken
from ehdesk.domain.case_timeline import timeline_facts
from ehdesk.domain.moves import BEGINS_ASSESSING
from ehdesk.domain.obligations import Obligation, obligations
from ehdesk.domain.pathway import FINAL, HELPED, MOVES, State, may
from ehdesk.domain.pathway_map import PLACES
from ehdesk.domain.review_days import last_looked_at
from ehdesk.domain.summary import summarise
from ehdesk.domain.timeline import build
from ehdesk.domain.timeline_facts import timeline_words
from tests.domain.walking import ROADS, Household, Walker

PACK = load_pack("leicester")
WALKS = 10_000
STEPS = st.lists(st.integers(0, 97 * 40), min_size=1, max_size=14)
ACCEPTED = frozenset({State.ACCEPTED, State.HUB}) | HELPED
NODES = {place.code for place in PLACES}


@given(road=st.sampled_from(ROADS), numbers=STEPS)
@settings(
    max_examples=WALKS,
    deadline=None,
    database=None,
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=[HealthCheck.too_slow],
)
def test_no_sequence_of_allowed_moves_breaks_an_invariant(
    road: tuple[str, ...], numbers: list[int]
) -> None:
    family = Household(Walker.along(PACK, road, date(2025, 1, 6)))
    _holds(family.cases[0], family.today)
    for number in numbers:
        before = {case.id: case for case in family.cases}
        walker = family.take(number)
        _holds(walker.case, family.today)
        if walker.case.id in before:
            _lawfully_moved(before[walker.case.id], walker.case)
        _one_open_of_a_kind(family)


def _one_open_of_a_kind(family: Household) -> None:
    running = [case.kind for case in family.cases if case.state not in FINAL]
    assert len(running) == len(set(running)), "two open cases of one kind"


def _holds(case: Case, today: date) -> None:
    """What is true of every case on every day."""
    due = obligations(case, PACK)
    moves = [step.move for step in case.steps]
    assert case.state == case.steps[-1].to_state
    if case.state in FINAL:
        ending = next(step for step in reversed(case.steps) if step.from_state != step.to_state)
        assert (ending.to_state, ending.happened_on) == (case.state, case.closed_on)
        assert ending.by
        assert {one.kind for one in due} <= {"follow_up", "tell_referrer", "disagreement"}
    else:
        assert case.closed_on is None
        assert due, f"{case.state} after {moves[-1]} has nothing to do next"
        assert any(may(code, case.state) for code in MOVES)
    if case.state is State.CLOSED and set(moves) & set(BEGINS_ASSESSING):
        assert case.finished("closure"), "an assessment closes with its form"
    _review_never_forgotten(case, due, today)
    _safety_first(case, due)


def _review_never_forgotten(case: Case, due: tuple[Obligation, ...], today: date) -> None:
    """Never more than the clock's time since the plan was looked at without an overdue item."""
    runs = case.state in (State.PLAN, State.MASP) or (
        case.state is State.DAS and case.came_from in (State.PLAN, State.MASP)
    )
    since = last_looked_at(case)
    if runs and since is not None:
        latest = PACK.clock("review").after(since)
        found = [one for one in due if one.kind == "review"]
        assert found
        assert found[0].due is not None
        assert found[0].due <= latest, (
            "it is overdue as soon as the time is up, whatever was agreed"
        )
        if today > latest:
            assert found[0].due < today


def _safety_first(case: Case, due: tuple[Obligation, ...]) -> None:
    """A pause hides nothing, and a child's safety least of all."""
    if case.state is State.DAS:
        assert due[0].kind == "safeguarding"
        assert "paused" not in due[0].detail
    if case.pause and case.state not in FINAL:
        assert any(one.kind == "pause" for one in due)


def _lawfully_moved(before: Case, case: Case) -> None:
    """What is true of each step that was taken."""
    assert case.steps[: len(before.steps)] == before.steps, "steps are only added"
    if before.state in FINAL:
        assert case.state is before.state, "ended is ended"
    for step in case.steps[len(before.steps) :]:
        assert may(step.move, State(step.from_state))
        assert step.from_state == before.state
        if step.to_state in ACCEPTED and step.from_state not in (*ACCEPTED, State.DAS):
            assert _consent_or_reason(case), f"{step.move} without consent or a reason"
        if step.move == "first_taf":
            assert case.consent is not None
            assert case.consent.is_written


def _consent_or_reason(case: Case) -> bool:
    consent = case.consent
    if consent is not None and consent.is_written and consent.withdrawn_on is None:
        return True
    request = case.draft("request") or next(iter(reversed(case.finished("request"))), None)
    said = request.answers if request else {}
    return said.get("before_you_start.harm") == "yes" and bool(said["consent.at_risk_reason"])


@pytest.mark.parametrize("road", ROADS)
def test_lists_map_and_forms_know_every_place_that_a_walk_comes_to(road: tuple[str, ...]) -> None:
    """Thirty fixed walks of each: nothing that is told of a case is missing for any state."""
    for seed in range(30):
        family = Household(Walker.along(PACK, road, date(2025, 1, 6)))
        for step in range(12):
            walker = family.take((seed * 7919 + step * 104729) % (97 * 40))
            line = summarise(walker.case, PACK)
            assert line.where
            assert line.track_words
            assert "{" not in line.where + line.track_words
            _each_due_thing_is_drawn(walker.case, family.today)
            assert map_facts(walker.case, family.today, PACK).current in NODES
            steps = steps_taken(walker.case, {})
            assert all(one.node in NODES for one in steps)
            for form in offered(walker.case, PACK):
                assert "{" not in form.words + form.line


def _each_due_thing_is_drawn(case: Case, today: date) -> None:
    """On the timeline: a review, a meeting or an action in its own lane, the rest in one."""
    facts = timeline_facts(case, PACK)
    drawn = {(one.kind, one.title) for one in facts.due}
    drawn |= {("action", one.what) for one in facts.actions if one.due}
    to_come = {one.due_on for one in facts.reviews if one.held_on is None}
    for one in obligations(case, PACK):
        if one.kind == "review":
            assert one.due in to_come, f"{case.state}"
        elif one.kind != "meeting":
            assert (one.kind, one.title) in drawn, f"{one.kind} in {case.state}"
    assert build(facts, today, timeline_words(PACK))
    stages = [fact.to_state for fact in facts.steps]
    assert set(stages) <= timeline_words(PACK).stages.keys()


def test_a_year_passes_day_by_day_and_a_plan_is_never_out_of_sight() -> None:
    walker = Walker(PACK, "begin_own_eha", date(2026, 1, 5))
    for act in (walker._consent_given, walker._assessment_begun, walker._plan_written):
        act()
    walker._make(MOVES["first_taf"])
    for day in range(365):
        _holds(walker.case, walker.today + timedelta(days=day))
