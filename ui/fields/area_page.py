"""One part of life: two boxes to write in, everybody's number, and whether it is a need."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ehdesk.authority.items import Area
from ehdesk.forms.spec import Field, Row
from ui.fields.heading import ErrorLine
from ui.fields.said import SaidBefore
from ui.fields.score_rows import ScoreRows
from ui.fields.side_by_side import SideBySide
from ui.fields.surroundings import Surroundings
from ui.kit.card import Card
from ui.kit.labels import label
from ui.kit.text_area import TextArea
from ui.kit.yes_no import YesNo
from ui.theme import theme


class AreaPage(QWidget):
    """Everything about one area. ``row()`` is what the form keeps."""

    value_changed = Signal()

    def __init__(
        self,
        area: Area,
        row: Row,
        question: Field,
        around: Surroundings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._row: Row = {}
        self.well, self.worries = TextArea(), TextArea()
        self.scores = ScoreRows(area.name, question, around)
        self.need = YesNo(yes="Yes, count it as a need", no="No")
        self.error = ErrorLine()
        self._said = SaidBefore(around)
        self._lay_out(area)
        for box in (self.well, self.worries):
            box.setReadOnly(around.read_only)
        self.need.setEnabled(not around.read_only)
        self.set_row(row)
        for part in (self.well, self.worries, self.scores, self.need):
            part.value_changed.connect(self._on_changed)

    def row(self) -> Row:
        """The area as a row."""
        return self._row | {
            "going_well": self.well.value(),
            "worries": self.worries.value(),
            "need": {True: "yes", False: "no", None: ""}[self.need.value()],
            "scores": self.scores.value(),
        }

    def set_row(self, row: Row) -> None:
        """Show a row, without telling anyone."""
        self._row = dict(row)
        self.well.set_value(row["going_well"])
        self.worries.set_value(row["worries"])
        self.need.set_value({"yes": True, "no": False}.get(row["need"]))
        self.scores.set_value(row["scores"])

    def refresh(self) -> None:
        """People or their words may have changed."""
        self.scores.refresh()
        self._said.refresh()

    def show_problem(self, words: str) -> None:
        """Show what is wrong in this area; "" for nothing."""
        self.error.say(words)

    def start(self) -> None:
        """Put the cursor into the first box."""
        self.well.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, area: Area) -> None:
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        column.addWidget(self.error)
        writing = QWidget()
        boxes = SideBySide(writing, gap=px(20), line_gap=px(14))
        least = px(240)
        well = _writing("sprout", "accent", "What is going well?", area.prompts_well, self.well)
        worry = _writing(
            "flag", "wait.ink", "What are we worried about?", area.prompts_worry, self.worries
        )
        boxes.add(well, 1, least)
        boxes.add(worry, 1, least)
        column.addWidget(writing)
        card = Card()
        card.body.addWidget(self.scores)
        rule = QFrame()
        rule.setObjectName("rule")
        rule.setFixedHeight(1)
        card.body.addWidget(rule)
        words = f"Is {area.name[:1].lower()}{area.name[1:]} a need for the plan to work on?"
        ask = QWidget()
        asked = SideBySide(ask, gap=px(24), line_gap=px(6), middle=True)
        asked.add(label(words, "body_strong"), 5, px(300))
        asked.add(self.need, 5, px(290))
        self.need.setAccessibleName(words)
        card.body.addWidget(ask)
        column.addWidget(card)
        column.addWidget(self._said)

    def _on_changed(self) -> None:
        self.value_changed.emit()


def _writing(
    icon: str, colour: str, words: str, prompts: tuple[str, ...], box: TextArea
) -> QWidget:
    block = QWidget()
    column = QVBoxLayout(block)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme().px(4))
    line = QHBoxLayout()
    line.setSpacing(theme().px(8))
    picture = QLabel()
    picture.setPixmap(theme().pixmap(icon, colour, 16))
    title = label(words, "body_strong")
    title.setBuddy(box)
    line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(title, 1)
    column.addLayout(line)
    hint = "; ".join(prompts)
    column.addWidget(label(hint, "help", "text3"))
    column.addWidget(box)
    box.setAccessibleName(words)
    box.setAccessibleDescription(hint)
    return block
