"""The pages of a paper under one another, as they will be printed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.painting import draw_box, draw_focus_ring, painting
from ui.theme import theme

GAP = 24
_SHADOW = 6
_DIMMED = 0.45


class PageView(QWidget):
    """Shows pictures at the size of the paper on the screen.

    While another state is being made the old one stays, dimmed.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: tuple[QImage, ...] = ()
        self._sizes: tuple[QSize, ...] = ()
        self._dimmed = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Preview")

    @property
    def pictures(self) -> tuple[QImage, ...]:
        """The pages as they are drawn."""
        return self._pictures

    def set_sizes(self, sizes: Sequence[QSize]) -> None:
        """How large each page is on the screen; pictures are stretched until new ones come."""
        self._sizes = tuple(sizes)
        width = max((size.width() for size in sizes), default=0) + 2 * GAP
        height = sum(size.height() + GAP for size in sizes) + GAP
        self.setMinimumSize(width, height)
        self.updateGeometry()
        self.update()

    def show_pictures(self, pictures: Sequence[QImage]) -> None:
        """Show pages that are newly drawn."""
        self._pictures = tuple(pictures)
        self._dimmed = False
        count = len(self._pictures)
        self.setAccessibleDescription("1 page" if count == 1 else f"{count} pages")
        self.update()

    def dim(self) -> None:
        """Another state of the paper is on its way."""
        self._dimmed = True
        self.update()

    def top_of(self, page: int) -> int:
        """Where a page begins, from the top of the view."""
        return self._first_top() + sum(size.height() + GAP for size in self._sizes[:page])

    def page_at(self, y: int) -> int:
        """The page at a height, counted from 0."""
        tops = [self.top_of(page) for page in range(len(self._sizes))]
        return max(0, sum(top <= y for top in tops) - 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        with painting(self) as painter:
            painter.fillRect(
                self.rect(), tokens.tone("none").bg if not theme().is_dark else tokens.sunken
            )
            for page, size in enumerate(self._sizes):
                left = (self.width() - size.width()) / 2
                self._paint_page(
                    painter, QRectF(left, self.top_of(page), size.width(), size.height()), page
                )
            if self.hasFocus():
                draw_focus_ring(painter, QRectF(self.rect()), 4)

    def _paint_page(self, painter: QPainter, rect: QRectF, page: int) -> None:
        for reach in range(_SHADOW, 0, -1):
            shade = QColor(0, 0, 0, 7)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shade)
            painter.drawRoundedRect(rect.adjusted(-reach, -reach + 2, reach, reach + 2), 4, 4)
        draw_box(painter, rect, 0, QColor(255, 255, 255))
        if page < len(self._pictures) and not self._pictures[page].isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setOpacity(_DIMMED if self._dimmed else 1)
            painter.drawImage(rect, self._pictures[page])
            painter.setOpacity(1)

    def _first_top(self) -> int:
        high = sum(size.height() for size in self._sizes) + GAP * max(0, len(self._sizes) - 1)
        return max(GAP, (self.height() - high) // 2)
