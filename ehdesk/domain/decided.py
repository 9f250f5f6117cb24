"""What the team around a family decided last, at a meeting or a review, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ehdesk.domain.case import Case
from ehdesk.domain.records import Record

DECISION = "next.decision"
"""The key of the question in both forms."""

CLOSES = frozenset({"close", "ehc"})
"""Both end in the closure form: an EHC plan takes the rest in (schools' page)."""
REASSESSES = frozenset({"reassess", "new_needs"})
"""Domain notes 4.4: a plan that does not meet the needs, and new needs, are assessed anew."""


@dataclass(frozen=True)
class Decided:
    """``what`` is a code of the form's options, ``where`` is read through ``pack.say``, and
    ``step`` is the number of the step it was made by.
    """

    what: str
    where: str
    on: date
    step: int


def last_decided(case: Case) -> Decided | None:
    """The newest decision; a meeting at which none was written down changes nothing."""
    records = {record.id: record for record in case.records}
    for step in reversed(case.steps):
        record = records.get(step.record_id) if step.record_id else None
        if record is None or step.move not in ("review", "meet", "first_taf"):
            continue
        what = str(record.answers.get(DECISION) or "")
        if what:
            return Decided(what, _where(case, record), step.happened_on, step.number)
    return None


def done_after(case: Case, decided: Decided, *moves: str) -> bool:
    """Whether one of the moves was recorded after the decision."""
    return any(step.number > decided.step and step.move in moves for step in case.steps)


def wants_assessment(case: Case) -> Decided | None:
    """The decision to assess again, while no assessment was finalised since."""
    decided = last_decided(case)
    if decided is None or decided.what not in REASSESSES:
        return None
    recorded = next(s.recorded_at for s in case.steps if s.number == decided.step)
    since = [r for r in case.finished("eha") if r.finished_at and r.finished_at > recorded]
    return None if since else decided


def _where(case: Case, record: Record) -> str:
    numbers = {meeting.id: f"{{taf}} {meeting.number}" for meeting in case.meetings}
    numbers |= {review.id: f"review {review.number}" for review in case.reviews}
    return numbers.get(record.subject_id, "") if record.subject_id else ""
