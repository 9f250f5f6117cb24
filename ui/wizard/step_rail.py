"""The steps of a form at the left: done, current, to do, something to fix. Any can be opened."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from ehdesk.forms.session import FormSession, Step
from ui.kit.labels import Label
from ui.kit.segments import Segments
from ui.theme import theme
from ui.wizard.rail_delegate import STEP, RailDelegate
from ui.wizard.rail_phone import RailPhone

WIDTH, WIDEST = 296, 400
"""In pixels at 100 %, and however large the text."""

_STATES = {"done": "done", "current": "you are here", "to_do": "to do", "problem": "to fix"}


class StepRail(QWidget):
    """Progress in words and segments, the steps, and the number to ring."""

    step_chosen = Signal(str)

    def __init__(self, phone: RailPhone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._words = Label("", "help", "text2")
        self._segments = Segments(0, 1)
        self._model = _Steps(self)
        self.list = _StepList(self)
        self.list.setModel(self._model)
        self.list.setAccessibleName("Steps of this form")
        self.list.step_chosen.connect(self.step_chosen)
        self._phone = phone
        self._column = QVBoxLayout(self)
        self._inset = QVBoxLayout()
        self._inset.addWidget(self._words)
        self._inset.addWidget(self._segments)
        self._column.addLayout(self._inset)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(phone)
        self._measure()
        theme().changed.connect(self._measure)

    def show_session(self, session: FormSession) -> None:
        """Show where the person is now."""
        done, total = session.steps_done, session.steps_total
        self._words.setText(f"{done} of {total} steps done")
        self._segments.set_progress(done, total)
        self._segments.setAccessibleName(self._words.text())
        self._model.show(session.steps())
        here = self._model.place_of(session.here)
        self.list.show_here(self._model.index(here))

    def steps(self) -> tuple[Step, ...]:
        """The steps shown."""
        return self._model.steps

    def _measure(self) -> None:
        px = theme().px
        self.setFixedWidth(min(px(WIDTH), WIDEST))
        self._column.setContentsMargins(px(16), px(22), px(16), px(20))
        self._column.setSpacing(px(8))
        self._inset.setContentsMargins(px(14), 0, px(14), px(4))
        self._inset.setSpacing(px(8))
        self.list.scheduleDelayedItemsLayout()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), tokens.sidebar)
            painter.fillRect(self.width() - 1, 0, 1, self.height(), tokens.line)


class _Steps(QAbstractListModel):
    """The steps, with words for each that say its state."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.steps: tuple[Step, ...] = ()

    def show(self, steps: tuple[Step, ...]) -> None:
        if [step.key for step in steps] != [step.key for step in self.steps]:
            self.beginResetModel()
            self.steps = steps
            self.endResetModel()
            return
        before, self.steps = self.steps, steps
        for place, (old, new) in enumerate(zip(before, steps, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))

    def place_of(self, key: str) -> int:
        return next((n for n, step in enumerate(self.steps) if step.key == key), 0)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.steps)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        step = self.steps[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return step.short
        if role == STEP:
            return (step, index.row() == 0, index.row() == len(self.steps) - 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (f"Step {step.number}, {step.short}", _STATES[step.state], step.line)
            return ", ".join(part for part in parts if part)
        return None


class _StepList(QListView):
    """Arrow keys look, Enter or a click opens."""

    step_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setItemDelegate(RailDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setStyleSheet("QListView { background: transparent; border: none; }")
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._choose)

    def show_here(self, index: QModelIndex) -> None:
        if index != self.currentIndex():
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(index, flag)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                event.ignore()
                return
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            step, _first, _last = index.data(STEP)
            self.step_chosen.emit(step.key)
