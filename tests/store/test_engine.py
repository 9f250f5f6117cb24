"""The connection: encrypted, strict, durable, and silent about the key."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from ehdesk.store.engine import connect, make_engine, writing
from ehdesk.store.folder import OpenStore


@pytest.fixture
def database(tmp_path: Path) -> tuple[Path, bytes]:
    return tmp_path / "store.db", os.urandom(32)


def test_every_connection_has_the_settings_of_the_house(database: tuple[Path, bytes]) -> None:
    connection = connect(*database)
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cache_size": -64000,
        "temp_store": 2,
    }
    found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}
    assert found == wanted
    assert connection.isolation_level is None
    connection.close()


def test_a_wrong_key_fails_at_once_and_prints_nothing(
    database: tuple[Path, bytes], capfd: pytest.CaptureFixture[str]
) -> None:
    path, key = database
    connection = connect(path, key)
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    with pytest.raises(sqlcipher.DatabaseError):
        connect(path, os.urandom(32))
    assert capfd.readouterr() == ("", "")


def test_the_key_is_nowhere_in_what_an_engine_shows(store: OpenStore) -> None:
    shown = f"{store.engine!r} {store.engine.url!r} {store!r}"
    assert store.key.hex() not in shown
    assert repr(store.key) not in shown


def test_error_texts_never_hold_what_was_typed(store: OpenStore) -> None:
    with pytest.raises(DBAPIError) as caught, writing(store.engine).begin() as connection:
        connection.execute(
            text("INSERT INTO families (id, name, address) VALUES (:id, :name, :address)"),
            [{"id": "1", "name": "Thistledown", "address": "4 Nowhere Row"}] * 3,
        )
    assert "Thistledown" not in str(caught.value)
    assert "Nowhere" not in str(caught.value)


def test_reading_and_one_writer_go_on_side_by_side(database: tuple[Path, bytes]) -> None:
    engine = make_engine(*database)
    with writing(engine).begin() as connection:
        connection.exec_driver_sql("CREATE TABLE t (x)")
    with writing(engine).begin() as writer, engine.connect() as reader:
        writer.exec_driver_sql("INSERT INTO t VALUES (1)")
        assert reader.exec_driver_sql("SELECT count(*) FROM t").scalar() == 0
        with writer.begin_nested() as savepoint:
            writer.exec_driver_sql("INSERT INTO t VALUES (2)")
            savepoint.rollback()
    with engine.connect() as reader:
        assert reader.exec_driver_sql("SELECT x FROM t").scalars().all() == [1]
    engine.dispose()


def test_read_only_connections_cannot_write(database: tuple[Path, bytes]) -> None:
    connect(*database).close()
    connection = connect(*database, read_only=True)
    with pytest.raises(sqlcipher.OperationalError, match="readonly"):
        connection.execute("CREATE TABLE t (x)")
    connection.close()
