"""The pathway map: where a family is on the leaflet's flow chart, drawn with real buttons."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from ehdesk.domain.pathway_map import PathwayMap
from ui.cases.pathway_edges import paint_edges
from ui.cases.pathway_geometry import Geometry, least_width, measure
from ui.cases.pathway_node import PathwayNode
from ui.cases.steps_so_far import StepsModel
from ui.kit.tab_order import bring_into_view
from ui.theme import theme


class PathwayMapView(QScrollArea):
    """Shows one map, as wide as it is given; its height follows.

    One Tab stop; the arrow keys go between nodes, Enter, Space or a click sends ``node_chosen``
    with the node's code.
    """

    node_chosen = Signal(str)

    def __init__(self, drawn: PathwayMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawn = drawn
        self._steps: StepsModel | None = None
        self._selection: QItemSelectionModel | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._canvas = _Canvas(self)
        self._canvas.setAccessibleName("Where this family is")
        self._nodes = {
            node.code: PathwayNode(node, self._on_arrow, self._on_focused, self._canvas)
            for node in drawn.nodes
        }
        for code, button in self._nodes.items():
            button.clicked.connect(lambda _on=False, code=code: self.node_chosen.emit(code))
        self._geometry = measure(drawn, least_width(drawn))
        self.setWidget(self._canvas)
        self._canvas.setAutoFillBackground(False)  # the card shows through
        self._rove_to(self._nodes[self._first_code()])
        theme().changed.connect(self._lay)
        self._lay()

    @property
    def drawn(self) -> PathwayMap:
        """The map that is shown."""
        return self._drawn

    def node(self, code: str) -> PathwayNode:
        """The button of a node. KeyError when there is none."""
        return self._nodes[code]

    def set_map(self, drawn: PathwayMap) -> None:
        """Show another state of the case."""
        self._drawn = drawn
        for node in drawn.nodes:
            self._nodes[node.code].show_node(node)
        if not self._canvas.hasFocus() and not any(n.hasFocus() for n in self._nodes.values()):
            self._rove_to(self._nodes[self._first_code()])
        self._lay()

    def share(self, steps: StepsModel, selection: QItemSelectionModel) -> None:
        """Mirror the list of steps: what is chosen there is ringed here, and the other way."""
        self._steps, self._selection = steps, selection
        selection.currentChanged.connect(self._on_step_chosen)

    def sizeHint(self) -> QSize:
        return QSize(ceil(least_width(self._drawn)), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(320), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._lay()

    def _lay(self) -> None:
        width = max(self.width(), ceil(least_width(self._drawn)))
        geometry = self._geometry = measure(self._drawn, width)
        self._canvas.show_map(self._drawn, geometry)
        self._canvas.resize(ceil(geometry.width), ceil(geometry.height))
        for code, rect in geometry.nodes.items():
            self._nodes[code].stand_at(rect, geometry.pads)
        bar = self.horizontalScrollBar().sizeHint().height() if width > self.width() else 0
        self.ensureWidgetVisible(self._nodes[self._first_code()], 0, 0)
        if self.height() != ceil(geometry.height) + bar:
            self.setFixedHeight(ceil(geometry.height) + bar)
        self._canvas.update()

    def _first_code(self) -> str:
        current = (node.code for node in self._drawn.nodes if node.state == "current")
        return next(current, self._drawn.nodes[0].code)

    def _rove_to(self, stop: PathwayNode) -> None:
        """Only one node is a Tab stop: the last one that had the keyboard."""
        for button in self._nodes.values():
            is_stop = button is stop
            policy = Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def _on_focused(self, button: PathwayNode) -> None:
        self._rove_to(button)
        self.ensureWidgetVisible(button, 0, 0)
        if self._steps is None or self._selection is None:
            return
        flag = QItemSelectionModel.SelectionFlag
        row = self._steps.last_row_of(button.node.code)
        if row is None:
            self._selection.clear()
        else:
            index = self._steps.index(row, 0)
            self._selection.setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)

    def _on_step_chosen(self, current: QModelIndex, _before: QModelIndex) -> None:
        code = self._steps.step(current.row()).node if self._steps and current.isValid() else ""
        for button in self._nodes.values():
            button.set_chosen(button.node.code == code)

    def _on_arrow(self, button: PathwayNode, key: int) -> None:
        """To the nearest node that way: in the same row or column first."""
        cells = self._geometry.cells
        here = cells[button.node.code]
        across = key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        step = 1 if key in (Qt.Key.Key_Right, Qt.Key.Key_Down) else -1
        found = []
        for code, (row, column) in cells.items():
            columns, rows = column - here[1], row - here[0]
            along, aside = (columns, rows) if across else (rows, columns)
            if along * step > 0:
                near = (abs(aside), along * step) if across else (along * step, abs(aside))
                found.append((near, code))
        if found:
            there = self._nodes[min(found)[1]]
            there.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view(there)


class _Canvas(QWidget):
    """What the nodes stand on; draws the arrows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: tuple[PathwayMap, Geometry] | None = None

    def show_map(self, drawn: PathwayMap, geometry: Geometry) -> None:
        self._shown = drawn, geometry

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._shown is not None:
            with QPainter(self) as painter:
                paint_edges(painter, *self._shown)
