"""The bytes of files, each content once, under its SHA-256."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import Connection, delete, func, insert, select

from ehdesk.store.tables.attachments import AttachmentRow, BlobRow
from ehdesk.store.tables.cases import CaseRow


def fingerprint(data: bytes) -> str:
    """The SHA-256 of the bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def keep(connection: Connection, key: str, data: bytes) -> None:
    """Keep the bytes under their fingerprint, unless they are there and whole already."""
    if content(connection, key) is None:
        connection.execute(delete(BlobRow).where(BlobRow.sha256 == key))
        connection.execute(insert(BlobRow), {"sha256": key, "content": data, "size": len(data)})


def content(connection: Connection, key: str) -> bytes | None:
    """The bytes; None when they are not there or are not what they were."""
    found = connection.scalar(select(BlobRow.content).where(BlobRow.sha256 == key))
    return found if found is not None and fingerprint(found) == key else None


def attachment_problems(connection: Connection) -> list[str]:
    """Each file that is not what was added, in words without names. One is in memory at a time."""
    damaged = set(_damaged(connection))
    query = (
        select(CaseRow.reference, AttachmentRow.sha256, BlobRow.sha256.label("kept"))
        .join(CaseRow, CaseRow.id == AttachmentRow.case_id)
        .join(BlobRow, BlobRow.sha256 == AttachmentRow.sha256, isouter=True)
        .order_by(CaseRow.reference, AttachmentRow.id)
    )
    problems = []
    for row in connection.execute(query):
        if row.kept is None:
            problems.append(f"{row.reference}: the content of an attached file is missing.")
        elif row.sha256 in damaged:
            problems.append(f"{row.reference}: an attached file is not what was added.")
    return problems


def _damaged(connection: Connection) -> Iterator[str]:
    for key in connection.scalars(select(BlobRow.sha256)).all():
        if content(connection, key) is None:
            yield key


def kept_for(connection: Connection, case_id: UUID) -> dict[str, int]:
    """The size of each content that the files of a case have, by its SHA-256."""
    query = (
        select(AttachmentRow.sha256, func.max(AttachmentRow.size).label("size"))
        .where(AttachmentRow.case_id == case_id, AttachmentRow.removed.is_(False))
        .group_by(AttachmentRow.sha256)
    )
    return {row.sha256: row.size for row in connection.execute(query)}
