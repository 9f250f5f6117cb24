"""What a person needs to know of each kind of paper before it leaves the store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class PaperWords:
    """Whom a paper is for, what is on it, what is left off, and where its content is kept.

    ``tab`` is the tab of the case page that the paper is made from; ``file`` begins the name of a
    saved file, which never holds the family's name.
    """

    title: str
    line: str
    left_off: str
    tab: str
    file: str
    icon: str


_WORDS = {
    "family-plan": PaperWords(
        "Family action plan",
        "For the family. Plain words, large type",
        "Left off this copy: the home address, dates of birth, health notes and case notes. "
        "Only what the family agreed to is on it.",
        "plan",
        "family plan",
        "list-checks",
    ),
    "closure": PaperWords(
        "Closure form",
        "For the file and the team. Everything about the closing",
        "Left off this copy: the home address, contacts, minutes and dates of birth. "
        "It names the children and the needs, so keep it safe.",
        "record",
        "closure form",
        "archive",
    ),
    "consent": PaperWords(
        "Consent form",
        "For the family. What was agreed, line by line",
        "Left off this copy: the home address, dates of birth and everything but what was agreed.",
        "record",
        "consent form",
        "file-text",
    ),
    "consent-blank": PaperWords(
        "Consent form to fill in by hand",
        "For the family. Read it together, then tick and sign",
        "Left off this copy: everything but first names and the agencies that help.",
        "record",
        "consent form",
        "file-text",
    ),
    "hub-proforma": PaperWords(
        "Proforma for the hub",
        "For the Hub. One side, for the 30 minutes your request is heard",
        "Left off this copy: dates of birth, case notes and what would not fit on one side.",
        "documents",
        "hub proforma",
        "file-text",
    ),
    "advice-given": PaperWords(
        "What was given",
        "For the family to take home. The services that were ticked",
        "Left off this copy: names, what was asked and what was said.",
        "documents",
        "what was given",
        "file-text",
    ),
    "cases": PaperWords(
        "List of cases",
        "For whoever works with them. The cases as they are narrowed in the list",
        "Left off this copy: addresses, dates of birth and notes. It names families, so keep it "
        "safe.",
        "documents",
        "list of cases",
        "file-text",
    ),
    "contacts": PaperWords(
        "Whom to ring",
        "For the wall. Numbers, advice points and what the letters mean",
        "No family is on this page.",
        "documents",
        "whom to ring",
        "file-text",
    ),
    "supervision": PaperWords(
        "Record of supervision",
        "For your own file. What was said about each family, and what is to be done",
        "It names families and holds what you wrote about them. It is no part of any family’s "
        "file, so keep it in yours.",
        "documents",
        "record of supervision",
        "file-text",
    ),
    "decision-letter": PaperWords(
        "Letter to the family",
        "For the family. The answer, what happens now, and that it is their choice",
        "Left off this copy: dates of birth, the checks, and what the children said. An address "
        "that is kept confidential is not on it: hand it over.",
        "documents",
        "decision letter",
        "mail",
    ),
    "decision-reply": PaperWords(
        "Reply to the referrer",
        "For whoever asked. The answer, why, and what is asked of them",
        "Left off this copy: the home address, dates of birth, and what the checks found.",
        "documents",
        "reply",
        "mail",
    ),
    "minutes": PaperWords(
        "Minutes of a meeting",
        "What was said and agreed, the family first",
        "Left off this copy: how the meeting was prepared. The record can be printed in full too.",
        "meetings",
        "minutes",
        "file-text",
    ),
    "chronology": PaperWords(
        "Chronology",
        "For professionals. A drawing above, a table below",
        "Left off this copy: what restricted notes say, and actions of the plan.",
        "documents",
        "chronology",
        "chart-gantt",
    ),
    "chronology-panel": PaperWords(
        "Chronology for the panel",
        "For the panel. What was chosen in the referral",
        "Left off this copy: everything that was not chosen in the referral.",
        "documents",
        "panel chronology",
        "chart-gantt",
    ),
    "cover": PaperWords(
        "Hand-over sheet for an absence",
        "For a colleague who covers. What is due, whom to ring and how, what not to do",
        "Left off this copy: addresses, dates of birth and what restricted notes say. "
        "It says how to reach people safely, so keep it safe.",
        "overview",
        "hand-over sheet",
        "clipboard-list",
    ),
}


AUDIENCE_WORDS = {
    "professional": ("Professionals", "Who work with the family and may read all of it"),
    "family": ("The family", "Without notes between professionals"),
}
"""Who a copy is for, and a line about it."""


def left_off_words(kind: str, left_off: Sequence[str]) -> str:
    """What is left off a paper, for whoever prints it: what its kind never has, or was found."""
    known = _WORDS.get(kind)
    also = f"Left off this copy: {', '.join(left_off)}." if left_off else ""
    if known is not None:
        return f"{known.left_off} {also.replace('Left off this copy', 'Also left off')}".strip()
    look = "Look at each page before it is shared."
    return f"{also or 'Nothing is left off this copy.'} {look}"


def paper_words(kind: str, title: str = "") -> PaperWords:
    """The words for a kind; a kind that has none of its own is called by its title."""
    name = title or kind
    return _WORDS.get(
        kind,
        PaperWords(name, "", "", "documents", kind.replace("-", " "), "file"),
    )
