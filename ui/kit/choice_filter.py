"""What a list shows while somebody types in it: the options that fit, each with its hint."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ehdesk.kernel.words import begins_words
from ui.kit.painting import kept
from ui.theme import theme

_Index = QModelIndex | QPersistentModelIndex

HINT = Qt.ItemDataRole.UserRole + 1
"""The line that says more about an option: a string."""
_PADDING, _GAP = 8, 10


class Fitting(QSortFilterProxyModel):
    """The options of which some word begins as typed; the line for no answer only while nothing
    is typed. The code that is kept counts too: who knows WBRI may type it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._typed = ""

    def set_typed(self, typed: str) -> int:
        """Show what fits this text, and tell how many options do."""
        self._typed = typed.strip()
        self.invalidate()
        return self.rowCount()

    def filterAcceptsRow(self, row: int, parent: _Index) -> bool:
        if not self._typed:
            return True
        index = self.sourceModel().index(row, 0, parent)
        value = str(index.data(Qt.ItemDataRole.UserRole) or "")
        told = (index.data(), index.data(HINT) or "", value if value.isupper() else "")
        return bool(value) and begins_words(self._typed, " ".join(str(part) for part in told))


class HintDelegate(QStyledItemDelegate):
    """The option as ever, and its hint in a quieter colour after it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        size = super().sizeHint(option, index)
        hint = index.data(HINT)
        if hint:
            wide = QFontMetrics(theme().font("help")).horizontalAdvance(str(hint))
            size.setWidth(size.width() + wide + theme().px(_GAP + _PADDING))
        return size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        hint = index.data(HINT)
        if not hint:
            return
        font: QFontMetrics = option.fontMetrics
        rect: QRect = option.rect
        label = font.horizontalAdvance(str(index.data()))
        left = rect.left() + theme().px(_PADDING + _GAP) + label
        area = QRect(left, rect.top(), rect.right() - left - theme().px(_PADDING), rect.height())
        if area.width() < theme().px(40):
            return
        with kept(painter):
            painter.setFont(theme().font("help"))
            painter.setPen(theme().tokens.text2)
            metrics = QFontMetrics(theme().font("help"))
            fitted = metrics.elidedText(str(hint), Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(
                area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitted
            )
