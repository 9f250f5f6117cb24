"""Every table, an aggregate a file. Importing this package makes the metadata whole."""

from ehdesk.store.tables import (
    base,
    cases,
    disclosures,
    documents,
    forms,
    history,
    needs,
    people,
    summaries,
    team,
    work,
)

METADATA = base.Base.metadata

__all__ = [
    "METADATA",
    "base",
    "cases",
    "disclosures",
    "documents",
    "forms",
    "history",
    "needs",
    "people",
    "summaries",
    "team",
    "work",
]
