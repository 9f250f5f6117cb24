"""What the children have said, to read while writing about them."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.forms.checks import iso_date
from ehdesk.forms.single_kinds import quoted
from ehdesk.forms.spec import Row
from ehdesk.kernel.dates import say_date
from ui.fields.surroundings import Surroundings
from ui.kit.labels import Label
from ui.kit.note import Note
from ui.theme import theme


class SaidBefore(QWidget):
    """A voice note for each child whose own words this form or this case already holds."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._shown: list[Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(12))
        self.refresh()

    def refresh(self) -> None:
        """Read the words again."""
        rows = self._rows()
        if rows == self._shown:
            return
        self._shown = rows
        while taken := self._column.takeAt(0):
            if old := taken.widget():
                old.hide()
                old.deleteLater()
        for row in rows:
            self._column.addWidget(self._note(row))

    def _rows(self) -> list[Row]:
        question = self._around.answers.form.bound_to("voices")
        rows = self._around.answers.value(question.key) if question else []
        return [row for row in rows if row["words"].strip()] if isinstance(rows, list) else []

    def _note(self, row: Row) -> Note:
        name = self._around.name_of(row["person_id"]).split(" ")[0]
        note = Note("", "voice", f"{name}’s voice" if name else "Own words")
        note.body.addWidget(Label(quoted(row["words"]), "card_title"))
        day = iso_date(row["on"])
        when = say_date(day, self._around.today) if day else str(row["on"])
        told = f"with {row['gathered_by']}" if row["gathered_by"] else ""
        how = ", ".join(text for text in (row["how"], when, told) if text)
        if how:
            note.body.addWidget(Label(how, "help", "text2"))
        return note
