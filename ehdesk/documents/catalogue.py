"""Every document by kind: those of a case, and those that belong to no case or to many.

A new one is its own file and a line here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any, Protocol

from ehdesk.documents import (
    advice_given,
    case_list,
    chronology,
    closure,
    consent,
    contacts_sheet,
    cover,
    decision_letter,
    digest,
    family_plan,
    form_paper,
    glyphs,
    hub_agenda,
    hub_proforma,
    minutes,
    report,
    supervision_record,
)


class Builder(Protocol):
    """Makes the PDF of one document from its content; the same input gives the same bytes."""

    def __call__(self, content: Any, /, *, when: datetime) -> bytes: ...


@dataclass(frozen=True)
class Document:
    """One kind of document.

    ``content`` is the class of what :attr:`build` takes.
    """

    kind: str
    title: str
    content: type
    build: Builder
    missing: Callable[[object], tuple[str, ...]] = glyphs.missing
    """The characters of a content that no font has; they print as words in brackets."""


_ALL = (
    Document("family-plan", "The family's plan", family_plan.FamilyPlan, family_plan.build),
    Document("closure", "Closure form", closure.ClosureForm, closure.build),
    Document("consent", "Consent form", consent.ConsentForm, consent.build),
    Document(
        "consent-blank", "Consent form to fill in by hand", consent.ConsentForm, consent.build
    ),
    Document(
        "hub-proforma",
        "Proforma for the hub",
        hub_proforma.HubProforma,
        hub_proforma.build,
    ),
    Document("hub-agenda", "Agenda of the hub", hub_agenda.HubAgenda, hub_agenda.build),
    Document("minutes", "Minutes of a meeting", minutes.TafMinutes, minutes.build),
    Document("chronology", "Chronology", chronology.Chronology, chronology.build),
    Document(
        "chronology-panel", "Chronology for the panel", chronology.Chronology, chronology.build
    ),
    Document("cover", "Hand-over sheet for an absence", cover.CoverSheet, cover.build),
    Document(
        "decision-letter",
        "Letter to the family about the decision",
        decision_letter.DecisionLetter,
        decision_letter.build,
    ),
    Document(
        "decision-reply",
        "Reply to whoever asked",
        decision_letter.DecisionLetter,
        decision_letter.build,
    ),
    Document("form", "A form in full", form_paper.FormPaper, form_paper.build),
    Document("report", "How the work goes", report.ReportPaper, report.build),
    Document("digest", "What is due", digest.Digest, digest.build),
    Document(
        "supervision",
        "Record of supervision",
        supervision_record.SupervisionRecord,
        supervision_record.build,
    ),
    Document("cases", "List of cases", case_list.CaseList, case_list.build),
    Document("advice-given", "What was given", advice_given.AdviceGiven, advice_given.build),
    Document("contacts", "Whom to ring", contacts_sheet.ContactsSheet, contacts_sheet.build),
)

DOCUMENTS: Mapping[str, Document] = MappingProxyType({each.kind: each for each in _ALL})
"""By kind, in the order that they are listed."""
