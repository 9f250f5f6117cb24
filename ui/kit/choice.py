"""One answer from a list that drops down."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from ui.kit.choice_filter import HINT, Fitting, HintDelegate
from ui.theme import theme

NOTHING = "Choose"
"""The first line, which stands for no answer."""
_WIDEST = 240
"""A box asks for no more than this at 100 %; longer words are shortened in it."""
MANY = 7
"""More options than this, and typing filters them."""

Offered = tuple[str, str] | tuple[str, str, str]
"""What is kept, what is read, and a hint that stands beside it in the list."""


class Choice(QComboBox):
    """``value()`` is the chosen option's value, "" when none is.

    With many options a person types the beginning of any word of one: what fits is offered, the
    arrows go through it, Enter takes it, and so does leaving when only one fits. Escape puts back
    what was chosen. The wheel does nothing unless the box has focus.
    ``value_changed`` is what a person did; ``set_value`` and ``set_options`` are silent.

    :param filters: typing filters, however few the options are.
    """

    value_changed = Signal()
    entered = Signal()
    """Enter was pressed with nothing left to choose: the person is done here."""

    def __init__(
        self,
        options: Sequence[Offered] = (),
        name: str = "",
        parent: QWidget | None = None,
        *,
        filters: bool = False,
    ) -> None:
        super().__init__(parent)
        self._line: QLineEdit | None = None
        self._always = filters
        self._fitting = Fitting(self)
        self._fitting.setSourceModel(self.model())
        self._completer = QCompleter(self._fitting, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setMaxVisibleItems(12)
        self.setItemDelegate(HintDelegate(self))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.currentIndexChanged.connect(lambda _index: self.value_changed.emit())
        self.set_options(options)

    def set_options(self, options: Sequence[Offered]) -> None:
        """Offer these; what was chosen stays chosen if it is still offered."""
        chosen = self.value()
        with QSignalBlocker(self):
            self.clear()
            self.addItem(NOTHING, "")
            for value, text, *hint in options:
                self.addItem(text, value)
                if hint and hint[0]:
                    self._say_hint(self.count() - 1, f"{text}, {hint[0]}", hint[0])
            self._filter_by_typing(self._always or len(options) > MANY)
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
        if self._line is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_enter(self._line)
            event.accept()
        elif (
            self._line is not None
            and event.key() == Qt.Key.Key_Escape
            and self._line.text() != self.itemText(self.currentIndex())
        ):
            self._offered().hide()
            self._show_chosen()
            self._line.selectAll()
            event.accept()
        else:
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
            line.textEdited.connect(self._on_edited)
            self._offered().setItemDelegate(HintDelegate(self))

    def _say_hint(self, row: int, heard: str, hint: str) -> None:
        self.setItemData(row, hint, HINT)
        self.setItemData(row, heard, Qt.ItemDataRole.AccessibleTextRole)

    def _offered(self) -> QAbstractItemView:
        """The list of what fits, under the box."""
        offered = self._completer.popup()
        assert offered is not None  # noqa: S101 - a completer makes its own list
        return offered

    def _on_edited(self, typed: str) -> None:
        """Offer what fits, and say how much that is to who cannot see it."""
        count = self._fitting.set_typed(typed)
        said = {0: "Nothing fits", 1: "1 choice fits"}.get(count, f"{count} choices fit")
        event = QAccessibleAnnouncementEvent(self, said)
        QAccessible.updateAccessibility(event)

    def _on_enter(self, line: QLineEdit) -> None:
        before = self.itemText(self.currentIndex())
        if line.text() == before and not self._offered().isVisible():
            self.entered.emit()
            return
        if self._index_typed() is None and self._fitting.rowCount() > 1:
            # Several fit and none was picked: stand on the first of them.
            self._completer.complete()
            self._offered().setCurrentIndex(self._completer.completionModel().index(0, 0))
            return
        self._take_typed()
        self._offered().hide()
        line.selectAll()

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
        """Choose what was typed: the option called that, or the only one that fits it."""
        if self._line is None:
            return
        index = self._index_typed()
        if index is not None:
            self.setCurrentIndex(index)
        self._show_chosen()

    def _index_typed(self) -> int | None:
        """Where what is typed stands in the list; None when it fits nothing or several."""
        typed = self._line.text().strip() if self._line is not None else ""
        if not typed:
            return 0
        labels = [self.itemText(index).casefold() for index in range(self.count())]
        if typed.casefold() in labels:
            return labels.index(typed.casefold())
        if self._fitting.set_typed(typed) == 1:
            return self._fitting.mapToSource(self._fitting.index(0, 0)).row()
        return None

    def _show_chosen(self) -> None:
        if self._line is not None:
            self._fitting.set_typed("")
            self._line.setText(self.itemText(self.currentIndex()))
