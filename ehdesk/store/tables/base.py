"""What every table shares: the naming of constraints, keys, and moments kept in UTC."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import DateTime, Dialect, ForeignKey, MetaData, Text, Uuid
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import JSON, TypeDecorator

from ehdesk.kernel.ids import new_id


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: stored as UTC, read back as an aware datetime.

    SQLite drops time zones silently, so a naive datetime is refused here.
    """

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise TypeError("A moment needs its time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """The root of all rows. A class with ``__history__ = False`` is not kept in history; rows of
    one with ``__append_only__ = True`` are neither changed nor removed once they are committed."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 (SQLAlchemy reads it from the class)
        datetime: UtcDateTime,
        UUID: Uuid,
        str: Text,
        dict[str, Any]: JSON,
        list[str]: JSON,
        list[dict[str, Any]]: JSON,
    }
    __history__ = True
    __append_only__ = False


def refers_to(column: str, *, use_alter: str = "") -> ForeignKey:
    """A foreign key that is checked when the unit of work commits, not row by row.

    :param use_alter: the constraint's name, where two tables point at each other.
    """
    if use_alter:
        return ForeignKey(
            column, deferrable=True, initially="DEFERRED", use_alter=True, name=use_alter
        )
    return ForeignKey(column, deferrable=True, initially="DEFERRED")


LISTS_PEOPLE = {"lists": "persons.id"}
"""For a column that holds the keys of people as texts: where two entries of one person are joined,
it is brought along."""


class Keyed:
    """A row with a key of its own."""

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)


class Listed(Keyed):
    """A row of a list that people put in order and take things out of.

    Taking out only marks the row, so that undo and history find it again.
    """

    position: Mapped[int] = mapped_column(default=0)
    removed: Mapped[bool] = mapped_column(default=False)
