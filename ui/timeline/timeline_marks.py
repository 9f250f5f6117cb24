"""How each sort of thing on the timeline is drawn: circle, diamond, bar, tile and pill.

Filled has happened, hollow is planned, hatched is time past due; colour is never alone.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from ehdesk.domain.timeline_layout import Box, Placed
from ui.theme import Tokens, theme

ICON = 14
_MANY = 12  # a cluster this large is dark (design 2, Cluster)


def to_rect(box: Box) -> QRectF:
    """The layout's box as Qt knows it."""
    return QRectF(box.x, box.y, box.w, box.h)


class Brush:
    """A painter with the theme at hand; ``clear`` is what lies behind the lanes."""

    def __init__(self, painter: QPainter) -> None:
        self.painter = painter
        self.look = theme()
        self.tokens: Tokens = self.look.tokens
        self.ratio = painter.device().devicePixelRatioF()
        self.caption: QFont = self.look.font("caption")
        self.plain = QFont(self.caption)
        self.plain.setWeight(QFont.Weight.Normal)
        self.strong = QFont(self.caption)
        self.strong.setWeight(QFont.Weight.DemiBold)

    def round_box(
        self,
        rect: QRectF,
        radius: float,
        fill: QColor | None,
        edge: QColor | None = None,
        width: float = 1.0,
        *,
        dashed: bool = False,
    ) -> None:
        """A rounded box with its edge wholly inside ``rect``."""
        pen = QPen(Qt.PenStyle.NoPen) if edge is None else QPen(edge, width)
        if dashed:
            pen.setDashPattern([3.0, 2.5])
        self.painter.setPen(pen)
        self.painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        half = width / 2 if edge is not None else 0.0
        self.painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)

    def icon(self, name: str, colour: str, centre: QPointF, size: int = ICON) -> None:
        """An icon around a point; ``colour`` is the name of a token."""
        pixmap = self.look.pixmap(name, colour, size, self.ratio)
        half = self.look.px(size) / 2
        self.painter.drawPixmap(QPointF(centre.x() - half, centre.y() - half), pixmap)

    def text(self, rect: QRectF, text: str, colour: QColor, font: QFont | None = None) -> None:
        """One line, in the middle of the height of ``rect``, from its left."""
        self.painter.setFont(font or self.caption)
        self.painter.setPen(colour)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        self.painter.drawText(rect, flags | Qt.TextFlag.TextDontClip, text)

    def tick(self, middle: QPointF, colour: QColor) -> None:
        """A bold tick around a point."""
        pen, scale = QPen(colour, 1.8), self.look.px(100) / 100
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.painter.setPen(pen)
        corners = (QPointF(-3.4, 0.2), QPointF(-1.0, 2.6), QPointF(3.4, -2.3))
        self.painter.drawPolyline(QPolygonF([middle + corner * scale for corner in corners]))

    def diamond(self, box: Box, fill: QColor, edge: QColor, width: float) -> None:
        """A diamond whose corners touch the sides of ``box``."""
        x, y, half = box.x + box.w / 2, box.middle, box.w / 2 - width / 2
        corners = QPolygonF(
            [QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)]
        )
        pen = QPen(edge, width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.painter.setPen(pen)
        self.painter.setBrush(fill)
        self.painter.drawPolygon(corners)

    def hatch(self, box: Box) -> None:
        """Time past due: slanting lines on the tint, so that it says so without colour."""
        if box.w <= 0:
            return
        tone, step = self.tokens.tone("overdue"), 7.0
        self.painter.save()
        self.painter.setClipRect(to_rect(box), Qt.ClipOperation.IntersectClip)
        self.painter.fillRect(to_rect(box), tone.bg)
        self.painter.setPen(QPen(tone.ink, 1.0))
        # Only the part in view: a review years late must not cost a line for every 6 px of it.
        x = max(box.x - box.h, -box.h - (-box.x % step if box.x < 0 else 0.0))
        last = min(box.right, float(self.painter.device().width()))
        while x < last:
            self.painter.drawLine(QPointF(x, box.bottom), QPointF(x + box.h, box.y))
            x += step
        self.painter.restore()


def paint_thing(brush: Brush, item: Placed, clear: QColor) -> None:
    """Draw one thing without the words beside it. ``clear`` fills hollow marks."""
    if item.mark.lane == "pathway":
        _stage(brush, item, clear)
    elif item.thin:
        _thin_bar(brush, item)
    elif item.mark.is_cluster:
        _cluster(brush, item, clear)
    elif item.mark.lane == "actions":
        _bar(brush, item)
    elif item.entry.kind == "review":
        _review(brush, item, clear)
    elif item.entry.kind == "meeting":
        _meeting(brush, item, clear)
    else:
        _tile(brush, item)


def paint_halo(brush: Brush, item: Placed, clear: QColor) -> None:
    """The ring that shows what is chosen, drawn before the thing itself."""
    rect = to_rect(item.box).adjusted(-5, -5, 5, 5)
    if item.entry.kind == "meeting" and not item.mark.is_cluster:
        radius = rect.height() / 2
    elif item.entry.kind == "review" and not item.mark.is_cluster:
        wide = Box(item.box.x - 7, item.box.y - 7, item.box.w + 14, item.box.h + 14)
        brush.diamond(wide, clear, brush.tokens.focus, 2)
        return
    else:
        radius = rect.height() / 2 if item.mark.is_cluster else 10.0
    brush.round_box(rect, min(radius, rect.height() / 2), clear, brush.tokens.focus, 2)


def _stage(brush: Brush, item: Placed, clear: QColor) -> None:
    tokens, entry = brush.tokens, item.mark.entries[-1]
    rect, ink, font = to_rect(item.box).adjusted(1, 0, -1, 0), tokens.text2, brush.caption
    if entry.now:
        brush.round_box(rect, 6, tokens.accent)
        ink, font, icon = tokens.on_accent, brush.strong, "on_accent"
    elif entry.happened:
        tone = tokens.tone("done")
        brush.round_box(rect, 6, tone.bg, tone.line)
        ink, font, icon = tone.ink, brush.strong, "done.ink"
    else:
        brush.round_box(rect, 6, clear, tokens.text3, dashed=True)
        icon = "text2"
    if item.words:
        _words_inside(brush, item, ink, font, brush.look.px(10))
    elif rect.width() >= brush.look.px(16):
        brush.icon(entry.icon, icon, rect.center())


def _words_inside(brush: Brush, item: Placed, ink: QColor, font: QFont, indent: float) -> None:
    """The words on a bar; they stay in view while the bar's beginning is out of it."""
    for words in item.words:
        if words.inside:
            left = max(item.box.x, 0.0) + indent
            rect = QRectF(left, item.box.y, item.box.right - left, item.box.h)
            brush.text(rect, words.text, ink, font)


def _bar(brush: Brush, item: Placed) -> None:
    entry = item.entry
    tone = brush.tokens.tone(entry.tone)
    if item.hatch:
        brush.hatch(item.hatch)
    rect = to_rect(item.box)
    brush.round_box(rect, 6, tone.bg, tone.line)
    half, pad = brush.look.px(ICON) / 2, brush.look.px(8)
    left = max(item.box.x, 0.0) + pad
    if left + 2 * half <= item.box.right:
        brush.icon(entry.icon, f"{entry.tone}.ink", QPointF(left + half, rect.center().y()))
    _words_inside(brush, item, tone.ink, brush.caption, pad + 2 * half + brush.look.px(6))


def _thin_bar(brush: Brush, item: Placed) -> None:
    """Too many for words: solid is done or late, hollow is open, hatch is past due."""
    tokens, entry, rect = brush.tokens, item.entry, to_rect(item.box)
    if item.hatch:
        brush.hatch(item.hatch)
    radius = rect.height() / 2
    late = any(one.tone == "overdue" for one in item.mark.entries)
    if item.mark.is_cluster:
        brush.round_box(rect, radius, tokens.tone("overdue").ink if late else tokens.text2)
    elif entry.tone == "overdue":
        brush.round_box(rect, radius, tokens.tone("overdue").ink)
    elif entry.happened:
        brush.round_box(rect, radius, tokens.tone(entry.tone).line)
    else:
        tone = tokens.tone(entry.tone)
        brush.round_box(rect, radius, tone.bg, tone.ink, 1.4)


def _meeting(brush: Brush, item: Placed, clear: QColor) -> None:
    tokens, rect = brush.tokens, to_rect(item.box)
    if item.entry.happened:
        brush.round_box(rect, rect.height() / 2, tokens.accent)
        brush.icon("users-round", "on_accent", rect.center())
    else:
        brush.round_box(rect, rect.height() / 2, clear, tokens.accent, 1.8)
        brush.icon("users-round", "accent", rect.center())


def _review(brush: Brush, item: Placed, clear: QColor) -> None:
    tokens, entry = brush.tokens, item.entry
    if item.hatch:
        brush.hatch(item.hatch)
    if item.hollow:
        brush.diamond(_smaller(item.hollow, 2), clear, tokens.text2, 1.8)
    if entry.happened:
        brush.diamond(item.box, tokens.accent, tokens.accent, 1.5)
        brush.tick(to_rect(item.box).center(), tokens.on_accent)
    else:
        brush.diamond(_smaller(item.box, 1), clear, tokens.tone(entry.tone).ink, 2.2)


def _smaller(box: Box, by: float) -> Box:
    return Box(box.x + by, box.y + by, box.w - 2 * by, box.h - 2 * by)


def _tile(brush: Brush, item: Placed) -> None:
    tokens, rect = brush.tokens, to_rect(item.box)
    brush.round_box(rect, 6, tokens.surface, tokens.line_mid)
    brush.icon(item.entry.icon, "text2", rect.center())


def _cluster(brush: Brush, item: Placed, clear: QColor) -> None:
    """A pill as wide as the time it covers: light to 11 things, dark from 12. One late thing
    among them puts the late edge and icon on the whole, so it cannot hide."""
    tokens, rect, entries = brush.tokens, to_rect(item.box), item.mark.entries
    late = any(entry.tone == "overdue" for entry in entries)
    icon, fill, ink, name = entries[0].icon, tokens.tone("none").bg, tokens.text2, "text2"
    edge = tokens.tone("none").line
    if item.mark.lane != "contacts" and all(entry.happened for entry in entries):
        fill, edge, ink, name = tokens.accent, tokens.accent, tokens.on_accent, "on_accent"
    elif len(entries) >= _MANY:
        fill, edge, ink, name = tokens.text2, tokens.text2, tokens.surface, "surface"
    if item.mark.lane == "contacts":
        icon = "notebook-pen"
    if late:
        tone = tokens.tone("overdue")
        icon, fill, edge, ink, name = "triangle-alert", tone.bg, tone.ink, tone.ink, "overdue.ink"
    brush.round_box(rect, rect.height() / 2, fill, edge)
    words = next((one.text for one in item.words if one.inside), str(len(entries)))
    brush.painter.setFont(brush.strong)
    wide = brush.painter.fontMetrics().horizontalAdvance(words)
    size, gap = brush.look.px(ICON), brush.look.px(4)
    left = rect.center().x() - (size + gap + wide) / 2
    brush.icon(icon, name, QPointF(left + size / 2, rect.center().y()))
    brush.text(QRectF(left + size + gap, rect.top(), wide, rect.height()), words, ink, brush.strong)
