"""Work without a Team Around the Family: which week it is in, and what was written down of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ehdesk.authority.pack import Pack
from ehdesk.domain.ages import ages_on
from ehdesk.domain.case import Case
from ehdesk.domain.due_short_work import last_short_review, short_work_ends
from ehdesk.domain.pathway import State

SHORT_WORK = frozenset({State.UNDER_SIX_WEEKS, State.TWELVE_WEEKS})


@dataclass(frozen=True)
class WorkNote:
    """A line of the work: a contact, or something that was added to the record."""

    on: date
    words: str
    by: str
    ages: str = ""
    """How old the children were on that day, where it is known to be told."""
    written_on: date | None = None
    """When it was written down, where that was a later day."""


@dataclass(frozen=True)
class ShortWork:
    """How far the work is. ``week`` counts from 1; past its last day it goes on counting."""

    began_on: date
    ends_on: date
    week: int
    weeks: int
    days_left: int
    notes: tuple[WorkNote, ...]
    reviewed: str
    """What the last review of the work decided: close, signpost, escalate, go_on or nothing."""

    @property
    def told(self) -> str:
        """``Week 5 of 12``."""
        return f"Week {self.week} of {self.weeks}"


def short_work_of(case: Case, pack: Pack, today: date) -> ShortWork | None:
    """How the work stands; None for a case that is not in short work."""
    if case.state not in SHORT_WORK:
        return None
    began = case.step_on(f"accept_{case.state.value}") or case.opened_on
    ends = short_work_ends(case, pack)
    last = last_short_review(case)
    return ShortWork(
        began_on=began,
        ends_on=ends,
        week=max((today - began).days, 0) // 7 + 1,
        weeks=max(-(-(ends - began).days // 7), 1),
        days_left=(ends - today).days,
        notes=_notes(case, began),
        reviewed=str(last.answers.get("next.action") or "") if last else "",
    )


def _notes(case: Case, began: date) -> tuple[WorkNote, ...]:
    """Newest first. A restricted note says only that there is one."""
    found = [
        WorkNote(
            contact.happened_on,
            "Restricted note" if contact.restricted else f"{contact.who}: {contact.note}",
            "",
        )
        for contact in case.contacts
        if contact.happened_on >= began
    ]
    for added in case.additions:
        if added.on >= began:
            late = added.written_on if added.written_on > added.on else None
            found.append(WorkNote(added.on, added.text, added.by, ages_on(case, added.on), late))
    return tuple(sorted(found, key=lambda note: note.on, reverse=True))
