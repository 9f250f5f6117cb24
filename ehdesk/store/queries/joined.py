"""Cases that are linked because the professionals of one joined the other."""

from __future__ import annotations

from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, Uuid, bindparam, or_, select

from ehdesk.domain.case import LinkedCase
from ehdesk.store.tables.cases import CaseRow, ProfessionalRow
from ehdesk.store.tables.summaries import CaseSummaryRow


def linked_by_joining(
    connection: Connection, case_id: UUID, joins: UUID | None
) -> tuple[LinkedCase, ...]:
    """The case that this one joined, and those that joined it, oldest first. One statement."""
    rows = connection.execute(_linked(), {"case": case_id, "joins": joins})
    return tuple(
        LinkedCase(row.id, row.reference, row.family, row.lead, row.asked_by or "", row.closed_on)
        for row in rows
    )


@cache
def _linked() -> Select[*tuple[Any, ...]]:
    """Made once: a case is read at every save."""
    query: Select[*tuple[Any, ...]] = (
        select(
            CaseRow.id,
            CaseRow.reference,
            CaseSummaryRow.family,
            CaseSummaryRow.lead,
            ProfessionalRow.name.label("asked_by"),
            CaseRow.closed_on,
        )
        .join(CaseSummaryRow, CaseSummaryRow.case_id == CaseRow.id)
        .outerjoin(ProfessionalRow, ProfessionalRow.id == CaseRow.asker_id)
        .where(
            or_(
                CaseRow.joins_case_id == bindparam("case", type_=Uuid()),
                CaseRow.id == bindparam("joins", type_=Uuid()),
            )
        )
        .order_by(CaseRow.opened_on, CaseRow.id)
    )
    return query
