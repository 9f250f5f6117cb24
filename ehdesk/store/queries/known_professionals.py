"""Professionals whom the store knows from any case, for offering them where one is written down.

Only what is on their card is read: name, role, agency and how to reach them. Nothing of a family
goes with it.
"""

from __future__ import annotations

from itertools import product

from sqlalchemy import ColumnElement, Connection, String, and_, func, or_, select, type_coerce

from ehdesk.domain.people import KnownProfessional
from ehdesk.store.tables.cases import ProfessionalRow

_AFTER = "\U0010ffff"
"""Sorts after every text that begins with the same letters."""


def known_professionals(
    connection: Connection, typed: str, most: int
) -> tuple[KnownProfessional, ...]:
    """Those whose name or agency begins with ``typed``: each name and agency once, with what was
    written last of them. One select, by the indexes on name and agency."""
    start = typed.strip()
    name, agency = func.lower(ProfessionalRow.name), func.lower(ProfessionalRow.agency)
    key = type_coerce(ProfessionalRow.id, String)
    newest = (
        select(func.max(key).label("id"))
        .where(_begins(start), ProfessionalRow.removed.is_(False), ProfessionalRow.name != "")
        .group_by(name, agency)
        .order_by(name, agency)
        .limit(most)
        .subquery()
    )
    query = (
        select(
            ProfessionalRow.name,
            ProfessionalRow.role,
            ProfessionalRow.agency,
            ProfessionalRow.agency_type,
            ProfessionalRow.phone,
            ProfessionalRow.email,
        )
        .join(newest, key == newest.c.id)
        .order_by(name, agency)
    )
    return tuple(KnownProfessional(*row) for row in connection.execute(query))


def _begins(start: str) -> ColumnElement[bool]:
    """Whether name or agency begins so, in capitals or not: the first two letters by the indexes,
    the rest of those few by looking."""
    columns = (ProfessionalRow.name, ProfessionalRow.agency)
    pairs = product(*({letter.lower(), letter.upper()} for letter in start[:2]))
    first = sorted("".join(pair) for pair in pairs)
    by_index = (and_(c >= one, c < one + _AFTER) for c in columns for one in first)
    whole = (func.substr(func.lower(c), 1, len(start)) == start.lower() for c in columns)
    return and_(or_(*by_index), or_(*whole))
