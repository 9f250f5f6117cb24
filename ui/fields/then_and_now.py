"""Last time beside this time: words, a number, and how far the family has come (21 and 12)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.forms.spec import Field, Row
from ui.fields.heading import ErrorLine
from ui.fields.labelled import labelled
from ui.fields.number_disc import NumberDisc
from ui.fields.rows_editor import RowsEditor, RowView
from ui.fields.side_by_side import SideBySide
from ui.fields.surroundings import Surroundings
from ui.kit.card import Card
from ui.kit.distance_line import Distance, DistanceLine
from ui.kit.labels import Label, label
from ui.kit.pill import Pill
from ui.kit.scale import Scale
from ui.kit.text_area import TextArea
from ui.theme import theme

_RESULTS = {
    "better": ("Better", "done", "trending-up"),
    "same": ("No change", "none", "equal"),
    "lower": ("Lower", "none", "trending-down"),
}


class ThenAndNowRow(RowView):
    """What we want, last time (read only), this time, and the distance."""

    def __init__(
        self, row: Row, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(row, question, around, parent)
        px = theme().px
        title = row["title"]
        self._last = False
        self.number = NumberDisc(1)
        self.words = TextArea()
        self.scale = Scale(f"Number this time, {title}")
        self.line = DistanceLine()
        self.line.setAccessibleName(f"Distance travelled, {title}")
        self.pill = Pill("", "none")
        self.said: Label = label("", "help", "text2")
        self.error = ErrorLine()
        places = SideBySide(self, gap=0, line_gap=0, fill=True)
        places.add(self._what(), 3, px(170))
        self._then = _LastTime(row["last_words"], row["last_score"])
        places.add(self._then, 3, px(150))
        places.add(self._now(title), 8, px(430))
        for part in (self.words, self.scale):
            part.value_changed.connect(self._on_changed)
        self.words.setReadOnly(around.read_only)
        self.scale.setEnabled(not around.read_only)
        self.set_row(row)

    def set_row(self, row: Row) -> None:
        self.row = dict(row)
        self.words.set_value(row["words"])
        score = row["score"]
        self.scale.set_value(score if isinstance(score, int) and 0 <= score <= 10 else None)
        self._show_distance()

    def set_number(self, number: int) -> None:
        self.number.set_number(number)

    def set_last(self, last: bool) -> None:
        """The last row draws no line under it."""
        self._last = last
        self.update()

    def show_problem(self, words: str, *, warning: bool = False) -> None:
        self.error.say(words, warning=warning)

    def start(self) -> None:
        at = self.scale if self.row["score"] is None else self.words
        at.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._last:
            with QPainter(self) as painter:
                painter.fillRect(0, self.height() - 1, self.width(), 1, theme().tokens.line)

    def _what(self) -> QWidget:
        block = QWidget()
        px = theme().px
        line = QHBoxLayout(block)
        line.setContentsMargins(px(18), px(16), px(14), px(16))
        line.setSpacing(px(12))
        line.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(px(4))
        words.addWidget(label(self.row["title"], "body_strong"))
        whose = label(self.row["whose"], "help", "text2")
        whose.setVisible(bool(self.row["whose"]))
        words.addWidget(whose)
        words.addStretch(1)
        line.addLayout(words, 1)
        return block

    def _now(self, title: str) -> QWidget:
        px = theme().px
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(px(16), px(14), px(16), px(16))
        column.setSpacing(px(10))
        column.addWidget(self.error)
        top = QWidget()
        places = SideBySide(top, gap=px(20), line_gap=px(8))
        places.add(labelled("This time, in words", self.words, whose=title), 5, px(200))
        travelled = QWidget()
        stack = QVBoxLayout(travelled)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(px(4))
        stack.addWidget(self.line)
        result = QHBoxLayout()
        result.setSpacing(px(8))
        result.addWidget(self.pill)
        result.addWidget(self.said, 1)
        stack.addLayout(result)
        stack.addStretch(1)
        places.add(travelled, 5, px(200))
        column.addWidget(top)
        column.addWidget(labelled("Number this time, 0 to 10", self.scale, whose=title))
        self.scale.setAccessibleName(f"Number this time, {title}")
        return block

    def _on_changed(self) -> None:
        self.row["words"], self.row["score"] = self.words.value(), self.scale.value()
        self._show_distance()
        self.value_changed.emit()

    def _show_distance(self) -> None:
        row, now = self.row, self.row["score"]
        before = row["last_score"] if row["last_score"] is not None else row["start"]
        self.line.show_distance(Distance(row["start"], row["last_score"], now, row["hoped"]))
        known = isinstance(before, int) and isinstance(now, int)
        self.pill.setVisible(known)
        self.said.setText("" if known else "No number yet")
        if known:
            change = now - before
            result = "better" if change > 0 else "lower" if change < 0 else "same"
            self.pill.set_state(*_RESULTS[result])
            self.said.setText(self.line.distance().result())


class ThenAndNowEditor(RowsEditor):
    """A row for each outcome; none can be added or taken away here."""

    def __init__(
        self, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, around, parent)
        self._card = Card(padding=0)
        self._box = QVBoxLayout()
        self._box.setSpacing(0)
        self._card.body.addLayout(self._box)
        self._none = label("There are no outcomes to look at yet", "body", "text3")
        self._none.setContentsMargins(*(theme().px(side) for side in (18, 16, 18, 16)))
        self._card.body.addWidget(self._none)
        self.body.addWidget(self._card)

    def rows_layout(self) -> QVBoxLayout:
        return self._box

    def make_row(self, row: Row) -> RowView:
        return ThenAndNowRow(row, self.question, self.around)

    def after_rows_changed(self) -> None:
        self._none.setVisible(not self.rows)
        for view in self.rows:
            if isinstance(view, ThenAndNowRow):
                view.set_last(view is self.rows[-1])


class _LastTime(QWidget):
    """What was said last time, on a sunken ground."""

    def __init__(self, words: str, score: object) -> None:
        super().__init__()
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(16), px(14), px(16))
        column.setSpacing(px(4))
        column.addWidget(label("Last time", "caption", "text2"))
        column.addWidget(label(words or "Nothing was written", "help", "text2"))
        if isinstance(score, int):
            column.addWidget(label(f"Number {score}", "help_strong", "text2"))
        column.addStretch(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), tokens.sunken)
            painter.fillRect(0, 0, 1, self.height(), tokens.line)
            painter.fillRect(self.width() - 1, 0, 1, self.height(), tokens.line)
