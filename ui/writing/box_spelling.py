"""Spelling in one box: its marks, its menu, and what a screen reader is told."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ehdesk.writing import spelling
from ehdesk.writing.spelling import Spelling
from ehdesk.writing.words import Word, pieces
from ui.kit.units import to_characters, to_units
from ui.writing.boxes import Box
from ui.writing.marks import marks_for
from ui.writing.switches import switches

PAUSE = 600
"""Milliseconds without a key after which a screen reader's note is brought up to date."""
NOT_HERE = "Spelling cannot be checked on this computer"


class TeamWords(Protocol):
    """The words that the team has taught this store."""

    def is_learned(self, word: str) -> bool: ...
    def learn(self, word: str) -> None: ...
    def forget(self, word: str) -> None: ...


class BoxSpelling(QObject):
    """Looks after a box from the first time that somebody writes in it."""

    def __init__(self, box: Box, spells: Spelling, words: TeamWords) -> None:
        super().__init__(box)
        self._box = box
        self._spells = spells
        self._words = words
        self._ignored: set[str] = set()
        self._marks = marks_for(box, self.wrong_in)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._say_how_many)
        box.value_changed.connect(self._pause.start)
        box.helper = self
        self.look_again()

    def wrong_in(self, text: str) -> list[Word]:
        """The words to mark; none while spelling is switched off."""
        if not switches().spelling:
            return []
        found = self._spells.wrong_in(text)
        return [word for word in found if word.text not in self._ignored] if found else []

    def look_again(self) -> None:
        """Other words are right or wrong now, or the switch was turned."""
        self._marks.look_again()
        self._say_how_many()

    def left(self) -> None:
        """The cursor has gone elsewhere."""
        self._marks.look_at_waiting()
        self._say_how_many()

    def offered(self, menu: QMenu, at: int) -> list[QAction]:
        """What can be done for the word at a place, in Qt's units."""
        if not spelling.is_available():
            return [_words_only(menu, NOT_HERE), _line(menu)]
        word = self._word_at(at)
        if word is None:
            return []
        if word in self.wrong_in(self._box.written()):
            return self._for_wrong(menu, word)
        if self._spells.knows(word.text) and self._words.is_learned(word.text):
            words = f"Take “{word.text}” out of our words"
            return [_deed(menu, words, partial(self._words.forget, word.text)), _line(menu)]
        return []

    def go_to_next(self) -> bool:
        """Select the next word to check after the cursor, from the top again at the end."""
        text = self._box.written()
        units = to_units(text)
        words = [(units(word.start), units(word.end)) for word in self.wrong_in(text)]
        if not words:
            return False
        here = self._box.place()
        start, end = next((place for place in words if place[0] >= here), words[0])
        self._box.select(start, end)
        return True

    def _for_wrong(self, menu: QMenu, word: Word) -> list[QAction]:
        meant = [
            _deed(menu, suggestion, partial(self._replace, word, suggestion))
            for suggestion in self._spells.suggestions(word.text)
        ]
        return [
            *(meant or [_words_only(menu, "No suggestions")]),
            _line(menu),
            _deed(menu, f"Add “{word.text}” to our words", partial(self._words.learn, word.text)),
            _deed(menu, "Ignore here", partial(self._ignore, word.text)),
            _deed(menu, "Next word to check\tF7", self.go_to_next),
            _line(menu),
        ]

    def _replace(self, word: Word, suggestion: str) -> None:
        text = self._box.written()
        if text[word.start : word.end] != word.text:
            return  # the text has changed while the menu was open
        units = to_units(text)
        if "’" in word.text:
            suggestion = suggestion.replace("'", "’")
        self._box.put(units(word.start), units(word.end), suggestion)
        self.look_again()

    def _ignore(self, word: str) -> None:
        self._ignored.add(word)
        self.look_again()

    def _word_at(self, at: int) -> Word | None:
        text = self._box.written()
        place = to_characters(text, at)
        for piece in pieces(text):
            if piece.start() <= place <= piece.end():
                return Word(piece.start(), piece[0])
        return None

    def _say_how_many(self) -> None:
        number = len(self.wrong_in(self._box.written()))
        words = "1 word" if number == 1 else f"{number} words"
        how = "F7 goes to the next, Shift and F10 offers what may be meant"
        self._box.set_note(f"{words} to check. {how}" if number else "")


def _deed(menu: QMenu, words: str, act: Callable[[], object]) -> QAction:
    action = QAction(words.replace("&", "&&"), menu)
    action.triggered.connect(lambda _on=False: act())
    return action


def _words_only(menu: QMenu, words: str) -> QAction:
    action = QAction(words, menu)
    action.setEnabled(False)
    return action


def _line(menu: QMenu) -> QAction:
    action = QAction(menu)
    action.setSeparator(True)
    return action
