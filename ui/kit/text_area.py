"""Several lines of plain text in a box that grows as they are typed."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QMimeData, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QFontMetricsF,
    QResizeEvent,
    QTextCursor,
    QTextDocumentFragment,
    QWheelEvent,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from ehdesk.writing.differing import shared_ends
from ehdesk.writing.plain_text import plain_lines
from ui.kit.box_menu import HelpsWriting, show_menu, whole_menu
from ui.kit.noted import Noted
from ui.kit.units import units_in
from ui.theme import theme

FEWEST_LINES = 3
MOST_LINES = 12


class TextArea(Noted, QPlainTextEdit):
    """Grows from 3 lines to 12, then scrolls; Tab leaves it; only plain text can be pasted.

    ``value_changed`` is what a person did; ``set_value`` is silent. ``prose`` says that words are
    written in it, so that their spelling may be looked at.
    """

    value_changed = Signal()

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.prose = True
        self.helper: HelpsWriting | None = None
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lines_shown = FEWEST_LINES
        self._said = ""
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)

    def value(self) -> str:
        """What is typed."""
        return self.toPlainText()

    def set_value(self, value: str) -> None:
        """Show a value, without telling anyone. What was typed before cannot be undone into it.

        Only what differs is written, so the cursor stays where the change was.
        """
        old = self.toPlainText()
        if value == old:
            return
        self._said = value
        with QSignalBlocker(self):
            if not old or not value:
                self.setPlainText(value)
                return
            start, end = shared_ends(old, value)
            cursor = QTextCursor(self.document())
            cursor.setPosition(units_in(old[:start]))
            keep = QTextCursor.MoveMode.KeepAnchor
            cursor.setPosition(units_in(old[: len(old) - end]), keep)
            cursor.insertText(value[start : len(value) - end])
            self.document().clearUndoRedoStacks()
            self.setTextCursor(cursor)

    def written(self) -> str:
        """The text as it stands, for whoever looks at its spelling."""
        return self.toPlainText()

    def place(self) -> int:
        """Where the cursor is, in Qt's units."""
        return self.textCursor().position()

    def put(self, start: int, end: int, text: str) -> None:
        """Write something in place of what stands between two places, as a person does."""
        self.select(start, end)
        self.textCursor().insertText(text)

    def select(self, start: int, end: int) -> None:
        """Select what stands between two places."""
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def sizeHint(self) -> QSize:
        line = ceil(QFontMetricsF(self.font()).lineSpacing())  # as Qt lays out each line
        text = self._lines_shown * line + ceil(2 * self.document().documentMargin()) + 1
        return QSize(super().sizeHint().width(), text + self._chrome())

    def minimumSizeHint(self) -> QSize:
        return QSize(QFontMetrics(self.font()).averageCharWidth() * 16, self.sizeHint().height())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        if not text and source.hasHtml():
            text = QTextDocumentFragment.fromHtml(source.html()).toPlainText()
        if text:
            self.textCursor().insertText(plain_lines(text))
            self.ensureCursorVisible()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = self.textCursor() if by_key else self.cursorForPosition(event.pos())
        menu = whole_menu(self, self.createStandardContextMenu(), self.helper, at.position())
        show_menu(menu, self.viewport(), event, self.cursorRect().bottomLeft())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_size_changed()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()  # so the page scrolls on, and does not stick on a long text

    def _on_text_changed(self) -> None:
        """Qt calls it a change too when words are only marked."""
        text = self.toPlainText()
        if text != self._said:
            self._said = text
            self.value_changed.emit()

    def _chrome(self) -> int:
        """Edge and padding, above and below the text."""
        if self.isVisible():
            return self.height() - self.viewport().height()
        return 2 * theme().px(6) + 2  # as the style sheet has it, until it is laid out

    def _on_size_changed(self, *_size: object) -> None:
        lines = int(self.document().size().height())  # in lines, for a plain text document
        shown = min(MOST_LINES, max(FEWEST_LINES, lines))
        policy = Qt.ScrollBarPolicy
        scrolls = policy.ScrollBarAsNeeded if lines > MOST_LINES else policy.ScrollBarAlwaysOff
        if scrolls != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(scrolls)
        if shown != self._lines_shown:
            self._lines_shown = shown
            self.updateGeometry()
