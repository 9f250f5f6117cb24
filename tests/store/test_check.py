"""The check finds what is wrong and says nothing of anybody."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection

from ehdesk.kernel.clock import SetClock
from ehdesk.store.check import check
from ehdesk.store.engine import connect, writing
from ehdesk.store.errors import Stopped
from ehdesk.store.folder import OpenStore
from ehdesk.store.unit_of_work import UnitOfWork
from tests.store.conftest import add_family


def test_a_store_in_use_is_sound(store: OpenStore, uow: UnitOfWork) -> None:
    add_family(uow)
    parts: list[float] = []
    report = check(store, progress=parts.append)
    assert report.is_sound
    assert report.problems == ()
    assert parts[-1] == 1


def test_rows_that_point_nowhere_are_named_by_table(store: OpenStore, uow: UnitOfWork) -> None:
    add_family(uow)
    raw = connect(store.paths.database, store.key, foreign_keys=False)
    raw.execute("UPDATE persons SET family_id = '0123456789abcdef0123456789abcdef'")
    raw.close()
    assert check(store).problems == ("Some rows of persons point to families that are not there.",)


def test_a_history_that_was_altered_is_found(store: OpenStore, uow: UnitOfWork) -> None:
    add_family(uow)
    with writing(store.engine).begin() as connection:
        connection.exec_driver_sql("UPDATE history SET operation = 'x' WHERE number = 2")
    assert check(store).problems == ("History: entry 2 of 4 was altered.",)


@pytest.mark.parametrize(
    ("only_indexes", "words"),
    [
        (False, "This store is damaged. Some of its records cannot be read."),
        (True, "6 parts of the file"),
    ],
)
def test_damaged_pages_are_found(
    store: OpenStore, uow: UnitOfWork, only_indexes: bool, words: str
) -> None:
    add_family(uow)
    with store.engine.connect() as connection:
        roots = connection.exec_driver_sql(
            "SELECT rootpage FROM sqlite_master WHERE type = 'index' ORDER BY name LIMIT 6"
        )
        indexes = [root - 1 for root in roots.scalars()]
    with store.engine.connect() as connection:
        connection.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()  # type: ignore[attr-defined]
    content = bytearray(store.paths.database.read_bytes())
    for page in indexes if only_indexes else range(3, len(content) // 4096):
        content[page * 4096 + 100] ^= 1
    store.paths.database.write_bytes(content)
    store.engine.dispose()
    problems = check(store).problems
    assert problems[0].startswith(words)
    assert not any("Quillfeather" in problem for problem in problems)


def test_the_checks_of_others_are_asked_too(store: OpenStore) -> None:
    def frozen(connection: Connection) -> list[str]:
        assert connection.exec_driver_sql("SELECT 1").scalar() == 1
        return ["Frozen copies: 1 was changed."]

    assert check(store, [frozen]).problems == ("Frozen copies: 1 was changed.",)


def test_a_check_can_be_stopped(store: OpenStore, clock: SetClock) -> None:
    with pytest.raises(Stopped):
        check(store, cancelled=lambda: True)
