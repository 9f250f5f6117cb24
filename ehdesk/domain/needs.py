"""Counting needs.

A need counts once for a family, however many people it concerns and however often it is written
down. A need of the catalogue is not counted beside the plain need that already stands for it.
"""

from __future__ import annotations

from collections.abc import Iterable

from ehdesk.authority.items import Headline
from ehdesk.authority.pack import Pack


def distinct_needs(codes: Iterable[str], pack: Pack) -> tuple[str, ...]:
    """The codes that count, each once, in the order they first came."""
    wanted = tuple(dict.fromkeys(code for code in codes if code))
    covered = {code for need in pack.needs if need.code in wanted for code in need.covers}
    return tuple(code for code in wanted if code not in covered)


def count_needs(codes: Iterable[str], pack: Pack) -> int:
    """How many needs the family has. A code the pack does not know counts: records outlive it."""
    return len(distinct_needs(codes, pack))


def headline_counts(codes: Iterable[str], pack: Pack) -> tuple[tuple[Headline, int], ...]:
    """The headline outcomes that the needs fall under, each with how many, in catalogue order.

    A plain need that falls under two headlines (home and money) counts in both, so the sum can be
    more than the count.
    """
    found = distinct_needs(codes, pack)
    counts = {headline.code: 0 for headline in pack.headlines}
    under: dict[str, tuple[str, ...]] = {need.code: (need.headline,) for need in pack.catalogue}
    for need in pack.needs:
        under[need.code] = tuple(dict.fromkeys(h for code in need.covers for h in under[code]))
    for headline in (headline for code in found for headline in under.get(code, ())):
        counts[headline] += 1
    return tuple((each, counts[each.code]) for each in pack.headlines if counts[each.code])
