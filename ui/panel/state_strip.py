"""Sent, heard, decided: where a referral to the panel stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ehdesk.domain.panel_standing import PanelStep
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.kit.row_or_column import RowOrColumn
from ui.theme import theme


class StateStrip(Card):
    """A card with a step beside the other; each says in words whether it is done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=16, parent=parent)
        self.setAccessibleName("Where the referral stands")
        self._steps = QWidget()
        self._row = RowOrColumn(self._steps, across=theme().px(36), down=theme().px(10))
        self.body.addWidget(self._steps)
        self._shown: Sequence[PanelStep] = ()

    def show_steps(self, steps: Sequence[PanelStep]) -> None:
        """Show these steps."""
        if tuple(steps) == tuple(self._shown):
            return
        self._shown = tuple(steps)
        while item := self._row.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        for step in steps:
            self._row.addWidget(_Step(step))


class _Step(QWidget):
    def __init__(self, step: PanelStep) -> None:
        super().__init__()
        state = "done" if step.done else "to come"
        self.setAccessibleName(f"{step.name}, {state}: {step.words}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(10))
        self._icon = QLabel()
        self._look = ("circle-check", "accent") if step.done else ("circle-dashed", "text2")
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(step.name, "body_strong", wrap=False))
        words.addWidget(Label(step.words, "help", "text2"))
        row.addLayout(words, 1)
        self._draw()
        theme().changed.connect(self._draw)

    def _draw(self) -> None:
        self._icon.setPixmap(theme().pixmap(*self._look, 20, self.devicePixelRatioF()))
