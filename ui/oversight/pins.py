"""Comments of a manager: a card each, with what was answered, and a box to answer in."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.domain.oversight import Pin
from ehdesk.kernel.dates import say_time
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.field_row import FieldRow
from ui.kit.labels import Label
from ui.kit.text_area import TextArea
from ui.theme import theme


class PinView(Card):
    """One comment. ``answered`` gives its key and the words typed."""

    answered = Signal(object, str)

    def __init__(self, pin: Pin, *, can_answer: bool) -> None:
        super().__init__(padding=14)
        self.pin = pin
        self.body.setSpacing(theme().px(5))
        head = QHBoxLayout()
        head.addWidget(Label(f"{pin.number}", "help_strong", "wait.ink", wrap=False))
        head.addWidget(Label(pin.by, "help_strong"), 1)
        head.addWidget(Label(say_time(pin.at), "help", "text2", wrap=False))
        self.body.addLayout(head)
        self.body.addWidget(Label(pin.text, "body"))
        for answer in pin.answers:
            who = f"Answered by {answer.by}, {say_time(answer.at)}"
            self.body.addWidget(Label(who, "help", "done.ink"))
            self.body.addWidget(Label(answer.text, "body"))
        if pin.is_open:
            self.set_edge("accent")
        self.text: TextArea | None = None
        if can_answer and pin.is_open:
            self._ask()

    def typed(self) -> str:
        """What is in the box and is no answer yet."""
        return self.text.value() if self.text is not None else ""

    def _ask(self) -> None:
        words = f"Answer to comment {self.pin.number}"
        self.text = TextArea(words)
        self._row = FieldRow(words, "", self.text)
        self.button = Button("Answer it", "secondary", "check")
        self.button.setAccessibleName(f"Answer comment {self.pin.number}")
        self.button.clicked.connect(self._on_answer)
        line = QHBoxLayout()
        line.addWidget(self.button)
        line.addStretch(1)
        self.body.addWidget(self._row)
        self.body.addLayout(line)

    def _on_answer(self) -> None:
        if not self.typed():
            self._row.set_error("Enter what you have changed or think")
            return
        self.answered.emit(self.pin.id, self.typed())


class PinColumn(QWidget):
    """All comments of a record. What is typed in a box stays when the others change."""

    answered = Signal(object, str)

    def __init__(self, *, can_answer: bool) -> None:
        super().__init__()
        self._can_answer = can_answer
        self._shown: tuple[Pin, ...] | None = None
        self.views: dict[UUID, PinView] = {}
        self._title = Label("Pinned comments", "card_title")
        self._count = Label("", "help", "text2", wrap=False)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(10))
        self._column.addLayout(head)

    def show_pins(self, pins: Sequence[Pin]) -> None:
        """Show these."""
        if tuple(pins) == self._shown:
            return
        self._shown = tuple(pins)
        typed = {key: view.typed() for key, view in self.views.items()}
        for view in self.views.values():
            self._column.removeWidget(view)
            view.hide()
            view.deleteLater()
        self.views = {}
        for pin in pins:
            view = PinView(pin, can_answer=self._can_answer)
            view.answered.connect(self.answered)
            if view.text is not None and typed.get(pin.id):
                view.text.set_value(typed[pin.id])
            self.views[pin.id] = view
            self._column.addWidget(view)
        answered = sum(not pin.is_open for pin in pins)
        self._count.setText(f"{answered} answered" if pins else "None yet")

    def has_typed(self) -> bool:
        """Whether an answer is typed that is not given yet."""
        return any(view.typed() for view in self.views.values())
