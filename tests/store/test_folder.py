"""Making, opening and closing a store; each thing that can be wrong has its own words."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ehdesk.kernel.clock import SetClock
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.passphrase import QUICK
from ehdesk.store import backups, folder
from ehdesk.store.errors import (
    AlreadyThere,
    Damaged,
    MissingStore,
    NotAStore,
    ReadOnlyFolder,
    WrongPassword,
)
from ehdesk.store.folder import OpenStore
from ehdesk.store.paths import safe_name
from ehdesk.store.unit_of_work import UnitOfWork
from tests.store.conftest import PASSWORD, add_family

Reopen = Callable[..., OpenStore]
AS_NOBODY = """
import os, sys
from pathlib import Path
from ehdesk.kernel.clock import SystemClock
from ehdesk.store import folder
from ehdesk.store.errors import ReadOnlyFolder
from ehdesk.kernel.passphrase import QUICK
os.setgid(65534), os.setuid(65534)
how = dict(password=sys.argv[2], clock=SystemClock(), cost=QUICK)
try:
    folder.open_store(Path(sys.argv[1]), **how)
except ReadOnlyFolder as error:
    print(error.title)
store = folder.open_store(Path(sys.argv[1]), read_only=True, **how)
with store.engine.connect() as connection:
    print(connection.exec_driver_sql("SELECT count(*) FROM families").scalar())
