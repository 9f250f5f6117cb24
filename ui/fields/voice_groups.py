"""The boxes of a child's voice: a few lines for a request, groups for an assessment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ehdesk.forms import kinds
from ehdesk.forms.spec import Field, Row
from ui.fields.grouped_form import Group, Tells
from ui.fields.person_words import group_line
from ui.fields.row_form import Line
from ui.fields.surroundings import Surroundings

SHORT: Final[tuple[Line, ...]] = (
    (("words", 6),),
    (("how", 3), ("gathered_by", 3)),
    (("person_id", 3), ("on", 3)),
)
"""All that a form may ask and still stand in lines without groups."""

LABELS: Final = {
    "words": "Their own words",
    "how": "How they told us, such as drawing or talking",
    "gathered_by": "Who they told",
    "person_id": "Who said it",
    "on": "When",
}

OPEN_FIRST: Final = ("words",)

_GROUPS: Final[tuple[tuple[str, str, str, tuple[Line, ...]], ...]] = (
    (
        "seen",
        "Seen and heard",
        "eye",
        (
            (("seen", 3), ("alone", 3)),
            (("on", 3), ("place", 3)),
            (("method", 3), ("gathered_by", 3)),
        ),
    ),
    (
        "words",
        "In their own words",
        "message-square-quote",
        ((("words", 6),), (("person_id", 3), ("how", 3))),
    ),
    ("day", "A day at home and at school", "sunrise", ((("day_home", 6),), (("day_school", 6),))),
    (
        "good",
        "Good, worries, better",
        "smile",
        ((("good", 6),), (("worries", 6),), (("better", 6),)),
    ),
    (
        "wishes",
        "People, wishes and help so far",
        "star",
        ((("important_people", 6),), (("wishes", 6),), (("help_views", 6),)),
    ),
    ("observed", "What we saw", "ear", ((("observed", 6),),)),
    ("told", "Told what came of it", "check-check", ((("told_outcome", 6),),)),
)


def is_short(question: Field) -> bool:
    """Whether the form asks only what stands in lines."""
    short = {key for line in SHORT for key, _share in line}
    return all(column.key in short for column in kinds.columns(question))


def groups(question: Field, around: Surroundings) -> tuple[Group, ...]:
    """The groups of the full version, each told in a line."""
    asked = {column.key: column for column in kinds.columns(question)}
    return tuple(
        Group(key, title, icon, lines, _teller(lines, asked, around))
        for key, title, icon, lines in _GROUPS
    )


def _teller(lines: Sequence[Line], asked: dict[str, Field], around: Surroundings) -> Tells:
    columns = [asked[k] for line in lines for k, _ in line if k in asked and k != "person_id"]

    def tells(row: Row) -> str:
        """Long texts by what they are called: the words themselves are in the box."""
        written = [c.label for c in columns if c.kind == "long_text" and str(row[c.key]).strip()]
        short = [c for c in columns if c.kind != "long_text"]
        told = group_line(row, short, around.answers.words) if short else ""
        return ", ".join(written) or told or "Nothing yet"

    return tells
