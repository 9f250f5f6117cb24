"""Keeping what is typed: the one mechanism, whatever made the change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from ehdesk.kernel.errors import EhdeskError

PAUSE = 400
"""Milliseconds without a keystroke after which the answers are kept."""
LONGEST = 1000
"""Milliseconds after which they are kept although typing goes on."""
RETRY = 5000
"""Milliseconds from a save that failed to the next try."""


class Saved(Protocol):
    """What a save gives back (ehdesk.desk)."""

    @property
    def at(self) -> datetime: ...


Save = Callable[[Mapping[str, Any]], Saved]


class Typed(Protocol):
    """What is being typed into: the session of a form, or the boxes of a small page."""

    @property
    def read_only(self) -> bool: ...

    @property
    def place(self) -> str: ...

    @property
    def has_changes(self) -> bool: ...

    def take_changes(self) -> dict[str, Any]: ...

    def mark_saved(self) -> None: ...

    def put_back(self) -> None: ...


class Autosave(QObject):
    """Saves soon after a change, at once when asked, and again and again after a failure.

    Nothing is lost by a failure: the changes stay where they are and go with the next save.
    """

    saved = Signal(object)
    """A ``Saved``, after its commit."""
    failed = Signal(object)
    """The EhdeskError in whose words to say it."""

    def __init__(self, typed: Typed, save: Save, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._typed = typed
        self._save = save
        self._place = typed.place
        self._failed = False
        self._pause = self._timer(PAUSE)
        self._longest = self._timer(LONGEST)
        self._retry = self._timer(RETRY)

    @property
    def has_unsaved(self) -> bool:
        """Whether something is only on this screen."""
        return self._typed.has_changes

    @property
    def has_failed(self) -> bool:
        """Whether the last try failed."""
        return self._failed

    def note_change(self) -> None:
        """An answer changed: keep it soon."""
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def save_now(self) -> bool:
        """Keep everything that is not yet kept; False when it could not be."""
        self._pause.stop()
        self._longest.stop()
        place = self._typed.place
        if self._typed.read_only or not (self._typed.has_changes or place != self._place):
            return True
        changes = self._typed.take_changes()
        try:
            saved = self._save(changes)
        except EhdeskError as error:
            self._typed.put_back()
            self._failed = True
            self._retry.start()
            self.failed.emit(error)
            return False
        except BaseException:
            self._typed.put_back()
            raise
        self._typed.mark_saved()
        self._place, self._failed = place, False
        self._retry.stop()
        self.saved.emit(saved)
        return True

    def stop(self) -> None:
        """No more tries: the form is closed."""
        for timer in (self._pause, self._longest, self._retry):
            timer.stop()

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.save_now)
        return timer
