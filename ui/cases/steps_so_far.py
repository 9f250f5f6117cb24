"""Steps so far: the pathway map's list twin, one row for each step the case has taken."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from ehdesk.domain.pathway_map import StepTaken
from ehdesk.kernel.dates import say_date
from ui.kit.data_table import CellRole, Column, DataTable
from ui.kit.plain import as_tip
from ui.theme import theme

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LONGEST_DATE = "Wed 30 Sep 2026"


class Field(IntEnum):
    """The columns, in reading order."""

    DATE = 0
    STEP = 1
    WHO = 2
    WHY = 3


class StepsModel(QAbstractTableModel):
    """The steps, newest first."""

    def __init__(
        self, steps: Sequence[StepTaken], today: date, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._steps: list[StepTaken] = []
        self.set_steps(steps, today)

    def set_steps(self, steps: Sequence[StepTaken], today: date) -> None:
        """Show other steps; those of one day stay in the order they were taken."""
        self.beginResetModel()
        self._today = today
        self._steps = sorted(steps, key=lambda step: step.on)[::-1]
        self.endResetModel()

    def step(self, row: int) -> StepTaken:
        """The step of a row. IndexError when there is none."""
        return self._steps[row]

    def last_row_of(self, node: str) -> int | None:
        """The row of the last step to a node of the map; None when it was not reached."""
        return next((row for row, step in enumerate(self._steps) if step.node == node), None)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._steps)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Field)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._steps):
            return None
        step, column = self._steps[index.row()], Field(index.column())
        words = {
            Field.DATE: say_date(step.on, self._today),
            Field.STEP: step.step,
            Field.WHO: step.who,
            Field.WHY: step.why,
        }
        if role == Qt.ItemDataRole.DisplayRole:
            return words[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, words.values())) if column == 0 else words[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(words[column]) or None
        if role == CellRole.STRONG:
            return column == Field.STEP
        if role == CellRole.QUIET:
            return column in (Field.WHO, Field.WHY)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if (
            orientation == Qt.Orientation.Horizontal
            and role == Qt.ItemDataRole.DisplayRole
            and 0 <= section < len(Field)
        ):
            return Field(section).name.capitalize()
        return None


class StepsSoFar(DataTable):
    """The list of steps; as tall as its rows. ``step_opened`` gives the node's code."""

    step_opened = Signal(str)

    def __init__(self, model: StepsModel, parent: QWidget | None = None) -> None:
        columns = (Column(14, keep=True), Column(28), Column(22), Column(36))
        super().__init__("Steps so far", columns, behind="surface", parent=parent)
        self._steps = model
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(model)
        model.modelReset.connect(self._fit)
        self.activated.connect(self._on_activated)
        self._fit()

    def _on_theme(self) -> None:
        super()._on_theme()
        if self.model():
            self._fit()

    def _least(self, column: int) -> int:
        if column == Field.DATE:
            metrics = QFontMetrics(theme().font("body"))
            return metrics.horizontalAdvance(_LONGEST_DATE) + 2 * theme().px(18)
        return super()._least(column)

    def _fit(self) -> None:
        self.setFixedHeight(self.content_height())

    def _on_activated(self, index: QModelIndex) -> None:
        if index.isValid():
            self.step_opened.emit(self._steps.step(index.row()).node)
