"""Last time beside this time: words, a number, and how far the family has come (21 and 12)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.forms.spec import Field, Row
from ui.fields.distance_key import DistanceKey
from ui.fields.heading import ErrorLine
from ui.fields.labelled import labelled
from ui.fields.number_disc import NumberDisc
from ui.fields.rows_editor import RowsEditor, RowView
from ui.fields.side_by_side import SideBySide
from ui.fields.surroundings import Surroundings
from ui.fields.then_and_now_head import BLOCKS, INNER_GAP, PAD, ThenAndNowHead
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
_MARKS = (
    ("start", "At the start"),
    ("ring", "Last time"),
    ("dot", "This time"),
    ("flag", "Hoped for"),
)


class ThenAndNowRow(RowView):
    """What we want, last time (read only), this time, and the distance."""

    def __init__(
        self, row: Row, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(row, question, around, parent)
        px = theme().px
        title = row["title"]
        self._last = False
        self._captions: list[QWidget] = []
        self.number = NumberDisc(1)
        self.words = TextArea()
        self.scale = Scale(f"Number this time, {title}")
        self.line = DistanceLine()
        self.line.setAccessibleName(f"Distance travelled, {title}")
        self.pill = Pill("", "none")
        self.said: Label = label("", "help", "text2")
        self.error = ErrorLine()
        self._places = SideBySide(self, gap=0, line_gap=0, fill=True)
        self._places.setContentsMargins(0, 0, 0, 1)  # the line under the row
        parts = (self._what(), _LastTime(row, self._captions), self._now(title))
        for part, (weight, least) in zip(parts, BLOCKS, strict=True):
            self._places.add(part, weight, px(least))
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

    def give_number(self, number: int | None) -> None:
        """Give the number from elsewhere on the page, as a person does."""
        if number != self.row["score"]:
            self.scale.set_value(number)
            self._on_changed()

    def is_wrapped(self, width: int) -> bool:
        """Whether its columns stand under each other at this width."""
        return self._places.is_wrapped(width)

    def set_last(self, last: bool) -> None:
        """The last row draws no line under it."""
        self._last = last
        self.update()

    def show_problem(self, words: str, *, warning: bool = False) -> None:
        self.error.say(words, warning=warning)

    def start(self) -> None:
        at = self.scale if self.row["score"] is None else self.words
        at.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wrapped = self.is_wrapped(event.size().width())
        for caption in self._captions:
            caption.setVisible(wrapped)

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
        column.setContentsMargins(px(PAD), px(14), px(PAD), px(16))
        column.setSpacing(px(10))
        column.addWidget(self.error)
        top = QWidget()
        places = SideBySide(top, gap=px(INNER_GAP), line_gap=px(8))
        writing = QWidget()
        under = QVBoxLayout(writing)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(px(4))
        caption = label("This time, in words", "caption", "text2")
        caption.setBuddy(self.words)
        self._captions.append(caption)
        under.addWidget(caption)
        under.addWidget(self.words)
        under.addStretch(1)
        self.words.setAccessibleName(f"This time, in words, {title}")
        places.add(writing, 5, px(200))
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
        self.card = Card(padding=0)
        self.table = QWidget()
        self._box = QVBoxLayout(self.table)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._head = ThenAndNowHead(around)
        self.card.body.addWidget(self._head)
        self.card.body.addWidget(self.table)
        self._none = label("There are no outcomes to look at yet", "body", "text3")
        self._none.setContentsMargins(*(theme().px(side) for side in (18, 16, 18, 16)))
        self.card.body.addWidget(self._none)
        self.body.addWidget(self.card)
        self._legend = DistanceKey(_MARKS, one_line=True)

    def legend(self) -> QWidget | None:
        return self._legend if self.rows else None

    def refresh(self) -> None:
        super().refresh()
        self._head.refresh()

    def rows_layout(self) -> QVBoxLayout:
        return self._box

    def make_row(self, row: Row) -> RowView:
        return ThenAndNowRow(row, self.question, self.around)

    def after_rows_changed(self) -> None:
        self._none.setVisible(not self.rows)
        self._head.setVisible(bool(self.rows))
        for view in self.rows:
            if isinstance(view, ThenAndNowRow):
                view.set_last(view is self.rows[-1])


class _LastTime(QWidget):
    """What was said last time, on a sunken ground."""

    def __init__(self, row: Row, captions: list[QWidget]) -> None:
        super().__init__()
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(16), px(14), px(16))
        column.setSpacing(px(4))
        caption = label("Last time", "caption", "text2")
        captions.append(caption)
        column.addWidget(caption)
        column.addWidget(label(row["last_words"] or "Nothing was written", "help", "text2"))
        if isinstance(row["last_score"], int):
            column.addWidget(label(f"Number {row['last_score']}", "help_strong", "text2"))
        column.addStretch(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), tokens.sunken)
            painter.fillRect(0, 0, 1, self.height(), tokens.line)
            painter.fillRect(self.width() - 1, 0, 1, self.height(), tokens.line)
