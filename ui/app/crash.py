"""What happens when the code is wrong: the page stops, the records stay safe, nobody is named.

A report says which kind of error it was, where in our files, and the versions. It never holds the
error's message, a local variable or an argument, since any of them may be about a family.
"""

from __future__ import annotations

import platform
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from traceback import extract_tb
from types import TracebackType

from PySide6.QtCore import QObject, Signal, qVersion

import ehdesk
import ui

_ROOT = Path(ui.__file__).resolve().parent.parent
_OURS = ("ui", "ehdesk", "resources")


@dataclass(frozen=True)
class CrashReport:
    """Everything that is told about a crash. ``page`` is the kind of page, in words."""

    kind: str
    frames: tuple[str, ...]
    page: str = ""

    @classmethod
    def of(
        cls, kind: type[BaseException], trace: TracebackType | None, page: str = ""
    ) -> CrashReport:
        """Keep the class of the error and the places in our own files."""
        frames = tuple(
            f"{_where(frame.filename)}:{frame.lineno} in {frame.name}"
            for frame in extract_tb(trace)
            if _where(frame.filename)
        )
        return cls(kind.__name__, frames, page)

    @property
    def in_one_line(self) -> str:
        """``Today, AttributeError in ui/home/today_page.py:41``."""
        place = self.frames[-1].split(" in ")[0] if self.frames else "outside our files"
        return f"{self.page or 'The window'}, {self.kind} in {place}"

    def as_text(self) -> str:
        """What is saved for the support desk."""
        lines = [
            "Early Help Desk: a page could not be drawn",
            "",
            f"Page: {self.page or 'the window'}",
            f"Kind of error: {self.kind}",
            "Where, the last one first:",
            *(f"  {frame}" for frame in reversed(self.frames)),
            "",
            f"Early Help Desk {ehdesk.__version__}",
            f"Qt {qVersion()}, Python {platform.python_version()}, {platform.platform()}",
            "",
            "This report holds no names, addresses or notes.",
        ]
        return "\n".join(lines) + "\n"


def _where(filename: str) -> str:
    """The file inside our own folders, with forward slashes; "" for anybody else's."""
    try:
        path = Path(filename).resolve().relative_to(_ROOT)
    except ValueError:
        return ""
    return path.as_posix() if path.parts[0] in _OURS else ""


Caught = Callable[[BaseException], object]


class CrashHooks(QObject):
    """Takes what nothing else caught, on any thread, to one place on the GUI thread."""

    _caught = Signal(object)

    def __init__(self, on_caught: Caught, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before = (sys.excepthook, sys.unraisablehook, threading.excepthook)
        self._caught.connect(on_caught)
        self.install()

    def install(self) -> None:
        """Take what nothing else catches, from now on."""
        self._before = (sys.excepthook, sys.unraisablehook, threading.excepthook)
        sys.excepthook = self._on_exception
        sys.unraisablehook = self._on_unraisable
        threading.excepthook = self._on_thread

    def remove(self) -> None:
        """Put back what was there."""
        sys.excepthook, sys.unraisablehook, threading.excepthook = self._before

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
        else:
            self._caught.emit(error.with_traceback(trace))

    def _on_unraisable(self, what: sys.UnraisableHookArgs) -> None:
        if what.exc_value is not None:
            self._caught.emit(what.exc_value.with_traceback(what.exc_traceback))

    def _on_thread(self, what: threading.ExceptHookArgs) -> None:
        if what.exc_value is not None:
            self._caught.emit(what.exc_value.with_traceback(what.exc_traceback))


def keep_report(folder: Path, report: CrashReport) -> None:
    """Add the report to the log of crashes, for whoever is asked for help; never fail at it."""
    with suppress(OSError):
        folder.mkdir(exist_ok=True, mode=0o700)
        with (folder / "crashes.log").open("a", encoding="utf-8") as log:
            log.write(report.as_text() + "\n")


class SeenBefore:
    """Tells the same crash from a new one, so that a page that keeps failing says so once."""

    def __init__(self) -> None:
        self._seen: set[tuple[str, tuple[str, ...]]] = set()

    def add(self, report: CrashReport) -> bool:
        """Whether it was seen before; from now on it was."""
        key = (report.kind, report.frames)
        known = key in self._seen
        self._seen.add(key)
        return known

    def forget(self) -> None:
        """A person tried again: show it again if it comes again."""
        self._seen.clear()
