"""Helps with spelling in every box of a window, from the first word that is written there."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from ehdesk.kernel.errors import EhdeskError
from ehdesk.services.writing import WritingService
from ehdesk.writing.spelling import Spelling
from ehdesk.writing.words import folded
from ui.theme import theme
from ui.writing.box_spelling import BoxSpelling
from ui.writing.boxes import Box, is_prose
from ui.writing.switches import switches

LOAD_PAUSE = 300
"""Milliseconds after a key press at which the dictionary is read: 30 ms in which nobody types,
and which the start of the application does not know of."""


class WritingHelp(QObject):
    """Follows the cursor: a box in which words are written is helped from then on."""

    def __init__(
        self,
        writing: WritingService,
        window: QWidget,
        case_id: Callable[[], UUID | None],
        say: Callable[[EhdeskError], None],
    ) -> None:
        """``case_id`` says whose names are right now; ``say`` tells what could not be done."""
        super().__init__(window)
        self._writing = writing
        self._window = window
        self._case_id = case_id
        self._say = say
        self._spells = Spelling()
        self._helped: list[BoxSpelling] = []
        self._pause = QTimer(self, singleShot=True, interval=LOAD_PAUSE)
        self._pause.timeout.connect(self._load)
        self._next = QShortcut(QKeySequence("F7"), window)
        self._next.activated.connect(self._go_to_next)
        self._menu = QShortcut(QKeySequence("Shift+F10"), window)  # not every system knows it
        self._menu.activated.connect(_open_menu)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        switches().changed.connect(self._look_again)
        theme().changed.connect(self._look_again)

    @property
    def is_ready(self) -> bool:
        """Whether the dictionary has been read."""
        return self._spells.is_ready

    def is_learned(self, word: str) -> bool:
        """Whether somebody added this word."""
        return folded(word) in self._writing.learned()

    def learn(self, word: str) -> None:
        """Add a word to those of the store."""
        self._change(self._writing.learn, word)

    def forget(self, word: str) -> None:
        """Take it out again."""
        self._change(self._writing.forget, word)

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        if isinstance(old, Box) and isinstance(old.helper, BoxSpelling):
            old.helper.left()
        if isinstance(now, Box) and is_prose(now) and self._window.isAncestorOf(now):
            self._help(now)

    def _help(self, box: Box) -> None:
        self._know()
        if box.helper is None:
            helped = BoxSpelling(box, self._spells, self)
            self._helped.append(helped)
            helped.destroyed.connect(lambda: self._helped.remove(helped))
            box.value_changed.connect(self._on_typed)

    def _on_typed(self) -> None:
        if not self._spells.is_ready and switches().spelling:
            self._pause.start()

    def _load(self) -> None:
        if self._spells.load():
            self._look_again()

    def _know(self) -> None:
        try:
            words = self._writing.words(self._case_id())
        except EhdeskError:
            return  # the store cannot be read; whoever writes in it is told when it is saved
        if self._spells.know(words):
            self._look_again()

    def _change(self, change: Callable[[str], None], word: str) -> None:
        try:
            change(word)
        except EhdeskError as error:
            self._say(error)
        self._know()

    def _go_to_next(self) -> None:
        box = QApplication.focusWidget()
        if isinstance(box, Box) and isinstance(box.helper, BoxSpelling):
            box.helper.go_to_next()

    def _look_again(self) -> None:
        for helped in self._helped:
            helped.look_again()


def _open_menu() -> None:
    """The menu of whatever has the cursor."""
    at = QApplication.focusWidget()
    if at is not None:
        middle = at.rect().center()
        by_key = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(at, QContextMenuEvent(by_key, middle, at.mapToGlobal(middle)))
