"""Backups: one file that holds a verified copy of a store, and the way back from it.

``<store name> <date time>.ehbackup`` is a zip (nothing compressed: encrypted pages do not shrink)
with the encrypted database, the wrapped keys and a manifest of fingerprints and row counts. The
manifest is sealed with the store's key. Nothing is ever written unencrypted, and the working copy
stays inside the store's own folder.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from ehdesk.kernel.clock import LONDON, Clock, local
from ehdesk.kernel.dates import say_date, say_time
from ehdesk.kernel.errors import EhdeskError
from ehdesk.store import archive, copying, keys
from ehdesk.store.archive import Manifest
from ehdesk.store.errors import AlreadyThere, BadBackup, DiskFull, ReadOnlyFolder, Stopped
from ehdesk.store.failures import in_words
from ehdesk.store.keys import StoreInfo
from ehdesk.store.paths import BACKUP_SUFFIX, SUFFIX, StorePaths, safe_name

KEPT = 10
"""Automatic backups that are kept; older ones go."""
_AUTOMATIC = " automatic"
_STAMP = re.compile(r" (\d{4}-\d\d-\d\d) (\d{4})(?: \d+)?(?: automatic)?$")


@dataclass(frozen=True)
class Backup:
    """A backup that was made and verified."""

    path: Path
    made_at: datetime
    size: int
    rows: int


Progress = Callable[[float], None]
"""Told how far a long job is, from 0 to 1."""
Cancelled = Callable[[], bool]


def make(
    paths: StorePaths,
    info: StoreInfo,
    key: bytes,
    destination: Path,
    clock: Clock,
    *,
    automatic: bool = False,
    progress: Progress = lambda _part: None,
    cancelled: Cancelled = lambda: False,
) -> Backup:
    """Make a backup of the store as it is now, while others go on working in it.

    :param destination: a folder, or a file that ends in ``.ehbackup`` and is not there yet.
    :returns: only after the copy was opened with the key, every page checked and rows counted.
    :raises Stopped: when ``cancelled`` said so. :raises EhdeskError: no room, or not whole.
    """
    now = clock.now()
    target = _free_name(destination, info.name, now, automatic=automatic)
    work = paths.backups / f".work {target.stem}"

    def step(start: float, width: float) -> Progress:
        def report(part: float) -> None:
            if cancelled():
                raise Stopped("The backup")
            progress(start + width * part)

        return report

    try:
        paths.backups.mkdir(mode=0o700, exist_ok=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(mode=0o700)
        copy = StorePaths(work)
        counts = copying.copy_database(paths.database, copy.database, key, step(0, 0.4))
        shutil.copyfile(paths.keys, copy.keys)
        copying.verify(copy.database, key, counts, step(0.4, 0.2))
        manifest = Manifest.of(copy, info, now, counts, automatic=automatic)
        archive.pack(copy, manifest, key, target, step(0.6, 0.4))
    except EhdeskError:
        raise
    except Exception as error:
        words = in_words(error, info.name)
        if words is None:
            raise
        raise _not_made(words) from None
    finally:
        shutil.rmtree(work, ignore_errors=True)
    if automatic:
        _forget_old(target.parent)
    return Backup(target, now, target.stat().st_size, sum(counts.values()))


def tidy(paths: StorePaths) -> None:
    """Take away the working copies of a process that was killed in the middle of a backup."""
    for pattern in (".work *", ".check *"):
        for left in paths.backups.glob(pattern):
            shutil.rmtree(left, ignore_errors=True)


def daily(
    paths: StorePaths,
    info: StoreInfo,
    key: bytes,
    clock: Clock,
    *,
    progress: Progress = lambda _part: None,
    cancelled: Cancelled = lambda: False,
) -> Backup | None:
    """Make today's automatic backup at the first use of the day; None when there is one."""
    today = f"{clock.today():%Y-%m-%d}"
    if any(_stamp(path)[0] == today for path in automatic_ones(paths)):
        return None
    return make(
        paths,
        info,
        key,
        paths.backups,
        clock,
        automatic=True,
        progress=progress,
        cancelled=cancelled,
    )


def automatic_ones(paths: StorePaths) -> list[Path]:
    """The automatic backups of a store, newest first."""
    return _automatic_in(paths.backups)


def made_at(path: Path) -> datetime | None:
    """When a backup was made, by its name; None when it was given another name."""
    day, time = _stamp(path)
    if not day:
        return None
    return datetime.strptime(f"{day} {time}", "%Y-%m-%d %H%M").replace(tzinfo=LONDON)


def restore(
    source: Path,
    into: Path,
    clock: Clock,
    *,
    password: str | None = None,
    recovery: str | None = None,
    progress: Progress = lambda _part: None,
    cancelled: Cancelled = lambda: False,
) -> Path:
    """Put a backup back as a store of its own in the folder ``into``; returns its folder.

    A store that is there already is never overwritten: the restored one is then called
    ``<name> restored <date>``. With a password or recovery key (those of the day of the backup)
    every page is checked before the store appears; without, only the fingerprints.

    :raises BadBackup: damaged, cut short or tampered with. :raises WrongPassword: not its password.
    """
    into.mkdir(parents=True, exist_ok=True)
    work = into / f".restoring {source.stem}"
    shutil.rmtree(work, ignore_errors=True)

    def report(part: float) -> None:
        if cancelled():
            raise Stopped("Restoring")
        progress(part)

    try:
        work.mkdir(mode=0o700)
        copy = StorePaths(work)
        manifest = archive.unpack(source, copy, report)
        _check(copy, manifest, password, recovery)
        name = manifest.name
        target = _free_folder(into, name, clock)
        copy.backups.mkdir(mode=0o700)
        return work.rename(target)
    except EhdeskError:
        raise
    except Exception as error:
        raise in_words(error, source.stem) or error from None
    finally:
        shutil.rmtree(work, ignore_errors=True)


