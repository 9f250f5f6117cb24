"""Who is whose parent and who is or was a couple, read from the relationships."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from ehdesk.domain.people import Person, Relationship

PARENTS: Final = (
    ("mother", "father"),
    ("adoptive_mother", "adoptive_father"),
)
"""Kinds of relationship (the list "relationships") that draw a line down to a child. Each pair is a
family of its own: a child who was adopted stands under both."""

COUPLES: Final = {"partner": False, "ex_partner": True}
"""Kinds that make a couple, and whether they have parted."""

GRANDPARENTS: Final = {"grandparent_maternal": "mother", "grandparent_paternal": "father"}
"""A grandparent of a child is a parent of that child's mother or father."""


@dataclass(frozen=True)
class Union:
    """A couple, or one parent alone, with their children in the order of the people list."""

    partners: tuple[UUID, ...]
    children: tuple[UUID, ...]
    apart: bool = False


def unions(people: Sequence[Person], links: Iterable[Relationship]) -> tuple[Union, ...]:
    """Every couple and every parent with children. Links to people who are gone are passed over."""
    order = {person.id: place for place, person in enumerate(people)}
    known = [
        link
        for link in links
        if link.person_id in order and link.to_id in order and link.person_id != link.to_id
    ]
    parents = _parents(known)

    def in_order(pair: Iterable[UUID]) -> tuple[UUID, ...]:
        return tuple(sorted(pair, key=order.__getitem__))

    apart = {in_order(pair): parted for pair, parted in _couples(known).items()}
    families: dict[tuple[UUID, ...], list[UUID]] = {pair: [] for pair in apart}
    for child in in_order(parents):
        for pair in parents[child]:
            key = in_order(pair)
            if child not in key and child not in families.setdefault(key, []):
                families[key].append(child)
    return tuple(
        Union(pair, tuple(children), apart.get(pair, False))
        for pair, children in families.items()
        if children or len(pair) == 2
    )


def _parents(links: Sequence[Relationship]) -> dict[UUID, list[tuple[UUID, ...]]]:
    """The pairs of parents of each child, one-parent pairs among them."""
    by_kind: dict[tuple[UUID, str], list[UUID]] = {}
    for link in links:
        assert link.person_id is not None and link.to_id is not None  # noqa: S101, PT018 (known)
        by_kind.setdefault((link.to_id, link.kind), []).append(link.person_id)
    for link in links:
        side = GRANDPARENTS.get(link.kind)
        mine = by_kind.get((link.to_id, side), ()) if side and link.to_id else ()
        if len(mine) == 1 and link.person_id != mine[0]:
            grandparents = by_kind.setdefault((mine[0], "grand"), [])
            if link.person_id is not None and link.person_id not in grandparents:
                grandparents.append(link.person_id)
    found: dict[UUID, list[tuple[UUID, ...]]] = {}
    for child in dict.fromkeys(child for child, _kind in by_kind):
        pairs = []
        for kinds in PARENTS:
            pair = [p for kind in kinds for p in by_kind.get((child, kind), ())][:2]
            pairs.append(tuple(dict.fromkeys(pair)))
        if not any(pairs):
            pairs.append(tuple(by_kind.get((child, "grand"), ())[:2]))
        if kept := [pair for pair in pairs if pair]:
            found[child] = kept
    return found


def _couples(links: Sequence[Relationship]) -> dict[frozenset[UUID], bool]:
    """The couples that somebody has named, and whether they have parted; the last word counts."""
    return {
        frozenset((link.person_id, link.to_id)): COUPLES[link.kind]
        for link in links
        if link.kind in COUPLES and link.person_id and link.to_id
    }
