"""What lies on the disk: nothing that can be read, and nothing lost when the process is killed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ehdesk.kernel.clock import SetClock
from ehdesk.kernel.passphrase import QUICK
from ehdesk.store import backups, folder
from ehdesk.store.check import check
from ehdesk.store.errors import Damaged, DiskFull, NotSaved
from ehdesk.store.folder import OpenStore
from ehdesk.store.tables.people import FamilyRow
from ehdesk.store.unit_of_work import UnitOfWork
from tests.desks import new_desk
from tests.store.conftest import PASSWORD, add_family, work_in

NAME = "Thistledown-of-Nowhere"
WRITER = """
import sys
from pathlib import Path
from ehdesk.kernel.clock import SystemClock
from ehdesk.kernel.notices import Notices
from ehdesk.store import folder
from ehdesk.kernel.passphrase import QUICK
from ehdesk.store.tables.people import FamilyRow
from ehdesk.store.unit_of_work import UnitOfWork
store = folder.open_store(Path(sys.argv[1]), password=sys.argv[2], clock=SystemClock(), cost=QUICK)
uow = UnitOfWork(store.engine, SystemClock(), store.user.id, Notices())
number = int(sys.argv[3])
while True:
    number += 1
    with uow("Add") as session:
        session.add_all([FamilyRow(name=str(number)), FamilyRow(name=str(number))])
    print(number, flush=True)
"""
FULL = """
import resource, signal, sys
from pathlib import Path
from ehdesk.kernel.clock import SystemClock
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.notices import Notices
from ehdesk.store import folder
from ehdesk.kernel.passphrase import QUICK
from ehdesk.store.tables.people import FamilyRow
from ehdesk.store.unit_of_work import UnitOfWork
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = folder.open_store(Path(sys.argv[1]), password=sys.argv[2], clock=SystemClock(), cost=QUICK)
uow = UnitOfWork(store.engine, SystemClock(), store.user.id, Notices())
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, resource.RLIM_INFINITY))
try:
    with uow("Add") as session:
        session.add_all(FamilyRow(name="x" * 5000) for _ in range(2000))
except EhdeskError as error:
    print(type(error).__name__, error.title)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
with uow("Add") as session:
    session.add(FamilyRow(name="after"))
store.close()
"""


def test_no_name_can_be_read_anywhere_in_the_folder_or_a_backup(
    store: OpenStore, uow: UnitOfWork, tmp_path: Path, clock: SetClock
) -> None:
    add_family(uow, NAME)
    with uow("Edit people") as session:
        session.add_all(FamilyRow(name=NAME, address=NAME * 20) for _ in range(300))
    with store.engine.connect() as connection:
        connection.exec_driver_sql("SELECT name FROM families ORDER BY address, name").all()
    backups.make(store.paths, store.info, store.key, tmp_path / "stick", clock)
    assert store.paths.database.with_name("store.db-wal").stat().st_size > 0
    planted = {NAME.encode(), NAME.encode("utf-16-le"), NAME.encode("utf-16-be")}
    planted |= {PASSWORD.encode(), store.key, store.key.hex().encode()}
    store_files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {path.suffix for path in store_files} >= {".db", ".db-wal", ".json", ".ehbackup"}
    for path in store_files:
        content = path.read_bytes()
        assert not any(text in content for text in planted), path.name


@pytest.mark.skipif(os.name == "nt", reason="no kill -9")
def test_nothing_that_was_reported_saved_is_lost_when_the_process_is_killed(
    store: OpenStore, clock: SetClock
) -> None:
    store.close()
    luck, told = random.Random(17), 0  # noqa: S311
    for _ in range(10):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(store.paths.folder), PASSWORD, str(told)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout
        for _ in range(luck.randint(1, 60)):
            told = int(process.stdout.readline())
        os.kill(process.pid, signal.SIGKILL)
        told = max([told, *(int(line) for line in process.stdout.read().split())])
        process.stdout.close()
        process.wait()
        opened = folder.open_store(store.paths.folder, password=PASSWORD, clock=clock, cost=QUICK)
        with opened.engine.connect() as connection:
            rows = connection.exec_driver_sql("SELECT name, count(*) FROM families GROUP BY name")
            found = {int(name): count for name, count in rows}
        assert set(found) >= set(range(1, told + 1)), "lost what was said to be saved"
        assert set(found.values()) == {2}, "half a unit of work"
        assert check(opened).problems == ()
        told = max(found)
        opened.close()


@pytest.mark.skipif(os.name == "nt", reason="no limits for a process")
def test_a_file_that_cannot_grow_is_said_in_words_and_nothing_is_spoilt(
    store: OpenStore, clock: SetClock
) -> None:
    store.close()
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(store.paths.folder), PASSWORD],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.startswith((DiskFull.__name__, NotSaved.__name__)), done.stderr
    assert "Keep this window open" in done.stdout
    opened = folder.open_store(store.paths.folder, password=PASSWORD, clock=clock, cost=QUICK)
    with opened.engine.connect() as connection:
        names = connection.exec_driver_sql("SELECT name FROM families").scalars().all()
    assert names == ["after"]
    assert check(opened).is_sound
    opened.close()


def test_a_torn_log_loses_at_most_the_newest_and_never_the_store(
    store: OpenStore, clock: SetClock, tmp_path: Path
) -> None:
    import shutil

    uow = work_in(store, clock)
    for number in range(30):
        with uow("Add") as session:
            session.add_all([FamilyRow(name=str(number)), FamilyRow(name=str(number))])
    copy = tmp_path / "copy.ehdesk"
    luck = random.Random(4)  # noqa: S311
    for _ in range(10):
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(store.paths.folder, copy)
        (copy / "store.db-shm").unlink()
        log = copy / "store.db-wal"
        log.write_bytes(log.read_bytes()[: luck.randint(0, log.stat().st_size)])
        try:
            opened = folder.open_store(copy, password=PASSWORD, clock=clock, cost=QUICK)
        except Damaged:
            continue  # all was in the log, and not even the tables were kept
        with opened.engine.connect() as connection:
            rows = connection.exec_driver_sql("SELECT name, count(*) FROM families GROUP BY name")
            found = {int(name): count for name, count in rows}
        assert set(found) == set(range(len(found))), "always the first so many"
        assert set(found.values()) <= {2}
        opened.close()


def test_a_store_that_is_spoilt_while_it_is_open_says_so_when_it_is_read(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    desk.store.close()  # the pool is empty, the log is in the file
    desk.store.paths.database.write_bytes(b"spoilt" * 4096)
    with pytest.raises(Damaged):
        desk.lists.counts()
