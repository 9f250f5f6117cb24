"""What a person needs to know of each kind of paper before it leaves the store."""

from __future__ import annotations

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
}


def paper_words(kind: str, title: str = "") -> PaperWords:
    """The words for a kind; a kind that has none of its own is called by its title."""
    name = title or kind
    return _WORDS.get(
        kind,
        PaperWords(name, "", "Look at each page before it is shared.", "documents", kind, "file"),
    )
