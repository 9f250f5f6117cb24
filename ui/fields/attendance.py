"""Who came to a meeting: everybody invited, with Came, Apologies or Absent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ehdesk.forms.problems import Problem
from ehdesk.forms.spec import Field, Row
from ui.fields.record_row import RecordRow
from ui.fields.record_table import RecordTable
from ui.fields.row_form import RowForm
from ui.fields.rows_editor import RowView
from ui.fields.side_by_side import SideBySide
from ui.fields.surroundings import Surroundings
from ui.kit.segmented import Segmented
from ui.theme import theme

_CAME = (("came", "Came"), ("apologies", "Apologies"), ("absent", "Absent"))
_LINES = (
    (("name", 2), ("role", 2), ("kind", 2)),
    (("invited", 4), ("report", 2)),
)


class AttendanceRow(RecordRow):
    """One person and whether they came."""

    weights = (5,)

    def __init__(
        self, row: Row, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        self.came = Segmented(_CAME, "", empty=True)
        super().__init__(row, question, around, parent)
        self.came.value_changed.connect(self._on_came)
        self.came.setEnabled(not around.read_only)

    def name(self) -> str:
        return str(self.row["name"]) or "Somebody"

    def cells(self) -> Sequence[tuple[str, str]]:
        return ((self.name(), self.row["role"]),)

    def make_form(self) -> RowForm:
        return RowForm(
            self.question, self.around, _LINES, looks={"kind": "select"}, whose=self.row["name"]
        )

    def add_reading_widgets(self, places: SideBySide) -> None:
        holder = QWidget()
        box = SideBySide(holder, middle=True)
        box.add(self.came, 1)
        places.add(holder, 5, self.came.minimumSizeHint().width() or theme().px(260))

    def set_row(self, row: Row) -> None:
        super().set_row(row)
        self.came.set_value(str(self.row["came"]))

    def is_blank(self) -> bool:
        return not (self.row["name"] or self.row["role"])

    def show_problems(self, problems: Sequence[Problem]) -> None:
        super().show_problems(problems)
        self.came.set_wrong(any(not problem.warning for problem in problems))

    def start(self) -> None:
        if self.row["name"]:
            self.came.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.open()

    def _read_again(self) -> None:
        super()._read_again()
        self.came.setAccessibleName(f"{self.name()}, did they come?")
        self.came.set_value(str(self.row["came"]))

    def _on_came(self) -> None:
        self.row["came"] = self.came.value()
        self.value_changed.emit()


class AttendanceEditor(RecordTable):
    """Rows are there for the family and everybody who helps; others can be added."""

    heads = (("Name", 5), ("Did they come?", 5))
    add_words = "Add someone"
    empty_words = "Nobody is invited yet"

    def make_row(self, row: Row) -> RowView:
        return AttendanceRow(row, self.question, self.around)

    def new_row(self) -> Row:
        return super().new_row() | {"kind": "professional", "came": "came"}

    def removed(self, row: Row) -> str:
        return f"{row['name'] or 'Row'} removed"
