"""One answer from a list that drops down."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from ui.theme import theme

NOTHING = "Choose"
"""The first line, which stands for no answer."""
_WIDEST = 240
"""A box asks for no more than this at 100 %; longer words are shortened in it."""
MANY = 8
"""More options than this, and typing filters them."""


class Choice(QComboBox):
    """``value()`` is the chosen option's value, "" when none is.

    With many options a person types part of one: what is left that fits is offered, and leaving
    with one fitting option takes it. The wheel does nothing unless the box has focus.
    ``value_changed`` is what a person did; ``set_value`` and ``set_options`` are silent.
    """

    value_changed = Signal()

    def __init__(
        self,
        options: Sequence[tuple[str, str]] = (),
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._line: QLineEdit | None = None
        self._completer = QCompleter(self.model(), self)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.currentIndexChanged.connect(lambda _index: self.value_changed.emit())
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer (value, label) pairs; what was chosen stays chosen if it is still offered."""
        chosen = self.value()
        with QSignalBlocker(self):
            self.clear()
            self.addItem(NOTHING, "")
            for value, text in options:
                self.addItem(text, value)
            self._filter_by_typing(len(options) > MANY)
        self.set_value(chosen)

    def value(self) -> str:
        """The chosen value, or ""."""
        return str(self.currentData() or "")

    def set_value(self, value: str) -> None:
        """Show a value, without telling anyone. One that is not offered shows as none chosen."""
        with QSignalBlocker(self):
            self.setCurrentIndex(max(0, self.findData(value)))
        self._show_chosen()

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        inside = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        text = QFontMetrics(self.font()).elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, inside.width()
        )
        option.currentText = text

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), theme().px(_WIDEST)), hint.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self._line is not None and enter:
            self._take_typed()
            found = self._completer.popup()
            if found is not None:
                found.hide()
            event.accept()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._take_typed()
        super().focusOutEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            # After the click has put its cursor, so that typing replaces what is shown.
            QTimer.singleShot(0, self, self._select_typed)

    def _filter_by_typing(self, wanted: bool) -> None:
        if wanted == self.isEditable():
            return
        self._line = None
        self.setEditable(wanted)
        if wanted:
            line = self._line = QLineEdit(self)
            self.setLineEdit(line)
            line.setTextMargins(-2, 0, 0, 0)
            line.setAccessibleName(self.accessibleName())
            self.setCompleter(self._completer)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        if self._line is not None:
            self._line.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        super().setAccessibleDescription(description)
        if self._line is not None:
            self._line.setAccessibleDescription(description)

    def _select_typed(self) -> None:
        if self._line is not None and self.hasFocus():
            self._line.selectAll()

    def _take_typed(self) -> None:
        """Choose what was typed: the option called that, or the only one that holds it."""
        if self._line is None:
            return
        typed = self._line.text().strip().casefold()
        labels = [self.itemText(index).casefold() for index in range(self.count())]
        holding = [index for index, text in enumerate(labels) if typed in text]
        if typed in labels:
            self.setCurrentIndex(labels.index(typed))
        elif not typed:
            self.setCurrentIndex(0)
        elif len(holding) == 1:
            self.setCurrentIndex(holding[0])
        self._show_chosen()

    def _show_chosen(self) -> None:
        if self._line is not None:
            self._line.setText(self.itemText(self.currentIndex()))
