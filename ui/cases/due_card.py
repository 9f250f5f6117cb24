"""Everything that is due for a family, each with its day and why it is there: Today's own list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.domain.obligations import Obligation
from ui.cases.case_words import due_pill, sentence
from ui.cases.emptied import empty
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.kit.pill import Pill
from ui.theme import theme


class DueCard(Card):
    """Hidden while nothing but the next step is due."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("What is due", parent=parent)
        self._shown: object = None
        self.lines: tuple[DueLine, ...] = ()
        self.setAccessibleName("What is due")
        self.hide()

    def show_due(self, due: Sequence[Obligation], today: date) -> None:
        """Show these, in their order."""
        if (tuple(due), today) == self._shown:
            return
        self._shown = (tuple(due), today)
        empty(self.body)
        self.lines = tuple(DueLine(one, today) for one in due)
        for line in self.lines:
            self.body.addWidget(line)
        self.setVisible(len(due) > 1)


class DueLine(QWidget):
    """What, why, and when."""

    def __init__(self, one: Obligation, today: date) -> None:
        super().__init__()
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(4), 0, px(4))
        row.setSpacing(px(12))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(one.title, "body_medium"))
        detail = f"{sentence(one.detail)}. " if one.detail else ""
        self.why = f"{detail}{one.why}."
        words.addWidget(Label(self.why, "help", "text2"))
        row.addLayout(words, 1)
        pill = due_pill(one, today)
        if pill is not None:
            row.addWidget(Pill(pill.text, pill.tone, pill.icon))
        when = pill.text if pill is not None else ""
        self.setAccessibleName(", ".join(part for part in (one.title, when, self.why) if part))
