"""What is missing from a line of the disclosure log, as words for the field that it is about."""

from __future__ import annotations

from datetime import date

from ehdesk.domain.case import Case
from ehdesk.domain.disclosures import NotSharing, Sharing
from ehdesk.kernel.dates import say_full_date

CONSENT = "consent"
"""The lawful basis that the family's agreement is."""

Faults = tuple[tuple[str, str], ...]
"""(field, what to do) pairs."""


def agreement_words(case: Case) -> str:
    """Where the family's agreement to share stands: "Written consent, Friday 13 November 2026";
    "" when there is none."""
    consent = case.consent
    if consent is None or consent.how not in ("written", "verbal"):
        return ""
    how = "Written consent" if consent.how == "written" else "Verbal consent"
    return f"{how}, {say_full_date(consent.given_on)}" if consent.given_on else how


def faults_of_sharing(sharing: Sharing, case: Case, today: date) -> Faults:
    """What still has to be said of a share."""
    faults = [
        *_when(sharing.shared_on, "shared_on", today),
        *_whom(sharing.recipient, sharing.agency),
        *_about(sharing),
    ]
    if not sharing.purpose.strip():
        faults.append(("purpose", "Enter why it is shared"))
    if not sharing.basis:
        faults.append(("basis", "Choose the lawful basis"))
    elif sharing.basis == CONSENT and not sharing.agreement:
        faults.append(("basis", "The family’s agreement is not recorded; choose another basis"))
    if not sharing.agreement and not sharing.override.strip():
        faults.append(("override", "Enter why it is shared without the family’s agreement"))
    if sharing.family_told == "no" and not sharing.family_not_told_why.strip():
        faults.append(("family_not_told_why", "Enter why the family is not told"))
    return _ours(sharing.people, case, faults)


def faults_of_not_sharing(decision: NotSharing, case: Case, today: date) -> Faults:
    """What still has to be said of a decision not to share."""
    faults = [
        *_when(decision.decided_on, "decided_on", today),
        *_whom(decision.recipient, decision.agency),
        *_about(decision),
    ]
    if not decision.why_not.strip():
        faults.append(("why_not", "Enter why it is not shared"))
    return _ours(decision.people, case, faults)


def _when(day: date, field: str, today: date) -> Faults:
    return ((field, "Enter today’s date or an earlier one"),) if day > today else ()


def _whom(recipient: str, agency: str) -> Faults:
    if recipient.strip() or agency.strip():
        return ()
    return (("recipient", "Enter who it is for: a person, an agency or both"),)


def _about(line: Sharing | NotSharing) -> Faults:
    faults = []
    if not line.title.strip():
        faults.append(("title", "Enter what it is about"))
    if not line.people:
        faults.append(("people", "Choose whom it is about"))
    if not line.information:
        faults.append(("information", "Choose the kinds of information"))
    return tuple(faults)


def _ours(people: tuple[object, ...], case: Case, faults: list[tuple[str, str]]) -> Faults:
    if not {person.id for person in case.people}.issuperset(people):
        faults.append(("people", "Choose people of this family"))
    return tuple(faults)
