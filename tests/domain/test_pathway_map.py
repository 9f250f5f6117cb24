from __future__ import annotations

from datetime import date
from itertools import pairwise, product
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ehdesk.authority.load import load_pack
from ehdesk.domain.pathway_map import (
    COLUMNS,
    EDGES,
    FOLDED,
    FOLDED_COLUMNS,
    FOLDED_ROWS,
    PLACES,
    ROWS,
    MapFacts,
    NodeText,
    PathwayMap,
    lay,
    texts_of,
)
from tests.packs_in import leicester

TODAY = date(2026, 11, 17)
TEXTS = texts_of(leicester())
CODES = [place.code for place in PLACES]
IN_REVIEW = MapFacts(
    {
        "request": date(2026, 4, 30),
        "accepted": date(2026, 5, 6),
        "checks": date(2026, 5, 7),
        "assessment": date(2026, 5, 8),
        "first_taf": date(2026, 6, 4),
        "review": date(2026, 6, 4),
    },
    "review",
    TODAY,
    "Review 1 held, 2 due",
)


def states(drawn: PathwayMap) -> dict[str, str]:
    return {node.code: node.state for node in drawn.nodes}


def taken(drawn: PathwayMap) -> set[tuple[str, str]]:
    return {(edge.start, edge.end) for edge in drawn.edges if edge.taken}


def test_every_box_of_the_leaflet_has_a_place_of_its_own_and_words() -> None:
    places = {(place.row, place.column) for place in PLACES}
    assert len(places) == len(PLACES) == 15
    assert places <= set(product(range(ROWS), range(COLUMNS)))
    assert set(FOLDED) == set(CODES)
    assert len(set(FOLDED.values())) == len(PLACES)
    assert set(FOLDED.values()) <= set(product(range(FOLDED_ROWS), range(FOLDED_COLUMNS)))
    assert set(TEXTS) == set(CODES)
    assert all(edge.start in CODES and edge.end in CODES for edge in EDGES)


def test_a_family_in_review_stands_as_the_design_draws_it() -> None:
    drawn = lay(IN_REVIEW, TEXTS)
    assert states(drawn) == {
        "request": "done",
        "accepted": "done",
        "checks": "done",
        "assessment": "done",
        "first_taf": "done",
        "review": "current",
        "close": "could_be_next",
        "masp": "could_be_next",
        "resources": "could_be_next",
        "under_six_weeks": "not_taken",
        "twelve_weeks": "not_taken",
        "work_no_taf": "not_taken",
        "hub": "not_taken",
        "safeguarding": "exit",
        "below_threshold": "exit",
    }
    assert taken(drawn) == {
        ("request", "accepted"),
        ("accepted", "checks"),
        ("checks", "assessment"),
        ("assessment", "first_taf"),
        ("first_taf", "review"),
    }
    assert drawn.by_code["request"].line == "Sent 30 Apr"
    assert drawn.by_code["request"].spoken == "Request, done, 30 Apr"
    assert drawn.by_code["review"].spoken == "Review plan, now, 4 Jun"
    assert drawn.by_code["close"].spoken == "Close, could be next"
    assert (drawn.loop_words, drawn.loop_taken) == ("Review 1 held, 2 due", True)
    labels = {edge.label for edge in drawn.edges} - {""}
    assert labels == {"at any time", "when needs are met", "not met, or family disengaged"}
    assert drawn.next_words == "Close or MASP"


def test_where_no_hub_allocates_the_map_has_no_box_for_it() -> None:
    marlshire = load_pack(Path(__file__).resolve().parent.parent / "packs" / "marlshire")
    drawn = lay(IN_REVIEW, texts_of(marlshire))
    assert set(CODES) - set(states(drawn)) == {"hub"}
    assert ("checks", "assessment") in taken(drawn)


