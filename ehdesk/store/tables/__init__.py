"""Every table, an aggregate a file. Importing this package makes the metadata whole."""

from ehdesk.store.tables import (
    base,
    cases,
    documents,
    forms,
    history,
    matching,
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
    "documents",
    "forms",
    "history",
    "matching",
    "needs",
    "people",
    "summaries",
    "team",
    "work",
]
