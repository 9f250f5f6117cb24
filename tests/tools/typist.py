"""Types into a form of the real window without end, telling each letter: to be killed.

``python -m tests.tools.typist HOME wizard RECORD``, or ``HOME withdrawal CASE`` for a small page,
with the password in ``EHDESK_PASSWORD``. Prints ``<moment> <letters typed>`` for every letter, the
moment as ``time.time()``.
"""

from __future__ import annotations

import os
import sys
import time
from itertools import cycle
from pathlib import Path
from uuid import UUID

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from ehdesk.kernel.clock import SystemClock
from ehdesk.kernel.home import Home
from tests.person import Person
from ui.app.application import Application
from ui.kit.navigation import Place
from ui.theme import install_theme

TEXT = "Mornings are hard and the bus is late again. "
PLACES = {
    "wizard": ("record_id", "What are you worried about?"),
    "withdrawal": ("case_id", "How, and what did they say?"),
}
LETTER = 15  # milliseconds: quicker than anybody types


def main() -> int:
    home, kind, key = Home(Path(sys.argv[1])), sys.argv[2], UUID(sys.argv[3])
    which, question = PLACES[kind]
    app = QApplication(sys.argv[:1])
    install_theme(app, "light", 100)
    application = Application(home, SystemClock())
    application.begin()
    application.window.show()
    me = Person(application.window, _wait)
    me.write("Password", os.environ["EHDESK_PASSWORD"])
    me.press("Unlock")
    me.sees("New request")
    frame = application.frame
    if frame is None:
        return 1
    frame.navigator.go(Place(kind, **{which: key}))
    me.sees(question)
    box = next(
        box
        for box in application.window.findChildren(QPlainTextEdit)
        if box.isVisible() and box.accessibleName() == question
    )
    box.setFocus()
    letters, typed = cycle(TEXT), 0

    def type_one() -> None:
        nonlocal typed
        QTest.keyClicks(box, next(letters))
        typed += 1
        sys.stdout.write(f"{time.time()} {typed}\n")
        sys.stdout.flush()

    timer = QTimer()
    timer.timeout.connect(type_one)
    timer.start(LETTER)
    return app.exec()


def _wait(condition: object) -> None:
    until = time.monotonic() + 20
    while not condition():  # type: ignore[operator]
        QApplication.processEvents()
        time.sleep(0.005)
        if time.monotonic() > until:
            raise TimeoutError("It never came")


if __name__ == "__main__":
    raise SystemExit(main())