store.close()
"""


def families(store: OpenStore) -> int:
    with store.engine.connect() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM families").scalar_one())


def test_what_was_saved_is_there_after_closing_and_opening(
    store: OpenStore, uow: UnitOfWork, reopen: Reopen
) -> None:
    add_family(uow)
    opened = reopen()
    assert families(opened) == 1
    assert opened.user is not None
    assert opened.user.name == "Wren Example"
    assert (opened.info.name, opened.info.authority) == ("West locality", "leicester")
    opened.close()
    opened.close()


def test_the_recovery_key_and_the_key_itself_open_too(
    made: tuple[OpenStore, str], reopen: Reopen
) -> None:
    store, recovery = made
    opened = reopen(password=None, recovery=recovery.lower())
    assert opened.user is None
    opened.close()
    opened = reopen(password=None, key=store.key)
    assert families(opened) == 0
    opened.close()


def test_everything_is_for_its_owner_alone(store: OpenStore, uow: UnitOfWork) -> None:
    add_family(uow)
    if os.name == "nt":
        pytest.skip("Windows keeps rights in another way")
    assert stat.S_IMODE(store.paths.folder.stat().st_mode) == 0o700
    files = [path for path in store.paths.folder.iterdir() if path.is_file()]
    assert {path.name for path in files} >= {"store.db", "store.db-wal", "keys.json", "holder.json"}
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


def test_closing_leaves_one_database_file_without_a_log(store: OpenStore, uow: UnitOfWork) -> None:
    add_family(uow)
    store.close()
    assert sorted(path.name for path in store.paths.folder.glob("store.db*")) == ["store.db"]


def test_a_wrong_password_is_refused_in_words(reopen: Reopen) -> None:
    with pytest.raises(WrongPassword) as caught:
        reopen(password="pebble orchard violin kite")
    assert caught.value.title == "That password does not open West locality"
    reopen().close()


def test_a_missing_store_and_another_folder_have_their_own_words(
    tmp_path: Path, clock: SetClock
) -> None:
    with pytest.raises(MissingStore, match="East locality is not there"):
        folder.open_store(tmp_path / "East locality.ehdesk", password="x", clock=clock)
    (tmp_path / "Photos.ehdesk").mkdir()
    with pytest.raises(NotAStore, match="Photos is not a store"):
        folder.open_store(tmp_path / "Photos.ehdesk", password="x", clock=clock)


def test_a_store_is_never_made_over_another(
    store: OpenStore, tmp_path: Path, clock: SetClock
) -> None:
    with pytest.raises(AlreadyThere, match="already something called West locality"):
        folder.create(
            tmp_path,
            "West locality",
            authority="leicester",
            user="Lark Sample",
            password=PASSWORD,
            clock=clock,
            cost=QUICK,
        )
    assert families(store) == 0


def test_a_store_that_could_not_be_made_leaves_nothing_behind(
    tmp_path: Path, clock: SetClock
) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises((EhdeskError, OSError)):
        folder.create(
            tmp_path / "file",
            "West locality",
            authority="leicester",
            user="Wren Example",
            password=PASSWORD,
            clock=clock,
            cost=QUICK,
        )
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_damaged_store_says_so_and_that_the_newest_backup_is_whole(
    store: OpenStore, uow: UnitOfWork, reopen: Reopen, clock: SetClock
) -> None:
    add_family(uow)
    backups.daily(store.paths, store.info, store.key, clock)
    store.close()
    content = bytearray(store.paths.database.read_bytes())
    content[100:140] = bytes(40)
    store.paths.database.write_bytes(content)
    with pytest.raises(Damaged) as caught:
        reopen()
    assert caught.value.title == "This store is damaged"
    assert "The backup from Tue 17 Nov, 10:38am is whole." in caught.value.message
    assert store.paths.database.read_bytes() == content, "nothing was changed"


def test_a_damaged_store_without_a_whole_backup_says_that_too(
    store: OpenStore, reopen: Reopen, clock: SetClock
) -> None:
    backup = backups.daily(store.paths, store.info, store.key, clock)
    assert backup is not None
    store.close()
    store.paths.database.write_bytes(b"not a database" * 1000)
    backup.path.write_bytes(backup.path.read_bytes()[:-2000])
    with pytest.raises(Damaged, match="There is no automatic backup that is whole"):
        reopen()


def test_damaged_keys_are_told_apart_from_a_wrong_password(
    store: OpenStore, reopen: Reopen
) -> None:
    store.close()
    store.paths.keys.write_text("{")
    with pytest.raises(Damaged):
        reopen()


def test_an_emptied_database_is_never_taken_for_a_new_store(
    store: OpenStore, uow: UnitOfWork, reopen: Reopen
) -> None:
    add_family(uow)
    store.close()
    store.paths.database.write_bytes(b"")
    with pytest.raises(Damaged):
        reopen()
    with pytest.raises(Damaged):
        reopen(read_only=True)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs another user")
def test_a_folder_that_cannot_be_written_is_said_and_opens_to_read(
    store: OpenStore, uow: UnitOfWork
) -> None:
    add_family(uow)
    store.close()
    for place in (store.paths.folder, *store.paths.folder.parents):
        if place.is_relative_to(Path("/tmp")) and place != Path("/tmp"):  # noqa: S108
            place.chmod(0o755)
    for file in (store.paths.database, store.paths.keys):
        file.chmod(0o644)
    done = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, str(store.paths.folder), PASSWORD],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == f"{ReadOnlyFolder('West locality').title}\n1\n", done.stderr


def test_a_store_that_was_moved_opens_where_it_is(
    store: OpenStore, uow: UnitOfWork, tmp_path: Path, clock: SetClock
) -> None:
    add_family(uow)
    store.close()
    moved = tmp_path / "elsewhere ä" / "Renamed #1%.ehdesk"
    moved.parent.mkdir()
    shutil.move(store.paths.folder, moved)
    for read_only in (False, True):
        opened = folder.open_store(moved, password=PASSWORD, clock=clock, read_only=read_only)
        assert families(opened) == 1
        assert opened.info.name == "West locality"
        opened.close()


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("West locality", "West locality"),
        ('St. "Wren" / North: <2>', "St. Wren North 2"),
        ("..", "Store"),
        ("Żółw\n\t", "Żółw"),
        ("ends with dot.", "ends with dot"),
    ],
)
def test_any_name_of_a_team_makes_a_folder_on_every_system(name: str, safe: str) -> None:
    assert safe_name(name) == safe
