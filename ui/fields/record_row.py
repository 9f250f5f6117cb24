"""A row that is read as a line of a table and opens in place into labelled boxes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ehdesk.forms.problems import Problem
from ehdesk.forms.spec import Field, Row
from ui.fields.heading import ErrorLine
from ui.fields.row_form import Boxes
from ui.fields.rows_editor import RowView, as_line
from ui.fields.side_by_side import SideBySide
from ui.fields.surroundings import Surroundings
from ui.kit.avatar import Avatar
from ui.kit.buttons import Button, IconButton
from ui.kit.labels import Label
from ui.theme import theme

_BAR = 3
"""Width of the bar at the left of a row with a problem, in pixels."""
AVATAR = 34
CELL = 110
"""Below this width of a cell the line wraps, in pixels at 100 %."""


class RecordRow(RowView):
    """Avatar, cells, pencil and x; or the boxes and *Done*.

    A subclass says who it is (``name``), what the cells read (``cells``), and makes the boxes.
    """

    weights: Sequence[int] = (3, 3)
    shows_avatar = True

    def __init__(
        self, row: Row, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(row, question, around, parent)
        self.form: Boxes | None = None
        self._last = False
        self._problem_tone = ""
        self._problems: tuple[Problem, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(theme().px(8))
        self.error = ErrorLine()
        self._column.addWidget(self.error)
        self._reading = QWidget()
        self._column.addWidget(self._reading)
        self._cells: list[tuple[Label, Label]] = []
        self._make_reading()
        self._measure()
        theme().changed.connect(self._measure)
        self._read_again()

    # What a subclass says

    def name(self) -> str:
        """Who or what the row is about."""
        raise NotImplementedError

    def cells(self) -> Sequence[tuple[str, str]]:
        """What each column reads: the text and the quieter line under it."""
        raise NotImplementedError

    def make_form(self) -> Boxes:
        """The boxes."""
        raise NotImplementedError

    def on_form_changed(self) -> None:
        """Something was typed; ``row`` is up to date."""

    # What everyone may do

    def set_row(self, row: Row) -> None:
        self.row = dict(row)
        if self.form is not None:
            self.form.set_row(row)
        self._read_again()

    def refresh(self) -> None:
        if self.form is not None:
            self.form.refresh()

    def is_open(self) -> bool:
        """Whether the boxes are on show."""
        return self.form is not None and not self.form.isHidden()

    def open(self) -> None:
        """Show the boxes and put the cursor in the first empty one."""
        if self.around.read_only:
            return
        self.show_form()
        assert self.form is not None  # noqa: S101 - show_form made it
        self.form.start(next((p.column for p in self._problems if p.column), ""))

    def show_form(self) -> None:
        """Show the boxes and leave the cursor where it is."""
        if self.form is None:
            self.form = self.make_form()
            self.form.value_changed.connect(self._on_typed)
            self.form.entered.connect(self._on_enter)
            done = Button("Done", "secondary", "check", "small")
            remove = Button("Remove", "quiet", "x", "small")
            done.setAccessibleName(f"Done with {self.name()}")
            remove.setAccessibleName(f"Remove {self.name()}")
            done.clicked.connect(self.close_form)
            remove.clicked.connect(self.remove_asked)
            actions = QHBoxLayout()
            actions.addWidget(done)
            actions.addWidget(remove)
            actions.addStretch(1)
            self.form.layout().addLayout(actions)  # type: ignore[union-attr]
            self.form.set_row(self.row)
            self._column.insertWidget(self._column.indexOf(self._reading) + 1, self.form)
        self._reading.hide()
        self.form.show()
        self.on_form_changed()
        self._show_problems()
        self.update()

    def stand_below(self, widget: QWidget) -> None:
        """Put something under the row, whether it is open or read."""
        self._column.addWidget(widget)

    def close_form(self) -> None:
        """Back to reading."""
        had = self.form is not None and self.form.isAncestorOf(self.focusWidget() or self)
        if self.form is not None:
            self.form.hide()
        self._read_again()
        self._reading.show()
        self._show_problems()
        if had:
            self.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.update()
        if self.is_blank():
            self.closed_blank.emit()

    def start(self) -> None:
        self.open()

    def setFocus(self, *_reason: object) -> None:
        self.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_last(self, last: bool) -> None:
        """The last row of the table draws no line under it."""
        self._last = last
        self.update()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        self._problems = tuple(problems)
        self._show_problems()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self.is_open() and plain and enter:
            self._on_enter()
        elif self.is_open() and plain and event.key() == Qt.Key.Key_Escape:
            self.close_form()
        else:
            super().keyPressEvent(event)

    def _on_enter(self) -> None:
        """Done with this row; from its last box straight on to the next."""
        if self.form is None or not self.is_open():
            return
        at_end = self.form.is_in_last_box(self.focusWidget())
        written = not self.is_blank()
        self.close_form()
        if at_end and written:
            self.next_asked.emit()

    def _show_problems(self) -> None:
        """While the boxes are open each shows its own; what is about the whole stands above."""
        problems = self._problems
        if self.form is not None:
            boxed = [p for p in problems if self.is_open() and self.form.has(p.column)]
            self.form.show_problems(boxed)
            problems = tuple(p for p in problems if p not in boxed)
        words, warning = as_line(problems)
        self.error.say(words, warning=warning)
        _words, warnings = as_line(self._problems)
        self._problem_tone = "" if not self._problems else ("soon" if warnings else "overdue")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        with QPainter(self) as painter:
            if self.is_open():
                painter.fillRect(self.rect(), tokens.selected)
            if not self._last:
                painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line)
            if self._problem_tone:
                ink = tokens.tone(self._problem_tone).ink
                painter.fillRect(0, 0, _BAR, self.height(), ink)

    def _make_reading(self) -> None:
        row = QHBoxLayout(self._reading)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(12))
        if self.shows_avatar:
            self._avatar = Avatar("", AVATAR)
            row.addWidget(self._avatar)
        cells = QWidget()
        self._places = SideBySide(cells, gap=theme().px(16), line_gap=theme().px(2), middle=True)
        for weight in self.weights:
            main, support = Label("", "body"), Label("", "help", "text2")
            block = QWidget()
            column = QVBoxLayout(block)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(main)
            column.addWidget(support)
            self._places.add(block, weight, theme().px(CELL))
            self._cells.append((main, support))
        self._cells[0][0].set_role("body_strong")
        self.add_reading_widgets(self._places)
        row.addWidget(cells, 1)
        self.edit_button = IconButton("pencil", "Change", size="small")
        self.remove_button = IconButton("x", "Remove", size="small")
        self.edit_button.clicked.connect(self.open)
        self.remove_button.clicked.connect(self.remove_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for button in (self.edit_button, self.remove_button):
            button.setVisible(not self.around.read_only)
            buttons.addWidget(button)
        row.addLayout(buttons)

    def add_reading_widgets(self, places: SideBySide) -> None:
        """A subclass may put more into the line that is read."""

    def _measure(self) -> None:
        px = theme().px
        self._column.setContentsMargins(px(16), px(9), px(8), px(10))
        beside = px(AVATAR + 12) if self.shows_avatar else 0
        self.error.layout().setContentsMargins(beside, 0, 0, 0)  # type: ignore[union-attr]

    def _read_again(self) -> None:
        name = self.name()
        if self.shows_avatar:
            self._avatar.set_name(name)
        for (main, support), (text, quiet) in zip(self._cells, self.cells(), strict=True):
            main.setText(text)
            support.setText(quiet)
            support.setVisible(bool(quiet))
        self.edit_button.set_name(f"Change {name}")
        self.remove_button.set_name(f"Remove {name}")

    def _on_typed(self) -> None:
        assert self.form is not None  # noqa: S101 - it was typed into
        self.row = self.form.row()
        self.on_form_changed()
        self.value_changed.emit()
