"""Needs are counted once for a family."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ehdesk.domain.needs import count_needs, distinct_needs, headline_counts
from tests.packs_in import leicester

PACK = leicester()
CODES = st.lists(st.sampled_from([need.code for need in (*PACK.needs, *PACK.catalogue)]))


def test_a_need_ticked_for_two_children_counts_once() -> None:
    assert count_needs(["attendance", "feelings", "attendance"], PACK) == 2


def test_nothing_ticked_is_no_need() -> None:
    assert count_needs([], PACK) == 0
    assert count_needs([""], PACK) == 0


def test_a_catalogue_need_is_not_counted_beside_the_plain_one_that_stands_for_it() -> None:
    assert distinct_needs(["1.1", "attendance", "1.3"], PACK) == ("attendance", "1.3")


def test_a_childs_and_a_parents_health_are_two_needs_though_the_catalogue_has_one() -> None:
    assert count_needs(["child_health", "parent_health", "3.3"], PACK) == 2


def test_a_need_that_the_pack_has_dropped_still_counts() -> None:
    assert count_needs(["attendance", "an_old_code"], PACK) == 2


def test_needs_are_grouped_under_the_headline_outcomes_in_their_order() -> None:
    found = headline_counts(["home_and_money", "attendance", "1.4", "an_old_code"], PACK)
    assert [(headline.code, count) for headline, count in found] == [("1", 2), ("9", 1), ("10", 1)]


@given(CODES)
def test_the_count_does_not_depend_on_order_or_on_repeats(codes: list[str]) -> None:
    assert count_needs(codes, PACK) == count_needs(sorted(codes) * 2, PACK)


@given(CODES, st.sampled_from([need.code for need in PACK.needs]))
def test_ticking_one_more_plain_need_never_makes_two_more(codes: list[str], more: str) -> None:
    assert count_needs([*codes, more], PACK) <= count_needs(codes, PACK) + 1


@given(CODES)
def test_every_need_falls_under_some_headline(codes: list[str]) -> None:
    assert sum(count for _, count in headline_counts(codes, PACK)) >= count_needs(codes, PACK)