def check_backup(source: Path, work_in: StorePaths, key: bytes | None) -> Manifest:
    """Check a backup without restoring it: fingerprints, and every page when there is a key.

    :raises BadBackup: with the reason.
    """
    work = work_in.backups / f".check {source.stem}"
    shutil.rmtree(work, ignore_errors=True)
    try:
        if key is None:
            return archive.unpack(source, None)
        work.mkdir(mode=0o700, parents=True)
        copy = StorePaths(work)
        manifest = archive.unpack(source, copy)
        _check_with_key(copy, manifest, key)
        return manifest
    finally:
        shutil.rmtree(work, ignore_errors=True)


def newest_in_words(paths: StorePaths, key: bytes | None, clock: Clock) -> str:
    """Whether the newest automatic backup is whole, for someone whose store is damaged."""
    for path in automatic_ones(paths):
        try:
            manifest = check_backup(path, paths, key)
        except (EhdeskError, OSError):
            continue
        made = manifest.made_at
        day = say_date(local(made).date(), clock.today())
        return f"The backup from {day}, {say_time(made)} is whole."
    return "There is no automatic backup that is whole."


def _not_made(words: EhdeskError) -> EhdeskError:
    why, what_to_do = f"{words.title}.", words.what_to_do
    if isinstance(words, DiskFull):
        why = "There is not enough room on the drive of the store or of the backup."
        what_to_do = "Free some room, or choose another drive."
    elif isinstance(words, ReadOnlyFolder):
        why, what_to_do = "That folder cannot be written.", "Choose another folder."
    return EhdeskError(
        "The backup was not made", f"{why} Your records are safe where they are.", what_to_do
    )


def _check(
    copy: StorePaths, manifest: Manifest, password: str | None, recovery: str | None
) -> None:
    key_file = keys.read(copy.keys)
    if key_file.info.id != manifest.store_id:
        raise BadBackup("Its keys belong to another store.")
    if password is not None:
        unlocked = key_file.unlock_with_password(password)
    elif recovery is not None:
        unlocked = key_file.unlock_with_recovery(recovery)
    else:
        return
    _check_with_key(copy, manifest, unlocked.key)


def _check_with_key(copy: StorePaths, manifest: Manifest, key: bytes) -> None:
    if not manifest.is_sealed_with(key):
        raise BadBackup("Its list of contents was changed after it was made.")
    copying.verify(copy.database, key, manifest.counts)


def _free_name(destination: Path, name: str, now: datetime, *, automatic: bool) -> Path:
    if destination.suffix == BACKUP_SUFFIX:
        if destination.exists():
            raise AlreadyThere(destination.name)
        return destination
    when = local(now)
    stem = f"{safe_name(name)} {when:%Y-%m-%d %H%M}" + (_AUTOMATIC if automatic else "")
    path, number = destination / (stem + BACKUP_SUFFIX), 1
    while path.exists():
        number += 1
        path = destination / f"{safe_name(name)} {when:%Y-%m-%d %H%M} {number}{BACKUP_SUFFIX}"
        if automatic:
            path = path.with_stem(path.stem + _AUTOMATIC)
    return path


def _free_folder(into: Path, name: str, clock: Clock) -> Path:
    restored = f"{safe_name(name)} restored {clock.today():%Y-%m-%d}"
    candidates = [safe_name(name), restored, *(f"{restored} {n}" for n in range(2, 1000))]
    for candidate in candidates:
        path = into / (candidate + SUFFIX)
        if not path.exists():
            return path
    raise AlreadyThere(restored)


def _automatic_in(folder: Path) -> list[Path]:
    found = folder.glob(f"*{_AUTOMATIC}{BACKUP_SUFFIX}") if folder.is_dir() else iter(())
    return sorted(found, key=lambda path: (*_stamp(path), path.stat().st_mtime_ns), reverse=True)


def _stamp(path: Path) -> tuple[str, str]:
    """The day and the time in a backup's name."""
    found = _STAMP.search(path.stem)
    return (found[1], found[2]) if found else ("", "")


def _forget_old(folder: Path) -> None:
    for path in _automatic_in(folder)[KEPT:]:
        path.unlink(missing_ok=True)


def made_on(paths: StorePaths, day: date) -> bool:
    """Whether an automatic backup of that day is there."""
    return any(_stamp(path)[0] == f"{day:%Y-%m-%d}" for path in automatic_ones(paths))


def last_made(paths: StorePaths) -> datetime | None:
    """When the newest automatic backup was made, by its name; None when there is none."""
    newest = next(iter(automatic_ones(paths)), None)
    return made_at(newest) if newest else None
