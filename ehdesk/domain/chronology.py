"""What happened, thing by thing, for papers that tell a family's story to somebody new.

Suggested are decisions, reviews, worries about safety and a child's own words (design 2, note 24).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.case_timeline import timeline_facts
from ehdesk.domain.timeline import Entry, build
from ehdesk.domain.timeline_facts import timeline_words
from ehdesk.kernel.dates import say_short_date

ONE_PAGE = 16
"""No more than this is suggested: it fits one page."""
_LANES = frozenset({"pathway", "meetings", "reviews", "contacts"})


@dataclass(frozen=True)
class Event:
    """Something that happened on a day. ``key`` stays the same from call to call."""

    key: str
    on: date
    what: str
    suggested: bool

    @property
    def words(self) -> str:
        """``12 Jan 2026: Request, 5 needs``."""
        return f"{say_short_date(self.on)}: {self.what}"


def chronology(case: Case, pack: Pack, today: date) -> tuple[Event, ...]:
    """Everything that has happened and may be told, oldest first."""
    entries = build(timeline_facts(case, pack), today, timeline_words(pack))
    found = [
        Event(entry.key, entry.start, _words(entry), _is_suggested(entry))
        for entry in entries
        if entry.lane in _LANES and entry.kind != "next" and _has_happened(entry, today)
    ]
    names = {person.id: person.first_name for person in case.people}
    for voice in case.voices:
        if voice.on and voice.on <= today and voice.words.strip():
            who = names.get(voice.person_id, "A child") if voice.person_id else "A child"
            said = " ".join(voice.words.split())
            found.append(Event(f"voice:{voice.id}", voice.on, f"{who}: “{said}”", True))
    return tuple(sorted(found, key=lambda event: event.on))


def suggested(events: tuple[Event, ...]) -> list[str]:
    """The keys of what a page should begin with: the newest, when there is too much for one."""
    return [event.key for event in events if event.suggested][-ONE_PAGE:]


def _has_happened(entry: Entry, today: date) -> bool:
    return entry.start <= today and (entry.happened or entry.kind == "stage")


def _words(entry: Entry) -> str:
    return f"{entry.title}, {entry.detail}" if entry.detail else entry.title


def _is_suggested(entry: Entry) -> bool:
    return entry.lane in ("pathway", "reviews")
