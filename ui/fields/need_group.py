"""Needs under one heading: a card, or a part that folds away and says what is ticked in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from ehdesk.domain.words import plural
from ui.fields.need_line import NeedLine
from ui.kit.card import Card
from ui.kit.disclosure import Disclosure
from ui.kit.equal_columns import EqualColumns
from ui.theme import theme

_WIDEST = 330
"""A need of the short list asks for no more than this at 100 %: its words wrap."""


class NeedGroup(QWidget):
    """``folds`` for the long catalogue; the short list is all in sight, two across where there is
    room."""

    def __init__(self, title: str, *, folds: bool) -> None:
        super().__init__()
        self.title = title
        self.lines: list[NeedLine] = []
        self.part: Disclosure | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        px = theme().px
        if folds:
            self.part = Disclosure(title)
            self._places: QLayout = self.part.body
            self._places.setSpacing(px(12))
            column.addWidget(self.part)
        else:
            card, holder = Card(title, padding=18), QWidget()
            self._places = EqualColumns(holder, gap=px(14), most=2, widest=px(_WIDEST))
            card.body.addWidget(holder)
            column.addWidget(card)

    def add(self, line: NeedLine) -> None:
        """Put a need at its end."""
        self.lines.append(line)
        self._places.addWidget(line)

    def count(self) -> None:
        """Say what is ticked in it."""
        ticked = [line.name for line in self.lines if line.is_ticked()]
        if self.part is not None:
            more = f"{len(ticked)} ticked: {', '.join(ticked)}" if ticked else ""
            self.part.set_summary(more or plural(len(self.lines), "need"))

    def open_if_ticked(self) -> None:
        """Open it when something in it is ticked."""
        if self.part is not None and any(line.is_ticked() for line in self.lines):
            self.part.set_open(True)

    def open_if_any(self) -> None:
        """Open it when something in it is on show."""
        if self.part is not None:
            self.part.set_open(any(not line.isHidden() for line in self.lines))

    def show_fitting(self, fits: Callable[[str], bool]) -> int:
        """Show only the needs whose words fit, and tell how many do. All do under a heading that
        fits itself."""
        whole = fits(self.title)
        found = 0
        for line in self.lines:
            text = f"{line.name} {line.tick.accessibleDescription()}"
            shown = whole or fits(text)
            line.setVisible(shown)
            found += shown
        self.setVisible(found > 0)
        return found
