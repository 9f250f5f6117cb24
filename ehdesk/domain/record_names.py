"""What a record of a form is called among others of its kind: "TAF meeting 3", "Review 1"."""

from __future__ import annotations

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.records import Record

_NUMBERED = {"taf_meeting": "{taf} meeting", "review": "Review"}
_CALLED = {"contact": "Contact"}
"""What a finished record is called where its form's own title says what to do."""


def record_name(case: Case, record: Record, title: str, pack: Pack) -> str:
    """The meeting or review with its number; mostly the form's own ``title`` for any other form."""
    numbers = {meeting.id: meeting.number for meeting in case.meetings}
    numbers |= {review.id: review.number for review in case.reviews}
    number = numbers.get(record.subject_id) if record.subject_id else None
    name = _NUMBERED.get(record.form)
    if name and number is not None:
        return f"{pack.say(name)} {number}"
    return _CALLED.get(record.form, title)


def newest_first(case: Case, form: str) -> tuple[Record, ...]:
    """The records of a form: the one finished last, the others before it, then drafts."""
    finished = sorted(case.finished(form), key=lambda r: str(r.finished_at), reverse=True)
    drafts = [r for r in case.records if r.form == form and r.finished_at is None]
    return (*finished, *reversed(drafts))
