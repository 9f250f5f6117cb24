"""A card of the report: its chart or its table, and what is said beside the numbers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ehdesk.domain.report import TOO_FEW, TOO_FEW_LINE
from ehdesk.domain.report import Card as CardValue
from ui.kit.card import Card
from ui.kit.data_table import Column, DataTable
from ui.kit.labels import Label
from ui.kit.skeleton import Skeleton
from ui.reports.card_rows import CardRows
from ui.reports.chart_view import ChartView
from ui.theme import theme

_ROWS = 3
"""Outlines in a card whose numbers are still worked out."""


class ReportCard(Card):
    """T turns the chart into its table and back, for this card alone."""

    def __init__(self, card: CardValue, parent: QWidget | None = None) -> None:
        super().__init__(card.title, parent=parent)
        self._value = card
        self._tables = False
        self.is_loading = False
        """Whether its numbers are still worked out."""
        self.skeleton = Skeleton(_ROWS)
        self.skeleton.hide()
        self.rows = CardRows(self)
        self.rows.set_card(card)
        self._support = Label("", "help", "text2")
        self.chart = ChartView(self.rows)
        columns = (Column(2, keep=True), *(Column(1, keep=True) for _ in card.columns))
        self.table = DataTable(card.title, columns, behind="surface")
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setModel(self.rows)
        self.table.installEventFilter(self)
        self._too_few = Label(f"{TOO_FEW}. {TOO_FEW_LINE}", "help", "text2")
        self._note = Label("", "help", "text2")
        self.chart.twin_asked.connect(self._on_twin_asked)
        parts = (self.skeleton, self._support, self.chart, self.table, self._too_few, self._note)
        for part in parts:
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.show_card(card)
        theme().changed.connect(self._fit_table)

    @property
    def value(self) -> CardValue:
        """What is shown."""
        return self._value

    @property
    def shows_table(self) -> bool:
        """Whether the table is there instead of the chart."""
        return self._tables

    def show_card(self, card: CardValue) -> None:
        """Other numbers for the same subject."""
        self._value = card
        self.is_loading = False
        self.set_title(card.title)
        self.rows.set_card(card)
        self._support.setText(card.support)
        self._note.setText(card.note)
        self._fit_table()
        self._arrange()

    def show_loading(self) -> None:
        """Its rows in outline, until the numbers are there."""
        self.is_loading = True
        self._arrange()

    def show_tables(self, tables: bool) -> None:
        """The table, or the chart."""
        self._tables = tables
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.table
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_T
            and not event.modifiers()
        ):
            self._on_twin_asked()
            return True
        return super().eventFilter(watched, event)

    def _on_twin_asked(self) -> None:
        self.show_tables(not self._tables)
        (self.table if self._tables else self.chart).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _arrange(self) -> None:
        card, there = self._value, not self.is_loading
        said = there and not card.is_empty
        self.skeleton.setVisible(self.is_loading)
        self._too_few.setVisible(there and card.is_empty)
        self.chart.setVisible(said and not self._tables)
        self.table.setVisible(said and self._tables)
        self._support.setVisible(said and bool(card.support))
        self._note.setVisible(said and bool(card.note))

    def _fit_table(self) -> None:
        self.table.setFixedHeight(self.table.content_height() + 2)
