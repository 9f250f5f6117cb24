"""People who help the family in their work, in the same table as the family."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from ehdesk.domain.people import KnownProfessional
from ehdesk.forms.spec import Row
from ui.fields.offered_cards import OfferedCards
from ui.fields.record_row import RecordRow
from ui.fields.record_table import RecordTable
from ui.fields.row_form import RowForm
from ui.fields.rows_editor import RowView
from ui.fields.written import ShortTextEditor

_HEADS = (("Name", 4), ("Agency", 4), ("How to reach them", 6))
_LINES = (
    (("name", 2), ("role", 2), ("agency", 2)),
    (("agency_type", 2), ("phone", 2), ("email", 2)),
    (("address", 6),),
    (("involved", 2), ("since", 2), ("until", 2)),
    (("aware", 3), ("taf", 3)),
    (("involvement", 6),),
)
_FOUND_BY = ("name", "agency")
"""Boxes under which people are offered who were written down before."""


class ProfessionalRow(RecordRow):
    """One professional."""

    weights = tuple(weight for _words, weight in _HEADS)

    def name(self) -> str:
        return str(self.row["name"]) or "New professional"

    def cells(self) -> Sequence[tuple[str, str]]:
        row = self.row
        phone, email = row.get("phone", ""), row.get("email", "")
        reach = (phone or email, email if phone else "")
        before = "Involved before" if row.get("involved") == "before" else ""
        does = ", ".join(text for text in (before, row.get("involvement", "")) if text)
        return (self.name(), row.get("role", "")), (row.get("agency", ""), does), reach

    def make_form(self) -> RowForm:
        form = RowForm(
            self.question,
            self.around,
            _LINES,
            looks={"involved": "segmented"},
            labels={
                "involved": "Involved",
                "aware": "Knows of this request",
                "taf": self.around.pack.say("In the {taf}"),
            },
            whose=self.row["name"],
        )
        self.offers = [
            OfferedCards(editor.line, self.around.known)
            for key, editor in form.editors.items()
            if key in _FOUND_BY and self.around.known and isinstance(editor, ShortTextEditor)
        ]
        for offered in self.offers:
            offered.picked.connect(self._on_picked)
        return form

    def on_form_changed(self) -> None:
        """How long they were involved is asked of those who were: the end, once it has come."""
        if isinstance(self.form, RowForm):
            keys = set(self.form.editors)
            if self.row.get("involved") != "before" and not self.row.get("until"):
                keys.discard("until")
            self.form.show_only(keys)

    def _on_picked(self, known: KnownProfessional) -> None:
        """Copied, never linked: what this family's form says of them is its own."""
        before = self.row
        card = {key: value for key, value in asdict(known).items() if key in self.row}
        self.row = before | card
        self._show_row()
        self.around.said(f"Filled in {known.described}", lambda: self._go_back(before))

    def _go_back(self, row: Row) -> None:
        self.row = row
        self._show_row()

    def _show_row(self) -> None:
        if self.form is not None:
            self.form.set_row(self.row)
            self.on_form_changed()
        self._read_again()
        self.value_changed.emit()


class ProfessionalsEditor(RecordTable):
    """Everybody who helps already. Whoever was written down for any family is offered by name."""

    heads = _HEADS
    add_words = "Add someone"

    def make_row(self, row: Row) -> RowView:
        return ProfessionalRow(row, self.question, self.around)

    def removed(self, row: Row) -> str:
        return f"{row['name'] or 'Row'} removed"
