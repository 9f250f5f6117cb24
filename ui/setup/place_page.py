"""First run: where the store lives."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout

from ehdesk.forms.spec import Help
from ehdesk.store.paths import SUFFIX, safe_name
from ehdesk.store.whereabouts import where_it_lives
from ui.kit import ask
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.kit.note import Note
from ui.setup.step_page import StepPage
from ui.theme import theme


class PlacePage(StepPage):
    """A folder on this computer's own drive; a warning where it is not."""

    def __init__(self, usual: Path) -> None:
        super().__init__(
            "Where it lives",
            "Where should the store live?",
            "On this computer’s own drive, in a folder that nothing copies to other computers.",
        )
        self.folder = usual
        self._name = ""
        self._usual = usual
        self._path = Label("", "body_strong")
        self._inside = Label("", "help", "text2")
        self.choose = Button("Choose another folder", "secondary", "folder-open")
        self.choose.clicked.connect(self._on_choose)
        self._warning = Note("", "soon", "This is not a safe place")
        card = Card("Folder")
        card.body.addWidget(self._path)
        card.body.addWidget(self._inside)
        row = QHBoxLayout()
        row.addWidget(self.choose)
        row.addStretch()
        card.body.addSpacing(theme().px(4))
        card.body.addLayout(row)
        self.body.addWidget(card)
        self.body.addWidget(self._warning)
        self._show()

    def set_store_name(self, name: str) -> None:
        """What the store will be called."""
        self._name = name
        self._show()

    @property
    def warning_words(self) -> str:
        """What speaks against the folder; "" when nothing does."""
        return where_it_lives(self.folder) or ""

    def problems(self) -> list[tuple[str, str]]:
        if (self.folder / (safe_name(self._name) + SUFFIX)).exists():
            words = f"There is already a store called {self._name} here. Choose another folder."
            return [("", words)]
        return []

    def line(self) -> str:
        return (
            "This computer" if self.folder == self._usual else f"This computer, {self.folder.name}"
        )

    def help(self) -> tuple[Help, ...]:
        return (
            Help(
                "Why not a shared drive?",
                "When a network drops in the middle of saving, records can be damaged. Keep "
                "backups there instead.",
            ),
            Help(
                "Backups are made by themselves",
                "One each day the store is used, checked, the last 10 kept.",
            ),
        )

    def _on_choose(self) -> None:
        folder = ask.ask_folder(self.window(), "Choose a folder for the store")
        if folder is not None:
            self.folder = folder
            self.summary.show_problems([])
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        self._path.setText(str(self.folder))
        self._inside.setText(
            f"The store will be the folder “{safe_name(self._name)}{SUFFIX}” in it."
            if self._name
            else ""
        )
        self._warning.set_text(self.warning_words)
        self._warning.setVisible(bool(self.warning_words))
