"""How long something took: the middle, the half about it, nine in ten, and the aim, in weeks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ehdesk.domain.report import Spread
from ehdesk.domain.words import plural
from ui.kit.painting import kept
from ui.reports.chart_parts import paint_bar, paint_words, width_of
from ui.theme import theme

_LINE, _BOX = 10, 26
_WEEK = 7


class SpreadChart:
    """The words over the line never meet: the aim's stand one line below the middle's."""

    def __init__(self, spread: Spread) -> None:
        self._spread = spread

    def height(self, _width: float) -> float:
        """What it needs at any width."""
        look = theme()
        return 2 * look.line_height("help") + look.px(_BOX + 24) + look.line_height("caption")

    def paint(self, painter: QPainter, width: float) -> None:
        """Paint from the top left corner."""
        spread, look, tokens = self._spread, theme(), theme().tokens
        px = look.px
        pad = float(px(6))
        days = self._days()
        room = width - 2 * pad

        def at(day: int) -> float:
            return pad + room * day / days

        line = float(look.line_height("help"))
        middle = 2 * line + px(6) + px(_BOX) / 2
        track = QRectF(pad, middle - px(_LINE) / 2, room, px(_LINE))
        paint_bar(painter, track, tokens.line)
        if spread.most is not None:
            low, high = map(at, spread.most)
            paint_bar(
                painter,
                QRectF(low, middle - px(_LINE) / 2, high - low, px(_LINE)),
                tokens.accent_line,
            )
        x = at(spread.middle)
        if spread.half is not None:
            low, high = map(at, spread.half)
            box = QRectF(low, middle - px(_BOX) / 2, max(high - low, px(6)), px(_BOX))
            paint_bar(painter, box, tokens.accent)
        with kept(painter):
            ink = tokens.on_accent if spread.half is not None else tokens.accent
            painter.setPen(QPen(ink, 2))
            painter.drawLine(QLineF(x, middle - px(8), x, middle + px(8)))
            painter.setPen(QPen(tokens.accent, 1))
            painter.drawLine(QLineF(x, line, x, middle - px(_BOX) / 2))
            painter.setPen(QPen(tokens.text, 1.6, Qt.PenStyle.DashLine))
            aim = at(spread.aim)
            painter.drawLine(QLineF(aim, 2 * line, aim, middle + px(_BOX) / 2 + px(2)))
        said = f"{plural(spread.middle, 'day')} in the middle"
        paint_words(
            painter,
            _held(x, said, "help_strong", width),
            line / 2,
            said,
            "help_strong",
            tokens.accent,
        )
        paint_words(
            painter,
            _held(aim, spread.aim_words, "help", width),
            line * 1.5,
            spread.aim_words,
            "help",
            tokens.text,
        )
        self._paint_weeks(painter, middle + px(_BOX) / 2 + px(6), at, width)

    def _paint_weeks(
        self, painter: QPainter, y: float, at: Callable[[int], float], width: float
    ) -> None:
        look, tokens = theme(), theme().tokens
        high = look.line_height("caption")
        weeks = self._days() // _WEEK
        wide = width_of(f"{weeks} weeks", "caption") + look.px(16)
        step = max(1, -(-(weeks + 2) // max(1, int(width // wide))))
        if step > 1 and step % 2:
            step += 1
        for week in range(0, weeks + 1, step):
            words = plural(week, "week") if week else "0"
            x = at(week * _WEEK)
            with kept(painter):
                painter.setPen(QPen(tokens.line_strong, 1))
                painter.drawLine(QLineF(x, y, x, y + look.px(4)))
            place = _held(x, words, "caption", width)
            paint_words(painter, place, y + look.px(6) + high / 2, words, "caption", tokens.text2)

    def _days(self) -> int:
        """The whole length of the line: two weeks beyond the last thing on it."""
        spread = self._spread
        last = max(
            spread.aim,
            spread.middle,
            spread.half[1] if spread.half else 0,
            spread.most[1] if spread.most else 0,
        )
        return (last // _WEEK + 2) * _WEEK


def _held(x: float, words: str, role: str, width: float) -> float:
    """Where words about ``x`` begin, so that none of them is cut at an edge."""
    wide = width_of(words, role)
    return max(0.0, min(x - wide / 2, width - wide))