def test_where_a_hub_allocates_the_road_to_an_assessment_goes_by_it() -> None:
    by_hub = MapFacts({**IN_REVIEW.dates, "hub": TODAY}, "review", TODAY)
    assert {("checks", "hub"), ("hub", "assessment")} <= taken(lay(by_hub, TEXTS))
    arrows = {(edge.start, edge.end) for edge in lay(by_hub, TEXTS).edges}
    assert ("checks", "assessment") not in arrows
    assert ("checks", "assessment") in taken(lay(IN_REVIEW, TEXTS)), "accepted before there was one"


def test_a_new_request_lights_only_the_first_node() -> None:
    drawn = lay(MapFacts({"request": TODAY}, "request", TODAY), TEXTS)
    lit = {code for code, state in states(drawn).items() if state in ("done", "current")}
    assert lit == {"request"}
    assert not taken(drawn)
    assert not drawn.loop_taken
    assert "not_taken" not in states(drawn).values()


def test_a_twelve_week_case_lights_the_lower_road_and_shows_its_way_to_closing() -> None:
    way = ("request", "accepted", "checks", "twelve_weeks", "work_no_taf", "close")
    facts = MapFacts(dict.fromkeys(way, TODAY), "close", TODAY)
    drawn = lay(facts, TEXTS)
    assert {("checks", "twelve_weeks"), ("twelve_weeks", "work_no_taf")} <= taken(drawn)
    assert ("work_no_taf", "close") in taken(drawn)
    assert states(drawn)["masp"] == "not_taken"
    assert {edge.label for edge in drawn.edges} == {"", "at any time"}


def test_only_the_arrows_that_were_followed_are_solid() -> None:
    """Short work that moved up, and closed much later with its needs met."""
    way = ("request", "accepted", "checks", "twelve_weeks", "work_no_taf", "assessment")
    on = ("first_taf", "review", "close")
    road = frozenset(pairwise((*way, *on)))
    drawn = lay(MapFacts(dict.fromkeys((*way, *on), TODAY), "close", TODAY, road=road), TEXTS)
    assert taken(drawn) == road


def test_an_exit_that_was_taken_is_lit() -> None:
    drawn = lay(
        MapFacts({"request": TODAY, "below_threshold": TODAY}, "below_threshold", TODAY), TEXTS
    )
    assert states(drawn)["below_threshold"] == "current"
    assert states(drawn)["safeguarding"] == "exit"
    assert states(drawn)["accepted"] == "not_taken"
    assert taken(drawn) == {("request", "below_threshold")}


def test_after_the_panel_the_family_may_go_back_to_review_or_close() -> None:
    facts = MapFacts({**IN_REVIEW.dates, "masp": TODAY}, "masp", TODAY, "Review 3 held")
    assert states(lay(facts, TEXTS))["close"] == "could_be_next"
    assert states(lay(facts, TEXTS))["review"] == "done"


def test_another_year_is_said() -> None:
    drawn = lay(MapFacts({"request": date(2025, 12, 3)}, "accepted", TODAY), TEXTS)
    assert drawn.by_code["request"].spoken == "Request, done, 3 Dec 2025"


def test_an_authority_may_use_its_own_words() -> None:
    words = {**TEXTS, "request": NodeText("Referral", "Consent", "In on {date}")}
    node = lay(IN_REVIEW, words).by_code["request"]
    assert (node.title, node.line, node.full) == ("Referral", "In on 30 Apr", "Referral")


@given(st.dictionaries(st.sampled_from(CODES), st.dates()), st.sampled_from(["", *CODES]))
def test_every_case_has_a_full_map_with_one_place_to_be(
    dates: dict[str, date], current: str
) -> None:
    drawn = lay(MapFacts(dates, current, TODAY), TEXTS)
    assert [node.code for node in drawn.nodes] == CODES
    assert [n.code for n in drawn.nodes if n.state == "current"] == ([current] if current else [])
    assert all(n.state in ("done", "current") for n in drawn.nodes if n.code in dates)
    assert all("{" not in node.line + node.spoken for node in drawn.nodes)
