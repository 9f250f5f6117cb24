"""Reads restricted notes as a case may hold them, and finds which rows history keeps quiet of."""

from __future__ import annotations

from collections.abc import Sequence
from json import dumps, loads
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, select

from ehdesk.domain.records import Contact
from ehdesk.domain.restricted import FORM, KIND, is_restricted, masked_answers, masked_copy
from ehdesk.store.tables.contact_people import ContactPersonRow
from ehdesk.store.tables.forms import EarlierVersionRow, FormRecordRow
from ehdesk.store.tables.work import ContactRow


def contact(row: Row[Any], at_it: Sequence[Row[Any]] = ()) -> Contact:
    """The contact; of a restricted one only that there was one, the day, and whether anybody of
    the family was reached, which the count of attempts needs.

    :param at_it: who was at it, in the order that they were chosen.
    """
    if row.restricted:
        return Contact(
            row.id,
            KIND,
            row.happened_on,
            "",
            "",
            "",
            row.reached,
            restricted=True,
            record_id=row.record_id,
            without_family=bool(at_it) and not any(one.person_id for one in at_it),
        )
    return Contact(
        row.id,
        row.kind,
        row.happened_on,
        row.happened_at,
        row.who,
        row.note,
        row.reached,
        record_id=row.record_id,
        people=tuple(key for one in at_it if (key := one.person_id or one.professional_id)),
        significant=row.significant,
        changed=row.changed,
    )


def record(row: Row[Any]) -> Any:
    """The form, or the same without what a restricted note says."""
    if not is_restricted(row.form, row.answers):
        return row
    values = dict(row._mapping)  # noqa: SLF001 (its name is public; a column could hide it else)
    values["answers"] = masked_answers(row.answers)
    values["frozen"] = dumps(masked_copy(loads(row.frozen))) if row.frozen else ""
    return SimpleNamespace(**values)


def earlier(row: Row[Any], versions: list[Row[Any]]) -> list[Row[Any]]:
    """The versions that a form was in before; none of a restricted note, which says it all there
    too (`ehdesk.store.queries.versions.earlier_versions` is for whoever may open it)."""
    return [] if is_restricted(row.form, row.answers) else versions


def quiet_rows(connection: Connection, case_id: UUID) -> frozenset[str]:
    """The keys, as history has them, of rows whose values are told to nobody."""
    contacts = select(ContactRow.id).where(ContactRow.case_id == case_id, ContactRow.restricted)
    forms = select(FormRecordRow.id, FormRecordRow.answers).where(
        FormRecordRow.case_id == case_id, FormRecordRow.form == FORM
    )
    found = [str(key) for key in connection.execute(contacts).scalars()]
    notes = [key for key, said in connection.execute(forms) if is_restricted(FORM, said)]
    before = select(EarlierVersionRow.id).where(EarlierVersionRow.record_id.in_(notes))
    found += [str(key) for key in (*notes, *connection.execute(before).scalars())]
    with_whom = select(ContactPersonRow.id).where(ContactPersonRow.contact_id.in_(contacts))
    found += [str(key) for key in connection.execute(with_whom).scalars()]
    return frozenset(found)
