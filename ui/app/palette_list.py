"""The list of the command palette: group names, lines with their keys, what is typed in bold."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.app.palette_rows import Entry, Heading, Row
from ui.kit.painting import draw_box, kept
from ui.theme import theme

_Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1


class PaletteModel(QAbstractListModel):
    """The rows as they are; headings cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        """Other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """What can be chosen at a row; None at a heading or past the end."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Entry) else None

    def next_entry(self, row: int, step: int) -> int:
        """The nearest row from ``row`` on that can be chosen; -1 when there is none."""
        while 0 <= row < len(self._rows):
            if self.entry(row):
                return row
            row += step
        return -1

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if self.entry(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(row, Entry):
            return ", ".join(part for part in (row.text, row.detail, " ".join(row.keys)) if part)
        return None


class PaletteDelegate(QStyledItemDelegate):
    """Paints a row; ``typed`` is what to show in bold."""

    typed = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        look = theme()
        if isinstance(index.data(ROW), Heading):
            return QSize(100, look.line_height("help_medium") + look.px(20))
        return QSize(100, look.control_height(46, "input"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(ROW)
        rect = QRectF(option.rect)
        with kept(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if isinstance(row, Heading):
                painter.setFont(theme().font("help_medium"))
                painter.setPen(theme().tokens.text3)
                words = rect.adjusted(theme().px(22), theme().px(6), 0, 0)
                painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, row.text)
            elif isinstance(row, Entry):
                chosen = bool(option.state & QStyle.StateFlag.State_Selected)
                self._paint_entry(painter, rect, row, chosen)

    def _paint_entry(self, painter: QPainter, rect: QRectF, entry: Entry, chosen: bool) -> None:
        look, tokens, px = theme(), theme().tokens, theme().px
        if chosen:
            box = rect.adjusted(px(10), 0, -px(10), 0)
            draw_box(painter, box, 8, tokens.selected)
            bar = QRectF(box.left(), rect.top() + px(7), 3, rect.height() - px(14))
            draw_box(painter, bar, 1.5, tokens.accent)
        ratio = painter.device().devicePixelRatioF()
        pixmap = look.pixmap(entry.icon, "accent" if chosen else "text2", 18, ratio)
        painter.drawPixmap(px(28), round(rect.center().y() - px(9)), pixmap)
        right = (
            self._paint_keys(painter, rect, entry)
            if entry.keys != ("Enter",) or chosen
            else (rect.right() - px(20))
        )
        left = rect.left() + px(59)
        left = self._paint_words(
            painter, QRectF(left, rect.top(), right - left, rect.height()), entry
        )
        room = QRectF(left + px(14), rect.top(), right - left - px(14), rect.height())
        if entry.detail and room.width() > px(60):
            painter.setFont(look.font("help"))
            painter.setPen(tokens.text2)
            shown = QFontMetrics(painter.font()).elidedText(
                entry.detail, Qt.TextElideMode.ElideRight, int(room.width())
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_words(self, painter: QPainter, rect: QRectF, entry: Entry) -> float:
        """The words with what is typed in bold accent; returns where they end."""
        plain = theme().font("input")
        plain.setWeight(QFont.Weight.Medium)
        bold = QFont(plain)
        bold.setWeight(QFont.Weight.Bold)
        start = _match(entry.text, self.typed)
        cut = (0, 0) if start < 0 else (start, start + len(self.typed.strip()))
        parts = (
            (entry.text[: cut[0]], plain, theme().tokens.text),
            (entry.text[cut[0] : cut[1]], bold, theme().tokens.accent),
            (entry.text[cut[1] :], plain, theme().tokens.text),
        )
        left = rect.left()
        for text, font, ink in parts:
            painter.setFont(font)
            painter.setPen(ink)
            metrics = QFontMetrics(font)
            room = rect.right() - left
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room))
            box = QRectF(left, rect.top(), room, rect.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
            left += metrics.horizontalAdvance(shown)
        return left

    def _paint_keys(self, painter: QPainter, rect: QRectF, entry: Entry) -> float:
        px, tokens = theme().px, theme().tokens
        painter.setFont(theme().font("key_cap"))
        metrics = QFontMetrics(painter.font())
        right = rect.right() - px(26)
        for key in reversed(entry.keys):
            height = metrics.height() + px(6)
            cap = QRectF(0, 0, max(height, metrics.horizontalAdvance(key) + px(12)), height)
            cap.moveCenter(rect.center())
            cap.moveRight(right)
            draw_box(painter, cap, 4, tokens.surface, tokens.line_mid)
            painter.setPen(tokens.text2)
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
            right = cap.left() - px(4)
        return right - px(8)


def _match(text: str, typed: str) -> int:
    """Where the typed words begin in the text, at the start of a word; -1 for nowhere."""
    wanted, where = typed.strip().casefold(), text.casefold()
    at = where.find(wanted) if wanted else -1
    while at > 0 and where[at - 1].isalnum():
        at = where.find(wanted, at + 1)
    return at
