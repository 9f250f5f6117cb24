"""Every table, an aggregate a file. Importing this package makes the metadata whole."""

from ehdesk.store.tables import (
    advice,
    attachments,
    base,
    cases,
    disclosures,
    documents,
    drafts,
    forms,
    history,
    joining,
    matching,
    needs,
    oversight,
    pathway,
    people,
    summaries,
    team,
    words,
    work,
)

METADATA = base.Base.metadata

__all__ = [
    "METADATA",
    "advice",
    "attachments",
    "base",
    "cases",
    "disclosures",
    "documents",
    "drafts",
    "forms",
    "history",
    "joining",
    "matching",
    "needs",
    "oversight",
    "pathway",
    "people",
    "summaries",
    "team",
    "words",
    "work",
]
