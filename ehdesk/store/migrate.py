"""Brings the tables of a store up to this version.

SQLite changes a table by making it again. With foreign keys on, dropping the old one silently
deletes the rows of other tables that point to it. So this uses a connection of its own with
foreign keys off, counts rows before and after, and checks the keys before it commits.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, NullPool
from sqlalchemy.types import TypeDecorator

from ehdesk.store.engine import make_engine, writing
from ehdesk.store.errors import NewerVersion

SCRIPTS = Path(__file__).parent / "migrations"


class MigrationError(RuntimeError):
    """A revision would have lost rows; nothing was changed. A fault of the program."""


def upgrade(
    database: Path,
    key: bytes,
    backup: Callable[[], object],
    *,
    name: str = "The store",
    scripts: Path = SCRIPTS,
) -> bool:
    """Run every revision that is due, in one transaction; True when there were any.

    ``backup`` is called first unless the database is new and empty.

    :raises NewerVersion: when the store knows a revision that this version does not.
    :raises MigrationError: when rows would be lost or left pointing nowhere.
    """
    engine = make_engine(database, key, foreign_keys=False, pool=NullPool)
    try:
        with engine.connect() as reading:
            current, is_new = current_revision(reading), not _tables(reading)
        due = revisions_due(current, name, scripts)
        if not due:
            return False
        if not is_new:
            backup()
        with writing(engine).begin() as connection:
            before = row_counts(connection)
            command.upgrade(config(connection, scripts), "head")
            _compare(before, row_counts(connection), may_change=_meant(due, scripts))
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise MigrationError("Rows point to others that are not there")
        return True
    finally:
        engine.dispose()


def current_revision(connection: Connection) -> str | None:
    """The revision that the store is in; None for a new one."""
    return MigrationContext.configure(connection).get_current_revision()


def head_revision(scripts: Path = SCRIPTS) -> str | None:
    """The newest revision that this version knows."""
    return _directory(scripts).get_current_head()


def revisions_due(current: str | None, name: str, scripts: Path = SCRIPTS) -> list[str]:
    """The revisions still to run, oldest first.

    :raises NewerVersion: when ``current`` is not known here.
    """
    known = [script.revision for script in _directory(scripts).walk_revisions()][::-1]
    if current is None:
        return known
    if current not in known:
        raise NewerVersion(name)
    return known[known.index(current) + 1 :]


def row_counts(connection: Connection) -> dict[str, int]:
    """How many rows each table holds."""
    return {
        table: connection.scalar(sa.select(sa.func.count()).select_from(sa.table(table))) or 0
        for table in sorted(_tables(connection) - {"alembic_version"})
    }


def comparing(connection: Connection) -> dict[str, Any]:
    """How Alembic compares a store with the tables: virtual ones are made by hand, so left out."""
    virtual = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%'"
    )
    own = tuple(name for (name,) in virtual)

    def include_name(name: str | None, kind: str, _parents: Any) -> bool:
        is_virtual = any(name == table or str(name).startswith(f"{table}_") for table in own)
        return not (kind == "table" and is_virtual)

    def render_item(kind: str, item: Any, _context: Any) -> str | bool:
        # A revision names SQLAlchemy's type, not ours, which may change.
        if kind == "type" and isinstance(item, TypeDecorator):
            return f"sa.{item.impl!r}"
        return False

    return {"include_name": include_name, "render_item": render_item, "compare_type": True}


def config(connection: Connection, scripts: Path = SCRIPTS) -> Config:
    """What Alembic's commands need, without a file of settings."""
    logging.getLogger("alembic").setLevel(logging.WARNING)
    built = Config()
    built.set_main_option("script_location", str(scripts).replace("%", "%%"))
    built.set_main_option("path_separator", "os")
    built.attributes["connection"] = connection
    return built


def _directory(scripts: Path) -> ScriptDirectory:
    return ScriptDirectory(str(scripts))


def _tables(connection: Connection) -> set[str]:
    found = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    return {name for (name,) in found}


def _meant(due: list[str], scripts: Path) -> set[str]:
    directory = _directory(scripts)
    modules = [directory.get_revision(revision).module for revision in due]
    return {table for module in modules for table in getattr(module, "ROWS_MAY_CHANGE", ())}


def _compare(before: dict[str, int], after: dict[str, int], may_change: set[str]) -> None:
    for table, count in before.items():
        if table not in may_change and after.get(table) != count:
            raise MigrationError(f"Table {table}: {count} rows before, {after.get(table)} after")
