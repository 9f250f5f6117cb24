"""A small picture of a file that opens it when it is pressed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.painting import RING, draw_box, draw_focus_ring, painting
from ui.kit.plain import as_tip
from ui.kit.push_button import PaintedButton
from ui.theme import theme

_RADIUS = 6


class Thumbnail(PaintedButton):
    """The icon of the kind of file, until its picture is there."""

    def __init__(
        self, name: str, icon: str = "file-text", side: int = 64, parent: QWidget | None = None
    ) -> None:
        """``name`` says what pressing it does; ``side`` in pixels at 100 %."""
        super().__init__(parent)
        self._side = side
        self._icon = icon
        self._picture = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_name(name)

    @property
    def picture(self) -> QImage:
        """What it shows; null while it is only an icon."""
        return self._picture

    def set_name(self, name: str) -> None:
        """What pressing it does, in words."""
        self.setAccessibleName(name)
        self.setToolTip(as_tip(name))

    def set_icon(self, icon: str) -> None:
        """The icon that stands where there is no picture."""
        self._icon = icon
        self.update()

    def show_picture(self, picture: QImage) -> None:
        """Show the picture in place of the icon."""
        self._picture = picture
        self.update()

    def pixels(self) -> int:
        """How many pixels of the screen a picture for it needs along its longer side."""
        return round(theme().px(self._side) * self.devicePixelRatioF())

    def sizeHint(self) -> QSize:
        side = theme().px(self._side) + 4 * RING
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        whole = QRectF(self.rect())
        box = whole.adjusted(2 * RING, 2 * RING, -2 * RING, -2 * RING)
        with painting(self) as painter:
            if self.hasFocus():
                draw_focus_ring(painter, whole, _RADIUS + RING)
            draw_box(painter, box, _RADIUS, tokens.sunken)
            if self._picture.isNull():
                self._draw_icon(painter, box)
            else:
                self._draw_picture(painter, box)
            edge = tokens.line_strong if self.underMouse() else tokens.line
            draw_box(painter, box, _RADIUS, Qt.GlobalColor.transparent, edge)

    def _draw_icon(self, painter: QPainter, box: QRectF) -> None:
        side = min(24, self._side // 2)
        picture = theme().pixmap(self._icon, "text2", side, self.devicePixelRatioF())
        place = QRectF(0, 0, theme().px(side), theme().px(side))
        place.moveCenter(box.center())
        painter.drawPixmap(place.toRect(), picture)

    def _draw_picture(self, painter: QPainter, box: QRectF) -> None:
        size = self._picture.size().scaled(box.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(box.center())
        inside = QPainterPath()
        inside.addRoundedRect(box, _RADIUS, _RADIUS)
        painter.save()
        painter.setClipPath(inside)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._picture)
        painter.restore()
