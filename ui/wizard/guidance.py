"""What the guidance suggests from the needs counted, and whether the form is ready (picture 05)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ehdesk.authority.pack import Pack
from ehdesk.domain.thresholds import suggest
from ehdesk.domain.words import plural
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.kit.note import Note
from ui.kit.painting import draw_box, painting
from ui.theme import theme
from ui.wizard.tick_lines import TickLines

_BOXES = 6


class NeedBoxes(QWidget):
    """Boxes 1 to 6+, filled up to the count, with a bracket for each side of the threshold."""

    def __init__(self, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._few = pack.thresholds.targeted_up_to
        self._count = 0
        self._captions = (
            (f"{self._few} or fewer", "Targeted support"),
            (f"{pack.thresholds.assessment_from} or more", pack.term("eha")),
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int) -> None:
        """Light the boxes up to the count."""
        self._count = count
        few, many = (" ".join(caption) for caption in self._captions)
        self.setAccessibleName(f"{count} needs. {few}. {many}")
        self.update()

    def sizeHint(self) -> QSize:
        captions = 2 * theme().line_height("caption")
        return QSize(theme().px(290), theme().px(36 + 14) + captions)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(220), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        px = theme().px
        gap, split, high = px(6), px(16), px(36)
        wide = (self.width() - gap * (_BOXES - 2) - split) / _BOXES
        with painting(self) as painter:
            edges: list[tuple[float, float]] = []
            x = 0.0
            for number in range(1, _BOXES + 1):
                self._paint_box(painter, QRectF(x, 0, wide, high), number)
                edges.append((x, x + wide))
                x += wide + (split if number == self._few else gap)
            self._paint_bracket(painter, edges[0][0], edges[self._few - 1][1], 0)
            self._paint_bracket(painter, edges[self._few][0], edges[-1][1], 1)

    def _paint_box(self, painter: QPainter, rect: QRectF, number: int) -> None:
        tokens = theme().tokens
        here = number == min(self._count, _BOXES)
        tone = tokens.tone("done")
        ink, fill, edge = tokens.text2, tokens.sunken, tokens.line
        if here:
            ink, fill, edge = tokens.on_accent, tokens.accent, tokens.accent
        elif number < self._count:
            ink, fill, edge = tone.ink, tone.bg, tone.line
        draw_box(painter, rect, 6, fill, edge)
        painter.setPen(ink)
        painter.setFont(theme().font("body_strong"))
        words = f"{number}+" if number == _BOXES else str(number)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_bracket(self, painter: QPainter, left: float, right: float, side: int) -> None:
        px, tokens = theme().px, theme().tokens
        lit = self._count > 0 and (self._count > self._few) == bool(side)
        painter.setPen(QPen(tokens.accent if lit else tokens.text3, 2))
        top, low = px(36 + 3), px(36 + 8)
        painter.drawLine(round(left) + 1, top, round(left) + 1, low)
        painter.drawLine(round(left) + 1, low, round(right) - 1, low)
        painter.drawLine(round(right) - 1, top, round(right) - 1, low)
        line = theme().line_height("caption")
        strong, plain = self._captions[side]
        painter.setPen(tokens.accent if lit else tokens.text2)
        painter.setFont(theme().font("caption"))
        room = right - left if side else right - left + px(16)
        self._paint_words(painter, strong, left, low + px(5), room)
        painter.setPen(tokens.text2)
        self._paint_words(painter, plain, left, low + px(5) + line, room)

    def _paint_words(
        self, painter: QPainter, words: str, left: float, top: float, room: float
    ) -> None:
        metrics = QFontMetrics(painter.font())
        mode = Qt.TextElideMode.ElideRight
        shown = metrics.elidedText(words, mode, round(room))
        painter.drawText(round(left), round(top) + metrics.ascent(), shown)


class Guidance(Card):
    """The count in large, the boxes, and what the count points to. A person decides."""

    def __init__(self, pack: Pack, where: str, parent: QWidget | None = None) -> None:
        """``where`` says which step the count comes from."""
        super().__init__("What the guidance suggests", parent=parent)
        self._pack = pack
        px = theme().px
        line = QHBoxLayout()
        line.setSpacing(px(12))
        self._number = Label("", "wizard_title", "accent", wrap=False)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._unit = Label("", "body_strong")
        words.addWidget(self._unit)
        words.addWidget(Label(where, "help", "text2"))
        line.addWidget(self._number)
        line.addLayout(words, 1)
        self.body.addLayout(line)
        self._boxes = NeedBoxes(pack)
        self.body.addWidget(self._boxes)
        self._points = Label("", "body_strong")
        self._more = Label("", "help", "text2")
        self.body.addWidget(self._points)
        self.body.addWidget(self._more)
        decides = "This is guidance. A person decides, and writes down why."
        self.body.addWidget(Label(decides, "help", "text3"))

    def show_count(self, count: int) -> None:
        """Work out again what the count points to."""
        self._number.setText(str(count))
        self._unit.setText("need identified" if count == 1 else "needs identified")
        self._boxes.show_count(count)
        suggestion = suggest(count, self._pack.thresholds)
        self._points.setText(suggestion.words)
        self._more.setText(suggestion.more)
        self.setAccessibleName(f"{plural(count, 'need')}. {suggestion.words}")


class ReadyList(Card):
    """What must be so before the form can go on, ticked or not."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self._lines = TickLines()
        self.body.addWidget(self._lines)

    def show_lines(self, lines: Sequence[tuple[str, bool]]) -> None:
        """Show (words, done) pairs."""
        self._lines.show_lines(lines)


def harm_note(pack: Pack) -> Note:
    """The safeguarding note that every check and send page has in view."""
    das, emergency = pack.contact("das"), pack.contact("emergency")
    words = (
        f"Don’t send this form and wait. Call {das.phone}, or {emergency.phone} in an emergency."
    )
    return Note(words, "safeguarding", "Is a child at risk of harm now?")
