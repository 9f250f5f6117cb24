"""The steps of a short wizard, at the left. They are done in order, so they are only looked at."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from ehdesk.forms.session import Step
from ui.kit.labels import Label
from ui.kit.painting import painting
from ui.kit.segments import Segments
from ui.setup.step_page import StepPage
from ui.theme import theme
from ui.wizard.rail_delegate import STEP, RailDelegate

_WIDTH, _WIDEST = 296, 400
_Index = QModelIndex | QPersistentModelIndex


class SetupRail(QWidget):
    """How many are done, each with its mark, and a place for something at the foot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label("", "help", "text2")
        self._segments = Segments(0, 1)
        self._model = _Steps(self)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(RailDelegate(self._list))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setStyleSheet("QListView { background: transparent; border: none; }")
        self._list.viewport().setAutoFillBackground(False)
        self._list.setAccessibleName("Steps")
        self._inset = QVBoxLayout()
        self._inset.addWidget(self._words)
        self._inset.addWidget(self._segments)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._inset)
        self._column.addWidget(self._list, 1)
        self._measure()
        theme().changed.connect(self._measure)

    def show_steps(self, pages: list[StepPage], here: int) -> None:
        """Those before ``here`` are done."""
        self._words.setText(f"{here} of {len(pages)} steps done")
        self._segments.set_progress(here, len(pages))
        states = {-1: "done", 0: "current", 1: "to_do"}
        self._model.show(
            [
                Step(
                    page.name,
                    number + 1,
                    page.name,
                    page.name,
                    states[(number > here) - (number < here)],  # type: ignore[arg-type]
                    page.line() if number < here else "",
                    0,
                    True,
                )
                for number, page in enumerate(pages)
            ]
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme().tokens
        with painting(self) as painter:
            painter.fillRect(self.rect(), tokens.sidebar)
            painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), tokens.line)

    def _measure(self) -> None:
        px = theme().px
        self.setFixedWidth(min(px(_WIDTH), _WIDEST))
        self._column.setContentsMargins(px(16), px(22), px(17), px(20))
        self._column.setSpacing(px(8))
        self._inset.setContentsMargins(px(14), 0, px(14), px(4))
        self._inset.setSpacing(px(8))
        self._list.scheduleDelayedItemsLayout()


class _Steps(QAbstractListModel):
    """The steps with a name for each that says its state."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._steps: list[Step] = []

    def show(self, steps: list[Step]) -> None:
        self.beginResetModel()
        self._steps = steps
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._steps)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        step = self._steps[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return step.short
        if role == STEP:
            return step, index.row() == 0, index.row() == len(self._steps) - 1
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = {"done": "done", "current": "you are here"}.get(step.state, "to do")
            parts = (f"Step {step.number}, {step.short}", state, step.line)
            return ", ".join(part for part in parts if part)
        return None
