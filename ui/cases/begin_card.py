"""Begin a form: every form that makes sense for this case now, and the drafts that wait."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.cases.emptied import empty
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.kit.navigation import Command
from ui.theme import theme


class BeginCard(Card):
    """A button a form, with a line on what it is for or how far its draft is."""

    def __init__(self) -> None:
        super().__init__("Begin a form")
        self._shown: tuple[tuple[str, str], ...] | None = None
        self.buttons: dict[str, Button] = {}

    def show_forms(self, commands: Sequence[Command]) -> None:
        """Show these; with none the card goes."""
        self.setVisible(bool(commands))
        told = tuple((command.text, command.detail) for command in commands)
        if told == self._shown:
            return
        self._shown = told
        empty(self.body)
        self.buttons = {}
        for command in commands:
            button = Button(command.text, "link", command.icon)
            button.setAccessibleDescription(command.detail)
            button.clicked.connect(lambda _on=False, run=command.run: run())
            self.buttons[command.text] = button
            self.body.addWidget(_Line(button, command.detail))


class _Line(QWidget):
    def __init__(self, button: Button, detail: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(1))
        column.addWidget(button)
        column.addWidget(Label(detail, "help", "text2"))
