"""A wavy line under the words that may be misspelt."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QSyntaxHighlighter, QTextBlock, QTextCharFormat

from ehdesk.writing.words import Word
from ui.kit.text_area import TextArea
from ui.kit.text_input import TextInput
from ui.kit.units import to_units
from ui.theme import theme
from ui.writing.boxes import Box

LONG = 8000
"""A paragraph of so many characters takes Qt long to lay out with its marks: they wait until
nobody types."""
REST = 400
"""Milliseconds without a key."""

WrongIn = Callable[[str], list[Word]]


def wavy() -> QTextCharFormat:
    """The line, in the colour of an error; it is a shape that nothing else has."""
    style = QTextCharFormat()
    style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    style.setUnderlineColor(theme().tokens.tone("overdue").ink)
    return style


class AreaMarks(QSyntaxHighlighter):
    """Marks in a box of several lines. Only the lines that change are looked at again. The word
    that is being written waits until the cursor leaves it."""

    def __init__(self, area: TextArea, wrong_in: WrongIn) -> None:
        self._area = area
        self._wrong_in = wrong_in
        self._style = wavy()
        self._waiting: QTextBlock | None = None
        self._at_rest = False
        super().__init__(area.document())
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.look_again)
        area.cursorPositionChanged.connect(self._on_moved)

    def look_again(self) -> None:
        """Other words are right or wrong now, or the colours have changed."""
        self._style = wavy()
        self._at_rest = True
        self.rehighlight()
        self._at_rest = False

    def highlightBlock(self, text: str) -> None:
        if len(text) > LONG and not self._at_rest:
            self._rest.start()
            return
        block, units = self.currentBlock(), to_units(text)
        at = self._area.textCursor().position() - block.position()
        writing = self._area.hasFocus()
        if self._waiting is not None and self._waiting == block:
            self._waiting = None
        for word in self._wrong_in(text):
            start, end = units(word.start), units(word.end)
            if writing and end == at:
                self._waiting = block
            else:
                self.setFormat(start, end - start, self._style)

    def look_at_waiting(self) -> None:
        """Nothing more is written in the word that was left out."""
        block, self._waiting = self._waiting, None
        if block is not None and block.isValid():
            self.rehighlightBlock(block)

    def _on_moved(self) -> None:
        if self._waiting is not None:
            self.look_at_waiting()


class LineMarks(QObject):
    """Marks in a box of one line."""

    def __init__(self, line: TextInput, wrong_in: WrongIn) -> None:
        super().__init__(line)
        self._line = line
        self._wrong_in = wrong_in
        line.textChanged.connect(self.look_again)
        line.cursorPositionChanged.connect(self.look_again)

    def look_again(self, *_what: object) -> None:
        """Draw the marks that there are now."""
        text = self._line.text()
        units = to_units(text)
        at = self._line.cursorPosition() if self._line.hasFocus() else -1
        places = [(units(word.start), units(word.end)) for word in self._wrong_in(text)]
        self._line.underline([place for place in places if place[1] != at], wavy())

    def look_at_waiting(self) -> None:
        """Nothing more is written in the word that was left out."""
        self.look_again()


def marks_for(box: Box, wrong_in: WrongIn) -> AreaMarks | LineMarks:
    """The marks of a box."""
    return AreaMarks(box, wrong_in) if isinstance(box, TextArea) else LineMarks(box, wrong_in)
