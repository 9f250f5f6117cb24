"""Whether everything in an open store is as it should be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from ehdesk.store.chain import verify_chain
from ehdesk.store.errors import Stopped
from ehdesk.store.failures import in_words
from ehdesk.store.folder import OpenStore

Check = Callable[[Connection], Iterable[str]]
_MOST = 20


@dataclass(frozen=True)
class Report:
    """What is wrong, a sentence each; nothing when the store is sound. Names nobody."""

    problems: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        return not self.problems


def check(
    store: OpenStore,
    more: Sequence[Check] = (),
    *,
    progress: Callable[[float], None] = lambda _part: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Report:
    """Check every page, the structure, the keys between tables, the history, and ``more``.

    Each check runs even when one before it found something.

    :raises Stopped: when ``cancelled`` said so.
    """
    checks: list[Check] = [_pages, _structure, _foreign_keys, verify_chain, *more]
    problems: list[str] = []
    for number, one in enumerate(checks):
        if cancelled():
            raise Stopped("The check")
        progress(number / len(checks))
        problems += _run(one, store)
    progress(1)
    return Report(tuple(dict.fromkeys(problems)))


def _run(one: Check, store: OpenStore) -> list[str]:
    try:
        with store.engine.connect() as connection:
            return list(one(connection))
    except DBAPIError as error:
        words = in_words(error, store.info.name)
        if words is None:
            raise
        return [f"{words.title}. Some of its records cannot be read."]


def _pages(connection: Connection) -> list[str]:
    found = connection.exec_driver_sql("PRAGMA cipher_integrity_check").scalars().all()
    if not found:
        return []
    return [f"{_count(len(found), 'part')} of the file cannot be trusted: changed or unreadable."]


def _structure(connection: Connection) -> list[str]:
    found = connection.exec_driver_sql(f"PRAGMA integrity_check({_MOST})").scalars().all()
    if list(found) == ["ok"]:
        return []
    return [f"The file's structure has {_count(len(found), 'fault')}."]


def _foreign_keys(connection: Connection) -> list[str]:
    found = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    tables = sorted({(str(row[0]), str(row[2])) for row in found})
    return [f"Some rows of {table} point to {other} that are not there." for table, other in tables]


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
