"""The head of a table: sunken, 38 px, words in their column's line, an arrow where it is sorted."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.kit.painting import kept
from ui.theme import theme

_PADDING = 18


class TableHeader(QHeaderView):
    """Painted from the tokens, so that it lines up with the rows of ``TwoLineDelegate``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSectionSize(24)

    def sizeHint(self) -> QSize:
        least = QFontMetrics(self._font()).height() + theme().px(12)
        return QSize(super().sizeHint().width(), max(theme().px(38), least))

    def text_width(self, section: int) -> int:
        """What the words of a column need."""
        words = str(self.model().headerData(section, self.orientation()) or "")
        arrow = theme().px(20) if self.isSortIndicatorShown() else 0
        return QFontMetrics(self._font()).horizontalAdvance(words) + theme().px(_PADDING) + arrow

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        tokens = theme().tokens
        words = str(self.model().headerData(section, self.orientation()) or "")
        sorted_here = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        with kept(painter):
            painter.fillRect(rect, tokens.sunken)
            painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, tokens.line)
            painter.setFont(self._font())
            painter.setPen(tokens.text if sorted_here else tokens.text2)
            area = rect.adjusted(theme().px(_PADDING), 0, -4, -1)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(area, flags, words)
            if sorted_here:
                down = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
                icon = "chevron-down" if down else "chevron-up"
                ratio = painter.device().devicePixelRatioF()
                picture = theme().pixmap(icon, "text", 14, ratio)
                side = theme().px(14)
                after = QFontMetrics(self._font()).horizontalAdvance(words) + theme().px(7)
                top = area.center().y() - side // 2
                painter.drawPixmap(area.x() + after, top, picture)

    def _font(self) -> QFont:
        font = theme().font("caption")
        font.setWeight(QFont.Weight.DemiBold)
        return font
