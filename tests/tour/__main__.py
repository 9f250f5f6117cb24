"""``make tour``: walks the real window through a whole case and leaves pictures of every page.

Everything lands in ``build/tour/``: numbered pictures, the two papers, and in ``forms`` a picture
of every page of every form at 100 and at 150 % text. Families are made up.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QSize, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from ehdesk.demo.make import USER, make_demo
from ehdesk.desk import open_desk
from ehdesk.kernel.clock import SetClock
from ehdesk.kernel.home import Home
from tests.every_page import prepare
from tests.flows.whole_journey import PASSWORD, WholeJourney, save_paper
from tests.person import Person
from tests.tour.camera import Camera
from tests.tour.every_page import every_page
from tests.tour.stops import demo_stops, page_stops, role_stops, store_stops
from ui.app.application import Application
from ui.app.desk_frame import DeskFrame
from ui.kit import ask
from ui.theme import install_theme, theme

WIDE, SMALL = QSize(1440, 900), QSize(1366, 768)


def main() -> int:
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("build/tour")
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    qInstallMessageHandler(_quietly)
    app = QApplication(sys.argv[:1])
    install_theme(app, "light", 100)
    ask.answers = []
    camera = Camera(out)
    try:
        with tempfile.TemporaryDirectory() as folder:
            _journey(camera, Home(Path(folder) / "school"), out)
            _demo(camera, Home(Path(folder) / "locality"))
        pages = every_page(out / "forms")
    except Exception:
        # The window's own hook would show a crash page; here nobody looks at it.
        camera.shoot("where-it-stopped")
        traceback.print_exc()
        return 1
    papers = len(list(out.glob("*.pdf")))
    said = f"{camera.taken} pictures, {pages} of the forms and {papers} papers in {out}\n"
    sys.stdout.write(said)
    return 0


def _journey(camera: Camera, home: Home, out: Path) -> None:
    clock = SetClock(datetime(2026, 8, 10, 9, 5))  # noqa: DTZ001 (London, as SetClock reads it)
    application = _open(home, clock)
    me = Person(application.window, wait)
    camera.look_at(application.window)
    go = WholeJourney(me, clock, shoot=camera.shoot)
    go.first_run()
    with tempfile.TemporaryDirectory() as packet:
        go.request(Path(packet))
    go.decision()
    go.assessment()
    go.first_meeting()
    go.review()
    store_stops(me, camera, out)
    go.closure()
    camera.shoot("case-closed")
    save_paper(me, "Brennan", "Closure form", out / "closure-form.pdf", camera.shoot)
    _close(application)


def _demo(camera: Camera, home: Home) -> None:
    clock = SetClock(datetime(2026, 11, 17, 8, 12))  # noqa: DTZ001
    make_demo(home, password=PASSWORD, clock=clock)
    application = _open(home, clock)
    me = Person(application.window, wait)
    camera.look_at(application.window)
    camera.shoot("unlock")
    me.write("Password", "not the right words")
    me.press("Unlock")
    me.sees("That password does not open Demo locality")
    camera.shoot("unlock-wrong-password")
    me.write("Password", PASSWORD)
    me.press("Unlock")
    me.sees("Good morning, Anita")
    demo_stops(me, camera, "")
    for name, scheme, size, text in (
        ("-dark", "dark", WIDE, 100),
        ("-small", "light", SMALL, 100),
        ("-small-dark", "dark", SMALL, 100),
        ("-large-text", "light", WIDE, 150),
        ("-small-large-text", "light", SMALL, 150),
    ):
        theme().set_scheme(scheme)
        theme().set_text_size(text)
        application.window.resize(size)
        demo_stops(me, camera, name)
    theme().set_scheme("light")
    theme().set_text_size(100)
    application.window.resize(WIDE)
    role_stops(me, camera, PASSWORD, application.close_store)
    application.lock_now()
    camera.shoot("locked")
    _close(application)
    _every_page(camera, home, clock)


def _every_page(camera: Camera, home: Home, clock: SetClock) -> None:
    """Each page of the table in three looks, of the same store with what a page may lack."""
    store = next(home.stores_folder.glob("*.ehdesk"))
    desk = open_desk(store, password=PASSWORD, clock=clock, home=home)
    prepare(desk, clock)
    desk.close()
    application = _open(home, clock)
    me = Person(application.window, wait)
    camera.look_at(application.window)

    def switch(who: str) -> DeskFrame:
        application.close_store()
        me.pick("Whose password is it?", who)
        me.write("Password", PASSWORD)
        me.press("Unlock")
        me.sees(f"Good morning, {who.split()[0]}")
        assert application.frame is not None
        return application.frame

    for name, scheme, size, text in (
        ("page", "light", WIDE, 100),
        ("page-dark", "dark", WIDE, 100),
        ("page-small-large-text", "light", SMALL, 150),
    ):
        theme().set_scheme(scheme)
        theme().set_text_size(text)
        application.window.resize(size)
        page_stops(me, switch(USER), camera, name, switch)
    theme().set_scheme("light")
    theme().set_text_size(100)
    _close(application)


def _open(home: Home, clock: SetClock) -> Application:
    application = Application(home, clock)
    application.begin()
    application.window.resize(WIDE)
    application.window.show()
    QApplication.processEvents()
    return application


def _close(application: Application) -> None:
    application.window.close()
    application.hooks.remove()
    application.window.deleteLater()
    QApplication.processEvents()


def wait(condition: Callable[[], bool]) -> None:
    """Let the window work until the condition holds.

    :raises TimeoutError: after 20 seconds.
    """
    until = time.monotonic() + 20
    while not condition():
        QApplication.processEvents()
        time.sleep(0.005)
        if time.monotonic() > until:
            raise TimeoutError("It never came")


def _quietly(kind: QtMsgType, _context: object, said: str) -> None:
    """Without a display Qt says what its platform cannot do; nothing else is kept quiet."""
    if "This plugin does not support" not in said:
        sys.stderr.write(f"Qt {kind.name}: {said}\n")


if __name__ == "__main__":
    raise SystemExit(main())
