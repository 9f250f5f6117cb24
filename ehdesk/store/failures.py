"""What the database says went wrong, in words that a person can act on.

Texts of the driver never go further: they can hold what was typed.
"""

from __future__ import annotations

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError

from ehdesk.kernel.errors import EhdeskError
from ehdesk.store.errors import Damaged, DiskFull, NotSaved, ReadOnlyFolder, of_the_system


def in_words(error: Exception, store: str) -> EhdeskError | None:
    """The error for the person at the screen, or None when it is a fault of the program.

    :param store: what the store is called.
    """
    if isinstance(error, StaleDataError):
        return NotSaved(
            "it was changed somewhere else meanwhile", "Open the page again and look at both."
        )
    if isinstance(error, OSError):
        return of_the_system(error, store)
    driver = error.orig if isinstance(error, DBAPIError) else error
    if not isinstance(driver, sqlcipher.Error):
        return None
    code = getattr(driver, "sqlite_errorcode", None)
    name = str(getattr(driver, "sqlite_errorname", "") or "")
    # SQLite's result codes: the low byte of the extended one, https://sqlite.org/rescode.html
    match None if code is None else code & 0xFF:
        case 13:  # full
            return DiskFull()
        case 8 | 14:  # read only, cannot open
            return ReadOnlyFolder(store)
        case 11 | 26:  # corrupt, not a database
            return Damaged(store)
        case 5 | 6:  # busy, locked
            return NotSaved("another window is saving", "Try again in a moment.", name)
        case 10:  # input or output
            return NotSaved(
                "the drive did not take it. Keep this window open",
                "Check that the drive is connected and has room, then try again.",
                name,
            )
        case 19:  # constraint
            return NotSaved(
                "it does not fit with what is there already",
                "Open the page again. If it comes back, tell your support desk.",
                name,
            )
    return None
