"""Who must not do or be told something: a card each, in the tone of safeguarding."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from ehdesk.forms.checks import iso_date
from ehdesk.forms.spec import Field, Look, Row
from ehdesk.kernel.dates import say_short_date
from ui.fields.row_cards import CardRowsEditor
from ui.fields.row_form import Boxes
from ui.fields.rows_editor import RowView
from ui.fields.surroundings import Surroundings
from ui.fields.tinted_card import TintedCard

_NAMED = "name"
"""Asked while the person is not one of the family."""


class RestrictionCard(TintedCard):
    """One restriction: who, whom it protects, what they must not do or be told, and the order."""

    tone = "overdue"
    icon = "shield-alert"
    lines = (
        (("person_id", 3), ("name", 3)),
        (("what", 6),),
        (("protects", 6),),
        (("order", 3), ("until", 3)),
        (("seen_by", 3), ("seen_on", 3)),
    )
    looks: ClassVar[Mapping[str, Look]] = {"person_id": "select", "protects": "chips"}
    first = "person_id"

    def __init__(
        self, row: Row, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(row, question, around, parent)
        self._fit()

    def make_form(self) -> Boxes:
        self._boxes = self.row_form()
        self._boxes.value_changed.connect(self._fit)
        return self._boxes

    def set_row(self, row: Row) -> None:
        super().set_row(row)
        self._fit()

    def whose(self) -> str:
        return self._who()

    def title(self) -> str:
        day = iso_date(self.row.get("until"))
        until = f", until {say_short_date(day)}" if day else ""
        return f"{self._who() or 'Somebody'} is restricted{until}"

    def remove_words(self) -> str:
        who = self._who()
        return f"Remove the restriction on {who}" if who else "Remove this restriction"

    def _who(self) -> str:
        known = self.around.name_of(self.row.get("person_id", ""))
        return known or str(self.row.get("name") or "").strip()

    def _fit(self) -> None:
        """A name is asked only of somebody who is not chosen from the family."""
        row = self._boxes.row()
        keys = {key for line in self.lines for key, _share in line}
        if row.get("person_id") and not row.get(_NAMED):
            keys.discard(_NAMED)
        self._boxes.show_only(keys)


class RestrictionsEditor(CardRowsEditor):
    """Nothing stands here unless somebody adds it."""

    add_words = "Add a restriction"

    def make_row(self, row: Row) -> RowView:
        return RestrictionCard(row, self.question, self.around)

    def removed(self, row: Row) -> str:
        return "Restriction removed"
