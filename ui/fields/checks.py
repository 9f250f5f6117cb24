"""Whom was asked before deciding, and what came back (picture 06)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ehdesk.forms.checks import iso_date
from ehdesk.forms.spec import Field, Row
from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_date, say_time
from ui.fields.record_row import RecordRow
from ui.fields.record_table import RecordTable
from ui.fields.row_form import RowForm
from ui.fields.rows_editor import RowView
from ui.fields.side_by_side import SideBySide
from ui.fields.surroundings import Surroundings
from ui.kit.pill import Pill

_LINES = ((("name", 3), ("asked_on", 3)), (("result", 6),), (("back", 6),))


class CheckRow(RecordRow):
    """One check: back, or still waiting."""

    weights = (8, 3)
    shows_avatar = False

    def __init__(
        self, row: Row, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        self.pill = Pill("Waiting", "wait", "hourglass")
        super().__init__(row, question, around, parent)

    def name(self) -> str:
        return str(self.row["name"]) or "New check"

    def cells(self) -> Sequence[tuple[str, str]]:
        return (self.name(), self.row["result"]), ("", self._when())

    def _when(self) -> str:
        """When it came back, where that is known; before that, when it was asked."""
        today, back = self.around.today, self.around.checks_back
        if self.row["back"] and back is not None:
            at = back.get(str(self.row["id"]))
            return f"{say_date(local(at).date(), today)}, {say_time(at)}" if at else "Just now"
        day = iso_date(self.row["asked_on"])
        return f"Asked {say_date(day, today)}" if day else str(self.row["asked_on"])

    def make_form(self) -> RowForm:
        return RowForm(self.question, self.around, _LINES, whose=self.row["name"])

    def add_reading_widgets(self, places: SideBySide) -> None:
        places.add(self.pill, 2, self.pill.minimumSizeHint().width())

    def _read_again(self) -> None:
        super()._read_again()
        if self.row["back"]:
            self.pill.set_state("Back", "done", "circle-check")
        else:
            self.pill.set_state("Waiting", "wait", "hourglass")


class ChecksEditor(RecordTable):
    """The checks, with how many are back in the words of the form."""

    heads = (("Who or what was asked", 8), ("", 3), ("", 2))
    add_words = "Add a check"
    empty_words = "No checks yet"

    def has_avatars(self) -> bool:
        return False

    def make_row(self, row: Row) -> RowView:
        return CheckRow(row, self.question, self.around)

    def removed(self, row: Row) -> str:
        return f"{row['name'] or 'Check'} removed"
