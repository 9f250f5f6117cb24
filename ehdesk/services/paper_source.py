"""What a paper is made from: the case, and the record that it prints for its reader."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.paper_copy import Audience, Copy, copy_for
from ehdesk.domain.record_names import newest_first
from ehdesk.domain.records import Record
from ehdesk.domain.restricted import is_restricted
from ehdesk.domain.user import User
from ehdesk.forms.display import Answer, SectionAnswers, answers_shown, as_finished
from ehdesk.forms.spec import Form
from ehdesk.kernel.clock import Clock
from ehdesk.services.forms import answers_of
from ehdesk.services.service import record_row
from ehdesk.store.access import Session

NOTHING: Final = Copy((), ())


@dataclass(frozen=True)
class Source:
    """Everything that may go on a paper. ``said`` is the record as ``audience`` may read it;
    without a record it says nothing."""

    case: Case
    pack: Pack
    now: datetime
    user: User
    audience: Audience = Audience.PROFESSIONAL
    record: Record | None = None
    form: Form | None = None
    """The form of the record, in the version it is in."""
    said: Copy = NOTHING

    @property
    def today(self) -> date:
        return self.now.date()

    def answer(self, key: str) -> Answer | None:
        """The answer to a question of the record, when it was asked and this copy has it."""
        answers = (answer for section in self.said.sections for answer in section.answers)
        return next((answer for answer in answers if answer.field_key == key), None)

    def says(self, key: str) -> str:
        """What the record says to a question, in words; nothing when it was not answered."""
        found = self.answer(key)
        return "\n".join(found.lines) if found else ""


def finished_answers(source: Source, form: str) -> dict[str, Answer]:
    """What the newest finished record of another form says, as the same reader may read it."""
    finished = [r for r in newest_first(source.case, form) if r.frozen is not None]
    if not finished or finished[0].frozen is None:
        return {}
    said = copy_for(source.audience, as_finished(finished[0].frozen), source.case, source.pack)
    return {answer.field_key: answer for s in said.sections for answer in s.answers}


def record_copy(
    session: Session, case: Case, record: Record, pack: Pack, clock: Clock, audience: Audience
) -> Copy:
    """What a record says: its frozen copy when it is finished, else its answers as they stand."""
    return copy_for(audience, _said(session, case, record, pack, clock), case, pack)


def _said(
    session: Session, case: Case, record: Record, pack: Pack, clock: Clock
) -> tuple[SectionAnswers, ...]:
    if record.frozen is not None:
        return as_finished(record.frozen)
    if is_restricted(record.form, record.answers):
        return ()
    return answers_shown(answers_of(session, record_row(session, record.id), case, pack, clock))
