"""The history of a case in words: what was done, by whom, and what changed with it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any, Protocol
from uuid import UUID

from ehdesk.authority.pack import Pack
from ehdesk.kernel.dates import say_date

LONGEST = 90
"""Letters of an old or new value that are shown."""


class Change(Protocol):
    """One recorded change, as the desk gives it."""

    @property
    def at(self) -> datetime: ...
    @property
    def by(self) -> str: ...
    @property
    def operation(self) -> str: ...
    @property
    def table(self) -> str: ...
    @property
    def field(self) -> str: ...
    @property
    def old(self) -> object: ...
    @property
    def new(self) -> object: ...
    @property
    def operation_id(self) -> UUID: ...


@dataclass(frozen=True)
class Deed:
    """One thing a person did, with the lines that say what changed."""

    at: datetime
    by: str
    what: str
    lines: tuple[str, ...]
    undo: UUID | None = None
    """The key to take it back with, where it can be."""


def deeds(
    changes: Sequence[Change], pack: Pack, today: date, undoable: Collection[UUID] = ()
) -> tuple[Deed, ...]:
    """The changes put together by what was done, newest first. ``undoable`` are the operations
    that can be taken back."""

    def deed(change: Change) -> tuple[datetime, str, str, UUID | None]:
        key = change.operation_id if change.operation_id in undoable else None
        return change.at, change.by, change.operation, key

    questions = {field.key: field.short_label for form in pack.forms for field in form.fields()}
    found = []
    for (at, by, what, undo), group in groupby(changes, key=deed):
        lines = (_line(change, questions, today) for change in group)
        told = tuple(dict.fromkeys(line for line in lines if line))
        found.append(Deed(at, by, what, told, undo))
    return tuple(found)


_THINGS = {
    "actions": "Action",
    "additions": "Added to the record",
    "areas": "Area of life",
    "attachments": "File",
    "attendance": "Invited",
    "cases": "Case",
    "checks": "Check",
    "closures": "Closing",
    "consents": "Consent",
    "contacts": "Contact",
    "decisions": "Decision",
    "disclosures": "Told to others",
    "documents": "Paper",
    "families": "Family",
    "joinings": "Joining",
    "measures": "How far it has come",
    "meetings": "Meeting",
    "needs": "Need",
    "outcomes": "Outcome",
    "packets": "Packet",
    "people": "Person",
    "professionals": "Professional",
    "reviews": "Review",
    "signposts": "Signposted to",
    "voices": "A child’s words",
}
"""Tables whose rows are said; of the others only fields with a question's name are."""

_FIELDS = {
    "address": "Address",
    "agency": "Agency",
    "by_when": "By when",
    "by_words": "By when",
    "came": "Came",
    "chair": "Chair",
    "cluster": "Cluster",
    "contact_note": "How to make contact",
    "covers": "Who may be told",
    "date_of_birth": "Date of birth",
    "decision": "What happens now",
    "email": "Email",
    "ends": "Ended",
    "evidence": "Evidence",
    "family_name": "Family name",
    "given_name": "Given name",
    "given_on": "Consent given on",
    "going_well": "Going well",
    "held_on": "Held on",
    "hoped": "Hoped for",
    "how": "How",
    "name": "Name",
    "next_due": "Next review",
    "next_on": "Next meeting",
    "next_venue": "Next meeting at",
    "not_with": "Not to be told",
    "note": "Note",
    "outcome": "How it ended",
    "phone": "Phone",
    "postcode": "Postcode",
    "progress": "Progress",
    "relationship": "Relationship",
    "result": "What they said",
    "role": "Role",
    "route": "Kind of help",
    "school": "School",
    "score": "Number",
    "start": "Number at the start",
    "starts": "Started",
    "title": "What the family wants",
    "venue": "Place",
    "what": "What will happen",
    "who": "Who",
    "words": "Words",
    "words_by": "Whose words",
    "worker": "Allocated to",
    "worries": "Worries",
    "year_group": "Year",
}


def _line(change: Change, questions: Mapping[str, str], today: date) -> str:
    if not change.field:
        return _whole_row(change, today)
    if change.field == "removed":
        thing = _THINGS.get(change.table, "Line")
        return f"{thing} taken out" if change.new else f"{thing} put back"
    if change.field.startswith("answers."):
        name = questions.get(change.field.removeprefix("answers."), "")
    else:
        name = _FIELDS.get(change.field, "") if change.table in _THINGS else ""
    old, new = _value(change.old, today), _value(change.new, today)
    if not name or old == new or _is_id(change.old) or _is_id(change.new):
        return ""
    asked = name if name.endswith("?") else f"{name}:"
    if not old:
        return f"{asked} {new}"
    return f"{asked} {new or 'nothing'}, was {old}"


def _whole_row(change: Change, today: date) -> str:
    thing = _THINGS.get(change.table)
    if thing is None or not isinstance(change.new, Mapping):
        return ""
    row: Mapping[str, Any] = change.new
    full = " ".join(str(row[key]) for key in ("given_name", "family_name") if row.get(key))
    named = full or next(
        (row[key] for key in ("what", "title", "name", "service", "text", "words") if row.get(key)),
        "",
    )
    words = _value(named, today)
    return f"{thing}: {words}" if words else ""


def _value(value: object, today: date) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list):
        parts = [_value(one, today) for one in value if not isinstance(one, Mapping)]
        return ", ".join(part for part in parts if part) or (f"{len(value)} lines" if value else "")
    if not isinstance(value, str):
        return ""
    if value in ("yes", "no"):
        return value.title()
    try:
        return say_date(date.fromisoformat(value), today)
    except ValueError:
        text = value.replace("_", " ") if value.islower() and " " not in value else value
        return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"


def _is_id(value: object) -> bool:
    if not isinstance(value, str):
        return False
    try:
        UUID(value)
    except ValueError:
        return False
    return True
