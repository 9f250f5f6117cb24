"""What all editors of rows share: adding, removing with a way back, problems by row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ehdesk.forms import kinds
from ehdesk.forms.problems import Problem
from ehdesk.forms.spec import Field, Row, Value
from ehdesk.kernel.ids import new_id
from ui.fields.editor import Editor
from ui.fields.heading import ErrorLine, Heading
from ui.fields.surroundings import Surroundings
from ui.kit.buttons import Button
from ui.theme import theme


class RowView(QFrame):
    """One row on the page. It keeps columns that it does not show."""

    value_changed = Signal()
    remove_asked = Signal()
    next_asked = Signal()
    """Enter was pressed in its last box."""
    closed_blank = Signal()
    """It was closed with nothing written in it."""

    def __init__(
        self, row: Row, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.row = dict(row)
        self.question = question
        self.around = around

    @property
    def row_id(self) -> str:
        """The id of the row."""
        return str(self.row["id"])

    def value(self) -> Row:
        """The row as the form keeps it."""
        return dict(self.row)

    def set_row(self, row: Row) -> None:
        """Show another state of the same row, without telling anyone."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Options may have changed."""

    def set_number(self, number: int) -> None:
        """Its place in the list, from 1."""

    def is_blank(self) -> bool:
        """Whether nobody has written anything in it."""
        return not kinds.row_answered(self.row, kinds.columns(self.question), ())

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong in this row: in one line, unless its boxes show it themselves."""
        words, warning = as_line(problems)
        self.show_problem(words, warning=warning)

    def show_problem(self, words: str, *, warning: bool = False) -> None:
        """Show what is wrong in this row; "" for nothing."""

    def start(self) -> None:
        """Put the cursor where writing begins."""
        self.setFocus()


def as_line(problems: Sequence[Problem]) -> tuple[str, bool]:
    """Problems in one line, and whether all of them are only worth a look."""
    words = ". ".join(problem.message for problem in problems)
    return words, bool(problems) and all(problem.warning for problem in problems)


class RowsEditor(Editor):
    """A heading, the rows, and a button that adds one.

    A subclass makes the row views (``make_row``). Removing never asks: it can be undone. Enter in
    the last box of the last row adds another.
    """

    has_heading = True
    add_words = "Add another"
    removed_words = "Removed"

    def __init__(
        self, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, around, parent)
        self._rows: list[RowView] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(10))
        self.heading = Heading(question.label, question.hint)
        self.error = ErrorLine()
        self.body = QVBoxLayout()
        self.body.setSpacing(theme().px(12))
        column.addWidget(self.heading)
        column.addWidget(self.error)
        column.addLayout(self.body)
        self.add_button = Button(self.add_words, "secondary", "plus", "small")
        self.add_button.clicked.connect(lambda: self.add())
        self.setAccessibleName(question.label)

    @property
    def rows(self) -> tuple[RowView, ...]:
        """The rows on the page, from the top."""
        return tuple(self._rows)

    def row_view(self, row_id: str) -> RowView:
        """The view of a row. KeyError when there is none."""
        for view in self._rows:
            if view.row_id == row_id:
                return view
        raise KeyError(row_id)

    def value(self) -> list[Row]:
        return [view.value() for view in self._rows]

    def set_value(self, value: Value) -> None:
        rows = value if isinstance(value, list) else []
        known = {view.row_id: view for view in self._rows}
        for gone in set(known) - {row["id"] for row in rows}:
            self._take_out(known.pop(gone))
        self._rows = []
        for place, row in enumerate(rows):
            view = known.get(row["id"])
            if view is None:
                view = self._put_in(row, place)
            else:
                self._rows.append(view)
                if view.value() != row:
                    view.set_row(row)
        self._number()

    def refresh(self) -> None:
        for view in self._rows:
            view.refresh()

    def make_row(self, row: Row) -> RowView:
        """A view of the row."""
        raise NotImplementedError

    def rows_layout(self) -> QVBoxLayout:
        """Where the row views stand."""
        return self.body

    def new_row(self) -> Row:
        """A blank row with an id of its own."""
        return kinds.row_of(self.question, str(new_id()))

    def add(self, row: Row | None = None, place: int | None = None) -> RowView:
        """Add a row as a person does, and begin writing in it."""
        where = len(self._rows) if place is None else place
        view = self._put_in(row or self.new_row(), where)
        self._number()
        self.value_changed.emit()
        view.start()
        return view

    def remove(self, view: RowView) -> None:
        """Remove a row as a person does; undo puts it back where it was."""
        place, row = self._rows.index(view), view.value()
        self._rows.remove(view)
        self._take_out(view)
        self._number()
        self.value_changed.emit()
        self.setFocus()
        self.around.said(self.removed(row), lambda: self._put_back(row, place))

    def removed(self, row: Row) -> str:
        """What the message says once the row is gone."""
        return self.removed_words

    def show_problems(self, problems: Sequence[Problem]) -> None:
        whole = [problem for problem in problems if problem.row_id is None]
        self.error.say(
            ". ".join(problem.message for problem in whole),
            warning=bool(whole) and all(problem.warning for problem in whole),
        )
        for view in self._rows:
            view.show_problems([p for p in problems if p.row_id == view.row_id])

    def focus_problem(self, row_id: str | None) -> None:
        for view in self._rows:
            if row_id in (None, view.row_id):
                view.start()
                return
        self.add_button.setFocus()

    def after_rows_changed(self) -> None:
        """Rows were added or removed."""

    def _put_in(self, row: Row, place: int) -> RowView:
        view = self.make_row(row)
        self._rows.insert(place, view)
        self.rows_layout().insertWidget(place, view)
        view.show()  # at once: Qt would wait for the next turn, and the cursor goes in now
        view.value_changed.connect(self.value_changed)
        view.remove_asked.connect(lambda: self.remove(view))
        view.next_asked.connect(lambda: self._on_next(view))
        view.closed_blank.connect(lambda: self._on_closed_blank(view))
        return view

    def _on_next(self, view: RowView) -> None:
        """A person is done with a row by Enter: on to the next one, or a new one after the last."""
        place = self._rows.index(view) + 1
        if place < len(self._rows):
            self._rows[place].start()
        elif not view.is_blank() and not self.around.read_only:
            self.add()

    def _on_closed_blank(self, view: RowView) -> None:
        """A row that was added and left without a word goes again, and says nothing."""
        if view not in self._rows or not self.drops_blank():
            return
        self._rows.remove(view)
        self._take_out(view)
        self._number()
        self.value_changed.emit()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def drops_blank(self) -> bool:
        """Whether a row left blank is taken out."""
        return True

    def _put_back(self, row: Row, place: int) -> None:
        view = self._put_in(row, min(place, len(self._rows)))
        self._number()
        self.value_changed.emit()
        view.setFocus()

    def _take_out(self, view: RowView) -> None:
        self.rows_layout().removeWidget(view)
        view.hide()
        view.deleteLater()

    def _number(self) -> None:
        for number, view in enumerate(self._rows, 1):
            view.set_number(number)
        self.after_rows_changed()
