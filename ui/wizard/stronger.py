"""What would make the form stronger: each point with its reason and a way to the question."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ehdesk.domain.quality import Point
from ehdesk.domain.words import plural
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.theme import theme


class Stronger(Card):
    """Open points with their links; how many are in place already. Advice, never a condition."""

    change_asked = Signal(str)
    """The key of the question to open."""

    def __init__(self, *, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__("What would make it stronger", parent=parent)
        self._read_only = read_only
        self._shown: tuple[Point, ...] = ()
        self.links: dict[str, Button] = {}
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme().px(12))
        self.body.addLayout(self._lines)
        self._count = Label("", "help", "text2")
        self.body.addWidget(self._count)
        self.body.addWidget(Label("Nothing here stops you.", "help", "text3"))

    def show_points(self, points: Sequence[Point]) -> None:
        """Show the points of a form; the card hides when the form has none."""
        self.setVisible(bool(points))
        if tuple(points) == self._shown:
            return
        self._shown = tuple(points)
        while taken := self._lines.takeAt(0):
            if old := taken.widget():
                old.hide()
                old.deleteLater()
        self.links = {}
        still_open = [point for point in points if not point.is_met]
        for point in still_open:
            self._lines.addWidget(self._line(point))
        met = len(points) - len(still_open)
        done = f"{met} of {plural(len(points), 'point')} in place."
        self._count.setText(done if still_open else f"All {plural(len(points), 'point')} in place.")

    def _line(self, point: Point) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(10))
        icon = QLabel()
        icon.setPixmap(theme().pixmap("circle-dashed", "text3", 16))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme().px(2))
        title = Label(point.title, "body_strong")
        title.setAccessibleName(f"{point.title}: not yet. {point.reason}")
        words.addWidget(title)
        words.addWidget(Label(point.reason, "help", "text2"))
        if not self._read_only:
            link = Button("Go to the question", "link")
            link.setAccessibleName(f"Go to the question: {point.title}")
            link.clicked.connect(lambda: self.change_asked.emit(point.field_key))
            self.links[point.code] = link
            words.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)
        return line
