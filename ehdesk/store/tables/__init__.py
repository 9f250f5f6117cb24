"""Every table, an aggregate a file. Importing this package makes the metadata whole."""

from ehdesk.store.tables import (
    attachments,
    base,
    cases,
    contact_people,
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
    "attachments",
    "base",
    "cases",
    "contact_people",
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
