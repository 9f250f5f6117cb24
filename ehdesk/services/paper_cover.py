"""What a colleague who covers has to know: of each family what the record says, and of the absence
what whoever goes away typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ehdesk.authority.pack import Pack
from ehdesk.documents.cover import CoverFamily, CoverLine, CoverSheet
from ehdesk.domain.ages import names_with_ages_on
from ehdesk.domain.case import Case
from ehdesk.domain.due_beside import pause_words
from ehdesk.domain.due_plan import planned_meeting
from ehdesk.domain.households import holding
from ehdesk.domain.obligations import obligations
from ehdesk.domain.pathway import state_words
from ehdesk.domain.people import Person
from ehdesk.domain.words import join_names, sentences
from ehdesk.kernel.dates import say_full_date, say_long_date, say_short_date
from ehdesk.services.paper_source import Source

_NOTES = 3
"""So many of the newest contacts are told."""


@dataclass(frozen=True)
class Absence:
    """From its first day to its last, who covers, and words for them. Any of it may be missing."""

    first: date | None = None
    last: date | None = None
    covers: str = ""
    words: str = ""

    @property
    def is_backwards(self) -> bool:
        """Whether it ends before it begins."""
        return self.first is not None and self.last is not None and self.last < self.first

    @property
    def days(self) -> str:
        """``Monday 23 November to Friday 4 December 2026``; "" where no day is known."""
        first, last = (say_full_date(day) if day else "" for day in (self.first, self.last))
        if self.first and self.last and self.first.year == self.last.year:
            first = first.removesuffix(f" {self.first.year}")
        if self.first == self.last:
            return last
        if first and last:
            return f"{first} to {last}"
        return f"From {first}" if first else f"Until {last}"


def cover(source: Source) -> CoverSheet:
    """The sheet for one family."""
    case = source.case
    return cover_sheet((case,), case.worker or source.user.name, source.pack, source.today)


def cover_sheet(
    cases: Iterable[Case],
    worker: str,
    pack: Pack,
    today: date,
    absence: Absence | None = None,
) -> CoverSheet:
    """The sheet for these families, in the order given."""
    away = absence or Absence()
    das = pack.contact("das")
    number = f"{das.name}: {das.phone}." if das.phone else f"{das.name}."
    return CoverSheet(
        worker=worker,
        covers=away.covers.strip(),
        away="" if away.is_backwards else away.days,
        words=away.words.strip(),
        families=tuple(cover_family(case, pack, today, away.last) for case in cases),
        urgent=f"A child is not safe now: ring 999, then the {number}",
    )


def cover_family(case: Case, pack: Pack, today: date, until: date | None = None) -> CoverFamily:
    """One family of the sheet. What is due only after the absence is left to whoever is back."""
    return CoverFamily(
        title=case.family.title,
        reference=case.reference,
        stands=state_words(case.state, pack),
        lead=f"{pack.term('lead_practitioner')}: {case.lead}" if case.lead else "",
        children=names_with_ages_on(case, today),
        careful=tuple(_careful(case, today)),
        ring=tuple(_ring(case)),
        due=tuple(_due(case, pack, until)),
        meetings=tuple(_meetings(case, pack, today)),
        notes=tuple(_notes(case)),
    )


def _careful(case: Case, today: date) -> Iterator[CoverLine]:
    """What must not be done or told, and what is a risk to whoever goes there."""
    names = {person.id: person.full_name for person in case.people}
    for one in holding(case, today):
        who = one.name or names.get(one.person_id, "") if one.person_id else one.name
        protected = join_names(p.first_name for p in case.people if str(p.id) in one.protects)
        until = f"Until {say_long_date(one.until)}" if one.until else ""
        said = (
            one.what or "What is restricted is not written down",
            one.order,
            f"This protects {protected}" if protected else "",
            until,
        )
        yield CoverLine(label=f"Not {who}" if who else "Restricted", words=_sentences(said))
    for person in case.people:
        if person.staff_risk == "yes" or person.staff_risk_note:
            risk = person.staff_risk_note or "Ask before a visit"
            yield CoverLine(label=f"Risk: {person.first_name}", words=_sentences((risk,)))
    if case.family.is_confidential:
        words = "The address is kept confidential. Tell it to nobody."
        yield CoverLine(label="Address", words=words)
    if case.consent is not None and case.consent.withdrawn_on is not None:
        day = say_short_date(case.consent.withdrawn_on)
        yield CoverLine(label="Consent", words=f"Withdrawn {day}. Share nothing without asking.")
    if case.pause is not None:
        until = say_short_date(case.pause.until)
        yield CoverLine(label="Paused", words=_sentences((f"Until {until}", case.pause.reason)))
    hidden = sum(contact.restricted for contact in case.contacts)
    if hidden:
        words = "There are restricted notes. What they say is not on this sheet."
        yield CoverLine(label="Restricted", words=words)


def _ring(case: Case) -> Iterator[CoverLine]:
    """How the family is reached safely, then each of them, then who else helps."""
    if case.family.contact_note:
        yield CoverLine(label="Safely", words=case.family.contact_note)
    if case.family.interpreter == "yes" or case.family.interpreter_note:
        words = case.family.interpreter_note or "Ask for one"
        yield CoverLine(label="Interpreter", words=words)
    for person in case.adults:
        if person.phone or person.safe_contact:
            words = _sentences((person.phone, person.safe_contact))
            yield CoverLine(label=_called(person), words=words)
    for one in case.professionals:
        if one.name and one.phone and one.involved != "before":
            about = ", ".join(part for part in (one.role, one.agency) if part)
            yield CoverLine(label=one.name, words=_sentences((one.phone, about)))


def _called(person: Person) -> str:
    return ", ".join(part for part in (person.first_name, person.relationship) if part)


def _due(case: Case, pack: Pack, until: date | None) -> Iterator[CoverLine]:
    """By their days, what has none at the end."""
    due = obligations(case, pack)
    paused = pause_words(case.pause) if case.pause else ""
    lines: list[tuple[date | None, CoverLine]] = []
    for one in due:
        day = say_short_date(one.due) if one.due else ""
        # A pause is told once, above: not with each thing that waits for it.
        detail = one.detail.removesuffix(paused).removesuffix(", ")
        words = f"{one.title}, {detail}" if detail else one.title
        lines.append((one.due, CoverLine(label=day, words=words)))
    told = {one.subject_id for one in due}
    for action in case.actions:
        if action.is_open and action.what and action.id not in told:
            day = say_short_date(action.by_when) if action.by_when else action.by_words
            who = f"{action.who}: " if action.who else ""
            lines.append((action.by_when, CoverLine(label=day, words=f"{who}{action.what}")))
    lines.sort(key=lambda one: (one[0] is None, one[0] or date.max))
    return (line for day, line in lines if day is None or until is None or day <= until)


def _meetings(case: Case, pack: Pack, today: date) -> Iterator[CoverLine]:
    meeting = planned_meeting(case)
    if meeting and meeting.next_on and meeting.next_on >= today:
        words = _sentences((pack.say("{taf} meeting"), meeting.next_venue))
        yield CoverLine(label=say_short_date(meeting.next_on), words=words)
    for slot in case.hub_slots:
        if not slot.is_heard and slot.held_on >= today:
            words = _sentences((pack.say("The {hub}"), slot.starts))
            yield CoverLine(label=say_short_date(slot.held_on), words=words)


def _notes(case: Case) -> Iterator[CoverLine]:
    """The newest contacts and notes, by the day they happened; of a restricted one nothing."""
    told = [
        (contact.happened_on, (contact.who, contact.note))
        for contact in case.contacts
        if not contact.restricted
    ]
    told += [(added.on, (added.by, added.text)) for added in case.additions]
    told.sort(key=lambda one: one[0])
    for on, words in reversed(told[-_NOTES:]):
        yield CoverLine(label=say_short_date(on), words=_sentences(words))


def _sentences(parts: Iterable[str]) -> str:
    """On one line, as the sheet has it."""
    return sentences(" ".join(part.split()) for part in parts if part)
