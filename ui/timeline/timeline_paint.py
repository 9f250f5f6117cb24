"""Draws a whole scene of the timeline: header, lanes, future, today line, things, words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from ehdesk.domain.timeline import Lane
from ehdesk.domain.timeline_layout import Bracket, Placed, Scene
from ui.theme import theme
from ui.timeline.timeline_marks import Brush, paint_halo, paint_thing, to_rect

LANE_WORDS: Mapping[Lane, tuple[str, str]] = {
    "pathway": ("Pathway", "route"),
    "meetings": ("Meetings", "users-round"),
    "reviews": ("Reviews", "calendar-check"),
    "actions": ("Actions", "square-check"),
    "due": ("Due", "clock"),
    "contacts": ("Contacts", "notebook-pen"),
    "events": ("Events", "flag"),
}
RADIUS = 10.0


@dataclass(frozen=True)
class Look:
    """What the scene does not say: the lane heads' width, the words on today's flag, and the
    key of the chosen entry with whether the drawing has the keyboard."""

    head: float
    today_words: str
    chosen: str
    focused: bool


def paint_scene(painter: QPainter, scene: Scene, look: Look) -> None:
    """Draw ``scene`` with its lane heads from the painter's top left corner."""
    brush = Brush(painter)
    tokens = brush.tokens
    whole = QRectF(0, 0, look.head + scene.width, scene.height)
    frame = QPainterPath()
    frame.addRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.save()
    painter.setClipPath(frame)
    painter.fillRect(whole, tokens.surface)
    painter.fillRect(QRectF(0, 0, whole.width(), scene.header), tokens.sunken)
    painter.save()
    painter.translate(look.head, 0)
    painter.setClipRect(QRectF(0, 0, scene.width, scene.height), Qt.ClipOperation.IntersectClip)
    _ground(brush, scene, look)
    _things(brush, scene, look)
    painter.restore()
    _heads(brush, scene, look)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(tokens.line, 1))
    painter.drawPath(frame)
    if look.focused:
        brush.round_box(whole, RADIUS, None, tokens.focus, 2)


def flag_rect(brush: Brush, scene: Scene, words: str) -> QRectF:
    """Where today's flag is: over its line, pushed inwards by the edges of the view."""
    wide = brush.painter.fontMetrics().horizontalAdvance(words) + brush.look.px(16)
    left = min(max(scene.today_x - wide / 2, 2.0), scene.width - wide - 2)
    high = brush.look.px(22)
    return QRectF(left, (scene.header - high) / 2, wide, high)


def _ground(brush: Brush, scene: Scene, look: Look) -> None:
    """Future, month lines and words, lane lines."""
    painter, tokens = brush.painter, brush.tokens
    future = max(scene.today_x, 0.0)
    if future < scene.width:
        below = QRectF(future, scene.header, scene.width - future, scene.height - scene.header)
        painter.fillRect(below, tokens.sunken)
    painter.setPen(QPen(tokens.line, 1))
    lines = [QLineF(tick.x, 0, tick.x, scene.height) for tick in scene.ticks]
    lines += [QLineF(0, band.top, scene.width, band.top) for band in scene.bands]
    painter.drawLines([QLineF(*(round(v) + 0.5 for v in _ends(line))) for line in lines])
    painter.setFont(brush.strong)
    flag = QRectF()
    if 0 <= scene.today_x <= scene.width:
        flag = flag_rect(brush, scene, look.today_words)
    for tick in scene.ticks:
        wide = painter.fontMetrics().horizontalAdvance(tick.text)
        rect = QRectF(tick.x + 8, 0, wide, scene.header)
        if not rect.adjusted(-2, 0, 4, 0).intersects(flag):
            brush.text(rect, tick.text, tokens.text2, brush.strong)


def _ends(line: QLineF) -> tuple[float, float, float, float]:
    return line.x1(), line.y1(), line.x2(), line.y2()


def _things(brush: Brush, scene: Scene, look: Look) -> None:
    tokens = brush.tokens
    chosen = scene.holding(look.chosen) if look.chosen else None
    if chosen and not chosen.thin:
        paint_halo(brush, chosen, _clear(scene, chosen, tokens.surface, tokens.sunken))
    for item in scene.placed:
        paint_thing(brush, item, _clear(scene, item, tokens.surface, tokens.sunken))
    for bracket in scene.brackets:
        _bracket(brush, scene, bracket)
    _today(brush, scene, look)
    for item in scene.placed:
        _words(brush, item)
    if chosen:
        _callout(brush, scene, chosen)


def _clear(scene: Scene, item: Placed, past: QColor, future: QColor) -> QColor:
    return future if item.box.x >= scene.today_x and item.entry.kind != "next" else past


