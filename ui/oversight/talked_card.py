"""What was talked about in supervision: a note of the manager's own, and what is to be done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.domain.supervision import SupervisionAction
from ehdesk.kernel.dates import say_short_date
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.check import Check
from ui.kit.date_input import DateInput
from ui.kit.field_row import FieldRow
from ui.kit.labels import Label
from ui.kit.text_area import TextArea
from ui.kit.text_input import TextInput
from ui.theme import theme

_PAUSE = 600  # milliseconds without a key before what is typed is kept


class TalkedCard(Card):
    """The note is kept as it is typed. ``action_added`` gives what and until when."""

    typed = Signal(str)
    action_added = Signal(str, object)
    action_ticked = Signal(object, bool)
    into_the_record = Signal(str)

    def __init__(self, today: date) -> None:
        super().__init__("Talked about today")
        self.add_action(Label("Supervision note, not in the family’s file", "help", "text2"))
        self._dirty = False
        self._shown: tuple[SupervisionAction, ...] | None = None
        self.note = TextArea("What was talked about")
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.keep)
        self.note.value_changed.connect(self._on_typed)
        self._actions = QWidget()
        self._list = QVBoxLayout(self._actions)
        self._list.setContentsMargins(0, 0, 0, 0)
        self.what = TextInput("What is to be done")
        self.by_when = DateInput(today, "By when")
        self.add_button = Button("Add the action", "secondary", "plus")
        self.add_button.clicked.connect(self._on_add)
        self.record_button = Button("Add the note to the family’s record", "link", "pen-line")
        self.record_button.clicked.connect(self._on_record)
        self._what_row = FieldRow("What is to be done", "", self.what, optional=True)
        self.what.value_changed.connect(self._what_row.clear_error)
        line = QHBoxLayout()
        line.setSpacing(theme().px(12))
        line.addWidget(self.add_button)
        line.addWidget(self.record_button)
        line.addStretch(1)
        self.body.addWidget(FieldRow("What was talked about", "", self.note))
        self.body.addWidget(self._actions)
        self.body.addWidget(self._what_row)
        self.body.addWidget(FieldRow("By when", "", self.by_when, optional=True))
        self.body.addLayout(line)

    def show_note(self, text: str, actions: Sequence[SupervisionAction]) -> None:
        """Another family's note, or the same one. What is being typed is not written over."""
        if not self._dirty and self.note.value() != text:
            self.note.set_value(text)
        if tuple(actions) == self._shown:
            return
        self._shown = tuple(actions)
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for action in actions:
            until = f", by {say_short_date(action.by_when)}" if action.by_when else ""
            box = Check(f"{action.what} ({action.who}{until})")
            box.set_value(action.done_on is not None)
            box.value_changed.connect(
                lambda box=box, key=action.id: self.action_ticked.emit(key, box.value())
            )
            self._list.addWidget(box)

    def keep(self) -> None:
        """Give what is typed to the store now."""
        self._timer.stop()
        if self._dirty:
            self._dirty = False
            self.typed.emit(self.note.value())

    def has_typed(self) -> bool:
        """Whether an action is typed that is not added yet."""
        return bool(self.what.value())

    def action_done(self) -> None:
        """The action is agreed."""
        self.what.set_value("")
        self.by_when.set_value("")

    def say_wrong(self, words: str) -> None:
        """Why the action was not taken."""
        self._what_row.set_error(words)

    def set_read_only(self, read_only: bool) -> None:
        """A supervision that is finished is read."""
        self.note.setReadOnly(read_only)

    def _on_typed(self) -> None:
        self._dirty = True
        self._timer.start()

    def _on_add(self) -> None:
        typed = self.by_when.value()
        self.action_added.emit(self.what.value(), date.fromisoformat(typed) if typed else None)

    def _on_record(self) -> None:
        self.keep()
        self.into_the_record.emit(self.note.value())
