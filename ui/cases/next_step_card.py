"""The card at the top of a case: one next step with one verb, and what comes then."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ehdesk.domain.obligations import Obligation
from ui.cases.case_words import PillWords, due_pill, sentence
from ui.cases.emptied import empty
from ui.cases.icon import Icon
from ui.kit.buttons import Button
from ui.kit.flow_layout import FlowLayout
from ui.kit.labels import Label
from ui.kit.painting import draw_box, painting
from ui.kit.pill import Pill
from ui.theme import theme
from ui.work.kinds import LOOKS

_STACKS_BELOW = 700


class NextStepCard(QFrame):
    """``chosen`` is the press of its button. Its edge has the tone of how near the step is."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = "track"
        self._picture = _Tile()
        self._label = Label("Next step", "help_medium", wrap=False)
        self._title = Label("", "section")
        self._line = Label("", "body", "text2")
        self._chip = Pill("", "none")
        self.button = Button("", "primary", "check")
        self.button.clicked.connect(self.chosen)
        words = QVBoxLayout()
        words.setSpacing(0)
        for part in (self._label, self._title, self._line):
            words.addWidget(part)
        left = self._left = QHBoxLayout()
        left.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        left.addLayout(words, 1)
        right = self._right = QHBoxLayout()
        right.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignVCenter)
        right.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        right.addStretch(0)
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.addLayout(left, 1)
        row.addLayout(right)
        self._measure()
        theme().changed.connect(self._measure)

    @property
    def title(self) -> str:
        """What is to be done."""
        return self._title.text()

    def show_step(self, step: Obligation, words: str, today: date, *, may_act: bool) -> None:
        """Show the next step, with the words of its button; without ``may_act`` it is only said."""
        chip = due_pill(step, today)
        self._tone = chip.tone if chip else "track"
        icon = LOOKS[step.kind].icon
        self._picture.show_icon(icon, self._tone)
        self._label.set_colour(f"{self._tone}.ink")
        self._title.setText(step.title)
        detail = f"{sentence(step.detail.rstrip('.'))}. " if step.detail else ""
        self._line.setText(f"{detail}{step.why}.")
        self._show_chip(chip)
        self.button.setText(words)
        self.button.set_icon(icon)
        self.button.setAccessibleDescription(step.title)
        self.button.setVisible(may_act)
        self.update()

    def show_over(self, title: str, line: str) -> None:
        """There is no next step: say what is true instead."""
        self._tone = "none"
        self._picture.show_icon("archive", "none")
        self._label.hide()
        self._title.setText(title)
        self._line.setText(line)
        self._show_chip(None)
        self.button.hide()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme().px(_STACKS_BELOW)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        edge = tokens.line if self._tone in ("track", "none") else tokens.tone(self._tone).line
        with painting(self) as painter:
            draw_box(painter, QRectF(self.rect()), 10, tokens.surface, edge)

    def _show_chip(self, chip: PillWords | None) -> None:
        self._chip.setVisible(chip is not None)
        if chip is not None:
            self._chip.set_state(chip.text, chip.tone, chip.icon)

    def _measure(self) -> None:
        px = theme().px
        self._row.setContentsMargins(px(17), px(14), px(17), px(14))
        self._row.setSpacing(px(14))
        self._left.setSpacing(px(16))
        self._right.setSpacing(px(14))


class _Tile(QLabel):
    """An icon on the ground of a tone."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = ("circle-dot", "track")
        self._measure()
        theme().changed.connect(self._measure)

    def show_icon(self, icon: str, tone: str) -> None:
        self._shown = icon, tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        icon, tone = self._shown
        side = theme().px(20)
        with painting(self) as painter:
            draw_box(painter, QRectF(self.rect()), 8, theme().tokens.tone(tone).bg)
            picture = theme().pixmap(icon, f"{tone}.ink", 20, self.devicePixelRatioF())
            painter.drawPixmap(
                (self.width() - side) // 2, (self.height() - side) // 2, side, side, picture
            )

    def _measure(self) -> None:
        side = theme().px(44)
        self.setFixedSize(side, side)


class ThenLine(QWidget):
    """What comes after the next step, in a few words with their icons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[str, str], ...] = ()
        self._flow = FlowLayout(self, spacing=18, line_spacing=4)
        self.hide()

    @property
    def words(self) -> tuple[str, ...]:
        """What is said, thing by thing."""
        return tuple(words for _icon, words in self._shown)

    def show_things(self, things: Sequence[tuple[str, str]]) -> None:
        """Show (icon, words) pairs; with none the line goes."""
        if tuple(things) == self._shown:
            return
        self._shown = tuple(things)
        empty(self._flow)
        self.setVisible(bool(things))
        self._flow.addWidget(Label("Then", "help_strong", "text2", wrap=False))
        for icon, words in things:
            self._flow.addWidget(_Thing(icon, words))


class _Thing(QWidget):
    """An icon and words."""

    def __init__(self, icon: str, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(6))
        row.addWidget(Icon(icon, "track.ink", 15))
        row.addWidget(Label(words, "help", "text2", wrap=False))
