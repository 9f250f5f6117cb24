"""Numbers of 1 to 4 are not shown, and nobody can work them out from what is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehdesk.domain.small_numbers import Divided, Kind, Shown, protect, shown, total_of

MOST = 45
"""Above the largest number that these tests make."""


def possible(part: Shown) -> set[int]:
    """What somebody may take a number to be who knows only how numbers are shown."""
    if part.kind is Kind.FEW:
        return {1, 2, 3, 4}
    if part.kind is Kind.EXACT:
        return {part.number}
    return {n for n in range(5, MOST) if (n + 5) // 10 * 10 == part.number}


def sums(parts: Iterable[Shown]) -> set[int]:
    """Every total that these numbers can have."""
    found = {0}
    for part in parts:
        found = {so_far + n for so_far, n in product(found, possible(part))}
    return found


def attacked(said: Divided) -> list[set[int]]:
    """What each small number can be to somebody who adds up, takes away and compares."""
    told = [way for way in said.ways if way is not None]
    totals = set.intersection(*(sums(way) for way in told))
    if said.total.kind is Kind.EXACT:
        totals &= {said.total.number}
    found = []
    for way in told:
        for place, part in enumerate(way):
            if part.kind is Kind.FEW:
                others = sums([*way[:place], *way[place + 1 :]])
                found.append({n for n in possible(part) if any(n + o in totals for o in others)})
    return found


families = st.lists(
    st.tuples(st.integers(0, 4), st.integers(0, 2), st.integers(0, 5)), min_size=1, max_size=40
)


def counted(codes: Sequence[int]) -> list[int]:
    counts = Counter(codes)
    return [counts[code] for code in range(max(codes) + 1)]


@given(families)
def test_a_small_number_could_still_be_any_of_one_to_four(
    lines: list[tuple[int, int, int]],
) -> None:
    ways = [counted(codes) for codes in zip(*lines, strict=True)]
    for could in attacked(protect(*ways)):
        assert could == {1, 2, 3, 4}


@given(families)
def test_what_is_shown_exactly_is_true_and_what_is_small_is_not_kept(
    lines: list[tuple[int, int, int]],
) -> None:
    ways = [counted(codes) for codes in zip(*lines, strict=True)]
    said = protect(*ways)
    for way, told in zip(ways, said.ways, strict=True):
        for number, part in zip(way, told or (), strict=False):
            assert (1 <= number <= 4) == part.is_hidden
            if part.kind is Kind.EXACT:
                assert part.number == number
            if part.is_hidden:
                assert part.number == 0
                assert part.words == "fewer than 5"
    if said.total.kind is Kind.EXACT:
        assert said.total.number == len(lines)
        assert not any(part.is_hidden for part in said.ways[0] or ())


def test_who_knows_how_it_is_done_learns_no_more() -> None:
    """Every store of up to 18 families in two ways of two: what gave the same report is alike."""
    behind: dict[Divided, list[tuple[int, ...]]] = defaultdict(list)
    for total in range(30):  # beyond 18, so that the largest have their likes too
        for one, other in product(range(total + 1), repeat=2):
            said = protect((one, total - one), (other, total - other))
            behind[said].append((one, total - one, other, total - other))
    for said, stores in behind.items():
        if all(sum(store) > 36 for store in stores):
            continue
        parts = [part for way in said.ways for part in way or (None, None)]
        for place, part in enumerate(parts):
            if part is not None and part.is_hidden:
                assert len({store[place] for store in stores}) > 1, (said, stores)


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ((14, 11, 8, 9), "42"),
        ((11, 6, 5, 3), "about 25"),
        ((11, 6, 5, 1), "about 25"),
        ((17, 9, 6, 1, 4, 5), "about 40"),
        ((2,), "fewer than 5"),
        ((2, 0), "fewer than 5"),
        ((0, 0), "0"),
        ((4, 4), "about 5"),
    ],
)
def test_a_total_says_only_what_its_parts_say(parts: tuple[int, ...], words: str) -> None:
    assert total_of([shown(part) for part in parts]).words == words


def test_a_second_way_to_divide_gives_way_as_in_the_picture() -> None:
    said = protect((14, 11, 8, 9), (31, 8, 3))
    assert said.total.words == "42"
    assert [part.words for part in said.ways[1] or ()] == ["about 30", "about 10", "fewer than 5"]


def test_a_way_that_cannot_be_told_safely_is_left_out() -> None:
    assert protect((8,), (4, 4)).ways[1] is None


def test_ways_that_do_not_divide_the_same_are_refused() -> None:
    with pytest.raises(ValueError, match="same families"):
        protect((5,), (6,))
