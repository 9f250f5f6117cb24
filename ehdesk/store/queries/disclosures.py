"""Lines of the disclosure log and the packets made, as frozen values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, select

from ehdesk.domain.disclosures import Disclosure, MadePacket, SharedFile
from ehdesk.store.tables.disclosures import PacketRow
from ehdesk.store.tables.team import UserRow


def last_packet(connection: Connection, record_id: UUID) -> MadePacket | None:
    """The newest packet made of a form."""
    query = (
        select(*PacketRow.__table__.columns, UserRow.name.label("by"))
        .join(UserRow, UserRow.id == PacketRow.user_id)
        .where(PacketRow.record_id == record_id)
        .order_by(PacketRow.made_at.desc(), PacketRow.id.desc())
        .limit(1)
    )
    row = connection.execute(query).first()
    if row is None:
        return None
    return MadePacket(
        id=row.id,
        record_id=row.record_id,
        made_at=row.made_at,
        by=row.by,
        made_of=row.made_of,
        folder=row.folder,
        files=_files(row.files),
        pages=row.pages,
        for_key=row.for_key,
    )


def disclosure(row: Row[Any], users: Mapping[UUID, str]) -> Disclosure:
    """A line of the log from its row."""
    return Disclosure(
        id=row.id,
        recorded_at=row.recorded_at,
        by=users.get(row.user_id, ""),
        shared=row.shared,
        shared_on=row.shared_on,
        shared_at=row.shared_at,
        recipient=row.recipient,
        agency=row.agency,
        address=row.address,
        way=row.way,
        kind=row.kind,
        title=row.title,
        version=row.version,
        files=_files(row.files),
        purpose=row.purpose,
        people=tuple(UUID(person) for person in row.people),
        information=tuple(row.information),
        basis=row.basis,
        agreement=row.agreement,
        override=row.override,
        necessity=row.necessity,
        harm_considered=row.harm_considered,
        why_not=row.why_not,
        family_told=row.family_told,
        family_told_on=row.family_told_on,
        family_not_told_why=row.family_not_told_why,
        receipt=row.receipt,
        record_id=row.record_id,
        corrects=row.corrects_id,
    )


def _files(rows: Iterable[Mapping[str, Any]]) -> tuple[SharedFile, ...]:
    return tuple(SharedFile(row["name"], row["size"], row["sha256"]) for row in rows)
