"""People who help the family in their work, in the same table as the family."""

from __future__ import annotations

from collections.abc import Sequence

from ehdesk.forms.spec import Row
from ui.fields.record_row import RecordRow
from ui.fields.record_table import RecordTable
from ui.fields.row_form import RowForm
from ui.fields.rows_editor import RowView

_HEADS = (("Name", 4), ("Agency", 4), ("How to reach them", 6))
_LINES = (
    (("name", 2), ("role", 2), ("agency", 2)),
    (("phone", 3), ("email", 3)),
    (("involvement", 6),),
)


class ProfessionalRow(RecordRow):
    """One professional."""

    weights = tuple(weight for _words, weight in _HEADS)

    def name(self) -> str:
        return str(self.row["name"]) or "New professional"

    def cells(self) -> Sequence[tuple[str, str]]:
        row = self.row
        reach = (row["phone"] or row["email"], row["email"] if row["phone"] else "")
        return (self.name(), row["role"]), (row["agency"], row["involvement"]), reach

    def make_form(self) -> RowForm:
        whose = self.row["name"]
        return RowForm(self.question, self.around, _LINES, whose=whose)


class ProfessionalsEditor(RecordTable):
    """Everybody who helps already."""

    heads = _HEADS
    add_words = "Add someone"

    def make_row(self, row: Row) -> RowView:
        return ProfessionalRow(row, self.question, self.around)

    def removed(self, row: Row) -> str:
        return f"{row['name'] or 'Row'} removed"
