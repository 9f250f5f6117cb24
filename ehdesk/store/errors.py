"""What can go wrong with a store, in words: what is true, what is safe, one thing to do.

No SQLAlchemy here: the unlock window shows these before the database code is loaded.
"""

from __future__ import annotations

import errno

from ehdesk.kernel.errors import EhdeskError


class WrongPassword(EhdeskError):
    """The password or recovery key opens no slot of the key file."""

    @classmethod
    def of(cls, name: str) -> WrongPassword:
        return cls(
            f"That password does not open {name}",
            "Nothing has been changed.",
            "Check Caps Lock and type it again, or use the recovery key.",
        )

    @classmethod
    def of_recovery(cls, name: str) -> WrongPassword:
        return cls(
            f"That recovery key does not open {name}",
            "Nothing has been changed. A newer key may have taken its place.",
            "Check each group against your paper.",
        )


class NotARecoveryKey(EhdeskError):
    """What was typed cannot be a recovery key at all; the message says why."""

    def __init__(self, why: str) -> None:
        super().__init__(
            why, "A recovery key is 8 groups of 4 letters or digits.", "Type it again."
        )


class MissingStore(EhdeskError):
    """There is nothing at the place where the store was."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is not there",
            "The folder was moved, renamed or is on a drive that is not connected.",
            "Connect the drive, choose where it is now, or restore a backup.",
        )


class NotAStore(EhdeskError):
    """The folder is there but holds no store."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is not a store",
            "The folder does not hold the two files of a store: its records and its keys. "
            "Nothing has been changed.",
            "Choose another folder, or restore a backup.",
        )


class Damaged(EhdeskError):
    """The records or the keys cannot be read."""

    def __init__(self, name: str, backup: str = "") -> None:
        super().__init__(
            "This store is damaged",
            f"{name} cannot be read. Nothing has been changed. {backup}".strip(),
            "Restore a backup. The damaged folder is left as it is.",
        )


class NewerVersion(EhdeskError):
    """A newer version of the application wrote it."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} was made by a newer version",
            "This version could spoil what it does not know, so it did not touch it.",
            "Update Early Help Desk on this computer.",
        )


class NeedsUpdate(EhdeskError):
    """It is from an older version and can only be brought up to date where it can be written."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} was made by an older version",
            "It has to be brought up to date before it can be read, and here it cannot be changed.",
            "Open it to work in it once, on a computer where its folder can be written.",
        )


class OpenElsewhere(EhdeskError):
    """Someone else is writing in it; ``who`` and ``since`` say who, in words."""

    def __init__(self, name: str, who: str, since: str) -> None:
        super().__init__(
            f"{name} is open elsewhere",
            f"{who} since {since}. Nothing has been changed." if who else "Nothing was changed.",
            "Close it there first, or open it here to read only.",
        )
        self.who = who
        self.since = since


class DiskFull(EhdeskError):
    """The drive has no room left; what was typed is only on the screen."""

    def __init__(self) -> None:
        super().__init__(
            "Not saved: disk full. Keep this window open.",
            "What was saved before is safe.",
            "Free 200 MB, then try again.",
        )


class ReadOnlyFolder(EhdeskError):
    """The folder cannot be written by this person on this computer."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} cannot be changed from here",
            "Its folder is set to read only for you. Nothing has been changed.",
            "Open it to read only, or copy the folder to a place you can write to.",
        )


class NotSaved(EhdeskError):
    """A change was refused by the store; nothing of it was kept. ``code`` is for support."""

    def __init__(self, why: str, what_to_do: str, code: str = "") -> None:
        super().__init__(f"Not saved: {why}", "What was saved before is safe.", what_to_do)
        self.code = code


class AlreadyThere(EhdeskError):
    """A store or file of that name is there already; it is never overwritten."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"There is already something called {name} in that folder",
            "It has not been touched.",
            "Choose another name or another folder.",
        )


class BadBackup(EhdeskError):
    """A backup cannot be trusted; the message says why."""

    def __init__(self, why: str) -> None:
        super().__init__(
            "This backup is not whole",
            f"{why} Nothing has been changed.",
            "Choose another backup.",
        )


class Stopped(EhdeskError):
    """The person stopped a long job; nothing of it was kept."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"{what} was stopped", "Nothing of it was kept.", "Start it again any time."
        )


class NoLocks(EhdeskError):
    """The drive cannot tell whether someone else has the store open."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} cannot be opened safely in this folder",
            "Its drive cannot tell whether someone else has it open. Nothing has been changed.",
            "Move the store to a folder on this computer, or open it to read only.",
        )


def of_the_system(error: OSError, store: str) -> EhdeskError | None:
    """What the operating system refused, in words; None when there are none for it."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull()
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ReadOnlyFolder(store)
    return None
