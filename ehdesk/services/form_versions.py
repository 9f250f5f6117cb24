"""The version that a form is in: drawn in it for ever, or taken on in a newer one while open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from ehdesk.authority.pack import Pack
from ehdesk.domain.user import User
from ehdesk.forms.answers import FormAnswers
from ehdesk.forms.changes import FormChanges, LeftBehind, carried, changes_between, left_behind
from ehdesk.forms.load import form_from_text, form_of
from ehdesk.forms.spec import Form
from ehdesk.kernel.clock import Clock
from ehdesk.kernel.errors import NotFound
from ehdesk.store.access import Session
from ehdesk.store.tables.forms import EarlierVersionRow, FormRecordRow, FormTextRow


@dataclass(frozen=True)
class Renewal:
    """What beginning the newer version of an open form would do.

    ``carried`` is how many answers come along; ``left_behind`` those that stay readable under
    "From the earlier version".
    """

    record_id: UUID
    case_id: UUID
    title: str
    older: int
    newer: int
    changes: FormChanges
    carried: int
    left_behind: tuple[LeftBehind, ...]


def keep_form_text(session: Session, form: Form, clock: Clock) -> None:
    """Keep what the form's file says with the store, once for each version."""
    if session.get(FormTextRow, (form.code, form.version)) is None:
        session.add(
            FormTextRow(
                form=form.code, form_version=form.version, text=form.text, kept_at=clock.now()
            )
        )


def form_in(session: Session, pack: Pack, code: str, version: int) -> Form:
    """A form in the version that a record was begun in: the pack's, or when the pack has lost it
    what the store has kept.

    :raises NotFound: when neither has it.
    """
    try:
        return form_of(pack.forms, code, version)
    except NotFound:
        kept = session.get(FormTextRow, (code, version))
        if kept is None:
            raise
        return form_from_text(kept.text)


def record_form(session: Session, record: FormRecordRow, pack: Pack) -> Form:
    """The form of a record in its version. :raises NotFound: when nobody has it any more."""
    return form_in(session, pack, record.form, record.form_version)


def newer_form(record: FormRecordRow, pack: Pack) -> Form | None:
    """The version that an open record could be taken on in."""
    newest = max(
        (form for form in pack.forms if form.code == record.form),
        key=lambda form: form.version,
        default=None,
    )
    return newest if newest is not None and newest.version > record.form_version else None


def renewal(record: FormRecordRow, older: FormAnswers, newer: Form) -> Renewal:
    """What taking the record on in the newer version would do. Changes nothing."""
    behind = left_behind(older, newer)
    answered = sum(older.is_answered(field.key) for field in older.form.fields())
    return Renewal(
        record_id=record.id,
        case_id=record.case_id,
        title=newer.title,
        older=older.form.version,
        newer=newer.version,
        changes=changes_between(older.form, newer),
        carried=answered - len(behind),
        left_behind=behind,
    )


def take_on(
    session: Session,
    record: FormRecordRow,
    older: FormAnswers,
    newer: Form,
    said: Mapping[str, Any],
    *,
    user: User,
    clock: Clock,
) -> None:
    """Take the record on in the newer version. What it said until now is frozen beside it, and
    nothing that was typed is taken away: an answer that a later version asks for again is there.

    :param said: the frozen copy of all that it says in the older version.
    """
    session.add(
        EarlierVersionRow(
            case_id=record.case_id,
            record_id=record.id,
            form_version=record.form_version,
            left_at=clock.now(),
            left_by=user.id,
            frozen=dict(said),
            frozen_hash=str(said["sha256"]),
            left_behind=[asdict(one) for one in left_behind(older, newer)],
        )
    )
    answers = dict(record.answers)
    for field in newer.fields():
        if not field.bind and field.key in answers:
            answers[field.key] = carried(answers[field.key], field, older)
    record.answers = answers
    record.form_version = newer.version
    record.place = ""
    record.steps_total = len(newer.sections)
    keep_form_text(session, newer, clock)
