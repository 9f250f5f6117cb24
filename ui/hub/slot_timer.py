"""The clock of a slot on the screen: a bar in four named parts, and what is left in words.

It makes no sound, and its colour changes only in the last two minutes (design, section 2).
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ehdesk.domain.slot_clock import PARTS, SlotClock, part_ends
from ehdesk.kernel.clock import Clock
from ui.kit.buttons import Button
from ui.kit.labels import Label
from ui.kit.painting import draw_box, painting
from ui.theme import theme

_BAR = 8


class SlotBar(QWidget):
    """How much of the slot is used. A screen reader is told in words."""

    def __init__(self) -> None:
        super().__init__()
        self._share, self._part, self._soon = 0.0, 0, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, part: int, *, soon: bool) -> None:
        """From 0 to 1, the part it is in, and whether little is left."""
        if (share, part, soon) != (self._share, self._part, self._soon):
            self._share, self._part, self._soon = share, part, soon
            self.update()

    def sizeHint(self) -> QSize:
        high = theme().line_height("help") + theme().px(4 + _BAR + 4)
        return QSize(theme().px(400), round(high))

    def minimumSizeHint(self) -> QSize:
        words = max(self._width(name, "help_strong") for name, _share in PARTS)
        return QSize(round(words), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, tokens = theme(), theme().tokens
        width, high, bar = self.width(), look.line_height("help"), look.px(_BAR)
        starts = (0.0, *part_ends()[:-1])
        with painting(self) as painter:
            top = high + look.px(4)
            back = QRectF(0, top, width, bar)
            draw_box(painter, back, bar / 2, tokens.line)
            ink = tokens.tone("soon").ink if self._soon else tokens.accent
            if self._share > 0:
                used = QRectF(0, top, max(bar, width * self._share), bar)
                draw_box(painter, used, bar / 2, ink)
            for start in starts[1:]:
                mark = QRectF(round(width * start), top - look.px(2), 1.5, bar + look.px(2))
                painter.fillRect(mark, tokens.line_strong)
            for number, ((name, _part), start) in enumerate(zip(PARTS, starts, strict=True)):
                here = number == self._part
                if not here and not self._has_room():
                    continue
                painter.setFont(look.font("help_strong" if here else "help"))
                painter.setPen(tokens.text if here else tokens.text2)
                said = self._width(name, "help_strong")
                x = min(width * start + look.px(2), max(0.0, width - said))
                painter.drawText(QRectF(x, 0, said + 2, high), 0, name)

    def _has_room(self) -> bool:
        """Whether every name fits above its own part; else only the one that runs is said."""
        ends = part_ends()
        widths = [end - start for start, end in zip((0.0, *ends[:-1]), ends, strict=True)]
        return all(
            self._width(name, "help_strong") + theme().px(6) <= self.width() * share
            for (name, _part), share in zip(PARTS, widths, strict=True)
        )

    def _width(self, words: str, role: str) -> float:
        return QFontMetrics(theme().font(role)).horizontalAdvance(words)


class SlotTimer(QWidget):
    """``toggled`` says that the clock was started or paused, and gives it."""

    toggled = Signal(object)

    def __init__(self, clock: Clock, slot: SlotClock, ends: str) -> None:
        super().__init__()
        self._clock, self.slot, self._ends = clock, slot, ends
        self.left = Label("", "section", "accent", wrap=False)
        self._of = Label("", "help", "text2", wrap=False)
        self.button = Button("Start the clock", "secondary", "play", "small")
        self.button.clicked.connect(self.toggle)
        self.bar = SlotBar()
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self.show_now)
        self.beside = QWidget()
        words = QVBoxLayout()
        words.setSpacing(theme().px(2))
        words.addWidget(self.left)
        words.addWidget(self._of)
        row = QHBoxLayout(self.beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(16))
        row.addLayout(words)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bar)
        self.show_now()

    def toggle(self) -> None:
        """Start it, or pause it."""
        self.slot = self.slot.toggled(self._clock.now())
        self.show_now()
        self.toggled.emit(self.slot)

    def show_now(self) -> None:
        """What the clock says at this moment."""
        now = self._clock.now()
        soon = self.slot.is_soon(now)
        said = self.slot.words(now)
        self.left.setText(said)
        self.left.set_colour("soon.ink" if soon else "accent")
        self._of.setText(f"of {self.slot.minutes}, ends {self._ends}")
        begun = bool(self.slot.spent) or self.slot.runs
        verb = "Pause" if self.slot.runs else "Go on with" if begun else "Start"
        self.button.setText(f"{verb} the clock")
        self.button.set_icon("pause" if self.slot.runs else "play")
        part = self.slot.part(now)
        self.bar.show_share(self.slot.share(now), part, soon=soon)
        self.bar.setAccessibleName(f"{PARTS[part][0]}, {said} of {self.slot.minutes}")
        if self.slot.runs != self._tick.isActive():
            self._tick.start() if self.slot.runs else self._tick.stop()

    def stop(self) -> None:
        """The page is taken away; the slot's own time goes on."""
        self._tick.stop()
