"""Status pills and due chips: an icon and words, never colour alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.kit.painting import draw_box, kept, painting
from ui.theme import theme

ICONS = {
    "overdue": "triangle-alert",
    "soon": "clock",
    "track": "circle-dot",
    "done": "circle-check",
    "wait": "hourglass",
    "none": "circle-dashed",
    "voice": "message-square-quote",
}
"""The icon of each tone, where the words do not ask for another (a calendar for a date)."""

_PADDING, _ICON, _GAP, _END = 8, 14, 5, 11


def pill_height() -> int:
    """24 at 100 %."""
    return max(theme().px(24), QFontMetrics(theme().font("caption")).height() + theme().px(6))


def pill_width(text: str) -> int:
    """How wide a pill with these words is, at the text size in force."""
    words = QFontMetrics(theme().font("caption")).horizontalAdvance(text)
    return words + theme().px(_PADDING + _ICON + _GAP + _END)


def paint_pill(
    painter: QPainter, rect: QRect | QRectF, text: str, tone: str, icon: str = ""
) -> None:
    """Paint a pill at the left of ``rect``, in the middle of its height.

    ``tone`` is a tone's name; without ``icon`` it has the tone's own.
    """
    look = theme()
    colours = look.tokens.tone(tone)
    area = QRectF(rect)
    height = pill_height()
    box = QRectF(area.left(), round(area.center().y() - height / 2), pill_width(text), height)
    with kept(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_box(painter, box, (height - 1) / 2, colours.bg, colours.line)
        size = look.px(_ICON)
        left = box.left() + look.px(_PADDING)
        top = round(box.center().y() - size / 2)
        ratio = painter.device().devicePixelRatioF()
        pixmap = look.pixmap(icon or ICONS[tone], f"{tone}.ink", _ICON, ratio)
        painter.drawPixmap(QPointF(left, top), pixmap)
        painter.setFont(look.font("caption"))
        painter.setPen(colours.ink)
        words = box.adjusted(look.px(_PADDING + _ICON + _GAP), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)


class Pill(QLabel):
    """A pill of its own; its accessible name is its words."""

    def __init__(
        self, text: str, tone: str = "none", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._tone = tone
        self._icon = icon
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def tone(self) -> str:
        """The name of its tone."""
        return self._tone

    def set_state(self, text: str, tone: str, icon: str = "") -> None:
        """Other words and another tone, together."""
        self._tone = tone
        self._icon = icon
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(pill_width(self.text()), pill_height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            paint_pill(painter, self.rect(), self.text(), self._tone, self._icon)
