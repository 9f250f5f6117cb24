"""What happened, thing by thing, for papers that tell a family's story to somebody new.

Suggested are decisions, reviews, worries about safety and a child's own words (design 2, note 24).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from ehdesk.authority.pack import Pack
from ehdesk.domain.beside import DasReferral
from ehdesk.domain.case import Case
from ehdesk.domain.case_timeline import timeline_facts
from ehdesk.domain.decided import DECISION
from ehdesk.domain.pathway import State
from ehdesk.domain.records import Contact, Record
from ehdesk.domain.timeline import Entry, build
from ehdesk.domain.timeline_facts import timeline_words
from ehdesk.domain.words import join_names, plural
from ehdesk.kernel.dates import say_short_date

ONE_PAGE = 16
"""No more than this is suggested: it fits one page."""
_LANES = frozenset({"pathway", "meetings", "reviews", "contacts"})

Tone = Literal["", "worry", "voice"]
_SORTS: Final = {"meetings": "Meeting", "reviews": "Review", "contacts": "Contact"}


@dataclass(frozen=True)
class Event:
    """Something that happened on a day. ``key`` stays the same from call to call.

    ``title`` and ``detail`` say what, ``who`` who said so, ``sort`` what kind of thing it was in a
    word, and ``changed`` what changed because of it, as far as the record says.
    """

    key: str
    on: date
    title: str
    suggested: bool
    detail: str = ""
    sort: str = ""
    icon: str = "notebook-pen"
    tone: Tone = ""
    who: str = ""
    changed: str = ""
    lane: str = ""

    @property
    def what(self) -> str:
        """``Request, 5 needs``; ``Review 2: outcome 1 down 2 points``."""
        between = ": " if self.detail.startswith("outcome") else ", "
        return f"{self.title}{between}{self.detail}" if self.detail else self.title

    @property
    def words(self) -> str:
        """``12 Jan 2026: Request, 5 needs``."""
        return f"{say_short_date(self.on)}: {self.what}"


def chronology(case: Case, pack: Pack, today: date) -> tuple[Event, ...]:
    """Everything that has happened and may be told, oldest first."""
    found = [
        *_entries(case, pack, today),
        *_worries(case, pack, today),
        *_voices(case, today),
    ]
    return tuple(sorted(found, key=lambda event: event.on))


def suggested(events: tuple[Event, ...]) -> list[str]:
    """The keys of what a page should begin with: the newest, when there is too much for one."""
    return [event.key for event in events if event.suggested][-ONE_PAGE:]


def _entries(case: Case, pack: Pack, today: date) -> Iterator[Event]:
    contacts = {f"contact:{contact.id}": contact for contact in case.contacts}
    records = {str(record.id): record for record in case.records}
    entries = build(timeline_facts(case, pack), today, timeline_words(pack))
    stages = [entry for entry in entries if entry.kind == "stage"]
    following = dict(zip((entry.key for entry in stages), stages[1:], strict=False))
    for entry in entries:
        if entry.lane not in _LANES or entry.kind == "next" or not _has_happened(entry, today):
            continue
        contact = contacts.get(entry.record)
        record = records.get(entry.record)
        worries = contact is not None and contact.kind == "advice"
        yield Event(
            entry.key,
            entry.start,
            entry.title,
            _is_suggested(case, entry) or worries or _is_significant(contact),
            _came_of(case, entry, record) or entry.detail,
            _sort(entry, contact),
            "shield-alert" if worries else entry.icon,
            "worry" if worries or entry.icon == "shield-alert" else "",
            changed=_changed(case, pack, entry, contact, record) or _led_to(following, entry),
            lane=entry.lane,
        )


def _worries(case: Case, pack: Pack, today: date) -> Iterator[Event]:
    """What the duty service was told, and what it said, where that moved the case nowhere."""
    moved = {step.happened_on for step in case.steps if step.to_state == State.DAS}
    for told in case.das_referrals:
        if told.happened_on <= today and told.happened_on not in moved:
            yield Event(
                f"das:{told.id}",
                told.happened_on,
                pack.say("Told {das}"),
                True,
                told.said,
                "Safety",
                "shield-alert",
                "worry",
                told.taken_by,
                told.answer,
                "worries",
            )


def _voices(case: Case, today: date) -> Iterator[Event]:
    names = {person.id: person.first_name for person in case.people}
    for voice in case.voices:
        if voice.on and voice.on <= today and voice.words.strip():
            who = names.get(voice.person_id, "A child") if voice.person_id else "A child"
            said = " ".join(voice.words.split())
            yield Event(
                f"voice:{voice.id}",
                voice.on,
                f"{who}: “{said}”",
                True,
                sort="Own words",
                icon="message-square-quote",
                tone="voice",
                who=who,
                lane="voices",
            )


def _told_on(case: Case, day: date) -> DasReferral | None:
    return next((told for told in case.das_referrals if told.happened_on == day), None)


def _has_happened(entry: Entry, today: date) -> bool:
    return entry.start <= today and (entry.happened or entry.kind == "stage")


def _is_suggested(case: Case, entry: Entry) -> bool:
    """Decisions, the meetings that agreed something, and reviews; not the writing of a request."""
    if entry.lane == "meetings":
        return _agreed_on(case, entry.start) > 0
    return entry.lane == "reviews" or (entry.lane == "pathway" and entry.icon != "square-pen")


def _agreed_on(case: Case, day: date) -> int:
    return sum(action.agreed_on == day for action in case.actions)


def _led_to(following: Mapping[str, Entry], entry: Entry) -> str:
    """The stage that came after this one: what a decision led to."""
    after = following.get(entry.key)
    return f"{after.title}, {say_short_date(after.start)}" if after else ""


def _came_of(case: Case, entry: Entry, record: Record | None) -> str:
    """What a review found of each outcome: ``outcomes 2 and 3 unchanged, outcome 1 down 2 points``,
    and how late it was."""
    if entry.lane != "reviews" or record is None or record.subject_id is None:
        return ""
    found: dict[str, list[str]] = {}
    for outcome in case.outcomes:
        numbers = [outcome.start]
        for measure in outcome.measures:
            if measure.review_id == record.subject_id and measure.score is not None:
                before = next((one for one in reversed(numbers) if one is not None), None)
                if before is not None:
                    by = measure.score - before
                    way = "up" if by > 0 else "down"
                    words = f"{way} {plural(abs(by), 'point')}" if by else "unchanged"
                    found.setdefault(words, []).append(str(outcome.number))
            numbers.append(measure.score)
    told = [
        f"{'outcome' if len(numbers) == 1 else 'outcomes'} {join_names(numbers)} {words}"
        for words, numbers in sorted(found.items())
    ]
    return ", ".join([*told, *([entry.late] if entry.late and told else [])])


def _is_significant(contact: Contact | None) -> bool:
    return contact is not None and contact.significant


def _sort(entry: Entry, contact: Contact | None) -> str:
    if contact is not None and contact.kind == "advice":
        return "Advice"
    if entry.record.startswith("added:"):
        return "Note"
    return _SORTS.get(entry.lane, "Decision")


def _changed(
    case: Case, pack: Pack, entry: Entry, contact: Contact | None, record: Record | None
) -> str:
    """What the record itself says followed from it; nothing is guessed."""
    told = _told_on(case, entry.start) if entry.icon == "shield-alert" else None
    if told is not None:
        return told.answer
    if contact is not None:
        return contact.changed
    if entry.lane == "reviews" and record is not None:
        code = str(record.answers.get(DECISION) or "")
        return pack.label("review_outcomes", code) if code else ""
    if entry.lane == "meetings":
        agreed = _agreed_on(case, entry.start)
        return f"{plural(agreed, 'action')} agreed" if agreed else ""
    return ""
