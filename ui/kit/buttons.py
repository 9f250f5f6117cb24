"""Buttons: the five kinds, three sizes, and the square one that has only an icon."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.belonging import waits_for_parent
from ui.kit.painting import RING, draw_box, draw_focus_ring, kept, painting
from ui.kit.plain import as_tip
from ui.kit.push_button import PushButton
from ui.theme import theme
from ui.theme.button_faces import KINDS, Face, face
from ui.theme.icons import tinted_pixmap

_RADIUS = 7


@dataclass(frozen=True)
class _Size:
    """Pixels at 100 %: height, space at each end, icon; and the role of the words."""

    height: int
    padding: int
    icon: int
    role: str


_SIZES = {
    "small": _Size(30, 10, 15, "help"),
    "normal": _Size(36, 14, 16, "body"),
    "large": _Size(44, 20, 18, "input"),
}
_LINK = _Size(26, 4, 16, "help")
_GAP = 8


class Button(PushButton):
    """A button of one ``kind``: primary, secondary, quiet, danger, link or plain.

    One primary button a page. A link is underlined words and plain is words alone; both still are
    buttons, and say so.
    """

    def __init__(
        self,
        text: str,
        kind: str = "secondary",
        icon: str | None = None,
        size: str = "normal",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        if kind not in KINDS:
            raise KeyError(f"no kind of button is called {kind!r}")
        self._kind = kind
        self._icon = icon
        self._size = _LINK if kind in ("link", "plain") else _SIZES[size]
        self._by_mouse = False
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def kind(self) -> str:
        """One of primary, secondary, quiet, danger, link, plain."""
        return self._kind

    def set_kind(self, kind: str) -> None:
        """Make it another kind, as when it becomes the one thing to do."""
        if kind not in KINDS:
            raise KeyError(f"no kind of button is called {kind!r}")
        self._kind = kind
        self.setProperty("kind", kind)
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: str | None) -> None:
        """Another Lucide icon, or none."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def setVisible(self, visible: bool) -> None:
        if not waits_for_parent(self, visible):
            super().setVisible(visible)

    def sizeHint(self) -> QSize:
        look = theme()
        metrics = QFontMetrics(self._words_font())
        words = metrics.size(Qt.TextFlag.TextShowMnemonic, self.text()).width()
        icon = look.px(self._size.icon) if self._icon else 0
        gap = look.px(_GAP) if icon and words else 0
        width = look.px(self._size.padding) * 2 + icon + gap + words + 2
        return QSize(width, look.control_height(self._size.height, self._size.role))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        ringed = self.hasFocus() and not self._by_mouse
        box = QRectF(self.rect())
        look = self._face()
        with painting(self) as painter:
            if ringed:
                draw_focus_ring(painter, box, _RADIUS + RING)
                box.adjust(2 * RING, 2 * RING, -2 * RING, -2 * RING)
            radius = _RADIUS - RING if ringed else _RADIUS
            draw_box(painter, box, radius, look.fill, look.edge)
            self._draw_content(painter, look)

    def _face(self) -> Face:
        state = "rest"
        if not self.isEnabled():
            state = "disabled"
        elif self.isDown() or self.isChecked():
            state = "pressed"
        elif self.underMouse():
            state = "hover"
        return face(theme().tokens, self._kind, state)

    def _words_font(self) -> QFont:
        font = theme().font(self._size.role)
        strong = self._kind == "primary" or self._size.role == "input"
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Medium)
        font.setUnderline(self._kind == "link")
        return font

    def _draw_content(self, painter: QPainter, look: Face) -> None:
        font = self._words_font()
        words = QFontMetrics(font).size(Qt.TextFlag.TextShowMnemonic, self.text()).width()
        icon = theme().px(self._size.icon) if self._icon else 0
        gap = theme().px(_GAP) if icon and words else 0
        left = (self.width() - icon - gap - words) / 2
        with kept(painter):
            if self._icon:
                top = round((self.height() - icon) / 2)
                painter.drawPixmap(QPointF(round(left), top), self._pixmap(self._icon, look, icon))
            painter.setFont(font)
            painter.setPen(look.ink)
            rect = QRectF(round(left) + icon + gap, 0, words + 1, self.height())
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(rect, int(flags) | int(Qt.TextFlag.TextShowMnemonic), self.text())

    def _pixmap(self, name: str, look: Face, size: int) -> QPixmap:
        return tinted_pixmap(name, look.ink, size, self.devicePixelRatioF())


class IconButton(Button):
    """A square button with only an icon; ``name`` is its tip and its accessible name."""

    def __init__(
        self,
        icon: str,
        name: str,
        kind: str = "quiet",
        size: str = "normal",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", kind, icon, size, parent)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """What it does, in words."""
        self.setToolTip(as_tip(name))
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        side = theme().control_height(self._size.height, self._size.role)
        return QSize(side, side)

    def _face(self) -> Face:
        look = super()._face()
        if self._kind == "quiet" and self.isEnabled():
            return Face(theme().tokens.text2, look.fill, look.edge)
        return look
