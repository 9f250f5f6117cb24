"""A store is a folder ``<name>.ehdesk``: made here, opened here, closed here."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from ehdesk.kernel.clock import Clock
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.ids import new_id
from ehdesk.kernel.passphrase import STANDARD, Cost
from ehdesk.store import backups, keys, migrate
from ehdesk.store.engine import make_engine
from ehdesk.store.errors import (
    AlreadyThere,
    Damaged,
    MissingStore,
    NeedsUpdate,
    NotAStore,
    ReadOnlyFolder,
    WrongPassword,
)
from ehdesk.store.failures import in_words
from ehdesk.store.keys import KeyFile, StoreInfo, Unlocked, User
from ehdesk.store.lock import StoreLock
from ehdesk.store.paths import SUFFIX, StorePaths, safe_name


@dataclass
class OpenStore:
    """A store that was unlocked. Close it when done; closing twice does no harm."""

    paths: StorePaths
    engine: Engine
    key: bytes = field(repr=False)
    keys: KeyFile
    user: User | None
    """Whose password opened it; None after the recovery key."""
    lock: StoreLock | None
    read_only: bool
    migrated: bool = False
    """Whether an older version wrote it, and it was brought up to date on opening."""
    _closed: bool = field(default=False, repr=False)

    @property
    def info(self) -> StoreInfo:
        return self.keys.info

    def close(self) -> None:
        """Bring the log into the database file and let others write."""
        if self._closed:
            return
        self._closed = True
        try:
            if not self.read_only:
                with self.engine.connect() as connection:
                    raw = connection.connection.dbapi_connection
                    if raw is not None:
                        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except (DBAPIError, sqlcipher.Error):
            # All that was committed is in the log beside it and is read from there next time.
            pass
        finally:
            self.engine.dispose()
            if self.lock:
                self.lock.release()


def create(
    parent: Path,
    name: str,
    *,
    authority: str,
    user: str,
    role: str = "",
    password: str,
    clock: Clock,
    cost: Cost = STANDARD,
) -> tuple[OpenStore, str]:
    """Make a store in the folder ``parent`` and open it; returns it and the recovery key.

    The recovery key is shown once and kept nowhere. ``OpenStore.user.id`` is the id for the row
    of this user; the caller writes that row and the store's own.

    :raises AlreadyThere: when there is a store of that name.
    :raises EhdeskError: when the drive is full or the folder cannot be written.
    """
    paths = StorePaths(parent / (safe_name(name) + SUFFIX))
    try:
        parent.mkdir(parents=True, exist_ok=True)
        paths.folder.mkdir(mode=0o700)
    except FileExistsError:
        raise AlreadyThere(name) from None
    except OSError as error:
        raise in_words(error, name) or error from None
    try:
        info = StoreInfo(new_id(), name, authority)
        first = User(new_id(), user, role)
        key_file, unlocked, recovery = keys.create(paths.keys, info, first, password, cost)
        # The log and its index take their permissions from the database file.
        os.close(os.open(paths.database, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        return _open(paths, key_file, unlocked, clock, read_only=False, new=True), recovery
    except Exception as error:
        shutil.rmtree(paths.folder, ignore_errors=True)
        raise in_words(error, name) or error from None


def open_store(
    folder: Path,
    *,
    password: str | None = None,
    user_id: UUID | None = None,
    recovery: str | None = None,
    key: bytes | None = None,
    clock: Clock,
    read_only: bool = False,
    cost: Cost = STANDARD,
) -> OpenStore:
    """Open a store with one of: a password (of one user or of anyone), the recovery key, the key.

    To read only needs no lock and changes nothing, so it works while someone else is writing.

    :raises WrongPassword: the password or recovery key does not open it.
    :raises MissingStore: nothing is there. :raises NotAStore: something else is.
    :raises OpenElsewhere: somebody has it open; says who and since when.
    :raises ReadOnlyFolder: it can only be opened to read.
    :raises NewerVersion: a newer version wrote it.
    :raises Damaged: it cannot be read; says whether the newest automatic backup is whole.
    """
    paths = StorePaths(folder)
    name = folder.stem
    if not folder.exists():
        raise MissingStore(name)
    if not paths.keys.is_file() or not paths.database.is_file():
        raise NotAStore(name)
    try:
        key_file = keys.read(paths.keys, cost)
    except Damaged:
        raise Damaged(name, backups.newest_in_words(paths, None, clock)) from None
    if password is not None:
        unlocked = key_file.unlock_with_password(password, user_id)
    elif recovery is not None:
        unlocked = key_file.unlock_with_recovery(recovery)
    elif key is not None:
        owner = next((user for user in key_file.users if user.id == user_id), None)
        unlocked = Unlocked(key, owner)
    else:
        raise WrongPassword.of(key_file.info.name)
    return _open(paths, key_file, unlocked, clock, read_only=read_only)


def _open(
    paths: StorePaths,
    key_file: KeyFile,
    unlocked: Unlocked,
    clock: Clock,
    *,
    read_only: bool,
    new: bool = False,
) -> OpenStore:
    name, key = key_file.info.name, unlocked.key
    lock: StoreLock | None = None
    engine: Engine | None = None
    try:
        if not read_only:
            if not os.access(paths.folder, os.W_OK) or not os.access(paths.database, os.W_OK):
                raise ReadOnlyFolder(name)
            lock = StoreLock.take(paths, name, clock.now())
            backups.tidy(paths)
        engine = make_engine(paths.database, key, read_only=read_only)
        due = _revisions_due(engine, name, new=new)
        if due and read_only:
            raise NeedsUpdate(name)
        if due:
            before = _backup_first(paths, key_file, key, clock)
            migrate.upgrade(paths.database, key, before, name=name)
        return OpenStore(paths, engine, key, key_file, unlocked.user, lock, read_only, bool(due))
    except Exception as error:
        if engine:
            engine.dispose()
        if lock:
            lock.release()
        words = error if isinstance(error, EhdeskError) else in_words(error, name)
        if isinstance(words, Damaged):
            raise Damaged(name, backups.newest_in_words(paths, key, clock)) from None
        raise words or error from None


def _revisions_due(engine: Engine, name: str, *, new: bool) -> list[str]:
    with engine.connect() as connection:
        current = migrate.current_revision(connection)
    if current is None and not new:
        # An emptied file must not be taken for a new store and filled with empty tables.
        raise Damaged(name)
    return migrate.revisions_due(current, name)


def _backup_first(
    paths: StorePaths, key_file: KeyFile, key: bytes, clock: Clock
) -> Callable[[], object]:
    return lambda: backups.make(paths, key_file.info, key, paths.backups, clock, automatic=True)
