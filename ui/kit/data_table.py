"""The table of the application: rows of two lines in a rounded card, used by keyboard alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ui.kit.painting import draw_box, painting
from ui.kit.table_columns import Column, share_out
from ui.kit.table_header import TableHeader
from ui.kit.two_line_delegate import CellRole, TwoLineDelegate
from ui.theme import theme

__all__ = ["CellRole", "Column", "DataTable", "TwoLineDelegate"]

_RADIUS = 10
_LOOK_AT = 50
"""Rows looked at to see whether a column shows what must not be cut."""
_MEASURED = 128
"""Rows measured for it: more would read a long list from end to end only to lay it out."""


class DataTable(QTableView):
    """Whole rows are chosen. Enter or a double click sends ``activated``, Space ``peeked``.

    Home and End go to the first and last row; Tab leaves the table. Columns give way from right
    to left, except those kept. ``behind`` is the colour round the rounded corners.
    """

    peeked = Signal(QModelIndex)
    """Space was pressed on a row."""

    def __init__(
        self,
        name: str = "",
        columns: Sequence[Column] = (),
        *,
        behind: str = "canvas",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._columns = tuple(columns)
        self._leasts: list[int] = []
        self._delegate = TwoLineDelegate(self)
        self.setItemDelegate(self._delegate)
        self._head = TableHeader(self)
        self.setHorizontalHeader(self._head)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setViewportMargins(0, 0, 0, 0)
        self._frame = _Frame(self, behind)
        theme().changed.connect(self._on_theme)
        self._on_theme()

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self._on_rows_changed)
            model.rowsInserted.connect(self._on_rows_changed)
            model.rowsRemoved.connect(self._on_rows_changed)
            model.dataChanged.connect(self._on_rows_changed)
        self._on_rows_changed()

    def content_height(self) -> int:
        """The height at which nothing needs to be scrolled: for a table that ends with its rows."""
        rows = self.model().rowCount() if self.model() else 0
        return self._head.sizeHint().height() + rows * self._delegate.row_height()

    def choose_row(self, row: int) -> None:
        """Make a row the current one and bring it into view; -1 chooses none."""
        if row < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            return
        self.selectRow(row)
        self.scrollTo(self.model().index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = self.model().rowCount() if self.model() else 0
        current = self.currentIndex()
        key = event.key()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and rows and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.choose_row(0 if key == Qt.Key.Key_Home else rows - 1)
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if current.isValid():
                self.activated.emit(current)
        elif plain and key == Qt.Key.Key_Space:
            if current.isValid():
                self.peeked.emit(current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        model = self.model()
        by_keys = event.reason() != Qt.FocusReason.MouseFocusReason
        if by_keys and model and model.rowCount() and not self.selectedIndexes():
            self.choose_row(max(0, self.currentIndex().row()))
        self._frame.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._frame.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._frame.setGeometry(self.rect())
        self._frame.raise_()
        self._share_width()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def _on_theme(self) -> None:
        self._leasts.clear()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height())
        self._share_width()
        self.updateGeometries()

    def _on_rows_changed(self) -> None:
        self._leasts.clear()
        self._share_width()

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered_row:
            self._delegate.hovered_row = row
            self.viewport().update()

    def _share_width(self) -> None:
        if not self.model() or not self._columns:
            return
        if not self._leasts:
            self._leasts.extend(self._least(place) for place in range(len(self._columns)))
        widths = share_out(self.viewport().width(), self._columns, self._leasts)
        for place, width in enumerate(widths):
            self.setColumnHidden(place, width == 0)
            if width:
                self.setColumnWidth(place, width)

    def _least(self, column: int) -> int:
        """The room a column cannot do without; many rows count where words may not be cut."""
        model, whole = self.model(), self._columns[column].keep
        rows = model.rowCount()
        uncut = whole or any(
            model.index(row, column).data(role)
            for row in range(min(rows, _LOOK_AT))
            for role in (CellRole.PILL, CellRole.AVATAR, CellRole.STRONG)
        )
        least = self._head.text_width(column)
        for row in range(min(rows, _MEASURED if uncut else 1)):
            cell = model.index(row, column)
            least = max(least, self._delegate.least_width(cell, whole=whole))
        return least


class _Frame(QWidget):
    """Lies over the table: rounds its corners off and draws its edge, or the focus ring."""

    def __init__(self, table: DataTable, behind: str) -> None:
        super().__init__(table)
        self._table = table
        self._behind = behind
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        whole = QRectF(self.rect())
        corners = QPainterPath()
        corners.addRect(whole)
        inside = QPainterPath()
        inside.addRoundedRect(whole, _RADIUS, _RADIUS)
        with painting(self) as painter:
            painter.fillPath(corners.subtracted(inside), tokens.colour(self._behind))
            clear = Qt.GlobalColor.transparent
            if self._table.hasFocus():
                draw_box(painter, whole, _RADIUS, clear, tokens.focus, 2)
            else:
                draw_box(painter, whole, _RADIUS, clear, tokens.line)
