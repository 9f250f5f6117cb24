"""Help: every key of the window, and where everything is kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

import ehdesk
from ehdesk.desk import Desk
from ui.app.page_keys import Keys, keys_by_page
from ui.kit.card import Card
from ui.kit.key_cap import KeyCap
from ui.kit.labels import Label
from ui.kit.navigation import Command, Page
from ui.kit.page import PageHeader, ScrollPage
from ui.theme import theme

_EVERYWHERE = (
    ("Tab", "Next control"),
    ("Alt", "Show the menus; F10 does the same"),
    ("Esc", "Close what is open, or back one level"),
    ("Ctrl+Z", "Undo"),
    ("Ctrl+Shift+Z", "Redo in a form; Ctrl+Y does the same"),
    ("F7", "Next word to check"),
    ("Shift+F10", "What can be done here: spelling, earlier versions"),
)


class KeysPage(Page):
    """Read from the same commands that the menus hold, so that it is never out of date."""

    def __init__(self, desk: Desk, commands: Sequence[Command]) -> None:
        super().__init__()
        self._header = PageHeader("Keys and help", "Everything can be done without a mouse.")
        scroll = ScrollPage(self._header)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        keys = Card("Keys")
        keys.body.addLayout(_grid((*_spelt(commands), *_EVERYWHERE)))
        own = Card("Keys of one page")
        own.body.addLayout(_by_page(keys_by_page(desk.pack)))
        kept = Card("Where your records are")
        for words in (
            f"The store “{desk.name}” is one folder on this computer:",
            str(desk.store.paths.folder),
            "Automatic backups, the last 10, are in its folder “backups”. Keep another copy on "
            "a drive of your own: File, Back up now.",
            f"Early Help Desk {ehdesk.__version__}. It works without a connection and sends "
            "nothing to anyone.",
        ):
            line = Label(words, "body", "text2")
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            kept.body.addWidget(line)
        scroll.body.addWidget(keys)
        scroll.body.addWidget(own)
        scroll.body.addWidget(kept)
        scroll.body.addStretch()

    def title(self) -> str:
        return "Keys and help"

    def focus_start(self) -> None:
        self._header.focus_title()


def _spelt(commands: Sequence[Command]) -> list[tuple[str, str]]:
    return [(command.keys, command.text) for command in commands if command.keys]


def _grid(lines: Sequence[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme().px(16))
    grid.setVerticalSpacing(theme().px(8))
    half = (len(lines) + 1) // 2
    for at, (keys, words) in enumerate(lines):
        row, side = at % half, 2 * (at // half)
        grid.addWidget(_caps(keys), row, side)
        grid.addWidget(Label(words, "body"), row, side + 1)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(3, 1)
    return grid


def _by_page(pages: Sequence[tuple[str, Keys]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme().px(16))
    grid.setVerticalSpacing(theme().px(8))
    grid.setColumnStretch(2, 1)
    row = 0
    for name, lines in pages:
        grid.addWidget(Label(name, "body_strong", wrap=False), row, 0)
        for keys, words in lines:
            grid.addWidget(_caps(keys), row, 1)
            grid.addWidget(Label(words, "body"), row, 2)
            row += 1
    return grid


def _caps(keys: str) -> QWidget:
    caps = QWidget()
    row = QHBoxLayout(caps)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme().px(4))
    row.addStretch()
    for key in keys.split("+"):
        row.addWidget(KeyCap(key.replace("Return", "Enter")))  # as the key itself says
    return caps
