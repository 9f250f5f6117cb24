"""Every page of every form, at 100 and at 150 % text: ``form-<code>-<section>-<percent>.png``."""

from __future__ import annotations

import sys
from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from ehdesk.kernel.clock import SetClock
from tests.desks import new_desk
from tests.tour.filled_forms import FilledForms
from ui.requests.open_wizard import open_wizard
from ui.theme import install_theme, theme
from ui.wizard.wizard_page import WizardPage

_WIDTH, _HEIGHT = 1440, 900
_TALLEST = 9000
"""Pixels: a picture shows the whole of a page, up to this height."""


def every_page(out: Path, sizes: Collection[int] = (100, 150), only: Collection[str] = ()) -> int:
    """Take the pictures into ``out``; how many were taken. ``only``: the codes of some forms.

    :raises OSError: when a picture cannot be saved.
    """
    out.mkdir(parents=True, exist_ok=True)
    clock = SetClock(datetime(2026, 11, 17, 10, 42))  # noqa: DTZ001 (London, as SetClock reads it)
    taken = 0
    with TemporaryDirectory() as folder:
        desk = new_desk(Path(folder), clock)
        for code, record in FilledForms(desk, clock).records.items():
            for size in sizes if not only or code in only else ():
                theme().set_text_size(size)
                page = open_wizard(desk, record)
                page.resize(_WIDTH, _HEIGHT)
                page.show()
                taken += _pages(page, out, f"form-{code.replace('_', '-')}", size)
                page.leave()
                page.close()
                page.deleteLater()
                QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        desk.close()
    theme().set_text_size(100)
    return taken


def _pages(page: WizardPage, out: Path, name: str, size: int) -> int:
    steps = page.session.steps()
    for step in steps:
        page.go(step.key)
        _make_room(page)
        path = out / f"{name}-{step.key.replace('_', '-')}-{size}.png"
        if not page.grab().save(str(path)):
            raise OSError(f"{path} could not be written")
    return len(steps)


def _make_room(page: WizardPage) -> None:
    """As high as the whole page wants, so that nothing has to be scrolled."""
    page.resize(_WIDTH, _HEIGHT)
    for _ in range(4):
        _settle()
        hidden = page.body.scroller.verticalScrollBar().maximum()
        if not hidden or page.height() >= _TALLEST:
            break
        page.resize(_WIDTH, min(_TALLEST, page.height() + hidden))
    _settle()


def _settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def main() -> None:
    """``python -m tests.tour.every_page <folder> [<form> ...]``: these pictures alone."""
    install_theme(QApplication(sys.argv[:1]), "light", 100)
    taken = every_page(Path(sys.argv[1]), only=sys.argv[2:])
    sys.stdout.write(f"{taken} pictures in {sys.argv[1]}\n")


if __name__ == "__main__":
    main()
