"""What children and parents said, in their own words: a plum card for each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ehdesk.forms.spec import Field, Row, Value
from ui.fields.drawings import Drawings
from ui.fields.heading import ErrorLine
from ui.fields.row_form import RowForm
from ui.fields.rows_editor import RowsEditor, RowView
from ui.fields.surroundings import Surroundings
from ui.kit.buttons import IconButton
from ui.kit.labels import Label
from ui.kit.painting import draw_box, painting
from ui.theme import theme

_LINES = (
    (("words", 6),),
    (("how", 3), ("gathered_by", 3)),
    (("person_id", 3), ("on", 3)),
)
_LABELS = {
    "words": "Their own words",
    "how": "How they told us, such as drawing or talking",
    "gathered_by": "Who they told",
    "person_id": "Who said it",
    "on": "When",
}


class VoiceCard(RowView):
    """One person's words, how they were gathered, when and with whom."""

    def __init__(
        self, row: Row, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(row, question, around, parent)
        column = QVBoxLayout(self)
        px = theme().px
        column.setContentsMargins(px(20), px(14), px(20), px(18))
        column.setSpacing(px(10))
        title_line = QHBoxLayout()
        self._icon = QLabel()
        self._title = Label("", "card_title", "voice.ink")
        self._remove = IconButton("x", "Remove", size="small")
        self._remove.clicked.connect(self.remove_asked)
        self._remove.setVisible(not around.read_only)
        title_line.setSpacing(px(10))
        title_line.addWidget(self._icon)
        title_line.addWidget(self._title, 1)
        title_line.addWidget(self._remove)
        column.addLayout(title_line)
        self._error = ErrorLine()
        column.addWidget(self._error)
        self.form = RowForm(
            question,
            around,
            _LINES,
            labels=_LABELS,
            looks={"person_id": "select"},
            whose=self._name(),
        )
        column.addWidget(self.form)
        self.form.set_row(row)
        self.form.value_changed.connect(self._on_typed)
        self.drawings = Drawings(around)
        column.addWidget(self.drawings)
        self.drawings.show_person(row["person_id"])
        self._draw_icon()
        theme().changed.connect(self._draw_icon)
        self._say_whose()

    def set_row(self, row: Row) -> None:
        self.row = dict(row)
        self.form.set_row(row)
        self._say_whose()

    def refresh(self) -> None:
        self.form.refresh()
        self._say_whose()
        self.drawings.show_person(self.row["person_id"])

    def show_problem(self, words: str, *, warning: bool = False) -> None:
        self._error.say(words, warning=warning)

    def start(self) -> None:
        self.form.editors["words"].setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tone = theme().tokens.tone("voice")
        with painting(self) as painter:
            draw_box(painter, self.rect().toRectF(), 10, tone.bg, tone.line)

    def _name(self) -> str:
        return self.around.name_of(self.row["person_id"])

    def _say_whose(self) -> None:
        first = self._name().split(" ")[0]
        self._title.setText(f"{first}’s words" if first else "Somebody’s own words")
        self._remove.set_name(f"Remove {first}’s words" if first else "Remove these words")

    def _on_typed(self) -> None:
        self.row = self.form.row()
        self._say_whose()
        self.value_changed.emit()

    def _draw_icon(self) -> None:
        self._icon.setPixmap(theme().pixmap("message-square-quote", "voice.ink", 18))


class VoicesEditor(RowsEditor):
    """A card for every child waits to be written; more can be added for anybody."""

    add_words = "Add another"
    removed_words = "Words removed"

    def __init__(
        self, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, around, parent)
        self.heading.add_action(self.add_button)
        self.add_button.setVisible(not around.read_only)

    def make_row(self, row: Row) -> RowView:
        return VoiceCard(row, self.question, self.around)

    def value(self) -> list[Row]:
        """Cards that nobody has written in are not answers, unless they were kept before."""
        return [row for row in super().value() if row["words"].strip() or row["how"] or row["on"]]

    def set_value(self, value: Value) -> None:
        rows = list(value) if isinstance(value, list) else []
        waiting = [row for row in super().value() if not row["words"].strip()]
        super().set_value(rows + [row for row in waiting if row["id"] not in _ids(rows)])
        self._wait_for_children()

    def refresh(self) -> None:
        super().refresh()
        self._wait_for_children()

    def _wait_for_children(self) -> None:
        if self.around.read_only:
            return
        heard = {view.row["person_id"] for view in self.rows}
        for child in self.around.people("child"):
            if child["id"] not in heard:
                self._put_in(self.new_row() | {"person_id": child["id"]}, len(self.rows))
        self._number()


def _ids(rows: list[Row]) -> set[str]:
    return {row["id"] for row in rows}
