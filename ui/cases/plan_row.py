"""One action of the plan: read as a line, ticked, or edited in place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from ehdesk.domain.plan import Action
from ehdesk.kernel.dates import say_date
from ui.fields.action_form import ActionForm
from ui.fields.side_by_side import SideBySide
from ui.kit.avatar import Avatar
from ui.kit.buttons import IconButton
from ui.kit.check import Check
from ui.kit.labels import Label
from ui.kit.painting import draw_focus_ring, painting
from ui.kit.pill import Pill
from ui.theme import theme

Row = dict[str, Any]

COLUMNS = (
    ("What will happen", 10, 190),
    ("Who", 6, 110),
    ("By when", 6, 100),
    ("Progress", 6, 110),
)
"""Words, share and least width of each column, the shares those of the four boxes."""
LEFT, NUMBER, END = 16, 36, 38
_TICK = 30
_PILLS = {
    "started": ("Started", "track", "circle-dot"),
    "done": ("Done", "done", "circle-check"),
    "dropped": ("Dropped", "none", "circle-minus"),
}


def _cells(width: int) -> int:
    """What a row leaves for its four columns."""
    return width - theme().px(LEFT + _TICK + NUMBER + 4 + END)


def blank_row(action_id: str) -> Row:
    """A new action, before anything is written in it."""
    return {
        "id": action_id,
        "what": "",
        "who": "",
        "by_when": "",
        "by_words": "",
        "progress": "not_started",
        "support": "",
        "measure": "",
    }


def row_of(action: Action) -> Row:
    """The action as the boxes edit it."""
    return {
        "id": str(action.id),
        "what": action.what,
        "who": action.who,
        "by_when": action.by_when.isoformat() if action.by_when else "",
        "by_words": action.by_words,
        "progress": action.progress or "not_started",
        "support": action.support,
        "measure": action.measure,
    }


class PlanRow(QFrame):
    """One Tab stop: Enter changes, Space ticks, Delete removes, arrow keys go to other rows.

    ``saved`` gives the row with what was typed and whether to go on to the next.
    """

    saved = Signal(object, bool)
    put_back = Signal()
    ticked = Signal(bool)
    remove_asked = Signal()
    moved = Signal(int)
    open_asked = Signal()

    def __init__(
        self, row: Row, number: str, today: date, *, may_change: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._row = row
        self._number = number
        self._today = today
        self._may_change = may_change
        self.form: ActionForm | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 1)
        self._make_reading()
        self.show_row(row, number, today)

    @property
    def action_id(self) -> str:
        """The id of the action."""
        return str(self._row["id"])

    @property
    def is_open(self) -> bool:
        """Whether it is being edited."""
        return self.form is not None and not self.form.isHidden()

    def show_row(self, row: Row, number: str, today: date) -> None:
        """Show the action as it is now. What is being typed stays."""
        self._row, self._number, self._today = row, number, today
        done = row["progress"] in ("done", "dropped")
        self._num.setText(number)
        if self.form is not None:
            self.form.set_number(number)
        self.tick.set_value(row["progress"] == "done")
        self._what.setText(row["what"] or "Nothing written yet")
        self._what.set_colour("text2" if done else "text")
        self._avatar.setVisible(bool(row["who"]))
        self._avatar.set_name(row["who"])
        self._who.setText(row["who"])
        day = date.fromisoformat(row["by_when"]) if row["by_when"] else None
        late = day is not None and day < today and not done
        self._by.setText(say_date(day, today) if day else row["by_words"])
        self._by.set_colour("overdue.ink" if late else "text2" if done else "text")
        state = _PILLS.get(row["progress"], ("Not started", "none", "circle"))
        if late:
            state = ("Overdue", "overdue", "triangle-alert")
        self._pill.set_state(*state)
        said = (f"{number} {row['what']}", row["who"], self._by.text(), state[0])
        self.setAccessibleName(", ".join(part for part in said if part))
        self.tick.setAccessibleName(f"Done: {number} {row['what']}")
        self.menu_button.set_name(f"More for {number} {row['what']}")

    def open(self, names: Sequence[str]) -> None:
        """Edit it in place; ``names`` are offered for who."""
        if not self._may_change or self.is_open:
            return
        if self.form is None:
            self.form = ActionForm(names, self._today)
            self.form.setContentsMargins(theme().px(LEFT + _TICK), 0, theme().px(END), 0)
            self.form.saved.connect(lambda: self.saved.emit(self.typed(), False))
            self.form.passed_end.connect(lambda: self.saved.emit(self.typed(), True))
            self.form.put_back.connect(self.put_back)
            self._column.addWidget(self.form)
        self.form.suggest(names)
        self.form.set_number(self._number)
        self.form.set_action(self._row)
        self._label_boxes()
        self._reading.hide()
        self.form.show()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.form.what.setFocus(Qt.FocusReason.OtherFocusReason)
        self.update()

    def close_form(self, *, focus: bool = True) -> None:
        """Back to reading."""
        if not self.is_open or self.form is None:
            return
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if focus:
            self._reading.show()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.hide()
        self._reading.show()
        self.update()

    def typed(self) -> Row:
        """The row with what stands in the boxes."""
        if self.form is None:
            return dict(self._row)
        return self._row | self.form.typed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self.is_open:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif not self._may_change:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.open_asked.emit()
        elif key == Qt.Key.Key_Space:
            self.tick.click()
        elif key == Qt.Key.Key_Delete:
            self.remove_asked.emit()
        elif key == Qt.Key.Key_Menu:
            self._on_menu()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._may_change and not self.is_open:
            self.open_asked.emit()
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._label_boxes()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        with painting(self) as painter:
            if self.is_open:
                painter.fillRect(self.rect(), tokens.selected)
                painter.fillRect(0, 0, 3, self.height(), tokens.accent)
            painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line)
            if self.hasFocus():
                draw_focus_ring(painter, self.rect().adjusted(2, 1, -2, -2).toRectF(), 6)

    def _label_boxes(self) -> None:
        """The head of the table names the boxes; where they stand under one another it cannot."""
        if self.form is None:
            return
        block = self.form.what.parentWidget()
        boxes = block.parentWidget() if block is not None else None
        holder = boxes.layout() if boxes is not None else None
        narrow = isinstance(holder, SideBySide) and holder.is_wrapped(_cells(self.width()))
        for words in self.form.findChildren(QLabel):
            if words.buddy() is not None and words.isHidden() == narrow:
                words.setVisible(narrow)

    def _make_reading(self) -> None:
        px = theme().px
        self._reading = QWidget()
        self._column.addWidget(self._reading)
        line = QHBoxLayout(self._reading)
        line.setContentsMargins(px(LEFT), px(6), px(10), px(6))
        line.setSpacing(0)
        self.tick = Check("")
        self.tick.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.tick.setEnabled(self._may_change)
        self.tick.setFixedWidth(px(_TICK))
        self.tick.value_changed.connect(lambda: self.ticked.emit(self.tick.value()))
        line.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignVCenter)
        self._num = Label("", "body", "text2", wrap=False, tabular=True)
        self._num.setFixedWidth(px(NUMBER))
        line.addWidget(self._num)
        line.addSpacing(px(4))
        cells = QWidget()
        places = SideBySide(cells, gap=px(10), line_gap=px(4), middle=True)
        self._what = Label("", "body_medium")
        who = QWidget()
        who_line = QHBoxLayout(who)
        who_line.setContentsMargins(0, 0, 0, 0)
        who_line.setSpacing(px(8))
        self._avatar = Avatar("", 24)
        self._who = Label("", "body")
        who_line.addWidget(self._avatar)
        who_line.addWidget(self._who, 1)
        self._by = Label("", "body_medium")
        self._pill = Pill("", "none")
        parts = (self._what, who, self._by, self._pill)
        for part, (_words, share, least) in zip(parts, COLUMNS, strict=True):
            places.add(part, share, px(least))
        line.addWidget(cells, 1)
        self.menu_button = IconButton("ellipsis", "More", size="small")
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.menu_button.clicked.connect(self._on_menu)
        self.menu_button.setVisible(self._may_change)
        line.addWidget(self.menu_button)
        if self._may_change:
            self.setAccessibleDescription("Enter to change, Space to tick, Delete to remove")

    def _on_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, icon, run in (
            ("Change", "pencil", self.open_asked.emit),
            ("Remove", "trash-2", self.remove_asked.emit),
        ):
            action = QAction(theme().icon(icon), words, menu)
            action.triggered.connect(lambda _on=False, run=run: run())
            menu.addAction(action)
        menu.popup(self.menu_button.mapToGlobal(QPoint(0, self.menu_button.height())))
