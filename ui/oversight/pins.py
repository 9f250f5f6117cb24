"""Comments of a manager: a card each, with what was answered, and a box to answer in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
from ui.oversight.pin_mark import PinMark
from ui.theme import theme
from ui.wizard.small_draft import SmallDraft

BeginDraft = Callable[["PinView", TextArea], SmallDraft]
"""Begins to keep what is typed as the answer to a comment."""


class PinView(Card):
    """One comment. ``answered`` gives its key and the words typed; ``begin`` keeps them meanwhile,
    and without it nobody answers here."""

    answered = Signal(object, str)

    def __init__(self, pin: Pin, begin: BeginDraft | None = None) -> None:
        super().__init__(padding=14)
        self.pin = pin
        self.draft: SmallDraft | None = None
        self.body.setSpacing(theme().px(5))
        head = QHBoxLayout()
        head.setSpacing(theme().px(8))
        head.addWidget(PinMark(pin.number, pin.is_open))
        head.addWidget(Label(pin.by, "help_strong"), 1)
        head.addWidget(Label(say_time(pin.at), "help", "text2", wrap=False))
        self.body.addLayout(head)
        self.body.addWidget(Label(pin.text, "body"))
        for answer in pin.answers:
            who = f"Answered by {answer.by}, {say_time(answer.at)}"
            self.body.addWidget(Label(who, "help", "done.ink"))
            self.body.addWidget(Label(answer.text, "body"))
        self.text: TextArea | None = None
        if begin is not None and pin.is_open:
            self._ask(begin)

    def set_chosen(self, chosen: bool) -> None:
        """Whether it is on the chosen answer."""
        self.set_edge("accent" if chosen else "")

    def say_wrong(self, words: str) -> None:
        """Why the answer was not taken."""
        self._row.set_error(words)

    def _ask(self, begin: BeginDraft) -> None:
        words = f"Answer to comment {self.pin.number}"
        self.text = TextArea(words)
        self._row = FieldRow(words, "", self.text)
        self.text.value_changed.connect(self._row.clear_error)
        self.draft = begin(self, self.text)
        self.body.addWidget(self.draft.note)
        self.button = Button("Answer it", "secondary", "check")
        self.button.setAccessibleName(f"Answer it: comment {self.pin.number}")
        self.button.clicked.connect(self._on_answer)
        line = QHBoxLayout()
        line.addWidget(self.button)
        line.addStretch(1)
        self.body.addWidget(self._row)
        self.body.addLayout(line)

    def _on_answer(self) -> None:
        words = self.text.value() if self.text is not None else ""
        if not words:
            self.say_wrong("Enter what you have changed or think")
            return
        self.answered.emit(self.pin.id, words)


class PinColumn(QWidget):
    """All comments of a record. A card stays as it is while its comment does."""

    answered = Signal(object, str)

    def __init__(self, begin: BeginDraft | None = None) -> None:
        super().__init__()
        self._begin = begin
        self._chosen = ""
        self.views: dict[UUID, PinView] = {}
        self._title = Label("Pinned comments", "card_title")
        self._count = Label("None yet", "help", "text2", wrap=False)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(10))
        self._column.addLayout(head)

    @property
    def drafts(self) -> tuple[SmallDraft, ...]:
        """What is typed and is no answer yet."""
        return tuple(view.draft for view in self.views.values() if view.draft is not None)

    def mark_chosen(self, field: str) -> None:
        """Mark the comments on the chosen answer."""
        self._chosen = field
        for view in self.views.values():
            view.set_chosen(view.pin.field == field)

    def show_pins(self, pins: Sequence[Pin]) -> None:
        """Show these."""
        before, self.views = self.views, {}
        for pin in pins:
            view = before.get(pin.id)
            if view is None or view.pin != pin:
                view = PinView(pin, self._begin)
                view.answered.connect(self.answered)
            self.views[pin.id] = view
            if self._column.indexOf(view) != len(self.views):
                self._column.insertWidget(len(self.views), view)
        for view in set(before.values()) - set(self.views.values()):
            if view.draft is not None:
                view.draft.close()
            self._column.removeWidget(view)
            view.hide()
            view.deleteLater()
        self.mark_chosen(self._chosen)
        answered = sum(not pin.is_open for pin in pins)
        self._count.setText(f"{answered} answered" if pins else "None yet")
