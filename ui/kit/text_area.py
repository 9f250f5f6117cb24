"""Several lines of plain text in a box that grows as they are typed."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QMimeData, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from ui.theme import theme

FEWEST_LINES = 3
MOST_LINES = 12


class TextArea(QPlainTextEdit):
    """Grows from 3 lines to 12, then scrolls; Tab leaves it; only plain text can be pasted.

    ``value_changed`` is what a person did; ``set_value`` is silent.
    """

    value_changed = Signal()

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lines_shown = FEWEST_LINES
        self.textChanged.connect(self.value_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)

    def value(self) -> str:
        """What is typed."""
        return self.toPlainText()

    def set_value(self, value: str) -> None:
        """Show a value, without telling anyone. What was typed before cannot be undone into it."""
        if value != self.toPlainText():
            with QSignalBlocker(self):
                self.setPlainText(value)

    def sizeHint(self) -> QSize:
        line = ceil(QFontMetricsF(self.font()).lineSpacing())  # as Qt lays out each line
        text = self._lines_shown * line + ceil(2 * self.document().documentMargin()) + 1
        return QSize(super().sizeHint().width(), text + self._chrome())

    def minimumSizeHint(self) -> QSize:
        return QSize(QFontMetrics(self.font()).averageCharWidth() * 16, self.sizeHint().height())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.textCursor().insertText(source.text())
            self.ensureCursorVisible()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_size_changed()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()  # so the page scrolls on, and does not stick on a long text

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
