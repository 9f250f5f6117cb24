"""A line of the sidebar: icon, name and a number; only the icon when the sidebar is a rail."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.painting import RING, draw_box, draw_focus_ring, painting
from ui.kit.plain import as_tip, escape_ampersands, without_escapes
from ui.kit.push_button import PushButton
from ui.theme import theme

_HEIGHT, _ICON, _ICON_LEFT, _WORDS_LEFT, _RIGHT = 34, 18, 10, 38, 12
_RADIUS = 8


class NavButton(PushButton):
    """Checked: the page that is shown belongs to it. ``tone`` colours the icon of a family."""

    def __init__(
        self, text: str, icon: str, *, tone: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(escape_ampersands(text), parent)
        self._icon = icon
        self._tone = tone
        self._count = 0
        self._rail = False
        self.setCheckable(not tone)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._name()

    @property
    def count(self) -> int:
        """The number beside the name."""
        return self._count

    def set_count(self, count: int) -> None:
        """Another number; 0 shows none."""
        if count != self._count:
            self._count = count
            self._name()
            self.update()

    def set_rail(self, rail: bool) -> None:
        """Show only the icon, with the name as its tip."""
        self._rail = rail
        self.setToolTip(as_tip(self.accessibleName()) if rail else "")
        self.update()

    def nextCheckState(self) -> None:
        """The window says which one is checked, not the click."""

    def sizeHint(self) -> QSize:
        return QSize(theme().px(180), theme().control_height(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, tokens = theme(), theme().tokens
        box = QRectF(self.rect())
        with painting(self) as painter:
            if self.hasFocus():
                draw_focus_ring(painter, box, _RADIUS + RING)
                box.adjust(2 * RING, 2 * RING, -2 * RING, -2 * RING)
            if self.isChecked():
                draw_box(painter, box, _RADIUS, tokens.raised, tokens.line)
            elif self.underMouse():
                draw_box(painter, box, _RADIUS, tokens.hover)
            self._paint_icon(painter)
            if self._rail:
                return
            painter.setFont(look.font("body" if self._tone else "body_medium"))
            painter.setPen(tokens.text2 if self._tone else tokens.text)
            count_width = self._paint_count(painter)
            left = look.px(_WORDS_LEFT)
            words = QRectF(left, 0, self.width() - left - count_width, self.height())
            painter.setFont(look.font("body" if self._tone else "body_medium"))
            metrics = QFontMetrics(painter.font())
            text = metrics.elidedText(
                without_escapes(self.text()), Qt.TextElideMode.ElideRight, int(words.width())
            )
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_icon(self, painter: QPainter) -> None:
        look = theme()
        size = _ICON - 2 if self._tone else _ICON
        ink = f"{self._tone}.ink" if self._tone else "accent" if self.isChecked() else "text2"
        pixmap = look.pixmap(self._icon, ink, size, self.devicePixelRatioF())
        side = look.px(size)
        left = (self.width() - side) / 2 if self._rail else look.px(_ICON_LEFT)
        painter.drawPixmap(QPointF(round(left), round((self.height() - side) / 2)), pixmap)

    def _paint_count(self, painter: QPainter) -> int:
        look = theme()
        if not self._count:
            return look.px(_RIGHT)
        font = look.font("help", tabular=True)
        painter.save()
        painter.setFont(font)
        painter.setPen(look.tokens.text2)
        box = QRectF(0, 0, self.width() - look.px(_RIGHT), self.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(box, int(flags), str(self._count))
        painter.restore()
        return look.px(_RIGHT + 8) + QFontMetrics(font).horizontalAdvance(str(self._count))

    def _name(self) -> None:
        words = without_escapes(self.text())
        self.setAccessibleName(f"{words}, {self._count}" if self._count else words)
        if self._rail:
            self.setToolTip(as_tip(self.accessibleName()))
