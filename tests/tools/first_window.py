"""Whether the window really opens: on a virtual screen, with a new home, on the first-run page.

``python -m tests.tools.first_window PICTURE.png`` starts Xvfb and a window manager and runs
``ehdesk`` there as a person would, in a process of its own that also watches for the page. It
leaves with 1 when the page does not come on the screen, or when Qt complains.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

PAGE = "FirstRun"
PATIENCE = 60
"""Seconds to wait for the page, on a slow machine."""
NEVER = 4
"""The exit code that says so."""

_WATCHED = f"""
NEVER = {NEVER}
import sys, threading, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.__main__ import main

home, page, picture, patience = sys.argv[1:]
until = time.monotonic() + float(patience)

def look():
    if time.monotonic() > until:
        keep()
        QApplication.exit(NEVER)
        return
    for widget in QApplication.allWidgets():
        shown = type(widget).__name__ == page and widget.isVisible()
        if shown and widget.window().windowHandle().isExposed():
            QTimer.singleShot(1000, QApplication.instance(), keep)  # painted to the end by then
            return
    QTimer.singleShot(200, QApplication.instance(), look)

def keep():
    screen = QApplication.primaryScreen().grabWindow(0)
    image = screen.toImage()
    places = [(x, y) for x in range(0, image.width(), 9) for y in range(0, image.height(), 9)]
    colours = set(image.pixel(*place) for place in places)
    kept = screen.save(picture) and len(colours) > 8
    QApplication.exit(0 if kept else 3)

def wait_for_application():
    while QApplication.instance() is None:
        time.sleep(0.05)
    QTimer.singleShot(0, QApplication.instance(), look)

threading.Thread(target=wait_for_application, daemon=True).start()
sys.exit(main(["--home", home]))
"""


def main() -> int:
    """Open the window, look at it, close it."""
    parser = argparse.ArgumentParser(description="Whether the window opens on the first-run page.")
    parser.add_argument("picture", type=Path)
    picture: Path = parser.parse_args().picture
    picture.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home, screen() as display:
        surroundings = {k: v for k, v in os.environ.items() if not k.startswith("QT_QPA")}
        surroundings |= {"DISPLAY": display, "XDG_RUNTIME_DIR": home}
        run = subprocess.run(
            [sys.executable, "-c", _WATCHED, home, PAGE, str(picture), str(PATIENCE)],
            env=surroundings,
            capture_output=True,
            timeout=4 * PATIENCE,
            check=False,
        )
    said = run.stderr.decode("utf-8", "replace").strip()
    if run.returncode == NEVER:
        sys.stdout.write(f"{PAGE} did not come in {PATIENCE} seconds; {picture} shows what did\n")
    if run.returncode or said:
        sys.stdout.write(f"ehdesk left with {run.returncode} and said:\n{said}\n")
        return 1
    sys.stdout.write(f"The window is open on its first-run page; the picture is {picture}\n")
    return 0


@contextlib.contextmanager
def screen() -> Iterator[str]:
    """A virtual screen with a window manager; its display name."""
    reading, writing = os.pipe()
    size = ["-screen", "0", "1440x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), *size], pass_fds=[writing], stderr=subprocess.DEVNULL
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            display = f":{told.readline().strip()}"
        manager = subprocess.Popen(
            ["openbox"],
            env={**os.environ, "DISPLAY": display},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield display
        finally:
            manager.terminate()
            manager.wait(10)
    finally:
        server.terminate()
        server.wait(10)


if __name__ == "__main__":
    sys.exit(main())
