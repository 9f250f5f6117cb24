"""The SQLAlchemy engine of one encrypted database.

The plain SQLite dialect with SQLCipher as its driver, and a ``creator`` that hands over the key:
the key is never in a URL, and SQLAlchemy's own SQLCipher dialect would send an empty one first.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, Pool, QueuePool, create_engine, event

_WRITES = "ehdesk_writes"
_EVERY = (
    # A wrong key must not be reported on standard error as well.
    "cipher_log_level=NONE",
    "busy_timeout=5000",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "temp_store=MEMORY",
    "cache_size=-64000",
)


def connect(path: Path, key: bytes, *, read_only: bool = False, foreign_keys: bool = True) -> Any:
    """A connection of the driver, ready to use, that any thread may hold in turn.

    A wrong key or a damaged first page fails here and not at some later query.

    :raises sqlcipher3.dbapi2.DatabaseError: when the key does not fit or it is no database.
    """
    connection = sqlcipher.connect(
        _uri(path, read_only), uri=True, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        for setting in _EVERY:
            connection.execute(f"PRAGMA {setting}")
        connection.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
        if read_only:
            connection.execute("PRAGMA query_only=ON")
        else:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def make_engine(
    path: Path,
    key: bytes,
    *,
    read_only: bool = False,
    foreign_keys: bool = True,
    pool: type[Pool] = QueuePool,
) -> Engine:
    """The engine. Transactions read (``BEGIN``) unless begun through :func:`writing`."""

    def creator() -> Any:
        return connect(path, key, read_only=read_only, foreign_keys=foreign_keys)

    engine = create_engine(
        "sqlite+pysqlite://",
        module=sqlcipher,
        creator=creator,
        poolclass=pool,
        # The driver's error texts would hold names and notes.
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "reset", _leave_transaction)
    return engine


def writing(engine: Engine) -> Engine:
    """The same engine and pool; its transactions take the right to write when they begin.

    A transaction that reads first and writes later would otherwise fail half-way through when
    another one wrote in between.
    """
    return engine.execution_options(**{_WRITES: True})


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _leave_transaction(connection: Any, *_state: object) -> None:
    # A commit that failed (a row that points nowhere) leaves the transaction open in SQLite, and
    # SQLAlchemy thinks it is over.
    if connection.in_transaction:
        connection.rollback()


def _uri(path: Path, read_only: bool) -> str:
    base = path.absolute().as_uri()
    if not read_only:
        return base
    # A read-only folder cannot hold the files that sharing needs. Without a log left behind,
    # nothing but the file itself has to be read.
    log = path.with_name(path.name + "-wal")
    alone = not log.exists() or log.stat().st_size == 0
    return f"{base}?mode=ro{'&immutable=1' if alone and not _can_write(path.parent) else ''}"


def _can_write(folder: Path) -> bool:
    return os.access(folder, os.W_OK)
