"""An online copy of an encrypted database, and the proof that the copy is whole."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from ehdesk.store.engine import connect
from ehdesk.store.errors import BadBackup

_PAGES = 1024
Report = Callable[[float], None]


def copy_database(source: Path, target: Path, key: bytes, report: Report) -> dict[str, int]:
    """Copy a database that others may be writing in; returns the rows of each table of the copy.

    All is read in one transaction, so the copy is one moment of the store and writers do not make
    it start again.
    """
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))

    def told(_status: int, remaining: int, total: int) -> None:
        report(1 - remaining / total if total else 1)

    with closing(connect(source, key, read_only=True)) as reading:
        reading.execute("BEGIN")
        counts = count_rows(reading)
        with closing(connect(target, key)) as copy:
            reading.backup(copy, pages=_PAGES, progress=told)
            # One file: no log beside it that could be left behind.
            copy.execute("PRAGMA journal_mode=DELETE")
        reading.execute("ROLLBACK")
    with target.open("rb+") as file:
        os.fsync(file.fileno())
    return counts


def verify(
    database: Path, key: bytes, counts: dict[str, int], report: Report = lambda _part: None
) -> None:
    """Open a copy with the key and check every page, the structure and the number of rows.

    :raises BadBackup: with what is wrong.
    """
    try:
        with closing(connect(database, key, read_only=True)) as copy:
            report(0)
            if copy.execute("PRAGMA cipher_integrity_check").fetchone():
                raise BadBackup("Parts of its records were changed or cannot be read.")
            report(0.5)
            if copy.execute("PRAGMA quick_check").fetchone() != ("ok",):
                raise BadBackup("Its records do not fit together.")
            if count_rows(copy) != counts:
                raise BadBackup("It does not hold as many records as it says.")
            report(1)
    except sqlcipher.DatabaseError:
        raise BadBackup("Its records cannot be read.") from None


def count_rows(connection: Any) -> dict[str, int]:
    """How many rows each table holds, read through the driver."""
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    ).fetchall()
    quoted = {name: '"' + name.replace('"', '""') + '"' for (name,) in tables}
    return {
        name: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
        for name, table in quoted.items()
    }
