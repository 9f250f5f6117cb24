"""What a key costs in a box of 5,000 words: ``python -m tests.bench.writing``.

From the key press until the box is painted again, with marks and without, in a form of the
request; and what reading the dictionary costs once. Figures only, no verdict.
"""

from __future__ import annotations

import os
import statistics
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ehdesk.writing.spelling import Spelling
from tests.ui.forms_in_memory import RECORD, desk
from ui.kit.text_area import TextArea
from ui.requests.open_wizard import open_wizard
from ui.theme import install_theme
from ui.wizard.wizard_page import WizardPage
from ui.writing.box_spelling import BoxSpelling

_SENTENCE = "Mum told us that the behavoir at home is calmer, and that Isla recieves help. "
"""14 words, two of them misspelt."""
_KEY = "needs.impact"


class _Nobody:
    """A team that has learned nothing."""

    def is_learned(self, _word: str) -> bool:
        return False

    def learn(self, _word: str) -> None: ...
    def forget(self, _word: str) -> None: ...


def main() -> int:
    app = QApplication(sys.argv[:1])
    install_theme(app, "light", 100)
    spells = Spelling()
    begun = time.perf_counter()
    spells.load()
    _say("dictionary, read once", [time.perf_counter() - begun])
    for marks in (False, True):
        for shape, between in (("paragraphs", "\n"), ("one paragraph", "")):
            text = (_SENTENCE * 6 + between) * 60  # 5,040 words
            page = open_wizard(desk(values={_KEY: text}, place="needs"), RECORD)
            page.resize(1440, 900)
            page.show()
            page.activateWindow()
            area = page.pages.view.questions[_KEY].editor.control  # type: ignore[union-attr]
            helped = BoxSpelling(area, spells, _Nobody()) if marks else None
            name = f"a key among 5,040 words in {shape}{', with marks' if marks else ''}"
            _say(name, _type(app, page, area))
            del helped
            page.close()
    return 0


def _type(app: QApplication, page: WizardPage, area: TextArea) -> list[float]:
    area.setFocus()
    area.moveCursor(area.textCursor().MoveOperation.End)
    for _ in range(400):
        area.moveCursor(area.textCursor().MoveOperation.Left)
    app.processEvents()
    times = []
    for letter in "we went home early. " * 5:
        begun = time.perf_counter()
        QTest.keyClick(area, Qt.Key.Key_Space if letter == " " else letter)
        area.repaint()
        app.processEvents()
        times.append(time.perf_counter() - begun)
    return times


def _say(name: str, times: list[float]) -> None:
    median = statistics.median(times) * 1000
    worst = sorted(times)[int(len(times) * 0.95) if len(times) > 1 else 0] * 1000
    print(f"{name:60} median {median:7.1f} ms   95 % {worst:7.1f} ms")  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
