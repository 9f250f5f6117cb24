"""Add somebody to the family where they are first needed, so that nobody is typed twice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.fields.labelled import labelled
from ui.fields.side_by_side import SideBySide
from ui.fields.surroundings import Surroundings
from ui.kit.buttons import Button
from ui.kit.text_input import TextInput
from ui.theme import theme


class AddPerson(QWidget):
    """A quiet button; pressed, it asks for a name and who they are, in place."""

    added = Signal(str)
    """Somebody was put into the family: the id of their row."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.button = Button("Add someone", "quiet", "plus", "small")
        self.name = TextInput("Name")
        self.relationship = TextInput("Who they are")
        self._boxes = QWidget(self)
        self._lay_out()
        self._boxes.hide()
        self.button.clicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._boxes.isVisible() and event.key() == Qt.Key.Key_Escape:
            self._close()
        elif self._boxes.isVisible() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._add()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button)
        column.addWidget(self._boxes)
        inner = QVBoxLayout(self._boxes)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme().px(10))
        line = QWidget()
        boxes = SideBySide(line, total=6)
        boxes.add(labelled("Name", self.name), 3, theme().px(150))
        boxes.add(
            labelled("Who they are, such as Mum or Grandad", self.relationship), 3, theme().px(150)
        )
        inner.addWidget(line)
        actions = QHBoxLayout()
        add, cancel = (
            Button("Add to the family", "secondary", "plus", "small"),
            Button("Cancel", "quiet", None, "small"),
        )
        add.clicked.connect(self._add)
        cancel.clicked.connect(self._close)
        actions.addWidget(add)
        actions.addWidget(cancel)
        actions.addStretch(1)
        inner.addLayout(actions)

    def _open(self) -> None:
        self.button.hide()
        self._boxes.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self._boxes.hide()
        self.button.show()
        self.name.set_value("")
        self.relationship.set_value("")
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        if not self.name.value():
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        row_id = self._around.add_adult(self.name.value(), self.relationship.value())
        self._close()
        self.added.emit(row_id)
