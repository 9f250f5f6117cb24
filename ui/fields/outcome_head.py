"""The head of an outcome: its number and title, whose words, and how far it has come."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.forms.single_kinds import quoted
from ui.fields.number_disc import NumberDisc
from ui.fields.side_by_side import SideBySide
from ui.kit.distance_line import Distance, DistanceLine
from ui.kit.labels import Label
from ui.theme import theme


class OutcomeHead(QWidget):
    """Buttons are added at the end of ``line``."""

    def __init__(self) -> None:
        super().__init__()
        px = theme().px
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(px(18), px(10), px(12), px(10))
        self.line.setSpacing(px(14))
        self._disc = NumberDisc(1)
        self._title = Label("", "card_title")
        self._said = Label("", "help", "voice.ink")
        self._distance = DistanceLine()
        self._now = Label("", "help_strong", wrap=False)
        self._hope = Label("", "help", "text2", wrap=False)
        self._numbers = _stacked(self._now, self._hope)
        both = QWidget()
        places = SideBySide(both, gap=px(16), line_gap=px(4), middle=True)
        places.add(_stacked(self._title, self._said), 8, px(230))
        places.add(self._distance, 4, px(170))
        places.add(self._numbers, 2, px(92))
        self.line.addWidget(self._disc)
        self.line.addWidget(both, 1)

    def set_number(self, number: int) -> None:
        """Which outcome of the plan it is."""
        self._disc.set_number(number)

    def show_outcome(self, title: str, words: str, by: str, distance: Distance) -> None:
        """Show ``words`` of the family, by whom, and the numbers."""
        self._title.setText(title)
        self._said.setText(" ".join(part for part in (quoted(words), by) if part) if words else "")
        self._said.setVisible(bool(words))
        self._distance.setVisible(distance.start is not None)
        self._distance.setAccessibleName(f"Distance travelled, {title}")
        self._distance.show_distance(distance)
        now = distance.start if distance.now is None else distance.now
        self._now.setText("" if now is None else f"{now} now")
        self._hope.setText("" if distance.hoped is None else f"hoping for {distance.hoped}")
        self._numbers.setVisible(now is not None or distance.hoped is not None)


def _stacked(*parts: QWidget) -> QWidget:
    block = QWidget()
    column = QVBoxLayout(block)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part)
    return block
