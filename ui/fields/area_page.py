"""One part of life: two boxes to write in, whom it is about, everybody's number, and the need."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ehdesk.authority.items import Area
from ehdesk.forms import kinds
from ehdesk.forms.problems import Problem
from ehdesk.forms.spec import Field, Row
from ui.fields.area_elements import AreaElements
from ui.fields.heading import ErrorLine
from ui.fields.row_form import RowForm
from ui.fields.rows_editor import as_line
from ui.fields.said import SaidBefore
from ui.fields.score_rows import ScoreRows
from ui.fields.side_by_side import SideBySide
from ui.fields.surroundings import Surroundings
from ui.kit.card import Card
from ui.kit.labels import label
from ui.kit.text_area import TextArea
from ui.kit.yes_no import YesNo
from ui.theme import theme

_MORE: Final = ((("about", 6),), (("known_from", 6),))
"""Whom it is about, and how it is known: under the two boxes, where the form asks for them."""


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
        self._asked = {column.key for column in kinds.columns(question)}
        self.well, self.worries = TextArea(), TextArea()
        self.scores = ScoreRows(area.name, question, around)
        self.need = YesNo(yes="Yes, count it as a need", no="No")
        self.error = ErrorLine()
        self.more = RowForm(question, around, _MORE, looks={"about": "chips"}, whose=area.name)
        self.elements = AreaElements(around.pack.elements_of(area.code))
        self._said = SaidBefore(around)
        self._lay_out(area)
        for box in (self.well, self.worries):
            box.setReadOnly(around.read_only)
        self.need.setEnabled(not around.read_only)
        self.set_row(row)
        for part in (self.well, self.worries, self.more, self.scores, self.need):
            part.value_changed.connect(self._on_changed)

    def row(self) -> Row:
        """The area as a row."""
        said = {
            "going_well": self.well.value(),
            "worries": self.worries.value(),
            "need": {True: "yes", False: "no", None: ""}[self.need.value()],
            "scores": self.scores.value(),
        }
        asked = {key: value for key, value in said.items() if key in self._asked}
        return self._row | asked | self.more.typed()

    def set_row(self, row: Row) -> None:
        """Show a row, without telling anyone."""
        self._row = dict(row)
        self.well.set_value(row.get("going_well", ""))
        self.worries.set_value(row.get("worries", ""))
        self.need.set_value({"yes": True, "no": False}.get(row.get("need", "")))
        self.scores.set_value(row.get("scores", []))
        self.more.set_row(row)

    def refresh(self) -> None:
        """People or their words may have changed."""
        self.scores.refresh()
        self.more.refresh()
        self._said.refresh()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong in this area, in its boxes where they can show it."""
        boxed = [problem for problem in problems if self.more.has(problem.column)]
        self.more.show_problems(boxed)
        words, warning = as_line([problem for problem in problems if problem not in boxed])
        self.error.say(words, warning=warning)

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
        column.addWidget(self.elements)
        column.addWidget(writing)
        column.addWidget(self.more)
        for part, needs in (
            (well, {"going_well"}),
            (worry, {"worries"}),
            (self.more, {"about", "known_from"}),
        ):
            if self._asked.isdisjoint(needs):
                part.hide()
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
        for part, needs in ((self.scores, {"scores"}), (ask, {"need"})):
            if self._asked.isdisjoint(needs):
                part.hide()
                rule.hide()
        if self._asked.isdisjoint({"scores", "need"}):
            card.hide()
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
