"""What the record says by itself: read only, so that nobody types what is known already."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.forms.spec import Field, Row, Value
from ui.fields.editor import Editor
from ui.fields.heading import Heading
from ui.fields.side_by_side import SideBySide
from ui.fields.surroundings import Surroundings
from ui.kit.card import Card
from ui.kit.labels import label
from ui.theme import theme

_ABOUT, _SAYS = 3, 7
_LEAST = 150
"""Below this width the words go under what they are about, in pixels at 100 %."""


class FactsEditor(Editor):
    """A card of lines: about what, what the record says of it, and where that stands."""

    has_heading = True

    def __init__(
        self, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, around, parent)
        self._rows: list[Row] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(10))
        column.addWidget(Heading(question.label, question.hint))
        self._card = Card(padding=16)
        column.addWidget(self._card)
        self._nothing = label("The record says nothing of this yet", "body", "text2")
        self._card.body.addWidget(self._nothing)
        self._lines: list[QWidget] = []
        self.setAccessibleName(question.label)

    def value(self) -> list[Row]:
        return [dict(row) for row in self._rows]

    def set_value(self, value: Value) -> None:
        self._rows = [dict(row) for row in value] if isinstance(value, list) else []
        for line in self._lines:
            self._card.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [_line(row) for row in self._rows]
        for line in self._lines:
            self._card.body.addWidget(line)
        self._nothing.setVisible(not self._lines)


def _line(row: Row) -> QWidget:
    line = QWidget()
    places = SideBySide(line, gap=theme().px(14), line_gap=theme().px(2))
    about = label(str(row["about"]), "help_strong", "text2")
    about.setAlignment(Qt.AlignmentFlag.AlignTop)
    says = QWidget()
    words = QVBoxLayout(says)
    words.setContentsMargins(0, 0, 0, 0)
    words.setSpacing(0)
    words.addWidget(label(str(row["says"])))
    if row["source"]:
        words.addWidget(label(f"From {row['source']}", "help", "text2"))
    places.add(about, _ABOUT, theme().px(_LEAST))
    places.add(says, _SAYS, theme().px(_LEAST))
    return line