def _today(brush: Brush, scene: Scene, look: Look) -> None:
    if not 0 <= scene.today_x <= scene.width:
        return
    painter, tokens = brush.painter, brush.tokens
    painter.setFont(brush.strong)
    flag = flag_rect(brush, scene, look.today_words)
    painter.fillRect(
        QRectF(scene.today_x - 1, flag.bottom(), 2, scene.height - flag.bottom()), tokens.text
    )
    brush.round_box(flag, 5, tokens.text)
    painter.setPen(tokens.canvas)
    painter.setFont(brush.strong)
    painter.drawText(flag, Qt.AlignmentFlag.AlignCenter, look.today_words)


def _bracket(brush: Brush, scene: Scene, bracket: Bracket) -> None:
    """A line with ends; dotted when the time is over, with its words in a gap."""
    painter, tokens, y = brush.painter, brush.tokens, round(bracket.y) + 0.5
    ink = tokens.line_strong if bracket.past else tokens.text3
    painter.setPen(QPen(ink, 1.2))
    for x in (bracket.left, bracket.right):
        painter.drawLine(QPointF(x, y - 6), QPointF(x, y + 6))
    pen = QPen(ink, 1.2)
    if bracket.past:
        pen.setDashPattern([1.8, 1.6])
    painter.setPen(pen)
    # No further than the view: a dashed line of many thousand pixels is slow to draw.
    left, right = max(bracket.left, -8.0), min(bracket.right, scene.width + 8.0)
    if bracket.words is None:
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        return
    room = bracket.words.box
    painter.drawLine(QPointF(left, y), QPointF(room.x - 6, y))
    painter.drawLine(QPointF(room.right + 6, y), QPointF(right, y))
    brush.text(to_rect(room), bracket.words.text, tokens.text2, brush.plain)


def _words(brush: Brush, item: Placed) -> None:
    tokens, entry = brush.tokens, item.entry
    for words in item.words:
        if words.inside:
            continue
        rect = to_rect(words.box)
        if words.late:
            brush.text(rect, words.text, tokens.tone("overdue").ink, brush.strong)
            continue
        if words.second:
            rect.setHeight(rect.height() / 2)
            tone = "overdue" if entry.late else entry.tone
            under = rect.translated(0, rect.height())
            brush.text(under, words.second, tokens.tone(tone).ink)
        brush.text(rect, words.text, tokens.text2 if item.mark.is_cluster else tokens.text)


def _callout(brush: Brush, scene: Scene, item: Placed) -> None:
    """What is chosen but had no room for its words says them on a small raised card."""
    if item.words and not item.mark.is_cluster:
        return
    painter, tokens = brush.painter, brush.tokens
    count = len(item.mark.entries)
    if item.mark.is_cluster and item.mark.lane != "pathway":
        text = f"{count} {item.mark.noun}"
    else:
        text = item.mark.entries[-1].title
        if item.entry.late:
            text = f"{text}, {item.entry.late}"
    painter.setFont(brush.strong)
    wide = painter.fontMetrics().horizontalAdvance(text) + brush.look.px(16)
    high = brush.look.px(24)
    middle = (max(item.box.x, 0.0) + min(item.box.right, scene.width)) / 2
    left = min(max(middle - wide / 2, 4.0), max(scene.width - wide - 4, 4.0))
    top = item.box.y - high - 7
    if top < scene.header:
        top = item.box.bottom + 7
    card = QRectF(left, top, wide, high)
    brush.round_box(card, 6, tokens.raised, tokens.line_strong)
    painter.setPen(tokens.text)
    painter.drawText(card, Qt.AlignmentFlag.AlignCenter, text)


def _heads(brush: Brush, scene: Scene, look: Look) -> None:
    painter, tokens, px = brush.painter, brush.tokens, theme().px
    painter.setPen(QPen(tokens.line, 1))
    for band in scene.bands:
        y = round(band.top) + 0.5
        painter.drawLine(QPointF(0, y), QPointF(look.head, y))
    for band in scene.bands:
        text, icon = LANE_WORDS[band.lane]
        middle = band.top + (px(24) if band.lane == "actions" else band.height / 2)
        brush.icon(icon, "text2", QPointF(px(18 + 8), middle), 16)
        left = px(18 + 16 + 8)
        rect = QRectF(left, middle - px(10), look.head - left, px(20))
        brush.text(rect, text, tokens.text, theme().font("help_strong"))
    painter.setPen(QPen(tokens.line_mid, 1))
    painter.drawLine(QPointF(look.head - 0.5, 0), QPointF(look.head - 0.5, scene.height))
