"""One action: read as a line, edited in place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.forms.checks import iso_date
from ehdesk.forms.row_columns import PROGRESS_WORDS
from ehdesk.forms.spec import Row
from ehdesk.kernel.dates import say_date
from ui.fields.action_form import ActionForm
from ui.fields.side_by_side import SideBySide
from ui.fields.surroundings import Surroundings
from ui.kit.avatar import Avatar
from ui.kit.buttons import IconButton
from ui.kit.labels import Label, label
from ui.kit.pill import Pill
from ui.theme import theme

COLUMNS = (
    ("What will happen", 10, 200),
    ("Who", 5, 110),
    ("By when", 5, 120),
    ("Progress", 5, 110),
)
"""Words, share and least width of each column."""
_PILLS = {
    "": ("Not started", "none", "circle"),
    "not_started": ("Not started", "none", "circle"),
    "started": ("Started", "track", "circle-dot"),
    "done": ("Done", "done", "circle-check"),
    "dropped": ("Dropped", "none", "circle-minus"),
}


class ActionRow(QFrame):
    """``action()`` is the row the form keeps. Enter saves, Tab goes on, Esc puts it back."""

    value_changed = Signal()
    remove_asked = Signal()
    opened = Signal()
    """It is about to be edited: whatever else is being edited is closed first."""
    next_asked = Signal()
    """Tab was pressed past the last box."""
    closed_blank = Signal()
    """A new row was left without a word in it."""

    def __init__(self, action: Row, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.around = around
        self._action = dict(action)
        self._before = dict(action)
        self._number = ""
        self.form: ActionForm | None = None
        px = theme().px
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(18), px(7), px(12), px(7))
        self._reading = QWidget()
        self._column.addWidget(self._reading)
        self._make_reading()
        self._read_again()

    @property
    def action_id(self) -> str:
        """The id of the action."""
        return str(self._action["id"])

    def action(self) -> Row:
        """The action as a row."""
        return dict(self._action)

    def set_action(self, action: Row) -> None:
        """Show another state of it, without telling anyone."""
        self._action = dict(action)
        if self.form is not None and self.is_open():
            self.form.set_action(self._action)
        self._read_again()

    def is_blank(self) -> bool:
        """Whether nothing has been written in it."""
        return not any(self._action[key] for key in ("what", "who", "by_when", "by_words"))

    def refresh(self) -> None:
        """Names to suggest may have changed."""
        if self.form is not None:
            self.form.suggest(self.around.names())

    def set_number(self, number: str) -> None:
        """Its number in the plan, such as 1.2."""
        self._number = number
        self._number_label.setText(number)
        if self.form is not None:
            self.form.set_number(number)
        self._name_buttons()

    def is_open(self) -> bool:
        """Whether it is being edited."""
        return self.form is not None and not self.form.isHidden()

    def open(self) -> None:
        """Edit it in place."""
        if self.around.read_only:
            return
        self.opened.emit()
        self._before = dict(self._action)
        if self.form is None:
            self.form = ActionForm(self.around.names(), self.around.today)
            self.form.value_changed.connect(self._on_typed)
            self.form.saved.connect(self.close_form)
            self.form.put_back.connect(self._on_put_back)
            self.form.passed_end.connect(self._on_passed_end)
            self._column.addWidget(self.form)
        self.form.set_number(self._number)
        self.form.set_action(self._action)
        self._reading.hide()
        self.form.show()
        self.form.what.setFocus(Qt.FocusReason.OtherFocusReason)
        self.update()

    def close_form(self) -> None:
        """Back to reading."""
        if self.form is None or not self.is_open():
            return
        self.form.hide()
        self._read_again()
        self._reading.show()
        self.update()
        if self.is_blank():
            self.closed_blank.emit()
        else:
            self.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.open()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.open()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        with QPainter(self) as painter:
            if self.is_open():
                painter.fillRect(self.rect(), tokens.selected)
                painter.fillRect(0, 0, 3, self.height(), tokens.accent)
            painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line)

    def _make_reading(self) -> None:
        px = theme().px
        line = QHBoxLayout(self._reading)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(4))
        self._number_label = label("", "body", "text2", wrap=False)
        self._number_label.setMinimumWidth(px(36))
        line.addWidget(self._number_label)
        cells = QWidget()
        places = SideBySide(cells, gap=px(10), line_gap=px(4), middle=True)
        self._what: Label = label("", "body_medium")
        who = QWidget()
        who_line = QHBoxLayout(who)
        who_line.setContentsMargins(0, 0, 0, 0)
        who_line.setSpacing(px(8))
        self._avatar = Avatar("", 24)
        self._who: Label = label("", "body")
        who_line.addWidget(self._avatar)
        who_line.addWidget(self._who, 1)
        self._by: Label = label("", "body_medium")
        self._pill = Pill("Not started", "none")
        parts = (self._what, who, self._by, self._pill)
        for part, (_words, weight, least) in zip(parts, COLUMNS, strict=True):
            places.add(part, weight, px(least))
        line.addWidget(cells, 1)
        self.edit_button = IconButton("pencil", "Change", size="small")
        self.remove_button = IconButton("x", "Remove", size="small")
        self.edit_button.clicked.connect(self.open)
        self.remove_button.clicked.connect(self.remove_asked)
        for button in (self.edit_button, self.remove_button):
            button.setVisible(not self.around.read_only)
            line.addWidget(button)

    def _read_again(self) -> None:
        action, today = self._action, self.around.today
        done = action["progress"] in ("done", "dropped")
        self._what.setText(action["what"] or "Nothing written yet")
        self._what.set_colour("text2" if done else "text")
        self._avatar.setVisible(bool(action["who"]))
        self._avatar.set_name(action["who"])
        self._who.setText(action["who"])
        day = iso_date(action["by_when"])
        late = day is not None and day < today and not done
        self._by.setText(say_date(day, today) if day else action["by_when"] or action["by_words"])
        self._by.set_colour("overdue.ink" if late else "text")
        state = ("Overdue", "overdue", "triangle-alert") if late else _PILLS[action["progress"]]
        self._pill.set_state(*state)
        self._name_buttons()

    def _name_buttons(self) -> None:
        what = self._action["what"] or "this action"
        words = f"{self._number} {what}".strip()
        said = (
            words,
            self._action["who"],
            self._by.text(),
            self._pill.text() or PROGRESS_WORDS.get(self._action["progress"], ""),
        )
        self.edit_button.set_name(f"Change {words}")
        self.edit_button.setAccessibleDescription(", ".join(text for text in said if text))
        self.remove_button.set_name(f"Remove {words}")

    def _on_typed(self) -> None:
        assert self.form is not None  # noqa: S101 - it was typed into
        self._action |= self.form.typed()
        self.value_changed.emit()

    def _on_put_back(self) -> None:
        changed = self._action != self._before
        self._action = dict(self._before)
        if changed:
            self.value_changed.emit()
        self.close_form()

    def _on_passed_end(self) -> None:
        blank = self.is_blank()
        self.close_form()
        if not blank:
            self.next_asked.emit()
