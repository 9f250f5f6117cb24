"""What is missing from a line of the disclosure log, as words for the field that it is about."""

from __future__ import annotations

from datetime import date

from ehdesk.domain.case import Case
from ehdesk.domain.disclosures import NotSharing, Sharing
from ehdesk.kernel.dates import say_full_date

CONSENT = "consent"
"""The lawful basis that the family's agreement is."""

_SENSITIVE = ("ethnicity", "religion", "nationality", "immigration")
_HEALTH = ("disability", "diagnosis", "nhs_number", "gp", "health_visitor", "sen")

Faults = tuple[tuple[str, str], ...]
"""(field, what to do) pairs."""


def agreement_words(case: Case) -> str:
    """Where the family's agreement to share stands: "Written consent, Friday 13 November 2026";
    "" when there is none, or it was withdrawn."""
    consent = case.consent
    if consent is None or consent.withdrawn_on or consent.how not in ("written", "verbal"):
        return ""
    how = "Written consent" if consent.how == "written" else "Verbal consent"
    return f"{how}, {say_full_date(consent.given_on)}" if consent.given_on else how


def kinds_in_request(case: Case) -> tuple[str, ...]:
    """The kinds of information (list ``information_kinds``) that a request of this case holds as
    far as its answers show it; whoever sends it adds what its free text says."""
    health = any(getattr(person, name) for person in case.people for name in _HEALTH)
    sensitive = any(getattr(person, name) for person in case.people for name in _SENSITIVE)
    said = any(voice.words for voice in case.voices)
    found = (
        ("contact", True),
        ("plan", bool(case.needs)),
        ("health", health),
        ("own_words", said),
        ("sensitive", sensitive),
    )
    return tuple(kind for kind, there in found if there)


def family_said_no(sharing: Sharing, case: Case) -> bool:
    """Whether the family chose that this person or agency is not to have information of a kind
    that is in it. For each kind the newest choice counts."""
    whom = {sharing.agency.strip().casefold(), sharing.recipient.strip().casefold()} - {""}
    chosen = {
        choice.kind: choice.choice
        for choice in case.sharing
        if choice.who.strip().casefold() in whom
    }
    return any(chosen.get(kind, chosen.get("")) == "no" for kind in sharing.information)


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
    elif family_said_no(sharing, case) and not sharing.override.strip():
        faults.append(
            ("override", "The family said no to this; enter why it is shared all the same")
        )
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
