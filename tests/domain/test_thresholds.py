"""What the number of needs points to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehdesk.authority.pack import NotInPack, Pack
from ehdesk.domain.thresholds import against_guidance, suggest
from tests.packs_in import leicester

PACK = leicester()


def test_nothing_ticked_points_nowhere_and_says_so() -> None:
    suggestion = suggest(0, PACK.thresholds)
    assert suggestion.route_code is None
    assert suggestion.words == "No needs ticked yet"


@pytest.mark.parametrize("count", [1, 2])
def test_two_needs_or_fewer_point_to_targeted_support_for_up_to_three_months(count: int) -> None:
    suggestion = suggest(count, PACK.thresholds)
    assert suggestion.route_code == "twelve_weeks"
    assert suggestion.words == "This points to targeted support for up to 3 months"


@pytest.mark.parametrize("count", [3, 4, 17])
def test_three_needs_or_more_point_to_an_assessment(count: int) -> None:
    suggestion = suggest(count, PACK.thresholds)
    assert suggestion.route_code == "eha"
    assert suggestion.words == "This points to an Early Help Assessment"
    assert "12 months or longer" in suggestion.more


def test_another_authority_may_draw_the_line_elsewhere() -> None:
    stricter = replace(PACK.thresholds, targeted_up_to=4, assessment_from=5)
    assert suggest(4, stricter).route_code == "twelve_weeks"
    assert suggest(5, stricter).route_code == "eha"


@pytest.mark.parametrize(
    ("route", "count", "against"),
    [
        ("under_6_weeks", 1, False),
        ("twelve_weeks", 2, False),
        ("eha", 2, True),
        ("under_6_weeks", 3, True),
        ("twelve_weeks", 4, True),
        ("eha", 3, False),
        ("eha", 0, False),
        ("under_6_weeks", 0, False),
    ],
)
def test_a_choice_against_the_guidance_is_noticed(route: str, count: int, against: bool) -> None:
    assert against_guidance(route, count, PACK) is against


def test_a_route_the_pack_does_not_have_is_a_mistake_in_the_program() -> None:
    for count in (0, 1, 5):
        with pytest.raises(NotInPack):
            against_guidance("a_year", count, PACK)


@given(st.integers(0, 60))
def test_what_is_suggested_is_never_against_the_guidance(count: int) -> None:
    pack: Pack = PACK
    route = suggest(count, pack.thresholds).route_code
    assert route is None or not against_guidance(route, count, pack)
