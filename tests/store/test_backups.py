"""Backups are whole before they are reported, and the way back never overwrites anything."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from ehdesk.kernel.clock import SetClock
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.passphrase import QUICK
from ehdesk.store import backups, folder
from ehdesk.store.backups import Backup
from ehdesk.store.errors import AlreadyThere, BadBackup, Stopped, WrongPassword
from ehdesk.store.folder import OpenStore
from ehdesk.store.tables.people import FamilyRow
from ehdesk.store.unit_of_work import UnitOfWork
from tests.store.conftest import PASSWORD, add_family


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    return tmp_path / "stick"


@pytest.fixture
def backup(store: OpenStore, uow: UnitOfWork, elsewhere: Path, clock: SetClock) -> Backup:
    add_family(uow)
    return backups.make(store.paths, store.info, store.key, elsewhere, clock)


def names_in(folder_: Path, clock: SetClock) -> list[str]:
    opened = folder.open_store(folder_, password=PASSWORD, clock=clock, cost=QUICK)
    with opened.engine.connect() as connection:
        names = list(connection.exec_driver_sql("SELECT name FROM families").scalars())
    opened.close()
    return names


def rewrite(path: Path, change: Callable[[dict[str, bytes]], None]) -> None:
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    change(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)


def test_a_backup_is_one_file_named_after_the_store_and_the_moment(
    backup: Backup, elsewhere: Path, store: OpenStore
) -> None:
    assert [path.name for path in elsewhere.iterdir()] == ["West locality 2026-11-17 1038.ehbackup"]
    assert backup.size == backup.path.stat().st_size
    assert backup.path.stat().st_mode & 0o077 == 0
    assert list(store.paths.backups.iterdir()) == [], "no working copy is left"
    assert backups.made_at(backup.path) == backup.made_at


def test_restoring_gives_back_all_that_was_saved_beside_the_store_in_use(
    backup: Backup, store: OpenStore, tmp_path: Path, clock: SetClock
) -> None:
    restored = backups.restore(backup.path, tmp_path, clock, password=PASSWORD)
    assert restored.name == "West locality restored 2026-11-17.ehdesk"
    assert names_in(restored, clock) == ["Quillfeather"]
    again = backups.restore(backup.path, tmp_path, clock)
    assert again.name == "West locality restored 2026-11-17 2.ehdesk"
    assert sorted(path.name for path in tmp_path.glob("*.ehdesk")) == [
        "West locality restored 2026-11-17 2.ehdesk",
        "West locality restored 2026-11-17.ehdesk",
        "West locality.ehdesk",
    ]
    assert not list(tmp_path.glob(".restoring*"))


def test_on_another_computer_it_gets_its_own_name_back(
    made: tuple[OpenStore, str], backup: Backup, tmp_path: Path, clock: SetClock
) -> None:
    restored = backups.restore(backup.path, tmp_path / "new computer", clock, recovery=made[1])
    assert restored.name == "West locality.ehdesk"
    assert names_in(restored, clock) == ["Quillfeather"]


def test_a_file_of_ones_own_choice_is_never_overwritten(
    store: OpenStore, elsewhere: Path, clock: SetClock
) -> None:
    mine = elsewhere / "before the holidays.ehbackup"
    backups.make(store.paths, store.info, store.key, mine, clock)
    content = mine.read_bytes()
    with pytest.raises(AlreadyThere):
        backups.make(store.paths, store.info, store.key, mine, clock)
    assert mine.read_bytes() == content
    assert backups.made_at(mine) is None


def test_two_backups_in_one_minute_are_two_files(
    store: OpenStore, elsewhere: Path, clock: SetClock
) -> None:
    made = [backups.make(store.paths, store.info, store.key, elsewhere, clock) for _ in range(3)]
    assert len({backup.path for backup in made}) == 3


def test_one_automatic_backup_a_day_and_the_last_ten_are_kept(
    store: OpenStore, clock: SetClock
) -> None:
    own = backups.make(store.paths, store.info, store.key, store.paths.backups, clock)
    for _ in range(12):
        assert backups.daily(store.paths, store.info, store.key, clock) is not None
        assert backups.daily(store.paths, store.info, store.key, clock) is None
        clock.move_to(clock.now() + timedelta(days=1))
    kept = backups.automatic_ones(store.paths)
    assert [path.name[14:24] for path in kept] == [f"2026-11-{day}" for day in range(28, 18, -1)]
    assert own.path.exists(), "what a person made is theirs"


def test_a_backup_made_while_others_write_is_one_moment_of_the_store(
    store: OpenStore, uow: UnitOfWork, elsewhere: Path, clock: SetClock
) -> None:
    with uow("Fill") as session:
        session.add_all(
            FamilyRow(name=f"Quillfeather {n}", address="x" * 2000) for n in range(3000)
        )
    written = 0

    def write_more(_part: float) -> None:
        nonlocal written
        if written < 20:
            written += 1
            with uow("Add") as session:
                session.add(FamilyRow(name="Later"))

    backup = backups.make(store.paths, store.info, store.key, elsewhere, clock, progress=write_more)
    assert written >= 3
    restored = backups.restore(backup.path, elsewhere, clock, password=PASSWORD)
    assert "Later" not in names_in(restored, clock)


def test_progress_runs_from_nothing_to_all(
    store: OpenStore, uow: UnitOfWork, elsewhere: Path, clock: SetClock
) -> None:
    parts: list[float] = []
    backups.make(store.paths, store.info, store.key, elsewhere, clock, progress=parts.append)
    assert parts == sorted(parts)
    assert 0 <= parts[0] < parts[-1] == 1


def test_a_stopped_backup_leaves_nothing(
    store: OpenStore, elsewhere: Path, clock: SetClock
) -> None:
    for after in range(4):
        asked = iter(range(100))
        with pytest.raises(Stopped, match="The backup was stopped"):
            backups.make(
                store.paths,
                store.info,
                store.key,
                elsewhere,
                clock,
                cancelled=lambda asked=asked, after=after: next(asked) >= after,  # type: ignore[misc]
            )
        assert list(elsewhere.iterdir()) == []
        assert list(store.paths.backups.iterdir()) == []


def test_stopped_restoring_leaves_nothing(backup: Backup, tmp_path: Path, clock: SetClock) -> None:
    with pytest.raises(Stopped, match="Restoring was stopped"):
        backups.restore(backup.path, tmp_path / "new", clock, cancelled=lambda: True)
    assert list((tmp_path / "new").iterdir()) == []


def test_a_wrong_password_is_refused_before_anything_appears(
    backup: Backup, tmp_path: Path, clock: SetClock
) -> None:
    with pytest.raises(WrongPassword):
        backups.restore(backup.path, tmp_path / "new", clock, password="pebble orchard violin kite")
    assert list((tmp_path / "new").iterdir()) == []


@pytest.mark.parametrize("part", [0.01, 0.3, 0.6, 0.9, 0.999])
def test_one_flipped_byte_anywhere_is_noticed(
    backup: Backup, tmp_path: Path, clock: SetClock, part: float
) -> None:
    content = bytearray(backup.path.read_bytes())
    content[int(len(content) * part)] ^= 1
    backup.path.write_bytes(content)
    with pytest.raises(EhdeskError) as caught:
        backups.restore(backup.path, tmp_path / "new", clock)
    assert isinstance(caught.value, BadBackup)
    assert list((tmp_path / "new").iterdir()) == []


@pytest.mark.parametrize("part", [0.0, 0.5, 0.99])
def test_a_file_cut_short_is_refused_in_words(
    backup: Backup, tmp_path: Path, clock: SetClock, part: float
) -> None:
    content = backup.path.read_bytes()
    backup.path.write_bytes(content[: int(len(content) * part)])
    with pytest.raises(BadBackup, match=r"not whole\. The file is damaged"):
        backups.restore(backup.path, tmp_path / "new", clock, password=PASSWORD)


def test_someone_who_rewrites_the_fingerprints_is_found_out_by_the_password(
    backup: Backup, tmp_path: Path, clock: SetClock
) -> None:
    def forge(parts: dict[str, bytes]) -> None:
        manifest = json.loads(parts["manifest.json"])
        manifest["counts"]["families"] = 0
        parts["manifest.json"] = json.dumps(manifest).encode()

    rewrite(backup.path, forge)
    with pytest.raises(BadBackup, match="list of contents was changed"):
        backups.restore(backup.path, tmp_path / "new", clock, password=PASSWORD)


def test_records_that_were_changed_with_their_fingerprint_are_found_out(
    backup: Backup, tmp_path: Path, clock: SetClock
) -> None:
    import hashlib

    def forge(parts: dict[str, bytes]) -> None:
        database = bytearray(parts["store.db"])
        database[5000] ^= 1
        manifest = json.loads(parts["manifest.json"])
        manifest["sha256"]["store.db"] = hashlib.sha256(database).hexdigest()
        parts["store.db"], parts["manifest.json"] = bytes(database), json.dumps(manifest).encode()

    rewrite(backup.path, forge)
    with pytest.raises(BadBackup):
        backups.restore(backup.path, tmp_path / "new", clock, password=PASSWORD)
    assert list((tmp_path / "new").iterdir()) == []


@pytest.mark.parametrize("entry", ["../outside.txt", "/absolute.txt", "store.db-wal"])
def test_a_file_with_anything_else_inside_is_refused(
    backup: Backup, tmp_path: Path, clock: SetClock, entry: str
) -> None:
    rewrite(backup.path, lambda parts: parts.update({entry: b"x"}))
    with pytest.raises(BadBackup, match="does not hold what a backup holds"):
        backups.restore(backup.path, tmp_path / "new", clock)


def test_what_is_no_backup_at_all_is_refused(tmp_path: Path, clock: SetClock) -> None:
    (tmp_path / "letter.ehbackup").write_text("Dear all")
    for name in ("letter.ehbackup", "missing.ehbackup"):
        with pytest.raises(BadBackup):
            backups.restore(tmp_path / name, tmp_path / "new", clock)


def test_a_store_that_is_damaged_is_never_backed_up_as_whole(
    store: OpenStore, uow: UnitOfWork, elsewhere: Path, clock: SetClock
) -> None:
    add_family(uow)
    with store.engine.connect() as connection:
        connection.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()  # type: ignore[attr-defined]
    content = bytearray(store.paths.database.read_bytes())
    content[-2000] ^= 1
    store.paths.database.write_bytes(content)
    with pytest.raises(EhdeskError):
        backups.make(store.paths, store.info, store.key, elsewhere, clock)
    assert list(elsewhere.iterdir()) == []


def test_what_a_killed_backup_left_is_gone_at_the_next_opening(
    store: OpenStore, clock: SetClock
) -> None:
    store.close()
    left = store.paths.backups / ".work West locality 2026-11-16 0900"
    left.mkdir(parents=True)
    (left / "store.db").write_bytes(b"half a copy")
    folder.open_store(store.paths.folder, password=PASSWORD, clock=clock, cost=QUICK).close()
    assert list(store.paths.backups.iterdir()) == []
