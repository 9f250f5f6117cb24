"""Opens the window: the look, the one window of this home, and the order of loading."""

from __future__ import annotations

import faulthandler
import signal
import sys
from pathlib import Path
from typing import IO

from PySide6.QtCore import QLockFile
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

import ehdesk
from ehdesk.kernel.clock import SystemClock
from ehdesk.kernel.home import Home
from ui.app.appearance import install_look
from ui.app.application import Application
from ui.kit.tasks import wait_for_tasks

CANNOT = 2
_ALREADY_OPEN = (
    "ehdesk: Early Help Desk is already open on this computer with the same files. "
    "Go to its window, or close it first."
)


def open_window(home: Home, store: str = "") -> int:
    """Run the window until it is closed; the exit code."""
    try:
        home.make()
        log = _record_faults(home)
    except OSError as error:
        sys.stderr.write(f"ehdesk: {home.root} cannot be written: {error.strerror}\n")
        return CANNOT
    only = only_window(home)
    if only is None:
        sys.stderr.write(_ALREADY_OPEN + "\n")
        return CANNOT
    QGuiApplication.setApplicationName("Early Help Desk")
    QGuiApplication.setApplicationVersion(ehdesk.__version__)
    QGuiApplication.setDesktopFileName("ehdesk")
    app = QApplication(sys.argv[:1])
    install_look(app, home)
    application = Application(home, SystemClock(), store=store)
    application.begin()
    application.window.show()
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Qt's loop would not hear of it
    code = app.exec()
    wait_for_tasks()  # a job must not outlive what carries its outcome
    application.hooks.remove()
    only.unlock()
    faulthandler.disable()
    log.close()
    return code


def only_window(home: Home) -> QLockFile | None:
    """The right to be the one window of this home; None when another has it."""
    lock = QLockFile(str(home.root / "window.lock"))
    lock.setStaleLockTime(0)  # not by age: only when the process that made it is gone
    return lock if lock.tryLock(0) else None


def _record_faults(home: Home) -> IO[bytes]:
    """Where Python was, should the process die: files and lines, never a value."""
    folder: Path = home.root / "logs"
    folder.mkdir(exist_ok=True, mode=0o700)
    log = (folder / "faults.log").open("ab")
    faulthandler.enable(log)
    return log
