"""Where a case is on the map, walked: each move has an arrow, or a box that tells of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from ehdesk.authority.load import load_pack
from ehdesk.domain.case_map import map_facts
from ehdesk.domain.pathway import MOVES, State
from ehdesk.domain.pathway_map import EDGES, PathwayMap, lay, texts_of
from tests.domain.walking import ROADS, Walker

PACK = load_pack("leicester")
TEXTS = texts_of(PACK)
START = date(2025, 1, 6)
ASKED = ("begin", "consent", "send")
PLAN = (*ASKED, "accept_for_hub", "hub_allocates", "assessment", "plan", "first_taf")

ARROWS = {(edge.start, edge.end) for edge in EDGES}
TOLD = {
    "refer_to_das": ("safeguarding", "at any time and from any box"),
    "step_up": ("safeguarding", "at any time and from any box"),
    "return_request": ("request", "sent back here for more"),
    "begin_step_down": ("assessment", "step down from social care"),
    "step_down": ("assessment", "step down from social care"),
    "close": ("close", "after any box where somebody helps"),
} | {
    move: ("safeguarding", "goes back to where it was")
    for move in MOVES
    if move.startswith("back_to_")
}
"""Moves that are no arrow between two boxes: where they are told, and in which words."""


def shown(walker: Walker) -> PathwayMap:
    return lay(map_facts(walker.case, walker.today, PACK), TEXTS)


def at(*road: str) -> PathwayMap:
    return shown(Walker.along(PACK, road, START))


def state_of(drawn: PathwayMap, *codes: str) -> list[str]:
    return [drawn.by_code[code].state for code in codes]


def walks() -> Iterator[Walker]:
    """Fixed walks, each given again after every step that it takes."""
    for road in ROADS:
        for seed in range(60):
            walker = Walker.along(PACK, road, START)
            for number in range(14):
                yield walker
                act = (seed * 7919 + number * 104729) % (97 * 40)
                walker.today += timedelta(days=act % 97)
                choices = walker.choices()
                if choices:
                    choices[act // 97 % len(choices)]()
            yield walker


def test_every_move_has_an_arrow_or_is_told_in_words_and_every_arrow_is_followed() -> None:
    seen: set[str] = set()
    followed: set[tuple[str, str]] = set()
    before: Walker | None = None
    steps, way = 0, frozenset[tuple[str, str]]()
    for walker in walks():
        if walker is not before:
            before, steps, way = walker, 0, frozenset()
        road = map_facts(walker.case, walker.today, PACK).road
        assert road is not None
        moves = {step.move for step in walker.case.steps[steps:]}
        new = {(a, b) for a, b in road - way if a != b}
        if not new <= ARROWS:
            told = [TOLD[move] for move in moves if move in TOLD]
            assert told, (moves, new - ARROWS)
            assert all(words in TEXTS[node].full for node, words in told), moves
        seen |= moves
        followed |= new
        steps, way = len(walker.case.steps), road
    assert set(MOVES) - seen == {"accept_eha"}, "that one where no hub allocates"
    assert followed >= ARROWS, "each arrow was followed"


def test_where_no_hub_allocates_the_checks_lead_to_the_assessment() -> None:
    pack = load_pack(Path(__file__).resolve().parent.parent / "packs" / "marlshire")
    case = Walker.along(pack, (*ASKED, "accept_eha"), START).case
    facts = map_facts(case, START, pack)
    assert facts.current == "assessment"
    assert facts.road is not None
    assert ("checks", "assessment") in facts.road
    assert ("checks", "assessment") in {(e.start, e.end) for e in lay(facts, texts_of(pack)).edges}


def test_of_a_case_that_has_ended_nothing_is_ahead_and_of_the_others_something() -> None:
    found: set[State] = set()
    for walker in walks():
        drawn, is_open = shown(walker), walker.case.is_open
        found.add(walker.case.state)
        states = [node.state for node in drawn.nodes]
        assert states.count("current") == 1
        assert ("could_be_next" in states) == is_open
        assert bool(drawn.next_words) == is_open
        assert drawn.by_code["safeguarding"].state != "not_taken", "at any time"
        if not is_open:
            assert {edge.label for edge in drawn.edges if not edge.taken} <= {"", "at any time"}
            assert "due" not in drawn.loop_words
    assert found == set(State)


def test_a_request_that_was_sent_waits_at_its_box_and_was_not_refused() -> None:
    drawn = at(*ASKED)
    assert state_of(drawn, "request", "accepted", "checks") == [
        "current",
        "could_be_next",
        "could_be_next",
    ]
    assert drawn.by_code["request"].line == "Sent 10 Jan"
    assert drawn.next_words == "Safeguarding, Accepted or Below threshold"


def test_each_beginning_and_ending_says_what_happened() -> None:
    for road, node, line in (
        (("begin",), "request", "Begun 6 Jan"),
        (("begin_own_eha",), "assessment", "Begun 6 Jan"),
        ((*ASKED, "return_request"), "request", "Sent back 12 Jan"),
        ((*ASKED, "accept", "withdraw"), "checks", "Withdrawn 14 Jan"),
        ((*ASKED, "advised"), "below_threshold", "On 12 Jan"),
        ((*ASKED, "joins_existing"), "assessment", "Joined 12 Jan"),
        ((*ASKED, "refer_to_das", "taken_by_das"), "safeguarding", "Taken on 14 Jan"),
        ((*ASKED, "accept_twelve_weeks", "short_reviewed"), "work_no_taf", "Reviewed 14 Jan"),
        ((*ASKED, "accept_twelve_weeks", "escalate"), "assessment", "Moved up 14 Jan"),
    ):
        drawn = at(*road)
        here = next(one for one in drawn.nodes if one.state == "current")
        assert (here.code, here.line) == (node, line), road
    assert at(*ASKED, "advised").by_code["below_threshold"].title == "Advice given"
    assert at(*ASKED, "not_met").by_code["below_threshold"].title == "Below threshold"


def test_while_the_duty_service_has_it_what_was_ahead_still_is() -> None:
    drawn = at(*PLAN, "refer_to_das")
    assert state_of(drawn, "safeguarding", "review") == ["current", "done"]
    assert state_of(drawn, "close", "masp", "under_six_weeks") == [
        "could_be_next",
        "could_be_next",
        "not_taken",
    ]
    arrow = next(edge for edge in drawn.edges if edge.end == "safeguarding")
    assert (arrow.label, arrow.taken) == ("at any time", True), "from whichever box it was"
    assert drawn.next_words == "back to Review plan, or social care takes it on"
    back = at(*PLAN, "refer_to_das", "back_to_plan")
    assert state_of(back, "safeguarding", "review") == ["done", "current"]


def test_the_hub_says_since_when_it_has_it_however_often_it_put_it_off() -> None:
    assert at(*ASKED, "accept_for_hub", "hub_defers").by_code["hub"].line == "Since 12 Jan"


def test_where_the_panel_only_advised_no_resources_were_agreed() -> None:
    drawn = at(*PLAN, "refer_to_masp", "panel_advised")
    assert state_of(drawn, "masp", "resources", "review") == ["done", "could_be_next", "current"]
