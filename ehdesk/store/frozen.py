"""The frozen copies of finished forms are still what they were."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from ehdesk.forms.display import is_intact
from ehdesk.store.tables.cases import CaseRow
from ehdesk.store.tables.forms import EarlierVersionRow, FormRecordRow


def frozen_problems(connection: Connection) -> list[str]:
    """Each finished form whose copy was changed or is missing, in words without names."""
    return list(_problems(connection))


def _problems(connection: Connection) -> Iterator[str]:
    query = (
        select(
            CaseRow.reference, FormRecordRow.form, FormRecordRow.frozen, FormRecordRow.frozen_hash
        )
        .join(CaseRow, CaseRow.id == FormRecordRow.case_id)
        .where(FormRecordRow.finished_at.is_not(None))
    )
    for reference, form, frozen, fingerprint in connection.execute(query):
        if not frozen:
            yield f"{reference}: the finished form “{form}” has no frozen copy"
        elif frozen.get("sha256") != fingerprint or not is_intact(frozen):
            yield f"{reference}: the frozen copy of “{form}” is not what was signed"
    earlier = select(
        CaseRow.reference,
        EarlierVersionRow.frozen,
        EarlierVersionRow.form_version,
        EarlierVersionRow.frozen_hash,
    ).join(CaseRow, CaseRow.id == EarlierVersionRow.case_id)
    for reference, frozen, version, fingerprint in connection.execute(earlier):
        if frozen.get("sha256") != fingerprint or not is_intact(frozen):
            form = f"version {version} of “{frozen.get('form', '')}”"
            yield f"{reference}: the copy of {form} is not what it was when it was left"
