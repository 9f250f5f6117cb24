"""The lines of a card as a model: the table shows it, and the chart is painted from it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from ehdesk.domain.report import Card
from ui.kit.table_rows import Cell, Row, TableRows


class CardRows(TableRows):
    """``card`` is what the rows say; None before anything was worked out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(("", ""), parent)
        self.card: Card | None = None

    def set_card(self, card: Card) -> None:
        """Show another card, or the same one with other numbers."""
        self.card = card
        self._headers = (card.head, *card.columns)
        self.set_rows(
            [
                Row(
                    line.label,
                    (Cell(line.label), *(Cell(value.words, strong=True) for value in line.values)),
                )
                for line in card.lines
            ]
        )
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._headers) - 1)
