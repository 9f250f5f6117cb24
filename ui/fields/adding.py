"""Adding files to the form that is open: read, looked at and kept beside the window's own work."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from typing import Any, Protocol
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from ehdesk.domain.attachment import LARGEST_FILE, TooLarge
from ehdesk.domain.file_types import FileType, Refused, file_type
from ehdesk.forms.spec import Row
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.sizes import MB
from ui.kit.pictures import NotAPicture, as_jpeg, as_png, can_convert, read_picture, shrunk
from ui.kit.tasks import Report, run

_CHUNK = MB
_LARGEST_PICTURE = 100 * MB
"""A picture up to this size can be made smaller here; a larger one is left to where it is from."""


class Keeps(Protocol):
    """Where files are kept (``ehdesk.services.attachments``)."""

    def add(
        self, record_id: UUID, name: str, data: bytes, *, what: str, person_id: UUID | None
    ) -> dict[str, Any]: ...


@dataclass(frozen=True)
class Wanted:
    """A file to add: one of the disk, or a picture from the clipboard.

    ``smaller``: the person has agreed that the picture is made smaller.
    """

    name: str
    path: Path | None = None
    picture: QImage | None = None
    what: str = ""
    person_id: str = ""
    smaller: bool = False


class Adding(QObject):
    """Adds files one after another. What was added stays; the rest can be stopped."""

    started = Signal(str)
    """The name of the file that is being read."""
    progressed = Signal(int, int)
    """So much of so much of it is read."""
    added = Signal(object)
    """The row of its answer."""
    refused = Signal(object, object)
    """An EhdeskError, and the Wanted that it is about."""
    finished = Signal()
    """Nothing is left to add, or it was stopped."""

    def __init__(self, keep: Keeps, record_id: UUID, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keep, self._record_id = keep, record_id
        self._waiting: deque[Wanted] = deque()
        self._stop = Event()
        self._is_busy = False

    @property
    def is_busy(self) -> bool:
        """Whether a file is being added."""
        return self._is_busy

    @property
    def has_more(self) -> bool:
        """Whether others wait after the one that is being added."""
        return bool(self._waiting)

    def add(self, wanted: Sequence[Wanted]) -> None:
        """Add these files after those that wait already."""
        self._waiting.extend(wanted)
        if not self._is_busy:
            self._next()

    def stop(self) -> None:
        """Add no more. A file that is kept already by then stays."""
        self._waiting.clear()
        self._stop.set()

    def _next(self) -> None:
        self._stop.clear()
        if not self._waiting:
            self._is_busy = False
            self.finished.emit()
            return
        self._is_busy = True
        wanted, stop = self._waiting.popleft(), self._stop
        keep, record_id = self._keep, self._record_id
        self.started.emit(wanted.name)

        def work(report: Report) -> Row:
            name, data = _read(wanted, report, stop.is_set)
            if stop.is_set():
                raise _Stopped
            person = UUID(wanted.person_id) if wanted.person_id else None
            return keep.add(record_id, name, data, what=wanted.what, person_id=person)

        run(
            work,
            on_done=self._on_added,
            on_failed=lambda problem: self._on_failed(problem, wanted),
            on_progress=self.progressed.emit,
            owner=self,
        )

    def _on_added(self, row: Row) -> None:
        self.added.emit(row)
        self._next()

    def _on_failed(self, problem: Exception, wanted: Wanted) -> None:
        if isinstance(problem, EhdeskError):
            self.refused.emit(problem, wanted)
        elif not isinstance(problem, _Stopped):
            self._is_busy = False
            self._waiting.clear()
            self.finished.emit()
            raise problem
        self._next()


def agreed(wanted: Wanted) -> Wanted:
    """The same, now that it may be made smaller."""
    return replace(wanted, smaller=True)


class _Stopped(Exception):
    """The person pressed Stop."""


def _read(wanted: Wanted, report: Report, stopped: Callable[[], bool]) -> tuple[str, bytes]:
    """The name and the bytes to keep.

    :raises EhdeskError: when it cannot be read, is too large or is not a file that is kept.
    """
    if wanted.picture is not None:
        return _of_clipboard(wanted.name, wanted.picture)
    assert wanted.path is not None  # noqa: S101 (a Wanted has one of the two)
    data = _bytes(wanted.path, report, stopped)
    try:
        kind = file_type(data, wanted.name)
    except Refused as refused:
        if refused.is_picture and can_convert(data):
            return f"{Path(wanted.name).stem}.jpg", _smaller(data)
        raise
    if len(data) <= LARGEST_FILE:
        return wanted.name, data
    if not wanted.smaller:
        raise TooLarge(len(data), kind)
    return f"{Path(wanted.name).stem}.jpg", _smaller(data)


def _of_clipboard(name: str, picture: QImage) -> tuple[str, bytes]:
    data = as_png(picture)
    if len(data) <= LARGEST_FILE:
        return f"{name}.png", data
    return f"{name}.jpg", _smaller(as_jpeg(picture))


def _smaller(data: bytes) -> bytes:
    try:
        if (
            len(data) <= LARGEST_FILE
            and len(smaller := as_jpeg(read_picture(data))) <= LARGEST_FILE
        ):
            return smaller
        return shrunk(data, LARGEST_FILE)
    except NotAPicture:
        raise EhdeskError(
            "This picture cannot be read",
            "It is damaged, or larger than this computer can draw.",
            "Open it where it comes from, save it as a smaller JPEG, then add that.",
        ) from None


def _bytes(path: Path, report: Report, stopped: Callable[[], bool]) -> bytes:
    """All of the file, as far as it may be kept or made smaller."""
    parts, done = [], 0
    try:
        with path.open("rb") as file:
            size = path.stat().st_size
            while part := file.read(_CHUNK):
                if stopped():
                    raise _Stopped
                parts.append(part)
                done += len(part)
                report(done, max(size, done))
                if len(parts) == 1:
                    _refuse_large(size, part, path.name)
                if done > _LARGEST_PICTURE:
                    raise TooLarge(max(size, done), None)
    except OSError:
        raise EhdeskError(
            "This file could not be read",
            "It may have been moved, or be on a drive that is not connected.",
            "See that it opens, then add it again.",
        ) from None
    return b"".join(parts)


def _refuse_large(size: int, start: bytes, name: str) -> None:
    """Do not read on through what is too large and cannot be made smaller."""
    if size <= LARGEST_FILE:
        return
    kind: FileType | None = None
    try:
        kind = file_type(start, name)
    except Refused as refused:
        if refused.is_picture:
            return
    if kind is None or kind.shows != "picture" or size > _LARGEST_PICTURE:
        raise TooLarge(size, kind if kind and kind.shows != "picture" else None)
