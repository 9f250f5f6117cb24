"""Needs under one heading: a card, or a part that folds away and says what is ticked in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.domain.words import plural
from ui.fields.need_line import NeedLine
from ui.kit.card import Card
from ui.kit.disclosure import Disclosure
from ui.theme import theme


class NeedGroup(QWidget):
    """``folds`` for the long catalogue; the short list is all in sight."""

    def __init__(self, title: str, *, folds: bool) -> None:
        super().__init__()
        self.title = title
        self.lines: list[NeedLine] = []
        self.part: Disclosure | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        if folds:
            self.part = Disclosure(title)
            self._body = self.part.body
            column.addWidget(self.part)
        else:
            card = Card(title, padding=18)
            self._body = card.body
            column.addWidget(card)
        self._body.setSpacing(theme().px(12))

    def add(self, line: NeedLine) -> None:
        """Put a need at its end."""
        self.lines.append(line)
        self._body.addWidget(line)

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
