"""A row on the ground of a tone: icon and title on its first line, then its boxes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ehdesk.forms.problems import Problem
from ehdesk.forms.spec import Field, Look, Row
from ui.fields.heading import ErrorLine
from ui.fields.row_form import Boxes, Line, RowForm
from ui.fields.rows_editor import RowView, as_line
from ui.fields.surroundings import Surroundings
from ui.kit.buttons import IconButton
from ui.kit.labels import Label
from ui.kit.painting import draw_box, painting
from ui.theme import theme


class TintedCard(RowView):
    """A subclass gives tone, icon and lines, and says the title (``say_title``)."""

    tone = "none"
    icon = "info"
    lines: Sequence[Line] = ()
    labels: ClassVar[Mapping[str, str]] = {}
    looks: ClassVar[Mapping[str, Look]] = {}
    first = ""
    """The column in which writing begins."""

    def __init__(
        self, row: Row, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(row, question, around, parent)
        self._columns: list[str] = []
        self.column = QVBoxLayout(self)
        px = theme().px
        self.column.setContentsMargins(px(20), px(14), px(20), px(18))
        self.column.setSpacing(px(10))
        title_line = QHBoxLayout()
        self._icon = QLabel()
        self._title = Label("", "card_title", f"{self.tone}.ink")
        self.remove_button = IconButton("x", "Remove", size="small")
        self.remove_button.clicked.connect(self.remove_asked)
        self.remove_button.setVisible(not around.read_only)
        title_line.setSpacing(px(10))
        title_line.addWidget(self._icon)
        title_line.addWidget(self._title, 1)
        title_line.addWidget(self.remove_button)
        self.column.addLayout(title_line)
        self.error = ErrorLine()
        self.column.addWidget(self.error)
        self.form = self.make_form()
        self.column.addWidget(self.form)
        self.form.set_row(row)
        self.form.value_changed.connect(self._on_typed)
        self.form.entered.connect(self._on_enter)
        self._draw_icon()
        theme().changed.connect(self._draw_icon)
        self._say()

    def make_form(self) -> Boxes:
        """The boxes."""
        return self.row_form()

    def row_form(self) -> RowForm:
        """Boxes in the lines of this card."""
        return RowForm(
            self.question,
            self.around,
            self.lines,
            labels=self.labels,
            looks=self.looks,
            whose=self.whose(),
        )

    def whose(self) -> str:
        """Whom the row is about, in the names of its boxes."""
        return ""

    def title(self) -> str:
        """The words of its first line."""
        raise NotImplementedError

    def remove_words(self) -> str:
        """What the x does, in words."""
        return "Remove"

    def set_row(self, row: Row) -> None:
        self.row = dict(row)
        self.form.set_row(row)
        self._say()

    def refresh(self) -> None:
        self.form.refresh()
        self._say()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        self._columns = [problem.column for problem in problems if problem.column]
        boxed = [problem for problem in problems if self.form.has(problem.column)]
        self.form.show_problems(boxed)
        words, warning = as_line([problem for problem in problems if problem not in boxed])
        self.error.say(words, warning=warning)

    def start(self) -> None:
        self.form.start(next(iter(self._columns), self.first))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._on_enter()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tone = theme().tokens.tone(self.tone)
        with painting(self) as painter:
            draw_box(painter, self.rect().toRectF(), 10, tone.bg, tone.line)

    def _on_enter(self) -> None:
        if self.form.is_in_last_box(self.focusWidget()):
            self.next_asked.emit()

    def _on_typed(self) -> None:
        self.row = self.form.row()
        self._say()
        self.value_changed.emit()

    def _say(self) -> None:
        self._title.setText(self.title())
        self.remove_button.set_name(self.remove_words())

    def _draw_icon(self) -> None:
        self._icon.setPixmap(theme().pixmap(self.icon, f"{self.tone}.ink", 18))
