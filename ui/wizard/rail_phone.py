"""The number to ring, always at the foot of the rail."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ehdesk.authority.pack import Pack
from ui.kit.labels import Label
from ui.theme import theme


class RailPhone(QWidget):
    """The authority's one number, and what it is good for here."""

    def __init__(self, pack: Pack, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        contact = pack.contact("one_number")
        self._icon = QLabel()
        number = Label(f"{pack.term('one_number')}  {contact.phone}", "help_strong")
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._grid = QGridLayout(self)
        self._grid.addWidget(self._icon, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(number, 0, 1)
        self._grid.addWidget(Label(words, "help", "text2"), 1, 0, 1, 2)
        self._grid.setColumnStretch(1, 1)
        self._measure()
        theme().changed.connect(self._measure)

    def _measure(self) -> None:
        px = theme().px
        self._grid.setContentsMargins(px(14), px(8), px(4), 0)
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(2))
        self._icon.setPixmap(theme().pixmap("phone", "text2", 16))
