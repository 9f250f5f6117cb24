"""Editing what the family wants to be different: title, own words, where it began, the hope."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.fields.side_by_side import SideBySide
from ui.kit.buttons import Button
from ui.kit.field_row import FieldRow
from ui.kit.scale import Scale
from ui.kit.text_input import TextInput
from ui.theme import theme


class OutcomeEdit(QWidget):
    """``saved`` gives the row; the plan is not changed before."""

    value_changed = Signal()
    saved = Signal(object)
    put_back = Signal()

    def __init__(self, row: dict[str, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = row
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(14), px(18), px(16))
        column.setSpacing(px(14))
        self.title = TextInput()
        self.words = TextInput()
        self.title.prose = self.words.prose = True
        self.words_by = TextInput()
        self.start = Scale()
        self.hoped = Scale()
        self._title_row = FieldRow("What does the family want to be different?", "", self.title)
        column.addWidget(self._title_row)
        said = QWidget()
        pair = SideBySide(said, gap=px(14), line_gap=px(12))
        words = FieldRow("In their own words", "", self.words, optional=True)
        pair.add(words, 4, px(240))
        pair.add(FieldRow("Whose words", "", self.words_by, optional=True), 2, px(140))
        column.addWidget(said)
        hint = "0 is as hard as it could be, 10 is as good"
        column.addWidget(FieldRow("Where things were at the start", hint, self.start))
        column.addWidget(FieldRow("Where they hope to be", hint, self.hoped))
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        self.done_button = Button("Save this outcome", "secondary", "check")
        self.back_button = Button("Put it back", "quiet")
        self.done_button.clicked.connect(self._on_done)
        self.back_button.clicked.connect(self.put_back)
        buttons.addWidget(self.done_button)
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        for box in (self.title, self.words, self.words_by):
            box.installEventFilter(self)
        self.show_typed(row)
        for each in (self.title, self.words, self.words_by, self.start, self.hoped):
            each.value_changed.connect(self.value_changed)

    def begin(self) -> None:
        """Put the cursor where writing begins."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def row(self) -> dict[str, Any]:
        """The outcome as it stands in the boxes."""
        return self._row | self.typed()

    def typed(self) -> dict[str, Any]:
        """What stands in the boxes, by column."""
        return {
            "title": self.title.value(),
            "words": self.words.value(),
            "words_by": self.words_by.value(),
            "start": self.start.value(),
            "hoped": self.hoped.value(),
        }

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """Show an outcome in the boxes, without telling anyone."""
        self.title.set_value(typed["title"])
        self.words.set_value(typed["words"])
        self.words_by.set_value(typed["words_by"])
        self.start.set_value(typed["start"])
        self.hoped.set_value(typed["hoped"])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_done()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.put_back.emit()
                return True
        return super().eventFilter(watched, event)

    def _on_done(self) -> None:
        if self.title.value():
            self.saved.emit(self.row())
            return
        self._title_row.set_error("Enter what the family wants to be different")
        self.begin()
