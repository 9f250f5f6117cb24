"""What a manager sees of each family while walking through a worker's caseload (design 25)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.last_written import last_written
from ehdesk.domain.obligations import Obligation
from ehdesk.domain.pathway import HELPED, state_words
from ehdesk.domain.people import Person
from ehdesk.domain.words import plural
from ehdesk.kernel.dates import say_short_date

QUIET: Final = timedelta(weeks=4)
"""After so long with nothing written down, somebody asks (design 25)."""


@dataclass(frozen=True)
class Flag:
    """Something to ask about: ``code`` for its mark, ``words`` for people."""

    code: str
    words: str


@dataclass(frozen=True)
class CaseloadLine:
    """A family of the walk. ``words`` are about the first flag, or where the family is."""

    case_id: UUID
    family: str
    words: str
    flags: tuple[Flag, ...]
    to_sign: UUID | None
    """The record that waits for a signature."""
    looked_at: datetime | None


@dataclass(frozen=True)
class SupervisionAction:
    """What somebody will do after supervision."""

    id: UUID
    about_id: UUID
    what: str
    who_id: UUID
    who: str
    done_on: date | None


@dataclass(frozen=True)
class Supervision:
    """One supervision of one worker. It belongs to the manager's file, not to any family's."""

    id: UUID
    worker_id: UUID
    worker: str
    held_on: date
    last_held: date | None
    finished: bool
    notes: dict[UUID, str]
    looked_at: dict[UUID, datetime]
    actions: tuple[SupervisionAction, ...]


@dataclass(frozen=True)
class WorkerLine:
    """Somebody with families, as a line of the Oversight page."""

    id: UUID
    name: str
    families: int
    last_held: date | None
    actions_open: int


def flags(case: Case, due: Sequence[Obligation], today: date) -> tuple[Flag, ...]:
    """What to ask about, the most pressing first."""
    return tuple(_flags(case, due, today))


def line_words(case: Case, found: Sequence[Flag], due: Sequence[Obligation], pack: Pack) -> str:
    """The line under a family's name."""
    if found:
        return found[0].words
    return due[0].title if due else state_words(case.state, pack)


def _flags(case: Case, due: Sequence[Obligation], today: date) -> Iterator[Flag]:
    for one in due:
        if one.kind == "sign_off":
            yield Flag("sign", one.title)
    others = [one for one in due if one.kind not in ("sign_off", "drift")]
    late = [one for one in others if one.due is not None and one.due < today]
    if late:
        days = (today - min(one.due for one in late if one.due)).days
        more = f", and {len(late) - 1} more" if len(late) > 1 else ""
        yield Flag("overdue", f"{late[0].title}: {plural(days, 'day')} overdue{more}")
    waits = [one for one in others if one.due is None and one.waiting_since]
    if waits and waits[0].waiting_since:
        days = (today - waits[0].waiting_since).days
        yield Flag("waiting", f"{waits[0].title}: waiting {plural(days, 'day')}")
    yield from _drift(due, today)
    if case.road_state in HELPED:
        yield from _children(case)
        last = last_written(case)
        if last is None or today - last >= QUIET:
            since = f" since {say_short_date(last)}" if last else " yet"
            yield Flag("quiet", f"Nothing written down{since}")


def _drift(due: Sequence[Obligation], today: date) -> Iterator[Flag]:
    """As it is due on every list, so that one rule says when to ask and what answers it."""
    for one in due:
        if one.kind == "drift" and (one.due is None or one.due <= today):
            ask = f"{one.title[:1].lower()}{one.title[1:]}"
            yield Flag("drift", f"{one.detail[:1].upper()}{one.detail[1:]}, {ask}")


def _children(case: Case) -> Iterator[Flag]:
    unseen = [child for child in case.children if not _seen_alone(child, case)]
    if unseen:
        yield Flag("not_seen", f"{_names(unseen)} not seen alone")
    unheard = [child for child in case.children if not _heard(child, case)]
    if unheard:
        yield Flag("no_words", f"No own words of {_names(unheard)}")


def _seen_alone(child: Person, case: Case) -> bool:
    """In the assessment, or at a contact with the child's name that saw a child alone."""
    if any(voice.person_id == child.id and voice.alone == "yes" for voice in case.voices):
        return True
    return any(
        record.answers.get("contact.child_seen") == "alone" and _was_there(child, record.answers)
        for record in case.finished("contact")
    )


def _was_there(child: Person, answers: Mapping[str, Any]) -> bool:
    """Chosen among the people of the contact, or named in it."""
    if str(child.id) in (answers.get("contact.people") or ()):
        return True
    return bool(child.first_name) and child.first_name in str(answers.get("contact.who") or "")


def _heard(child: Person, case: Case) -> bool:
    return any(voice.person_id == child.id and voice.is_heard for voice in case.voices)


def _names(children: Sequence[Person]) -> str:
    names = [child.first_name or "a child" for child in children]
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)
